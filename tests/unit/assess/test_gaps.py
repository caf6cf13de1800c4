"""Gaps: what is one, and in which order they stand (specification 7)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bio_check.assess.gaps import gaps, id_order, proof_gaps
from bio_check.model.answers import Answer, Risk, Status
from bio_check.model.assessment import Finding
from bio_check.model.catalogue import Duty, Facet, Item
from bio_check.model.evidence import Evidence
from bio_check.value import replace

Items = Callable[..., Item]
Answers = Callable[..., Answer]
Findings = Callable[..., Finding]


def _ids(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.item.id for finding in findings]


def test_gaps_are_what_applies_and_is_not_met(an_item: Items, a_finding: Findings) -> None:
    statuses = dict(zip(("5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.5"), Status, strict=True))

    found = gaps(a_finding(an_item(ident), status) for ident, status in statuses.items())

    assert {finding.status for finding in found} == {Status.PARTIAL, Status.NOT_MET, Status.UNANSWERED}


def test_proof_gaps_stand_apart(an_item: Items, a_finding: Findings, a_piece: Callable[..., Evidence]) -> None:
    findings = [
        a_finding(an_item("5.1.1"), Status.MET, [a_piece()]),
        a_finding(an_item("5.1.2"), Status.MET, [replace(a_piece(), shows=(Facet.DESIGN,))]),
        a_finding(an_item("5.1.3"), Status.PARTIAL),
    ]

    assert _ids(proof_gaps(findings)) == ["5.1.2"]
    assert _ids(gaps(findings)) == ["5.1.3"]


def test_gaps_stand_by_priority_then_effort_then_id(an_item: Items, a_finding: Findings) -> None:
    efforts = {"5.10": "M", "5.2": "M", "5.3": "L", "5.4": "S", "5.1": "L"}
    findings = [a_finding(replace(an_item(ident), effort=effort), None) for ident, effort in efforts.items()]
    findings.append(a_finding(replace(an_item("8.34"), effort="L", weight=2), None))

    assert _ids(gaps(findings)) == ["8.34", "5.4", "5.2", "5.10", "5.1", "5.3"]


@pytest.mark.parametrize("factor", ["duty", "weight", "shortfall", "risk"])
def test_each_factor_lifts_a_gap_to_the_top(
    factor: str, an_item: Items, an_answer: Answers, a_finding: Findings
) -> None:
    first, plain = an_item("5.1"), an_answer(Status.PARTIAL)
    lifted = {
        "duty": a_finding(replace(an_item("8.1"), duty=Duty.LAW), plain),
        "weight": a_finding(replace(an_item("8.1"), weight=2), plain),
        "shortfall": a_finding(an_item("8.1"), Status.NOT_MET),
        "risk": a_finding(an_item("8.1"), replace(plain, risk=Risk(2, 5))),
    }

    assert _ids(gaps([a_finding(first, plain), lifted[factor]])) == ["8.1", "5.1"]


def test_low_risk_sinks_below_the_default_of_nine(an_item: Items, an_answer: Answers, a_finding: Findings) -> None:
    answer = an_answer(Status.PARTIAL)
    findings = [
        a_finding(an_item("5.1"), replace(answer, risk=Risk(2, 4))),
        a_finding(an_item("5.2"), answer),
        a_finding(an_item("5.3"), replace(answer, risk=Risk(3, 3))),
    ]

    assert _ids(gaps(findings)) == ["5.2", "5.3", "5.1"]


def test_proof_gaps_stand_by_effort_then_id(an_item: Items, a_finding: Findings) -> None:
    efforts = {"5.10": "S", "5.2": "S", "5.1": "M"}

    found = proof_gaps(a_finding(replace(an_item(ident), effort=effort, weight=3)) for ident, effort in efforts.items())

    assert _ids(found) == ["5.2", "5.10", "5.1"]


def test_same_id_in_two_catalogues_has_one_order_whichever_comes_first(an_item: Items, a_finding: Findings) -> None:
    ours = a_finding(an_item("5.1"), None)
    other = replace(ours, catalogue="iso27001")

    assert gaps([ours, other]) == gaps([other, ours]) == (ours, other)


def test_ids_of_equal_numbers_have_one_order_whichever_comes_first(an_item: Items, a_finding: Findings) -> None:
    short, long = a_finding(an_item("5.4"), None), a_finding(an_item("5.04"), None)

    assert gaps([short, long]) == gaps([long, short])


@pytest.mark.parametrize(
    "ordered",
    [
        ["5.2", "5.10"],
        ["5.02", "5.10"],
        ["5.17", "5.17.01", "5.17.02", "5.17.10", "5.18"],
        ["9.9", "10.1"],
        ["A.5.2", "A.5.10", "A.8.1"],
        ["21.2.a", "21.2.b", "21.10.a"],
        ["Artikel 2", "Artikel 10"],
        ["5.²", "5.3"],
    ],
)
def test_ids_stand_as_people_count(ordered: list[str]) -> None:
    backwards = ordered[::-1]

    assert sorted(backwards, key=id_order) == ordered
