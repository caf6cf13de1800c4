"""Conclusions: what the findings on one catalogue amount to, worked out once for every reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bio_check.assess.conclude import conclude
from bio_check.assess.score import AXES, scores_by, total_score
from bio_check.errors import Place
from bio_check.model.answers import Answer, Status
from bio_check.model.assessment import CatalogueAssessment, Finding
from bio_check.model.catalogue import Catalogue, Item, Kind
from bio_check.model.evidence import Evidence

STATUSES = {
    "5.17.01": Status.MET,
    "5.17.02": Status.PARTIAL,
    "5.29": Status.UNANSWERED,
    "7.10.03": Status.NOT_APPLICABLE,
    "8.13.04": Status.MET,
    "8.34": Status.NOT_MET,
}


@pytest.fixture
def findings(
    an_item: Callable[..., Item], a_finding: Callable[..., Finding], a_piece: Callable[..., Evidence]
) -> list[Finding]:
    proof = {"5.17.01": [a_piece()]}
    return [a_finding(an_item(ident), status, proof.get(ident, ())) for ident, status in STATUSES.items()]


@pytest.fixture
def concluded(
    findings: list[Finding], an_item: Callable[..., Item], a_catalogue: Callable[..., Catalogue]
) -> CatalogueAssessment:
    return conclude(a_catalogue(map(an_item, STATUSES)), iter(findings), {})


def test_findings_stay_in_catalogue_order(concluded: CatalogueAssessment, findings: list[Finding]) -> None:
    assert concluded.findings == tuple(findings)


def test_score_is_that_of_all_findings_and_of_each_axis(
    concluded: CatalogueAssessment, findings: list[Finding]
) -> None:
    assert concluded.score == total_score(findings)
    assert concluded.by == {axis: scores_by(findings, axis) for axis in AXES}


def test_kinds_are_counted_apart_measures_first(concluded: CatalogueAssessment) -> None:
    counted = [(one.kind, one.score.items, list(one.groups)) for one in concluded.kinds]

    assert counted == [(Kind.MEASURE, 4, ["5", "7", "8"]), (Kind.CONTROL, 2, ["5", "8"])]


def test_groups_of_a_kind_add_up_to_the_kind(concluded: CatalogueAssessment) -> None:
    measures = concluded.kinds[0]

    parts = {group: (score.met, score.applicable) for group, score in measures.groups.items()}

    assert parts == {"5": (1, 2), "7": (0, 0), "8": (1, 1)}
    assert (measures.score.met, measures.score.applicable) == (2, 3)


def test_kind_without_items_is_left_out(
    findings: list[Finding], an_item: Callable[..., Item], a_catalogue: Callable[..., Catalogue]
) -> None:
    controls = [finding for finding in findings if finding.item.kind is Kind.CONTROL]

    concluded = conclude(a_catalogue(map(an_item, STATUSES)), controls, {})

    assert [one.kind for one in concluded.kinds] == [Kind.CONTROL]


def test_worst_item_decides_on_its_control(concluded: CatalogueAssessment) -> None:
    assert concluded.control_status == {
        "5.17": Status.PARTIAL,
        "5.29": Status.UNANSWERED,
        "7.10": Status.NOT_APPLICABLE,
        "8.13": Status.MET,
        "8.34": Status.NOT_MET,
    }


def test_gaps_and_proof_gaps_stand_apart_in_the_gap_order(concluded: CatalogueAssessment) -> None:
    assert [gap.item.id for gap in concluded.gaps] == ["5.29", "8.34", "5.17.02"]
    assert [gap.item.id for gap in concluded.proof_gaps] == ["8.13.04"]


def test_judgement_on_a_control_is_kept_and_counts_nowhere(
    concluded: CatalogueAssessment, findings: list[Finding]
) -> None:
    judgements = {"5.17": Answer(Place("answers.yaml", 3), Status.MET, note="volstaat")}

    judged = conclude(concluded.catalogue, findings, judgements)

    assert judged.judgements == judgements
    assert (judged.score, judged.control_status) == (concluded.score, concluded.control_status)
