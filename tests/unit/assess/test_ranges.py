"""Ids that stand for all below them, such as 21.3 for 21.3.a and further: at the start, at the end and half-way."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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
TO_BE_JUDGED, UNCOVERED = CarriedStatus.TO_BE_JUDGED, CarriedStatus.UNCOVERED
LETTERS = ("21.3.a", "21.3.b")

Build = Callable[..., dict[str, Carried]]


@pytest.fixture
def carried(
    a_norm: Callable[..., Catalogue], answered: Callable[..., CatalogueAssessment], some_links: Callable[..., Links]
) -> Build:
    """Carry statuses from `here`, past `half`, to `there`; each has 21.3.a and 21.3.b, and controls with measures."""
    ids = ("1", "2", *LETTERS, "5.1 > 5.1.1", "5.1 > 5.1.2")
    norms = {ident: a_norm(ident, *ids) for ident in ("here", "half", "there")}

    def build(statuses: Mapping[str, Status], **rows: list[tuple[str, Relationship, str]]) -> dict[str, Carried]:
        pairs = {"direct": ("here", "there"), "first": ("here", "half"), "second": ("half", "there")}
        links = some_links(norms.values(), {pairs[name]: found for name, found in rows.items()})
        found = carry(answered(norms["there"], {}), [answered(norms["here"], statuses)], links)
        return {one.target: one for one in found}

    return build


def told(found: Mapping[str, Carried]) -> dict[str, str]:
    """Return the status and relationship per target that something leads to."""
    return {
        ident: f"{one.status.value} {one.routes[0].relationship.value}" for ident, one in found.items() if one.routes
    }


# At the start


@pytest.mark.parametrize(
    ("statuses", "status", "hint"),
    [
        ({"21.3.a": MET, "21.3.b": MET}, "to-be-judged", MET),
        ({"21.3.a": MET, "21.3.b": PARTIAL}, "partial", None),
        ({"21.3.a": MET, "21.3.b": NOT_MET}, "not-met", None),
        ({"21.3.a": MET}, "to-be-judged", Status.UNANSWERED),
    ],
)
def test_a_range_at_the_start_is_as_good_as_its_worst_and_never_met_as_a_whole(
    statuses: Mapping[str, Status], status: str, hint: Status | None, carried: Build
) -> None:
    target = carried(statuses, direct=[("21.3", EQUAL, "1")])["1"]

    assert (target.status.value, target.hint) == (status, hint)
    assert target.linked.items == 2


# At the end


@pytest.mark.parametrize(("written", "expected"), [
    (EQUAL, "met superset"), (SUPERSET, "met superset"), (SUBSET, "to-be-judged ungraded"),
    (INTERSECTS, "to-be-judged ungraded"), (UNGRADED, "to-be-judged ungraded"),
])  # fmt: skip
def test_what_holds_for_a_whole_holds_for_its_parts_and_what_touches_it_no_more_than_links(
    written: Relationship, expected: str, carried: Build
) -> None:
    found = carried({"1": MET}, direct=[("1", written, "21.3")])

    assert told(found) == {"21.3.a": expected, "21.3.b": expected}
    assert "21.3" not in found


def test_a_control_with_measures_is_itself_the_target_and_not_the_measures_below(carried: Build) -> None:
    found = carried({"1": PARTIAL}, direct=[("1", EQUAL, "5.1")])

    assert told(found) == {"5.1": "partial equal"}


def test_a_range_above_controls_with_measures_reaches_their_measures(carried: Build) -> None:
    found = carried({"1": MET}, direct=[("1", EQUAL, "5")])

    assert told(found) == {"5.1.1": "met superset", "5.1.2": "met superset"}


# Half-way


@pytest.mark.parametrize(
    ("up", "down", "expected"),
    [
        ("21.3", "21.3", "met equal"),
        ("21.3", "21.3.a", "met superset"),
        ("21.3.a", "21.3", "to-be-judged subset"),
        ("21.3.a", "21.3.a", "met equal"),
        ("5.1", "5.1", "met equal"),
        ("5.1", "5.1.2", "to-be-judged intersects"),
        ("5.1.2", "5.1.2", "met equal"),
        ("5", "5.1.2", "to-be-judged intersects"),
        ("5.1.1", "5.1", "to-be-judged subset"),
    ],
)
def test_hops_that_meet_in_a_range_are_as_strong_as_what_they_share(
    up: str, down: str, expected: str, carried: Build
) -> None:
    found = carried({"1": MET}, first=[("1", EQUAL, up)], second=[(down, EQUAL, "2")])

    assert told(found) == {"2": expected}


def test_the_only_measure_of_a_control_is_not_that_control(
    a_norm: Callable[..., Catalogue],
    answered: Callable[..., CatalogueAssessment],
    some_links: Callable[..., Links],
) -> None:
    here, there, half = a_norm("here", "1"), a_norm("there", "2"), a_norm("half", "5.1 > 5.1.1")

    def carried_over(up: str, down: str) -> Mapping[str, str]:
        rows = {("here", "half"): [("1", EQUAL, up)], ("half", "there"): [(down, EQUAL, "2")]}
        (found,) = carry(answered(there, {}), [answered(here, {"1": MET})], some_links([here, there, half], rows))
        return told({found.target: found})

    assert carried_over("5.1", "5.1.1") == {"2": "to-be-judged intersects"}
    assert carried_over("5.1.1", "5.1") == {"2": "to-be-judged subset"}


@pytest.mark.parametrize(("up", "down"), [("21.3.a", "21.3.b"), ("5.1.1", "5.1.2"), ("21.3", "5.1")])
def test_parts_of_one_whole_are_not_each_other(up: str, down: str, carried: Build) -> None:
    assert told(carried({"1": MET}, first=[("1", EQUAL, up)], second=[(down, EQUAL, "2")])) == {}


@pytest.mark.parametrize("end", ["21.3", "5"])
def test_up_to_a_whole_and_down_to_any_part_of_it_links_nothing(end: str, carried: Build) -> None:
    found = carried({"1": MET}, first=[("1", EQUAL, "21.3.a")], second=[("21.3", EQUAL, end)])

    assert told(found) == {}


def test_a_whole_that_passes_through_a_whole_reaches_each_part(carried: Build) -> None:
    found = carried({"1": MET}, first=[("1", EQUAL, "21.3")], second=[("21.3", EQUAL, "21.3")])

    assert told(found) == {"21.3.a": "met superset", "21.3.b": "met superset"}


def test_a_part_goes_its_own_way_where_the_whole_links_nothing(carried: Build) -> None:
    found = carried(
        {"1": MET}, first=[("1", EQUAL, "21.3.a")], second=[("21.3", EQUAL, "21.3"), ("21.3.a", EQUAL, "21.3.a")]
    )

    assert told(found) == {"21.3.a": "met equal"}


# A whole beside its parts


def linked(found: Mapping[str, Carried]) -> dict[str, int]:
    """Return how many items each target is linked to, where it is."""
    return {ident: one.linked.items for ident, one in found.items() if one.routes}


def test_a_part_that_has_a_row_of_its_own_leaves_the_other_parts_of_its_whole_out(carried: Build) -> None:
    rows = [("21.3", EQUAL, "21.3"), ("21.3.a", EQUAL, "21.3.a")]

    found = carried({"21.3.a": MET, "21.3.b": NOT_MET}, direct=rows)

    assert linked(found) == {"21.3.a": 1, "21.3.b": 2}
    assert found["21.3.a"].status is CarriedStatus.MET


def test_a_whole_half_way_does_not_bring_in_what_its_parts_are_linked_to(carried: Build) -> None:
    first = [("21.3", EQUAL, "21.3"), ("21.3.a", EQUAL, "21.3.a"), ("21.3.b", EQUAL, "21.3.b")]

    found = carried({"21.3.a": MET, "21.3.b": NOT_MET}, first=first, second=[("21.3.a", UNGRADED, "1")])

    assert linked(found) == {"1": 1}
    assert found["1"].hint is MET


@pytest.mark.parametrize(
    "rows",
    [
        [("21.3", EQUAL, "21.3"), ("21.3.a", INTERSECTS, "21.3.a")],
        [("21.3", UNGRADED, "21.3.a"), ("21.3.a", UNGRADED, "21.3.a")],
        [("5.1", UNGRADED, "21.3"), ("5.1.1", UNGRADED, "21.3")],
    ],
    ids=["its part says less", "the source names the target itself", "a control asks more than a measure"],
)
def test_a_whole_stays_where_it_says_something_of_its_own(
    rows: list[tuple[str, Relationship, str]], carried: Build
) -> None:
    assert linked(carried({}, direct=rows))["21.3.a"] == 2
