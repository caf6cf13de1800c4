"""Crosswalks: from a checked document to values, and what a schema cannot see in one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bio_check.errors import Faults
from bio_check.load.catalogue import to_text
from bio_check.load.entry import Entry
from bio_check.load.suggest import closest_id, unknown
from bio_check.load.within import Within
from bio_check.load.yaml_text import Document
from bio_check.model.catalogue import Catalogue
from bio_check.model.crosswalk import Crosswalk, Origin, Relationship, Row
from bio_check.model.text import NO_TEXT, Text

ENDS = ("from", "to")
_RELATIONSHIPS = {one.value: one for one in Relationship}


def to_crosswalk(data: Any, sha256: str) -> Crosswalk:  # noqa: ANN401  # its shape was checked
    """Return the crosswalk in a document that passed its schema and its check."""
    origins = {ident: _origin(ident, raw) for ident, raw in data["sources"].items()}
    return Crosswalk(
        id=data["id"],
        start=str(data["from"]["catalogue"]),
        start_version=str(data["from"]["version"]),
        end=str(data["to"]["catalogue"]),
        end_version=str(data["to"]["version"]),
        title=to_text(data["title"]),
        origins=tuple(origins.values()),
        rows=tuple(_row(raw, origins) for raw in data["rows"]),
        sha256=sha256,
    )


def _origin(ident: str, raw: Mapping[str, Any]) -> Origin:
    return Origin(ident, _said(raw["name"]), _said(raw.get("licence")), raw.get("url"), to_text(raw.get("note")))


def _said(raw: str | Mapping[str, Any] | None) -> Text:
    """Return a text that is the same in both languages, or a pair."""
    return Text(raw, raw) if isinstance(raw, str) else to_text(raw)


def _row(raw: Mapping[str, Any], origins: Mapping[str, Origin]) -> Row:
    return Row(
        start=str(raw["from"]),
        end=str(raw["to"]),
        relationship=_RELATIONSHIPS[raw["relationship"]],
        confidence=raw["confidence"],
        origin=origins[raw["source"]],
        printed_start=raw.get("printed-from"),
        printed_end=raw.get("printed-to"),
        note=to_text(raw["note"]) if "note" in raw else NO_TEXT,
    )


def check_crosswalk(document: Document, within: Within, faults: Faults) -> None:
    """Tell every end that leads nowhere, source that is not named, and row that stands twice.

    Args:
        document: A crosswalk of the right shape.
        within: The catalogues within reach.
        faults: Gets what is wrong.
    """
    data: Any = document.data
    root = Entry(document, (), data, faults)
    name = "--".join(str(data[end]["catalogue"]) for end in ENDS)
    if data["id"] != name:
        root.fault("id-differs", "id", id=data["id"], name=name)
    catalogues = {end: _end(root, end, within) for end in ENDS}
    first: dict[tuple[str, str, str], Entry] = {}
    for index, values in enumerate(data["rows"]):
        row = Entry(document, ("rows", index), values, faults)
        if values["source"] not in data["sources"]:
            row.fault("unknown-source", "source", **unknown(values["source"], data["sources"]))
        for end, catalogue in catalogues.items():
            if catalogue is not None:
                _check_id(row, end, catalogue)
        key = (str(values["from"]), str(values["to"]), str(values["source"]))
        if key in first:
            row.fault("duplicate-row", line=first[key].place().line)
        first.setdefault(key, row)


def _end(root: Entry, end: str, within: Within) -> Catalogue | None:
    ident, version = (str(root.values[end][key]) for key in ("catalogue", "version"))
    known = within.files.catalogues
    if ident not in known:
        root.fault("unknown-catalogue", end, "catalogue", **unknown(ident, known))
        return None
    if version not in (versions := within.versions(ident)):
        root.fault("unknown-version", end, "version", catalogue=ident, version=version, known=", ".join(versions))
        return None
    return within.catalogue(ident, version)


def _check_id(row: Entry, end: str, catalogue: Catalogue) -> None:
    ident, index = str(row.values[end]), catalogue.index
    if ident not in index.parts and ident not in index.context:
        values = {"id": ident, "catalogue": catalogue.edition, "show": catalogue.id}
        row.fault("unknown-id", end, **values, **closest_id(ident, index.parts))
