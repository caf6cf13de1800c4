"""Findings in, scores out: whole numbers that add up (specification 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from bio_check.model.answers import Status
from bio_check.model.assessment import Finding
from bio_check.model.catalogue import Facet
from bio_check.model.score import Score

AXES: Mapping[str, Callable[[Finding], str | None]] = {
    "kind": lambda finding: finding.item.kind,
    "group": lambda finding: finding.item.group,
    "control": lambda finding: finding.item.control,
    "duty": lambda finding: finding.item.duty,
    "role": lambda finding: finding.item.role,
    "owner": lambda finding: finding.owner,
    "provider": lambda finding: finding.provider,
}
"""What scores are kept by (specification 5.5); None leaves a finding out."""

Counts = tuple[int, ...]
"""What findings add to each field of a `Score`, in their order."""

WORST_FIRST = (Status.NOT_MET, Status.UNANSWERED, Status.PARTIAL, Status.MET, Status.NOT_APPLICABLE)


def total_score(findings: Iterable[Finding]) -> Score:
    """Return what the findings earn together; all zero where there are none."""
    return added(map(counts, findings))


def scores_by(findings: Iterable[Finding], axis: str) -> dict[str, Score]:
    """Return a score per value of one of `AXES`, in the order in which the values first occur."""
    return _scores_by([(finding, counts(finding)) for finding in findings], axis)


def scores_by_all(findings: Iterable[Finding]) -> dict[str, dict[str, Score]]:
    """Return `scores_by` for every one of `AXES`; each finding is counted only once."""
    counted = [(finding, counts(finding)) for finding in findings]
    return {axis: _scores_by(counted, axis) for axis in AXES}


def _scores_by(counted: Iterable[tuple[Finding, Counts]], axis: str) -> dict[str, Score]:
    value_of = AXES[axis]
    parts: dict[str, list[Counts]] = {}
    for finding, part in counted:
        value = value_of(finding)
        if value is not None:
            parts.setdefault(value, []).append(part)
    return {str(value): added(found) for value, found in parts.items()}


def added(parts: Iterable[Counts]) -> Score:
    """Return the score that counts add up to."""
    return Score(*map(sum, zip(*parts, strict=True)))


def counts(finding: Finding) -> Counts:
    """Return what one finding adds to each field of a `Score`, in their order."""
    status, shown, weight = finding.status, finding.shown, finding.item.weight
    if status is Status.NOT_APPLICABLE:
        return (0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
    unanswered = status is Status.UNANSWERED
    return (
        status is Status.MET,
        status is Status.PARTIAL,
        status is Status.NOT_MET,
        0,
        unanswered,
        finding.proven,
        Facet.DESIGN in shown,
        Facet.EXISTENCE in shown,
        Facet.OPERATION in shown,
        weight,
        weight * status.half_points,
        weight * unanswered,
    )


def control_status(findings: Iterable[Finding]) -> Status:
    """Return the status of a control from the findings on its items: the worst of the applicable ones wins.

    Source:
        Specification 5.5.
    """
    found = {finding.status for finding in findings}
    return next(status for status in WORST_FIRST if status in found)
