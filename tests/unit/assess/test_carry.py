"""What one row carries, and what several do together: never a met that nobody judged (specification 6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from bio_check.assess.carry import carry
from bio_check.model.answers import Status
from bio_check.model.assessment import CatalogueAssessment
from bio_check.model.carried import Carried, CarriedStatus
from bio_check.model.catalogue import Catalogue
from bio_check.model.crosswalk import Links, Relationship

MET, PARTIAL, NOT_MET, UNANSWERED = Status.MET, Status.PARTIAL, Status.NOT_MET, Status.UNANSWERED
SET_ASIDE = Status.NOT_APPLICABLE
EQUAL, SUPERSET, SUBSET = Relationship.EQUAL, Relationship.SUPERSET, Relationship.SUBSET
INTERSECTS, UNGRADED = Relationship.INTERSECTS, Relationship.UNGRADED
CARRYING, OTHERS = (EQUAL, SUPERSET), (SUBSET, INTERSECTS, UNGRADED)
TO_BE_JUDGED, UNCOVERED = CarriedStatus.TO_BE_JUDGED, CarriedStatus.UNCOVERED

Build = Callable[..., dict[str, Carried]]


@pytest.fixture
def carried(
    a_norm: Callable[..., Catalogue],
    answered: Callable[..., CatalogueAssessment],
    some_links: Callable[..., Links],
) -> Build:
    """Carry statuses in one norm, which has controls with and without measures, to another; by target."""
    here = a_norm("here", "1", "2", "3", "4 > 4.1", "4 > 4.2", context=["0"])
    there = a_norm("there", "a", "b", "c > c.1", "c > c.2", context=["z"])

    def build(
        rows: list[tuple[str, Relationship, str]],
        statuses: Mapping[str, Status],
        own: Mapping[str, Status] | None = None,
        **judgements: Status,
    ) -> dict[str, Carried]:
        links = some_links([here, there], {("here", "there"): rows})
        found = carry(answered(there, own or {}), [answered(here, statuses, **judgements)], links)
        return {one.target: one for one in found}

    return build


# One row


@pytest.mark.parametrize("relationship", CARRYING)
@pytest.mark.parametrize("status", [MET, PARTIAL, NOT_MET])
def test_equal_and_superset_give_the_status(relationship: Relationship, status: Status, carried: Build) -> None:
    target = carried([("1", relationship, "a")], {"1": status})["a"]

    assert (target.status.value, target.hint) == (status.value, None)


@pytest.mark.parametrize("relationship", OTHERS)
@pytest.mark.parametrize("status", Status)
def test_any_other_row_gives_to_be_judged_with_a_hint(
    relationship: Relationship, status: Status, carried: Build
) -> None:
    target = carried([("1", relationship, "a")], {"1": status})["a"]

    assert (target.status, target.hint) == (TO_BE_JUDGED, status)


@pytest.mark.parametrize("relationship", Relationship)
@pytest.mark.parametrize("status", [UNANSWERED, SET_ASIDE])
def test_unanswered_and_not_applicable_settle_nothing_elsewhere(
    relationship: Relationship, status: Status, carried: Build
) -> None:
    target = carried([("1", relationship, "a")], {"1": status})["a"]

    assert (target.status, target.hint) == (TO_BE_JUDGED, status)


def test_what_nothing_leads_to_is_uncovered(carried: Build) -> None:
    target = carried([("1", EQUAL, "a")], {"1": MET})["b"]

    assert (target.status, target.hint, target.routes, target.paths) == (UNCOVERED, None, (), ())
    assert target.linked.items == 0


@pytest.mark.parametrize(("start", "end"), [("0", "a"), ("1", "z"), ("nowhere", "a"), ("1", "nowhere")])
def test_a_row_to_or_from_what_is_no_item_carries_nothing(start: str, end: str, carried: Build) -> None:
    found = carried([(start, EQUAL, end)], {"1": MET})

    assert {one.status for one in found.values()} == {UNCOVERED}
    assert found.keys() == {"a", "b", "c"}


# Several rows


@pytest.mark.parametrize(
    ("first", "second", "worst"),
    [
        (MET, MET, "met"),
        (MET, PARTIAL, "partial"),
        (PARTIAL, NOT_MET, "not-met"),
        (MET, NOT_MET, "not-met"),
        (MET, UNANSWERED, "to-be-judged"),
        (PARTIAL, UNANSWERED, "to-be-judged"),
        (MET, SET_ASIDE, "to-be-judged"),
        (NOT_MET, UNANSWERED, "not-met"),
    ],
)
def test_of_several_rows_the_worst_wins_whatever_their_order(
    first: Status, second: Status, worst: str, carried: Build
) -> None:
    rows = [("1", EQUAL, "a"), ("2", EQUAL, "a")]

    one, other = (carried(order, {"1": first, "2": second})["a"] for order in (rows, rows[::-1]))

    assert (one.status.value, other.status.value) == (worst, worst)


@pytest.mark.parametrize("weaker", OTHERS)
@pytest.mark.parametrize("hindrance", [NOT_MET, UNANSWERED])
def test_a_weaker_row_changes_nothing_that_a_stronger_one_decides(
    weaker: Relationship, hindrance: Status, carried: Build
) -> None:
    target = carried([("1", EQUAL, "a"), ("2", weaker, "a")], {"1": MET, "2": hindrance})["a"]

    assert target.status is CarriedStatus.MET
    assert target.linked.items == 2


def test_the_hint_is_the_worst_status_among_the_strongest_rows_alone(carried: Build) -> None:
    rows = [("1", SUBSET, "a"), ("2", SUBSET, "a"), ("3", UNGRADED, "a")]

    target = carried(rows, {"1": MET, "2": PARTIAL, "3": NOT_MET})["a"]

    assert (target.status, target.hint) == (TO_BE_JUDGED, PARTIAL)


# A control with measures at the start


@pytest.mark.parametrize(
    ("measures", "judgement", "status"),
    [
        ((MET, MET), MET, "met"),
        ((MET, MET), PARTIAL, "partial"),
        ((MET, MET), NOT_MET, "not-met"),
        ((MET, MET), UNANSWERED, "to-be-judged"),
        ((MET, MET), None, "to-be-judged"),
        ((MET, SET_ASIDE), MET, "met"),
        ((MET, PARTIAL), MET, "partial"),
        ((MET, PARTIAL), None, "partial"),
        ((MET, NOT_MET), MET, "not-met"),
        ((MET, PARTIAL), NOT_MET, "not-met"),
        ((MET, UNANSWERED), MET, "to-be-judged"),
        ((MET, UNANSWERED), NOT_MET, "not-met"),
        ((SET_ASIDE, SET_ASIDE), MET, "to-be-judged"),
    ],
)
def test_a_control_with_measures_is_met_only_with_all_of_them_and_its_own_judgement(
    measures: tuple[Status, Status], judgement: Status | None, status: str, carried: Build
) -> None:
    judged = {} if judgement is None else {"4": judgement}

    target = carried([("4", EQUAL, "a")], dict(zip(("4.1", "4.2"), measures, strict=True)), None, **judged)["a"]

    assert target.status.value == status
    assert target.linked.items == 2


def test_a_judgement_that_is_missing_leaves_met_as_the_hint(carried: Build) -> None:
    target = carried([("4", EQUAL, "a")], {"4.1": MET, "4.2": MET})["a"]

    assert (target.status, target.hint) == (TO_BE_JUDGED, MET)


def test_a_measure_needs_no_judgement_on_its_control(carried: Build) -> None:
    assert carried([("4.1", EQUAL, "a")], {"4.1": MET})["a"].status is CarriedStatus.MET


# A control with measures at the end


@pytest.mark.parametrize(("status", "expected"), [(MET, "to-be-judged"), (PARTIAL, "partial"), (NOT_MET, "not-met")])
def test_a_control_with_measures_of_its_own_on_top_is_never_carried_a_met(
    status: Status, expected: str, carried: Build
) -> None:
    target = carried([("1", EQUAL, "c")], {"1": status})["c"]

    assert target.status.value == expected


def test_a_measure_is_a_target_where_a_row_names_it(carried: Build) -> None:
    found = carried([("1", EQUAL, "c.2")], {"1": MET})

    assert list(found) == ["a", "b", "c", "c.2"]
    assert found["c.2"].status is CarriedStatus.MET
    assert found["c"].status is UNCOVERED


# Its own answer


@pytest.mark.parametrize(("own", "expected"), [(MET, "met"), (PARTIAL, "partial"), (NOT_MET, "not-met")])
def test_a_direct_answer_wins_over_what_is_carried(own: Status, expected: str, carried: Build) -> None:
    found = carried([("1", EQUAL, "a"), ("2", EQUAL, "b")], {"1": NOT_MET, "2": NOT_MET}, {"a": own})

    assert (found["a"].status.value, found["a"].hint, found["a"].answered) == (expected, None, True)
    assert (found["b"].status, found["b"].answered) == (CarriedStatus.NOT_MET, False)


def test_an_item_set_aside_in_the_norm_itself_is_no_met(carried: Build) -> None:
    target = carried([("1", EQUAL, "a")], {"1": MET}, {"a": SET_ASIDE})["a"]

    assert (target.status, target.hint, target.answered) == (TO_BE_JUDGED, SET_ASIDE, True)


def test_an_answer_to_what_nothing_leads_to_counts_too(carried: Build) -> None:
    target = carried([("1", EQUAL, "a")], {"1": MET}, {"b": PARTIAL})["b"]

    assert (target.status, target.answered, target.routes) == (CarriedStatus.PARTIAL, True, ())


# The linked score


def test_linked_score_is_over_all_linked_items_whatever_the_relationship(carried: Build) -> None:
    rows = [("1", EQUAL, "a"), ("2", UNGRADED, "a"), ("4", SUBSET, "a")]

    linked = carried(rows, {"1": MET, "2": NOT_MET, "4.1": PARTIAL})["a"].linked

    assert (linked.items, linked.met, linked.partial, linked.not_met, linked.unanswered) == (4, 1, 1, 1, 1)


def test_linked_score_counts_each_item_once(carried: Build) -> None:
    rows = [("4", EQUAL, "a"), ("4.1", SUBSET, "a"), ("4.2", UNGRADED, "a"), ("4.1", INTERSECTS, "a")]

    linked = carried(rows, {"4.1": MET, "4.2": MET})["a"].linked

    assert (linked.items, linked.met) == (2, 2)
