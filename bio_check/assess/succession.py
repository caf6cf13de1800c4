"""Two versions of a catalogue in, what became of each item out (specification 7)."""

from __future__ import annotations

from collections.abc import Iterable

from bio_check.model.catalogue import Catalogue, Item
from bio_check.model.catalogue import Succession as Said
from bio_check.model.succession import ONE_TO_ONE, Change, Step, Steps
from bio_check.model.text import NO_TEXT

_RANKS = {Change.MOVED: 0, Change.SAME: 1, Change.WORDING: 1, Change.SUBSTANCE: 2}
"""Which of several items that lead to the same one is carried on by it, the lowest first."""
_OPPOSITES = {Change.SPLIT: Change.MERGED, Change.MERGED: Change.SPLIT}


def succession(old: Catalogue, new: Catalogue) -> Steps:
    """Return what became of each item of a catalogue in another version of it.

    An item is carried on one to one by at most one other, and each item carries on at most one: where several lead
    to the same item, the one that moved there or kept its id has it, and the others were merged into it. Where the
    catalogue says nothing about the two versions, equal ids are the same item.

    Args:
        old: The version to start from; a later one than `new` is followed backwards.
        new: The version to arrive at.
    """
    if old.version == new.version:
        return _by_id(old, new, linked=True)
    if old.next_version == new.version:
        return _with_added(_settled([_said(item, new) for item in old.items.values()]), new, linked=True)
    if new.next_version == old.version:
        return _backwards(succession(new, old), old, new)
    return _by_id(old, new, linked=False)


def _said(item: Item, new: Catalogue) -> Step:
    """Return what the older catalogue says of one item; several targets make a split, none a withdrawal."""
    said = item.next
    if said is None:
        return _unsaid(item.id, new)
    if said.change == Change.WITHDRAWN:
        return Step(item.id, (), Change.WITHDRAWN, said.note)
    targets = tuple(dict.fromkeys(each for target in said.targets for each in _live(target, new)))
    return Step(item.id, targets, _change(item.id, said, targets), said.note)


def _change(ident: str, said: Said, targets: tuple[str, ...]) -> Change:
    if not targets:
        return Change.WITHDRAWN
    if len(targets) > 1:
        return Change.SPLIT
    change = Change(said.change)
    return Change.MOVED if targets != (ident,) and change in {Change.SAME, Change.WORDING} else change


def _unsaid(ident: str, new: Catalogue) -> Step:
    """Return the step of an item of which only ids tell what became of it."""
    if ident in new.index.items:
        return Step(ident, (ident,), Change.SAME)
    gone = new.index.retired.get(ident)
    pointed = gone.targets if gone and gone.status in {"moved", "see"} else (ident,)
    targets = tuple(dict.fromkeys(each for target in pointed for each in _live(target, new)))
    if not targets:
        return Step(ident, (), Change.WITHDRAWN)
    if len(targets) > 1:
        return Step(ident, targets, Change.SPLIT)
    return Step(ident, targets, Change.MOVED if gone else Change.SUBSTANCE)


def _live(target: str, new: Catalogue) -> tuple[str, ...]:
    """Return the items that an id stands for: itself, or the measures of a control; none where it is unknown."""
    return (target,) if target in new.index.items else new.index.measures.get(target, ())


def _settled(steps: list[Step]) -> list[Step]:
    """Let each item carry on one other at most; what else leads to it was merged into it."""
    claims: dict[str, list[Step]] = {}
    for step in steps:
        if step.is_one_to_one:
            claims.setdefault(step.new_ids[0], []).append(step)
    winners = {target: min(found, key=_rank) for target, found in claims.items()}
    return [
        Step(step.old_id, step.new_ids, Change.MERGED, step.note)
        if step.is_one_to_one and winners[step.new_ids[0]] is not step
        else step
        for step in steps
    ]


def _rank(step: Step) -> tuple[bool, int]:
    """Its own id comes first; then what moved there, before what only has its subject there."""
    return step.new_ids != (step.old_id,), _RANKS[step.change]


def _by_id(old: Catalogue, new: Catalogue, *, linked: bool) -> Steps:
    return _with_added(_settled([_unsaid(ident, new) for ident in old.index.items]), new, linked=linked)


def _with_added(steps: Iterable[Step], new: Catalogue, *, linked: bool) -> Steps:
    steps = tuple(steps)
    reached = {ident for step in steps for ident in step.new_ids}
    return Steps(steps, tuple(ident for ident in new.index.items if ident not in reached), linked)


def _backwards(there: Steps, old: Catalogue, new: Catalogue) -> Steps:
    """Turn the steps from an earlier version to a later one around."""
    leading: dict[str, list[Step]] = {}
    for step in there.steps:
        for ident in step.new_ids:
            leading.setdefault(ident, []).append(step)
    return _with_added((_turned(ident, leading.get(ident, [])) for ident in old.index.items), new, linked=there.linked)


def _turned(ident: str, leading: list[Step]) -> Step:
    for step in leading:
        if step.change in ONE_TO_ONE:
            return Step(ident, (step.old_id,), step.change, step.note)
    targets = tuple(step.old_id for step in leading)
    change = _OPPOSITES[leading[0].change] if leading else Change.WITHDRAWN
    return Step(ident, targets, change, leading[0].note if leading else NO_TEXT)
