"""What an import yields: documents of ours, and what it had to leave out or mend on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from bio_check.errors import Diagnostic, Faults, Place
from bio_check.value import value

MOST_WARNINGS = 5000
_TAKEN = {"profiles", "crosswalks", "null", "true", "false"}
"""Folders that hold other documents than a catalogue, and what YAML does not take for text."""
LONGEST_TEXT = 20_000
"""Characters in one text, by the schema of a catalogue."""


@value
class Produced:
    """One document of ours, ready to be written."""

    kind: str
    """catalogue, profile or crosswalk."""
    id: str
    data: Mapping[str, Any]
    """As in the file: with `format`, keys in the order in which they are written."""

    @property
    def path(self) -> str:
        """Where it belongs in a folder of the user's own."""
        folders = {"catalogue": f"{self.id}/catalogue", "profile": f"profiles/{self.id}"}
        return folders.get(self.kind, f"crosswalks/{self.id}") + ".yaml"


@value
class Imported:
    """All that came out of one file."""

    documents: tuple[Produced, ...]
    warnings: tuple[Diagnostic, ...]
    """In the order of the file; places have a path where there is no line."""


class Remarks(Faults):
    """Warnings of an import: faults with which the file can still be used."""

    def __init__(self, file: str) -> None:
        super().__init__(most=MOST_WARNINGS)
        self.file = file

    def remark(self, code: str, path: str = "", **values: object) -> None:
        """Put one warning in the basket."""
        self.add(code, Place(self.file, path=path), **values)


def to_ident(text: str, fallback: str = "import") -> str:
    """Return a text as the id of a document: lower-case letters, digits and hyphens, a letter first."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    ident = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    fits = re.match(r"[a-z]", ident) and ident not in _TAKEN
    return ident if fits else f"{fallback}-{ident}".rstrip("-")


def to_plain(text: object, most: int = LONGEST_TEXT) -> str:
    """Return a text without control characters and blank ends, cut where the schema would refuse it."""
    kept = str(text)
    if not kept.isprintable():
        kept = kept.replace("\r\n", "\n").replace("\r", "\n")
        if not kept.replace("\n", "").replace("\t", "").isprintable():  # seldom, and slow
            kept = "".join(one if one.isprintable() or one in "\n\t" else " " * one.isspace() for one in kept)
    kept = kept.strip()
    return kept if len(kept) <= most else kept[: most - 1] + "…"
