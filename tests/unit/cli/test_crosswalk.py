"""`bio-check crosswalk`: the links between norms, what carries over them, and how far they reach."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bio_check.shipped import shipped_folder

Run = Callable[..., Any]

EXAMPLE = str(shipped_folder("examples") / "lindervoort" / "answers.yaml")
OWN = """format: bio-check/crosswalk/1
id: huis--cbw
from: {catalogue: huis, version: "2"}
to: {catalogue: cbw, version: "2026"}
title: {nl: Van huisregels naar Cbw, en: From house rules to the Cbw}
sources: {wij: {name: Wij zelf}}
rows:
  - {from: "1.1", to: "21.3.i", relationship: equal, confidence: source, source: wij}
  - {from: "1.2", to: "21.3.j", relationship: equal, confidence: source, source: wij}
  - {from: "1.1.1", to: "24.1", relationship: superset, confidence: source, source: wij}
  - {from: "2.1.1", to: "21.3.g", relationship: intersects, confidence: source, source: wij, printed-to: "21.3"}
"""


@pytest.fixture
def linked(small: Path) -> Path:
    """The small norm, joined to the Cbw by a crosswalk of one's own."""
    file = small / "controls" / "crosswalks" / "huis--cbw.yaml"
    file.parent.mkdir()
    file.write_text(OWN, "utf-8")
    return file


# show


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nl", ("BIO2 1.3 → Cbw 2026", "5.19 21.3.d onbepaald uit de bron bio2-cbw", "(CC BY 4.0)")),
        ("en", ("BIO2 1.3 → Cbw 2026", "5.19 21.3.d not graded in the source bio2-cbw", "(CC BY 4.0)")),
    ],
)
def test_rows_are_shown_with_who_says_so(lang: str, told: tuple[str, ...], run: Run) -> None:
    ran = run("crosswalk", "show", "bio2", "cbw", "5.19", "--lang", lang)
    text = " ".join(ran.out.split())

    assert (ran.code, ran.err) == (0, "")
    assert [one for one in told if one not in text] == []


def test_rows_are_shown_from_either_end(run: Run) -> None:
    facts = json.loads(run("crosswalk", "show", "cbw", "bio2", "21.3.d", "--json").out)

    assert (facts["from"], facts["to"]) == ({"id": "cbw", "version": "2026"}, {"id": "bio2", "version": "1.3"})
    direct = [path for path in facts["paths"] if path["via"] is None]
    assert [path["to"] for path in direct] == ["5.19", "5.20", "5.21", "5.22", "5.23", "5.31"]
    assert direct[0]["rows"][0]["from"] == "cbw:21.3.d"
    assert list(direct[0]["rows"][0]) == ["from", "relationship", "confidence", "source", "to", "note"]


def test_every_row_is_shown_also_to_what_asks_nothing(run: Run) -> None:
    text = run("crosswalk", "show", "nis2", "cbw", "--lang", "en").out
    one = run("crosswalk", "show", "cbw", "nis2", "36", "--lang", "en").out

    assert len(re.findall(r"(?m)^  \S+ +\S+ +(?:equal|wider|overlaps) ", text)) == 30
    assert re.search(r"(?m)^  20\.1 +24\.12\.d +wider ", text)
    assert re.search(r"(?m)^  36 +23\.5 +overlaps ", one)


def test_a_measure_shows_the_rows_of_its_control(run: Run) -> None:
    facts = json.loads(run("crosswalk", "show", "bio2", "cbw", "5.19.01", "--json").out)

    assert [(path["from"], path["to"]) for path in facts["paths"] if path["via"] is None] == [("5.19", "21.3.d")]


def test_ways_through_a_third_are_shown_where_there_is_no_crosswalk(run: Run) -> None:
    ran = run("crosswalk", "show", "bio2", "nis2-ir", "5.19", "--lang", "en")

    assert re.findall(r"(?m)^by way of (\S+)$", ran.out) == ["iso27001", "nis2"]
    assert re.search(r"(?m)^  5\.19 +2\.1 +overlaps$", ran.out)


def test_no_way_is_told_and_is_no_fault(run: Run) -> None:
    ran = run("crosswalk", "show", "bio1", "cbw-cf", "--lang", "en")

    assert (ran.code, ran.err) == (0, "")
    assert "Nothing leads from here to there." in ran.out


def test_an_id_from_which_nothing_leads_is_not_told_of_the_whole_norm(run: Run) -> None:
    ran = run("crosswalk", "show", "cbw", "bio2", "44", "--lang", "en")

    assert (ran.code, ran.err) == (0, "")
    assert "Nothing leads from here to there." in ran.out


def test_an_id_as_printed_is_told_beside_ours(linked: Path, bio: Run) -> None:
    assert linked.is_file()
    text = bio("crosswalk", "show", "huis", "cbw", "--lang", "en").out

    assert re.search(r"(?m)^  2\.1\.1 +21\.3\.g \(21\.3\) +overlaps +in the source +wij$", text)


@pytest.mark.parametrize(
    ("call", "code", "fact"),
    [
        (("bio2", "cbwe"), 3, "error: cbwe: the catalogue 'cbwe' is not known\n  hint: Do you mean 'cbw'? Known are: "),
        (("bio3", "cbw"), 3, "error: bio3: the catalogue 'bio3' is not known\n  hint: Do you mean 'bio"),
        (("bio2", "cbw", "5.99"), 2, "error: 5.99: BIO2 1.3 has no '5.99'\n"),
        (("bio2", "cbw", "21.3.d"), 2, "error: 21.3.d: BIO2 1.3 has no '21.3.d'\n"),
    ],
)
def test_what_is_not_known_says_where_to_look(call: tuple[str, ...], code: int, fact: str, run: Run) -> None:
    ran = run("crosswalk", "show", *call, "--lang", "en")

    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(fact)
    assert "bio-check catalogue" in ran.err


# carry


def test_a_sheet_accounts_to_a_norm_that_it_does_not_name(run: Run) -> None:
    facts = json.loads(run("crosswalk", "carry", EXAMPLE, "--to", "nis2-ir", "--json", "--lang", "en").out)

    assert [one["id"] for one in facts["from"]] == ["bio2", "iso27001"]
    assert (facts["to"]["id"], len(facts["carried"])) == ("nis2-ir", 53)
    assert {one["status"] for one in facts["carried"]} == {"to-be-judged"}
    assert facts["unverified"]
    first = facts["carried"][0]
    assert (first["id"], first["linked"]["met"], first["linked"]["applicable"]) == ("1.1", 6, 8)
    assert [route["chosen"] for route in first["routes"]].count(True) <= 2
    assert all(type(route["items"]) is int for one in facts["carried"] for route in one["routes"])


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_carried_figures_never_come_without_their_counts(lang: str, run: Run) -> None:
    text = run("crosswalk", "carry", EXAMPLE, "--to", "cbw", "--lang", lang).out

    assert text.count("%") == len(re.findall(r"\d+ (?:van|of) \d+ \([\d.,]+%\)", text)) == 14
    assert ("geen oordeel erover" in " ".join(text.split())) is (lang == "nl")


def test_equal_rows_of_ones_own_carry_statuses(linked: Path, bio: Run) -> None:
    assert linked.is_file()
    facts = json.loads(bio("crosswalk", "carry", "answers.yaml", "--to", "cbw", "--json").out)

    told = {
        one["id"]: (one["status"], one["hint"], one["linked"]["items"]) for one in facts["carried"] if one["routes"]
    }

    assert told == {
        "24.1": ("met", None, 1),
        "21.3.g": ("to-be-judged", "met", 1),
        "21.3.i": ("partial", None, 2),
        "21.3.j": ("to-be-judged", "unanswered", 1),
    }


def test_a_norm_that_the_sheet_answers_keeps_its_own_answers(run: Run) -> None:
    text = run("crosswalk", "carry", EXAMPLE, "--to", "bio2", "--lang", "en").out
    facts = json.loads(run("crosswalk", "carry", EXAMPLE, "--to", "bio2", "--json").out)

    assert "Answers of its own go first. This carries over from iso27001:" in " ".join(text.split())
    assert [one["id"] for one in facts["from"]] == ["iso27001"]
    assert sum(one["answered"] for one in facts["carried"]) == 86


def test_a_norm_without_any_way_is_uncovered_and_says_so(bio: Run) -> None:
    ran = bio("crosswalk", "carry", "answers.yaml", "--to", "nis2", "--lang", "en")

    assert (ran.code, ran.err) == (0, "")
    assert "Nothing in this sheet leads here." in ran.out
    assert "∅ uncovered (24): 20.1, 20.2," in ran.out
    assert "linked and met" not in ran.out


@pytest.mark.parametrize(
    ("call", "code", "fact"),
    [
        (("answers.yaml", "--to", "nis3"), 3, "error: nis3: the catalogue 'nis3' is not known\n  hint: Do you mean"),
        (("gone.yaml", "--to", "nis2"), 3, "error: gone.yaml: "),
        (("faulty.yaml", "--to", "nis2"), 3, "error: faulty.yaml:"),
    ],
)
def test_what_cannot_be_carried_says_why(call: tuple[str, ...], code: int, fact: str, bio: Run) -> None:
    ran = bio("crosswalk", "carry", *call, "--lang", "en")

    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(fact)


def test_where_to_carry_to_must_be_said(run: Run) -> None:
    ran = run("crosswalk", "carry", EXAMPLE)

    assert (ran.code, ran.out) == (2, "")
    assert "--to" in ran.err


# check


def test_reach_is_told_per_crosswalk_and_per_pair(run: Run) -> None:
    facts = json.loads(run("crosswalk", "check", "--json").out)
    crosswalks = {one["id"]: one for one in facts["crosswalks"]}
    pairs = {(one["from"], one["to"]): one for one in facts["pairs"]}

    assert (len(crosswalks), len(pairs)) == (16, 72)
    assert {ident for ident, one in crosswalks.items() if one["settles"]} == {"iso27001--bio2", "nis2--cbw"}
    assert {ident for ident, one in crosswalks.items() if one["only_intersects"]} == {
        "nis2--iso27001", "nis2-ir--iso27001",
    }  # fmt: skip
    assert pairs["bio2", "iso27001"]["settled"] == {"part": 93, "whole": 123, "ratio": [31, 41]}
    assert pairs["bio1", "nis2-ir"]["reached"]["part"] == 0


def test_what_never_settles_anything_is_warned_about(run: Run) -> None:
    text = run("crosswalk", "check", "--lang", "en").out

    assert re.search(r"(?m)^  bio2--cbw +89 +81 of 93 +11 of 34 +never a status$", text)
    assert re.search(r"(?m)^  nis2--iso27001 +108 .*overlap only$", text)
    assert re.search(r"Uncovered, without any path \(10\): bio1 → cbw-cf,", text)


def test_a_faulty_crosswalk_of_ones_own_is_told_at_its_line(linked: Path, bio: Run) -> None:
    linked.write_text(OWN.replace('to: "21.3.j"', 'to: "21.3.z"'), "utf-8")

    ran = bio("crosswalk", "check", "--lang", "en")

    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("error: controls/crosswalks/huis--cbw.yaml:9:")
    assert "Do you mean '21.3.j'?" in ran.err


def test_a_catalogue_leads_not_to_itself(run: Run) -> None:
    ran = run("crosswalk", "show", "cbw", "cbw", "--lang", "en")

    assert ran.code == 2
    assert "no way leads from 'cbw' to itself" in ran.err


def test_an_id_that_asks_nothing_is_shown_with_why(run: Run) -> None:
    ran = run("catalogue", "show", "cbw", "33", "--lang", "en")

    assert ran.code == 0
    assert "Asks nothing of you" in ran.out
    assert "\n  33  " in ran.out


def test_a_source_is_named_in_the_language_of_the_reader(run: Run) -> None:
    dutch, english = (run("crosswalk", "show", "bio2", "cbw", "5.19", "--lang", lang).out for lang in ("nl", "en"))

    assert "werkboek 1.0 van 30" in dutch
    assert "workbook 1.0 of 30" in english
