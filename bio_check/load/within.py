"""The catalogues within reach, as checks of other documents need them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from bio_check.load.finder import Finder
from bio_check.model.catalogue import Catalogue


class Within(Protocol):
    """What may be referred to; a `Library` is one."""

    files: Finder

    def catalogue(self, ident: str, version: str | None = None) -> Catalogue:
        """Return a catalogue: one version, or the newest."""

    def versions(self, ident: str) -> Collection[str]:
        """Return the versions that there are of one, the newest first."""
