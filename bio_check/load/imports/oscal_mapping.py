"""OSCAL mapping collections as crosswalks: many-to-many maps spread out to rows between ids that both sides know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from bio_check.errors import Place, UnusableInputError, diagnostic
from bio_check.load.imports.draft import SHOWN, shown, tell, to_name
from bio_check.load.imports.imported import LONGEST_TEXT, Produced, to_ident
from bio_check.load.imports.oscal_catalogue import catalogue_id
from bio_check.load.imports.oscal_control import OF_CONTROL
from bio_check.load.imports.oscal_node import Node
from bio_check.load.imports.source import Options, Source
from bio_check.load.suggest import choices, closest_id
from bio_check.model.catalogue import Catalogue
from bio_check.model.crosswalk import Relationship
from bio_check.model.oscal import RELATIONS, to_tokens
from bio_check.wording import Language

COLLECTION_KEYS = {"uuid", "metadata", "provenance", "mappings", "back-matter"}
PROVENANCE_KEYS = {
    "method", "matching-rationale", "status", "confidence-score", "coverage", "mapping-description",
    "responsible-parties", "props", "links", "remarks",
}  # fmt: skip
MAPPING_KEYS = {
    "uuid", "method", "matching-rationale", "status", "source-resource", "target-resource", "maps", "props", "links",
    "remarks", "mapping-description", "source-gap-summary", "target-gap-summary", "confidence-score", "coverage",
}  # fmt: skip
MAP_KEYS = {
    "uuid", "ns", "matching-rationale", "relationship", "sources", "targets", "qualifiers", "confidence-score",
    "coverage", "props", "links", "remarks",
}  # fmt: skip
LEFT_OUT = {"qualifiers", "confidence-score", "coverage"}
"""Of a map: what would make its rows weaker or finer than we can say."""
_RELATIONS = {name: relation.value for relation, name in RELATIONS.items()} | {"equivalent-to": "equal"}
_KNOWN = {*_RELATIONS, Relationship.UNGRADED.value}
_NO_LINK = {"no-relationship", "no-relation"}
_SUGGESTED = 25
_MOST_PAIRS = 1_000_000
_CONFIDENCE = {"source", "secondary", "inferred"}


class End:
    """One side of a mapping: the ids of a catalogue, as printed, as our own export calls them, or in other case."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.id, self.version = catalogue.id, catalogue.version
        known = dict.fromkeys([*catalogue.index.parts, *catalogue.index.context])
        self.ids = {ident.casefold(): ident for ident in known}
        self.ids |= {token.casefold(): ident for ident, token in to_tokens(known).items()}
        self.ids |= {ident: ident for ident in known}
        self.strays: dict[str, dict[str, str]] = {}

    def find(self, item: Node) -> tuple[str, str] | None:
        """Return our id and the one as printed; None, with a warning, where we have none."""
        printed = to_name(item.text("id-ref"))
        found = self.ids.get(printed) or self.ids.get(printed.casefold())
        if found is None:
            found = self.ids.get(re.sub(OF_CONTROL, "", printed).casefold())
        if found is None:
            item.note("oscal-unknown-id", "id-ref", id=printed or "—", catalogue=self.id, **self._closest(printed))
            return None
        return found, printed

    def _closest(self, printed: str) -> dict[str, str]:
        """Return the id that may be meant, for the first few: it takes time, and nobody reads hundreds."""
        if printed not in self.strays and len(self.strays) < _SUGGESTED:
            self.strays[printed] = closest_id(printed, self.ids.values())
        return self.strays.get(printed, {})


def read_mapping(root: Node, source: Source, options: Options) -> list[Produced]:
    """Return a crosswalk for each pair of catalogues; none where no row is left.

    Raises:
        UnusableInputError: Which catalogues it is about does not show.
    """
    root.only("mapping-collection", COLLECTION_KEYS)
    root.node("provenance").only("provenance", PROVENANCE_KEYS)
    language: Language = options.language or "en"
    made: dict[str, dict[str, Any]] = {}
    spread = Spread(root, language)
    for mapping in root.nodes("mappings"):
        mapping.only("mapping", MAPPING_KEYS)
        start = _end(mapping.node("source-resource"), root, source, options, options.start)
        end = _end(mapping.node("target-resource"), root, source, options, options.end)
        ident = f"{start.id}--{end.id}"
        data = made.setdefault(ident, _head(ident, start, end, root, language))
        data["rows"] += spread.rows(mapping, start, end)
    spread.tell()
    return [Produced("crosswalk", ident, data) for ident, data in made.items() if data["rows"]]


def _head(ident: str, start: End, end: End, root: Node, language: Language) -> dict[str, Any]:
    metadata = root.node("metadata")
    title = to_name(metadata.text("title")) or ident
    links = [href for one in metadata.nodes("links") if re.match(r"https?://\S+$", href := one.text("href"))]
    note = root.node("provenance").text("mapping-description") or metadata.text("remarks")
    return {
        "format": "bio-check/crosswalk/1",
        "id": ident,
        "from": {"catalogue": start.id, "version": start.version},
        "to": {"catalogue": end.id, "version": end.version},
        "title": {language: title},
        "sources": {
            "oscal": {
                "name": to_name(f"{title}, {metadata.text('version')}".rstrip(", ")),
                **({"url": to_name(links[0])} if links else {}),
                **({"note": {language: note}} if note else {}),
            }
        },
        "rows": [],
    }


class Spread:
    """Spreads maps out to rows, each pair of ids once, and counts what it leaves out on the way."""

    def __init__(self, root: Node, language: Language) -> None:
        self.remarks = root.tally.remarks
        self.language = language
        self.seen: set[tuple[str, str, str, str]] = set()
        self.left: dict[str, tuple[int, list[str]]] = {}
        self.lost: dict[str, list[str]] = {}
        self.pairs = 0

    def rows(self, mapping: Node, start: End, end: End) -> Iterator[dict[str, Any]]:
        """Give a row for each source and target of each map."""
        for one in mapping.nodes("maps"):
            one.only("map", MAP_KEYS)
            for key in one.values.keys() & LEFT_OUT:
                self.lost.setdefault(key, []).extend(to_name(item.text("id-ref")) for item in one.nodes("sources"))
            targets = _known(one, "targets", end)
            for ours, printed in _known(one, "sources", start).items():
                for to in targets.items():
                    if self._is_wanted(one, (start.id, ours, end.id, to[0]), f"{printed} → {to[1]}"):
                        yield _row(one, (ours, printed), to, self.language)

    def _is_wanted(self, one: Node, key: tuple[str, str, str, str], name: str) -> bool:
        """Whether a pair of ids makes a row; what is odd about it is counted."""
        said = one.text("relationship")
        self.pairs += 1
        if self.pairs > _MOST_PAIRS:
            fault = diagnostic("too-many-values", Place(self.remarks.file, path=one.path), limit=_MOST_PAIRS)
            raise UnusableInputError([fault])
        if said in _NO_LINK or key in self.seen:
            self._leave("import-not-related" if said in _NO_LINK else "import-same-rows", name)
            return False
        if said not in _KNOWN:
            self._leave("import-odd-relationship", f"{name}: {said or '—'}")
        self.seen.add(key)
        return True

    def _leave(self, code: str, name: str) -> None:
        count, names = self.left.get(code, (0, []))
        self.left[code] = (count + 1, [*names, name] if count <= SHOWN else names)

    def tell(self) -> None:
        """Warn of what was left out or weakened."""
        for code, (count, names) in self.left.items():
            self.remarks.remark(code, count=count, ids=shown(names))
        for key in sorted(self.lost):
            tell(self.remarks, "import-key-left-out", self.lost[key], key=key)


def _known(one: Node, side: str, end: End) -> dict[str, str]:
    """Return the ids on a side of a map that the catalogue has, with each as it was first printed."""
    found: dict[str, str] = {}
    for item in one.nodes(side):
        if pair := end.find(item):
            found.setdefault(*pair)
    return found


def _row(one: Node, from_: tuple[str, str], to: tuple[str, str], language: Language) -> dict[str, Any]:
    own = one.own()
    told = own["confidence"].text("value") if "confidence" in own else ""
    row: dict[str, Any] = {
        "from": from_[0],
        "to": to[0],
        "relationship": _RELATIONS.get(one.text("relationship"), Relationship.UNGRADED.value),
        "confidence": told if told in _CONFIDENCE else "source",
        "source": "oscal",
    }
    for key, (ours, printed) in (("printed-from", from_), ("printed-to", to)):
        if printed != ours and to_tokens([ours])[ours] != printed:
            row[key] = printed
    if note := one.text("remarks")[:LONGEST_TEXT]:
        row["note"] = {language: note}
    return row


def _end(resource: Node, root: Node, source: Source, options: Options, named: str | None) -> End:
    """Return the catalogue that a side of a mapping is about: the one that the user named, or that bears its name."""
    href = resource.text("href")
    ident = named or next((one for one in _names(resource, root, href) if one in options.known), None)
    if ident is None:
        place = Place(source.file, path=resource.path)
        values: Mapping[str, object] = {"href": href or "—", "choices": choices(options.known, 30)}
        raise UnusableInputError([*root.tally.remarks.found, diagnostic("oscal-ends", place, **values)])
    return End(options.catalogue_of(ident))


def _names(resource: Node, root: Node, href: str) -> Iterator[str]:
    """Give the ids that a catalogue may have with us: by our own export, by its file, by its title."""
    nobody = Node({}, "catalog", root.tally)
    told = [resource, *(one for one in root.node("back-matter").nodes("resources") if f"#{one.text('uuid')}" == href)]
    for one in told:
        own = one.own()
        if "catalogue" in own:
            yield own["catalogue"].text("value")
    for one in told:
        for link in [one.text("href"), *(below.text("href") for below in one.nodes("rlinks"))]:
            if link and not link.startswith("#"):
                yield catalogue_id(nobody, Source(PurePath(link).name or "-", b""))
        yield to_ident(one.text("title") or "-")
