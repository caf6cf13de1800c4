"""Findings and scores: what follows from their fields alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from bio_check.model.answers import Answer, Status
from bio_check.model.assessment import EvidenceUse, Finding, Priority
from bio_check.model.catalogue import Facet, Item
from bio_check.model.evidence import Evidence
from bio_check.model.score import Ratio, Score
from bio_check.value import replace

SOME = Score(met=3, partial=2, not_met=1, not_applicable=4, unanswered=1, proven=2, design=5, existence=4, operation=3)
WEIGHED = replace(SOME, weight=12, half_points=14, open_weight=2)


def test_scores_add_up_field_by_field() -> None:
    one = Score(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
    other = Score(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120)

    together = one + other

    assert together == Score(11, 22, 33, 44, 55, 66, 77, 88, 99, 110, 121, 132)


def test_empty_score_adds_nothing() -> None:
    assert WEIGHED + Score() == WEIGHED
    assert Score() + WEIGHED == WEIGHED


def test_not_applicable_items_leave_the_denominator_but_not_the_count() -> None:
    assert (WEIGHED.applicable, WEIGHED.items) == (7, 11)


def test_every_ratio_keeps_its_counts() -> None:
    assert WEIGHED.strict == Ratio(3, 7)
    assert WEIGHED.assessed == Ratio(6, 7)
    assert WEIGHED.proven_share == Ratio(2, 7)
    assert WEIGHED.strict_if_set_aside_not_met == Ratio(3, 11)
    assert [WEIGHED.shown(facet) for facet in Facet] == [Ratio(5, 7), Ratio(4, 7), Ratio(3, 7)]


def test_weighted_score_runs_from_open_items_not_met_to_open_items_met() -> None:
    assert WEIGHED.weighted.fraction == Fraction(7, 12)
    assert WEIGHED.highest.fraction == Fraction(9, 12)


def test_ratio_of_nothing_is_none_and_not_zero() -> None:
    assert Ratio(0, 0).fraction is None
    assert Ratio(0, 5).fraction == 0
    assert Ratio(4, 6).fraction == Fraction(2, 3)


@pytest.mark.parametrize("score", [Score(), Score(not_applicable=3)])
def test_where_nothing_applies_there_is_no_score(score: Score) -> None:
    ratios = [score.strict, score.weighted, score.highest, score.assessed, score.proven_share]

    shares = [ratio.fraction for ratio in (*ratios, *map(score.shown, Facet))]

    assert shares == [None] * 8


def test_everything_set_aside_and_then_counted_as_not_met_is_zero() -> None:
    assert Score(not_applicable=3).strict_if_set_aside_not_met.fraction == 0


def test_priority_is_the_product_of_its_factors() -> None:
    assert Priority(duty=2, weight=3, shortfall=Fraction(1, 2), risk=9).value == 27
    assert Priority(duty=1, weight=1, shortfall=Fraction(1, 2), risk=25).value == Fraction(25, 2)
    assert Priority(duty=2, weight=3, shortfall=Fraction(0), risk=25).value == 0


@pytest.mark.parametrize(
    ("status", "applicable", "gap"),
    [
        (Status.MET, True, False),
        (Status.PARTIAL, True, True),
        (Status.NOT_MET, True, True),
        (Status.UNANSWERED, True, True),
        (Status.NOT_APPLICABLE, False, False),
    ],
)
def test_gap_is_what_applies_and_is_not_met(
    status: Status, *, applicable: bool, gap: bool, an_item: Callable[..., Item], a_finding: Callable[..., Finding]
) -> None:
    finding = a_finding(an_item(), status)

    assert (finding.applicable, finding.is_gap) == (applicable, gap)


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("shown", [(), (Facet.DESIGN,), (Facet.DESIGN, Facet.EXISTENCE), tuple(Facet)])
def test_only_met_with_all_three_facets_shown_is_proven(
    status: Status, shown: tuple[Facet, ...], an_item: Callable[..., Item], a_finding: Callable[..., Finding]
) -> None:
    finding = replace(a_finding(an_item(), status), shown=shown)

    met, full = status is Status.MET, len(shown) == 3
    assert (finding.proven, finding.is_proof_gap) == (met and full, met and not full)


def test_owner_is_who_the_answer_names(
    an_item: Callable[..., Item], an_answer: Callable[..., Answer], a_finding: Callable[..., Finding]
) -> None:
    owned = a_finding(an_item(), replace(an_answer(), owner="teamleider I&A"))
    unowned, unanswered = a_finding(an_item(), an_answer()), a_finding(an_item(), None)

    assert (owned.owner, unowned.owner, unanswered.owner) == ("teamleider I&A", None, None)


@pytest.mark.parametrize(
    ("lapses", "operation_until", "ends"),
    [
        (None, None, None),
        (date(2027, 2, 10), None, date(2027, 2, 10)),
        (None, date(2026, 5, 10), date(2026, 5, 10)),
        (date(2027, 2, 10), date(2026, 5, 10), date(2026, 5, 10)),
        (date(2026, 2, 10), date(2026, 5, 10), date(2026, 2, 10)),
    ],
)
def test_evidence_ends_with_the_first_worth_that_it_loses(
    lapses: date | None, operation_until: date | None, ends: date | None, a_piece: Callable[..., Evidence]
) -> None:
    use = EvidenceUse(a_piece(), in_date=True, lapses=lapses, operation_until=operation_until, shown=tuple(Facet))

    assert use.ends == ends
