"""What our OSCAL documents share: identities that are the same each time, metadata, properties and texts that fit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from bio_check import __version__
from bio_check.model.oscal import NAMESPACE, VERSION

_OURS = UUID("6f7e8f0c-5a0d-5b2e-9d57-2f1c6a4be3d1")
"""In which our identities are made; any other would do, but it must stay the same."""
Json = dict[str, Any]


def identity(*about: object) -> str:
    """Return a UUID of version 5: the same for the same content, in every run."""
    return str(uuid5(_OURS, "\0".join(map(str, about))))


def moment(fixed: datetime | None, day: date) -> str:
    """Return when a document was last changed: at a fixed moment, or at the beginning of a day."""
    return f"{fixed:%Y-%m-%dT%H:%M:%SZ}" if fixed else f"{day.isoformat()}T00:00:00Z"


def metadata(title: str, version: str, modified: str, props: Iterable[Json], links: Iterable[Json] = ()) -> Json:
    """Return the metadata that OSCAL asks for; the properties tell which of our documents it was."""
    return {
        "title": one_line(title),
        "last-modified": modified,
        "version": one_line(version),
        "oscal-version": VERSION,
        "props": [*props, prop("tool", f"bio-check {__version__}")],
        **some("links", links),
    }


def prop(name: str, value: object, kind: str = "", remarks: str = "") -> Json:
    """Return a property in our namespace."""
    more = {key: text for key, text in (("class", kind), ("remarks", remarks)) if text}
    return {"name": name, "ns": NAMESPACE, "value": one_line(str(value)), **more}


def part(ident: str, name: str, prose: str, *, ours: bool = False) -> Json:
    """Return a part with a text; one that OSCAL has no name for stands in our namespace."""
    return {"id": ident, "name": name, **({"ns": NAMESPACE} if ours else {}), "prose": prose}


def some(key: str, listed: Iterable[Json]) -> Json:
    """Return a list under its key; nothing where it is empty, which OSCAL does not allow."""
    found = list(listed)
    return {key: found} if found else {}


def one_line(text: str) -> str:
    """Return a text on one line, as OSCAL wants titles and values; a dash where there is nothing."""
    return " ".join(text.split()) or "—"
