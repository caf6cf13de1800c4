"""Relationships: their order, and what a row says from its other end."""

from __future__ import annotations

import pytest

from bio_check.model.crosswalk import Origin, Relationship, Row
from bio_check.model.text import Text

ORIGIN = Origin("somebody", Text("The list of somebody", "The list of somebody"))


def test_relationships_are_ordered_by_how_much_they_say() -> None:
    ordered = sorted(Relationship, key=lambda one: one.strength, reverse=True)

    assert [one.value for one in ordered] == ["equal", "superset", "subset", "intersects", "ungraded"]
    assert len({one.strength for one in Relationship}) == 5


def test_only_equal_and_superset_carry() -> None:
    assert {one for one in Relationship if one.carries} == {Relationship.EQUAL, Relationship.SUPERSET}


@pytest.mark.parametrize(
    ("one", "other"),
    [("equal", "equal"), ("superset", "subset"), ("intersects", "intersects"), ("ungraded", "ungraded")],
)
def test_a_relationship_is_turned_into_its_mirror_image(one: str, other: str) -> None:
    assert Relationship(one).turned is Relationship(other)
    assert Relationship(other).turned is Relationship(one)


def test_a_turned_row_keeps_who_says_it_and_swaps_all_that_has_a_side() -> None:
    note = Text("zo", "so")
    row = Row("1", "2", Relationship.SUPERSET, "inferred", ORIGIN, "1.1", None, note)

    turned = row.turned

    assert turned == Row("2", "1", Relationship.SUBSET, "inferred", ORIGIN, None, "1.1", note)
