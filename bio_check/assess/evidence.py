"""What a piece of evidence is worth to an item at the reference date (specification 4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bio_check.model.assessment import EvidenceUse
from bio_check.model.catalogue import Facet
from bio_check.model.evidence import Evidence, EvidenceKind
from bio_check.model.period import Period


def lapse_date(evidence: Evidence, kinds: Mapping[str, EvidenceKind]) -> date | None:
    """Return the last day on which a piece is in date; None where nothing ends it.

    The earliest of its own `valid-until` and its date, or the end of its period, plus the life of its kind.

    Source:
        Specification 4.
    """
    life = kinds[evidence.kind].life
    days = [evidence.valid_until, life.after(evidence.dated) if life else None]
    return min((day for day in days if day is not None), default=None)


def use_evidence(
    evidence: Evidence, rhythm: Period | None, kinds: Mapping[str, EvidenceKind], today: date
) -> EvidenceUse:
    """Return what a piece shows for one item on a day.

    Args:
        evidence: A piece that the answer to the item refers to.
        rhythm: How often the item asks for action, if it does: older evidence shows no operation.
        kinds: All kinds of evidence.
        today: The reference date.

    Source:
        Specification 4.
    """
    lapses = lapse_date(evidence, kinds)
    in_date = evidence.dated <= today and (lapses is None or today <= lapses)
    shows_operation = Facet.OPERATION in evidence.shows
    operation_until = rhythm.after(evidence.dated) if rhythm and shows_operation else None
    too_old = operation_until is not None and today > operation_until
    shown = tuple(one for one in evidence.shows if in_date and not (too_old and one is Facet.OPERATION))
    lost = tuple(one for one in evidence.shows if evidence.dated <= today and one not in shown)
    return EvidenceUse(evidence, in_date, lapses, operation_until, shown, lost)
