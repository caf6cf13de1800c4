"""Lengths of time as calendars count them: a year after 29 February is 28 February."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bio_check.value import value

PATTERN = r"P(?=[0-9])(?:([0-9]{1,3})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?"
_LAST_MONTH = date.max.year * 12 + 11


@value
class Period:
    """A duration of whole months and days (ISO 8601, date part)."""

    months: int
    days: int

    @classmethod
    def parse(cls, text: str) -> Period:
        """Return the period that `P1Y`, `P3M`, `P2W` or `P60D` means.

        Raises:
            ValueError: The text is no such duration.
        """
        match = re.fullmatch(PATTERN, text)
        if match is None:
            message = f"{text!r} is no ISO 8601 duration of years, months, weeks and days"
            raise ValueError(message)
        years, months, weeks, days = (int(part or 0) for part in match.groups())
        return cls(years * 12 + months, weeks * 7 + days)

    def after(self, start: date) -> date:
        """Return the day one period after `start`, or the last day of time."""
        months = start.year * 12 + start.month - 1 + self.months
        if months > _LAST_MONTH:
            return date.max
        year, month = divmod(months, 12)
        moved = date(year, month + 1, min(start.day, _days_in(year, month + 1)))
        return moved + timedelta(self.days) if (date.max - moved).days >= self.days else date.max

    def __str__(self) -> str:
        years, months = divmod(self.months, 12)
        parts = [(years, "Y"), (months, "M"), (self.days, "D")]
        return "P" + ("".join(f"{count}{unit}" for count, unit in parts if count) or "0D")


def _days_in(year: int, month: int) -> int:
    december = 12
    return 31 if month == december else (date(year, month + 1, 1) - date(year, month, 1)).days
