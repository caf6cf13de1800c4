"""`bio-check score`: the table for people; what `--only`, `--by` and `--reference-date` do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bio_check.shipped import shipped_folder

Run = Callable[..., Any]

EXAMPLE = str(shipped_folder("examples") / "lindervoort" / "answers.yaml")


# Filters and dates


@pytest.mark.parametrize(
    ("only", "ids"),
    [
        (("role=hr",), ["1.1.2"]),
        (("duty=law",), ["1.1.1", "1.1.2", "2.1.1", "2.1.2"]),
        (("duty=law", "group=2"), ["2.1.1", "2.1.2"]),
        (("huis:1.1.*",), ["1.1.1", "1.1.2"]),
        (("status=unanswered,not-met",), ["1.2", "2.2"]),
        (("role=supplier",), ["1.1.1"]),
    ],
)
def test_a_filter_keeps_what_it_names_and_says_so(only: tuple[str, ...], ids: list[str], bio: Run) -> None:
    chosen = [argument for one in only for argument in ("--only", one)]

    facts = json.loads(bio("score", "answers.yaml", "--json", *chosen).out)
    text = bio("score", "answers.yaml", *chosen).out

    assert [one["id"] for one in facts["catalogues"][0]["findings"]] == ids
    assert facts["catalogues"][0]["score"]["items"] == len(ids)
    assert facts["filter"] == {"only": list(only), "items": len(ids), "of": 6}
    assert text.splitlines()[1] == f"Filter: {' '.join(only)} · {len(ids)} van 6 onderdelen"


@pytest.mark.parametrize(
    ("only", "fact"),
    [
        ("role", "error: --only: 'role' is no selector"),
        ("", "error: --only: '' is no selector"),
        ("colour=red", "error: --only: 'colour=red' is no selector"),
        ("role=nobody", "error: --only: 'role=nobody' selects nothing"),
        ("huis:9.*", "error: --only: 'huis:9.*' selects nothing"),
        ("bio2:5.17.*", "error: --only: 'bio2:5.17.*' selects nothing"),
        ("nis2:21.2.d", "error: --only: 'nis2:21.2.d' selects nothing"),
        ("role=,", "error: --only: 'role=,' selects nothing"),
    ],
)
def test_a_filter_that_says_nothing_is_no_clean_result(only: str, fact: str, bio: Run) -> None:
    ran = bio("score", "answers.yaml", "--only", only, "--lang", "en")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(fact)


def test_filters_that_exclude_each_other_select_nothing(bio: Run) -> None:
    ran = bio("score", "answers.yaml", "--only", "role=hr", "--only", "role=it", "--lang", "en")

    assert ran.code == 2
    assert "'role=hr role=it' selects nothing" in ran.err


def test_everything_is_judged_as_of_the_day_asked_for(bio: Run) -> None:
    before = json.loads(bio("score", "answers.yaml", "--json", "--reference-date", "2026-03-31").out)
    after = json.loads(bio("score", "answers.yaml", "--json", "--reference-date", "2026-04-01").out)
    proven = [
        next(one["proven"] for one in facts["catalogues"][0]["findings"] if one["id"] == "2.1.1")
        for facts in (before, after)
    ]

    assert (before["reference_date"], after["reference_date"]) == ("2026-03-31", "2026-04-01")
    assert proven == [True, False]  # the rhythm of three months runs out


# Text


@pytest.mark.parametrize("axis", ["group", "control", "role", "owner", "duty", "kind"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_table_has_a_row_per_value(axis: str, lang: str, bio: Run) -> None:
    facts = json.loads(bio("score", "answers.yaml", "--json").out)
    values = facts["catalogues"][0]["by"][axis]
    text = bio("score", "answers.yaml", "--by", axis, "--lang", lang).out

    blocks = text.split("\n\n")
    table = next(block for block in blocks if block.splitlines()[0].endswith("●  ◐  ○  ?  –")).splitlines()

    assert len(table) == 1 + len(values)
    for row, score in zip(table[1:], values.values(), strict=True):
        of = "van" if lang == "nl" else "of"
        assert f"{score['met']} {of} {score['applicable']} " in row
        assert row.split()[-5:] == [
            str(score[name]) for name in ("met", "partial", "not_met", "unanswered", "not_applicable")
        ]


def test_items_of_a_catalogue_without_measures_are_called_requirements(run: Run) -> None:
    text = run("score", EXAMPLE, "--by", "kind", "--only", "iso27001:*", "--lang", "en").out

    assert "Requirements: 30" in text
    assert "requirements  13 of 30" in text
    assert "controls without" not in text


def test_the_name_of_an_owner_is_no_word_to_translate(bio: Run, small: Path) -> None:
    text = (small / "answers.yaml").read_text("utf-8").replace("owner: bode", "owner: S")
    (small / "answers.yaml").write_text(text, "utf-8")

    rows = bio("score", "answers.yaml", "--by", "owner").out.splitlines()

    assert any(row.startswith("  S  ") for row in rows)


def test_all_prints_every_gap_and_the_head_a_few(run: Run) -> None:
    brief, full = run("score", EXAMPLE).out, run("score", EXAMPLE, "--all").out

    assert "Eerst doen · 5 van 93 hiaten" in brief
    assert "Eerst doen · 93 van 93 hiaten" in full
    own, _, carried = brief.partition("\nCbw 2026 ")
    carried, _, rest = carried.partition("\nEerst doen")
    assert len((own + rest).splitlines()) <= 50
    assert len(carried.splitlines()) <= 30
    assert len(full.splitlines()) > 93


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nl", (
            "Cbw 2026 · Cyberbeveiligingswet · niet geheel geverifieerd",
            "Geen eigen antwoorden. Dit draagt over uit bio2, iso27001:",
            "  Bestuur: △ te beoordelen 4  ∅ niet gedekt 1",
            "  Zorgplicht: △ te beoordelen 10  ∅ niet gedekt 8",
            "  Procesplichten: ∅ niet gedekt 11",
            "6 van 15 (40,0%)           3",
            "∅ niet gedekt (20): 24.1, 21.1,",
        )),
        ("en", (
            "Cbw 2026 · Cyberbeveiligingswet (Dutch NIS2 act) · not fully verified",
            "No answers of its own. This carries over from bio2, iso27001:",
            "  Board: △ to be judged 4  ∅ uncovered 1",
            "6 of 15 (40.0%)       3",
            "Answer these in the sheet.",
        )),
    ],
)  # fmt: skip
def test_what_carries_over_is_told_per_group_with_its_counts(lang: str, told: tuple[str, ...], run: Run) -> None:
    text = run("score", EXAMPLE, "--lang", lang).out

    assert [one for one in told if one not in text and one not in " ".join(text.split())] == []


@pytest.mark.parametrize(
    ("only", "ids", "of"),
    [
        ("nis2:21.2.d", {"bio2": 14}, 220),
        ("cbw:21.3.d", {"bio2": 15, "cbw": 1}, 220),
        ("cbw:26", {"cbw": 1}, 220),
        ("bio2:5.19", {"bio2": 1}, 220),
    ],
)
def test_a_selector_reaches_through_crosswalks(only: str, ids: dict[str, int], of: int, run: Run) -> None:
    facts = json.loads(run("score", EXAMPLE, "--json", "--only", only).out)
    text = run("score", EXAMPLE, "--only", only).out

    assert {one["id"]: len(one["findings"]) for one in facts["catalogues"]} == ids
    assert facts["filter"] == {"only": [only], "items": sum(ids.values()), "of": of}
    assert text.splitlines()[1] == f"Filter: {only} · {sum(ids.values())} van {of} onderdelen"


def test_an_unknown_catalogue_in_a_selector_gets_a_suggestion(run: Run) -> None:
    ran = run("score", EXAMPLE, "--only", "nis3:21.2.d", "--lang", "en")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        "error: --only: the catalogue 'nis3' is not known\n  hint: Do you mean 'nis2'? Known are: "
    )


def test_standard_input_is_scored_like_a_file(bio: Run, small: Path) -> None:
    raw = (small / "answers.yaml").read_bytes()

    assert bio("score", "-", stdin=raw).out == bio("score", "answers.yaml").out


def test_a_draft_is_called_one(bio: Run) -> None:
    assert bio("score", "answers.yaml").out.splitlines()[0] == "Gemeente Zandbeke · 21 november 2026 · concept"
    assert bio("score", "answers.yaml", "--lang", "en").out.splitlines()[0].endswith(" · draft")
