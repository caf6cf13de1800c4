"""The outcome of one run: findings, and the scores and gaps that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from bio_check.errors import Diagnostic
from bio_check.model.answers import Answer, AnswerSheet, Status
from bio_check.model.catalogue import FACETS, Catalogue, Facet, Item
from bio_check.model.evidence import Evidence, EvidenceKind
from bio_check.model.profile import Profile
from bio_check.model.score import KindScores, Score
from bio_check.value import value

if TYPE_CHECKING:  # loaded only where something is carried
    from bio_check.model.carried import Carried
    from bio_check.model.crosswalk import Links


@value
class EvidenceUse:
    """What one piece of evidence is worth to one item at the reference date (specification 4)."""

    evidence: Evidence
    in_date: bool
    lapses: date | None
    """Last day on which it is in date; None where nothing ends it."""
    operation_until: date | None
    """Last day on which it may show operation, where the item has a rhythm; else None."""
    shown: tuple[Facet, ...]
    """The facets that it shows here and now."""
    lost: tuple[Facet, ...] = ()
    """The facets that it showed before it lapsed or grew too old."""

    @property
    def ends(self) -> date | None:
        """The last day on which this piece has its full worth to the item; None where nothing ends it."""
        days = [day for day in (self.lapses, self.operation_until) if day is not None]
        return min(days, default=None)


@value
class Priority:
    """The factors of one gap: a reader can redo the sum (specification 7)."""

    duty: int
    weight: int
    shortfall: Fraction
    """1 minus credit."""
    risk: int

    @property
    def value(self) -> Fraction:
        """What the gap order sorts by, highest first."""
        return Fraction(self.halves, 2)

    @property
    def halves(self) -> int:
        """Its value in halves: whole, since credit comes in halves, and so quick to sort by."""
        return self.duty * self.weight * self.risk * self.shortfall.numerator * 2 // self.shortfall.denominator


@value
class Finding:
    """The conclusion on one item."""

    catalogue: str
    item: Item
    answer: Answer | None
    status: Status
    shown: tuple[Facet, ...]
    evidence: tuple[EvidenceUse, ...]
    priority: Priority
    deviation_lapsed: bool = False
    provider: str | None = None
    """Whose finding this is; None where it is one's own."""

    @property
    def applicable(self) -> bool:
        """Whether it stays in the denominator."""
        return self.status is not Status.NOT_APPLICABLE

    @property
    def proven(self) -> bool:
        """Met, and all three facets shown."""
        return self.status is Status.MET and len(self.shown) == len(FACETS)

    @property
    def is_gap(self) -> bool:
        """Applicable and not met; an unanswered item is a gap until it is answered."""
        return self.applicable and self.status is not Status.MET

    @property
    def is_proof_gap(self) -> bool:
        """Met, but not proven: shown apart from the gaps."""
        return self.status is Status.MET and not self.proven

    def has_lapsed(self, facet: Facet) -> bool:
        """Whether the facet is not shown any more, though evidence of before did show it."""
        return facet not in self.shown and any(facet in use.lost for use in self.evidence)

    @property
    def owner(self) -> str | None:
        """Who answers for it, if the sheet says so."""
        return self.answer.owner if self.answer else None


@value
class Filter:
    """What a filtered output says in its head."""

    selectors: tuple[str, ...]
    items: int
    of: int


@value
class Renewal:
    """One piece of evidence that has lost worth, or soon will."""

    evidence: Evidence
    ends: date
    """Last day of its full worth to any item that leans on it."""
    days: int
    """From the reference date to that day; negative where it has passed."""
    items: tuple[tuple[str, str], ...]
    """(catalogue, item) of what leans on it, in the order of the findings."""


@value
class Workload:
    """What hangs on one owner."""

    owner: str | None
    """As the sheet writes it; None for what nobody owns yet."""
    score: Score
    """Of the items that are his."""
    actions: int
    """Open actions that are his; one that serves several items counts once."""
    overdue: int
    cost: int
    """Of his open actions, in whole euros."""


@value
class CatalogueAssessment:
    """The findings on one catalogue, and what follows from them."""

    catalogue: Catalogue
    findings: tuple[Finding, ...]
    """In catalogue order."""
    judgements: Mapping[str, Answer]
    """Control id to the judgement whether its measures suffice; counts nowhere."""
    score: Score
    by: Mapping[str, Mapping[str, Score]]
    """Axis (kind, group, control, duty, role, owner, provider) to value to score."""
    kinds: tuple[KindScores, ...]
    """Measures first; a kind without items is left out."""
    control_status: Mapping[str, Status]
    """Control id to the worst status of its applicable items, those that a filter left out as well."""
    gaps: tuple[Finding, ...]
    """In the gap order."""
    proof_gaps: tuple[Finding, ...]
    """In the gap order."""
    apart: Mapping[str, Mapping[str, Mapping[str, Score]]] = MappingProxyType({})
    """Group id to `by` of that group alone, where groups never make up for each other; else empty."""
    carried: tuple[Carried, ...] = ()
    """What other catalogues say about it, where the sheet answers none of its items; its findings are then no gaps."""

    @property
    def answered(self) -> bool:
        """Whether the sheet answers any of its items."""
        return self.score.unanswered < self.score.items


@value
class Assessment:
    """All that came out of one run."""

    sheet: AnswerSheet
    profile: Profile
    reference_date: date
    catalogues: tuple[CatalogueAssessment, ...]
    gaps: tuple[Finding, ...]
    """Of all catalogues together, in the gap order."""
    renewals: tuple[Renewal, ...]
    """Evidence that lapsed or soon lapses, the longest lapsed first."""
    workloads: tuple[Workload, ...]
    """Per owner, the most gaps first, nobody last."""
    warnings: tuple[Diagnostic, ...]
    kinds: Mapping[str, EvidenceKind]
    """The kinds of evidence by id."""
    links: Links | None = None
    """The crosswalks that were consulted; None where nothing had to be carried."""
    filter: Filter | None = None

    @property
    def own(self) -> tuple[CatalogueAssessment, ...]:
        """The catalogues that were judged themselves, rather than by what carries over."""
        return tuple(one for one in self.catalogues if not one.carried)
