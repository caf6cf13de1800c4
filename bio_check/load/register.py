"""The registers of an answer sheet: its evidence and its actions."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bio_check.load.entry import Entry
from bio_check.load.suggest import unknown
from bio_check.model.answers import Action
from bio_check.model.catalogue import FACETS
from bio_check.model.evidence import Evidence, EvidenceKind


def to_evidence(entry: Entry, kinds: Mapping[str, EvidenceKind]) -> Evidence | None:
    """Return one piece of the register; None where its date is unusable, which is a fault."""
    kind = str(entry.values["kind"])
    if kind not in kinds:
        entry.fault("unknown-kind", "kind", **unknown(kind, kinds, most=60))
    period_from, dated = _dates(entry)
    valid_until = entry.date("valid-until")
    title = entry.must("title")
    sha256 = (entry.text("sha256") or "").lower() or None  # Windows gives it in capitals
    if sha256:
        _check_hash(entry, sha256)
    if dated is None:
        return None
    shown = entry.values["shows"]
    return Evidence(
        id=str(entry.path[-1]),
        title=title,
        kind=kind,
        dated=dated,
        period_from=period_from,
        shows=tuple(facet for facet in FACETS if facet in shown),
        place=entry.place(),
        valid_until=valid_until,
        covers=entry.text("covers"),
        issuer=entry.text("issuer"),
        sha256=sha256,
        location=entry.text("location"),
    )


def _dates(entry: Entry) -> tuple[date | None, date | None]:
    period = entry.below("period")
    if (period is None) == (entry.values.get("date") is None):
        entry.fault("date-or-period")
        return None, None
    if period is None:
        return None, entry.date("date")
    first, last = period.date("from"), period.date("to")
    if first and last and first > last:
        period.fault("period-reversed", "to")
        return None, None
    return first, last


def _check_hash(entry: Entry, sha256: str) -> None:
    location = entry.text("location")
    if location is None or "\0" in location:
        return
    folder = Path() if entry.document.file == "-" else Path(entry.document.file).parent
    try:
        file = folder / location
        if not file.is_file():
            return
        with file.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:  # too long for a name: a text that says where it lies
            entry.fault("unreadable-file", "location", reason=error.strerror or str(error))
        return
    if found != sha256:
        entry.fault("hash-differs", "sha256", file=location, found=found)


def to_action(entry: Entry, ident: str) -> Action:
    """Return one action, from the register or written out under an answer (then its id is empty)."""
    return Action(
        id=ident,
        title=entry.must("title"),
        owner=entry.text("owner"),
        due=entry.date("due"),
        cost=entry.values.get("cost"),
        done=entry.values.get("status") == "done",
        place=entry.place(),
    )
