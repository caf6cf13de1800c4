"""A part of an OSCAL document, whose shape nobody vouches for: what is of another type is told and left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from bio_check.load.imports.imported import LONGEST_TEXT, Remarks, to_plain
from bio_check.model.oscal import NAMESPACE
from bio_check.value import value

MOST_TOLD = 200
"""Warnings told apart; with more, the last one says how many others there are."""


class Tally:
    """Warnings of one import, each told once: with its first place, and how often it held."""

    def __init__(self, remarks: Remarks) -> None:
        self.remarks = remarks
        self.counts: dict[tuple[str, tuple[tuple[str, str], ...]], list[Any]] = {}

    def note(self, code: str, path: str, /, **values: object) -> None:
        """Count a warning; those with the same values are one."""
        key = (code, tuple((name, str(one)) for name, one in values.items()))
        self.counts.setdefault(key, [path, 0])[1] += 1

    def tell(self) -> None:
        """Put all that was counted in the basket, in the order in which it was first met."""
        told = list(self.counts.items())
        for (code, values), (path, count) in told[:MOST_TOLD]:
            self.remarks.remark(code, path, **dict(values), count=count)
        if len(told) > MOST_TOLD:
            self.remarks.remark("oscal-more-warnings", count=len(told) - MOST_TOLD)


@value
class Node:
    """One mapping."""

    values: Mapping[str, Any]
    path: str
    tally: Tally

    def text(self, key: str) -> str:
        """Return the text under a key, without control characters; empty where there is none."""
        found = self.values.get(key)
        if isinstance(found, str):
            if len(found) > LONGEST_TEXT:
                self.note("import-text-cut", key, most=LONGEST_TEXT)
            return to_plain(found)
        if isinstance(found, int) and not isinstance(found, bool):
            return str(found)
        if found is not None:
            self.note("oscal-bad-shape", key, key=key)
        return ""

    def texts(self, key: str) -> list[str]:
        """Return the texts in the list under a key."""
        found = self.values.get(key, [])
        if isinstance(found, list) and all(isinstance(one, str) for one in found):
            return [text for one in found if (text := to_plain(one))]
        self.note("oscal-bad-shape", key, key=key)
        return [to_plain(one) for one in found if isinstance(one, str)] if isinstance(found, list) else []

    def nodes(self, key: str) -> Iterator[Node]:
        """Give the mappings in the list under a key; a single one stands for a list of one, as OSCAL allows."""
        found = self.values.get(key, ())
        listed = found if isinstance(found, list) else [found] if isinstance(found, dict) else ()
        if found and not listed:
            self.note("oscal-bad-shape", key, key=key)
        for index, one in enumerate(listed):
            if isinstance(one, dict):
                yield Node(one, f"{self.path}.{key}[{index}]", self.tally)
            else:
                self.note("oscal-bad-shape", f"{key}[{index}]", key=key)

    def node(self, key: str) -> Node:
        """Return the mapping under a key; an empty one where there is none."""
        found = self.values.get(key)
        if found is not None and not isinstance(found, dict):
            self.note("oscal-bad-shape", key, key=key)
        return Node(found if isinstance(found, dict) else {}, f"{self.path}.{key}", self.tally)

    def prop(self, name: str) -> str:
        """Return the value of a property by its name, in whatever namespace; empty where there is none."""
        return next((found for one in self.nodes("props") if one.is_named(name) and (found := one.text("value"))), "")

    def own(self) -> dict[str, Node]:
        """Return the properties in our namespace by name: what our own export put there."""
        return {one.text("name"): one for one in self.nodes("props") if one.is_ours}

    def is_named(self, name: str) -> bool:
        """Whether it is a property or part of this name."""
        return self.values.get("name") == name

    @property
    def is_ours(self) -> bool:
        """Whether it stands in our namespace."""
        return self.values.get("ns") == NAMESPACE

    def only(self, what: str, known: Collection[str]) -> None:
        """Warn of each key that OSCAL does not know here."""
        for key in self.values:
            if key not in known:
                self.note("oscal-unknown-key", str(key), key=key, what=what)

    def note(self, code: str, at: str = "", /, **values: object) -> None:
        """Count a warning at a key of this mapping, or at itself."""
        self.tally.note(code, f"{self.path}.{at}" if at else self.path, **values)
