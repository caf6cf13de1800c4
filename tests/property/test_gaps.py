"""What is true of every gap order, whatever was found (specification 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio_check.assess.gaps import gaps, id_order, proof_gaps
from bio_check.model.answers import Answer, Risk, Status
from bio_check.model.assessment import Finding
from bio_check.model.catalogue import Duty, Facet, Item
from bio_check.value import replace

GAPS = (Status.PARTIAL, Status.NOT_MET, Status.UNANSWERED)


@dataclass(frozen=True, slots=True)
class Case:
    """What the gap order may depend on."""

    catalogue: str
    item: str
    status: Status
    shown: tuple[Facet, ...]
    duty: Duty
    weight: int
    risk: Risk | None
    effort: str


Build = Callable[[Iterable[Case]], list[Finding]]
CASES = st.builds(
    Case,
    catalogue=st.sampled_from(["bio2", "iso27001"]),
    item=st.sampled_from(["5.2", "5.02", "5.10", "5.10.1", "8.1", "A.5.2", "A.5.10"]),
    status=st.sampled_from(Status),
    shown=st.sampled_from([(), tuple(Facet)]),
    duty=st.sampled_from(Duty),
    weight=st.integers(1, 3),
    risk=st.none() | st.builds(Risk, st.integers(1, 5), st.integers(1, 5)),
    effort=st.sampled_from("SML"),
)
MANY = st.lists(CASES, max_size=12, unique_by=lambda case: (case.catalogue, case.item))


@pytest.fixture(scope="session")
def build(an_item: Callable[..., Item], an_answer: Callable[..., Answer], a_finding: Callable[..., Finding]) -> Build:
    def one(case: Case) -> Finding:
        item = replace(an_item(case.item), duty=case.duty, weight=case.weight, effort=case.effort)
        finding = a_finding(item, replace(an_answer(case.status), risk=case.risk))
        return replace(finding, catalogue=case.catalogue, shown=case.shown)

    return lambda cases: [one(case) for case in cases]


@given(pair=MANY.flatmap(lambda cases: st.tuples(st.just(cases), st.permutations(cases))))
def test_order_is_the_same_whatever_order_the_findings_come_in(
    build: Build, pair: tuple[list[Case], list[Case]]
) -> None:
    findings, shuffled = map(build, pair)

    assert gaps(findings) == gaps(shuffled)
    assert proof_gaps(findings) == proof_gaps(shuffled)


@given(cases=MANY)
def test_every_applicable_item_is_a_gap_or_a_proof_gap_or_proven(build: Build, cases: list[Case]) -> None:
    findings = build(cases)

    told = [*gaps(findings), *proof_gaps(findings), *(finding for finding in findings if finding.proven)]

    places = [(finding.catalogue, finding.item.id) for finding in told]
    assert sorted(places) == sorted((one.catalogue, one.item.id) for one in findings if one.applicable)


@given(cases=MANY)
def test_priority_falls_along_the_list_and_effort_rises_within_it(build: Build, cases: list[Case]) -> None:
    ordered = [(-gap.priority.value, "SML".index(gap.item.effort)) for gap in gaps(build(cases))]

    assert ordered == sorted(ordered)
    assert all(minus_priority < 0 for minus_priority, _ in ordered)


@given(cases=MANY, one=CASES, status=st.sampled_from(GAPS))
def test_more_weight_or_duty_or_risk_never_moves_a_gap_down(
    build: Build, cases: list[Case], one: Case, status: Status
) -> None:
    low = replace(one, catalogue="nis2", status=status, weight=1, duty=Duty.SELF_REGULATION, risk=Risk(1, 1))
    lifted = [replace(low, weight=2), replace(low, duty=Duty.LAW), replace(low, risk=Risk(5, 5)), low]

    ranks = [
        next(index for index, gap in enumerate(gaps(build([*cases, case]))) if gap.catalogue == "nis2")
        for case in lifted
    ]

    assert max(ranks) == ranks[-1]


@given(first=st.integers(0, 999), second=st.integers(0, 999))
def test_numbers_in_ids_are_compared_as_numbers(first: int, second: int) -> None:
    keys = [id_order(f"5.{number}.01") for number in (first, second)]

    assert (keys[0] < keys[1]) == (first < second)


@given(idents=st.lists(st.text("019²٣.aZ -\t", max_size=8), max_size=8))
def test_any_text_has_a_place_in_the_order_of_ids(idents: list[str]) -> None:
    ordered = sorted(idents, key=id_order)

    assert [id_order(ident) for ident in ordered] == sorted(map(id_order, idents))
