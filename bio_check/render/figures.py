"""Figures as people of each language write them. Scores are rounded here and nowhere else."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from bio_check.model.period import Period
from bio_check.model.score import Ratio
from bio_check.wording import Language

_MONTHS = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_VULGAR = {Fraction(1, 2): "½", Fraction(1): "1", Fraction(0): "0"}


def tenths(fraction: Fraction) -> int:
    """Return a share in tenths of a percent, half to even (specification 5)."""
    whole = fraction.denominator
    tenth, rest = divmod(1000 * fraction.numerator, whole)
    return tenth + (2 * rest > whole or (2 * rest == whole and tenth % 2))


def percent_number(fraction: Fraction | None) -> float | None:
    """Return a percentage with one decimal, for machines; None where nothing applies."""
    return None if fraction is None else tenths(fraction) / 10


def percent(fraction: Fraction | None, language: Language) -> str:
    """Return `53,0%` or `53.0%`; a dash where nothing applies."""
    if fraction is None:
        return "–"
    units, tenth = divmod(tenths(fraction), 10)
    text = f"{units}.{tenth}%"
    return text.replace(".", ",") if language == "nl" else text


def share(ratio: Ratio, language: Language) -> str:
    """Return `61 van 115 (53,0%)`: never a percentage without its denominator."""
    of = "van" if language == "nl" else "of"
    return f"{ratio.part} {of} {ratio.whole} ({percent(ratio.fraction, language)})"


def long_date(day: date, language: Language) -> str:
    """Return `21 november 2026` or `21 November 2026`."""
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def short_date(day: date, language: Language) -> str:
    """Return `1 feb 2027` or `1 Feb 2027`."""
    month = _MONTHS[language][day.month - 1]
    short = "mrt" if month == "maart" else month[:3]
    return f"{day.day} {short} {day.year}"


def period(length: Period, language: Language) -> str:
    """Return `jaar`, `3 maanden` or `2 years`, to follow *once per*."""
    years, months = divmod(length.months, 12)
    names = ("jaar", "maand", "dag") if language == "nl" else ("year", "month", "day")
    many = ("jaar", "maanden", "dagen") if language == "nl" else ("years", "months", "days")
    parts = [
        one if count == 1 else f"{count} {several}"
        for count, one, several in zip((years, months, length.days), names, many, strict=True)
        if count
    ]
    return " ".join(parts)


def fraction_text(fraction: Fraction, language: Language) -> str:
    """Return a factor or priority as a reader writes it: `½`, `27`, `13,5`."""
    if fraction in _VULGAR:
        return _VULGAR[fraction]
    if fraction.denominator == 1:
        return str(fraction.numerator)
    text = f"{float(fraction):.1f}"  # priorities are halves: exact in binary
    return text.replace(".", ",") if language == "nl" else text


def euros(amount: int, language: Language) -> str:
    """Return `€ 12.000` or `€12,000`."""
    text = f"{amount:,}"
    return "€ " + text.replace(",", ".") if language == "nl" else "€" + text
