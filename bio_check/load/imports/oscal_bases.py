"""The catalogues that a profile chooses from: beside it, within reach, or named by the user."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from bio_check.load.catalogue import index_of
from bio_check.load.imports.imported import Produced, Remarks
from bio_check.load.imports.oscal import root_of
from bio_check.load.imports.oscal_catalogue import catalogue_id, read_catalogue
from bio_check.load.imports.oscal_node import Node, Tally
from bio_check.load.imports.source import Options, Source, read_beside
from bio_check.model.catalogue import Catalogue
from bio_check.model.oscal import to_tokens
from bio_check.value import replace, value

_READABLE = (".json", ".yaml", ".yml")


@value
class Base:
    """A catalogue that is chosen from."""

    id: str
    version: str
    parts: Mapping[str, tuple[str, ...]]
    """Every id that stands for items, as printed or as our own export calls it, with those items."""
    items: tuple[str, ...]
    """In catalogue order."""
    tokens: Mapping[str, str]
    """What our own export calls each item."""
    children: Mapping[str, list[str]]
    """Controls that stood in a control, where that is known."""

    def below(self, item: str) -> Iterator[str]:
        """Give the items that stood in a control; where that is not known, those whose id goes on from its own."""
        if self.children:
            yield from self.children.get(item, ())
        else:
            yield from (one for one in self.items if one.startswith(f"{item}."))


class Bases:
    """Finds each catalogue once.

    Attributes:
        by_id: Those that were found.
        imported: Those that lay beside the file and were not within reach: they are made as well.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self.by_id: dict[str, Base] = {}
        self.imported: list[Produced] = []

    def beside(self, root: Node, source: Source, href: str) -> Source | None:
        """Return the catalogue or profile that a reference leads to, if it lies beside the file."""
        for name in _names(root, href):
            found = read_beside(source, name)
            if (
                found is not None
                and isinstance(found.data, dict)
                and ("catalog" in found.data or "profile" in found.data)
            ):
                return found
        return None

    def of(self, one: Node, root: Node, href: str, beside: Source | None) -> Base | None:
        """Return the catalogue that a reference means; None where that cannot be told."""
        if beside is not None:
            return self._keep(self._read(beside, one))
        known = self.options.base or next((ident for ident in self._guesses(root, href)), None)
        if known is None:
            return None
        one.note("oscal-assumed-catalogue", "href", href=href or "—", catalogue=known)
        return self._keep(_of_catalogue(self.options.catalogue_of(known)))

    def _guesses(self, root: Node, href: str) -> Iterator[str]:
        """Give the catalogues within reach that bear the name of a file that a reference leads to."""
        nobody = Node({}, "catalog", root.tally)
        for name in _names(root, href):
            ident = catalogue_id(nobody, Source(PurePath(name).name or "-", b""))
            if ident in self.options.known:
                yield ident

    def _read(self, beside: Source, one: Node) -> Base | None:
        """Return a catalogue that lies beside the file; the one within reach where that is the same version."""
        tally = Tally(Remarks(beside.file))
        root = root_of(beside, tally)
        ident = catalogue_id(root, beside)
        if ident in self.options.known:
            known = self.options.catalogue_of(ident)
            if known.version == root.node("metadata").text("version"):
                return _of_catalogue(known)
        children: dict[str, list[str]] = {}
        made = read_catalogue(root, beside, replace(self.options, id=None), children)
        tally.tell()
        one.tally.remarks.found += tally.remarks.found
        if not made:
            return None
        if ident not in self.by_id:
            self.imported += made
        data: Any = made[0].data
        return _base(ident, data["version"], index_of(data["groups"]), children)

    def _keep(self, base: Base | None) -> Base | None:
        if base is not None:
            self.by_id.setdefault(base.id, base)
        return base


def _names(root: Node, href: str) -> Iterator[str]:
    """Give the files that a reference may mean: itself, or those of a resource at the back; XML as JSON or YAML."""
    if href.startswith("#"):
        resources = (one for one in root.node("back-matter").nodes("resources") if one.text("uuid") == href[1:])
        hrefs = [link.text("href") for one in resources for link in one.nodes("rlinks")]
    else:
        hrefs = [href]
    for one in dict.fromkeys(hrefs):
        stem = re.sub(r"\.(xml|json|ya?ml)$", "", one)
        if one and not one.startswith("#"):
            yield one
            yield from (stem + end for end in _READABLE if stem + end != one)


def _of_catalogue(catalogue: Catalogue) -> Base:
    index = catalogue.index
    return _whole(catalogue.id, catalogue.version, tuple(index.items), index.parts, {})


def _base(ident: str, version: str, index: Mapping[str, Any], children: Mapping[str, list[str]]) -> Base:
    items = tuple(index["items"])
    parts = {**{one: tuple(below) for one, below in index["measures"].items()}, **{one: (one,) for one in items}}
    return _whole(ident, version, items, parts, children)


def _whole(
    ident: str,
    version: str,
    items: tuple[str, ...],
    parts: Mapping[str, tuple[str, ...]],
    children: Mapping[str, list[str]],
) -> Base:
    tokens = to_tokens(parts)
    exported = {token: parts[one] for one, token in tokens.items()}
    return Base(ident, version, {**exported, **parts}, items, tokens, children)
