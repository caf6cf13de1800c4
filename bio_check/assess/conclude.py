"""Findings in, an assessment out: scores, gap order and evidence to renew, worked out once for every reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bio_check.assess.gaps import gaps, proof_gaps
from bio_check.assess.score import control_status, scores_by, scores_by_all, total_score
from bio_check.model.answers import Answer
from bio_check.model.assessment import CatalogueAssessment, Finding
from bio_check.model.catalogue import Catalogue, Kind
from bio_check.model.score import KindScores, Score


def conclude(
    catalogue: Catalogue, findings: Iterable[Finding], judgements: Mapping[str, Answer]
) -> CatalogueAssessment:
    """Return what the findings on one catalogue amount to.

    Args:
        catalogue: The norm.
        findings: In catalogue order; all of them, or those that a filter kept.
        judgements: Control id to the judgement whether its measures suffice.
    """
    findings = tuple(findings)
    by_control: dict[str, list[Finding]] = {}
    for finding in findings:
        by_control.setdefault(finding.item.control, []).append(finding)
    return CatalogueAssessment(
        catalogue=catalogue,
        findings=findings,
        judgements=judgements,
        score=total_score(findings),
        by=scores_by_all(findings),
        kinds=tuple(_kinds(findings)),
        control_status={ident: control_status(found) for ident, found in by_control.items()},
        gaps=gaps(findings),
        proof_gaps=proof_gaps(findings),
        apart=_apart(findings) if catalogue.groups_apart else {},
    )


def _apart(findings: tuple[Finding, ...]) -> Mapping[str, Mapping[str, Mapping[str, Score]]]:
    by_group: dict[str, list[Finding]] = {}
    for finding in findings:
        by_group.setdefault(finding.item.group, []).append(finding)
    return {group: scores_by_all(found) for group, found in by_group.items()}


def _kinds(findings: tuple[Finding, ...]) -> Iterable[KindScores]:
    for kind in Kind:
        of_kind = [finding for finding in findings if finding.item.kind is kind]
        if of_kind:
            yield KindScores(kind, total_score(of_kind), scores_by(of_kind, "group"))
