"""The items that a list of ids and patterns names, such as a profile holds: thousands take hardly longer than one."""

from __future__ import annotations

from collections.abc import Iterable

from bio_check.model.catalogue import Item

WILD = frozenset("*?[")
"""What makes a pattern of an id."""


class Named:
    """Holds the items that at least one of some ids and patterns names, as `Item.matches` says."""

    def __init__(self, patterns: Iterable[str]) -> None:
        told = list(patterns)
        self.ids = {one for one in told if WILD.isdisjoint(one)}
        self.patterns = [one for one in told if one not in self.ids]

    def __contains__(self, item: Item) -> bool:
        """Return whether an item is named."""
        return not self.ids.isdisjoint((item.id, item.control, item.group)) or any(map(item.matches, self.patterns))
