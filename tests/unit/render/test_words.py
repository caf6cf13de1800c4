"""One word per thing, in both languages."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from bio_check.assess.score import AXES
from bio_check.load.schema import read_schema
from bio_check.model.answers import Status
from bio_check.model.catalogue import Catalogue, Duty, Facet, Kind
from bio_check.model.text import Text
from bio_check.render.words import ROLES, SIGNS, WORDS, kind_word, word
from bio_check.value import replace
from bio_check.wording import LANGUAGES, Language


@pytest.mark.parametrize("enum", [Status, Facet, Duty, Kind])
def test_every_value_that_readers_see_has_a_word(enum: type[Status | Facet | Duty | Kind]) -> None:
    assert {one.value for one in enum} <= WORDS.keys()


def test_every_axis_of_the_table_has_a_word() -> None:
    assert AXES.keys() - {"control", "provider"} <= WORDS.keys()
    assert word("control", "en") != "control"


def test_every_role_and_audience_of_a_catalogue_has_a_word() -> None:
    definitions = read_schema("catalogue")["$defs"]

    assert tuple(definitions["role"]["enum"]) == ROLES
    assert {*ROLES, *definitions["audience"]["items"]["enum"]} <= WORDS.keys()
    assert set(definitions["effort"]["enum"]) <= WORDS.keys()


def test_coverage_of_a_report_has_a_word() -> None:
    choices = read_schema("answers")["$defs"]["evidence"]["properties"]["covers"]["enum"]

    assert {one for one in choices if one} <= WORDS.keys()


def test_every_status_has_a_sign_of_its_own() -> None:
    assert SIGNS.keys() == {one.value for one in Status}
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_words_are_those_of_the_design() -> None:
    dutch = {key: word(key, "nl") for key in ("met", "partial", "not-met", "not-applicable", "unanswered")}

    assert dutch == {
        "met": "voldoet",
        "partial": "voldoet gedeeltelijk",
        "not-met": "voldoet niet",
        "not-applicable": "niet van toepassing",
        "unanswered": "niet beantwoord",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_word_of_ours_stays_as_it_is(language: Language) -> None:
    assert word("teamleider I&A", language) == "teamleider I&A"


def test_items_are_called_what_their_norm_calls_them(a_norm: Callable[..., Catalogue]) -> None:
    flat, deep = a_norm("flat", "1", "2"), a_norm("deep", "1 > 1.1", "2")
    named = replace(deep, names={Kind.MEASURE: Text("overheidsmaatregelen", "government measures")})

    assert kind_word("control", flat, "en") == "requirements"
    assert [kind_word(kind, deep, "en") for kind in Kind] == ["measures", "controls without measure"]
    assert [kind_word(kind, named, "nl") for kind in Kind] == [
        "overheidsmaatregelen",
        "beheersmaatregelen zonder maatregel",
    ]


def test_words_hold_nothing_that_json_or_a_terminal_must_escape() -> None:
    for text in WORDS.values():
        assert json.dumps([text.nl, text.en], ensure_ascii=False) == f'["{text.nl}", "{text.en}"]'
