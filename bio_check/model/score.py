"""Scores: shares that never lose their counts, and add up (specification 5)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Self

from bio_check.model.answers import Status
from bio_check.model.catalogue import Facet, Kind
from bio_check.value import value


@value
class Ratio:
    """A share that never loses its counts: `61 of 115`."""

    part: int
    whole: int

    @property
    def fraction(self) -> Fraction | None:
        """The share in [0, 1]; None where nothing counts, which is not 0."""
        return Fraction(self.part, self.whole) if self.whole else None


@value
class Score:
    """Counts of one set of findings; scores follow from them, exactly, and they add up (specification 5)."""

    met: int = 0
    partial: int = 0
    not_met: int = 0
    not_applicable: int = 0
    unanswered: int = 0
    proven: int = 0
    design: int = 0
    existence: int = 0
    operation: int = 0
    weight: int = 0
    """Sum of the weights of applicable items."""
    half_points: int = 0
    """Sum of weight times credit, counted in halves."""
    open_weight: int = 0
    """Sum of the weights of unanswered items."""

    def __add__(self, other: Self) -> Score:
        return Score(*(getattr(self, name) + getattr(other, name) for name in Score.__match_args__))

    @property
    def counts(self) -> Mapping[Status, int]:
        """Items by status, in the order in which they are drawn: what is done first, what is set aside last."""
        return {
            Status.MET: self.met,
            Status.PARTIAL: self.partial,
            Status.NOT_MET: self.not_met,
            Status.UNANSWERED: self.unanswered,
            Status.NOT_APPLICABLE: self.not_applicable,
        }

    @property
    def items(self) -> int:
        """All items, set aside or not."""
        return self.applicable + self.not_applicable

    @property
    def applicable(self) -> int:
        """The denominator."""
        return self.met + self.partial + self.not_met + self.unanswered

    @property
    def strict(self) -> Ratio:
        """Items met."""
        return Ratio(self.met, self.applicable)

    @property
    def assessed(self) -> Ratio:
        """Items answered."""
        return Ratio(self.applicable - self.unanswered, self.applicable)

    @property
    def proven_share(self) -> Ratio:
        """Items proven."""
        return Ratio(self.proven, self.applicable)

    @property
    def weighted(self) -> Ratio:
        """Points earned by weight; part and whole are counted in half points."""
        return Ratio(self.half_points, 2 * self.weight)

    @property
    def highest(self) -> Ratio:
        """The weighted score if every unanswered item were met; `weighted` itself is the lowest."""
        return Ratio(self.half_points + 2 * self.open_weight, 2 * self.weight)

    @property
    def strict_if_set_aside_not_met(self) -> Ratio:
        """Items met out of all items, so that setting aside never looks like progress."""
        return Ratio(self.met, self.items)

    def shown(self, facet: Facet) -> Ratio:
        """Items of which evidence in date shows this facet."""
        counts = {Facet.DESIGN: self.design, Facet.EXISTENCE: self.existence, Facet.OPERATION: self.operation}
        return Ratio(counts[facet], self.applicable)


@value
class KindScores:
    """The score of one kind of item, and of that kind in each group: kinds are always counted apart."""

    kind: Kind
    score: Score
    groups: Mapping[str, Score]
    """Group id to score, in catalogue order."""
