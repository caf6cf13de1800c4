"""Where norms lie: in the user's own folders first, then in what comes with bio-check."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from bio_check.errors import Place, UnusableInputError, diagnostic
from bio_check.shipped import shipped_folder


class Finder:
    """The files of all norms within reach, by id; each folder is looked into once.

    Args:
        own: Folders of the user's own, laid out as `controls/` is; what stands in an earlier one goes before what
            stands in a later one or in what we ship.
    """

    def __init__(self, *own: Path) -> None:
        self.own = own

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """Where norms are looked for, in that order.

        Raises:
            UnusableInputError: A folder of the user's own is not there.
        """
        gone = [diagnostic("no-such-folder", Place(str(folder))) for folder in self.own if not folder.is_dir()]
        if gone:
            raise UnusableInputError(gone)
        return *self.own, shipped_folder("controls")

    @cached_property
    def catalogues(self) -> dict[str, Path]:
        """The newest version of each catalogue."""
        return self._first("*/catalogue.yaml", lambda file: file.parent.name)

    @cached_property
    def profiles(self) -> dict[str, Path]:
        """Each profile."""
        return self._first("profiles/*.yaml", lambda file: file.stem)

    @cached_property
    def crosswalks(self) -> dict[str, Path]:
        """Each crosswalk, by the ids of both its catalogues: `bio2--cbw`."""
        return self._first("crosswalks/*--*.yaml", lambda file: file.stem)

    @cached_property
    def kinds(self) -> tuple[Path, ...]:
        """The lists of kinds of evidence; a kind in an earlier one goes before one of the same id in a later one."""
        return tuple(file for folder in self.folders if (file := folder / "evidence-kinds.yaml").is_file())

    def older_versions(self, ident: str) -> dict[str, Path]:
        """Return each version of a catalogue that another one followed."""
        return self._first(f"{ident}/versions/*.yaml", lambda file: file.stem)

    @cached_property
    def checkable(self) -> tuple[Path, ...]:
        """Every catalogue in every version, and every crosswalk."""
        older = (file for ident in self.catalogues for file in self.older_versions(ident).values())
        return *self.catalogues.values(), *older, *self.crosswalks.values()

    def _first(self, pattern: str, name_of: Callable[[Path], str]) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for folder in self.folders:
            for file in sorted(folder.glob(pattern)):
                found.setdefault(name_of(file), file)
        return dict(sorted(found.items()))
