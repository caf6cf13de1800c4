"""Findings of answered catalogues in, what they say about another out: never a silent met (specification 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from bio_check.assess.answered import Answered
from bio_check.assess.routes import Ways, all_ways
from bio_check.assess.score import WORST_FIRST, added
from bio_check.model.answers import Status
from bio_check.model.assessment import CatalogueAssessment
from bio_check.model.carried import Carried, CarriedStatus, Route
from bio_check.model.crosswalk import Links
from bio_check.model.score import Score
from bio_check.model.text import Text
from bio_check.value import value

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
    return next(carry_each([target], others, links))


def carry_each(
    targets: Iterable[CatalogueAssessment], others: Iterable[CatalogueAssessment], links: Links
) -> Iterator[tuple[Carried, ...]]:
    """Give what `carry` returns for each of several catalogues; what they start from is looked at once."""
    answered = [Answered(one) for one in others]
    for target in targets:
        starts = [(one, all_ways(one.catalogue.id, target.catalogue.id, links)) for one in answered]
        own = Answered(target)
        yield tuple(_carried(one, own, starts) for one in _targets(target, starts))


Start = tuple[Answered, Mapping[str | None, Ways]]
"""An answered catalogue, and the ways that lead from it to the target's."""


@value
class _Target:
    id: str
    title: Text
    group: str
    on_top: bool
    """Whether measures come on top of it: nothing from outside can settle those."""


def _targets(target: CatalogueAssessment, starts: Iterable[Start]) -> list[_Target]:
    """Return each control that applies, and each measure that some row names."""
    named = {ident for _, all_of_one in starts for ways in all_of_one.values() for ident in ways}
    found: dict[str, _Target] = {}
    for finding in target.findings:
        item = finding.item
        if item.control != item.id and item.control not in found:
            control = target.catalogue.controls[item.control]
            found[control.id] = _Target(control.id, control.title, control.group, on_top=True)
        if item.control == item.id or item.id in named:
            found[item.id] = _Target(item.id, item.title, item.group, on_top=False)
    return list(found.values())


def _carried(target: _Target, own: Answered, starts: Iterable[Start]) -> Carried:
    chosen: list[tuple[Answered, Route]] = []
    passed_over: list[Route] = []
    for start, ways in starts:
        routes = start.routes(target.id, ways)
        chosen += [(start, route) for route in routes[:1]]
        passed_over += routes[1:]
    status, hint = _judged(target, chosen)
    answered = any(finding.status is not Status.UNANSWERED for finding in own.linked(target.id).values())
    if answered:
        hint, whole = own.status(target.id)
        status = _GIVEN.get(hint, CarriedStatus.TO_BE_JUDGED) if whole else CarriedStatus.TO_BE_JUDGED
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


def _judged(target: _Target, chosen: Sequence[tuple[Answered, Route]]) -> tuple[CarriedStatus, Status | None]:
    """Return what the strongest paths amount to: the worst of them wins."""
    if not chosen:
        return CarriedStatus.UNCOVERED, None
    most = max(route.relationship.strength for _, route in chosen)
    found: set[CarriedStatus] = set()
    hints: set[Status] = set()
    for start, route in chosen:
        for ident, (relationship, _) in route.chains.items():
            if relationship.strength == most:
                status, whole = start.status(ident)
                hints.add(status)
                found.add(_settled(target, status, carries=whole and relationship.carries))
    return (
        next(one for one in _WORST_CARRIED if one in found),
        next(one for one in WORST_FIRST if one in hints),
    )


def _settled(target: _Target, status: Status, *, carries: bool) -> CarriedStatus:
    given = _GIVEN.get(status) if carries else None
    if given is None or (given is CarriedStatus.MET and target.on_top):
        return CarriedStatus.TO_BE_JUDGED
    return given


def _linked(chosen: Iterable[tuple[Answered, Route]]) -> Score:
    return added(chain.from_iterable(map(start.counts, route.items) for start, route in chosen))
