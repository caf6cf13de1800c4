"""Evidence: from which day to which day a piece is worth something (specification 4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest

from bio_check.assess.evidence import lapse_date, use_evidence
from bio_check.model.catalogue import Facet
from bio_check.model.evidence import Evidence, EvidenceKind
from bio_check.model.period import Period
from bio_check.value import replace

DAY = timedelta(days=1)
YEARLY, QUARTERLY = Period(12, 0), Period(3, 0)
Kinds = Mapping[str, EvidenceKind]
Pieces = Callable[..., Evidence]


def test_kind_without_a_life_never_lapses(kinds: Kinds, a_piece: Pieces) -> None:
    piece = a_piece("old-policy", date(1999, 1, 1))

    assert lapse_date(piece, kinds) is None
    assert use_evidence(piece, None, kinds, date.max).in_date


def test_piece_lives_as_long_as_its_kind(kinds: Kinds, a_piece: Pieces) -> None:
    piece = a_piece("pentest-2026", date(2026, 2, 10), "pentest")

    assert lapse_date(piece, kinds) == date(2027, 2, 10)


@pytest.mark.parametrize(
    ("kind", "valid_until", "lapses"),
    [
        ("policy", date(2026, 12, 31), date(2026, 12, 31)),
        ("pentest", date(2026, 12, 31), date(2026, 12, 31)),
        ("pentest", date(2029, 12, 31), date(2027, 2, 10)),
    ],
)
def test_valid_until_shortens_a_life_and_never_lengthens_it(
    kind: str, valid_until: date, lapses: date, kinds: Kinds, a_piece: Pieces
) -> None:
    piece = replace(a_piece("pentest-2026", date(2026, 2, 10), kind), valid_until=valid_until)

    assert lapse_date(piece, kinds) == lapses


def test_life_of_a_period_starts_at_its_end(kinds: Kinds, a_piece: Pieces) -> None:
    report = replace(a_piece("report", date(2025, 12, 31), "pentest"), period_from=date(2025, 1, 1))

    assert lapse_date(report, kinds) == date(2026, 12, 31)


@pytest.mark.parametrize("kind", ["policy", "pentest"])
def test_last_day_is_still_in_date_and_the_day_after_is_not(kind: str, kinds: Kinds, a_piece: Pieces) -> None:
    last = date(2026, 11, 21)
    piece = replace(a_piece("piece", date(2026, 2, 10), kind), valid_until=last)

    on_the_day, day_after = (use_evidence(piece, None, kinds, day) for day in (last, last + DAY))

    assert (on_the_day.in_date, on_the_day.shown, on_the_day.lapses) == (True, tuple(Facet), last)
    assert (day_after.in_date, day_after.shown, day_after.lapses) == (False, (), last)


def test_evidence_counts_from_its_own_date_on(kinds: Kinds, a_piece: Pieces) -> None:
    dated = date(2026, 12, 1)
    piece = a_piece("next-month", dated)

    day_before, on_the_day = (use_evidence(piece, None, kinds, day) for day in (dated - DAY, dated))

    assert (day_before.in_date, day_before.shown) == (False, ())
    assert (on_the_day.in_date, on_the_day.shown) == (True, tuple(Facet))


def test_period_that_has_not_ended_shows_nothing_yet(kinds: Kinds, a_piece: Pieces) -> None:
    report = replace(a_piece("report", date(2026, 12, 31), "pentest"), period_from=date(2026, 1, 1))

    use = use_evidence(report, None, kinds, date(2026, 11, 21))

    assert (use.in_date, use.shown) == (False, ())


def test_rhythm_makes_operation_too_old_but_not_design_and_existence(kinds: Kinds, a_piece: Pieces) -> None:
    review, today = a_piece("review", date(2026, 5, 1)), date(2026, 11, 21)

    use = use_evidence(review, QUARTERLY, kinds, today)

    assert use.in_date
    assert use.shown == (Facet.DESIGN, Facet.EXISTENCE)
    assert use.operation_until == date(2026, 8, 1)


def test_evidence_of_operation_is_still_young_enough_on_the_last_day_of_the_rhythm(
    kinds: Kinds, a_piece: Pieces
) -> None:
    review, last = a_piece("review", date(2026, 5, 31)), date(2026, 8, 31)

    on_the_day, day_after = (use_evidence(review, QUARTERLY, kinds, day) for day in (last, last + DAY))

    assert Facet.OPERATION in on_the_day.shown
    assert Facet.OPERATION not in day_after.shown


def test_rhythm_does_not_touch_evidence_that_shows_no_operation(kinds: Kinds, a_piece: Pieces) -> None:
    policy = replace(a_piece("policy", date(2020, 1, 1)), shows=(Facet.DESIGN,))

    use = use_evidence(policy, YEARLY, kinds, date(2026, 11, 21))

    assert (use.in_date, use.shown, use.operation_until) == (True, (Facet.DESIGN,), None)


def test_longer_rhythm_does_not_bring_lapsed_evidence_back(kinds: Kinds, a_piece: Pieces) -> None:
    letter = a_piece("letter", date(2026, 5, 1), "bridge-letter")

    use = use_evidence(letter, YEARLY, kinds, date(2026, 11, 21))

    assert (use.in_date, use.shown, use.lapses) == (False, (), date(2026, 8, 1))


@pytest.mark.parametrize(
    ("kind", "rhythm", "lost"),
    [
        ("policy", None, ()),
        ("policy", QUARTERLY, (Facet.OPERATION,)),
        ("bridge-letter", None, tuple(Facet)),
        ("bridge-letter", YEARLY, tuple(Facet)),
    ],
)
def test_what_a_piece_no_longer_shows_is_told_apart_from_what_it_never_did(
    kind: str, rhythm: Period | None, lost: tuple[Facet, ...], kinds: Kinds, a_piece: Pieces
) -> None:
    piece = a_piece("piece", date(2026, 5, 1), kind)

    use = use_evidence(piece, rhythm, kinds, date(2026, 11, 21))

    assert use.lost == lost


def test_evidence_of_tomorrow_has_lost_nothing(kinds: Kinds, a_piece: Pieces) -> None:
    use = use_evidence(a_piece("tomorrow", date(2026, 11, 22)), QUARTERLY, kinds, date(2026, 11, 21))

    assert (use.shown, use.lost) == ((), ())
