"""Catalogues: what is found by id, and what a pattern names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bio_check.model.catalogue import Catalogue, Item, Retired
from bio_check.model.text import Text

IDS = ("5.17.02", "5.17.01", "5.29", "8.13.04")


@pytest.mark.parametrize(
    ("pattern", "named"),
    [
        ("5.17.01", ["5.17.01"]),
        ("5.17", ["5.17.02", "5.17.01"]),
        ("5.17.*", ["5.17.02", "5.17.01"]),
        ("5.1*", ["5.17.02", "5.17.01"]),
        ("5", ["5.17.02", "5.17.01", "5.29"]),
        ("5.*", ["5.17.02", "5.17.01", "5.29"]),
        ("?.29", ["5.29"]),
        ("*", list(IDS)),
        ("5.2", []),
        ("17", []),
        ("", []),
    ],
)
def test_pattern_names_items_by_their_own_id_or_that_of_what_they_stand_under(
    pattern: str, named: list[str], an_item: Callable[..., Item]
) -> None:
    assert [ident for ident in IDS if an_item(ident).matches(pattern)] == named


def test_capitals_in_an_id_count(an_item: Callable[..., Item]) -> None:
    item = an_item("A.5.1")

    assert (item.matches("A.*"), item.matches("a.*")) == (True, False)


def test_items_and_controls_are_found_by_id_in_catalogue_order(
    an_item: Callable[..., Item], a_catalogue: Callable[..., Catalogue]
) -> None:
    catalogue = a_catalogue(map(an_item, IDS))

    assert list(catalogue.items) == ["5.17.02", "5.17.01", "5.29", "8.13.04"]
    assert list(catalogue.controls) == ["5.17", "5.29", "8.13"]
    assert catalogue.items["5.29"].id == "5.29"
    assert catalogue.controls["8.13"].items == (catalogue.items["8.13.04"],)


def test_control_knows_whether_measures_fill_it(
    an_item: Callable[..., Item], a_catalogue: Callable[..., Catalogue]
) -> None:
    controls = a_catalogue(map(an_item, IDS)).controls

    assert {ident: control.has_measures for ident, control in controls.items()} == {
        "5.17": True,
        "5.29": False,
        "8.13": True,
    }


def test_retired_id_stays_known_and_is_no_item(
    an_item: Callable[..., Item], a_catalogue: Callable[..., Catalogue]
) -> None:
    moved = Retired("5.04.02", "moved", ("5.10.02",), "5.04")

    catalogue = a_catalogue([an_item("5.10.02")], [moved])

    assert catalogue.index.retired == {"5.04.02": moved}
    assert "5.04.02" not in catalogue.items


def test_text_speaks_both_languages() -> None:
    text = Text("beleid", "policy")

    assert (text.in_("nl"), text.in_("en")) == ("beleid", "policy")
