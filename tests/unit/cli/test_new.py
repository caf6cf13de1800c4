"""`bio-check new`: a blank sheet that loads as it is, with each question in view."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bio_check.assess.resolve import resolve_items
from bio_check.load.library import Library
from bio_check.shipped import schema_file

Run = Callable[..., Any]

GEMEENTE = ("--organisation", "Gemeente Voorbeeld")
ON_A_DAY = ("--reference-date", "2026-11-21")


def words_of(sheet: str) -> str:
    """The comments of a sheet as running text."""
    return " ".join(" ".join(line.strip().removeprefix("#") for line in sheet.splitlines()).split())


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(("profile", "items"), [("gemeente", 220), ("leverancier-nis2", 53), ("basis", None)])
def test_blank_sheet_goes_round(profile: str, items: int | None, lang: str, run: Run, tmp_path: Path) -> None:
    sheet = str(tmp_path / "sheet.yaml")

    made = run("new", sheet, *GEMEENTE, "--profile", profile, "--lang", lang)
    checked = run("validate", sheet, "--lang", lang)
    scored = run("score", sheet, "--json", "--lang", lang)

    assert (made.code, checked.code, scored.code) == (0, 0, 0)
    assert (made.err, checked.err, scored.err) == ("", "", "")
    facts = json.loads(scored.out)
    scores = [one["score"] for one in facts["catalogues"]]
    count = sum(score["items"] for score in scores)
    assert count == (items or count)
    assert sum(score["unanswered"] for score in scores) == count > 0
    assert all(score["strict"]["ratio"] == [0, 1] for score in scores)
    assert facts["organisation"] == "Gemeente Voorbeeld"
    assert f"{count} " in made.out.splitlines()[0]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("profile", ["gemeente", "leverancier-nis2", "basis"])
def test_blank_sheet_shows_each_question_above_its_answer(profile: str, lang: str, run: Run) -> None:
    library = Library()
    chosen = library.profile(profile)
    items = [item for one in chosen.selections for item in resolve_items(library.catalogue(one.catalogue), chosen)]

    sheet = run("new", "-", *GEMEENTE, "--profile", profile, "--lang", lang).out

    words = words_of(sheet)
    for item in items:
        question = item.question.nl if lang == "nl" else item.question.en
        assert re.search(rf'{re.escape(question)} (Bewijs|Evidence): .*?"{re.escape(item.id)}": status:', words), (
            item.id
        )


def test_blank_sheet_says_to_which_schema_editors_should_hold_it(run: Run, tmp_path: Path) -> None:
    run("new", str(tmp_path / "sheet.yaml"), *GEMEENTE)

    first = (tmp_path / "sheet.yaml").read_text("utf-8").splitlines()[0]

    assert first == "# yaml-language-server: $schema=bio-check-answers.schema.json"
    assert (tmp_path / "bio-check-answers.schema.json").read_bytes() == schema_file("answers").read_bytes()


def test_blank_sheet_is_a_draft_of_today(run: Run) -> None:
    before = datetime.now().astimezone().date()
    sheet = run("new", "-", *GEMEENTE).out
    after = datetime.now().astimezone().date()

    day = re.search(r"(?m)^reference-date: (.+)$", sheet)

    assert day is not None
    assert before.isoformat() <= day[1] <= after.isoformat()
    assert "\ndraft: true\n" in sheet


def test_reference_date_is_the_one_given(bio: Run) -> None:
    sheet = bio("new", "-", *GEMEENTE, "--profile", "klein", "--reference-date", "2027-12-31").out

    assert "\nreference-date: 2027-12-31\n" in sheet


@pytest.mark.parametrize(
    "name",
    [
        'Gemeente "Het Bildt"',
        "Gemeente: {x}, [y] # z",
        "Súdwest-Fryslân · ’s-Hertogenbosch",
        "a\nformat: evil\n",
        "\x1b[31mred\x1b[0m",
        "\x85\u2028\u202e",
        "\udcff",
        "null",
        "'",
        "-",
        "N" * 600,
    ],
    ids=ascii,
)
def test_any_name_gives_a_sheet_that_loads(name: str, bio: Run, small: Path) -> None:
    ran = bio("new", "sheet.yaml", "--organisation", name, "--profile", "klein")

    assert ran.code == 0
    assert bio("validate", "sheet.yaml").code == 0
    facts = json.loads(bio("score", "sheet.yaml", "--json").out)
    assert facts["organisation"]
    if name.isprintable() and len(name) <= 500:
        assert facts["organisation"] == name
    assert (small / "sheet.yaml").is_file()


@pytest.mark.parametrize("name", ["", "   "])
def test_an_organisation_without_a_name_is_refused(name: str, bio: Run, small: Path) -> None:
    ran = bio("new", "sheet.yaml", "--organisation", name, "--profile", "klein", "--lang", "en")

    assert ran.code == 2
    assert ran.err.startswith("error: --organisation: this must not be empty\n")
    assert not (small / "sheet.yaml").exists()


def test_a_title_of_several_lines_stays_a_comment(bio: Run, small: Path) -> None:
    catalogue = small / "controls" / "huis" / "catalogue.yaml"
    hostile = 'title: {nl: "x\\L    evil: 1\\n    evil: 2", en: y}'
    text = catalogue.read_text("utf-8").replace("title: {nl: Sleutelplan, en: Key plan}", hostile, 1)
    catalogue.write_text(text, "utf-8")

    sheet = bio("new", "sheet.yaml", *GEMEENTE, "--profile", "klein")

    assert sheet.code == 0
    assert "evil" in (small / "sheet.yaml").read_text("utf-8")
    assert bio("validate", "sheet.yaml").code == 0


def test_standard_output_gets_the_sheet_and_nothing_else(bio: Run, small: Path) -> None:
    before = set(small.iterdir())

    ran = bio("new", "-", *GEMEENTE, "--profile", "klein")

    assert ran.code == 0
    assert bio("validate", "-", stdin=ran.out.encode()).out == "-: geen fouten\n"
    assert set(small.iterdir()) == before


def test_a_sheet_that_was_filled_in_is_not_lost(bio: Run, small: Path) -> None:
    answered = (small / "answers.yaml").read_bytes()

    refused = bio("new", "answers.yaml", *GEMEENTE, "--profile", "klein", "--lang", "en")
    kept = (small / "answers.yaml").read_bytes()
    forced = bio("new", "answers.yaml", *GEMEENTE, "--profile", "klein", "--force")

    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "error: answers.yaml: the file exists and is not overwritten\n  hint: Choose another name or add --force.\n"
    )
    assert kept == answered
    assert forced.code == 0
    assert (small / "answers.yaml").read_bytes() != answered


def test_the_same_again_is_fine(bio: Run) -> None:
    call = ("new", "sheet.yaml", *GEMEENTE, *ON_A_DAY, "--profile", "klein")

    first, second = bio(*call), bio(*call)

    assert (first.code, second.code) == (0, 0)
    assert first.out == second.out


def test_a_schema_of_ones_own_is_left_alone(bio: Run, small: Path) -> None:
    (small / "bio-check-answers.schema.json").write_text("{}", "utf-8")

    ran = bio("new", "sheet.yaml", *GEMEENTE, "--profile", "klein")

    assert ran.code == 0
    assert (small / "bio-check-answers.schema.json").read_text("utf-8") == "{}"


@pytest.mark.parametrize(("typed", "meant"), [("gemeentes", "gemeente"), ("klien", "klein")])
def test_an_unknown_profile_gets_a_suggestion(typed: str, meant: str, bio: Run) -> None:
    ran = bio("new", "sheet.yaml", *GEMEENTE, "--profile", typed, "--lang", "en")

    assert ran.code == 3
    assert f"error: {typed}: the profile '{typed}' is not known" in ran.err
    assert f"Do you mean '{meant}'? Known are: basis, gemeente, klein, leverancier-nis2." in ran.err
