"""What is carried, whatever the rows and answers: never better than what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio_check.assess.carry import carry
from bio_check.model.answers import Status
from bio_check.model.assessment import CatalogueAssessment
from bio_check.model.carried import Carried, CarriedStatus
from bio_check.model.catalogue import Catalogue
from bio_check.model.crosswalk import Links, Origin, Relationship, Row
from bio_check.model.text import Text

NORMS = {
    "here": ("1", "2", "3", "4 > 4.1", "4 > 4.2", "5.a", "5.b"),
    "second": ("1", "2"),
    "half": ("7", "8", "9.a", "9.b", "6 > 6.1", "6 > 6.2"),
    "there": ("a", "b", "c > c.1", "c > c.2", "d.a", "d.b"),
}
"""Ids of each norm; > parts a control from a measure of it."""
IDS = {ident: [*{one for name in names for one in name.split(" > ")}] for ident, names in NORMS.items()}
RANGES = {"here": ["5"], "second": [], "half": ["9"], "there": ["d"]}
IDS = {ident: sorted([*names, *RANGES[ident]]) for ident, names in IDS.items()}
WEAK = [one for one in Relationship if not one.carries]
RANK = {CarriedStatus.NOT_MET: 0, CarriedStatus.PARTIAL: 2, CarriedStatus.MET: 3}
GIVEN = {Status.NOT_MET: 0, Status.UNANSWERED: 1, Status.NOT_APPLICABLE: 1, Status.PARTIAL: 2, Status.MET: 3}
PAIRS = (("here", "there"), ("second", "there"), ("here", "half"), ("half", "there"))

Rows = dict[tuple[str, str], list[tuple[str, Relationship, str]]]
Statuses = Mapping[str, Mapping[str, Status]]


def rows_between(start: str, end: str, relationships: st.SearchStrategy[Relationship]) -> st.SearchStrategy[Any]:
    row = st.tuples(st.sampled_from(IDS[start]), relationships, st.sampled_from(IDS[end]))
    return st.lists(row, max_size=6)


def crosswalks(*pairs: tuple[str, str], relationships: Any = tuple(Relationship)) -> st.SearchStrategy[Rows]:  # noqa: ANN401  # a sequence
    chosen = st.sampled_from(relationships)
    return st.fixed_dictionaries({pair: rows_between(*pair, chosen) for pair in pairs})


def answers_to(*names: str) -> st.SearchStrategy[Statuses]:
    """Give statuses of every item and control: of a control with measures it is the judgement."""
    status = st.sampled_from(list(Status))
    return st.fixed_dictionaries({one: st.fixed_dictionaries(dict.fromkeys(IDS[one], status)) for one in names})


ANSWERS = answers_to("here", "second")


@pytest.fixture(scope="module")
def carried(
    a_norm: Callable[..., Catalogue], answered: Callable[..., CatalogueAssessment], some_links: Callable[..., Links]
) -> Callable[[Rows, Statuses], dict[str, Carried]]:
    norms = {ident: a_norm(ident, *names) for ident, names in NORMS.items()}

    def build(rows: Rows, statuses: Statuses) -> dict[str, Carried]:
        links = some_links(norms.values(), rows)
        others = [
            answered(norms[ident], given, **{"4": given.get("4", Status.MET)}) for ident, given in statuses.items()
        ]
        return {one.target: one for one in carry(answered(norms["there"], {}), others, links)}

    return build


Build = Callable[[Rows, Statuses], dict[str, Carried]]


@given(rows=crosswalks(*PAIRS, relationships=WEAK), statuses=ANSWERS)
def test_no_status_comes_out_of_rows_without_equal_or_superset(carried: Build, rows: Rows, statuses: Statuses) -> None:
    found = carried(rows, statuses)

    assert {one.status for one in found.values()} <= {CarriedStatus.TO_BE_JUDGED, CarriedStatus.UNCOVERED}


@given(rows=crosswalks(*PAIRS), statuses=ANSWERS)
def test_a_status_rests_on_rows_that_all_carry(carried: Build, rows: Rows, statuses: Statuses) -> None:
    for one in carried(rows, statuses).values():
        if one.status not in {CarriedStatus.TO_BE_JUDGED, CarriedStatus.UNCOVERED}:
            strongest = max(one.paths, key=lambda path: path.relationship.strength)
            assert all(hop.row.relationship.carries for hop in strongest.hops)


@given(rows=crosswalks(*PAIRS), statuses=ANSWERS)
def test_no_target_is_better_than_the_worst_of_its_strongest_starts(
    carried: Build, rows: Rows, statuses: Statuses
) -> None:
    for one in carried(rows, statuses).values():
        most = max((path.relationship.strength for path in one.paths), default=0)
        for path in one.paths:
            items = {"4": ["4.1", "4.2", "4"], "5": ["5.a", "5.b"]}.get(path.start, [path.start])
            given = {item: statuses[path.hops[0].start][item] for item in items}
            if given.get("4") is Status.UNANSWERED:
                del given["4"]  # no judgement on the control: what its measures have is what is known
            kept = [GIVEN[status] for status in given.values() if status is not Status.NOT_APPLICABLE]
            if path.relationship.strength == most and one.status is not CarriedStatus.TO_BE_JUDGED:
                assert RANK[one.status] <= min(kept, default=1)


@given(rows=crosswalks(*PAIRS), statuses=ANSWERS)
def test_a_control_with_measures_on_top_is_never_met_by_what_is_carried(
    carried: Build, rows: Rows, statuses: Statuses
) -> None:
    assert carried(rows, statuses)["c"].status is not CarriedStatus.MET


@given(rows=crosswalks(*PAIRS[:2]), extra=crosswalks(*PAIRS[:2], relationships=WEAK), statuses=ANSWERS)
def test_weaker_rows_change_nothing_that_a_stronger_one_decided(
    carried: Build, rows: Rows, extra: Rows, statuses: Statuses
) -> None:
    before = carried(rows, statuses)

    after = carried({pair: [*found, *extra[pair]] for pair, found in rows.items()}, statuses)

    for ident, one in before.items():
        if any(path.relationship.carries for path in one.paths):
            assert (after[ident].status, after[ident].hint) == (one.status, one.hint)


@given(rows=crosswalks(*PAIRS), statuses=ANSWERS)
def test_it_makes_no_difference_from_which_end_a_crosswalk_is_written(
    carried: Build, rows: Rows, statuses: Statuses
) -> None:
    written_back: Rows = {
        (end, start): [(last, relationship.turned, first) for first, relationship, last in found]
        for (start, end), found in rows.items()
    }

    assert carried(written_back, statuses) == carried(rows, statuses)


@given(rows=crosswalks(*PAIRS), statuses=ANSWERS, data=st.data())
def test_the_order_of_the_rows_changes_no_status_and_no_figure(
    carried: Build, rows: Rows, statuses: Statuses, data: st.DataObject
) -> None:
    shuffled = {pair: data.draw(st.permutations(found)) for pair, found in rows.items()}

    one, other = carried(rows, statuses), carried(shuffled, statuses)

    assert {ident: (each.status, each.hint, each.linked) for ident, each in one.items()} == {
        ident: (each.status, each.hint, each.linked) for ident, each in other.items()
    }


@given(rows=crosswalks(*PAIRS), statuses=ANSWERS)
def test_linked_work_is_counted_once_and_its_counts_add_up(carried: Build, rows: Rows, statuses: Statuses) -> None:
    for one in carried(rows, statuses).values():
        items = {(route.start, item) for route in one.routes if route.chosen for item in route.items}

        assert one.linked.items == len(items) <= 9
        assert sum(one.linked.counts.values()) == one.linked.items
        assert (one.linked.items == 0) is (one.status is CarriedStatus.UNCOVERED)


@given(
    start=st.text(min_size=1, max_size=5),
    end=st.text(min_size=1, max_size=5),
    relationship=st.sampled_from(Relationship),
    printed=st.tuples(st.none() | st.text(max_size=3), st.none() | st.text(max_size=3)),
)
def test_turning_a_row_twice_gives_the_row_itself(
    start: str, end: str, relationship: Relationship, printed: tuple[str | None, str | None]
) -> None:
    row = Row(start, end, relationship, "source", Origin("somebody", Text("The list", "The list")), *printed)

    assert row.turned.turned == row
    assert (row.turned == row) is (start == end and relationship.turned is relationship and len({*printed}) == 1)
