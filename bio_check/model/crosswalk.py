"""Crosswalks: rows between two catalogues, and how much each says."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Protocol

from bio_check.model.catalogue import Catalogue
from bio_check.model.text import NO_TEXT, Text
from bio_check.value import value


class Relationship(StrEnum):
    """What the start of a row is to its end."""

    EQUAL = "equal"
    SUPERSET = "superset"
    """The start contains the end."""
    SUBSET = "subset"
    INTERSECTS = "intersects"
    UNGRADED = "ungraded"
    """The source links the two and says no more."""

    strength: int
    """How much a row of this kind says: more is stronger; kept on the member, since it is asked so often."""

    @property
    def carries(self) -> bool:
        """Whether the status of the start holds for the end as well (specification 6)."""
        return self.strength >= Relationship.SUPERSET.strength

    @property
    def turned(self) -> Relationship:
        """The same row, read from its end."""
        return _TURNED.get(self, self)


for _relationship, _strength in zip(Relationship, (5, 4, 3, 2, 1), strict=True):
    _relationship.strength = _strength

_TURNED = {Relationship.SUPERSET: Relationship.SUBSET, Relationship.SUBSET: Relationship.SUPERSET}


@value
class Origin:
    """Who says that rows hold."""

    id: str
    name: Text
    licence: Text = NO_TEXT
    url: str | None = None
    note: Text = NO_TEXT


@value
class Row:
    """One link between an id of one catalogue and an id of another."""

    start: str
    end: str
    """An item, a control, or an id such as `21.3` that stands for all below it."""
    relationship: Relationship
    confidence: str
    """source (printed there), secondary or inferred."""
    origin: Origin
    printed_start: str | None = None
    """The id as the source prints it, where ours is coarser."""
    printed_end: str | None = None
    note: Text = NO_TEXT

    @property
    def turned(self) -> Row:
        """The same row, read from its end."""
        turned, printed = self.relationship.turned, (self.printed_end, self.printed_start)
        return Row(self.end, self.start, turned, self.confidence, self.origin, *printed, self.note)


@value
class Crosswalk:
    """All rows between two catalogues, each in one version."""

    id: str
    start: str
    start_version: str
    end: str
    end_version: str
    title: Text
    origins: tuple[Origin, ...]
    rows: tuple[Row, ...]
    sha256: str
    """Of the file that it was read from, in hexadecimal."""


class Links(Protocol):
    """All crosswalks within reach; each is read when it is first wanted."""

    def neighbours(self, catalogue: str) -> Collection[str]:
        """Return the ids of the catalogues that a crosswalk joins to this one, sorted."""

    def rows(self, start: str, end: str) -> tuple[Row, ...]:
        """Return the rows between two catalogues, turned to run from start to end; empty where there are none.

        Rows of a crosswalk between other versions than those in use are left out: an id means something only in a
        version.
        """

    def crosswalks(self, start: str, end: str) -> Collection[Crosswalk]:
        """Return the crosswalks that those rows stand in, whichever way each is written."""

    def catalogue(self, ident: str) -> Catalogue:
        """Return a catalogue in the version in use."""


@value
class Hop:
    """A row between two named catalogues."""

    start: str
    end: str
    row: Row


@value
class Path:
    """How an id of one catalogue leads to an item of another, in one hop or two."""

    start: str
    """The id that the first row starts from."""
    end: str
    """The target that it leads to."""
    hops: tuple[Hop, ...]
    relationship: Relationship
    """Of the whole path: as strong as its weakest part."""

    @property
    def via(self) -> str | None:
        """The catalogue half-way; None on a direct path."""
        return self.hops[0].end if len(self.hops) > 1 else None


Chain = tuple[Relationship, tuple[Hop, ...]]
"""The rows of a path, and what it is worth as a whole."""


def paths_to(target: str, chains: Mapping[str, Chain]) -> tuple[Path, ...]:
    """Return chains to a target, by the id that each starts from, as paths in their order."""
    return tuple(Path(start, target, hops, relationship) for start, (relationship, hops) in chains.items())
