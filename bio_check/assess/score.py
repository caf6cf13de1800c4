"""Findings in, scores out: whole numbers that add up (specification 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from bio_check.model.answers import Status
from bio_check.model.assessment import Finding, Score
from bio_check.model.catalogue import Facet

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

_WORST_FIRST = (Status.NOT_MET, Status.UNANSWERED, Status.PARTIAL, Status.MET, Status.NOT_APPLICABLE)


def score_finding(finding: Finding) -> Score:
    """Return the score of a single finding: the part that every total is the sum of."""
    status = finding.status
    if status is Status.NOT_APPLICABLE:
        return Score(not_applicable=1)
    weight = finding.item.weight
    return Score(
        met=int(status is Status.MET),
        partial=int(status is Status.PARTIAL),
        not_met=int(status is Status.NOT_MET),
        unanswered=int(status is Status.UNANSWERED),
        proven=int(finding.proven),
        design=int(Facet.DESIGN in finding.shown),
        existence=int(Facet.EXISTENCE in finding.shown),
        operation=int(Facet.OPERATION in finding.shown),
        weight=weight,
        half_points=int(2 * weight * status.credit),
        open_weight=weight if status is Status.UNANSWERED else 0,
    )


def total_score(findings: Iterable[Finding]) -> Score:
    """Return what the findings earn together; all zero where there are none."""
    return sum((score_finding(finding) for finding in findings), start=Score())


def scores_by(findings: Iterable[Finding], axis: str) -> dict[str, Score]:
    """Return a score per value of one of `AXES`, in the order in which the values first occur."""
    value_of = AXES[axis]
    scores: dict[str, Score] = {}
    for finding in findings:
        value = value_of(finding)
        if value is not None:
            scores[str(value)] = scores.get(str(value), Score()) + score_finding(finding)
    return scores


def control_status(findings: Iterable[Finding]) -> Status:
    """Return the status of a control from the findings on its items: the worst of the applicable ones wins.

    Source:
        Specification 5.5.
    """
    found = {finding.status for finding in findings}
    return next(status for status in _WORST_FIRST if status in found)
