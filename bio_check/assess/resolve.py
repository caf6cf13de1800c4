"""Catalogue and profile in, resolved catalogue out: the items that apply, with overlays laid on."""

from __future__ import annotations

from collections.abc import Iterable

from bio_check.model.catalogue import Catalogue, Item
from bio_check.model.named import Named
from bio_check.model.profile import Overlay, Profile, Selection
from bio_check.value import replace


def resolve_items(catalogue: Catalogue, profile: Profile) -> tuple[Item, ...]:
    """Return the items of a catalogue that a profile selects, in catalogue order, as the profile sees them."""
    selection = next(one for one in profile.selections if one.catalogue == catalogue.id)
    overlays = [one for one in profile.overlays if one.catalogue == catalogue.id]
    laid_on = (_with_overlays(item, overlays) for item in catalogue.items.values())
    named = Named(selection.items)
    return tuple(item for item in laid_on if _is_selected(item, selection, named))


def _is_selected(item: Item, selection: Selection, named: Named) -> bool:
    return (
        (not selection.groups or item.group in selection.groups)
        and (not selection.phases or item.phase in selection.phases)
        and (not selection.items or item in named)
    )


def _with_overlays(item: Item, overlays: Iterable[Overlay]) -> Item:
    for overlay in overlays:
        if overlay.item == item.id:
            item = replace(
                item,
                weight=overlay.weight or item.weight,
                duty=overlay.duty or item.duty,
                role=overlay.role or item.role,
                effort=overlay.effort or item.effort,
                phase=overlay.phase or item.phase,
            )
    return item
