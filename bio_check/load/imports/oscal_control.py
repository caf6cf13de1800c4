"""The groups and controls of an OSCAL catalogue as ours; what our own export put there is put back as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bio_check.load.imports.draft import to_name, to_title
from bio_check.load.imports.imported import to_ident
from bio_check.load.imports.oscal_node import Node
from bio_check.load.imports.oscal_own import CONTEXT, RETIRED, is_measure, own_details, printed_id
from bio_check.load.imports.oscal_prose import Prose, parameters_of
from bio_check.wording import Language

STATEMENTS = ("statement", "requirement", "overview", "description", "item", "instruction")
"""Names of parts that say what must be so; the first one that a control has is taken."""
OWN_PARTS = {"question", "why"}
GROUP_KEYS = {"id", "class", "title", "params", "props", "links", "parts", "groups", "controls"}
CONTROL_KEYS = {"id", "class", "title", "params", "props", "links", "parts", "controls"}
OF_CONTROL = r"_(smt|stm|stmt|gdn|obj)([._-].*)?$"
"""What the id of a part has behind the id of its control."""
_DEEPEST = 32
_WORDS: Mapping[str, Mapping[Language, str]] = {
    "withdrawn": {"nl": "Vervallen", "en": "Withdrawn"},
    "incorporated-into": {"nl": "opgegaan in", "en": "incorporated into"},
    "moved-to": {"nl": "verplaatst naar", "en": "moved to"},
}


class Reader:
    """Walks a catalogue once.

    Attributes:
        groups: Groups of ours, each with at least one control.
        context: What asks nothing: withdrawn controls, with where they went.
        children: The ids of the controls that stand in a control.
    """

    def __init__(self, root: Node, language: Language, title: str) -> None:
        self.language = language
        self.groups: list[dict[str, Any]] = []
        self.context: list[dict[str, Any]] = []
        self.children: dict[str, list[str]] = {}
        self.seen: set[str] = set()
        self.seen_groups: set[str] = set()
        self.copies: dict[str, int] = {}
        parameters = parameters_of(root, {})
        loose = [row for one in root.nodes("controls") for row in self._control(one, parameters, "", 0)]
        if loose:
            self.seen_groups.add("controls")
            self.groups.append({"id": "controls", "title": {language: title}, "controls": loose})
        for group in root.nodes("groups"):
            self._group(group, parameters, "", 0)

    def _group(self, group: Node, above: Mapping[str, Node], prefix: str, depth: int) -> None:
        group.only("group", GROUP_KEYS)
        own = to_name(group.text("title"))
        title = ": ".join(one for one in (prefix, own) if one)
        if group.text("class") == CONTEXT:
            for part in group.nodes("parts"):
                self._keep(part, to_name(part.prop("label") or part.text("id")))
            return
        parameters = parameters_of(group, above)
        ident = printed_id(group) or to_ident(own or "group", "group")
        controls = [row for one in group.nodes("controls") for row in self._control(one, parameters, "", 0)]
        for part in group.nodes("parts"):
            group.note("oscal-part-left-out", "parts", name=part.text("name") or "—")
        if controls:
            if not own:
                group.note("oscal-no-title", "title", what="group")
            if ident in self.seen_groups:
                ident = self._other(group, ident)
            self.seen_groups.add(ident)
            self.groups.append({"id": ident, "title": {self.language: to_name(title) or ident}, "controls": controls})
        if depth >= _DEEPEST and group.values.get("groups"):
            group.note("oscal-too-deep", "groups", most=_DEEPEST)
            return
        for below in group.nodes("groups"):
            self._group(below, parameters, title, depth + 1)

    def _other(self, group: Node, ident: str) -> str:
        """Return another id for a group whose id was used before."""
        group.note("oscal-duplicate-group", "id", id=ident)
        other = ident
        while other in self.seen_groups:
            self.copies[ident] = self.copies.get(ident, 1) + 1
            other = f"{ident}-{self.copies[ident]}"
        return other

    def _control(self, control: Node, above: Mapping[str, Node], parent: str, depth: int) -> list[dict[str, Any]]:
        """Return a control, followed by those that stand in it; nothing where it cannot be told from others."""
        control.only("control", CONTROL_KEYS)
        ident = printed_id(control)
        if not ident or ident in self.seen:
            control.note("oscal-duplicate-id" if ident else "oscal-no-id", "id", id=ident)
            return []
        parameters = parameters_of(control, above)
        title = ""
        rows: list[dict[str, Any]] = []
        if control.prop("status").lower() == "withdrawn":
            self._keep(control, ident, self._went(control))
        else:
            self.seen.add(ident)
            texts = self._texts(control, parameters)
            title = self._title(control, ident, parent, texts)
            rows.append({"id": ident, "title": {self.language: title}, **texts})
        if depth >= _DEEPEST and control.values.get("controls"):
            control.note("oscal-too-deep", "controls", most=_DEEPEST)
            return rows
        for below in control.nodes("controls"):
            if rows and is_measure(below):
                self._measure(below, rows[0], parameters)
                continue
            found = self._control(below, parameters, title if rows else "", depth + 1)
            self.children.setdefault(ident, []).extend(str(one["id"]) for one in found)
            rows += found
        return rows

    def _measure(self, measure: Node, control: dict[str, Any], above: Mapping[str, Node]) -> None:
        """Put back a measure that our own export made a control in a control."""
        ident = printed_id(measure)
        if not ident or ident in self.seen:
            measure.note("oscal-duplicate-id" if ident else "oscal-no-id", "id", id=ident)
            return
        self.seen.add(ident)
        row: dict[str, Any] = {"id": ident}
        retired = own_details(measure).get("status") in RETIRED
        if not retired:
            texts = self._texts(measure, parameters_of(measure, above))
            row |= {"title": {self.language: self._title(measure, ident, "", texts)}, **texts}
        control.setdefault("measures", []).append(row | (own_details(measure) if retired else {}))

    def _title(self, control: Node, ident: str, parent: str, texts: Mapping[str, Any]) -> str:
        """Return the title; of a control that is only called by its id, the beginning of what it says."""
        own = to_name(control.text("title"))
        if not own:
            control.note("oscal-no-title", "title", what="control")
        elif own.casefold() == ident.casefold() and "statement" in texts and "label" not in control.own():
            own = to_title(texts["statement"][self.language])
        return to_name(f"{parent}: {own or ident}" if parent else own or ident)

    def _texts(self, control: Node, parameters: Mapping[str, Node]) -> dict[str, Any]:
        """Return what a control says, and what our own export put with it."""
        parts: dict[str, list[Node]] = {}
        for part in control.nodes("parts"):
            parts.setdefault(part.text("name"), []).append(part)
        says = next((name for name in STATEMENTS if name in parts), "")
        prose = Prose(parameters, self.language)
        found: dict[str, Any] = {}
        for name, below in parts.items():
            key = "statement" if name == says else name
            if key != "statement" and not (key in OWN_PARTS and all(part.is_ours for part in below)):
                control.note("oscal-part-left-out", "parts", name=name or "—")
            elif text := prose.of(below):
                found[key] = {self.language: text}
        return found | own_details(control, self.language)

    def _keep(self, node: Node, ident: str, note: str = "") -> None:
        """Keep an id that is known and asks nothing."""
        if not ident or ident in self.seen:
            return
        self.seen.add(ident)
        row: dict[str, Any] = {"id": ident, "title": {self.language: to_name(node.text("title")) or ident}}
        if told := note or node.text("prose"):
            row["note"] = {self.language: told}
        self.context.append(row)

    def _went(self, control: Node) -> str:
        """Return that a control was withdrawn, and where its subject went, as a sentence."""
        told = [_WORDS["withdrawn"][self.language]]
        for rel in ("incorporated-into", "moved-to"):
            links = [one.text("href").removeprefix("#") for one in control.nodes("links") if one.text("rel") == rel]
            targets = dict.fromkeys(re.sub(OF_CONTROL, "", link) for link in links)
            if targets:
                told.append(f"{_WORDS[rel][self.language]} {', '.join(targets)}")
        return to_name("; ".join(told) + ".")
