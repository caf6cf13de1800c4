"""Periods: what they mean, and where calendars end them."""

from __future__ import annotations

from datetime import date

import pytest

from bio_check.model.period import Period


@pytest.mark.parametrize(
    ("text", "months", "days"),
    [
        ("P1Y", 12, 0),
        ("P3M", 3, 0),
        ("P2W", 0, 14),
        ("P60D", 0, 60),
        ("P1Y2M3W4D", 14, 25),
        ("P0D", 0, 0),
        ("P999Y", 11988, 0),
    ],
)
def test_duration_is_read_as_whole_months_and_days(text: str, months: int, days: int) -> None:
    assert Period.parse(text) == Period(months, days)


@pytest.mark.parametrize(
    "text",
    [
        *("", "P", "1Y", "P1", "PY", "p1y", "-P1Y", "P-1Y", "P1Y ", " P1Y", "P1Y\n", "P\u0661Y", "yearly"),
        *("PT1H", "P1YT1H", "P1.5Y", "P1,5Y", "P1D1Y", "P1Y1Y", "P1000Y", "P1Y/P2Y"),
    ],
)
def test_other_text_is_no_duration(text: str) -> None:
    with pytest.raises(ValueError, match="is no ISO 8601 duration"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        (date(2025, 11, 21), "P1Y", date(2026, 11, 21)),
        (date(2026, 11, 21), "P3M", date(2027, 2, 21)),
        (date(2026, 12, 31), "P1D", date(2027, 1, 1)),
        (date(2026, 2, 27), "P2W", date(2026, 3, 13)),
        (date(2028, 2, 27), "P2W", date(2028, 3, 12)),
        (date(2026, 11, 21), "P0D", date(2026, 11, 21)),
    ],
)
def test_period_ends_on_the_same_day_of_the_month(start: date, period: str, end: date) -> None:
    assert Period.parse(period).after(start) == end


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        (date(2024, 2, 29), "P1Y", date(2025, 2, 28)),
        (date(2024, 2, 29), "P4Y", date(2028, 2, 29)),
        (date(2096, 2, 29), "P4Y", date(2100, 2, 28)),
        (date(2025, 2, 28), "P3Y", date(2028, 2, 28)),
    ],
)
def test_leap_day_falls_back_to_28_february_and_nothing_leaps_forward(start: date, period: str, end: date) -> None:
    assert Period.parse(period).after(start) == end


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        (date(2026, 1, 31), "P1M", date(2026, 2, 28)),
        (date(2028, 1, 31), "P1M", date(2028, 2, 29)),
        (date(2026, 5, 31), "P3M", date(2026, 8, 31)),
        (date(2026, 11, 30), "P3M", date(2027, 2, 28)),
        (date(2026, 10, 31), "P1M", date(2026, 11, 30)),
        (date(2026, 12, 31), "P1M", date(2027, 1, 31)),
        (date(2026, 2, 28), "P1M", date(2026, 3, 28)),
    ],
)
def test_month_end_falls_back_to_a_shorter_month_and_nothing_sticks_to_it(start: date, period: str, end: date) -> None:
    assert Period.parse(period).after(start) == end


def test_months_are_counted_before_days() -> None:
    end = Period.parse("P1M1D").after(date(2026, 1, 31))

    assert end == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        (date(9998, 12, 31), "P1Y", date(9999, 12, 31)),
        (date(9999, 11, 30), "P1M", date(9999, 12, 30)),
        (date(9999, 12, 30), "P1D", date(9999, 12, 31)),
        (date(9999, 12, 31), "P1D", date.max),
        (date(9999, 12, 1), "P1M", date.max),
        (date(9999, 1, 1), "P1Y", date.max),
        (date(2026, 11, 21), "P999Y9999M9999W99999D", date(4324, 7, 25)),
        (date.max, "P999Y9999M9999W99999D", date.max),
        (date.min, "P999Y", date(1000, 1, 1)),
    ],
)
def test_calendar_ends_every_period(start: date, period: str, end: date) -> None:
    assert Period.parse(period).after(start) == end


@pytest.mark.parametrize(
    ("text", "written"),
    [("P1Y", "P1Y"), ("P18M", "P1Y6M"), ("P12M", "P1Y"), ("P2W", "P14D"), ("P60D", "P60D"), ("P0M", "P0D")],
)
def test_period_is_written_as_the_shortest_duration(text: str, written: str) -> None:
    assert str(Period.parse(text)) == written


@pytest.mark.parametrize("text", ["P1Y", "P1Y6M", "P3M", "P14D", "P1Y2M25D", "P0D"])
def test_what_was_written_reads_back_the_same(text: str) -> None:
    assert str(Period.parse(str(Period.parse(text)))) == text
