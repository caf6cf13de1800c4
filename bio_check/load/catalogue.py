"""Catalogues: from a checked document to values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from bio_check.model.catalogue import (
    FACETS,
    Catalogue,
    Context,
    Control,
    Duty,
    Facet,
    Fact,
    Group,
    Index,
    Item,
    Kind,
    Retired,
    Source,
    Succession,
    Term,
    TypicalEvidence,
)
from bio_check.model.period import Period
from bio_check.model.text import NO_TEXT, Text
from bio_check.wording import LANGUAGES

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
        source=Source(
            str(source["name"]),
            str(source["url"]),
            date.fromisoformat(source["read"]),
            head.get("licence"),
            head.get("attribution"),
        ),
        wording=head["wording"],
        index=_index(index or index_of(groups()), (str(one["id"]) for one in head.get("context", ()))),
        read_groups=lambda: tuple(_group(group) for group in groups()),
        sha256=sha256,
        languages=tuple(head.get("languages", LANGUAGES)),
        names=MappingProxyType({Kind(kind): to_text(pair) for kind, pair in head.get("names", {}).items()}),
        groups_apart=bool(head.get("groups-apart")),
        unverified=to_text(head.get("unverified")),
        context=tuple(
            Context(str(one["id"]), to_text(one["title"]), to_text(one.get("note"))) for one in head.get("context", ())
        ),
        facts=tuple(_fact(one) for one in head.get("facts", ())),
        next_version=str(head["next-version"]) if "next-version" in head else None,
        succeeded_by=head.get("succeeded-by"),
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


def _index(raw: Raw, context: Iterable[str]) -> Index:
    return Index(
        items={ident: Kind(kind) for ident, kind in raw["items"].items()},
        measures={ident: tuple(below) for ident, below in raw["measures"].items()},
        retired={ident: Retired(ident, status, tuple(to), control) for ident, status, to, control in raw["retired"]},
        context=frozenset(context),
    )


def to_text(pair: Raw | None) -> Text:
    """Return a `{nl: …, en: …}` pair; empty where there is none."""
    return Text(str(pair.get("nl", "")), str(pair.get("en", ""))) if pair else NO_TEXT


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
    rhythm = raw.get("rhythm")
    return Item(
        id=str(raw["id"]),
        kind=kind,
        group=group,
        control=control,
        title=to_text(raw["title"]),
        statement=to_text(raw.get("statement")),
        question=to_text(raw.get("question")),
        why=to_text(raw.get("why")),
        evidence=tuple(
            TypicalEvidence(to_text(one["title"]), one["kind"], to_facets(one["shows"]))
            for one in raw.get("evidence", ())
        ),
        duty=Duty(raw.get("duty", Duty.SELF_REGULATION)),
        role=raw.get("role", "ciso"),
        audience=tuple(raw.get("audience", ())),
        rhythm=Period.parse(rhythm) if rhythm else None,
        weight=raw.get("weight", 1),
        weight_reason=to_text(raw.get("weight-reason")),
        effort=raw.get("effort", "M"),
        phase=raw.get("phase", 1),
        articles=MappingProxyType({kind: tuple(map(str, named)) for kind, named in raw.get("articles", {}).items()}),
        term=_term(raw.get("term")),
        next=_succession(raw.get("next")),
        unverified=to_text(raw.get("unverified")),
    )


def _term(raw: Raw | None) -> Term | None:
    if raw is None:
        return None
    return Term(raw.get("within"), to_text(raw.get("from")), date.fromisoformat(raw["by"]) if "by" in raw else None)


def _succession(raw: Raw | None) -> Succession | None:
    return Succession(tuple(map(str, raw["to"])), raw["change"], to_text(raw.get("note"))) if raw else None


def _fact(raw: Raw) -> Fact:
    return Fact(
        id=raw["id"],
        title=to_text(raw["title"]),
        text=to_text(raw["text"]),
        as_of=date.fromisoformat(raw["as-of"]),
        source=str(raw["source"]),
        confidence=raw["confidence"],
    )
