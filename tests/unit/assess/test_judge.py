"""Judging: answers in, findings and warnings out (specification 3, 4, 7)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

import pytest

from bio_check.assess.judge import judge, priority
from bio_check.errors import Place, diagnostic
from bio_check.model.answers import Answer, AnswerSheet, Deviation, Risk, Status
from bio_check.model.assessment import Finding, Priority
from bio_check.model.catalogue import Catalogue, Duty, Facet, Item
from bio_check.model.evidence import Evidence
from bio_check.model.profile import Factors, Norms, Selection
from bio_check.value import replace

Items = Callable[..., Item]
Answers = Callable[..., Answer]
Findings = Callable[..., Finding]
Pieces = Callable[..., Evidence]
Sheets = Callable[..., AnswerSheet]
UNTIL = Place("answers.yaml", 7, 5, "deviation")
FACTORS = Factors()


@pytest.fixture
def norms(an_item: Items, a_catalogue: Callable[..., Catalogue], some_norms: Callable[..., Norms]) -> Norms:
    return some_norms(a_catalogue(map(an_item, ("5.17.01", "5.17.02", "5.29"))))


def _deviation(until: date | None) -> Deviation:
    return Deviation("leverancier stopt", "RA-2026-04", "akkoord", "directeur", until, UNTIL)


def test_every_item_gets_one_finding_in_catalogue_order(norms: Norms, a_sheet: Sheets, an_answer: Answers) -> None:
    sheet = a_sheet({"bio2": {"5.29": an_answer(Status.MET), "5.17.01": an_answer(Status.PARTIAL)}})

    findings = judge(sheet, norms).catalogues[0].findings

    assert [(one.item.id, one.status) for one in findings] == [
        ("5.17.01", Status.PARTIAL),
        ("5.17.02", Status.UNANSWERED),
        ("5.29", Status.MET),
    ]


def test_catalogue_without_answers_is_unanswered_as_a_whole(norms: Norms, a_sheet: Sheets) -> None:
    score = judge(a_sheet({}), norms).catalogues[0].score

    assert (score.unanswered, score.items) == (3, 3)


def test_facet_is_shown_if_one_piece_in_date_shows_it(an_item: Items, a_finding: Findings, a_piece: Pieces) -> None:
    policy = replace(a_piece("policy"), shows=(Facet.DESIGN,))
    log = replace(a_piece("log"), shows=(Facet.OPERATION, Facet.DESIGN))
    lapsed = replace(a_piece("old-export"), shows=(Facet.EXISTENCE,), valid_until=date(2026, 3, 1))

    finding = a_finding(an_item(), Status.MET, [log, lapsed, policy])

    assert finding.shown == (Facet.DESIGN, Facet.OPERATION)
    assert [use.evidence for use in finding.evidence] == [log, lapsed, policy]
    assert not finding.proven


def test_facet_whose_only_evidence_lapsed_is_told_as_lapsed(
    an_item: Items, a_finding: Findings, a_piece: Pieces
) -> None:
    lapsed = replace(a_piece("export"), shows=(Facet.DESIGN, Facet.EXISTENCE), valid_until=date(2026, 3, 1))
    policy = replace(a_piece("policy"), shows=(Facet.DESIGN,))

    finding = a_finding(an_item(), Status.MET, [lapsed, policy])

    assert [facet for facet in Facet if finding.has_lapsed(facet)] == [Facet.EXISTENCE]


def test_reference_date_may_be_overridden(norms: Norms, a_sheet: Sheets, an_answer: Answers, a_piece: Pieces) -> None:
    piece = replace(a_piece("policy"), valid_until=date(2027, 1, 1))
    sheet = a_sheet({"bio2": {"5.29": an_answer(Status.MET, "policy")}}, [piece])

    as_written, later = judge(sheet, norms), judge(sheet, norms, date(2027, 1, 2))

    assert (as_written.reference_date, later.reference_date) == (date(2026, 11, 21), date(2027, 1, 2))
    assert [one.catalogues[0].findings[2].proven for one in (as_written, later)] == [True, False]


@pytest.mark.parametrize(("days", "lapsed"), [(-1, True), (0, False), (1, False)])
def test_deviation_has_lapsed_the_day_after_its_last(
    days: int, *, lapsed: bool, an_item: Items, an_answer: Answers, a_finding: Findings
) -> None:
    until = date(2026, 11, 21) + timedelta(days)

    finding = a_finding(an_item(), replace(an_answer(Status.NOT_MET), deviation=_deviation(until)))

    assert finding.deviation_lapsed is lapsed


def test_deviation_without_an_end_never_lapses(an_item: Items, an_answer: Answers, a_finding: Findings) -> None:
    answer = replace(an_answer(Status.NOT_MET), deviation=_deviation(None))

    assert not a_finding(an_item("5.29"), answer).deviation_lapsed


def test_deviation_raises_no_score_and_the_item_stays_a_gap(
    norms: Norms, a_sheet: Sheets, an_answer: Answers, today: date
) -> None:
    plain = an_answer(Status.NOT_MET)
    deviating = replace(plain, deviation=_deviation(today))

    without, with_it = (judge(a_sheet({"bio2": {"5.29": one}}), norms).catalogues[0] for one in (plain, deviating))

    assert with_it.score == without.score
    assert "5.29" in [gap.item.id for gap in with_it.gaps]


def test_lapsed_deviation_is_told_at_its_place(norms: Norms, a_sheet: Sheets, an_answer: Answers, today: date) -> None:
    yesterday = today - timedelta(1)
    sheet = a_sheet({"bio2": {"5.29": replace(an_answer(Status.NOT_MET), deviation=_deviation(yesterday))}})

    assert judge(sheet, norms).warnings == (diagnostic("deviation-lapsed", UNTIL, id="5.29", date=yesterday),)


@pytest.mark.parametrize(
    ("days", "code"), [(-1, "evidence-lapsed"), (0, "evidence-lapses"), (60, "evidence-lapses"), (61, None)]
)
def test_evidence_warns_from_60_days_before_it_lapses(
    days: int, code: str | None, norms: Norms, request: pytest.FixtureRequest
) -> None:
    a_sheet, an_answer, a_piece, today = map(request.getfixturevalue, ("a_sheet", "an_answer", "a_piece", "today"))
    piece = replace(a_piece("policy"), valid_until=today + timedelta(days))
    answer = an_answer(Status.MET, "policy")

    warnings = judge(a_sheet({"bio2": {"5.29": answer, "5.17.01": answer}}, [piece]), norms).warnings

    lapses = today + timedelta(days)
    told = [diagnostic(code, piece.place, id="policy", date=lapses, days=abs(days))] if code else []
    assert list(warnings) == told


def test_answer_outside_the_profile_counts_nowhere_and_is_told(
    norms: Norms, a_sheet: Sheets, an_answer: Answers
) -> None:
    place = Place("answers.yaml", 12, 5, "answers.bio2.5.29")
    first_only = replace(norms.profile, selections=(Selection("bio2", "1.0", items=("5.17.01",)),))
    sheet = a_sheet({"bio2": {"5.29": replace(an_answer(Status.MET), place=place)}})

    assessment = judge(sheet, replace(norms, profile=first_only))

    assert [finding.item.id for finding in assessment.catalogues[0].findings] == ["5.17.01"]
    assert assessment.warnings == (diagnostic("outside-profile", place, id="5.29", profile="everything"),)


def test_warnings_of_loading_are_kept_in_the_order_of_the_file(norms: Norms, a_sheet: Sheets) -> None:
    lines = [diagnostic("evidence-unused", Place("answers.yaml", line), id="x") for line in (40, 9, 9)]

    warnings = judge(replace(a_sheet({}), warnings=tuple(lines)), norms).warnings

    assert [one.place.line for one in warnings] == [9, 40]


def test_answers_still_to_be_confirmed_give_one_warning_at_the_first_of_them(
    norms: Norms, an_answer: Answers, a_sheet: Sheets
) -> None:
    lines = {"5.17.01": 40, "5.29": 9, "5.17": 12}
    marked = {
        ident: replace(an_answer(), place=Place("answers.yaml", line), to_be_confirmed="Gewijzigd.")
        for ident, line in lines.items()
    }
    judgement = {"5.17": marked.pop("5.17")}
    sheet = replace(a_sheet({"bio2": marked}), judgements={"bio2": judgement})

    warnings = judge(sheet, norms).warnings

    values = {"catalogue": "BIO2 1.0", "count": 3, "ids": "5.29, 5.17, 5.17.01"}
    assert warnings == (diagnostic("to-be-confirmed", Place("answers.yaml", 9), **values),)


@pytest.mark.parametrize(
    ("status", "shortfall"),
    [(Status.MET, 0), (Status.PARTIAL, Fraction(1, 2)), (Status.NOT_MET, 1), (Status.UNANSWERED, 1)],
)
def test_shortfall_is_one_minus_credit(status: Status, shortfall: Fraction, an_item: Items, an_answer: Answers) -> None:
    assert priority(an_item(), an_answer(status), FACTORS) == Priority(1, 1, Fraction(shortfall), 9)


def test_item_without_an_answer_falls_short_entirely_at_the_default_risk_of_nine(an_item: Items) -> None:
    item = replace(an_item(), duty=Duty.LAW, weight=3)

    assert priority(item, None, FACTORS) == Priority(duty=2, weight=3, shortfall=Fraction(1), risk=9)


def test_risk_of_the_answer_goes_before_the_default(an_item: Items, an_answer: Answers) -> None:
    answer = replace(an_answer(Status.NOT_MET), risk=Risk(likelihood=1, impact=5))

    assert priority(an_item(), answer, FACTORS).risk == 5


def test_factors_of_the_profile_change_the_order(
    an_item: Items, an_answer: Answers, a_sheet: Sheets, a_catalogue: Callable[..., Catalogue], norms: Norms
) -> None:
    items = [replace(an_item("5.17.01"), duty=Duty.LAW), replace(an_item("5.17.02"), weight=3), an_item("5.29")]
    sheet = a_sheet({"bio2": {"5.29": replace(an_answer(Status.NOT_MET), risk=Risk(4, 5))}})
    plain = replace(norms, catalogues=(a_catalogue(items),))

    def order(factors: Factors) -> list[str]:
        changed = replace(plain, profile=replace(plain.profile, factors=factors))
        return [gap.item.id for gap in judge(sheet, changed).gaps]

    assert order(Factors()) == ["5.17.02", "5.29", "5.17.01"]
    assert order(Factors(duty={Duty.LAW: 4, Duty.SELF_REGULATION: 1})) == ["5.17.01", "5.17.02", "5.29"]
    assert order(Factors(risk=1)) == ["5.29", "5.17.02", "5.17.01"]
