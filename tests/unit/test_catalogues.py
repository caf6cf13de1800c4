"""The shipped norms: what a reader may rely on, held against facts that stand here."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest

from bio_check.assess.resolve import resolve_items
from bio_check.load.check_file import check_file
from bio_check.load.library import Library
from bio_check.model.catalogue import Catalogue, Duty, Facet, Item, Kind
from bio_check.model.text import Text
from bio_check.shipped import shipped_folder

CONTROLS = shipped_folder("controls")
DOCUMENTS = sorted(CONTROLS.rglob("*.yaml"))
CATALOGUES = ("bio1", "bio2", "cbb", "cbw", "cbw-cf", "iso27001", "iso27001-2013", "nis2", "nis2-ir")
ANSWERED = ("bio2", "cbw", "cbw-cf", "iso27001", "nis2-ir")
"""Those with texts of our own: nobody answers the others."""
UNVERIFIED = {"bio1", "cbb", "cbw", "cbw-cf", "iso27001-2013", "nis2-ir"}

MOVED = {
    "5.04.02": ("5.10.02",),
    "5.04.03": ("5.10.03",),
    "5.24.06": ("5.21.05",),
    "5.25.01": ("5.26.02",),
    "5.26.01": ("5.25",),
}
WITHDRAWN = {"5.21.01": ("5.21.03",), "8.24.03": ("8.24.01",), "5.35.01": (), "7.01.01": ()}
SEE = {"8.08.06": ("5.24.08",)}
NO_MEASURE = 40
OUTSIDE_THE_LAW = {"5.32", "5.33.01", "5.34"}
RHYTHMS = {
    "P1Y": {
        *("5.01.02", "5.05.01", "5.18.02", "5.20.03", "5.22.01", "5.30.01"),
        *("5.35.02", "5.36.01", "8.08.04", "8.08.05", "8.13.04"),
    },
    "P6M": {"5.14.05"},
    "P3Y": {"5.23.01", "5.30.02"},
    "P1M": {"5.24.04"},
    "P3M": {"8.02.01"},
}
MANAGEMENT_SYSTEM = ("4", "5", "6", "7", "8", "9", "10")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def bio2(library: Library) -> Catalogue:
    return library.catalogue("bio2")


@pytest.fixture(scope="module")
def iso27001(library: Library) -> Catalogue:
    return library.catalogue("iso27001")


def all_items(library: Library) -> list[Item]:
    return [item for ident in ANSWERED for item in library.catalogue(ident).items.values()]


def texts_of(item: Item) -> list[Text]:
    reason = [item.weight_reason] if item.weight_reason else []
    return [item.title, item.statement, item.question, item.why, *reason, *(one.title for one in item.evidence)]


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda one: one.relative_to(CONTROLS).as_posix())
def test_document_has_no_fault(file: Path, library: Library) -> None:
    checked = check_file(str(file), library)

    assert checked.faults == ()
    assert checked.kind is not None


def test_these_are_shipped(library: Library) -> None:
    assert tuple(library.files.catalogues) == CATALOGUES
    assert tuple(library.files.profiles) == ("basis", "gemeente", "leverancier-nis2")
    assert tuple(one for one in CATALOGUES if library.catalogue(one).wording == "own") == ANSWERED


@pytest.mark.parametrize("ident", CATALOGUES)
def test_catalogue_says_where_it_comes_from(ident: str, library: Library) -> None:
    catalogue = library.catalogue(ident)
    source = (CONTROLS / ident / "SOURCE.md").read_text("utf-8")

    assert catalogue.source.url.startswith("https://")
    assert catalogue.source.read >= catalogue.issued
    assert catalogue.version in source


def test_what_was_not_held_against_the_official_text_says_so(library: Library) -> None:
    told = {ident: library.catalogue(ident).unverified for ident in CATALOGUES}

    assert {ident for ident, text in told.items() if text} == UNVERIFIED
    assert all(text.nl != text.en for text in told.values() if text)
    assert library.catalogue("bio1").edition == "BIO 1.x (2019)"


# BIO2


def test_bio2_counts_what_the_baseline_counts(bio2: Catalogue) -> None:
    with_measures = [control for control in bio2.controls.values() if control.has_measures]
    kinds = [item.kind for item in bio2.items.values()]

    assert bio2.version == "1.3"
    assert len(bio2.controls) == 93
    assert len(with_measures) == 54
    assert (kinds.count(Kind.MEASURE), kinds.count(Kind.CONTROL)) == (117, 39)
    assert len(bio2.items) == 156


def test_bio2_follows_the_four_chapters_of_iso_27002(bio2: Catalogue) -> None:
    controls = {group.id: [control.id for control in group.controls] for group in bio2.groups}

    assert {ident: len(below) for ident, below in controls.items()} == {"5": 37, "6": 8, "7": 14, "8": 34}
    assert all(
        below == [f"{group}.{number:02}" for number in range(1, len(below) + 1)] for group, below in controls.items()
    )


def test_measure_stands_under_the_control_that_its_id_names(bio2: Catalogue) -> None:
    for item in bio2.items.values():
        assert item.id == item.control or item.id.rpartition(".")[0] == item.control
        assert item.group == item.control.partition(".")[0]


@pytest.mark.parametrize(("status", "facts"), [("moved", MOVED), ("withdrawn", WITHDRAWN), ("see", SEE)])
def test_retired_ids_are_known_with_where_they_went(
    status: str, facts: dict[str, tuple[str, ...]], bio2: Catalogue
) -> None:
    found = {one.id: one.targets for one in bio2.index.retired.values() if one.status == status}

    assert found == facts


def test_placeholders_point_to_what_is_answered_instead(bio2: Catalogue) -> None:
    placeholders = [one for one in bio2.index.retired.values() if one.status == "no-measure"]

    assert len(placeholders) == NO_MEASURE
    assert all(bio2.items[target].control == one.control for one in placeholders for target in one.targets)
    assert all(one.targets for one in placeholders)


def test_every_target_is_live_and_no_retired_id_is(bio2: Catalogue) -> None:
    assert set(chain.from_iterable(one.targets for one in bio2.index.retired.values())) <= bio2.items.keys()
    assert bio2.index.retired.keys().isdisjoint(bio2.items)


def test_the_law_reaches_all_but_three_items(bio2: Catalogue) -> None:
    outside = {item.id for item in bio2.items.values() if item.duty is not Duty.LAW}

    assert outside == OUTSIDE_THE_LAW


def test_rhythms_are_those_that_the_baseline_names(bio2: Catalogue) -> None:
    found: dict[str, set[str]] = {}
    for item in bio2.items.values():
        if item.rhythm:
            found.setdefault(str(item.rhythm), set()).add(item.id)

    assert found == RHYTHMS


# ISO/IEC 27001


def test_iso_27001_holds_thirty_clauses_and_annex_a(iso27001: Catalogue) -> None:
    clauses = [item.id for item in iso27001.items.values() if item.group in MANAGEMENT_SYSTEM]
    annex = [item.id for item in iso27001.items.values() if item.group.startswith("A.")]

    assert (iso27001.version, len(clauses), len(annex)) == ("2022", 30, 93)
    assert len(iso27001.items) == 123
    assert {item.kind for item in iso27001.items.values()} == {Kind.CONTROL}


def test_annex_a_has_the_controls_of_bio2(iso27001: Catalogue, bio2: Catalogue) -> None:
    annex = [item.id for item in iso27001.items.values() if item.group.startswith("A.")]

    unpadded = [f"A.{group}.{int(number)}" for group, number in (ident.split(".") for ident in bio2.controls)]

    assert annex == unpadded


# All that are answered


def test_no_text_is_shared_by_two_items(library: Library) -> None:
    seen: dict[str, str] = {}
    for item in all_items(library):
        for text in (item.statement, item.question, item.why):
            for words in (text.nl.casefold(), text.en.casefold()):
                assert words not in seen, (item.id, seen[words])
                seen[words] = item.id


def test_texts_are_there_in_two_languages_that_differ(library: Library) -> None:
    for item in all_items(library):
        for text in (item.statement, item.question, item.why):
            assert text.nl != text.en, item.id
        assert all(text.nl.strip() and text.en.strip() for text in texts_of(item)), item.id


def test_text_stands_on_one_line_without_double_spaces(library: Library) -> None:
    for item in all_items(library):
        for text in texts_of(item):
            assert " ".join(text.nl.split()) == text.nl, item.id
            assert " ".join(text.en.split()) == text.en, item.id


def test_question_is_a_question(library: Library) -> None:
    open_ended = [item.id for item in all_items(library) if {item.question.nl[-1], item.question.en[-1]} != {"?"}]

    assert open_ended == []


def test_typical_evidence_of_an_item_shows_all_facets_together(library: Library) -> None:
    lacking = [
        item.id for item in all_items(library) if {facet for one in item.evidence for facet in one.shows} != set(Facet)
    ]

    assert lacking == []


@pytest.mark.parametrize(("ident", "most"), [
    ("bio2", 0.15), ("iso27001", 0.15), ("cbw", 0.21), ("cbw-cf", 0.21), ("nis2-ir", 0.21),
])  # fmt: skip
def test_highest_weight_is_rare_and_has_a_reason(ident: str, most: float, library: Library) -> None:
    items = library.catalogue(ident).items.values()
    heavy = [item for item in items if item.weight == 3]

    assert all(item.weight_reason for item in heavy)
    assert 0 < len(heavy) <= most * len(items)


def test_every_owner_and_phase_is_used(bio2: Catalogue) -> None:
    assert {item.phase for item in bio2.items.values()} == {1, 2, 3}
    assert {item.effort for item in bio2.items.values()} == set("SML")
    assert {"board", "ciso", "it", "hr", "facilities", "procurement"} <= {item.role for item in bio2.items.values()}


# Profiles


@pytest.fixture(scope="module")
def asked(library: Library) -> Callable[[str], dict[str, list[Item]]]:
    def of_profile(ident: str) -> dict[str, list[Item]]:
        profile = library.profile(ident)
        return {
            one.catalogue: list(resolve_items(library.catalogue(one.catalogue), profile)) for one in profile.selections
        }

    return of_profile


def test_municipality_accounts_for_all_of_bio2_the_management_system_and_the_cyber_act(
    asked: Callable[[str], dict[str, list[Item]]],
) -> None:
    found = asked("gemeente")

    assert {ident: len(items) for ident, items in found.items()} == {"bio2": 156, "iso27001": 30, "cbw": 34}
    assert {item.group for item in found["iso27001"]} == set(MANAGEMENT_SYSTEM)


def test_base_is_the_first_phase_of_bio2(asked: Callable[[str], dict[str, list[Item]]], bio2: Catalogue) -> None:
    found = asked("basis")

    assert found == {"bio2": [item for item in bio2.items.values() if item.phase == 1]}
    assert 0 < len(found["bio2"]) < 156


def test_supplier_accounts_for_the_implementing_regulation(asked: Callable[[str], dict[str, list[Item]]]) -> None:
    assert {ident: len(items) for ident, items in asked("leverancier-nis2").items()} == {"nis2-ir": 53}


def test_kinds_of_evidence_that_items_name_are_known_and_explained(library: Library) -> None:
    kinds = library.kinds()

    named = {one.kind for item in all_items(library) for one in item.evidence}

    assert named <= kinds.keys()
    assert all(kind.shows and kind.basis.nl != kind.basis.en for kind in kinds.values())
