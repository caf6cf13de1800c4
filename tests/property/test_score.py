"""What is true of every score, whatever was answered (specification 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio_check.assess.score import AXES, control_status, scores_by, total_score
from bio_check.model.answers import Answer, Status
from bio_check.model.assessment import Finding
from bio_check.model.catalogue import Duty, Facet, Item
from bio_check.model.score import Score
from bio_check.render.figures import percent, percent_number
from bio_check.value import replace

BETTER = {
    Status.NOT_MET: (Status.PARTIAL, Status.MET),
    Status.PARTIAL: (Status.MET,),
    Status.UNANSWERED: (Status.MET,),
}
"""Unanswered to partial is missing: it settles an open question, so the highest bound rightly falls."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a score may depend on."""

    status: Status
    weight: int
    shown: frozenset[Facet]
    item: str
    duty: Duty
    role: str
    owner: str | None
    provider: str | None


Build = Callable[[Iterable[Case]], list[Finding]]
CASES = st.builds(
    Case,
    status=st.sampled_from(Status),
    weight=st.integers(1, 3),
    shown=st.frozensets(st.sampled_from(Facet)),
    item=st.sampled_from(["5.17.01", "5.17.02", "5.29", "8.13.04"]),
    duty=st.sampled_from(Duty),
    role=st.sampled_from(["ciso", "it"]),
    owner=st.sampled_from([None, "Anna", "Bert"]),
    provider=st.sampled_from([None, "vijfstroom"]),
)
MANY = st.lists(CASES, max_size=12)
SHARES = st.fractions(0, 1, max_denominator=5000)


@pytest.fixture(scope="session")
def build(an_item: Callable[..., Item], an_answer: Callable[..., Answer], a_finding: Callable[..., Finding]) -> Build:
    def one(case: Case) -> Finding:
        item = replace(an_item(case.item), weight=case.weight, duty=case.duty, role=case.role)
        finding = a_finding(item, replace(an_answer(case.status), owner=case.owner))
        return replace(finding, shown=tuple(facet for facet in Facet if facet in case.shown), provider=case.provider)

    return lambda cases: [one(case) for case in cases]


def _shares(score: Score) -> list[Fraction | None]:
    ratios = [score.strict, score.weighted, score.highest, score.assessed, score.proven_share]
    return [ratio.fraction for ratio in (*ratios, score.strict_if_set_aside_not_met, *map(score.shown, Facet))]


@given(cases=MANY)
def test_every_share_lies_from_0_to_1_and_is_none_only_where_nothing_counts(build: Build, cases: list[Case]) -> None:
    score = total_score(build(cases))

    assert all(share is None or 0 <= share <= 1 for share in _shares(score))
    assert (score.strict.fraction is None) == (score.applicable == 0)
    assert (score.weighted.fraction is None) == (score.applicable == 0)


@given(cases=MANY)
def test_bounds_are_the_scores_with_every_open_question_settled(build: Build, cases: list[Case]) -> None:
    score = total_score(build(cases))

    low, high = (
        total_score(build(replace(case, status=end) if case.status is Status.UNANSWERED else case for case in cases))
        for end in (Status.NOT_MET, Status.MET)
    )
    assert (score.weighted.fraction, score.highest.fraction) == (low.weighted.fraction, high.weighted.fraction)
    assert score.weighted.part <= score.highest.part


@given(cases=MANY, one=CASES.filter(lambda case: case.status in BETTER), data=st.data())
def test_better_answer_lowers_no_score(build: Build, cases: list[Case], one: Case, data: st.DataObject) -> None:
    better = replace(one, status=data.draw(st.sampled_from(BETTER[one.status])))

    before, after = (_shares(total_score(build([*cases, case]))) for case in (one, better))

    assert all(old is not None and new is not None and old <= new for old, new in zip(before, after, strict=True))


@given(cases=MANY, one=CASES, status=st.sampled_from([Status.MET, Status.PARTIAL, Status.NOT_MET]))
def test_answering_an_open_question_narrows_the_bounds(
    build: Build, cases: list[Case], one: Case, status: Status
) -> None:
    open_, answered = (total_score(build([*cases, replace(one, status=each)])) for each in (Status.UNANSWERED, status))

    assert open_.weighted.part <= answered.weighted.part <= answered.highest.part <= open_.highest.part
    assert open_.weighted.whole == answered.weighted.whole
    assert open_.assessed.part + 1 == answered.assessed.part


@given(pair=MANY.flatmap(lambda cases: st.tuples(st.just(cases), st.permutations(cases))))
def test_order_of_findings_does_not_matter(build: Build, pair: tuple[list[Case], list[Case]]) -> None:
    findings, shuffled = map(build, pair)

    assert total_score(findings) == total_score(shuffled)
    assert [scores_by(findings, axis) for axis in AXES] == [scores_by(shuffled, axis) for axis in AXES]


@given(cases=MANY, one=CASES)
def test_setting_an_item_aside_never_raises_the_score_that_counts_it_as_not_met(
    build: Build, cases: list[Case], one: Case
) -> None:
    aside = replace(one, status=Status.NOT_APPLICABLE)

    before, after = (total_score(build([*cases, case])).strict_if_set_aside_not_met for case in (one, aside))

    assert after.whole == before.whole
    assert after.part <= before.part


@given(parts=st.lists(MANY, max_size=4))
def test_whole_is_the_sum_of_its_parts(build: Build, parts: list[list[Case]]) -> None:
    whole = total_score(build(case for part in parts for case in part))

    assert whole == sum((total_score(build(part)) for part in parts), start=Score())


@pytest.mark.parametrize("axis", sorted(AXES))
@given(cases=MANY)
def test_whole_is_the_sum_of_the_scores_per_value_of_an_axis(build: Build, axis: str, cases: list[Case]) -> None:
    findings = build(cases)

    together = sum(scores_by(findings, axis).values(), start=Score())

    if axis in {"owner", "provider"}:  # what has none is left out
        findings = [finding for finding in findings if AXES[axis](finding) is not None]
    assert together == total_score(findings)


@given(cases=MANY)
def test_proven_is_at_most_met_and_at_most_what_each_facet_shows(build: Build, cases: list[Case]) -> None:
    score = total_score(build(cases))

    assert score.proven <= min(score.met, score.design, score.existence, score.operation)


@given(cases=st.lists(CASES, min_size=1, max_size=6))
def test_control_is_met_only_if_all_its_applicable_items_are(build: Build, cases: list[Case]) -> None:
    applicable = [case.status for case in cases if case.status is not Status.NOT_APPLICABLE]

    status = control_status(build(cases))

    assert (status is Status.MET) == (bool(applicable) and set(applicable) == {Status.MET})
    assert (status is Status.NOT_APPLICABLE) == (not applicable)


@given(share=SHARES)
def test_percentage_that_is_shown_is_the_exact_one_within_half_a_tenth(share: Fraction) -> None:
    english, dutch, number = percent(share, "en"), percent(share, "nl"), percent_number(share)

    shown = Fraction(english.removesuffix("%"))
    assert abs(shown - share * 100) <= Fraction(1, 20)
    assert dutch == english.replace(".", ",")
    assert (english, number) == (f"{number}%", float(shown))


@given(tenths=st.integers(0, 999))
def test_half_a_tenth_is_rounded_to_the_even_tenth(tenths: int) -> None:
    shown = percent(Fraction(2 * tenths + 1, 2000), "en")

    even = tenths + tenths % 2
    assert shown == f"{even // 10}.{even % 10}%"
