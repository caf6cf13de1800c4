"""A blank sheet loads as it is, whatever the norm and the organisation are called."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio_check.load.yaml_text import parse_document
from bio_check.model.catalogue import Catalogue, Facet, Item, TypicalEvidence
from bio_check.model.text import NO_TEXT, Text
from bio_check.render.sheet_yaml import blank_sheet
from bio_check.value import replace
from bio_check.wording import LANGUAGES, Language

Build = Callable[..., Any]

NAMES = st.text(st.characters(exclude_categories=()), min_size=1, max_size=60)


def loaded(sheet: str) -> dict[str, Any]:
    document = parse_document(sheet.encode(), "sheet.yaml")
    assert document.faults == ()
    assert isinstance(document.data, dict)
    return document.data


@pytest.fixture(scope="module")
def asked(an_item: Build, a_catalogue: Build) -> Callable[[Text], list[tuple[Catalogue, list[Item]]]]:
    def build(text: Text) -> list[tuple[Catalogue, list[Item]]]:
        evidence = (TypicalEvidence(text, "policy", (Facet.DESIGN,)),)
        items = [
            replace(an_item(ident), title=text, question=text, evidence=evidence, audience=("supplier",))
            for ident in ("5.1.1", "5.1.2", "A.5 [x]: {y}")
        ]
        return [(a_catalogue(items), items)]

    return build


def test_sheet_holds_a_blank_answer_to_each_item(asked: Build) -> None:
    sheet = loaded(blank_sheet("Gemeente", "everything", asked(Text("Vraag?", "Question?")), date(2026, 11, 21), "nl"))

    blank: dict[str, object] = {"status": None, "owner": None, "note": None, "evidence": []}
    assert sheet == {
        "format": "bio-check/answers/1",
        "draft": True,
        "organisation": {"name": "Gemeente"},
        "scope": None,
        "reference-date": "2026-11-21",
        "profile": "everything",
        "catalogues": {"bio2": "1.0"},
        "answers": {"bio2": dict.fromkeys(("5.1.1", "5.1.2", "A.5 [x]: {y}"), blank)},
        "evidence": None,
        "actions": None,
    }


@given(name=NAMES)
def test_any_organisation_is_told_as_it_is_or_spelled_out(name: str, asked: Build) -> None:
    sheet = loaded(blank_sheet(name, "everything", asked(Text("x", "x")), date(2026, 11, 21), "en"))

    told = sheet["organisation"]["name"]
    assert told
    assert told == name or not name.isprintable()


@given(text=NAMES)
def test_no_text_of_a_norm_gets_out_of_its_comment(text: str, asked: Build) -> None:
    plain = loaded(blank_sheet("Gemeente", "everything", asked(Text("x", "x")), date(2026, 11, 21), "nl"))
    clean = "".join(char for char in text if char.isprintable() or char in "\n\t\r\x85\u2028\u2029")

    sheet = loaded(blank_sheet("Gemeente", "everything", asked(Text(clean, clean)), date(2026, 11, 21), "nl"))

    assert sheet == plain


@pytest.mark.parametrize(("language", "role"), [("nl", "(CISO, leverancier)"), ("en", "(CISO, supplier)")])
def test_each_question_names_who_is_asked(language: Language, role: str, asked: Build) -> None:
    sheet = blank_sheet(
        "Gemeente",
        "everything",
        asked(Text("Vraag?", "Question?")),
        date(2026, 11, 21),
        language,
    )

    assert sheet.count(role) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_in_the_comments_would_load(language: Language) -> None:
    sheet = blank_sheet("Gemeente", "everything", [], date(2026, 11, 21), language)

    lines = (line.replace("  # ", "  ") if line.startswith("  # ") else line for line in sheet.splitlines())
    data = loaded("\n".join(lines).replace("\nanswers:", "\nanswers: {}"))

    assert len(data["evidence"]) == len(data["actions"]) == 1
    assert all("title" in one for register in ("evidence", "actions") for one in data[register].values())


def test_any_id_that_can_be_seen_is_a_key_that_loads(an_item: Build, a_catalogue: Build) -> None:
    item = replace(an_item("5.1.1"), id="\U0001f512 é [x]: {y}")

    sheet = loaded(blank_sheet("G", "everything", [(a_catalogue([item]), [item])], date(2026, 11, 21), "nl"))

    assert [*sheet["answers"]["bio2"]] == [item.id]


def test_a_norm_without_questions_shows_what_it_says(an_item: Build, a_catalogue: Build) -> None:
    item = replace(an_item("5.1.1"), statement=Text("Sloten zijn dicht.", "Locks are shut."), question=NO_TEXT)

    sheet = blank_sheet("G", "everything", [(a_catalogue([item]), [item])], date(2026, 11, 21), "en")

    assert '\n    # Locks are shut.\n    "5.1.1":\n' in sheet
