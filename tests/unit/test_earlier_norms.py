"""The norms of before, kept by id and title: complete, and every id knows what became of it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from bio_check.load.library import Library
from bio_check.model.catalogue import Catalogue, Kind
from bio_check.shipped import shipped_folder

MOVED = {
    "5.04.02": ("5.10.02",),
    "5.04.03": ("5.10.03",),
    "5.21.01": ("5.21.03",),
    "5.24.06": ("5.21.05",),
    "5.25.01": ("5.26.02",),
    "8.08.06": ("5.24.08",),
    "8.24.03": ("8.24.01",),
}
"""Measures of BIO2 1.2 that stand at another number in 1.3."""
SOURCE = (shipped_folder("controls") / "bio2" / "versions" / "SOURCE.md").read_text("utf-8")
CHANGES = {name: int(count) for name, count in re.findall(r"(?m)^\| `?(\w+)`? \| (\d+) \|", SOURCE)}
"""What became of a measure, and of how many, as SOURCE.md tells."""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def older(library: Library) -> Catalogue:
    return library.catalogue("bio2", "1.2")


# BIO2 1.2


def test_bio2_1_2_has_120_live_measures_under_93_controls(older: Catalogue) -> None:
    kinds = [item.kind for item in older.items.values()]

    assert (older.version, older.next_version, older.wording) == ("1.2", "1.3", "titles")
    assert (kinds.count(Kind.MEASURE), len(older.controls), len(older.index.retired)) == (120, 93, 40)


def test_seven_measures_went_elsewhere(older: Catalogue) -> None:
    gone = {
        item.id: item.next.targets
        for item in older.items.values()
        if item.kind is Kind.MEASURE and item.next and item.next.targets and item.id not in item.next.targets
    }

    assert gone == MOVED


def test_what_1_2_says_became_of_a_measure_is_what_1_3_says(older: Catalogue, library: Library) -> None:
    retired = library.catalogue("bio2").index.retired
    both = [older.items[ident] for ident in retired if ident in older.items and retired[ident].status != "no-measure"]

    assert {item.id for item in both} == {*MOVED, "5.35.01", "7.01.01"}
    for item in both:
        assert item.next is not None
        assert item.next.targets == retired[item.id].targets


def test_every_successor_is_live_in_1_3(older: Catalogue, library: Library) -> None:
    live = library.catalogue("bio2").items

    for item in older.items.values():
        for target in item.next.targets if item.next else (item.id,):
            assert target in live or item.id == target == "5.25", item.id


def test_changes_are_counted_as_told(older: Catalogue) -> None:
    changes = Counter(
        item.next.change if item.next else "none" for item in older.items.values() if item.kind is Kind.MEASURE
    )

    assert changes == CHANGES
    assert sum(CHANGES.values()) == 120


def test_both_versions_are_known_the_newest_first(library: Library) -> None:
    assert [*library.versions("bio2")] == ["1.3", "1.2"]
    assert library.catalogue("bio2").version == "1.3"


# ISO/IEC 27001:2013 and the BIO before it


def test_annex_a_of_2013_has_114_controls(library: Library) -> None:
    assert len(library.catalogue("iso27001-2013").items) == 114


def test_the_bio_had_112_live_controls_and_withdrew_two(library: Library) -> None:
    bio1 = library.catalogue("bio1")

    assert len(bio1.items) == 112
    assert bio1.index.context == {"6.1.4", "14.2.4"}


def test_the_bio_bears_the_numbers_of_annex_a_of_2013(library: Library) -> None:
    bio1, annex = library.catalogue("bio1"), library.catalogue("iso27001-2013")

    assert {f"A.{ident}" for ident in (*bio1.items, *bio1.index.context)} == {*annex.items}


@pytest.mark.parametrize("ident", ["bio1", "cbb", "iso27001-2013", "nis2"])
def test_a_catalogue_of_titles_asks_by_title_alone(ident: str, library: Library) -> None:
    catalogue = library.catalogue(ident)

    assert catalogue.wording == "titles"
    assert all(item.title.nl and item.title.en for item in catalogue.items.values())
    assert not any(item.statement or item.question or item.why or item.evidence for item in catalogue.items.values())
