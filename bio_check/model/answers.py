"""The answer sheet: what an organisation filled in, before anyone judged it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from bio_check.errors import Diagnostic, Place
from bio_check.model.catalogue import Facet
from bio_check.model.evidence import Evidence
from bio_check.value import value

if TYPE_CHECKING:
    from fractions import Fraction


class Status(StrEnum):
    """How far an item is done."""

    MET = "met"
    PARTIAL = "partial"
    NOT_MET = "not-met"
    NOT_APPLICABLE = "not-applicable"
    UNANSWERED = "unanswered"

    half_points: int
    """Points earned by one item of weight 1, counted in halves; kept on the member, since it is asked so often."""

    @property
    def credit(self) -> Fraction:
        """Points earned by one item of weight 1 (specification 5.1)."""
        from fractions import Fraction  # noqa: PLC0415  # brings decimals along; validating needs neither

        return Fraction(self.half_points, 2)


for _status, _points in zip(Status, (2, 1, 0, 0, 0), strict=True):
    _status.half_points = _points


@value
class Risk:
    """Likelihood and impact, each from 1 to 5."""

    likelihood: int
    impact: int

    @property
    def size(self) -> int:
        """Likelihood times impact."""
        return self.likelihood * self.impact


@value
class Deviation:
    """A recorded, temporary departure from an item (specification 3)."""

    reason: str
    risk_analysis: str
    ciso_advice: str
    owner: str
    until: date | None
    """Last day on which it holds; None only on a control, never on a measure."""
    place: Place


@value
class Action:
    """Something that somebody will do to close a gap."""

    id: str
    """Its id in the register; empty where it was written under the answer itself."""
    title: str
    owner: str | None
    due: date | None
    cost: int | None
    """Whole euros."""
    done: bool
    place: Place

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done before this day."""
        return not self.done and self.due is not None and self.due < today


@value
class Answer:
    """What was filled in for one item."""

    place: Place
    status: Status = Status.UNANSWERED
    """As given, or as it follows from the facets."""
    facets: Mapping[Facet, Status] | None = None
    owner: str | None = None
    note: str | None = None
    reason: str | None = None
    """Why the item does not apply."""
    risk_analysis: str | None = None
    """Reference to the risk analysis behind that reason."""
    risk: Risk | None = None
    evidence: tuple[str, ...] = ()
    """Ids in the evidence register."""
    actions: tuple[Action, ...] = ()
    deviation: Deviation | None = None
    to_be_confirmed: str | None = None
    """Why somebody must still say whether the answer holds: it was carried over from another version."""


@value
class Organisation:
    """Whose sheet it is."""

    name: str
    kind: str | None = None
    inhabitants: int | None = None


@value
class AnswerSheet:
    """A filled-in questionnaire. Every id in it is known to exist."""

    file: str
    organisation: Organisation
    scope: str | None
    reference_date: date
    """Peildatum: everything is judged as of this day."""
    profile: str | None
    versions: Mapping[str, str]
    """Catalogue id to version, in the order in which catalogues are reported."""
    answers: Mapping[str, Mapping[str, Answer]]
    """Catalogue id to item id to answer."""
    judgements: Mapping[str, Mapping[str, Answer]]
    """Catalogue id to id of a control with measures: do its measures suffice? Counts nowhere."""
    evidence: Mapping[str, Evidence]
    actions: Mapping[str, Action]
    draft: bool = False
    sha256: str = ""
    """Of the file that it was read from, in hexadecimal."""
    warnings: tuple[Diagnostic, ...] = ()
    """Told while loading: nothing that stops us, but worth a look."""
