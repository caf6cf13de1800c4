"""What kind of file a norm of somebody else lies in, told by what the file holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import Any

from bio_check.errors import Place, UnusableInputError, diagnostic
from bio_check.load.imports.imported import Imported
from bio_check.load.imports.oscal import OTHER_ROOTS, ROOTS
from bio_check.load.imports.source import Options, Source

FORMS = ("oscal", "ciso-assistant", "bio2-markdown", "spreadsheet")
"""What `--as` takes; each is read by the module of its name."""
PARSED = {"oscal", "ciso-assistant"}
"""Those that are JSON or YAML."""
_OF_CISO = {"urn", "objects", "locale", "ref_id", "framework", "requirement_nodes"}
_HEADING = r"(?m)^#{1,6} \S"
_CELLS = r"[;,\t]"
_ZIP = b"PK\x03\x04"
_HEAD = 65536
_ENDS = {".md": "bio2-markdown", ".markdown": "bio2-markdown", ".csv": "spreadsheet", ".tsv": "spreadsheet"}


def detect(source: Source) -> str:
    """Return the kind of a file, one of `FORMS`.

    Raises:
        UnusableInputError: What it holds does not tell.
    """
    found = _of_data(source.data) if source.data is not None else _of_bytes(source)
    if found is None:
        raise UnusableInputError([diagnostic("import-unknown-form", Place(source.file), choices=", ".join(FORMS))])
    return found


def _of_data(data: object) -> str | None:
    keys = data.keys() if isinstance(data, dict) else set()
    if any(root in keys for root in (*ROOTS, *OTHER_ROOTS)):
        return "oscal"
    return "ciso-assistant" if keys & _OF_CISO else None


def _of_bytes(source: Source) -> str | None:
    if source.raw.startswith(_ZIP):
        return "spreadsheet"
    head = source.raw[:_HEAD].decode("utf-8-sig", "replace")
    end = PurePath(source.file).suffix.lower()
    if head.strip() and _ENDS.get(end) == "spreadsheet":
        return "spreadsheet"  # Excel also writes UTF-16
    if "\0" in head or not head.strip():
        return None
    if end in _ENDS:
        return _ENDS[end]
    if re.search(_HEADING, head):
        return "bio2-markdown"
    lines = [line for line in head.splitlines() if line.strip()][:2]
    return "spreadsheet" if len(lines) > 1 and all(re.search(_CELLS, line) for line in lines) else None


def reader_of(form: str) -> Callable[[Source, Options], Imported]:
    """Return what reads files of a kind; only that one is loaded."""
    name = form.replace("-", "_")
    reader: Any = getattr(import_module(f"bio_check.load.imports.{name}"), f"read_{name}")
    return reader  # type: ignore[no-any-return]  # its signature is that of every reader
