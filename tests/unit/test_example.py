"""The example municipality: scenario C1, exact to the last count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from bio_check import api
from bio_check.load.check_file import check_file
from bio_check.load.library import Library
from bio_check.model.answers import Status
from bio_check.model.assessment import Assessment
from bio_check.model.carried import CarriedStatus
from bio_check.model.catalogue import Kind
from bio_check.model.score import Score
from bio_check.render.figures import percent
from bio_check.shipped import shipped_folder

SHEET = shipped_folder("examples") / "lindervoort" / "answers.yaml"
TOP_GAPS = {"5.17.01", "5.22.01", "8.13.04", "8.08.05", "5.30.01"}
SET_ASIDE = {"7.10.03": "RA-2026-04", "8.30.01": "RA-2026-07"}


@pytest.fixture(scope="module")
def lindervoort() -> Assessment:
    return api.judge(api.load_sheet(SHEET))


@pytest.fixture(scope="module")
def measures(lindervoort: Assessment) -> Score:
    return next(one.score for one in lindervoort.catalogues[0].kinds if one.kind is Kind.MEASURE)


def test_measures_are_counted_as_in_the_scenario(measures: Score) -> None:
    counts = (measures.met, measures.partial, measures.not_met, measures.not_applicable, measures.unanswered)

    assert counts == (61, 34, 15, 2, 5)
    assert (measures.items, measures.applicable) == (117, 115)


def test_evidence_shows_what_the_scenario_says(measures: Score) -> None:
    assert (measures.design, measures.existence, measures.operation) == (88, 70, 41)
    assert measures.proven == 34


def test_shares_are_those_of_the_worked_example(measures: Score) -> None:
    assert measures.strict.fraction == Fraction(61, 115)
    assert measures.assessed.fraction == Fraction(110, 115)
    assert measures.strict_if_set_aside_not_met.fraction == Fraction(61, 117)
    assert percent(measures.strict.fraction, "en") == "53.0%"
    assert percent(measures.assessed.fraction, "en") == "95.7%"


def test_controls_and_clauses_are_counted_apart(lindervoort: Assessment) -> None:
    by_kind = {(one.catalogue.id, part.kind): part.score for one in lindervoort.catalogues for part in one.kinds}

    assert {key: score.items for key, score in by_kind.items()} == {
        ("bio2", Kind.MEASURE): 117,
        ("bio2", Kind.CONTROL): 39,
        ("iso27001", Kind.CONTROL): 30,
        ("cbw", Kind.CONTROL): 34,
    }


def test_the_cyber_act_is_carried_and_adds_no_gap(lindervoort: Assessment) -> None:
    cbw = lindervoort.catalogues[2]
    statuses = [one.status for one in cbw.carried]

    assert {one: statuses.count(one) for one in set(statuses)} == {
        CarriedStatus.TO_BE_JUDGED: 14,
        CarriedStatus.UNCOVERED: 20,
    }
    assert cbw.gaps == cbw.proof_gaps == ()
    assert {gap.catalogue for gap in lindervoort.gaps} == {"bio2", "iso27001"}
    assert len(lindervoort.gaps) == 93


def test_register_holds_143_pieces_that_all_back_something(lindervoort: Assessment) -> None:
    findings = [finding for one in lindervoort.catalogues for finding in one.findings]

    used = {use.evidence.id for finding in findings for use in finding.evidence}

    assert len(lindervoort.sheet.evidence) == 143
    assert used == lindervoort.sheet.evidence.keys()


def test_nineteen_pieces_lapsed_and_eleven_soon_will(lindervoort: Assessment) -> None:
    days = [one.days for one in lindervoort.renewals]

    assert sum(1 for one in days if one < 0) == 19
    assert sum(1 for one in days if 0 <= one <= 60) == 11
    assert len(days) == 30


def test_thirty_eight_actions_of_which_twelve_are_late(lindervoort: Assessment) -> None:
    actions = lindervoort.sheet.actions.values()
    late = [one for one in actions if one.due and one.due < date(2026, 11, 21) and not one.done]

    assert len(actions) == 38
    assert len(late) == 12
    assert sum(one.cost or 0 for one in actions) == 146_000


def test_every_gap_among_the_measures_has_an_action(lindervoort: Assessment) -> None:
    gaps = [one for one in lindervoort.catalogues[0].gaps if one.item.kind is Kind.MEASURE and one.answer]
    judged = [one for one in gaps if one.status is not Status.UNANSWERED]

    assert len(judged) == 49
    assert all(one.answer and one.answer.actions for one in judged)


def test_the_five_gaps_of_the_scenario_come_first(lindervoort: Assessment) -> None:
    assert {finding.item.id for finding in lindervoort.gaps[:5]} == TOP_GAPS


def test_two_items_are_set_aside_each_with_a_risk_analysis(lindervoort: Assessment) -> None:
    found = {
        finding.item.id: finding.answer.risk_analysis
        for one in lindervoort.catalogues
        for finding in one.findings
        if finding.answer and finding.status is Status.NOT_APPLICABLE
    }

    assert found == SET_ASIDE


def test_example_has_no_fault() -> None:
    checked = check_file(str(SHEET), Library())

    assert checked.faults == ()
    assert checked.warnings == ()


def test_only_what_lapses_is_warned_about(lindervoort: Assessment) -> None:
    codes = [one.code for one in lindervoort.warnings]

    assert {code: codes.count(code) for code in codes} == {
        "evidence-lapsed": 19,
        "evidence-lapses": 11,
        "deviation-lapsed": 1,
    }


def test_setting_aside_without_risk_analysis_is_a_fault_at_its_line(tmp_path: Path, run: Callable[..., Any]) -> None:
    lines = SHEET.read_text("utf-8").splitlines(keepends=True)
    faulty = tmp_path / "answers.yaml"
    faulty.write_text("".join(line for line in lines if "risk-analysis: RA-2026-07" not in line), "utf-8")
    status_line = lines.index('    "8.30.01":\n') + 2

    ran = run("validate", str(faulty))

    assert ran.code == 3
    assert ran.out == f"{faulty}: 1 fout\n"
    assert ran.err.startswith(f"fout: {faulty}:{status_line}:")
    assert "answers.bio2.8.30.01" in ran.err
    assert "niet van toepassing vraagt om 'risk-analysis'" in ran.err


def test_a_faulty_sheet_gets_no_score(tmp_path: Path, run: Callable[..., Any]) -> None:
    text = SHEET.read_text("utf-8").replace("      risk-analysis: RA-2026-07\n", "")
    faulty = tmp_path / "answers.yaml"
    faulty.write_text(text, "utf-8")

    ran = run("score", str(faulty))

    assert (ran.code, ran.out) == (3, "")
