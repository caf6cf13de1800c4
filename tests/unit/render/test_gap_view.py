"""Places and widths on the page: they fill the bar, and no more."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from bio_check.assess.select import select
from bio_check.model.assessment import Assessment
from bio_check.render.gap_view import gap_view


@pytest.fixture(scope="module")
def view(lindervoort: Assessment) -> dict[str, Any]:
    return gap_view(lindervoort, "nl")


def test_segments_of_a_bar_follow_each_other_and_fill_it(view: dict[str, Any]) -> None:
    for group in (group for one in view["catalogues"] for kind in one["kinds"] for group in kind["groups"]):
        at = Fraction(0)
        for segment in group["segments"]:
            assert abs(Fraction(segment["x"]) - at) < Fraction(1, 50)
            at = Fraction(segment["x"]) + Fraction(segment["width"])
        assert Fraction(9998, 100) < at <= 100
        assert sum(segment["count"] for segment in group["segments"]) == group["score"]["items"]


def test_a_count_is_written_only_where_it_can_be_read(view: dict[str, Any]) -> None:
    for group in (group for one in view["catalogues"] for kind in one["kinds"] for group in kind["groups"]):
        for segment in group["segments"]:
            width = Fraction(segment["width"])
            assert segment["mark"] == ("" if width < 5 else "narrow" if width < 18 else "room")


def test_evidence_bars_show_what_is_shown_and_the_rest(view: dict[str, Any]) -> None:
    for kind in (kind for one in view["catalogues"] for kind in one["kinds"]):
        for facet in kind["shown"].values():
            assert Fraction(9998, 100) < Fraction(facet["width"]) + Fraction(facet["rest"]) <= 100


def test_total_is_the_sum_of_the_catalogues_that_were_answered(view: dict[str, Any]) -> None:
    assert [one["id"] for one in view["own"]] == ["bio2", "iso27001"]
    for name in ("items", "applicable", "met", "partial", "not_met", "unanswered", "proven"):
        assert view["total"][name] == sum(one["score"][name] for one in view["own"])


def test_what_is_carried_stands_by_group_with_its_counts_and_sources(
    view: dict[str, Any], lindervoort: Assessment
) -> None:
    (carried,) = view["carried_catalogues"]
    parts = {part["id"]: part for part in carried["parts"]}

    assert (carried["id"], carried["starts"]) == ("cbw", ["bio2", "iso27001"])
    assert {ident: len(part["targets"]) for ident, part in parts.items()} == {
        "governance": 5, "duty-of-care": 18, "process-duties": 11,
    }  # fmt: skip
    assert [target["id"] for part in parts.values() for target in part["targets"]] == [
        one.target for one in lindervoort.catalogues[2].carried
    ]
    for part in parts.values():
        assert sum(one["count"] for one in part["counts"]) == len(part["targets"])
    assert len(carried["origins"]) == len(set(carried["origins"])) > 0


def test_a_target_names_the_ids_that_it_comes_from(view: dict[str, Any]) -> None:
    (carried,) = view["carried_catalogues"]
    targets = {target["id"]: target for part in carried["parts"] for target in part["targets"]}

    (way,) = targets["21.3.d"]["ways"]

    assert way == {"start": "bio2", "ids": ["5.19", "5.20", "5.21", "5.22", "5.23", "5.31"], "about": "onbepaald"}
    assert targets["44"]["ways"] == []


def test_first_gaps_are_ten_and_the_lists_are_complete(view: dict[str, Any]) -> None:
    assert [gap["id"] for gap in view["first"]] == [ident for _, ident in list(view["gap_places"])[:10]]
    assert len(view["gap_places"]) == 93
    assert (len(view["lapsed"]), len(view["lapsing"])) == (19, 11)
    assert view["horizon"] == "2027-01-20"


def test_filters_offer_only_what_would_find_something(view: dict[str, Any]) -> None:
    gaps = [gap for one in view["catalogues"] for kind in one["kinds"] for gap in kind["gaps"]]

    assert set(view["owners_present"]) == {gap["owner"] for gap in gaps if gap["owner"]}
    assert set(view["roles_present"]) == {gap["role"] for gap in gaps}
    assert view["owners_present"] == sorted(view["owners_present"], key=str.casefold)


def test_points_behind_the_bounds_can_be_redone(small: Assessment) -> None:
    measures, controls = gap_view(small, "nl")["catalogues"][0]["kinds"]

    assert measures["points"] == {"low": [6, 1], "high": [6, 1], "of": 7}  # 3 + 2 × ½ + 2 of 3 + 2 + 2
    assert controls["points"] == {"low": [0, 1], "high": [1, 1], "of": 3}


def test_a_view_of_part_of_a_sheet_names_no_chapter_that_is_left_out(small: Assessment) -> None:
    part = gap_view(select(small, ["group=2"]), "nl")

    assert [group["id"] for kind in part["catalogues"][0]["kinds"] for group in kind["groups"]] == ["2", "2"]
    assert set(part["catalogues"][0]["by"]["group"]) == {"2"}
