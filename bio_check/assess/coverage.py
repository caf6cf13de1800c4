"""How much of a catalogue crosswalks reach, and how much of that they settle."""

from __future__ import annotations

from collections import Counter

from bio_check.assess.routes import all_ways
from bio_check.model.catalogue import Catalogue, Index
from bio_check.model.coverage import PairReach, Reach
from bio_check.model.crosswalk import Crosswalk, Links, Relationship
from bio_check.model.score import Ratio


def crosswalk_reach(crosswalk: Crosswalk, start: Catalogue, end: Catalogue) -> Reach:
    """Return what a crosswalk joins, counted in controls."""
    counts = Counter(row.relationship for row in crosswalk.rows)
    return Reach(
        crosswalk=crosswalk,
        rows={one: counts[one] for one in Relationship if counts[one]},
        start=_share(start.index, {row.start for row in crosswalk.rows}),
        end=_share(end.index, {row.end for row in crosswalk.rows}),
    )


def pair_reach(start: str, end: str, links: Links) -> PairReach:
    """Return how far one catalogue reaches into another."""
    reached: set[str] = set()
    settled: set[str] = set()
    answerable = links.catalogue(start).index.parts
    for ways in all_ways(start, end, links).values():
        for target, chains in ways.items():
            found = [relationship for ident, (relationship, _) in chains.items() if ident in answerable]
            reached |= {target} if found else set()
            settled |= {target} if any(one.carries for one in found) else set()
    index = links.catalogue(end).index
    return PairReach(start, end, _share(index, reached), _share(index, settled))


def _share(index: Index, idents: set[str]) -> Ratio:
    """Return how many controls ids stand for, out of all."""
    control_of = {measure: control for control, below in index.measures.items() for measure in below}
    controls = {control_of.get(ident, ident) for ident in index.items}
    reached = {control_of.get(item, item) for ident in idents for item in index.parts.get(ident, ())}
    return Ratio(len(reached), len(controls))
