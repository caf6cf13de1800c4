"""The worked example of specification 5.6: normative, in exact fractions and as rounded for machines."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from bio_check.assess.score import total_score
from bio_check.model.answers import Status
from bio_check.model.assessment import Finding
from bio_check.model.catalogue import Item
from bio_check.model.score import Ratio, Score
from bio_check.render.facts import score_facts
from bio_check.render.figures import percent, percent_number, share

COUNTS = {
    Status.MET: 61,
    Status.PARTIAL: 34,
    Status.NOT_MET: 15,
    Status.NOT_APPLICABLE: 2,
    Status.UNANSWERED: 5,
}


@pytest.fixture
def score(an_item: Callable[..., Item], a_finding: Callable[..., Finding]) -> Score:
    return total_score(a_finding(an_item(), status) for status, count in COUNTS.items() for _ in range(count))


def test_counts_come_to_117_measures_of_which_115_apply(score: Score) -> None:
    assert (score.items, score.applicable) == (117, 115)
    assert (score.met, score.partial, score.not_met, score.not_applicable, score.unanswered) == tuple(COUNTS.values())


def test_ratios_are_exact_and_keep_their_counts(score: Score) -> None:
    assert score.strict == Ratio(61, 115)
    assert score.assessed == Ratio(110, 115)
    assert score.weighted.fraction == Fraction(78, 115)
    assert score.strict_if_set_aside_not_met == Ratio(61, 117)


def test_bounds_are_exact(score: Score) -> None:
    assert (score.weighted.fraction, score.highest.fraction) == (Fraction(78, 115), Fraction(83, 115))


def test_json_gives_fractions_in_lowest_terms_and_percentages_with_one_decimal(score: Score) -> None:
    facts = score_facts(score)

    assert facts["strict"] == {"ratio": [61, 115], "percent": 53.0}
    assert facts["weighted"] == {"ratio": [78, 115], "percent": 67.8}
    assert facts["assessed"] == {"ratio": [22, 23], "percent": 95.7}
    assert facts["bounds"] == {"low": [78, 115], "high": [83, 115]}


def test_bounds_read_67_8_to_72_2(score: Score) -> None:
    shown = [percent(ratio.fraction, "en") for ratio in (score.weighted, score.highest)]

    assert shown == ["67.8%", "72.2%"]


def test_share_is_printed_with_its_counts(score: Score) -> None:
    assert share(score.strict, "en") == "61 of 115 (53.0%)"
    assert share(score.strict, "nl") == "61 van 115 (53,0%)"


def test_json_of_nothing_applicable_holds_null_and_not_zero() -> None:
    facts = score_facts(Score(not_applicable=2))

    nothing = {"ratio": None, "percent": None}
    assert [facts[key] for key in ("strict", "weighted", "assessed", "proven_share")] == [nothing] * 4
    assert facts["bounds"] == {"low": None, "high": None}


@pytest.mark.parametrize(
    ("fraction", "number"),
    [
        (Fraction(1, 2000), 0.0),
        (Fraction(3, 2000), 0.2),
        (Fraction(5, 2000), 0.2),
        (Fraction(7, 2000), 0.4),
        (Fraction(1061, 2000), 53.0),
        (Fraction(1063, 2000), 53.2),
        (Fraction(1999, 2000), 100.0),
        (Fraction(10611, 20000), 53.1),
    ],
)
def test_half_a_tenth_is_rounded_to_even(fraction: Fraction, number: float) -> None:
    assert percent_number(fraction) == number
    assert percent(fraction, "en") == f"{number:.1f}%"
