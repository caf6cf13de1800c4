"""An OSCAL profile as one of ours: which items of which catalogues it chooses, each by its id."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from glob import escape
from typing import Any

from bio_check.errors import Place, UnusableInputError, diagnostic
from bio_check.load.imports.draft import both, to_name
from bio_check.load.imports.imported import Produced, to_ident
from bio_check.load.imports.oscal import root_of
from bio_check.load.imports.oscal_bases import Base, Bases
from bio_check.load.imports.oscal_catalogue import file_name
from bio_check.load.imports.oscal_node import Node
from bio_check.load.imports.source import Options, Source

PROFILE_KEYS = {"uuid", "metadata", "imports", "merge", "modify", "back-matter"}
IMPORT_KEYS = {"href", "include-all", "include-controls", "exclude-controls"}
_DEEPEST = 8
"""Profiles of profiles."""

Chosen = dict[str, dict[str, None]]
"""Catalogue to the ids that are chosen from it, in the order in which they were."""


def read_profile(root: Node, source: Source, options: Options) -> list[Produced]:
    """Return the profile, and before it each catalogue that lies beside it and is not within reach.

    Raises:
        UnusableInputError: A catalogue that it chooses from is neither beside it nor within reach.
    """
    bases = Bases(options)
    chosen = _chosen(root, source, bases, (source.file,))
    selections = [_selection(bases.by_id[ident], items) for ident, items in chosen.items() if items]
    if not selections:
        return []
    metadata = root.node("metadata")
    title = to_name(metadata.text("title")) or source.name
    ident = options.id or to_ident(file_name(source) if source.file != "-" else title, "profile")[:100]
    about = to_name(metadata.text("remarks")) or title
    data: dict[str, Any] = {
        "format": "bio-check/profile/1",
        "id": ident,
        "title": both({"en": title}),
        "description": both({"en": about}),
        "catalogues": selections,
    }
    return [*bases.imported, Produced("profile", ident, data)]


def _selection(base: Base, items: Iterable[str]) -> dict[str, Any]:
    picked = list(items)
    whole = set(picked) == set(base.items)
    return {"id": base.id, "version": base.version, **({} if whole else {"items": [escape(one) for one in picked]})}


def _chosen(root: Node, source: Source, bases: Bases, above: tuple[str, ...]) -> Chosen:
    """Return what a profile chooses; of a profile that it builds on, what that one chooses."""
    root.only("profile", PROFILE_KEYS)
    modify = root.node("modify")
    for key in modify.values:
        for _ in modify.nodes(key):
            modify.note("oscal-modify", key, key=key)
    chosen: Chosen = {}
    for one in root.nodes("imports"):
        one.only("import", IMPORT_KEYS)
        offered = _offered(one, root, source, bases, above)
        for ident, items in offered.items():
            chosen.setdefault(ident, {}).update(dict.fromkeys(_picked(one, bases.by_id[ident], list(items))))
        _tell_strays(one, offered, bases)
    return chosen


def _offered(one: Node, root: Node, source: Source, bases: Bases, above: tuple[str, ...]) -> Chosen:
    """Return all that an import may choose from, by catalogue."""
    href = one.text("href")
    beside = bases.beside(root, source, href)
    if beside is not None and "profile" in beside.data:
        if beside.file in above or len(above) > _DEEPEST:
            one.note("oscal-circle", "href", href=href)
            return {}
        return _chosen(root_of(beside, root.tally), beside, bases, (*above, beside.file))
    base = bases.of(one, root, href, beside)
    if base is None:
        fault = diagnostic("oscal-no-catalogue", Place(source.file, path=f"{one.path}.href"), href=href or "—")
        raise UnusableInputError([*root.tally.remarks.found, fault])
    return {base.id: dict.fromkeys(base.items)}


def _picked(one: Node, base: Base, offered: list[str]) -> list[str]:
    """Return the offered items that an import includes and does not exclude."""
    includes = list(one.nodes("include-controls"))
    taken = set(offered) if not includes else {ident for call in includes for ident in _called(call, base, offered)}
    taken -= {ident for call in one.nodes("exclude-controls") for ident in _called(call, base, offered)}
    return [ident for ident in offered if ident in taken]


def _called(call: Node, base: Base, offered: list[str]) -> set[str]:
    named = {item for ident in call.texts("with-ids") for item in base.parts.get(ident, ())}
    patterns = [pattern for one in call.nodes("matching") if (pattern := one.text("pattern"))]
    named |= {item for item in offered if any(_matches(item, base, pattern) for pattern in patterns)}
    if call.text("with-child-controls") == "yes":
        named |= {below for item in named for below in base.below(item)}
    return named


def _matches(item: str, base: Base, pattern: str) -> bool:
    return fnmatchcase(item, pattern) or fnmatchcase(base.tokens.get(item, item), pattern)


def _tell_strays(one: Node, offered: Chosen, bases: Bases) -> None:
    """Warn of each id that an import names and that nothing it builds on has."""
    for key in ("include-controls", "exclude-controls"):
        for call in one.nodes(key):
            for ident in call.texts("with-ids"):
                if offered and not any(ident in bases.by_id[base].parts for base in offered):
                    call.note("oscal-selects-nothing", "with-ids", id=ident, catalogue=", ".join(offered))
