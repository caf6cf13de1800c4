"""An OSCAL catalogue as one of ours: groups that hold controls, controls, and what its publisher withdrew."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bio_check.load.imports.draft import tell_taken, to_day, to_name, to_produced, wording_of
from bio_check.load.imports.imported import Produced, to_ident
from bio_check.load.imports.oscal_control import Reader
from bio_check.load.imports.oscal_node import Node
from bio_check.load.imports.source import Options, Source
from bio_check.wording import LANGUAGES, Language

CATALOGUE_KEYS = {"uuid", "metadata", "params", "controls", "groups", "back-matter"}
_ON_THE_WEB = r"https?://\S+$"
_ENDS = r"(?i)[-_. ]*(resolved[-_. ]profile)?[-_. ]*(catalog(ue)?|profile)?$"
"""What files of catalogues are called besides their name."""


def read_catalogue(
    root: Node, source: Source, options: Options, children: dict[str, list[str]] | None = None
) -> list[Produced]:
    """Return the catalogue; nothing where no control is left that can be answered.

    Args:
        root: The catalogue.
        source: The file that it is in.
        options: What the user wants.
        children: Gets the ids of the controls that stood in a control.
    """
    root.only("catalog", CATALOGUE_KEYS)
    ident = catalogue_id(root, source, options.id)
    language = _language(root, options)
    metadata = root.node("metadata")
    title = to_name(metadata.text("title")) or ident
    reader = Reader(root, language, title)
    if children is not None:
        children |= reader.children
    head = {
        "version": to_name(metadata.text("version")) or "1",
        "title": {language: title},
        "edition": to_name(_own(root, "edition")),
        "issued": issued_of(root, options),
        "source": {
            "name": to_name(_own(root, "source") or _publisher(metadata, title)),
            "url": to_name(_address(metadata, root)),
            "read": options.today.isoformat(),
        },
        "wording": wording_of(reader.groups),
        "languages": [language],
        "licence": to_name(_own(root, "licence")),
        "attribution": to_name(_own(root, "attribution")),
        "context": reader.context,
    }
    if not reader.groups:
        return []
    tell_taken(root.tally.remarks, ident)
    return [to_produced(ident, head, reader.groups)]


def catalogue_id(root: Node, source: Source, wanted: str | None = None) -> str:
    """Return the id that a catalogue gets: the one wanted, the one that we exported it from, or that of its file."""
    file = file_name(source)
    title = root.node("metadata").text("title")
    return wanted or to_ident(_own(root, "catalogue") or (file if source.file != "-" else "") or title)[:100]


def file_name(source: Source) -> str:
    """Return what a file is called, without what the files of catalogues and profiles are called besides."""
    return re.sub(_ENDS, "", source.name) or source.name


def issued_of(root: Node, options: Options) -> str:
    """Return the day on which a document was published or last changed; today, with a warning, where it says none."""
    metadata = root.node("metadata")
    day = to_day(_own(root, "issued")) or to_day(metadata.text("published")) or to_day(metadata.text("last-modified"))
    if day is None:
        root.note("import-no-date", "metadata.last-modified", date=options.today)
    return day or options.today.isoformat()


def _own(root: Node, name: str) -> str:
    own = root.node("metadata").own()
    return own[name].text("value") if name in own else ""


def _language(root: Node, options: Options) -> Language:
    """Return the language under which texts are put; told where they seem to be in neither of ours."""
    said = (root.node("metadata").prop("language") or "").lower()[:2]
    if options.language is not None:
        return options.language
    found: Language = "nl" if said == "nl" else "en"
    if said and said not in LANGUAGES:
        root.note("oscal-language", "metadata.props", language=said, put=found)
    return found


def _publisher(metadata: Node, title: str) -> str:
    """Return the title with who published it, where that is said."""
    names = {one.text("uuid"): one.text("name") for one in metadata.nodes("parties")}
    for role in ("publisher", "creator", "author"):
        for party in metadata.nodes("responsible-parties"):
            if party.text("role-id") == role:
                told = next((names[one] for one in party.texts("party-uuids") if names.get(one)), "")
                if told:
                    return f"{title} ({told})"
    return title


def _reached(href: str, at_the_back: Mapping[str, Node]) -> str:
    """Return where a link leads: itself, or the web address of the resource at the back that it names."""
    if href not in at_the_back:
        return href
    hrefs = (one.text("href") for one in at_the_back[href].nodes("rlinks"))
    return next((one for one in hrefs if re.match(_ON_THE_WEB, one)), "")


def _address(metadata: Node, root: Node) -> str:
    """Return where the publisher has it: a link on the web, or else the identity of the document."""
    at_the_back = {f"#{one.text('uuid')}": one for one in root.node("back-matter").nodes("resources")}
    links = {one.text("rel") or "link": _reached(one.text("href"), at_the_back) for one in metadata.nodes("links")}
    wanted: list[Any] = [links.get(rel) for rel in ("canonical", "source", "latest-version", "alternate")]
    found = next((one for one in [*wanted, *links.values()] if one and re.match(_ON_THE_WEB, one)), None)
    return found or f"urn:uuid:{root.text('uuid') or 'unknown'}"
