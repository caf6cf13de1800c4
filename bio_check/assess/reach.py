"""Ids of one catalogue in, the items of others that are linked to them out: how a selector reaches further."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase

from bio_check.assess.answered import Answered
from bio_check.assess.gaps import id_order
from bio_check.assess.routes import all_ways
from bio_check.errors import Place, WrongUsageError, diagnostic
from bio_check.model.assessment import CatalogueAssessment
from bio_check.model.catalogue import Catalogue, Item
from bio_check.model.crosswalk import Hop, Links, Path, Row, paths_to


def linked_items(
    catalogue: str, patterns: Iterable[str], assessments: Iterable[CatalogueAssessment], links: Links
) -> frozenset[tuple[str, str]]:
    """Return (catalogue, item) of every finding that the chosen ways link to some ids of a catalogue.

    Args:
        catalogue: Id of the catalogue that the patterns are about.
        patterns: Ids, patterns such as `21.2.*`, or ids of groups.
        assessments: Where to look for findings.
        links: The crosswalks.

    Raises:
        UnusableInputError: There is no such catalogue.
    """
    targets = _named(links.catalogue(catalogue), tuple(patterns))
    found: set[tuple[str, str]] = set()
    for one in assessments:
        if one.catalogue.id == catalogue:
            continue  # a norm is not linked to itself by way of another: its own items go by their own ids
        start, ways = Answered(one), all_ways(one.catalogue.id, catalogue, links)
        for target in targets:
            for route in start.routes(target, ways)[:1]:
                found.update((one.catalogue.id, item) for item in route.items)
    return frozenset(found)


def _named(catalogue: Catalogue, patterns: tuple[str, ...]) -> list[str]:
    """Return the items that patterns name, the controls above them, and the ranges that are named as such."""
    items = [one for one in catalogue.items.values() if any(one.matches(pattern) for pattern in patterns)]
    ranges = (item for pattern in patterns for item in catalogue.index.parts.get(pattern, ()))
    measured = (one for one in catalogue.index.measures if any(fnmatchcase(one, pattern) for pattern in patterns))
    return list(dict.fromkeys([*(one.id for one in items), *(one.control for one in items), *ranges, *measured]))


def hops_from(item: Item, catalogue: Catalogue, links: Links) -> tuple[Hop, ...]:
    """Return the rows that start from an item, its control, or a range that it is part of, catalogue by catalogue."""
    index = catalogue.index
    return tuple(
        Hop(catalogue.id, neighbour, row)
        for neighbour in links.neighbours(catalogue.id)
        for row in links.rows(catalogue.id, neighbour)
        if row.start == item.control or item.id in index.parts.get(row.start, ())
    )


def rows_between(ends: tuple[Catalogue, Catalogue], ident: str | None, links: Links) -> tuple[Row, ...]:
    """Return every row between two catalogues, also to and from what asks nothing; of one id where one is given.

    Raises:
        WrongUsageError: The first catalogue does not know the id.
    """
    start, end = ends
    starts_from = _starts_from(start, ident)
    rows = (row for row in links.rows(start.id, end.id) if starts_from(row.start))
    return tuple(sorted(rows, key=lambda row: (id_order(row.start), id_order(row.end))))


def ways_from(ends: tuple[Catalogue, Catalogue], ident: str | None, links: Links) -> dict[str | None, tuple[Path, ...]]:
    """Return the paths between two catalogues by the one half-way, those that start from an id only where one is given.

    Raises:
        WrongUsageError: The first catalogue does not know the id.
    """
    start, end = ends
    starts_from = _starts_from(start, ident)
    found = {}
    for via, ways in all_ways(start.id, end.id, links).items():
        paths = [path for target, chains in ways.items() for path in paths_to(target, chains)]
        chosen = [one for one in paths if starts_from(one.start)]
        if chosen:
            found[via] = tuple(sorted(chosen, key=lambda one: (id_order(one.start), id_order(one.end))))
    return found


def _starts_from(catalogue: Catalogue, ident: str | None) -> Callable[[str], bool]:
    """Return whether the start of a row is an id, or shares an item with it; any is where none is given."""
    index = catalogue.index
    if ident is not None and ident not in index.parts and ident not in index.context:
        values = {"id": ident, "catalogue": catalogue.edition, "show": catalogue.id}
        raise WrongUsageError([diagnostic("unknown-id", Place(ident), **values)])
    items = set(index.parts.get(ident or "", ()))
    return lambda start: ident in {None, start} or not items.isdisjoint(index.parts.get(start, ()))
