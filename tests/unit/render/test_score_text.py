"""The table of `score`: one screen, 80 columns, each figure with its counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bio_check.assess.judge import judge
from bio_check.assess.select import select
from bio_check.model.answers import Answer, Status
from bio_check.model.assessment import Assessment
from bio_check.model.score import Score
from bio_check.render.blocks import cell_width, to_plain
from bio_check.render.score_text import headline, score_blocks
from bio_check.value import replace
from bio_check.wording import LANGUAGES, Language

Build = Callable[..., Any]


@pytest.fixture(scope="module")
def judged(
    an_item: Build, an_answer: Build, a_catalogue: Build, some_norms: Build, a_sheet: Build
) -> Callable[[dict[str, Status | Answer]], Assessment]:
    """Judge a sheet that gives items a status or an answer."""

    def build(given: dict[str, Status | Answer]) -> Assessment:
        answers = {ident: an_answer(one) if isinstance(one, Status) else one for ident, one in given.items()}
        catalogue = a_catalogue([an_item(ident) for ident in given])
        return judge(a_sheet({"bio2": answers}), some_norms(catalogue))

    return build


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "score",
    [
        Score(),
        Score(met=156, proven=156, design=156, existence=156, operation=156, weight=468, half_points=936),
        Score(met=39, unanswered=117, weight=468, half_points=117, open_weight=351, not_applicable=117),
        Score(partial=155, not_applicable=1, weight=465, half_points=465),
        Score(met=1, unanswered=1, weight=2, half_points=1, open_weight=1),
    ],
)
def test_headline_fits_the_width_whatever_the_counts(score: Score, language: Language) -> None:
    lines = to_plain(headline(score, language)).splitlines()

    assert max(map(cell_width, lines)) <= 80


def test_headline_is_that_of_the_worked_example() -> None:
    score = Score(61, 34, 15, 2, 5, 34, 88, 70, 41, weight=115, half_points=156, open_weight=5)

    assert to_plain(headline(score, "nl")).splitlines() == [
        "  voldoet        61 van 115  53,0%  ● 61  ◐ 34  ○ 15  ? 5  – 2",
        "  gewogen        78 van 115  67,8%  67,8% tot 72,2% zolang 5 vragen openstaan",
        "  aangetoond     34 van 115  29,6%  opzet 88 · bestaan 70 · werking 41",
        "  beoordeeld    110 van 115  95,7%",
        "  alles geteld   61 van 117  52,1%  niet van toepassing (2) telt als niet",
    ]


def test_bounds_are_left_out_where_everything_is_answered() -> None:
    text = to_plain(headline(Score(met=1, partial=1, weight=2, half_points=3), "en"))

    assert "while" not in text
    assert "weighted      1.5 of 2    75.0%" in text


def test_one_open_question_is_not_several() -> None:
    score = Score(met=1, unanswered=1, weight=2, half_points=2, open_weight=1)

    assert "50,0% tot 100,0% zolang 1 vraag openstaat" in to_plain(headline(score, "nl"))
    assert "50.0% to 100.0% while 1 question is open" in to_plain(headline(score, "en"))


def test_nothing_applicable_is_a_dash(judged: Build) -> None:
    text = to_plain(score_blocks(judged({"5.1.1": Status.NOT_APPLICABLE}), "en"))

    assert "met             0 of 0        –  ● 0  ◐ 0  ○ 0  ? 0  – 1" in text
    assert "Do first" not in text


def test_a_long_name_of_an_owner_is_cut_and_the_table_fits(judged: Build, an_answer: Build) -> None:
    answer = replace(an_answer(Status.PARTIAL), owner="Gemeenschappelijke regeling " * 4)

    assessment = judged({"5.1.1": answer, "5.1.2": Status.NOT_MET})

    for by in ("group", "owner"):
        lines = to_plain(score_blocks(assessment, "nl", by)).splitlines()
        assert max(map(cell_width, lines)) <= 80


def test_gaps_show_sign_priority_and_the_first_open_action(small: Assessment) -> None:
    lines = to_plain(score_blocks(small, "en")).splitlines()

    assert "  1.1.2  ◐  Keys handed in  teamleider HR    40  1 Oct 2026" in lines
    assert "  1.2    ?  Visitors        –                 9  –" in lines


def test_a_filter_is_told_in_the_head(small: Assessment) -> None:
    lines = to_plain(score_blocks(select(small, ["role=hr"]), "en")).splitlines()

    assert lines[1] == "Filter: role=hr · 1 of 6 items"


def test_the_head_names_a_draft(small: Assessment) -> None:
    final = replace(small, sheet=replace(small.sheet, draft=False))

    assert to_plain(score_blocks(small, "nl")).splitlines()[0].endswith(" · concept")
    assert to_plain(score_blocks(final, "nl")).splitlines()[0] == "Gemeente Zandbeke · 21 november 2026"
