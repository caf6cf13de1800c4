"""How far crosswalks reach."""

from __future__ import annotations

from collections.abc import Mapping

from bio_check.model.crosswalk import Crosswalk, Relationship
from bio_check.model.score import Ratio
from bio_check.value import value


@value
class Reach:
    """What one crosswalk joins."""

    crosswalk: Crosswalk
    rows: Mapping[Relationship, int]
    """Relationship to number of rows, the strongest first; those without rows are left out."""
    start: Ratio
    """Controls of the first catalogue that some row starts from, out of all."""
    end: Ratio

    @property
    def settles(self) -> bool:
        """Whether any row may carry a status from the first catalogue to the second, or back."""
        return bool({Relationship.EQUAL, Relationship.SUPERSET, Relationship.SUBSET} & set(self.rows))

    @property
    def only_intersects(self) -> bool:
        """Whether every row says no more than that two ids overlap."""
        return set(self.rows) == {Relationship.INTERSECTS}


@value
class PairReach:
    """How far one catalogue reaches into another, in two hops at most."""

    start: str
    end: str
    reached: Ratio
    """Controls of the second to which something leads."""
    settled: Ratio
    """Controls to which a status may carry over."""
