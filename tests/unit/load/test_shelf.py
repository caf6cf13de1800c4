"""The shelf: which crosswalks join what, in the versions in use, each read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from bio_check.load.shelf import Shelf
from bio_check.model.catalogue import Catalogue
from bio_check.model.crosswalk import Crosswalk, Origin, Relationship, Row
from bio_check.model.text import NO_TEXT, Text
from bio_check.value import replace

ROW = Row(
    "1", "a", Relationship.SUPERSET, "source", Origin("somebody", Text("The list of somebody", "The list of somebody"))
)
IDS = ("norm", "law", "norm-cf", "other")


def crosswalk(name: str, start_version: str = "1.0", end_version: str = "1.0") -> Crosswalk:
    start, end = name.split("--")
    return Crosswalk(name, start, start_version, end, end_version, NO_TEXT, (ROW.origin,), (ROW,), "0" * 64)


@pytest.fixture
def shelf(a_norm: Callable[..., Catalogue]) -> Callable[..., Shelf]:
    norms = {ident: a_norm(ident, "1", "a") for ident in IDS}

    def build(*crosswalks: Crosswalk, read: list[str] | None = None, **versions: str) -> Shelf:
        by_name: Mapping[str, Crosswalk] = {one.id: one for one in crosswalks}
        in_use = {ident: replace(one, version=versions.get(ident, one.version)) for ident, one in norms.items()}

        def crosswalk_of(name: str) -> Crosswalk:
            if read is not None:
                read.append(name)
            return by_name[name]

        return Shelf(by_name, IDS, crosswalk_of, in_use.__getitem__)

    return build


def test_a_crosswalk_joins_both_its_catalogues(shelf: Callable[..., Shelf]) -> None:
    found = shelf(crosswalk("norm--law"), crosswalk("norm-cf--norm"))

    assert found.neighbours("norm") == ("law", "norm-cf")
    assert (found.neighbours("law"), found.neighbours("norm-cf")) == (("norm",), ("norm",))
    assert found.neighbours("other") == ()


def test_rows_are_given_in_the_direction_asked_for(shelf: Callable[..., Shelf]) -> None:
    found = shelf(crosswalk("norm--law"))

    assert found.rows("norm", "law") == (ROW,)
    assert found.rows("law", "norm") == (ROW.turned,)
    assert found.rows("norm", "other") == ()


def test_crosswalks_written_from_either_end_hold_together(shelf: Callable[..., Shelf]) -> None:
    found = shelf(crosswalk("norm--law"), crosswalk("law--norm"))

    assert found.rows("norm", "law") == (ROW, ROW.turned)
    assert found.rows("law", "norm") == (ROW, ROW.turned)


def test_the_files_that_rows_stand_in_can_be_named(shelf: Callable[..., Shelf]) -> None:
    one, other = crosswalk("norm--law"), crosswalk("norm--other", start_version="0.9")
    found = shelf(one, other)

    assert (found.crosswalks("norm", "law"), found.crosswalks("law", "norm")) == ((one,), (one,))
    assert found.crosswalks("norm", "other") == ()


@pytest.mark.parametrize("name", ["norm--unknown", "unknown--norm", "unknown--unheard-of"])
def test_a_crosswalk_that_names_an_unknown_catalogue_joins_nothing(name: str, shelf: Callable[..., Shelf]) -> None:
    read: list[str] = []

    found = shelf(crosswalk(name), read=read)

    assert [found.neighbours(ident) for ident in ("norm", "unknown")] == [(), ()]
    assert (found.rows("norm", "unknown"), found.rows("unknown", "norm")) == ((), ())
    assert read == []


@pytest.mark.parametrize("versions", [{"norm": "0.9"}, {"law": "2.0"}, {"norm": "2.0", "law": "2.0"}])
def test_a_crosswalk_between_other_versions_is_left_out(
    versions: Mapping[str, str], shelf: Callable[..., Shelf]
) -> None:
    found = shelf(crosswalk("norm--law"), **versions)

    assert (found.rows("norm", "law"), found.rows("law", "norm")) == ((), ())


def test_a_crosswalk_between_the_older_versions_in_use_counts(shelf: Callable[..., Shelf]) -> None:
    found = shelf(crosswalk("norm--law", "0.9", "2.0"), norm="0.9", law="2.0")

    assert found.rows("law", "norm") == (ROW.turned,)


def test_each_crosswalk_is_read_when_it_is_first_wanted(shelf: Callable[..., Shelf]) -> None:
    read: list[str] = []
    found = shelf(crosswalk("norm--law"), crosswalk("law--other"), read=read)

    before = list(read)
    rows = [found.rows("norm", "law") for _ in range(2)]

    assert (before, read, rows) == ([], ["norm--law"], [(ROW,), (ROW,)])
