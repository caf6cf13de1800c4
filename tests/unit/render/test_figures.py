"""Figures as people of each language write them, rounded here and nowhere else."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from bio_check.model.period import Period
from bio_check.model.score import Ratio
from bio_check.render.figures import (
    euros,
    fraction_text,
    long_date,
    percent,
    percent_number,
    period,
    share,
    short_date,
    tenths,
)


@pytest.mark.parametrize(
    ("fraction", "expected"),
    [
        (Fraction(61, 115), 530),
        (Fraction(78, 115), 678),
        (Fraction(110, 115), 957),
        (Fraction(1, 3), 333),
        (Fraction(2, 3), 667),
        (Fraction(0), 0),
        (Fraction(1), 1000),
    ],
)
def test_a_share_is_rounded_to_a_tenth_of_a_percent(fraction: Fraction, expected: int) -> None:
    assert tenths(fraction) == expected


@pytest.mark.parametrize(
    ("fraction", "expected"),
    [
        (Fraction(1, 2000), 0),
        (Fraction(3, 2000), 2),
        (Fraction(5, 2000), 2),
        (Fraction(1, 80), 12),  # 1.25% goes to 1.2, not to 1.3
        (Fraction(3, 80), 38),  # 3.75% goes to 3.8
        (Fraction(1, 16), 62),  # 6.25% goes to 6.2
    ],
)
def test_a_half_goes_to_the_even_side(fraction: Fraction, expected: int) -> None:
    assert tenths(fraction) == expected


def test_almost_everything_is_not_everything_until_rounding_says_so() -> None:
    assert percent(Fraction(999, 1000), "en") == "99.9%"
    assert percent(Fraction(9999, 10_000), "en") == "100.0%"


def test_a_percentage_has_one_decimal_in_the_sign_of_its_language() -> None:
    assert percent(Fraction(61, 115), "nl") == "53,0%"
    assert percent(Fraction(61, 115), "en") == "53.0%"
    assert percent(Fraction(1, 2000), "en") == "0.0%"


def test_no_share_is_a_dash_and_not_zero() -> None:
    assert percent(None, "nl") == "–"
    assert percent_number(None) is None
    assert percent_number(Fraction(0)) == 0.0


def test_machines_get_the_same_rounding() -> None:
    assert percent_number(Fraction(61, 115)) == 53.0
    assert percent_number(Fraction(1, 80)) == 1.2


def test_a_share_never_loses_its_denominator() -> None:
    assert share(Ratio(61, 115), "nl") == "61 van 115 (53,0%)"
    assert share(Ratio(61, 115), "en") == "61 of 115 (53.0%)"
    assert share(Ratio(0, 0), "nl") == "0 van 0 (–)"


def test_dates_are_written_out() -> None:
    day = date(2026, 11, 1)

    assert (long_date(day, "nl"), long_date(day, "en")) == ("1 november 2026", "1 November 2026")
    assert (short_date(day, "nl"), short_date(day, "en")) == ("1 nov 2026", "1 Nov 2026")


def test_march_is_short_for_maart_as_the_dutch_do_it() -> None:
    assert short_date(date(2027, 3, 31), "nl") == "31 mrt 2027"
    assert short_date(date(2027, 3, 31), "en") == "31 Mar 2027"


def test_every_month_has_its_own_short_name() -> None:
    for language in ("nl", "en"):
        names = {short_date(date(2026, month, 1), "nl" if language == "nl" else "en") for month in range(1, 13)}

        assert len(names) == 12


@pytest.mark.parametrize(
    ("iso", "dutch", "english"),
    [
        ("P1Y", "jaar", "year"),
        ("P3Y", "3 jaar", "3 years"),
        ("P1M", "maand", "month"),
        ("P3M", "3 maanden", "3 months"),
        ("P1W", "7 dagen", "7 days"),
        ("P1D", "dag", "day"),
        ("P1Y6M", "jaar 6 maanden", "year 6 months"),
    ],
)
def test_a_period_follows_once_per(iso: str, dutch: str, english: str) -> None:
    length = Period.parse(iso)

    assert (period(length, "nl"), period(length, "en")) == (dutch, english)


@pytest.mark.parametrize(
    ("fraction", "dutch", "english"),
    [
        (Fraction(1, 2), "½", "½"),
        (Fraction(0), "0", "0"),
        (Fraction(1), "1", "1"),
        (Fraction(27), "27", "27"),
        (Fraction(27, 2), "13,5", "13.5"),
        (Fraction(150), "150", "150"),
        (Fraction(2_000_001, 2), "1000000,5", "1000000.5"),
    ],
)
def test_factors_are_written_as_a_reader_writes_them(fraction: Fraction, dutch: str, english: str) -> None:
    assert (fraction_text(fraction, "nl"), fraction_text(fraction, "en")) == (dutch, english)


def test_money_is_grouped_by_thousands() -> None:
    assert (euros(146_000, "nl"), euros(146_000, "en")) == ("€ 146.000", "€146,000")
    assert (euros(0, "nl"), euros(999, "en")) == ("€ 0", "€999")
    assert euros(1_234_567, "nl") == "€ 1.234.567"
