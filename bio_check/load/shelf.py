"""The crosswalks within reach, each read when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from itertools import chain

from bio_check.model.catalogue import Catalogue
from bio_check.model.crosswalk import Crosswalk, Row


class Shelf:
    """Crosswalks between catalogues in the versions in use; see `bio_check.model.crosswalk.Links`.

    Args:
        names: Of the crosswalks: the ids of both catalogues, with `--` between them.
        known: Ids of the catalogues within reach; a crosswalk to any other joins nothing.
        crosswalk_of: Reads the crosswalk of a name.
        catalogue_of: Returns a catalogue in the version in use.
    """

    def __init__(
        self,
        names: Iterable[str],
        known: Collection[str],
        crosswalk_of: Callable[[str], Crosswalk],
        catalogue_of: Callable[[str], Catalogue],
    ) -> None:
        ends = {name: name.split("--", 1) for name in names}
        self.pairs = {(start, end): name for name, (start, end) in ends.items() if start in known and end in known}
        self.crosswalk_of = crosswalk_of
        self.catalogue_of = catalogue_of
        self._rows: dict[tuple[str, str], tuple[Row, ...]] = {}

    def neighbours(self, catalogue: str) -> tuple[str, ...]:
        """Return the ids of the catalogues that a crosswalk joins to this one, sorted."""
        there = {end for start, end in self.pairs if start == catalogue}
        return tuple(sorted(there | {start for start, end in self.pairs if end == catalogue}))

    def rows(self, start: str, end: str) -> tuple[Row, ...]:
        """Return the rows between two catalogues, turned to run from start to end; empty where there are none.

        Raises:
            UnusableInputError: A crosswalk of the user's own is faulty.
        """
        if (start, end) not in self._rows:
            found = self.crosswalks(start, end)
            turned = (one.rows if one.start == start else [row.turned for row in one.rows] for one in found)
            self._rows[start, end] = tuple(chain.from_iterable(turned))
        return self._rows[start, end]

    def crosswalks(self, start: str, end: str) -> tuple[Crosswalk, ...]:
        """Return the crosswalks that those rows stand in, whichever way each is written."""
        return tuple(one for one in (self._read(start, end), self._read(end, start)) if one)

    def catalogue(self, ident: str) -> Catalogue:
        """Return a catalogue in the version in use."""
        return self.catalogue_of(ident)

    def _read(self, start: str, end: str) -> Crosswalk | None:
        name = self.pairs.get((start, end))
        if name is None:
            return None
        found = self.crosswalk_of(name)
        versions = (self.catalogue(start).version, self.catalogue(end).version)
        return found if (found.start_version, found.end_version) == versions else None
