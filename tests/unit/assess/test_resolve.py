"""Resolved catalogue: which items apply, and as what (specification 2)."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest

from bio_check.assess.resolve import resolve_items
from bio_check.model.catalogue import Catalogue, Duty, Item
from bio_check.model.profile import Norms, Overlay, Profile, Selection
from bio_check.model.text import Text
from bio_check.value import replace

WHY = Text("omdat", "because")
PHASES = {"5.17.01": 1, "5.17.02": 2, "5.29": 1, "8.13.04": 3}


@pytest.fixture
def catalogue(an_item: Callable[..., Item], a_catalogue: Callable[..., Catalogue]) -> Catalogue:
    return a_catalogue(replace(an_item(ident), phase=phase) for ident, phase in PHASES.items())


@pytest.fixture
def profile(catalogue: Catalogue, some_norms: Callable[..., Norms]) -> Profile:
    return some_norms(catalogue).profile


@pytest.mark.parametrize(
    ("selection", "selected"),
    [
        (Selection("bio2", "1.0"), ["5.17.01", "5.17.02", "5.29", "8.13.04"]),
        (Selection("bio2", "1.0", groups=("8",)), ["8.13.04"]),
        (Selection("bio2", "1.0", groups=("8", "5")), ["5.17.01", "5.17.02", "5.29", "8.13.04"]),
        (Selection("bio2", "1.0", phases=(1,)), ["5.17.01", "5.29"]),
        (Selection("bio2", "1.0", items=("8.13.04", "5.17.*")), ["5.17.01", "5.17.02", "8.13.04"]),
        (Selection("bio2", "1.0", items=("5.17",)), ["5.17.01", "5.17.02"]),
        (Selection("bio2", "1.0", groups=("5",), phases=(1, 3), items=("5.17.*", "8.*")), ["5.17.01"]),
        (Selection("bio2", "1.0", groups=("5",), phases=(3,)), []),
    ],
)
def test_selection_keeps_what_passes_every_test_in_catalogue_order(
    selection: Selection, selected: list[str], catalogue: Catalogue, profile: Profile
) -> None:
    items = resolve_items(catalogue, replace(profile, selections=(selection,)))

    assert [item.id for item in items] == selected


def test_selection_of_another_catalogue_says_nothing(catalogue: Catalogue, profile: Profile) -> None:
    selections = (Selection("iso27001", "2022", groups=("A",)), Selection("bio2", "1.0", groups=("8",)))

    items = resolve_items(catalogue, replace(profile, selections=selections))

    assert [item.id for item in items] == ["8.13.04"]


def test_overlay_changes_what_it_names_and_nothing_else(catalogue: Catalogue, profile: Profile) -> None:
    overlay = Overlay("bio2", "5.29", WHY, weight=3, duty=Duty.LAW, role="it", effort="L", phase=2)

    items = resolve_items(catalogue, replace(profile, overlays=(overlay,)))

    changed = replace(catalogue.items["5.29"], weight=3, duty=Duty.LAW, role="it", effort="L", phase=2)
    assert items == tuple(changed if item.id == "5.29" else item for item in catalogue.items.values())


def test_overlay_leaves_what_it_does_not_name(catalogue: Catalogue, profile: Profile) -> None:
    overlay = Overlay("bio2", "5.17.02", WHY, weight=2)

    items = resolve_items(catalogue, replace(profile, overlays=(overlay,)))

    assert items[1] == replace(catalogue.items["5.17.02"], weight=2)


def test_later_overlay_wins(catalogue: Catalogue, profile: Profile) -> None:
    overlays = (Overlay("bio2", "5.29", WHY, weight=3, effort="L"), Overlay("bio2", "5.29", WHY, weight=2))

    item = resolve_items(catalogue, replace(profile, overlays=overlays))[2]

    assert (item.weight, item.effort) == (2, "L")


def test_overlay_on_the_same_id_in_another_catalogue_says_nothing(catalogue: Catalogue, profile: Profile) -> None:
    overlay = Overlay("iso27001", "5.29", WHY, weight=3)

    items = resolve_items(catalogue, replace(profile, overlays=(overlay,)))

    assert items == tuple(catalogue.items.values())


def test_item_is_selected_as_its_overlay_makes_it(catalogue: Catalogue, profile: Profile) -> None:
    first_phase = (Selection("bio2", "1.0", phases=(1,)),)
    overlays = (Overlay("bio2", "8.13.04", WHY, phase=1), Overlay("bio2", "5.29", WHY, phase=2))

    items = resolve_items(catalogue, replace(profile, selections=first_phase, overlays=overlays))

    assert [item.id for item in items] == ["5.17.01", "8.13.04"]


def test_catalogue_itself_stays_as_it_was(catalogue: Catalogue, profile: Profile) -> None:
    before = dict(catalogue.items)

    resolve_items(catalogue, replace(profile, overlays=(Overlay("bio2", "5.29", WHY, weight=3),)))

    assert catalogue.items == before


def test_thousands_of_ids_are_no_product_of_thousands(
    profile: Profile, an_item: Callable[..., Item], a_catalogue: Callable[..., Catalogue]
) -> None:
    idents = [f"{group}.{number}.1" for group in range(20) for number in range(200)]
    many = a_catalogue(map(an_item, idents))
    selection = Selection("bio2", "1.0", items=(*idents[1:], "nothing.*"))

    start = perf_counter()
    items = resolve_items(many, replace(profile, selections=(selection,)))

    assert [item.id for item in items] == idents[1:]
    assert perf_counter() - start < 2  # each with each took half a minute
