"""`bio-check report`: files for readers, in the forms and the folder asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_html_beside_the_sheet_is_what_one_gets_unasked(bio: Run, small: Path) -> None:
    ran = bio("report", "answers.yaml")

    assert (ran.code, ran.out, ran.err) == (0, "answers.gap.nl.html\n", "")
    assert (small / "answers.gap.nl.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_several_forms_go_to_a_folder_that_is_made(bio: Run, small: Path) -> None:
    ran = bio("report", "answers.yaml", "--format", "md, json,md", "--to", "out/2026", "--lang", "en")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == ["out/2026/answers.gap.en.md", "out/2026/answers.gap.en.json"]
    assert {file.name for file in (small / "out" / "2026").iterdir()} == {"answers.gap.en.md", "answers.gap.en.json"}


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_standard_output_gets_what_a_file_would(form: str, bio: Run, small: Path) -> None:
    printed = bio("report", "answers.yaml", "--format", form, "--to", "-")
    bio("report", "answers.yaml", "--format", form)

    assert (printed.code, printed.err) == (0, "")
    assert (small / f"answers.gap.nl.{form}").read_text("utf-8") == printed.out


def test_standard_output_holds_one_report(bio: Run) -> None:
    ran = bio("report", "answers.yaml", "--format", "md,json", "--to", "-", "--lang", "en")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: --to: only one format at a time can go to standard output\n  hint: ")


@pytest.mark.parametrize("formats", ["pdf", "html,pdf", "", "html,", "HTML"])
def test_an_unknown_form_is_refused_before_anything_is_written(formats: str, bio: Run, small: Path) -> None:
    before = set(small.iterdir())

    ran = bio("report", "answers.yaml", "--format", formats, "--lang", "en")

    assert (ran.code, ran.out) == (2, "")
    assert "is no choice here\n  hint: Choose from: html, md, json." in ran.err
    assert set(small.iterdir()) == before


def test_a_report_that_differs_is_not_overwritten_unless_asked(bio: Run, small: Path) -> None:
    file = small / "answers.gap.nl.md"
    file.write_text("mine", "utf-8")

    refused = bio("report", "answers.yaml", "--format", "md")
    kept = file.read_text("utf-8")
    forced = bio("report", "answers.yaml", "--format", "md", "--force")

    assert (refused.code, refused.out) == (2, "")
    assert "voeg --force toe" in refused.err
    assert kept == "mine"
    assert (forced.code, forced.out) == (0, "answers.gap.nl.md\n")
    assert file.read_text("utf-8").startswith("# Gap-rapport")


def test_the_same_report_again_is_fine(bio: Run) -> None:
    first, second = bio("report", "answers.yaml"), bio("report", "answers.yaml")

    assert (first.code, second.code) == (0, 0)
    assert first.out == second.out


def test_a_faulty_sheet_gets_no_report(bio: Run, small: Path) -> None:
    before = set(small.iterdir())

    ran = bio("report", "faulty.yaml")

    assert (ran.code, ran.out) == (3, "")
    assert ran.err.count("fout: ") == 9
    assert set(small.iterdir()) == before


def test_a_report_of_standard_input_has_a_name(bio: Run, small: Path) -> None:
    ran = bio("report", "-", "--format", "md", stdin=(small / "answers.yaml").read_bytes())

    assert (ran.code, ran.out) == (0, "answers.gap.nl.md\n")


@pytest.mark.parametrize(
    ("form", "head"),
    [
        ("html", '<b>3 of 6 items shown</b> · filter: <span class="id">group=1</span>'),
        ("md", "> **3 of 6 items shown** · filter: group=1\n"),
        ("json", '"of": 6'),
    ],
)
def test_a_filtered_report_says_so_in_its_head(form: str, head: str, bio: Run) -> None:
    ran = bio("report", "answers.yaml", "--format", form, "--to", "-", "--only", "group=1", "--lang", "en")

    assert ran.code == 0
    assert head in ran.out
    assert "Locksmith" not in ran.out


def test_a_report_is_made_as_of_the_day_asked_for(bio: Run) -> None:
    ran = bio("report", "answers.yaml", "--format", "md", "--to", "-", "--reference-date", "2027-01-31")

    assert "peildatum 31 januari 2027" in ran.out


def test_json_is_that_of_score_plus_texts_and_the_gaps_in_order(bio: Run) -> None:
    score = json.loads(bio("score", "answers.yaml", "--json").out)
    report = json.loads(bio("report", "answers.yaml", "--format", "json", "--to", "-").out)
    catalogue, told = score["catalogues"][0], report["catalogues"][0]

    assert {name: report[name] for name in score if name != "catalogues"} == {
        name: one for name, one in score.items() if name != "catalogues"
    }
    assert list(told)[: len(catalogue)] == list(catalogue)
    assert told["score"] == catalogue["score"]
    assert [one["id"] for one in told["gaps"]] == ["1.1.2", "2.2", "1.2"]
    assert [one["id"] for one in told["proof_gaps"]] == ["2.1.1"]
    assert [one["id"] for one in told["deviations"]] == ["1.1.2"]
    assert [one["id"] for one in told["set_aside"]] == ["2.1.2"]
    assert [one["id"] for one in told["unanswered"]] == ["1.2"]
    assert all(finding["title"] and finding["statement"] for finding in told["findings"])
