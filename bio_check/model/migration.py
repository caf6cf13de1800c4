"""A sheet on its way to another version or catalogue: what becomes of each answer."""

from __future__ import annotations

from bio_check.model.answers import Answer
from bio_check.model.catalogue import Catalogue, Item
from bio_check.model.succession import Change
from bio_check.model.text import NO_TEXT, Text
from bio_check.value import value


@value
class Landing:
    """One answer of the new sheet."""

    target: str
    starts: tuple[str, ...]
    """Old ids whose answers are in it, the one that was taken first; empty where it stands open."""
    answer: Answer | None
    """As it shall be, but for the mark; None where it stands open."""
    confirm: Text = NO_TEXT
    """Why somebody must confirm it; empty where nobody need."""
    whole: bool = False
    """Whether it is the answer of its only start, unchanged."""
    after: str | None = None
    """The id that it is to follow, where it does not stand in the sheet already."""
    before: str | None = None
    """The same: the id that it is to go before."""
    item: Item | None = None
    """What is asked, where it stands open."""


@value
class Fate:
    """What became of one old answer."""

    id: str
    title: Text
    change: Change
    """What happened to the item that it is about."""
    note: Text
    """What the catalogue or crosswalk says of that."""
    empty: bool
    """Whether nothing was filled in."""
    targets: tuple[str, ...] = ()
    """Where it is now, whole or in part; empty where it left the sheet."""
    joined: tuple[str, ...] = ()
    """Those of the targets that keep an answer of their own or share one: its words were added there."""
    judged: tuple[str, ...] = ()
    """Those of the targets where it became the judgement on a control."""
    left: tuple[str, ...] = ()
    """Keys that cannot stand where it went."""
    passed_over: tuple[str, ...] = ()
    """Targets that had an answer of their own, which was left as it was."""

    @property
    def kept_apart(self) -> bool:
        """Whether something of it is no longer in the sheet."""
        return not self.empty and bool(not self.targets or self.joined or self.left or self.passed_over)


@value
class Migration:
    """What is to be done to a sheet, and what there is to tell about it."""

    old: Catalogue
    new: Catalogue
    landings: tuple[Landing, ...]
    """In the order of the new catalogue."""
    fates: tuple[Fate, ...]
    """One per old answer, in the order of the old catalogue."""
    open_items: tuple[Item, ...]
    """Items of the new catalogue that are new to the organisation and have no answer yet."""
    measures_apart: bool = False
    """Whether controls were carried over whose measures stay unanswered."""
    profile: str | None = None
    """The profile that had to go, since it knows nothing of the new catalogue."""
    rows_from: tuple[Text, ...] = ()
    """What the crosswalk says of itself; empty between two versions."""

    @property
    def across(self) -> bool:
        """Whether it leads to another catalogue, not to another version of the same one."""
        return self.old.id != self.new.id

    @property
    def to_be_confirmed(self) -> tuple[Landing, ...]:
        """What somebody must confirm."""
        return tuple(one for one in self.landings if one.confirm)
