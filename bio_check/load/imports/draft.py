"""What the importers of norms share: titles and ids from texts of others, and the head of a catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from bio_check.load.imports.imported import LONGEST_TEXT, Produced, Remarks, to_plain
from bio_check.shipped import shipped_folder
from bio_check.wording import LANGUAGES

LONGEST_NAME = 500
"""Characters of an id, a version or a name, by the schemas."""
LONGEST_TITLE = 120
SHOWN = 5
"""Ids that a warning names before it only counts."""


def to_title(text: object, most: int = LONGEST_TITLE) -> str:
    """Return a text on one line, without the mark of a list, cut between words where it is too long for a title."""
    line = " ".join(to_plain(text).split())
    line = re.sub(r"^[-*\u2013\u2022]\s+(?=\S)", "", line)
    if len(line) <= most:
        return line
    head, space, _ = line[: most - 1].rpartition(" ")
    return f"{head if space and len(head) > most // 2 else line[: most - 1]}…"


def to_name(text: object) -> str:
    """Return a text on one line, no longer than an id or a name may be."""
    return to_title(text, LONGEST_NAME)


def shown(idents: Iterable[str]) -> str:
    """Return ids as a warning names them: the first few."""
    told = list(idents)
    return ", ".join(told[:SHOWN]) + (", …" if len(told) > SHOWN else "")


def tell(remarks: Remarks, code: str, idents: Iterable[str], **values: str) -> None:
    """Put one warning about all of these ids in the basket; none where there are none."""
    told = list(idents)
    if told:
        remarks.remark(code, "", count=len(told), ids=shown(told), **values)


def both(texts: Mapping[str, str]) -> dict[str, str]:
    """Return a text in both languages, the one standing in for the other where that was never written."""
    return {language: texts.get(language) or next(iter(texts.values())) for language in LANGUAGES}


def to_day(text: object) -> str | None:
    """Return a day as a catalogue writes it; None where the text begins with none."""
    found = re.match(r"\d{4}-\d{2}-\d{2}", str(text).strip())
    try:
        return date.fromisoformat(found[0]).isoformat() if found else None
    except ValueError:
        return None


def tell_taken(remarks: Remarks, ident: str) -> None:
    """Warn where a catalogue bears the id of one that comes with bio-check, and so takes its place."""
    if (shipped_folder("controls") / ident / "catalogue.yaml").is_file():
        remarks.remark("import-takes-place", id=ident)


class Ids:
    """Ids that are each given out once."""

    def __init__(self) -> None:
        self.taken: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """Return the id that is wanted, with a number behind it where it was given out before."""
        wanted = to_name(wanted) or "x"
        ident, count = wanted, self.taken.get(wanted, 0)
        while ident in self.taken:
            count += 1
            ident = f"{wanted[: LONGEST_NAME - 8]}-{count}"
        self.taken[wanted] = count or 1
        self.taken.setdefault(ident, 1)
        return ident


class Cuts:
    """Texts made fit for a catalogue; those that had to be cut are counted."""

    def __init__(self) -> None:
        self.count = 0

    def text(self, text: object) -> str:
        """Return a text without control characters, cut where the schema would refuse it."""
        self.count += len(str(text).strip()) > LONGEST_TEXT
        return to_plain(text)

    def tell(self, remarks: Remarks) -> None:
        """Warn of what was cut."""
        if self.count:
            remarks.remark("import-text-cut", count=self.count, most=LONGEST_TEXT)


def to_produced(ident: str, head: Mapping[str, Any], groups: list[dict[str, Any]]) -> Produced:
    """Return a catalogue with the head given and the groups that hold something; keys without value are left out."""
    data = {
        "format": "bio-check/catalogue/1",
        "id": ident,
        **head,
        "groups": [one for one in groups if one["controls"]],
    }
    return Produced("catalogue", ident, {key: one for key, one in data.items() if one not in (None, [], {}, "")})


def wording_of(groups: Iterable[Mapping[str, Any]]) -> str:
    """Return `official`, or `titles` where the groups hold no other texts."""
    controls = [control for group in groups for control in group["controls"]]
    every = controls + [measure for control in controls for measure in control.get("measures", ())]
    return "official" if any("statement" in one or "question" in one for one in every) else "titles"
