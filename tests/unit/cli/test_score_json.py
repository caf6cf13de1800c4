"""`bio-check score --json`: the shape of specification 12, to the key."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import pytest

from bio_check import __version__
from bio_check.shipped import shipped_folder

Run = Callable[..., Any]

EXAMPLE = str(shipped_folder("examples") / "lindervoort" / "answers.yaml")
TOP = ["format_version", "tool", "organisation", "scope", "reference_date", "filter", "catalogues", "warnings"]
CATALOGUE = ["id", "version", "sha256", "score", "by", "findings", "carried"]
COUNTS = ["items", "applicable", "met", "partial", "not_met", "not_applicable", "unanswered"]
SHARES = ["strict", "weighted", "assessed", "proven_share"]
SCORE = [*COUNTS, "shown", "proven", *SHARES, "bounds", "strict_if_set_aside_not_met"]
FACETS = ["design", "existence", "operation"]
FINDING = [
    *("id", "kind", "group", "control", "status", "claimed", "credit", "weight", "shown", "proven"),
    *("owner", "provider", "deviation", "evidence", "gap"),
]
AXES = ["kind", "group", "control", "duty", "role", "owner", "provider"]


CARRIED = ["id", "status", "linked", "rows", "hint", "answered"]
ROW = ["from", "relationship", "confidence", "source", "to"]


@pytest.fixture(scope="module")
def lindervoort(run: Run) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(run("score", EXAMPLE, "--json").out)
    return facts


def scores_in(facts: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for one in facts["catalogues"]:
        yield one["score"]
        for axis in one["by"].values():
            yield from axis.values()


def test_keys_stand_in_the_order_of_the_specification(lindervoort: dict[str, Any]) -> None:
    assert list(lindervoort) == TOP
    assert lindervoort["format_version"] == 1
    assert lindervoort["tool"] == {"name": "bio-check", "version": __version__}
    for one in lindervoort["catalogues"]:
        assert list(one) == CATALOGUE
        assert list(one["by"]) == AXES
        assert all(list(finding) == FINDING for finding in one["findings"])
    for score in scores_in(lindervoort):
        assert list(score) == SCORE
        assert list(score["shown"]) == FACETS
        assert list(score["bounds"]) == ["low", "high"]
        assert all(list(score[name]) == ["ratio", "percent"] for name in SHARES)


def test_what_is_carried_keeps_its_shape(lindervoort: dict[str, Any]) -> None:
    carried = {one["id"]: one["carried"] for one in lindervoort["catalogues"]}

    assert (carried["bio2"], carried["iso27001"], len(carried["cbw"])) == ([], [], 34)
    for target in carried["cbw"]:
        assert list(target) == CARRIED
        assert list(target["linked"]) == SCORE
        assert all(list(row) == ROW for row in target["rows"])


def test_a_target_tells_its_status_the_work_behind_it_and_every_row(lindervoort: dict[str, Any]) -> None:
    targets = {one["id"]: one for one in lindervoort["catalogues"][2]["carried"]}

    supply = targets["21.3.d"]
    assert (supply["status"], supply["hint"], supply["answered"]) == ("to-be-judged", "not-met", False)
    assert [supply["linked"][name] for name in ("applicable", "met", "proven")] == [15, 6, 3]
    assert supply["linked"]["strict"] == {"ratio": [2, 5], "percent": 40.0}
    assert [row["from"] for row in supply["rows"]] == [f"bio2:5.{one}" for one in (19, 20, 21, 22, 23, 31)]
    assert {(row["relationship"], row["confidence"], row["to"]) for row in supply["rows"]} == {
        ("ungraded", "source", "cbw:21.3.d")
    }
    assert (targets["26"]["status"], targets["26"]["rows"], targets["26"]["linked"]["items"]) == ("uncovered", [], 0)


def test_no_finding_on_a_carried_catalogue_is_a_gap(lindervoort: dict[str, Any]) -> None:
    gaps = {one["id"]: sum(f["gap"] is not None for f in one["findings"]) for one in lindervoort["catalogues"]}

    assert gaps == {"bio2": 76, "iso27001": 17, "cbw": 0}


def test_findings_keep_their_shape_within(lindervoort: dict[str, Any]) -> None:
    for finding in (each for one in lindervoort["catalogues"] for each in one["findings"]):
        assert list(finding["shown"]) == FACETS
        assert all(list(piece) == ["id", "in_date", "lapses"] for piece in finding["evidence"])
        if finding["gap"] is not None:
            assert list(finding["gap"]) == ["priority", "factors", "effort"]
            assert list(finding["gap"]["factors"]) == ["duty", "weight", "shortfall", "risk"]
        if finding["deviation"] is not None:
            assert list(finding["deviation"]) == ["until", "lapsed"]


def test_warnings_say_what_where_and_what_next(lindervoort: dict[str, Any]) -> None:
    assert len(lindervoort["warnings"]) == 31
    for warning in lindervoort["warnings"]:
        assert list(warning) == ["code", "message", "hint", "place"]
        assert list(warning["place"]) == ["file", "line", "column", "path"]


def test_the_headline_is_that_of_the_example(lindervoort: dict[str, Any]) -> None:
    measures = lindervoort["catalogues"][0]["by"]["kind"]["measure"]

    assert [measures[name] for name in COUNTS] == [117, 115, 61, 34, 15, 2, 5]
    assert measures["shown"] == {"design": 88, "existence": 70, "operation": 41}
    assert measures["strict"] == {"ratio": [61, 115], "percent": 53.0}
    assert measures["assessed"] == {"ratio": [22, 23], "percent": 95.7}
    assert measures["proven_share"] == {"ratio": [34, 115], "percent": 29.6}
    assert measures["strict_if_set_aside_not_met"] == {"ratio": [61, 117], "percent": 52.1}


def test_findings_stand_in_the_order_of_their_catalogue(run: Run, lindervoort: dict[str, Any]) -> None:
    shown = json.loads(run("catalogue", "show", "bio2", "--json").out)

    assert [one["id"] for one in lindervoort["catalogues"][0]["findings"]] == [one["id"] for one in shown["items"]]
    assert [one["id"] for one in lindervoort["catalogues"]] == ["bio2", "iso27001", "cbw"]
    assert lindervoort["catalogues"][0]["sha256"] == shown["catalogue"]["sha256"]


def test_fractions_are_exact_and_in_lowest_terms(lindervoort: dict[str, Any]) -> None:
    for score in scores_in(lindervoort):
        ratios = [score[name]["ratio"] for name in (*SHARES, "strict_if_set_aside_not_met")]
        for pair in (one for one in (*ratios, *score["bounds"].values()) if one is not None):
            fraction = Fraction(*pair)
            assert pair == [fraction.numerator, fraction.denominator]
        if score["applicable"]:
            assert Fraction(*score["strict"]["ratio"]) == Fraction(score["met"], score["applicable"])
            assert Fraction(*score["bounds"]["low"]) == Fraction(*score["weighted"]["ratio"])


def test_the_parts_of_an_axis_add_up_to_the_whole(lindervoort: dict[str, Any]) -> None:
    for one in lindervoort["catalogues"]:
        for axis in ("kind", "group", "control", "duty", "role"):
            for name in (*COUNTS, "proven"):
                assert sum(score[name] for score in one["by"][axis].values()) == one["score"][name]


def test_where_nothing_applies_there_is_no_score_which_is_not_0(bio: Run) -> None:
    facts = json.loads(bio("score", "answers.yaml", "--json", "--only", "huis:2.1.2").out)

    score = facts["catalogues"][0]["score"]

    assert (score["applicable"], score["not_applicable"]) == (0, 1)
    assert score["strict"] == {"ratio": None, "percent": None}
    assert score["bounds"] == {"low": None, "high": None}
    assert score["strict_if_set_aside_not_met"] == {"ratio": [0, 1], "percent": 0.0}


def test_one_finding_of_each_status_is_told_in_full(bio: Run) -> None:
    facts = json.loads(bio("score", "answers.yaml", "--json").out)
    findings = {one["id"]: one for one in facts["catalogues"][0]["findings"]}

    assert {ident: one["status"] for ident, one in findings.items()} == {
        "1.1.1": "met",
        "1.1.2": "partial",
        "1.2": "unanswered",
        "2.1.1": "met",
        "2.1.2": "not-applicable",
        "2.2": "not-met",
    }
    assert findings["1.1.2"] == {
        "id": "1.1.2",
        "kind": "measure",
        "group": "1",
        "control": "1.1",
        "status": "partial",
        "claimed": "partial",
        "credit": [1, 2],
        "weight": 2,
        "shown": {"design": False, "existence": False, "operation": False},
        "proven": False,
        "owner": "teamleider HR",
        "provider": None,
        "deviation": {"until": "2026-10-31", "lapsed": True},
        "evidence": [{"id": "formulier", "in_date": False, "lapses": None}],
        "gap": {
            "priority": [40, 1],
            "factors": {"duty": 2, "weight": 2, "shortfall": [1, 2], "risk": 20},
            "effort": "M",
        },
    }
    assert findings["1.1.1"]["gap"] is None
    assert findings["2.1.2"]["gap"] is None
    assert findings["2.2"]["weight"] == 2  # by the overlay of the profile


def test_json_is_the_same_in_every_language_but_for_messages(bio: Run) -> None:
    dutch, english = (json.loads(bio("score", "answers.yaml", "--json", "--lang", lang).out) for lang in ("nl", "en"))
    told = [facts.pop("warnings") for facts in (dutch, english)]

    assert dutch == english
    assert [one["code"] for one in told[0]] == [one["code"] for one in told[1]]
    assert told[0] != told[1]
