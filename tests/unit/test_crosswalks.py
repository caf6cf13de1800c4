"""The shipped crosswalks: what their SOURCE.md says of them holds, and every row stands on something."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import pytest

from bio_check.assess.coverage import pair_reach
from bio_check.load.library import Library
from bio_check.model.crosswalk import Crosswalk, Relationship
from bio_check.shipped import shipped_folder

FOLDER = shipped_folder("controls") / "crosswalks"
NAMES = sorted(file.stem for file in FOLDER.glob("*.yaml"))
TABLE = re.compile(r"(?m)^\| `(?P<name>[^`]+)` \| (?P<rows>\d+) \| (?P<kinds>[^|]+) \| (?P<sure>[^|]+) \|")
CONFIDENCE = {"source", "secondary", "inferred"}


def counts(cell: str, rows: int) -> dict[str, int]:
    """Read `58 ungraded, 57 intersects`, or the one word that holds for all rows."""
    parts = re.findall(r"(\d+) ([\w-]+)", cell)
    return {word: int(number) for number, word in parts} or {cell.strip(): rows}


TOLD = {
    found["name"]: (int(found["rows"]), found["kinds"], found["sure"])
    for found in TABLE.finditer((FOLDER / "SOURCE.md").read_text("utf-8"))
}
"""Name to the rows, relationships and confidence that the table in SOURCE.md tells."""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def crosswalks(library: Library) -> Mapping[str, Crosswalk]:
    return {name: library.crosswalk(name) for name in NAMES}


def test_every_crosswalk_is_told_of_where_it_comes_from(library: Library) -> None:
    assert [*TOLD] == NAMES == [*library.files.crosswalks]
    assert (len(NAMES), sum(rows for rows, _, _ in TOLD.values())) == (16, 1173)


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_counted_as_told(name: str, crosswalks: Mapping[str, Crosswalk]) -> None:
    rows, kinds, sure = TOLD[name]
    found = crosswalks[name].rows

    assert len(found) == rows
    assert Counter(row.relationship.value for row in found) == counts(kinds, rows)
    assert Counter(row.confidence for row in found) == counts(sure, rows)


@pytest.mark.parametrize("name", NAMES)
def test_every_row_says_how_sure_it_is_and_who_says_it(name: str, crosswalks: Mapping[str, Crosswalk]) -> None:
    one = crosswalks[name]

    assert all(row.confidence in CONFIDENCE and row.origin.name for row in one.rows)
    assert {row.origin.id for row in one.rows} == {origin.id for origin in one.origins}
    assert all(origin.licence and origin.note.nl != origin.note.en for origin in one.origins)


@pytest.mark.parametrize("name", NAMES)
def test_no_pair_of_ids_stands_twice(name: str, crosswalks: Mapping[str, Crosswalk]) -> None:
    pairs = Counter((row.start, row.end) for row in crosswalks[name].rows)

    assert [pair for pair, count in pairs.items() if count > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_both_ends_of_every_row_exist_in_the_versions_in_use(
    name: str, crosswalks: Mapping[str, Crosswalk], library: Library
) -> None:
    one = crosswalks[name]
    start, end = library.catalogue(one.start), library.catalogue(one.end)

    assert name == f"{one.start}--{one.end}"
    assert (one.start_version, one.end_version) == (start.version, end.version)
    assert {row.start for row in one.rows} <= {*start.index.parts, *start.index.context}
    assert {row.end for row in one.rows} <= {*end.index.parts, *end.index.context}


def test_a_printed_id_is_told_only_where_it_differs(crosswalks: Mapping[str, Crosswalk]) -> None:
    rows = [row for one in crosswalks.values() for row in one.rows]

    assert all(row.printed_start != row.start and row.printed_end != row.end for row in rows)
    assert any(row.printed_end for row in rows)


def test_only_where_we_may_say_so_does_a_row_carry_a_status(crosswalks: Mapping[str, Crosswalk]) -> None:
    carrying = {
        name: sum(row.relationship in {Relationship.EQUAL, Relationship.SUPERSET} for row in one.rows)
        for name, one in crosswalks.items()
    }

    assert {name: count for name, count in carrying.items() if count} == {"iso27001--bio2": 93, "nis2--cbw": 16}
    assert not any(row.relationship is Relationship.SUBSET for one in crosswalks.values() for row in one.rows)


def test_annex_a_and_bio2_are_joined_number_by_number(crosswalks: Mapping[str, Crosswalk]) -> None:
    for row in crosswalks["iso27001--bio2"].rows:
        _, group, number = row.start.split(".")

        assert row.end == f"{group}.{int(number):02}"


def test_the_ten_letters_of_the_directive_are_those_of_the_act(crosswalks: Mapping[str, Crosswalk]) -> None:
    letters = {row.start: row for row in crosswalks["nis2--cbw"].rows if row.start.startswith("21.2.")}

    assert {start: row.end for start, row in letters.items()} == {f"21.2.{one}": f"21.3.{one}" for one in "abcdefghij"}
    assert {row.relationship for row in letters.values()} == {Relationship.EQUAL}


def test_nothing_is_carried_to_the_act_from_the_baseline_without_a_person(library: Library) -> None:
    links = library.links()

    for start in ("bio2", "iso27001", "cbw-cf", "nis2-ir", "bio1"):
        assert pair_reach(start, "cbw", links).settled.part == 0
    assert pair_reach("bio2", "cbw", links).reached.part == 14
    assert pair_reach("nis2", "cbw", links).settled.part == 13
