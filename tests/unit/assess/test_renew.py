"""Renewals: which evidence lapsed or soon will, and what leans on it (specification 4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bio_check.assess.renew import renewals
from bio_check.model.answers import Status
from bio_check.model.assessment import Finding
from bio_check.model.catalogue import Facet, Item
from bio_check.model.evidence import Evidence
from bio_check.model.period import Period
from bio_check.value import replace

QUARTERLY = Period(3, 0)
Items = Callable[..., Item]
Findings = Callable[..., Finding]
Pieces = Callable[..., Evidence]


@pytest.fixture
def ending(a_piece: Pieces, today: date) -> Callable[..., Evidence]:
    def build(days: int, ident: str = "piece") -> Evidence:
        return replace(a_piece(ident), valid_until=today + timedelta(days))

    return build


@pytest.mark.parametrize("days", [-400, -1, 0, 1, 59, 60])
def test_evidence_that_lapsed_or_lapses_within_60_days_is_due(
    days: int, ending: Pieces, an_item: Items, a_finding: Findings, today: date
) -> None:
    piece = ending(days)

    due = renewals([a_finding(an_item("5.17.01"), Status.MET, [piece])], today)

    assert [(one.evidence, one.days, one.ends) for one in due] == [(piece, days, piece.valid_until)]
    assert due[0].items == (("bio2", "5.17.01"),)


@pytest.mark.parametrize("days", [61, 400])
def test_evidence_that_lapses_later_is_not_due(
    days: int, ending: Pieces, an_item: Items, a_finding: Findings, today: date
) -> None:
    assert renewals([a_finding(an_item(), Status.MET, [ending(days)])], today) == ()


def test_evidence_that_nothing_ends_is_never_due(
    a_piece: Pieces, an_item: Items, a_finding: Findings, today: date
) -> None:
    assert renewals([a_finding(an_item(), Status.MET, [a_piece("policy", date(1999, 1, 1))])], today) == ()


def test_items_that_were_set_aside_lean_on_no_evidence(
    ending: Pieces, an_item: Items, a_finding: Findings, today: date
) -> None:
    lapsed = ending(-1)
    aside = a_finding(an_item("7.10.03"), Status.NOT_APPLICABLE, [lapsed])
    asked = a_finding(an_item("5.17.01"), Status.PARTIAL, [lapsed])

    assert renewals([aside], today) == ()
    assert [one.items for one in renewals([aside, asked], today)] == [(("bio2", "5.17.01"),)]


@pytest.mark.parametrize("status", [Status.MET, Status.PARTIAL, Status.NOT_MET, Status.UNANSWERED])
def test_every_item_that_applies_leans_on_its_evidence(
    status: Status, ending: Pieces, an_item: Items, a_finding: Findings, today: date
) -> None:
    assert len(renewals([a_finding(an_item(), status, [ending(0)])], today)) == 1


def test_one_piece_is_told_once_with_all_that_leans_on_it_in_the_order_of_the_findings(
    ending: Pieces, an_item: Items, a_finding: Findings, today: date
) -> None:
    shared = ending(10)
    findings = [a_finding(an_item(ident), Status.MET, [shared]) for ident in ("8.13.04", "5.17.01")]
    findings.append(replace(findings[0], catalogue="iso27001"))

    due = renewals(findings, today)

    assert [one.items for one in due] == [(("bio2", "8.13.04"), ("bio2", "5.17.01"), ("iso27001", "8.13.04"))]


def test_rhythm_of_an_item_makes_evidence_due_for_that_item_only(
    a_piece: Pieces, an_item: Items, a_finding: Findings, today: date
) -> None:
    review = a_piece("review", date(2026, 5, 1), "pentest")
    quarterly = a_finding(replace(an_item("8.02.01"), rhythm=QUARTERLY), Status.MET, [review])
    no_rhythm = a_finding(an_item("5.17.01"), Status.MET, [review])

    due = renewals([no_rhythm, quarterly], today)

    assert [(one.ends, one.items) for one in due] == [(date(2026, 8, 1), (("bio2", "8.02.01"),))]


def test_rhythm_does_not_end_evidence_that_shows_no_operation(
    a_piece: Pieces, an_item: Items, a_finding: Findings, today: date
) -> None:
    policy = replace(a_piece("policy", date(2020, 1, 1)), shows=(Facet.DESIGN, Facet.EXISTENCE))

    due = renewals([a_finding(replace(an_item(), rhythm=QUARTERLY), Status.MET, [policy])], today)

    assert due == ()


def test_longest_lapsed_comes_first_and_ties_go_by_id(
    ending: Pieces, an_item: Items, a_finding: Findings, today: date
) -> None:
    pieces = [ending(10, "b"), ending(-3, "d"), ending(60, "a"), ending(-40, "c"), ending(10, "a2")]

    due = renewals([a_finding(an_item(), Status.MET, pieces)], today)

    assert [one.evidence.id for one in due] == ["c", "d", "a2", "b", "a"]
