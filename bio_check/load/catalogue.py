"""Catalogues: from a checked document to values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from bio_check.model.catalogue import (
    FACETS,
    Catalogue,
    Control,
    Duty,
    Facet,
    Group,
    Index,
    Item,
    Kind,
    Retired,
    Source,
    TypicalEvidence,
)
from bio_check.model.period import Period
from bio_check.model.text import Text

Raw = Mapping[str, Any]
ACTIVE = "active"


def to_catalogue(head: Raw, sha256: str, groups: Callable[[], Sequence[Raw]], index: Raw | None = None) -> Catalogue:
    """Return the catalogue in a document that passed its schema and its check.

    Args:
        head: All but the groups.
        sha256: Of the file.
        groups: Gives the groups, when they are first wanted.
        index: What `index_of` made of the groups; made now where left out.
    """
    source = head["source"]
    return Catalogue(
        id=head["id"],
        version=str(head["version"]),
        edition=str(head.get("edition", f"{head['id']} {head['version']}")),
        title=to_text(head["title"]),
        issued=date.fromisoformat(head["issued"]),
        source=Source(str(source["name"]), str(source["url"]), date.fromisoformat(source["read"])),
        wording=head["wording"],
        index=_index(index or index_of(groups())),
        read_groups=lambda: tuple(_group(group) for group in groups()),
        sha256=sha256,
    )


def index_of(groups: Sequence[Raw]) -> dict[str, Any]:
    """Return the ids in groups as plain data: what `Index` is made from, and what the build keeps beside the groups."""
    items: dict[str, str] = {}
    measures: dict[str, list[str]] = {}
    retired = []
    for control in (control for group in groups for control in group["controls"]):
        ident, below = str(control["id"]), control.get("measures", ())
        live = [str(measure["id"]) for measure in below if is_live(measure)]
        if live:
            measures[ident] = live
        items |= dict.fromkeys(live, Kind.MEASURE.value) or {ident: Kind.CONTROL.value}
        for measure in below:
            if not is_live(measure):
                targets = [str(target) for target in measure.get("moved-to") or measure.get("see") or ()]
                retired.append([str(measure["id"]), measure["status"], targets, ident])
    return {"items": items, "measures": measures, "retired": retired}


def _index(raw: Raw) -> Index:
    return Index(
        items={ident: Kind(kind) for ident, kind in raw["items"].items()},
        measures={ident: tuple(below) for ident, below in raw["measures"].items()},
        retired={ident: Retired(ident, status, tuple(to), control) for ident, status, to, control in raw["retired"]},
    )


def to_text(pair: Raw) -> Text:
    """Return a `{nl: …, en: …}` pair."""
    return Text(pair["nl"], pair["en"])


def to_facets(names: list[str]) -> tuple[Facet, ...]:
    """Return facets in their fixed order."""
    return tuple(facet for facet in FACETS if facet in names)


def is_live(measure: Raw) -> bool:
    """Whether a measure gets an answer, rather than being moved, withdrawn or a pointer."""
    return bool(measure.get("status", ACTIVE) == ACTIVE)


def _group(raw: Raw) -> Group:
    ident = str(raw["id"])
    return Group(ident, to_text(raw["title"]), tuple(_control(control, ident) for control in raw["controls"]))


def _control(raw: Raw, group: str) -> Control:
    ident = str(raw["id"])
    live = [measure for measure in raw.get("measures", ()) if is_live(measure)]
    items = tuple(_item(measure, Kind.MEASURE, group, ident) for measure in live)
    return Control(
        id=ident,
        group=group,
        title=to_text(raw["title"]),
        attributes=MappingProxyType({name: tuple(values) for name, values in raw.get("attributes", {}).items()}),
        items=items or (_item(raw, Kind.CONTROL, group, ident),),
    )


def _item(raw: Raw, kind: Kind, group: str, control: str) -> Item:
    reason = raw.get("weight-reason")
    rhythm = raw.get("rhythm")
    return Item(
        id=str(raw["id"]),
        kind=kind,
        group=group,
        control=control,
        title=to_text(raw["title"]),
        statement=to_text(raw["statement"]),
        question=to_text(raw["question"]),
        why=to_text(raw["why"]),
        evidence=tuple(
            TypicalEvidence(to_text(one["title"]), one["kind"], to_facets(one["shows"])) for one in raw["evidence"]
        ),
        duty=Duty(raw["duty"]),
        role=raw["role"],
        audience=tuple(raw.get("audience", ())),
        rhythm=Period.parse(rhythm) if rhythm else None,
        weight=raw["weight"],
        weight_reason=to_text(reason) if reason else None,
        effort=raw["effort"],
        phase=raw["phase"],
    )
