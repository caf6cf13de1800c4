"""Catalogues: from a checked document to values."""

from __future__ import annotations

from collections.abc import Mapping
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


def to_catalogue(data: Raw, sha256: str) -> Catalogue:
    """Return the catalogue in a document that passed its schema and its check."""
    source = data["source"]
    groups = tuple(_group(group) for group in data["groups"])
    return Catalogue(
        id=data["id"],
        version=str(data["version"]),
        edition=str(data.get("edition", f"{data['id']} {data['version']}")),
        title=to_text(data["title"]),
        issued=date.fromisoformat(data["issued"]),
        source=Source(str(source["name"]), str(source["url"]), date.fromisoformat(source["read"])),
        wording=data["wording"],
        groups=groups,
        retired=tuple(
            _retired(measure, str(control["id"]))
            for group in data["groups"]
            for control in group["controls"]
            for measure in control.get("measures", ())
            if not is_live(measure)
        ),
        sha256=sha256,
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


def _retired(raw: Raw, control: str) -> Retired:
    targets = tuple(map(str, raw.get("moved-to") or raw.get("see") or ()))
    return Retired(str(raw["id"]), raw["status"], targets, control)
