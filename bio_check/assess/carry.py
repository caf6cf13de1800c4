"""Findings of answered catalogues in, what they say about another out: never a silent met (specification 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bio_check.assess.routes import Paths, all_paths
from bio_check.assess.score import WORST_FIRST, control_status, total_score
from bio_check.model.answers import Status
from bio_check.model.assessment import CatalogueAssessment, Finding
from bio_check.model.carried import Carried, CarriedStatus, Route
from bio_check.model.crosswalk import Links, Path
from bio_check.model.score import Score
from bio_check.model.text import Text
from bio_check.value import replace, value

_WORST_CARRIED = (CarriedStatus.NOT_MET, CarriedStatus.TO_BE_JUDGED, CarriedStatus.PARTIAL, CarriedStatus.MET)
_GIVEN = {
    Status.MET: CarriedStatus.MET,
    Status.PARTIAL: CarriedStatus.PARTIAL,
    Status.NOT_MET: CarriedStatus.NOT_MET,
}
"""What a status carries over as; unanswered and not applicable settle nothing elsewhere."""


def carry(target: CatalogueAssessment, others: Iterable[CatalogueAssessment], links: Links) -> tuple[Carried, ...]:
    """Return what the findings on other catalogues say about each target of one, in catalogue order.

    Args:
        target: The catalogue to carry to, with the items that apply; those that it answers itself keep their status.
        others: The answered catalogues.
        links: The crosswalks.
    """
    starts = [Start(one, all_paths(one.catalogue.id, target.catalogue.id, links)) for one in others]
    own = {finding.item.id: finding for finding in target.findings}
    return tuple(_carried(one, own.get(one.id), starts) for one in _targets(target, starts))


@value
class _Target:
    id: str
    title: Text
    group: str
    on_top: bool
    """Whether measures come on top of it: nothing from outside can settle those."""


class Start:
    """One answered catalogue: its statuses by id, and the paths that leave from it."""

    def __init__(self, assessment: CatalogueAssessment, paths: Mapping[str | None, Paths]) -> None:
        self.assessment = assessment
        self.catalogue = assessment.catalogue
        self.paths = paths
        self.findings = {finding.item.id: finding for finding in assessment.findings}

    def linked(self, ident: str) -> tuple[Finding, ...]:
        """Return the findings that an id stands for; empty where none of them applies here."""
        return tuple(self.findings[item] for item in self.catalogue.index.parts.get(ident, ()) if item in self.findings)

    def status(self, ident: str) -> tuple[Status, bool]:
        """Return the status that an id has, and whether it is settled as a whole.

        Of a control with measures only its own judgement settles that meeting them is enough; of a range of items
        nothing does.
        """
        found = self.linked(ident)
        status = control_status(found)
        if ident in self.findings or status is not Status.MET:
            return status, True
        judgement = self.assessment.judgements.get(ident)
        if judgement is None or judgement.status is Status.UNANSWERED:
            return status, False
        return judgement.status, True

    def routes(self, target: str) -> list[Route]:
        """Return the ways to a target, the strongest first, and among equals the one that carries most."""
        routes = []
        for via, paths in self.paths.items():
            usable = tuple(path for path in paths.get(target, ()) if self.linked(path.start))
            if usable:
                items = {finding.item.id for path in usable for finding in self.linked(path.start)}
                strongest = max((path.relationship for path in usable), key=lambda one: one.strength)
                routes.append(Route(self.catalogue.id, via, strongest, len(items), usable))
        return sorted(routes, key=lambda one: (-one.relationship.strength, -one.items, one.via or ""))


def _targets(target: CatalogueAssessment, starts: Iterable[Start]) -> list[_Target]:
    """Return each control that applies, and each measure that some row names."""
    named = {ident for start in starts for paths in start.paths.values() for ident in paths}
    found: dict[str, _Target] = {}
    for finding in target.findings:
        item = finding.item
        if item.control != item.id and item.control not in found:
            control = target.catalogue.controls[item.control]
            found[control.id] = _Target(control.id, control.title, control.group, on_top=True)
        if item.control == item.id or item.id in named:
            found[item.id] = _Target(item.id, item.title, item.group, on_top=False)
    return list(found.values())


def _carried(target: _Target, own: Finding | None, starts: Iterable[Start]) -> Carried:
    chosen: list[tuple[Start, Route]] = []
    passed_over: list[Route] = []
    for start in starts:
        first, *rest = start.routes(target.id) or (None,)
        if first is not None:
            chosen.append((start, replace(first, chosen=True)))
        passed_over += [route for route in rest if route is not None]
    status, hint = _judged(target, chosen)
    answered = own is not None and own.status is not Status.UNANSWERED
    if own is not None and answered:
        status, hint = _GIVEN.get(own.status, CarriedStatus.TO_BE_JUDGED), own.status
    return Carried(
        target=target.id,
        title=target.title,
        group=target.group,
        status=status,
        hint=hint if status is CarriedStatus.TO_BE_JUDGED else None,
        linked=_linked(chosen),
        routes=(*(route for _, route in chosen), *passed_over),
        answered=answered,
    )


def _judged(target: _Target, chosen: Sequence[tuple[Start, Route]]) -> tuple[CarriedStatus, Status | None]:
    """Return what the strongest paths amount to: the worst of them wins."""
    pairs = [(start, path) for start, route in chosen for path in route.paths]
    if not pairs:
        return CarriedStatus.UNCOVERED, None
    most = max(path.relationship.strength for _, path in pairs)
    strongest = [(start, path) for start, path in pairs if path.relationship.strength == most]
    found = {_settled(target, start, path) for start, path in strongest}
    hints = {start.status(path.start)[0] for start, path in strongest}
    return (
        next(one for one in _WORST_CARRIED if one in found),
        next(one for one in WORST_FIRST if one in hints),
    )


def _settled(target: _Target, start: Start, path: Path) -> CarriedStatus:
    status, whole = start.status(path.start)
    given = _GIVEN.get(status) if whole and path.relationship.carries else None
    if given is None or (given is CarriedStatus.MET and target.on_top):
        return CarriedStatus.TO_BE_JUDGED
    return given


def _linked(chosen: Iterable[tuple[Start, Route]]) -> Score:
    findings = {
        (finding.catalogue, finding.item.id): finding
        for start, route in chosen
        for path in route.paths
        for finding in start.linked(path.start)
    }
    return total_score(findings.values())
