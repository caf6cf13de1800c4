"""One answered catalogue, as crosswalks look at it: what its ids stand for, and which status they have."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from operator import attrgetter, itemgetter

from bio_check.assess.routes import Ways
from bio_check.assess.score import WORST_FIRST, Counts, control_status, counts
from bio_check.model.answers import Status
from bio_check.model.assessment import CatalogueAssessment, Finding
from bio_check.model.carried import Route


class Answered:
    """The findings on one catalogue by any id of it; each id is looked at once."""

    def __init__(self, assessment: CatalogueAssessment) -> None:
        self.assessment = assessment
        self.catalogue = assessment.catalogue
        self.findings = {finding.item.id: finding for finding in assessment.findings}
        self.linked = cache(self._linked)
        self.status = cache(self._status)
        self.counts = cache(self._counts)

    def _linked(self, ident: str) -> Mapping[str, Finding]:
        """Return the findings that an id stands for, by item; empty where none of them applies here."""
        items = self.catalogue.index.parts.get(ident, ())
        return {item: self.findings[item] for item in items if item in self.findings}

    def _counts(self, item: str) -> Counts:
        """Return what the finding on an item counts for."""
        return counts(self.findings[item])

    def _status(self, ident: str) -> tuple[Status, bool]:
        """Return the status that an id has, and whether it is settled as a whole.

        Of a control with measures only its own judgement settles that meeting them is enough, and the worst of both
        wins; of a range of items nothing settles it.
        """
        status = control_status(self.linked(ident).values())
        if ident in self.findings or status is Status.NOT_APPLICABLE:
            return status, True
        judgement = self.assessment.judgements.get(ident)
        if judgement is None or judgement.status in {Status.UNANSWERED, Status.NOT_APPLICABLE}:
            return status, status is not Status.MET
        return min(status, judgement.status, key=WORST_FIRST.index), True

    def routes(self, target: str, all_ways: Mapping[str | None, Ways]) -> list[Route]:
        """Return the ways to a target, the strongest first, and among equals the one that carries most."""
        linked, found = self.linked, []
        for via, ways in all_ways.items():
            usable = {start: chain for start, chain in ways.get(target, {}).items() if linked(start)}
            if usable:
                items = frozenset().union(*[linked(start) for start in usable])
                strongest = max([chain[0] for chain in usable.values()], key=_strength)
                found.append((-strongest.strength, -len(items), via or "", via, strongest, items, usable))
        if len(found) > 1:
            found.sort(key=_by_worth)
        return [
            Route(self.catalogue.id, via, strongest, items, target, chains, place == 0)
            for place, (_, _, _, via, strongest, items, chains) in enumerate(found)
        ]


_strength = attrgetter("strength")
_by_worth = itemgetter(0, 1, 2)
