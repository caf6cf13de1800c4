"""Ways from one catalogue to another over crosswalks, in one hop or two, searched completely (specification 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bio_check.model.catalogue import Index
from bio_check.model.crosswalk import Hop, Links, Path, Relationship, Row

Paths = Mapping[str, tuple[Path, ...]]
"""Target to the paths that lead to it: of each start only the strongest, in the order of the rows."""


def all_paths(start: str, end: str, links: Links) -> dict[str | None, Paths]:
    """Return every path between two catalogues, by the catalogue half-way; None for the direct ones.

    Ways without any path are left out.
    """
    found: dict[str | None, Paths] = {}
    to = links.catalogue(end).index
    if direct := _strongest(_direct(start, end, links.rows(start, end), to)):
        found[None] = direct
    onward = set(links.neighbours(end))
    for via in links.neighbours(start):
        if via in onward and via not in {start, end}:
            first, second = links.rows(start, via), links.rows(via, end)
            joined = _joined((start, via, end), first, second, links.catalogue(via).index, to)
            if paths := _strongest(joined):
                found[via] = paths
    return found


def targets_of(ident: str, index: Index) -> tuple[str, ...]:
    """Return what a row that ends at an id is about: that id, or each item below it; empty for mere context."""
    if ident in index.items or ident in index.measures:
        return (ident,)
    return index.parts.get(ident, ())


def _direct(start: str, end: str, rows: Iterable[Row], to: Index) -> Iterator[Path]:
    for row in rows:
        yield from _arrivals(row.start, (Hop(start, end, row),), row.relationship, row.end, to)


def _joined(
    names: tuple[str, str, str], first: Iterable[Row], second: Iterable[Row], middle: Index, to: Index
) -> Iterator[Path]:
    """Give the paths that meet half-way: where the end of a first row and the start of a second share an item."""
    start, via, end = names
    leaving: dict[str, list[Row]] = {}
    for row in second:
        for item in middle.parts.get(row.start, ()):
            leaving.setdefault(item, []).append(row)
    for row in first:
        here = middle.parts.get(row.end, ())
        onward = {id(other): other for item in here for other in leaving.get(item, ())}
        for other in onward.values():
            overlap = _overlap(set(here), set(middle.parts[other.start]))
            if overlap is Relationship.SUBSET and targets_of(other.end, to) != (other.end,):
                continue  # up to a whole and down to any part of it: that links everything, and says nothing
            relationship = weakest(row.relationship, overlap, other.relationship)
            hops = (Hop(start, via, row), Hop(via, end, other))
            yield from _arrivals(row.start, hops, relationship, other.end, to)


def _arrivals(start: str, hops: tuple[Hop, ...], relationship: Relationship, end: str, to: Index) -> Iterator[Path]:
    """Give a path per target; what holds for a whole holds for its part, what touches a whole need not touch it."""
    targets = targets_of(end, to)
    if targets != (end,):
        relationship = Relationship.SUPERSET if relationship.carries else Relationship.UNGRADED
    for target in targets:
        yield Path(start, target, hops, relationship)


def weakest(*relationships: Relationship) -> Relationship:
    """Return the relationship of a chain: it is as strong as its weakest part."""
    return min(relationships, key=lambda one: one.strength)


def _overlap(here: set[str], there: set[str]) -> Relationship:
    if here == there:
        return Relationship.EQUAL
    if here > there:
        return Relationship.SUPERSET
    return Relationship.SUBSET if here < there else Relationship.INTERSECTS


def _strongest(paths: Iterable[Path]) -> Paths:
    best: dict[str, dict[str, Path]] = {}
    for path in paths:
        by_start = best.setdefault(path.end, {})
        known = by_start.get(path.start)
        if known is None or path.relationship.strength > known.relationship.strength:
            by_start[path.start] = path
    return {target: tuple(by_start.values()) for target, by_start in best.items()}
