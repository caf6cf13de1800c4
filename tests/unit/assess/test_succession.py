"""From one version of a catalogue to another: what became of each item."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from bio_check.assess.succession import succession
from bio_check.load.library import Library
from bio_check.model.catalogue import Catalogue, Item, Retired, Succession
from bio_check.model.succession import Change, Steps
from bio_check.value import replace

Build = Callable[..., Catalogue]


@pytest.fixture
def version(a_catalogue: Build, an_item: Callable[..., Item]) -> Build:
    """Build a version of a catalogue from ids, and what became of them in version 2."""

    def build(
        number: str,
        *idents: str,
        said: Mapping[str, tuple[str, tuple[str, ...]]] | None = None,
        retired: tuple[Retired, ...] = (),
    ) -> Catalogue:
        told = said or {}
        items = [
            replace(an_item(one), next=Succession(told[one][1], told[one][0]) if one in told else None)
            for one in idents
        ]
        following = "2" if said is not None else None
        return replace(a_catalogue(items, retired), version=number, next_version=following)

    return build


def told(steps: Steps) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {step.old_id: (step.change.value, step.new_ids) for step in steps.steps}


def test_within_one_version_every_item_is_itself(version: Build) -> None:
    one = version("1", "5.1.1", "5.2")

    steps = succession(one, one)

    assert told(steps) == {"5.1.1": ("same", ("5.1.1",)), "5.2": ("same", ("5.2",))}
    assert steps.added == ()
    assert steps.linked


def test_what_the_older_version_says_is_followed(version: Build) -> None:
    said = {
        "5.1.1": ("moved", ("5.2.1",)),
        "5.1.2": ("substance", ("5.1.2",)),
        "5.1.3": ("withdrawn", ()),
        "5.1.4": ("split", ("5.1.4", "5.2.2")),
    }
    old = version("1", "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.5", said=said)
    new = version("2", "5.1.2", "5.1.4", "5.1.5", "5.2.1", "5.2.2", "5.3")

    steps = succession(old, new)

    assert told(steps) == {
        "5.1.1": ("moved", ("5.2.1",)),
        "5.1.2": ("substance", ("5.1.2",)),
        "5.1.3": ("withdrawn", ()),
        "5.1.4": ("split", ("5.1.4", "5.2.2")),
        "5.1.5": ("same", ("5.1.5",)),
    }
    assert steps.added == ("5.3",)


def test_an_item_carries_on_one_other_and_the_rest_was_merged_into_it(version: Build) -> None:
    said = {"5.1": ("substance", ("5.1.1",)), "5.2.1": ("moved", ("5.1.1",)), "5.2.2": ("merged", ("5.2.3",))}
    old = version("1", "5.1", "5.2.1", "5.2.2", "5.2.3", said=said)
    new = version("2", "5.1.1", "5.2.3")

    steps = succession(old, new)

    assert told(steps)["5.2.1"] == ("moved", ("5.1.1",))
    assert told(steps)["5.1"] == ("merged", ("5.1.1",))
    assert told(steps)["5.2.2"] == ("merged", ("5.2.3",))
    assert told(steps)["5.2.3"] == ("same", ("5.2.3",))
    assert {new_id: step.old_id for new_id, step in steps.origins.items()} == {"5.1.1": "5.2.1", "5.2.3": "5.2.3"}


def test_without_a_link_equal_ids_are_the_same_and_moved_ones_are_followed(version: Build) -> None:
    old = version("1", "5.1.1", "5.1.2", "5.1.3")
    moved = Retired("5.1.2", "moved", ("5.2.1",), "5.1")
    new = version("3", "5.1.1", "5.2.1", "5.2.2", retired=(moved,))

    steps = succession(old, new)

    assert told(steps) == {
        "5.1.1": ("same", ("5.1.1",)),
        "5.1.2": ("moved", ("5.2.1",)),
        "5.1.3": ("withdrawn", ()),
    }
    assert steps.added == ("5.2.2",)
    assert not steps.linked


def test_a_target_that_the_newer_version_does_not_know_leads_nowhere(version: Build) -> None:
    old = version("1", "5.1.1", "5.1.2", said={"5.1.1": ("moved", ("9.9.9",)), "5.1.2": ("moved", ("5.2",))})
    new = version("2", "5.2.1")

    steps = succession(old, new)

    assert told(steps) == {"5.1.1": ("withdrawn", ()), "5.1.2": ("moved", ("5.2.1",))}


@pytest.fixture(scope="module")
def bio() -> tuple[Catalogue, Catalogue]:
    """BIO2 1.2 and 1.3."""
    library = Library()
    return library.catalogue("bio2", "1.2"), library.catalogue("bio2", "1.3")


class TestBio:
    """BIO2 1.2 and 1.3, as shipped."""

    def test_four_measures_moved_as_they_were_and_one_was_rewritten(self, bio: tuple[Catalogue, Catalogue]) -> None:
        steps = succession(*bio)

        moved = {step.old_id: step.new_ids[0] for step in steps.steps if step.change is Change.MOVED}

        assert moved == {
            "5.04.02": "5.10.02",
            "5.04.03": "5.10.03",
            "5.24.06": "5.21.05",
            "8.08.06": "5.24.08",
        }
        rewritten = steps.by_old["5.25.01"]
        assert (rewritten.change, rewritten.new_ids) == (Change.SUBSTANCE, ("5.26.02",))

    def test_controls_that_got_measures_gave_way_to_what_moved_there(self, bio: tuple[Catalogue, Catalogue]) -> None:
        steps = succession(*bio)

        assert steps.by_old["5.26"].change is Change.MERGED
        assert steps.origins["5.26.02"].old_id == "5.25.01"
        assert steps.by_old["5.10"].new_ids == ("5.10.02", "5.10.03")
        assert not steps.by_old["5.10"].is_one_to_one
        assert steps.added == ("5.25",)  # a control whose only measure left

    def test_what_was_dropped_is_withdrawn(self, bio: tuple[Catalogue, Catalogue]) -> None:
        steps = succession(*bio)

        assert [step.old_id for step in steps.steps if step.change is Change.WITHDRAWN] == ["5.35.01", "7.01.01"]
        assert steps.by_old["7.01.02"].change is Change.SAME

    def test_every_item_of_both_versions_has_a_place(self, bio: tuple[Catalogue, Catalogue]) -> None:
        old, new = bio

        for start, end in ((old, new), (new, old)):
            steps = succession(start, end)
            reached = {ident for step in steps.steps for ident in step.new_ids}

            assert [step.old_id for step in steps.steps] == list(start.items)
            assert reached | {*steps.added} == set(end.items)
            assert len({step.new_ids for step in steps.steps if step.is_one_to_one}) == len(steps.origins)

    def test_backwards_each_item_comes_from_where_it_went(self, bio: tuple[Catalogue, Catalogue]) -> None:
        old, new = bio
        there, back = succession(old, new), succession(new, old)

        assert {new_id: step.old_id for new_id, step in there.origins.items()} == {
            step.old_id: new_id for new_id, step in back.origins.items()
        }
