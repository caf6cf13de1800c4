from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
VALID = Path(__file__).parents[2] / "data" / "valid"


def test_counts_add_up_to_every_item_of_the_old_version(run: Run) -> None:
    facts = json.loads(run("catalogue", "diff", "bio2@1.2", "bio2@1.3", "--json").out)

    counts = facts["counts"]
    assert sum(counts.values()) - counts["added"] == 160
    assert counts["added"] == len(facts["added"])
    assert len(facts["changes"]) == 160 - counts["same"]
    moved = {one["id"]: [to["id"] for to in one["to"]] for one in facts["changes"] if one["change"] == "moved"}
    assert moved == {
        "5.04.02": ["5.10.02"],
        "5.04.03": ["5.10.03"],
        "5.24.06": ["5.21.05"],
        "8.08.06": ["5.24.08"],
    }


def test_without_a_version_the_newest_is_meant(run: Run) -> None:
    assert run("catalogue", "diff", "bio2@1.2", "bio2").out == run("catalogue", "diff", "bio2@1.2", "bio2@1.3").out


def test_a_version_held_against_itself_has_no_changes(run: Run) -> None:
    facts = json.loads(run("catalogue", "diff", "bio2", "bio2", "--json").out)

    assert (facts["changes"], facts["added"]) == ([], [])


def test_two_catalogues_are_held_together_along_their_crosswalk(run: Run) -> None:
    facts = json.loads(run("catalogue", "diff", "iso27001-2013", "iso27001", "--json", "--lang", "en").out)

    found = {one["id"]: (one["change"], [to["id"] for to in one["to"]]) for one in facts["changes"]}
    assert found["A.5.1.1"] == found["A.5.1.2"] == ("merged", ["A.5.1"])
    assert found["A.6.1.1"] == ("moved", ["A.5.2"])
    assert {"id": "A.5.7", "title": "Threat intelligence"} in facts["added"]


def test_a_row_from_a_control_holds_for_its_measures(run: Run) -> None:
    facts = json.loads(run("catalogue", "diff", "bio2", "cbb", "--json").out)

    assert next(one for one in facts["changes"] if one["id"] == "5.20.01")["to"]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_line_is_wider_than_a_terminal(lang: str, run: Run) -> None:
    for pair in (("bio2@1.2", "bio2"), ("bio1", "bio2"), ("iso27001-2013", "iso27001")):
        out = run("catalogue", "diff", *pair, "--lang", lang).out

        assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("pair", "code", "said"),
    [
        (("bio2@9", "bio2"), 3, "1.3, 1.2"),
        (("bio2", "nope"), 3, "de catalogus 'nope' is niet bekend"),
        (("bio1", "nis2"), 2, "geen koppeling leidt van 'bio1@1.04' naar 'nis2@2022'"),
        (("bio2", "@1"), 3, "niet bekend"),
    ],
)
def test_what_cannot_be_held_together_is_told(pair: tuple[str, str], code: int, said: str, run: Run) -> None:
    ran = run("catalogue", "diff", *pair)

    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


# to-be-confirmed, in what a sheet is judged to be


def test_an_answer_to_be_confirmed_is_told_wherever_it_counts(run: Run) -> None:
    sheet = str(VALID / "to-be-confirmed.yaml")

    score, page = run("score", sheet, "--lang", "en").out, run("explain", sheet, "5.17.01").out
    told = json.loads(run("explain", sheet, "5.17.01", "--json").out)

    assert "  to confirm      1 of 117   0.9%" in score
    assert "Te bevestigen: In BIO2 1.3 anders opgebouwd." in page
    assert told["to_be_confirmed"] == "In BIO2 1.3 anders opgebouwd."
    assert "to-be-confirmed" in [one["code"] for one in json.loads(run("score", sheet, "--json").out)["warnings"]]
