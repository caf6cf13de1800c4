"""One mapping of a document that passed its schema: typed values, and faults placed where they belong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bio_check.errors import Faults, Place
from bio_check.load.yaml_text import Document, Key
from bio_check.value import value


@value
class Entry:
    """A mapping at a path of a document."""

    document: Document
    path: tuple[Key, ...]
    values: Mapping[str, Any]
    faults: Faults

    def place(self, *path: Key) -> Place:
        """Return where a key of this mapping stands, or the mapping itself."""
        return self.document.place(*self.path, *path)

    def fault(self, code: str, *path: Key, **values: object) -> None:
        """Tell a fault at a key of this mapping."""
        self.faults.add(code, self.place(*path), **values)

    def fault_at_key(self, code: str, *path: Key, **values: object) -> None:
        """Tell a fault of the key itself, rather than of the value under it."""
        self.faults.add(code, self.document.key_place(*self.path, *path), **values)

    def text(self, key: str) -> str | None:
        """Return the text under a key, trimmed; None where it is absent or blank."""
        value = self.values.get(key)
        return str(value).strip() or None if value is not None else None

    def must(self, key: str) -> str:
        """Return the text under a key that has to be there; tell a fault where it is blank."""
        text = self.text(key)
        if text is None:
            self.fault("empty", key)
        return text or ""

    def date(self, key: str) -> date | None:
        """Return the day under a key; None where it is absent, or no day of the calendar, which is a fault."""
        value = self.values.get(key)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fault("bad-date", key, value=value)
            return None

    def below(self, key: str) -> Entry | None:
        """Return the mapping under a key; None where it is absent or empty."""
        value = self.values.get(key)
        return Entry(self.document, (*self.path, key), value, self.faults) if value is not None else None
