"""What an import made, in a line per document: the file, and how much is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bio_check.render.words import either
from bio_check.wording import Language

_TEXTS = ("title", "statement", "question", "why", "note")


def import_lines(documents: Iterable[tuple[str, Mapping[str, Any], str]], language: Language) -> Iterator[str]:
    """Give a line per document: kind, data as in the file, and the name of the file."""
    for kind, data, file in documents:
        if kind == "catalogue":
            told = _catalogue(data, language)
        elif kind == "profile":
            chosen = data["catalogues"]
            items = [len(one["items"]) for one in chosen if "items" in one]
            told = [_count(len(chosen), language, "catalogus", "catalogi", "catalogue", "catalogues")]
            told += [_count(sum(items), language, "onderdeel", "onderdelen", "item", "items")] if items else []
        else:
            told = [_count(len(data["rows"]), language, "rij", "rijen", "row", "rows")]
        yield f"{file}: {', '.join(told)}"


def _catalogue(data: Mapping[str, Any], language: Language) -> list[str]:
    controls = [control for group in data["groups"] for control in group["controls"]]
    live = [_live(control) for control in controls]
    items = sum(len(measures) or 1 for measures in live)
    rows = [*data["groups"], *controls, *(one for measures in live for one in measures), *data.get("context", ())]
    texts = sum(len(row[key]) for row in rows for key in _TEXTS if key in row)
    told = [
        _count(len(data["groups"]), language, "groep", "groepen", "group", "groups"),
        _count(len(controls), language, "beheersmaatregel", "beheersmaatregelen", "control", "controls"),
        _count(items, language, "onderdeel", "onderdelen", "item", "items"),
        _count(texts, language, "tekst", "teksten", "text", "texts"),
    ]
    if context := len(data.get("context", ())):
        told.append(either(language, f"{context} zonder vraag", f"{context} without a question"))
    return told


def _live(control: Mapping[str, Any]) -> list[Any]:
    return [one for one in control.get("measures", ()) if one.get("status", "active") == "active"]


def _count(count: int, language: Language, one_nl: str, many_nl: str, one_en: str, many_en: str) -> str:  # noqa: PLR0913, PLR0917  # a noun in both numbers and languages
    return f"{count} {either(language, one_nl, one_en) if count == 1 else either(language, many_nl, many_en)}"
