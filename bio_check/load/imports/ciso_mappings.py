"""Mapping sets of CISO Assistant as crosswalks between catalogues that are within reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bio_check.load.imports.draft import tell, to_name, to_title
from bio_check.load.imports.imported import Produced, Remarks, to_ident
from bio_check.load.imports.source import Options
from bio_check.load.imports.texts import Raw, Texts, listed, plain
from bio_check.model.catalogue import Catalogue

ENDS = ("source", "target")
RELATIONSHIPS = {"equal": "equal", "subset": "subset", "superset": "superset", "intersect": "intersects"}
"""Theirs to ours; like ours they say what the source is to the target."""
_DATED = re.compile(r"(.+?)[-_.]v?(\d[\d.]*)")
"""The urn of a framework with its version behind it: `iso27001-2022`."""
NOT_RELATED = "not_related"
STRENGTHS = ("strength_of_relationship", "stregth_of_relationship")
"""Older files misspell it."""


def read_mappings(library: Raw, objects: Raw, options: Options, remarks: Remarks) -> Iterator[Produced]:
    """Return a crosswalk for each mapping set whose catalogues are within reach."""
    found = listed(objects.get("requirement_mapping_set")) + listed(objects.get("requirement_mapping_sets"))
    sets = [one for one in found if isinstance(one, dict)]
    named: dict[str, str] = {}
    if sets and options.start:
        named[plain(sets[0].get("source_framework_urn"))] = options.start
    if sets and options.end:
        named.setdefault(plain(sets[0].get("target_framework_urn")), options.end)
    made: set[str] = set()
    for raw in sets:
        catalogues = [_catalogue(plain(raw.get(f"{end}_framework_urn")), named, options, remarks) for end in ENDS]
        if all(catalogues) and (one := _crosswalk(library, raw, catalogues, made, remarks)):
            made.add(one.id)
            yield one


def _catalogue(urn: str, named: dict[str, str], options: Options, remarks: Remarks) -> Catalogue | None:
    """Return the catalogue that a framework stands for: the one that the user named, or the one called after it."""
    tail = urn.rsplit(":", 1)[-1]
    found = None
    if urn in named:
        found = options.catalogue_of(named[urn])
    elif to_ident(tail) in options.known:
        found = options.catalogue_of(to_ident(tail))
    elif (dated := _DATED.fullmatch(tail)) and to_ident(dated[1]) in options.known:
        found = options.catalogue_of(to_ident(dated[1]))
        found = found if found.version == dated[2] else None
    if found is None:
        known = ", ".join(options.known)
        remarks.remark("import-unknown-catalogue", "objects.requirement_mapping_sets", urn=urn or "-", known=known)
    return found


class _Finder:
    """Finds the id of a catalogue that a urn means: they are written in lower case, and zeros may differ."""

    def __init__(self, catalogue: Catalogue) -> None:
        index = catalogue.index
        self.parts = index.parts
        known = [*index.items, *index.measures, *index.context]
        self.forms: tuple[dict[str, str], ...] = ({}, {}, {})
        for ident in dict.fromkeys(known):
            for place, form in zip(self.forms, _forms(ident), strict=True):
                place.setdefault(form, ident)

    def find(self, urn: str) -> str | None:
        """Return the id; None where the catalogue has none that fits."""
        tail = urn.rsplit(":", 1)[-1].strip()
        whole = tail if tail in self.parts else None  # the beginning of several ids, such as `21.2`
        return next((place[form] for place, form in zip(self.forms, _forms(tail), strict=True) if form in place), whole)


def _forms(ident: str) -> tuple[str, str, str]:
    low = re.sub(r"[^\w.()]+", "-", ident.casefold()).strip("-")
    return ident, low, re.sub(r"(?<![\w])0+(?=\d)", "", low)


def _crosswalk(
    library: Raw, raw: Raw, catalogues: list[Catalogue | None], made: set[str], remarks: Remarks
) -> Produced | None:
    start, end = (one for one in catalogues if one is not None)
    ident = f"{start.id}--{end.id}"
    path = f"objects.requirement_mapping_sets.{ident}"
    if ident in made:
        remarks.remark("import-same-crosswalk", path, id=ident)
        return None
    texts = Texts(plain(library.get("locale")), remarks)
    source = to_ident(plain(library.get("ref_id")) or plain(raw.get("ref_id")) or "ciso-assistant")
    rows = _rows(listed(raw.get("requirement_mappings")), (_Finder(start), _Finder(end)), source, remarks)
    if not rows:
        remarks.remark("import-no-rows", path, id=ident)
        return None
    title = texts.of(raw, "name", "ref_id") or texts.of(library, "name") or {"nl": ident, "en": ident}
    about = {
        "name": to_name(f"CISO Assistant: {plain(library.get('name')) or ident}"),
        "licence": to_name(plain(library.get("copyright"))),
        "url": to_name(plain(library.get("urn"))),
    }
    data = {
        "format": "bio-check/crosswalk/1",
        "id": ident,
        "from": {"catalogue": start.id, "version": start.version},
        "to": {"catalogue": end.id, "version": end.version},
        "title": {language: to_title(text) for language, text in title.items()},
        "sources": {source: {key: one for key, one in about.items() if one}},
        "rows": rows,
    }
    return Produced("crosswalk", ident, data)


def _rows(raw: list[Any], finders: tuple[_Finder, _Finder], source: str, remarks: Remarks) -> list[dict[str, Any]]:
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    lost: dict[str, list[str]] = {"import-unknown-ends": [], "import-not-related": [], "import-same-rows": []}
    odd: list[str] = []
    for one in raw:
        urns = [plain(one.get(f"{end}_requirement_urn")) if isinstance(one, dict) else "" for end in ENDS]
        told = " → ".join(urn.rsplit(":", 1)[-1] or "?" for urn in urns)
        ends = [finder.find(urn) for finder, urn in zip(finders, urns, strict=True)]
        kind = plain(one.get("relationship")).lower() if isinstance(one, dict) else ""
        if kind == NOT_RELATED:
            lost["import-not-related"].append(told)
        elif ends[0] is None or ends[1] is None:
            lost["import-unknown-ends"].append(told)
        elif (ends[0], ends[1]) in rows:
            lost["import-same-rows"].append(told)
        else:
            if kind not in RELATIONSHIPS:
                odd.append(told)
            rows[ends[0], ends[1]] = {
                "from": ends[0],
                "to": ends[1],
                "relationship": RELATIONSHIPS.get(kind, "ungraded"),
                "confidence": "source",
                "source": source,
                **_note(one),
            }
    for code, idents in lost.items():
        tell(remarks, code, idents)
    tell(remarks, "import-odd-relationship", odd)
    return list(rows.values())


def _note(one: Raw) -> dict[str, Any]:
    """Return why and how strongly, as far as the row says so."""
    rationale, strength = (
        plain(one.get("rationale")),
        next((found for key in STRENGTHS if (found := plain(one.get(key)))), ""),
    )
    parts = {
        "nl": [
            f"Grond: {rationale}." if rationale else "",
            f"Sterkte volgens de bron: {strength}." if strength else "",
        ],
        "en": [f"Ground: {rationale}." if rationale else "", f"Strength given there: {strength}." if strength else ""],
    }
    note = {language: to_title(" ".join(filter(None, told)), 1000) for language, told in parts.items()}
    return {"note": note} if all(note.values()) else {}
