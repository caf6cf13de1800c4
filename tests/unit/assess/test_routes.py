"""Ways between norms: in both directions, through a third, along ranges, and which of several is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import product

import pytest

from bio_check.assess.carry import carry
from bio_check.model.answers import Status
from bio_check.model.assessment import CatalogueAssessment
from bio_check.model.carried import Carried, CarriedStatus
from bio_check.model.catalogue import Catalogue
from bio_check.model.crosswalk import Links, Relationship

MET, PARTIAL, NOT_MET = Status.MET, Status.PARTIAL, Status.NOT_MET
EQUAL, SUPERSET, SUBSET = Relationship.EQUAL, Relationship.SUPERSET, Relationship.SUBSET
INTERSECTS, UNGRADED = Relationship.INTERSECTS, Relationship.UNGRADED
STRONGEST_FIRST = (EQUAL, SUPERSET, SUBSET, INTERSECTS, UNGRADED)
TO_BE_JUDGED, UNCOVERED = CarriedStatus.TO_BE_JUDGED, CarriedStatus.UNCOVERED

Rows = Mapping[tuple[str, str], Iterable[tuple[str, Relationship, str]]]
Build = Callable[..., dict[str, Carried]]
LETTERS = ("21.3.a", "21.3.b", "21.3.c")


@pytest.fixture
def carried(
    a_norm: Callable[..., Catalogue], answered: Callable[..., CatalogueAssessment], some_links: Callable[..., Links]
) -> Build:
    """Carry statuses per norm to the norm `there`, past `half` and `other`; by target."""
    norms = {
        "here": a_norm("here", "1", "2", "3.a", "3.b"),
        "second": a_norm("second", "1", "2"),
        "half": a_norm("half", "7", "8", *LETTERS, context=["0"]),
        "other": a_norm("other", "7", "8"),
        "there": a_norm("there", "a", "b", *LETTERS, context=["z"]),
    }

    def build(rows: Rows, **statuses: Mapping[str, Status]) -> dict[str, Carried]:
        others = [answered(norms[ident], given) for ident, given in statuses.items()]
        found = carry(answered(norms["there"], {}), others, some_links(norms.values(), rows))
        return {one.target: one for one in found}

    return build


def ways(target: Carried) -> list[tuple[str, str | None, str, int, bool]]:
    """Return every way to a target in order: where from, past what, how strong, over how many items, and chosen."""
    return [(one.start, one.via, one.relationship.value, len(one.items), one.chosen) for one in target.routes]


# Direction


@pytest.mark.parametrize(("written", "status"), [
    (EQUAL, "met"), (SUBSET, "met"), (SUPERSET, "to-be-judged"), (INTERSECTS, "to-be-judged"),
    (UNGRADED, "to-be-judged"),
])  # fmt: skip
def test_a_row_holds_from_its_end_as_well_with_wider_turned_narrower(
    written: Relationship, status: str, carried: Build
) -> None:
    target = carried({("there", "here"): [("a", written, "1")]}, here={"1": MET})["a"]

    assert target.status.value == status
    assert [(hop.start, hop.row.start, hop.end, hop.row.end) for path in target.paths for hop in path.hops] == [
        ("here", "1", "there", "a")
    ]


# Two hops


@pytest.mark.parametrize(("first", "second"), [*product(STRONGEST_FIRST, repeat=2)])
def test_two_hops_are_as_strong_as_the_weaker(first: Relationship, second: Relationship, carried: Build) -> None:
    rows = {("here", "half"): [("1", first, "7")], ("half", "there"): [("7", second, "a")]}

    target = carried(rows, here={"1": MET})["a"]

    weaker = max(first, second, key=STRONGEST_FIRST.index)
    assert ways(target) == [("here", "half", weaker.value, 1, True)]
    assert target.status is (CarriedStatus.MET if weaker in {EQUAL, SUPERSET} else TO_BE_JUDGED)
    assert [len(path.hops) for path in target.paths] == [2]


def test_two_hops_are_found_whichever_way_the_rows_are_written(carried: Build) -> None:
    rows = {("half", "here"): [("7", SUBSET, "1")], ("there", "half"): [("a", EQUAL, "7")]}

    target = carried(rows, here={"1": MET})["a"]

    assert (target.status, ways(target)) == (CarriedStatus.MET, [("here", "half", "superset", 1, True)])


def test_three_hops_are_no_way(carried: Build) -> None:
    rows = {("here", "half"): [("1", EQUAL, "7")], ("half", "other"): [("7", EQUAL, "7")]}
    last = {("other", "there"): [("7", EQUAL, "a")]}

    assert carried(rows | last, here={"1": MET})["a"].status is UNCOVERED


def test_hops_that_do_not_meet_are_no_way(carried: Build) -> None:
    rows = {("here", "half"): [("1", EQUAL, "7")], ("half", "there"): [("8", EQUAL, "a")]}

    assert carried(rows, here={"1": MET})["a"].routes == ()


def test_what_asks_nothing_is_no_stepping_stone(carried: Build) -> None:
    rows = {("here", "half"): [("1", EQUAL, "0")], ("half", "there"): [("0", EQUAL, "a")]}

    assert carried(rows, here={"1": MET})["a"].routes == ()


def test_the_search_is_complete(carried: Build) -> None:
    rows = {
        ("here", "there"): [("1", UNGRADED, "a")],
        ("here", "half"): [("1", INTERSECTS, "7"), ("2", INTERSECTS, "8")],
        ("half", "there"): [("7", EQUAL, "a"), ("8", EQUAL, "b")],
        ("here", "other"): [("2", EQUAL, "7")],
        ("there", "other"): [("a", SUBSET, "7")],
    }

    found = carried(rows, here={"1": MET, "2": PARTIAL})

    assert ways(found["a"]) == [
        ("here", "other", "superset", 1, True),
        ("here", "half", "intersects", 1, False),
        ("here", None, "ungraded", 1, False),
    ]
    assert ways(found["b"]) == [("here", "half", "intersects", 1, True)]
    assert found["a"].status is CarriedStatus.PARTIAL


# Which way is taken


def test_among_equals_the_way_with_most_items_is_taken(carried: Build) -> None:
    rows = {
        ("here", "there"): [("1", UNGRADED, "a")],
        ("here", "half"): [("1", UNGRADED, "7"), ("2", UNGRADED, "7")],
        ("half", "there"): [("7", UNGRADED, "a")],
    }

    target = carried(rows, here={"1": MET, "2": MET})["a"]

    assert ways(target) == [("here", "half", "ungraded", 2, True), ("here", None, "ungraded", 1, False)]
    assert target.linked.items == 2


def test_the_strongest_way_is_taken_though_another_has_more_items(carried: Build) -> None:
    rows = {
        ("here", "there"): [("1", EQUAL, "a")],
        ("here", "half"): [("1", SUBSET, "7"), ("2", SUBSET, "7")],
        ("half", "there"): [("7", EQUAL, "a")],
    }

    target = carried(rows, here={"1": MET, "2": NOT_MET})["a"]

    assert (target.status, target.linked.items) == (CarriedStatus.MET, 1)
    assert ways(target)[0] == ("here", None, "equal", 1, True)


def test_a_direct_way_goes_before_its_full_equal(carried: Build) -> None:
    through_other = {("here", "other"): [("1", EQUAL, "7")], ("other", "there"): [("7", EQUAL, "a")]}
    through_half = {("here", "half"): [("1", EQUAL, "7")], ("half", "there"): [("7", EQUAL, "a")]}
    direct = {("here", "there"): [("1", EQUAL, "a")]}

    target = carried(through_other | through_half | direct, here={"1": MET})["a"]

    assert [way[1] for way in ways(target)] == [None, "half", "other"]


def test_of_two_rows_with_the_same_start_only_the_stronger_speaks(carried: Build) -> None:
    rows = {("here", "there"): [("1", UNGRADED, "a"), ("1", EQUAL, "a"), ("1", SUBSET, "a")]}

    target = carried(rows, here={"1": MET})["a"]

    assert [path.relationship for path in target.paths] == [EQUAL]


# Several answered catalogues


def test_each_answered_catalogue_takes_its_own_way_and_the_worst_of_the_strongest_wins(carried: Build) -> None:
    rows = {("here", "there"): [("1", EQUAL, "a")], ("second", "there"): [("1", EQUAL, "a")]}

    target = carried(rows, here={"1": MET}, second={"1": PARTIAL})["a"]

    assert target.status is CarriedStatus.PARTIAL
    assert ways(target) == [("here", None, "equal", 1, True), ("second", None, "equal", 1, True)]
    assert (target.linked.items, target.linked.met) == (2, 1)


def test_a_weaker_way_from_another_catalogue_adds_to_the_work_and_decides_nothing(carried: Build) -> None:
    rows = {("here", "there"): [("1", SUPERSET, "a")], ("second", "there"): [("1", INTERSECTS, "a")]}

    target = carried(rows, here={"1": MET}, second={"1": NOT_MET})["a"]

    assert (target.status, target.hint) == (CarriedStatus.MET, None)
    assert (target.linked.items, target.linked.not_met) == (2, 1)
