"""Why an item is no longer proven: which evidence lapsed, was taken away or now says something else."""

from __future__ import annotations

from bio_check.model.catalogue import FACETS
from bio_check.model.comparison import Loss, Pair


def loss(pair: Pair) -> Loss:
    """Return why a pair that was proven no longer is."""
    missing = tuple(facet for facet in FACETS if facet not in pair.new.shown)
    now = {use.evidence.id: use for use in pair.new.evidence}
    backed = [use for use in pair.old.evidence if any(facet in missing for facet in use.shown)]
    lapsed = tuple(use for use in pair.new.evidence if any(facet in missing for facet in use.lost))
    gone = {use.evidence.id for use in lapsed}
    return Loss(
        pair=pair,
        missing=missing,
        lapsed=lapsed,
        removed=tuple(use.evidence for use in backed if use.evidence.id not in now),
        altered=tuple(use.evidence for use in backed if use.evidence.id in now and use.evidence.id not in gone),
    )
