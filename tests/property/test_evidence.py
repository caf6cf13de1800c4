"""What is true of all evidence, on any day (specification 4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio_check.assess.evidence import use_evidence
from bio_check.assess.renew import renewals
from bio_check.model.answers import Status
from bio_check.model.assessment import EvidenceUse, Finding
from bio_check.model.catalogue import Facet, Item
from bio_check.model.evidence import Evidence, EvidenceKind
from bio_check.model.period import Period
from bio_check.value import replace

TODAY = date(2026, 11, 21)
"""The reference date of the findings that `a_finding` builds."""
PERIODS = st.builds(Period, st.integers(0, 30), st.integers(0, 90))
RHYTHMS = st.none() | PERIODS
NEAR = st.dates(date(2024, 1, 1), date(2028, 12, 31))
FACETS = st.sets(st.sampled_from(Facet), min_size=1).map(lambda chosen: tuple(one for one in Facet if one in chosen))


@dataclass(frozen=True, slots=True)
class Case:
    """What the worth of a piece may depend on."""

    dated: date
    kind: str
    valid_until: date | None
    shows: tuple[Facet, ...]


Build = Callable[[Case, str], Evidence]
Use = Callable[[Case, Period | None, date], EvidenceUse]
CASES = st.builds(
    Case,
    dated=NEAR,
    kind=st.sampled_from(["policy", "pentest", "bridge-letter"]),
    valid_until=st.none() | NEAR,
    shows=FACETS,
)
MANY = st.lists(CASES, max_size=5)


@pytest.fixture(scope="session")
def build(a_piece: Callable[..., Evidence]) -> Build:
    def one(case: Case, ident: str = "piece") -> Evidence:
        return replace(a_piece(ident, case.dated, case.kind), valid_until=case.valid_until, shows=case.shows)

    return one


@pytest.fixture(scope="session")
def use(build: Build, kinds: Mapping[str, EvidenceKind]) -> Use:
    return lambda case, rhythm, day: use_evidence(build(case, "piece"), rhythm, kinds, day)


@pytest.fixture(scope="session")
def judged(
    build: Build, an_item: Callable[..., Item], a_finding: Callable[..., Finding]
) -> Callable[[list[Case], Period | None], Finding]:
    def one(cases: list[Case], rhythm: Period | None) -> Finding:
        pieces = [build(case, f"piece-{index}") for index, case in enumerate(cases)]
        return a_finding(replace(an_item(), rhythm=rhythm), Status.MET, pieces)

    return one


@given(cases=MANY, more=CASES, rhythm=RHYTHMS)
def test_adding_evidence_never_takes_a_facet_away(
    judged: Callable[..., Finding], cases: list[Case], more: Case, rhythm: Period | None
) -> None:
    before, after = judged(cases, rhythm), judged([*cases, more], rhythm)

    assert set(before.shown) <= set(after.shown)
    assert before.proven <= after.proven


@given(cases=MANY, rhythm=RHYTHMS)
def test_order_of_evidence_does_not_matter(
    judged: Callable[..., Finding], cases: list[Case], rhythm: Period | None
) -> None:
    assert judged(cases, rhythm).shown == judged(cases[::-1], rhythm).shown


@given(case=CASES, rhythm=RHYTHMS, day=NEAR, later=st.timedeltas(timedelta(0), timedelta(2000)))
def test_what_lapsed_is_never_in_date_again(
    use: Use, case: Case, rhythm: Period | None, day: date, later: timedelta
) -> None:
    first, then = (use(case, rhythm, one) for one in (day, day + later))

    if case.dated <= day:
        assert then.in_date <= first.in_date
        assert set(then.shown) <= set(first.shown)
        assert set(then.lost) >= set(first.lost)


@given(case=CASES, rhythm=RHYTHMS, day=NEAR)
def test_piece_shows_at_most_what_it_says_and_nothing_while_out_of_date(
    use: Use, case: Case, rhythm: Period | None, day: date
) -> None:
    found = use(case, rhythm, day)

    assert set(found.shown) | set(found.lost) <= set(case.shows)
    assert not set(found.shown) & set(found.lost)
    assert found.in_date or not found.shown


@given(case=CASES, day=NEAR)
def test_piece_is_in_date_from_its_date_to_the_day_it_lapses(use: Use, case: Case, day: date) -> None:
    found = use(case, None, day)

    assert found.in_date == (case.dated <= day <= (found.lapses or date.max))


@given(case=CASES, rhythm=PERIODS, longer=st.integers(0, 12), day=NEAR)
def test_more_frequent_rhythm_never_lets_evidence_show_more(
    use: Use, case: Case, rhythm: Period, longer: int, day: date
) -> None:
    relaxed = replace(rhythm, months=rhythm.months + longer)

    strict, wide, free = (use(case, one, day) for one in (rhythm, relaxed, None))

    assert set(strict.shown) <= set(wide.shown) <= set(free.shown)


@given(cases=MANY, rhythm=RHYTHMS)
def test_due_is_exactly_what_ends_within_60_days_or_ended(
    judged: Callable[..., Finding], cases: list[Case], rhythm: Period | None
) -> None:
    finding = judged(cases, rhythm)

    due = renewals([finding], TODAY)

    ending = [use for use in finding.evidence if use.ends is not None and use.ends <= TODAY + timedelta(60)]
    assert {one.evidence.id: one.ends for one in due} == {use.evidence.id: use.ends for use in ending}
    assert [one.ends for one in due] == sorted(one.ends for one in due)
    assert all(one.ends == TODAY + timedelta(one.days) for one in due)


@given(start=st.dates(), later=st.dates(), period=PERIODS)
def test_period_never_ends_before_it_starts_and_a_later_start_never_ends_earlier(
    start: date, later: date, period: Period
) -> None:
    start, later = sorted((start, later))

    assert start <= period.after(start) <= period.after(later)


@given(start=st.dates(), months=st.integers(0, 99999), days=st.integers(0, 999999), more=st.integers(0, 999))
def test_longer_period_never_ends_earlier(start: date, months: int, days: int, more: int) -> None:
    end = Period(months, days).after(start)

    assert end <= Period(months + more, days).after(start)
    assert end <= Period(months, days + more).after(start)


@given(period=st.builds(Period, st.integers(0, 11999), st.integers(0, 99999)))
def test_period_that_is_written_reads_back_the_same(period: Period) -> None:
    assert Period.parse(str(period)) == period
