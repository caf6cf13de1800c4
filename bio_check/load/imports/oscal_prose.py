"""Texts of an OSCAL control: parts joined under their labels, with parameters filled in as a person reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bio_check.load.imports.imported import LONGEST_TEXT, to_plain
from bio_check.load.imports.oscal_node import Node
from bio_check.wording import Language

_DEEPEST = 12
"""Levels of parts, and of parameters in parameters: NIST SP 800-53 has four."""
_MOST_CHOICES = 50
_LONGEST_INSERT = 1_000
"""Characters of a parameter: parameters in parameters in parameters would else fill the machine."""
_INSERT = r"\{\{\s*(?:insert:\s*param\s*,\s*|param:\s*)?([^\s{},]{1,200})\s*\}\}"
_INNER_LINK = r"\[([^\[\]]{0,300})\]\(#[^()\s]{0,300}\)"
_HOW_MANY: Mapping[str, Mapping[Language, str]] = {
    "one-or-more": {"nl": "een of meer van: ", "en": "one or more of: "},
    "one": {"nl": "een van: ", "en": "one of: "},
}


def parameters_of(node: Node, above: Mapping[str, Node]) -> Mapping[str, Node]:
    """Return the parameters that hold below a catalogue, group or control, by id."""
    own = {ident: one for one in node.nodes("params") if (ident := one.text("id"))}
    return {**above, **own} if own else above


class Prose:
    """Makes running text of the parts of one control.

    Args:
        parameters: Those that hold there, by id.
        language: Of the few words between choices.
    """

    def __init__(self, parameters: Mapping[str, Node], language: Language) -> None:
        self.parameters = parameters
        self.language = language
        self.shown: dict[str, str] = {}
        self.depth = 0

    def of(self, parts: list[Node]) -> str:
        """Return parts and all that stands in them as one text; an item below another one is indented."""
        lines, length = [], 0
        for line in (line for part in parts for line in self._lines(part, 0)):
            lines.append(line)
            length += len(line) + 1
            if length > LONGEST_TEXT:
                parts[0].note("import-text-cut", most=LONGEST_TEXT)
                break
        return to_plain("\n".join(lines))

    def _lines(self, part: Node, depth: int) -> Iterator[str]:
        text, label, title = self.fill(part, part.text("prose")), part.prop("label"), part.text("title")
        said = " ".join(one for one in (label, f"{title}:" if title and text else title, text) if one)
        if said:
            yield "  " * depth + said
        if depth >= _DEEPEST and part.values.get("parts"):
            part.note("oscal-too-deep", "parts", most=_DEEPEST)
            return
        for below in part.nodes("parts"):
            yield from self._lines(below, depth + bool(said))

    def fill(self, node: Node, prose: str) -> str:
        """Return prose with each `{{ insert: param, … }}` filled in, and links within the document as plain words."""
        if "{{" in prose:
            prose = re.sub(_INSERT, lambda match: self._insert(node, match[1]), prose)
        return re.sub(_INNER_LINK, r"\1", prose) if "](#" in prose else prose

    def _insert(self, node: Node, ident: str) -> str:
        """Return a parameter as a person reads it: its values, or in brackets what belongs there, within its bounds."""
        if ident not in self.shown:
            self.shown[ident] = f"[{ident}]"  # what it is inside itself
            found = self.parameters.get(ident)
            if found is None:
                node.note("oscal-unknown-parameter", "prose", id=ident)
            elif self.depth == _DEEPEST:
                node.note("oscal-too-deep", "prose", most=_DEEPEST)
            else:
                self.depth += 1
                self.shown[ident] = self._parameter(found, ident)
                self.depth -= 1
            if len(self.shown[ident]) > _LONGEST_INSERT:
                node.note("import-text-cut", "prose", most=_LONGEST_INSERT)
                self.shown[ident] = f"{self.shown[ident][: _LONGEST_INSERT - 1]}…"
        return self.shown[ident]

    def _parameter(self, found: Node, ident: str) -> str:
        if values := found.texts("values")[:_MOST_CHOICES]:
            return ", ".join(values)
        select = found.node("select")
        if choices := select.texts("choice")[:_MOST_CHOICES]:
            many = _HOW_MANY.get(select.text("how-many") or "one", {}).get(self.language, "")
            wanted = many + "; ".join(self.fill(found, one) for one in choices)
        else:
            wanted = self.fill(found, found.text("label")) or ident
        bounds = [text for one in found.nodes("constraints") if (text := self.fill(one, one.text("description")))]
        return f"[{' – '.join([wanted, *bounds[:_MOST_CHOICES]])}]"
