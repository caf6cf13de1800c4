"""Ways from one catalogue to another over crosswalks, in one hop or two, searched completely (specification 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from bio_check.model.catalogue import Index, Kind
from bio_check.model.crosswalk import Chain, Hop, Links, Relationship

Ways = Mapping[str, Mapping[str, Chain]]
"""Target to start to the strongest chain between them, in the order of the rows."""


def all_ways(start: str, end: str, links: Links) -> dict[str | None, Ways]:
    """Return every way between two catalogues, by the catalogue half-way; None for the direct one.

    A way on which nothing arrives is left out.
    """
    found: dict[str | None, Ways] = {}
    here, to = links.catalogue(start).index, links.catalogue(end).index
    direct = _Best(to)
    for row in links.rows(start, end):
        direct.offer(row.start, (Hop(start, end, row),), row.relationship, row.end)
    if direct.found:
        found[None] = _finest(direct.found, here)
    onward = set(links.neighbours(end))
    for via in links.neighbours(start):
        if via in onward and via not in {start, end}:
            first = [Hop(start, via, row) for row in links.rows(start, via)]
            second = [Hop(via, end, row) for row in links.rows(via, end)]
            joined = _Best(to)
            _join(first, second, links.catalogue(via).index, joined)
            if joined.found:
                found[via] = _finest(joined.found, here)
    return found


def targets_of(ident: str, index: Index) -> tuple[str, ...]:
    """Return what a row that ends at an id is about: that id, or each item below it; empty for mere context."""
    if ident in index.items or ident in index.measures:
        return (ident,)
    return index.parts.get(ident, ())


class _Best:
    """Of each start and target the strongest path: hundreds are offered, and most are no better than one before."""

    def __init__(self, to: Index) -> None:
        self.to = to
        self.found: dict[str, dict[str, Chain]] = {}

    def offer(self, start: str, hops: tuple[Hop, ...], relationship: Relationship, end: str) -> None:
        """Take a path to each target: what holds for a whole holds for its parts; what touches it may miss them."""
        targets = targets_of(end, self.to)
        if targets != (end,):
            relationship = Relationship.SUPERSET if relationship.carries else Relationship.UNGRADED
        for target in targets:
            by_start = self.found.setdefault(target, {})
            known = by_start.get(start)
            if known is None or relationship.strength > known[0].strength:
                by_start[start] = (relationship, hops)


def _finest(found: Ways, start: Index) -> Ways:
    """Leave out a whole that came down to a target on its way, where a part of it leads there and says as much.

    `21.3` is about every letter of it, and so about the letter that is meant; `21.3.d` is about that one alone.
    """
    named = {one for chains in found.values() for one in chains}
    wholes = named - start.items.keys() - start.measures.keys()
    if not wholes:
        return found
    return {
        target: {
            one: chain
            for one, chain in chains.items()
            if one not in wholes or not _goes_down(target, chain[1]) or not _has_finer(one, chains, start)
        }
        for target, chains in found.items()
    }


def _goes_down(target: str, hops: tuple[Hop, ...]) -> bool:
    """Return whether rows lead to a target only as part of what they name."""
    return hops[-1].row.end != target or any(one.row.end != two.row.start for one, two in pairwise(hops))


def _has_finer(whole: str, chains: Mapping[str, Chain], start: Index) -> bool:
    items, (relationship, _) = set(start.parts.get(whole, ())), chains[whole]
    return any(
        other.strength >= relationship.strength and one in start.parts and items > set(start.parts[one])
        for one, (other, _) in chains.items()
    )


def _join(first: Iterable[Hop], second: Iterable[Hop], middle: Index, best: _Best) -> None:
    """Offer the paths that meet half-way: where the end of a first row and the start of a second share an item."""
    leaving: dict[str, dict[int, Hop]] = {}
    for hop in second:
        for item in middle.parts.get(hop.row.start, ()):
            leaving.setdefault(item, {})[id(hop)] = hop
    for hop in first:
        here = middle.parts.get(hop.row.end, ())
        onward: dict[int, Hop] = {}
        for item in here:
            onward |= leaving.get(item, {})
        for other in onward.values():
            overlap = _overlap(hop.row.end, other.row.start, middle)
            if overlap is Relationship.SUBSET and targets_of(other.row.end, best.to) != (other.row.end,):
                continue  # up to a whole and down to any part of it: that links everything, and says nothing
            relationship = hop.row.relationship
            for next_one in (overlap, other.row.relationship):  # a chain is as strong as its weakest part
                if next_one.strength < relationship.strength:
                    relationship = next_one
            best.offer(hop.row.start, (hop, other), relationship, other.row.end)


def _overlap(end: str, start: str, middle: Index) -> Relationship:
    """Return what the end of a first row is to the start of a second; a measure comes on top of its control."""
    here, there = middle.parts[end], middle.parts[start]
    if end != start and middle.items.get(start) is Kind.MEASURE:
        return Relationship.INTERSECTS
    if end != start and middle.items.get(end) is Kind.MEASURE:
        return Relationship.SUBSET
    if here == there:
        return Relationship.EQUAL
    ours, theirs = set(here), set(there)
    if ours > theirs:
        return Relationship.SUPERSET
    return Relationship.SUBSET if ours < theirs else Relationship.INTERSECTS
