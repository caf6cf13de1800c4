"""What a schema cannot see in a profile: whether what it names exists."""

from __future__ import annotations

from typing import Any

from bio_check.errors import Faults
from bio_check.load.suggest import closest_id, unknown
from bio_check.load.within import Within
from bio_check.load.yaml_text import Document, Key
from bio_check.model.catalogue import Catalogue
from bio_check.model.named import WILD


def check_profile(document: Document, within: Within, faults: Faults) -> None:
    """Tell every catalogue, version, group, pattern and overlay target that is not there.

    Args:
        document: A profile of the right shape.
        within: The catalogues within reach.
        faults: Gets what is wrong.
    """
    data: Any = document.data
    known = within.files.catalogues
    named = [str(one["id"]) for one in data["catalogues"]]
    for index, one in enumerate(data["catalogues"]):
        path: tuple[Key, ...] = ("catalogues", index)
        ident = str(one["id"])
        if ident not in known:
            place = document.place(*path, "id")
            faults.add("unknown-catalogue", place, **unknown(ident, known))
            continue
        if ident in named[:index]:
            first = document.place("catalogues", named.index(ident), "id")
            faults.add("duplicate-id", document.place(*path, "id"), id=ident, line=first.line)
        version, versions = str(one["version"]), within.versions(ident)
        if version not in versions:
            place = document.place(*path, "version")
            faults.add("unknown-version", place, catalogue=ident, version=version, known=", ".join(versions))
            version = next(iter(versions))
        catalogue = within.catalogue(ident, version)
        _check_selection(document, path, one, catalogue, faults)
    for index, one in enumerate(data.get("overlays", ())):
        ident, item = str(one["catalogue"]), str(one["item"])
        if ident in known and ident not in named:
            place = document.place("overlays", index, "catalogue")
            faults.add("catalogue-outside-profile", place, catalogue=ident, profile=data["id"])
        elif ident not in known:
            place = document.place("overlays", index, "catalogue")
            faults.add("unknown-catalogue", place, **unknown(ident, named))
        elif item not in within.catalogue(ident).items:
            place = document.place("overlays", index, "item")
            known_items = within.catalogue(ident).items
            faults.add("unknown-id", place, id=item, catalogue=ident, show=ident, **closest_id(item, known_items))


def _check_selection(document: Document, path: tuple[Key, ...], one: Any, catalogue: Catalogue, faults: Faults) -> None:  # noqa: ANN401  # its shape was checked
    groups = [group.id for group in catalogue.groups]
    for index, group in enumerate(map(str, one.get("groups", ()))):
        if group not in groups:
            place = document.place(*path, "groups", index)
            faults.add("selects-nothing", place, value=group, catalogue=catalogue.id)
    items = catalogue.items.values()
    known = {ident for item in items for ident in (item.id, item.control, item.group)}
    for index, pattern in enumerate(map(str, one.get("items", ()))):
        if pattern not in known if WILD.isdisjoint(pattern) else not any(item.matches(pattern) for item in items):
            place = document.place(*path, "items", index)
            faults.add("selects-nothing", place, value=pattern, catalogue=catalogue.id)
