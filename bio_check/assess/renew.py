"""Evidence to renew: what lapsed, and what soon will."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bio_check.model.assessment import EvidenceUse, Finding, Renewal
from bio_check.model.evidence import DAYS_OF_WARNING


def renewals(findings: Iterable[Finding], today: date) -> tuple[Renewal, ...]:
    """Return the pieces that lapsed or lapse within 60 days, the longest lapsed first (specification 4).

    A piece that an item's rhythm makes too old to show operation counts as lapsed for that item. Items that were
    set aside lean on nothing.
    """
    leaning: dict[str, list[tuple[Finding, EvidenceUse]]] = {}
    for finding in findings:
        if finding.applicable:
            for use in finding.evidence:
                leaning.setdefault(use.evidence.id, []).append((finding, use))
    found = []
    for pairs in leaning.values():
        ending = [(finding, use.ends) for finding, use in pairs if use.ends]
        ends = min((day for _, day in ending), default=None)
        if ends is None or (ends - today).days > DAYS_OF_WARNING:
            continue
        items = tuple((one.catalogue, one.item.id) for one, day in ending if (day - today).days <= DAYS_OF_WARNING)
        found.append(Renewal(pairs[0][1].evidence, ends, (ends - today).days, items))
    return tuple(sorted(found, key=lambda one: (one.ends, one.evidence.id)))
