"""Evidence: pieces that back answers, and the kinds that say how long a piece lives."""

from __future__ import annotations

from datetime import date

from bio_check.errors import Place
from bio_check.model.catalogue import Facet
from bio_check.model.period import Period
from bio_check.model.text import Text
from bio_check.value import value

DAYS_OF_WARNING = 60
"""Evidence that lapses within so many days is told (specification 4)."""


@value
class EvidenceKind:
    """A kind of evidence, such as a policy or a penetration test."""

    id: str
    title: Text
    life: Period | None
    """How long a piece stays in date; None where only its own `valid-until` ends it."""
    shows: tuple[Facet, ...]
    """What such a piece usually shows; the register says what a real one does."""
    basis: Text
    """Why its life is what it is."""


@value
class Evidence:
    """One piece in the register of an answer sheet (specification 4)."""

    id: str
    title: str
    kind: str
    dated: date
    """Its date, or the end of the period that it covers."""
    period_from: date | None
    """First day of the period that it covers; None for a piece with one date."""
    shows: tuple[Facet, ...]
    place: Place
    valid_until: date | None = None
    covers: str | None = None
    """full, partial or unknown: how much of a provider's service it covers."""
    issuer: str | None = None
    sha256: str | None = None
    location: str | None = None
