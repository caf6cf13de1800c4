"""Where each answer of a migrated sheet is to stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bio_check.model.catalogue import Catalogue
from bio_check.model.migration import Landing
from bio_check.value import replace


def in_order(landings: Iterable[Landing], present: Collection[str], new: Catalogue) -> tuple[Landing, ...]:
    """Return landings in catalogue order; one that the sheet has no place for yet is told what to stand beside.

    That is the one before it, unless only the one behind it is of the same group: headings of groups stay right.

    Args:
        landings: In any order.
        present: Ids that the sheet already has a place for.
        new: The catalogue that they are of.
    """
    groups = {control.id: control.group for control in new.controls.values()}
    ranks: dict[str, int] = {}
    for control in new.controls.values():
        for ident in (control.id, *(item.id for item in control.items)):
            ranks.setdefault(ident, len(ranks))
            groups[ident] = control.group
    ordered = sorted(landings, key=lambda one: ranks[one.target])
    staying = [one.target for one in ordered if one.target in present]
    return tuple(one if one.target in present else _beside(one, staying, ranks, groups) for one in ordered)


def _beside(landing: Landing, staying: list[str], ranks: dict[str, int], groups: dict[str, str]) -> Landing:
    rank, group = ranks[landing.target], groups[landing.target]
    before = [ident for ident in staying if ranks[ident] < rank]
    behind = [ident for ident in staying if ranks[ident] > rank]
    fits = before and groups[before[-1]] == group
    if behind and not fits and (groups[behind[0]] == group or not before):
        return replace(landing, before=behind[0])
    return replace(landing, after=before[-1]) if before else landing
