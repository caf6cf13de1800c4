"""`bio-check explain`: one item, from the norm to its place in the order."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from bio_check.shipped import shipped_folder

Run = Callable[..., Any]

EXAMPLE = str(shipped_folder("examples") / "lindervoort" / "answers.yaml")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_an_item_that_is_met_shows_why_each_piece_counts(lang: str, bio: Run) -> None:
    text = bio("explain", "answers.yaml", "1.1.1", "--lang", lang).out

    told = {
        "nl": ("● voldoet · bode", "telt voor opzet (tot en met 1 mrt 2028)", "→ aangetoond", "= 3 van 3 punten"),
        "en": ("● met · bode", "counts for design (until 1 Mar 2028)", "→ proven", "= 3 of 3 points"),
    }[lang]

    assert all(one in text for one in told)
    assert "prioriteit" not in text
    assert "priority" not in text


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_partial_item_shows_its_deviation_action_and_sum(lang: str, bio: Run) -> None:
    text = bio("explain", "answers.yaml", "1.1.2", "--lang", lang).out

    told = {
        "nl": (
            "opzet: voldoet · bestaan: voldoet gedeeltelijk · werking: voldoet niet",
            "Afwijking verlopen op 31 okt 2026 (RA-7)",
            "telt niet: gedateerd na de peildatum",
            "bode · 1 okt 2026 (te laat) · € 1.250",
            "wet 2 × gewicht 2 × tekort ½ × risico 20 = 40",
            "plaats 1 van 3 hiaten",
        ),
        "en": (
            "design: met · existence: partly met · operation: not met",
            "Deviation lapsed on 31 Oct 2026 (RA-7)",
            "does not count: dated after the reference date",
            "bode · 1 Oct 2026 (overdue) · €1,250",
            "law 2 × weight 2 × shortfall ½ × risk 20 = 40",
            "place 1 of 3 gaps",
        ),
    }[lang]

    assert [one for one in told if one not in text] == []


def test_an_item_that_is_set_aside_shows_reason_and_risk_analysis(bio: Run) -> None:
    text = bio("explain", "answers.yaml", "2.1.2", "--lang", "en").out

    assert "– not applicable · bode" in text
    assert "Er is geen kelder." in text
    assert "Risk analysis: RA-9" in text
    assert "does not count: not applicable" in text


def test_an_unanswered_item_shows_what_is_asked_and_what_would_back_it(bio: Run) -> None:
    text = bio("explain", "answers.yaml", "1.2", "--lang", "en").out

    assert "? unanswered · –" in text
    assert "Does someone always walk along with visitors?" in text
    assert "Visitors' book [existence, operation]" in text
    assert "(the sheet gives no risk; the default holds)" in text
    assert "answers.yaml:" not in text


def test_evidence_too_old_for_the_rhythm_says_since_when(bio: Run) -> None:
    text = " ".join(bio("explain", "answers.yaml", "2.1.1", "--lang", "en").out.split())

    assert "at least once per 3 months" in text
    assert "no longer counts for operation: older than the rhythm allows, since 31 Mar 2026" in text


def test_the_answer_is_placed_in_its_file(bio: Run) -> None:
    assert "answers.yaml:20:5: answers.huis.1.1.2" in bio("explain", "answers.yaml", "1.1.2").out


def test_the_judgement_on_the_control_as_a_whole_is_shown(bio: Run) -> None:
    text = " ".join(bio("explain", "answers.yaml", "1.1.1").out.split())

    assert "Oordeel over 1.1 als geheel: voldoet gedeeltelijk. Het plan dekt de werf niet." in text


@pytest.mark.parametrize(
    ("item", "fact"),
    [
        ("1.1.3", "error: 1.1.3: '1.1.3' was moved to 1.2 in Huisregels 2\n  hint: Put the answer at 1.2.\n"),
        ("huis:1.1.3", "error: huis:1.1.3: '1.1.3' was moved to 1.2 in Huisregels 2\n"),
        (
            "9.9",
            "error: 9.9: '9.9' is no item of this sheet\n  hint: See which there are: bio-check catalogue show huis\n",
        ),
        ("1.1", "error: 1.1: '1.1' of Huisregels 2 is not answered itself; below it: 1.1.1, 1.1.2"),
        ("bio2:5.17.01", "error: bio2:5.17.01: this sheet asks nothing from 'bio2', but from: huis\n"),
        ("nis2:21.2.d", "error: nis2:21.2.d: this sheet asks nothing from 'nis2', but from: huis\n"),
        ("1.1.4", "error: 1.1.4: "),
    ],
)
def test_an_id_without_answer_says_where_to_look(item: str, fact: str, bio: Run) -> None:
    ran = bio("explain", "answers.yaml", item, "--lang", "en")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(fact)


def test_a_catalogue_can_be_named_where_two_have_the_id(run: Run) -> None:
    clause = run("explain", EXAMPLE, "iso27001:5.1").out
    moved = run("explain", EXAMPLE, "5.24.06")

    assert "ISO/IEC 27001:2022" in clause
    assert moved.code == 2
    assert "'5.24.06' is in BIO2 1.3 verplaatst naar 5.21.05" in moved.err


def test_json_gives_the_same_for_machines(bio: Run) -> None:
    facts = json.loads(bio("explain", "answers.yaml", "1.1.2", "--json", "--lang", "en").out)

    assert (facts["id"], facts["catalogue"], facts["status"]) == ("1.1.2", "huis", "partial")
    assert facts["title"] == "Keys handed in"
    assert facts["facets"] == {"design": "met", "existence": "partial", "operation": "not-met"}
    assert facts["gap"]["sum"] == "law 2 × weight 2 × shortfall ½ × risk 20 = 40"
    assert (facts["gap"]["likelihood"], facts["gap"]["impact"]) == (4, 5)
    assert facts["evidence"][0]["because"] == "does not count: dated after the reference date"
    assert facts["actions"] == [
        {
            "id": "sloten",
            "title": "Cilinders vervangen",
            "owner": "bode",
            "due": "2026-10-01",
            "cost": 1250,
            "done": False,
            "overdue": True,
        }
    ]
    assert facts["place"] == {"file": "answers.yaml", "line": 20}


def test_an_item_is_judged_as_of_the_day_asked_for(bio: Run) -> None:
    text = bio("explain", "answers.yaml", "1.1.2", "--reference-date", "2026-09-30", "--lang", "en").out

    assert "Deviation until 31 Oct 2026" in text
    assert "(overdue)" not in text


# Links


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nl", (
            "Draagt over △ te beoordelen · aanwijzing: voldoet niet",
            "gekoppelde onderdelen: 15; voldoet 6 van 15 (40,0%), aangetoond 3 van 15 (20,0%)",
            "bio2 → cbw: 5.19 → 21.3.d, 5.20 → 21.3.d,",
            "gekozen: bio2: onbepaald, 15 onderdelen",
            "niet gekozen: bio2 → nis2: onbepaald,",
            "De sterkste weg wint; bij gelijke sterkte de weg met de meeste onderdelen.",
        )),
        ("en", (
            "Carried over △ to be judged · hint: not met",
            "linked items: 15; met 6 of 15 (40.0%), proven 3 of 15 (20.0%)",
            "chosen: bio2: not graded, 15 items",
            "passed over: bio2 → nis2: not graded,",
            "The strongest way wins; among equals the one with most items.",
        )),
    ],
    ids=["nl", "en"],
)  # fmt: skip
def test_a_carried_item_shows_what_carries_over_and_how_the_way_was_chosen(
    lang: str, told: tuple[str, ...], run: Run
) -> None:
    text = " ".join(run("explain", EXAMPLE, "cbw:21.3.d", "--lang", lang).out.split())

    assert [one for one in told if one not in text] == []
    assert "prioriteit" not in text
    assert "priority" not in text


def test_an_item_that_nothing_leads_to_is_uncovered(run: Run) -> None:
    text = run("explain", EXAMPLE, "cbw:44", "--lang", "en").out

    assert "Carried over\n  ∅ uncovered\n" in text
    assert "chosen" not in text


def test_an_item_shows_what_it_is_linked_to_and_who_says_so(run: Run) -> None:
    text = " ".join(run("explain", EXAMPLE, "5.19.01", "--lang", "en").out.split())

    assert "Linked to bio1: 15.1.1 (not graded, inferred; " in text
    assert "cbw: 21.3.d (not graded, in the source; ADR & NOREA, Cbw (NIS2) Control Framework, workbook 1.0" in text
    assert "iso27001: A.5.19 (equal, in the source; " in text
    assert "Carried over" not in text


def test_an_item_without_links_says_nothing_of_them(bio: Run) -> None:
    assert "Linked to" not in bio("explain", "answers.yaml", "1.1.1", "--lang", "en").out


def test_links_are_there_for_machines(run: Run) -> None:
    carried = json.loads(run("explain", EXAMPLE, "cbw:21.3.d", "--json", "--lang", "en").out)
    own = json.loads(run("explain", EXAMPLE, "5.19.01", "--json").out)

    assert (carried["status"], carried["gap"]) == ("unanswered", None)
    assert (carried["carried"]["status"], carried["carried"]["hint"]) == ("to-be-judged", "not-met")
    assert carried["carried"]["routes"] == [
        {"from": "bio2", "via": None, "relationship": "ungraded", "items": 15, "chosen": True},
        {"from": "bio2", "via": "nis2", "relationship": "ungraded", "items": 15, "chosen": False},
    ]
    assert "nis2:21.2.d" in {one["to"] for one in carried["links"]}
    assert own["carried"] is None
    assert {"from": "bio2:5.19", "to": "iso27001:A.5.19"}.items() <= own["links"][3].items()
