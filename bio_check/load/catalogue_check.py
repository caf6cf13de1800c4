"""What a schema cannot see in a catalogue: ids that clash, targets that are dead, texts that stand twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bio_check.errors import Faults
from bio_check.load.catalogue import is_live
from bio_check.load.entry import Entry
from bio_check.load.suggest import unknown
from bio_check.load.yaml_text import Document, Key
from bio_check.model.evidence import EvidenceKind
from bio_check.model.period import Period
from bio_check.wording import LANGUAGES

ITEM_KEYS = ("statement", "question", "why", "evidence", "duty", "role", "weight", "effort", "phase")
"""What an item of our own wording must have; others may come as their publisher made them."""
TEXT_KEYS = ("title", "statement", "question", "why", "weight-reason", "unverified", "text", "note", "from")
DATE_KEYS = ("issued", "read", "as-of", "by")
UNIQUE_TEXTS = ("title", "statement", "question", "why")
ATTRIBUTES = ("type", "properties", "concepts", "capabilities", "domains")
POINTERS = {"moved": "moved-to", "see": "see", "no-measure": "see"}
"""Status of a retired id to the key without which it leads nowhere; a withdrawn one may."""
HEAVIEST = 3


def check_catalogue(document: Document, kinds: Mapping[str, EvidenceKind], faults: Faults) -> None:
    """Tell every fault in a catalogue that has the right shape."""
    head: Any = document.data
    groups = [Entry(document, ("groups", index), values, faults) for index, values in enumerate(head["groups"])]
    controls = [control for group in groups for control in _children(group, "controls")]
    measures = [measure for control in controls for measure in _children(control, "measures")]
    items = [measure for measure in measures if is_live(measure.values)]
    items += [one for one in controls if not any(is_live(below.values) for below in _children(one, "measures"))]
    root = Entry(document, (), head, faults)
    _check_values(root, head.get("languages", LANGUAGES))
    _check_ids(groups, controls + measures + _children(root, "context"))
    _check_ids(_children(root, "facts"))
    _check_targets(measures, {str(item.values["id"]) for item in items})
    if head["wording"] == "own":
        _check_wording(items)
        _check_spelling(groups, controls)
    for item in items:
        _check_item(item, kinds)


def _children(entry: Entry, key: str) -> list[Entry]:
    given = entry.values.get(key, ())
    return [Entry(entry.document, (*entry.path, key, i), one, entry.faults) for i, one in enumerate(given)]


def _check_values(entry: Entry, languages: Iterable[str]) -> None:
    """Tell each text that lacks a language, and each date that no calendar has, wherever they stand."""
    for key, value in entry.values.items():
        if key in DATE_KEYS and isinstance(value, str):
            entry.date(key)
        elif isinstance(value, dict):
            below = Entry(entry.document, (*entry.path, key), value, entry.faults)
            if key in TEXT_KEYS:
                for language in languages:
                    if language not in value:
                        below.fault("missing-key", key=language, kind="catalogue")
            else:
                _check_values(below, languages)
        elif isinstance(value, list):
            for index, one in enumerate(value):  # under a key that is not known anything may stand
                if isinstance(one, dict):
                    _check_values(Entry(entry.document, (*entry.path, key, index), one, entry.faults), languages)


def _check_ids(*lists: list[Entry]) -> None:
    for entries in lists:
        first: dict[str, Entry] = {}
        for entry in entries:
            ident = str(entry.values["id"])
            if ident in first:
                entry.fault("duplicate-id", "id", id=ident, line=first[ident].place("id").line)
            first.setdefault(ident, entry)


def _check_targets(measures: list[Entry], live: set[str]) -> None:
    for measure in measures:
        wanted = POINTERS.get(measure.values.get("status", ""))
        if wanted and wanted not in measure.values:
            measure.fault("missing-key", key=wanted, kind="catalogue")
        for key in ("moved-to", "see"):
            for index, target in enumerate(map(str, measure.values.get(key, ()))):
                if target not in live:
                    measure.fault("dead-target", key, index, id=measure.values["id"], target=target)


def _check_spelling(groups: list[Entry], controls: list[Entry]) -> None:
    """One thing has one spelling: group titles and attribute values that differ in capitals or spaces only clash."""
    seen: dict[tuple[str, str], str] = {}

    def check(entry: Entry, what: str, text: str, *path: Key) -> None:
        usual = seen.setdefault((what, " ".join(text.casefold().split())), text)
        if usual != text:
            entry.fault("mixed-spelling", *path, value=text, usual=usual)

    for group in groups:
        for language in LANGUAGES:
            if language in group.values["title"]:
                check(group, f"title-{language}", group.values["title"][language], "title", language)
    for control in controls:
        for name in ATTRIBUTES:
            for index, value in enumerate(control.values.get("attributes", {}).get(name, ())):
                check(control, name, value, "attributes", name, index)


def _check_wording(items: list[Entry]) -> None:
    """Our own wording is whole, and says nothing twice."""
    first: dict[tuple[str, str, str], Entry] = {}
    for item in items:
        for key in ITEM_KEYS:
            if key not in item.values:
                item.fault("missing-key", key=key, kind="catalogue")
        for key in UNIQUE_TEXTS:
            for language in LANGUAGES if key in item.values else ():
                if language not in item.values[key]:
                    continue
                text = " ".join(item.values[key][language].casefold().split())
                other = first.setdefault((key, language, text), item)
                if other is not item:
                    item.fault("duplicate-text", key, language, other=other.values["id"])


def _check_item(item: Entry, kinds: Mapping[str, EvidenceKind]) -> None:
    if item.values.get("weight") == HEAVIEST and "weight-reason" not in item.values:
        item.fault("weight-without-reason", "weight", weight=HEAVIEST)
    rhythm = item.values.get("rhythm")
    if rhythm is not None:
        try:
            Period.parse(rhythm)
        except ValueError:
            item.fault("bad-period", "rhythm", value=rhythm)
    for piece in _children(item, "evidence"):
        kind = piece.values["kind"]
        if kind not in kinds:
            piece.fault("unknown-kind", "kind", **unknown(kind, kinds, most=60))
