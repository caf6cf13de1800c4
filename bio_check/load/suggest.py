"""What a user wrote, in short, and what he may have meant. Only ever a suggestion: nothing is matched on a guess."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

_IN_DUTCH = {
    **dict.fromkeys(("voldoet", "ja"), "met"),
    **dict.fromkeys(("voldoet gedeeltelijk", "gedeeltelijk", "deels"), "partial"),
    **dict.fromkeys(("voldoet niet", "niet", "nee"), "not-met"),
    **dict.fromkeys(("niet van toepassing", "n.v.t.", "nvt"), "not-applicable"),
    "opzet": "design",
    "bestaan": "existence",
    "werking": "operation",
    "eigenaar": "owner",
    "toelichting": "note",
    "opmerking": "note",
    "bewijs": "evidence",
    "bewijsstukken": "evidence",
    "actie": "actions",
    "acties": "actions",
    "reden": "reason",
    "risico": "risk",
    "risicoanalyse": "risk-analysis",
    "afwijking": "deviation",
    "antwoorden": "answers",
    "organisatie": "organisation",
    "peildatum": "reference-date",
    "reikwijdte": "scope",
    "profiel": "profile",
    "titel": "title",
    "soort": "kind",
    "datum": "date",
    "vindplaats": "location",
    "beleid": "policy",
    "penetratietest": "penetration-test",
    "hersteltest": "restore-test",
}
"""What a Dutch reader would write, and the key or word that we know it by."""


def closest(word: object, known: Iterable[object]) -> dict[str, str]:
    """Return `{"suggestion": …}` with the known word most like this one; empty text where none is like it."""
    from difflib import get_close_matches  # noqa: PLC0415  # only when something is wrong

    words = [str(one) for one in known]
    text = str(word)[:100]
    meant = _IN_DUTCH.get(" ".join(text.casefold().split()))
    if meant in words:
        return {"suggestion": meant}
    matches = get_close_matches(text, words, n=1, cutoff=0.6) or [one for one in words if one == text.casefold()]
    return {"suggestion": matches[0] if matches else ""}


def closest_id(ident: str, known: Iterable[str]) -> dict[str, str]:
    """Return the suggestion for an id: the one with the same numbers, else one like it at the same depth."""
    idents = list(known)
    same = [one for one in idents if _numbers(one) == _numbers(ident)]
    if same:
        return {"suggestion": same[0]}
    return closest(ident, [one for one in idents if one.count(".") == ident.count(".")])


def _numbers(ident: str) -> str:
    """Return an id as people shorten it: A.5.09 and 5.9 are one."""
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", ident.casefold().removeprefix("a."))


def unknown(word: str, known: Iterable[str], most: int = 12) -> dict[str, str]:
    """Return what is told of a word that is not among the known ones: itself, the known, and the one like it."""
    words = list(known)
    return {"value": word, "choices": choices(words, most), **closest(word, words)}


def choices(known: Iterable[object], most: int = 12) -> str:
    """Return the known words as one text, cut where they are many."""
    words = [str(one) for one in known]
    return ", ".join(words[:most]) + (", …" if len(words) > most else "")


def brief(value: object) -> str:
    """Return a value as a user would recognise it, never longer than a line."""
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    text = json.dumps(value) if value is None or isinstance(value, bool) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004  # what fits beside a path
