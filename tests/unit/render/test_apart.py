"""Groups that never make up for each other: a figure for each, and no total in anything that people read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bio_check import api
from bio_check.assess.compare import compare
from bio_check.assess.score import AXES
from bio_check.assess.select import select
from bio_check.model.assessment import Assessment
from bio_check.render.blocks import to_plain
from bio_check.render.compare_facts import compare_facts
from bio_check.render.compare_text import compare_blocks
from bio_check.render.score_text import score_blocks

BOARD = ("24.1", "24.2", "24.3", "24.4")
TOTAL = re.compile(r"\bof (?:34|33)\b")
"""What all groups of the Cbw would count together, with and without the item that is set aside."""

Parsed = Callable[[str], Any]


@pytest.fixture(scope="module")
def board_only(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """The board has done nearly all of its own, and nothing else was answered."""
    rows = [f'    "{ident}": {{status: met, owner: griffier}}' for ident in BOARD]
    file: Path = tmp_path_factory.mktemp("sheet") / "answers.yaml"
    file.write_text("\n".join([
        "format: bio-check/answers/1", "organisation: {name: Gemeente Zandbeke}", "reference-date: 2026-11-21",
        'catalogues: {cbw: "2026"}', "answers:", "  cbw:", *rows,
        '    "24.5": {status: not-applicable, reason: Geen, risk-analysis: RA-1}', "",
    ]), encoding="utf-8")  # fmt: skip
    return api.judge(api.load_sheet(file))


@pytest.mark.parametrize("axis", [axis for axis in AXES if axis != "provider"])
def test_no_table_of_score_adds_groups_up(axis: str, board_only: Assessment) -> None:
    text = to_plain(score_blocks(board_only, "en", axis))

    assert not TOTAL.search(text)
    assert "Board: 5\n  met             4 of 4 " in text
    assert "Duty of care: 18\n  met             0 of 18 " in text


@pytest.mark.parametrize("form", ["html", "md"])
def test_no_report_adds_groups_up(form: str, board_only: Assessment) -> None:
    assert not TOTAL.search(api.render(board_only, "gap", form, "en"))


def test_each_group_has_its_headline_and_says_what_it_sets_aside(board_only: Assessment, parsed: Parsed) -> None:
    verdict = " ".join(parsed(api.render(board_only, "gap", "html", "en")).all("section")[0].text.split())

    sentences = [verdict.index(f"Of the {count} applicable requirements") for count in (4, 18, 11)]
    assert sentences == sorted(sentences)
    assert verdict.count("assessed") == 3
    assert "Outside the count: 1 of 5, not applicable." in verdict


def test_a_group_where_nothing_applies_is_named(board_only: Assessment) -> None:
    aside = select(board_only, ["cbw:24.5"])

    page = api.render(aside, "gap", "html", "en")

    assert "Of the 1 requirements (board) none applies, and so there is no score." in page


def test_what_carries_over_is_counted_by_group_and_its_doubt_is_told(lindervoort: Assessment, parsed: Parsed) -> None:
    verdict = " ".join(parsed(api.render(lindervoort, "gap", "html", "en")).all("section")[0].text.split())

    _, _, carried = verdict.partition("Cbw 2026")
    assert "Not fully verified." in carried
    assert [f"{name} (" in carried for name in ("board", "duty of care", "process duties")] == [True] * 3
    assert " 34 " not in carried


def test_a_comparison_tells_each_group_by_itself(board_only: Assessment) -> None:
    change = compare(board_only, board_only)
    (told,) = compare_facts(change, "en")["catalogues"]

    text = to_plain(compare_blocks(change, "en"))

    assert [(one["group"], one["like_for_like"]["new"]["items"]) for one in told["by_kind"]] == [
        ("governance", 4), ("duty-of-care", 18), ("process-duties", 11),
    ]  # fmt: skip
    assert "Requirements (board): 4 applicable in both sheets" in text
    for page in (text, api.render_comparison(change, "html", "en"), api.render_comparison(change, "md", "en")):
        assert not TOTAL.search(page)
        assert "not fully verified" in page
