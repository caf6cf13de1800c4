"""From one version of a catalogue to another: what became of each item."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from bio_check.model.text import NO_TEXT, Text
from bio_check.value import value


class Change(StrEnum):
    """What happened to an item between two versions."""

    SAME = "same"
    WORDING = "wording"
    """Other words, the same demand."""
    SUBSTANCE = "substance"
    """Another demand under the same subject."""
    MOVED = "moved"
    """Another number."""
    SPLIT = "split"
    """Several items carry it on."""
    MERGED = "merged"
    """It went up in an item that has another origin of its own."""
    WITHDRAWN = "withdrawn"


ONE_TO_ONE = frozenset({Change.SAME, Change.WORDING, Change.SUBSTANCE, Change.MOVED})
"""Changes after which one item is still held against one item."""


@value
class Step:
    """What became of one item of the older version."""

    old_id: str
    new_ids: tuple[str, ...]
    """Items of the newer version that carry it on; one where it is one to one, none where it was withdrawn."""
    change: Change
    note: Text = NO_TEXT
    """What changed, in a line; empty where the catalogue says nothing about it."""

    @property
    def is_one_to_one(self) -> bool:
        """Whether just one item carries on just this one."""
        return self.change in ONE_TO_ONE


@value
class Steps:
    """What became of every item between two versions of one catalogue."""

    steps: tuple[Step, ...]
    """One per item of the older version, in its order."""
    added: tuple[str, ...]
    """Items of the newer version that carry nothing on, in its order."""
    linked: bool = True
    """Whether a catalogue says what changed; if not, equal ids were taken for the same item."""

    @cached_property
    def origins(self) -> Mapping[str, Step]:
        """Id in the newer version to the step that leads to it alone."""
        return {step.new_ids[0]: step for step in self.steps if step.is_one_to_one}

    @cached_property
    def by_old(self) -> Mapping[str, Step]:
        """Id in the older version to its step."""
        return {step.old_id: step for step in self.steps}
