"""The same figures in every form, and the same bytes every time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bio_check import api
from bio_check.assess.select import select
from bio_check.model.assessment import Assessment
from bio_check.wording import LANGUAGES, Language

Parsed = Callable[[str], Any]

SMALL = Path(__file__).parents[2] / "golden" / "small"
WORDS = {
    "met": "met", "partial": "partly met", "not-met": "not met", "to-be-judged": "to be judged",
    "uncovered": "uncovered",
}  # fmt: skip
COUNTS = ("met", "partial", "not_met", "unanswered", "not_applicable")


def table_under(markdown: str, heading: str) -> list[list[str]]:
    """Return the first table below a heading, head and rule left out."""
    below = markdown.partition(f"\n{heading}\n")[2]
    rows = [line for line in below.partition("\n\n#")[0].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows[2:]]


def answered(facts: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the catalogues that the sheet answers itself: the others are told in a section of their own."""
    return [one for one in facts["catalogues"] if not one["carried"]]


def share(score: dict[str, Any], name: str) -> str:
    percent = {"met": "strict", "proven": "proven_share"}[name]
    whole = score["applicable"]
    return f"{score[name]} of {whole} ({score[percent]['percent']}%)" if whole else "–"


@pytest.fixture(scope="module", params=["small", "lindervoort"])
def assessment(request: pytest.FixtureRequest) -> Assessment:
    made: Assessment = request.getfixturevalue(request.param)
    return made


@pytest.fixture(scope="module")
def forms(assessment: Assessment, parsed: Parsed) -> tuple[Any, str, dict[str, Any]]:
    """One assessment as page, Markdown and facts."""
    html, markdown, facts = (api.render(assessment, "gap", form, "en") for form in ("html", "md", "json"))
    return parsed(html), markdown, json.loads(facts)


def test_headline_shares_are_equal(forms: tuple[Any, str, dict[str, Any]]) -> None:
    page, markdown, facts = forms
    verdict = " ".join(page.elements[[one.attributes.get("id") for one in page.elements].index("verdict")].text.split())

    for catalogue in answered(facts):
        rows = table_under(markdown, f"### {catalogue['edition']} · {catalogue['title']}")
        for row, score in zip(rows, catalogue["by"]["kind"].values(), strict=True):
            met = f"{score['met']} of {score['applicable']} ({score['strict']['percent']}%)"
            proven = f"{score['proven']} of {score['applicable']} ({score['proven_share']['percent']}%)"
            assert row[0].endswith(f"({score['items']})")
            assert row[1:3] == [met, proven]
            assert f"{score['strict']['percent']}%" in verdict
            assert f"{score['met']} of {score['applicable']}" in verdict
            assert f"{score['proven']} of {score['applicable']}" in verdict


def test_chapters_are_counted_the_same_and_add_up(forms: tuple[Any, str, dict[str, Any]]) -> None:
    page, markdown, facts = forms
    tables = [table for table in page.tables if table[0][0] == "Chapter"]
    kinds = [(one, kind, score) for one in answered(facts) for kind, score in one["by"]["kind"].items()]
    headings = re.findall(r"(?m)^(### .+: .+)\n\n\| Chapter", markdown)

    for table, (_, _, score), heading in zip(tables, kinds, headings, strict=True):
        _, *rows, total = table
        counts = [[int(cell) for cell in row[1:6]] for row in rows]
        assert [int(cell) for cell in total[1:]] == [*(score[name] for name in COUNTS), score["items"]]
        assert [sum(column) for column in zip(*counts, strict=True)] == [score[name] for name in COUNTS]
        assert [[int(cell) for cell in row[2:]] for row in table_under(markdown, heading)] == counts


def test_gaps_are_the_same_in_the_same_order(forms: tuple[Any, str, dict[str, Any]]) -> None:
    page, markdown, facts = forms
    on_page = [one.attributes["id"] for one in page.all("tbody") if one.attributes.get("class") == "gap"]
    in_markdown = re.findall(r"(?m)^#### (\S+) ", markdown)
    by_kind = [
        f"{one['id']}-{gap['id']}"
        for one in facts["catalogues"]
        for kind in one["by"]["kind"]
        for gap in one["gaps"]
        if next(f["kind"] for f in one["findings"] if f["id"] == gap["id"]) == kind
    ]

    assert on_page == by_kind
    assert in_markdown == [ident.partition("-")[2] for ident in by_kind]


def test_owners_carry_the_same_and_together_the_whole(forms: tuple[Any, str, dict[str, Any]]) -> None:
    page, markdown, facts = forms
    table = next(table for table in page.tables if table[0][0] == "Owner")
    wanted = [
        [*(one["score"][name] for name in COUNTS[:4]), one["actions"], one["overdue"], one["cost"]]
        for one in facts["owners"]
    ]

    on_page = [[int(re.sub("[€,]", "", cell)) for cell in row[1:]] for row in table[1:]]
    in_markdown = [
        [int(re.sub("[€,]", "", cell)) for cell in row[1:]] for row in table_under(markdown, "## Who does what")
    ]

    assert on_page == in_markdown
    assert on_page[:-1] == wanted
    assert on_page[-1] == [sum(column) for column in zip(*wanted, strict=True)]
    assert on_page[-1][:4] == [sum(one["score"][name] for one in answered(facts)) for name in COUNTS[:4]]


def test_what_is_carried_is_the_same(forms: tuple[Any, str, dict[str, Any]], assessment: Assessment) -> None:
    page, markdown, facts = forms
    wanted = [
        [
            f"{one['id']} {one['title']}",
            WORDS[one["status"]],
            share(one["linked"], "met"),
            share(one["linked"], "proven"),
        ]
        for catalogue in facts["catalogues"]
        for one in catalogue["carried"]
    ]

    on_page = [row for table in page.tables if table[0][0] == "Item" for row in table[1:]]
    section = markdown.partition("\n## What carries over to ")[2].partition("\n## ")[0]
    in_markdown = [
        [cell.strip() for cell in row.split("|")[1:-1]] for row in re.findall(r"(?m)^\| (?!Item).*$", section)
    ]

    assert len(wanted) == sum(len(one.carried) for one in assessment.catalogues)
    for rows in (on_page, in_markdown):
        assert [[row[0], *row[2:4]] for row in rows] == [[row[0], *row[2:4]] for row in wanted]
        assert all(told[1] in found[1] for told, found in zip(wanted, rows, strict=True))
    assert [row[4] for row in on_page] == [re.sub(r"[()]", "", row[4]) for row in in_markdown]


def test_evidence_to_renew_is_the_same(forms: tuple[Any, str, dict[str, Any]]) -> None:
    page, markdown, facts = forms
    rows = [row for table in page.tables if table[0][0] == "Piece of evidence" for row in table[1:]]

    assert [row[0] for row in rows] == [one["title"] for one in facts["renew"]]
    assert [int(row[1]) for row in table_under(markdown, "## Evidence to renew")] == [
        one["days"] for one in facts["renew"]
    ]


@pytest.mark.parametrize("form", ["html", "md", "json"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_assessment_gives_the_same_bytes(form: str, language: Language, assessment: Assessment) -> None:
    assert api.render(assessment, "gap", form, language) == api.render(assessment, "gap", form, language)


@pytest.mark.parametrize(
    "call",
    [
        ("report", "answers.yaml", "--format", "html", "--to", "-"),
        ("report", "answers.yaml", "--format", "json", "--to", "-", "--lang", "en"),
        ("score", "answers.yaml", "--by", "owner", "--all"),
        ("validate", "faulty.yaml"),
        ("catalogue", "show", "huis", "--json"),
    ],
    ids=lambda call: f"{call[0]} {call[-1]}",
)
def test_no_order_depends_on_the_seed_of_a_hash(call: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "bio_check", "--catalogues", "controls", *call]

    first, second = (
        subprocess.run(command, cwd=SMALL, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False)
        for seed in ("0", "1")
    )

    assert first.stdout + first.stderr
    assert (first.returncode, first.stdout, first.stderr) == (second.returncode, second.stdout, second.stderr)


def test_order_of_the_selectors_changes_no_figure(small: Assessment) -> None:
    one, other = (
        json.loads(api.render(select(small, selectors), "gap", "json", "nl"))
        for selectors in (["group=1", "duty=law"], ["duty=law", "group=1"])
    )

    assert one["catalogues"] == other["catalogues"]
