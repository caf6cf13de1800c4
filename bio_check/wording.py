"""How faults and warnings are told: sentences filled in, and text of users made safe to show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")
LONGEST = 300
"""Characters of one text of a user that are shown: three lines of a terminal."""
_UNSAFE = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"


def word_fact(code: str, values: Mapping[str, str], language: Language) -> str:
    """Return what is wrong, as one sentence without a full stop."""
    from bio_check.sentences import DIAGNOSTICS  # noqa: PLC0415  # long, and most runs have nothing to tell

    wording = DIAGNOSTICS[code]
    return _fill(wording.nl if language == "nl" else wording.en, values, language)


def word_hint(code: str, values: Mapping[str, str], language: Language) -> str:
    """Return what to do about it; with a suggestion where one comes near."""
    from bio_check.sentences import DIAGNOSTICS  # noqa: PLC0415  # the same

    wording = DIAGNOSTICS[code]
    hint = _fill(wording.nl_hint if language == "nl" else wording.en_hint, values, language)
    if suggestion := values.get("suggestion"):
        question = f"Bedoelt u {quoted(suggestion)}?" if language == "nl" else f"Do you mean {quoted(suggestion)}?"
        hint = f"{question} {hint}"
    return hint


def quoted(text: str) -> str:
    """Return text that a user wrote, on one line, without what could fool a terminal."""
    return f"'{printable(text)}'"


def printable(text: str, most: int = LONGEST) -> str:
    """Return text with control characters spelled out, cut where it is long."""
    safe = text if text.isprintable() else re.sub(_UNSAFE, lambda match: f"\\u{ord(match[0]):04x}", text)
    return safe if len(safe) <= most else safe[: most - 1] + "…"


def quoted_yaml(one: object) -> str:
    """Return a scalar as JSON and YAML both read it: text in double quotes, with what cannot be seen spelled out."""
    import json  # noqa: PLC0415  # only what writes documents needs it

    text = json.dumps(one, ensure_ascii=False)
    return text if text.isprintable() else "".join(char if char.isprintable() else _escaped(char) for char in text)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004  # what four hex digits hold


def _fill(sentence: str, values: Mapping[str, str], language: Language) -> str:
    from bio_check.sentences import TERMS  # noqa: PLC0415  # the same

    shown = {}
    for name, value in values.items():
        term = TERMS.get(value) if name in {"wanted", "found"} else None
        most = 1000 if name == "choices" else LONGEST
        shown[name] = printable(value, most) if term is None else term.nl if language == "nl" else term.en
        if term is not None and name == "wanted":
            shown["how"] = term.nl_hint if language == "nl" else term.en_hint
    return sentence.format_map(shown)
