"""What `bio-check crosswalk show` prints: rows between two catalogues, or the ways of two hops where there are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bio_check.model.catalogue import Catalogue
from bio_check.model.crosswalk import Hop, Origin, Path, Row
from bio_check.render.blocks import INDENT, Block, Line, Part, Table, line, paragraph
from bio_check.render.carried_facts import hop_facts
from bio_check.render.facts import Facts
from bio_check.render.words import either, word
from bio_check.wording import Language

Ways = Mapping[str | None, Sequence[Path]]
"""Catalogue half-way, None for direct, to the paths along it."""


def rows_blocks(
    ends: tuple[Catalogue, Catalogue], rows: Sequence[Row], ways: Ways, language: Language
) -> Iterator[Block]:
    """Give the rows between two catalogues, with who says so; without any, the paths through a third."""
    start, end = ends
    yield line(Part(f"{start.edition} → {end.edition}", "title"))
    for one in ends:
        if one.unverified:
            yield from paragraph(
                f"{one.edition}, {word('unverified', language)}: {one.unverified.in_(language)}", style="quiet"
            )
    if rows:
        yield from _rows(rows, language)
        return
    for via, paths in ways.items():
        yield line("")
        yield line(Part(f"{either(language, 'via', 'by way of')} {via}", "title"))
        head = (start.id, end.id, either(language, "verhouding", "relationship"))
        told = tuple((Part(one.start), Part(one.end), Part(word(one.relationship, language))) for one in paths)
        yield Table(head, told, 2)
    if not ways:
        nowhere = "Hiervandaan leidt niets daarheen.", "Nothing leads from here to there."
        yield from paragraph(either(language, *nowhere))


def _rows(rows: Sequence[Row], language: Language) -> Iterator[Block]:
    head = either(language, "van,naar,verhouding,zekerheid,bron", "from,to,relationship,confidence,source").split(",")
    yield Table(tuple(head), tuple(_row(row, language) for row in rows), 4)
    origins = {row.origin.id: row.origin for row in rows}
    yield line("")
    for origin in origins.values():
        yield from _origin(origin, language)
    for row in rows:
        if row.note:
            yield from paragraph(f"{row.start} → {row.end}: {row.note.in_(language)}", hang=INDENT)


def _row(row: Row, language: Language) -> tuple[Part, ...]:
    start = f"{row.start} ({row.printed_start})" if row.printed_start else row.start
    end = f"{row.end} ({row.printed_end})" if row.printed_end else row.end
    told = (word(row.relationship, language), word(row.confidence, language), row.origin.id)
    return (Part(start), Part(end), *(Part(text) for text in told))


def _origin(origin: Origin, language: Language) -> Iterator[Line]:
    licence = f" ({origin.licence.in_(language)})" if origin.licence else ""
    yield from paragraph(f"{origin.id}: {origin.name.in_(language)}{licence}", hang=INDENT)
    if origin.note:
        yield from paragraph(origin.note.in_(language), 2 * INDENT, "quiet")


def rows_facts(ends: tuple[Catalogue, Catalogue], rows: Sequence[Row], ways: Ways, language: Language) -> Facts:
    """Return the same as data, with all paths; a direct path has one row, another two."""
    start, end = ends
    return {
        "format_version": 1,
        "from": {"id": start.id, "version": start.version},
        "to": {"id": end.id, "version": end.version},
        "rows": [_row_facts(Hop(start.id, end.id, row), language) for row in rows],
        "paths": [_path_facts(path, language) for paths in ways.values() for path in paths],
    }


def _path_facts(path: Path, language: Language) -> Facts:
    return {
        "from": path.start,
        "to": path.end,
        "via": path.via,
        "relationship": path.relationship.value,
        "rows": [_row_facts(hop, language) for hop in path.hops],
    }


def _row_facts(hop: Hop, language: Language) -> Facts:
    return hop_facts(hop, language) | {"note": hop.row.note.in_(language) or None}
