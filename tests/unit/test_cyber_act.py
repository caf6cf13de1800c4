"""The catalogues of the Cbw and of NIS2: articles, terms and facts that a municipality leans on."""

from __future__ import annotations

from datetime import date

import pytest

from bio_check.load.library import Library
from bio_check.model.catalogue import Catalogue, Duty

LETTERS = "abcdefghij"
KINDS_OF_LAW = {"directive", "act", "decree", "ministerial", "regulation"}
TERMS = {"44": "P2W", "26": "PT24H", "27": "PT72H", "29.1": "P1M", "29.2": "P1M"}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def cbw(library: Library) -> Catalogue:
    return library.catalogue("cbw")


def items_per_group(catalogue: Catalogue) -> dict[str, int]:
    return {group.id: sum(len(control.items) for control in group.controls) for group in catalogue.groups}


# The act


def test_the_act_holds_34_duties_in_three_groups_that_never_make_up_for_each_other(cbw: Catalogue) -> None:
    assert items_per_group(cbw) == {"governance": 5, "duty-of-care": 18, "process-duties": 11}
    assert cbw.groups_apart
    assert {item.duty for item in cbw.items.values()} == {Duty.LAW}


def test_the_duty_of_care_has_the_ten_letters(cbw: Catalogue) -> None:
    found = [ident for ident in cbw.items if ident.startswith("21.3.")]

    assert found == [f"21.3.{letter}" for letter in LETTERS]
    assert [cbw.items[ident].articles["directive"][0] for ident in found] == [f"21(2)({one})" for one in LETTERS]


def test_the_board_has_until_15_august_2028(cbw: Catalogue) -> None:
    by = {item.id: item.term.by for item in cbw.items.values() if item.term and item.term.by}

    assert by == {"24.3": date(2028, 8, 15)}


def test_terms_are_those_of_the_act_and_say_from_where_they_run(cbw: Catalogue) -> None:
    terms = {item.id: item.term for item in cbw.items.values() if item.term and item.term.within}

    assert {ident: term.within for ident, term in terms.items()} == TERMS
    assert all(term.start.nl and term.start.en and term.start.nl != term.start.en for term in terms.values())
    assert "not the early warning" in terms["27"].start.en  # the 72 hours run from becoming aware
    assert "the notification" in terms["29.1"].start.en


def test_every_duty_names_an_article_of_the_directive_the_act_or_the_decree(cbw: Catalogue) -> None:
    for item in cbw.items.values():
        assert {"directive", "act", "decree"} & item.articles.keys(), item.id
        assert item.articles.keys() <= KINDS_OF_LAW, item.id
        assert all(item.articles.values()), item.id


def test_facts_have_a_day_and_a_source_and_say_how_sure_they_are(cbw: Catalogue) -> None:
    assert len(cbw.facts) == len({one.id for one in cbw.facts}) == 14
    for fact in cbw.facts:
        assert date(2026, 8, 1) <= fact.as_of <= cbw.source.read, fact.id
        assert fact.source.strip(), fact.id
        assert fact.confidence in {"source", "secondary", "inferred"}, fact.id
        assert fact.title.nl != fact.title.en, fact.id
        assert fact.text.nl != fact.text.en, fact.id


def test_what_asks_nothing_of_a_municipality_is_known_and_no_item(cbw: Catalogue) -> None:
    assert {one.id for one in cbw.context} == {"24.12.d", "8.1.h", "33", "36", "92"}
    assert cbw.index.context.isdisjoint(cbw.items)
    assert all(one.note.nl != one.note.en for one in cbw.context)


def test_what_rests_on_the_decree_or_the_regulation_says_that_it_was_not_verified(cbw: Catalogue) -> None:
    resting = [item for item in cbw.items.values() if {"decree", "ministerial"} & item.articles.keys()]

    assert len(resting) == 23
    assert [item.id for item in resting if not item.unverified] == []


# NIS2 and the framework


def test_the_directive_is_there_from_governance_to_reporting(library: Library) -> None:
    nis2 = library.catalogue("nis2")

    assert items_per_group(nis2) == {"20": 2, "21": 14, "23": 8}
    assert {f"21.2.{letter}" for letter in LETTERS} <= nis2.items.keys()
    assert nis2.index.parts["21.2"] == tuple(f"21.2.{letter}" for letter in LETTERS)


def test_the_implementing_regulation_has_53_points_in_13_chapters(library: Library) -> None:
    nis2_ir = library.catalogue("nis2-ir")

    assert (len(nis2_ir.items), [*items_per_group(nis2_ir)]) == (53, [str(number) for number in range(1, 14)])
    assert all(item.articles["regulation"] for item in nis2_ir.items.values())


def test_the_framework_has_27_controls_in_17_domains_and_names_its_makers(library: Library) -> None:
    framework = library.catalogue("cbw-cf")

    assert (len(framework.items), [*items_per_group(framework)]) == (27, [str(number) for number in range(1, 18)])
    assert framework.source.licence == "CC-BY-4.0"
    assert framework.source.attribution is not None
    assert framework.source.attribution.startswith("ADR & NOREA, Cbw (NIS2) Control Framework (2025), CC-BY 4.0")
