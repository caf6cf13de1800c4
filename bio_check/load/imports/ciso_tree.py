"""The requirements of a CISO Assistant framework as groups, controls and measures of ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import takewhile
from typing import Any

from bio_check.load.imports.draft import Ids, tell, to_title
from bio_check.load.imports.imported import Remarks
from bio_check.load.imports.texts import Raw, Texts, listed, mapping, plain
from bio_check.value import value
from bio_check.wording import LANGUAGES

DEEPEST = 20
"""Levels of headings that are followed."""
BETWEEN = " > "
LONGEST_HEADING = 60
LEFT_OUT = ("typical_evidence", "annotation", "threats", "reference_controls")
HEADING = ("name", "description", "ref_id", "annotation")
"""Where the title of a node is looked for."""
WEIGHTS = {"1": 1, "2": 2, "3": 3}
HEAVIEST = 3


@value
class Node:
    """One requirement or heading."""

    values: Raw
    urn: str
    above: tuple[Node, ...]
    """Its headings, the nearest first."""

    @property
    def is_item(self) -> bool:
        """Whether it gets an answer."""
        return self.values.get("assessable") is True

    @property
    def ref(self) -> str:
        """Its own number; empty where it has none."""
        return " ".join(plain(self.values.get("ref_id")).split())

    @property
    def tail(self) -> str:
        """The last part of its urn."""
        return self.urn.rsplit(":", 1)[-1].strip()


def to_nodes(raw: object) -> list[Node]:
    """Return the nodes of a framework in order; what is no node is left out, and a circle of headings is cut."""
    values = list({id(one): one for one in listed(raw) if isinstance(one, dict)}.values())
    parents: dict[str, Raw] = {urn: one for one in reversed(values) if (urn := plain(one.get("urn")))}
    made: dict[int, Node] = {}
    for one in values:
        waiting: dict[int, Raw] = {}
        at: Raw | None = one
        while at is not None and id(at) not in made and id(at) not in waiting:
            waiting[id(at)] = at
            at = parents.get(plain(at.get("parent_urn")))
        above = made.get(id(at)) if at is not None else None
        for below in reversed(waiting.values()):
            chain = (above, *above.above)[-DEEPEST:] if above else ()
            above = made[id(below)] = Node(below, plain(below.get("urn")), chain)
    return [made[id(one)] for one in values]


class Tree:
    """Places each assessable node once: under its top heading, and below the nearest heading that asks nothing.

    Args:
        nodes: Of one framework, in order.
        texts: Picks the languages.
        name: Id and title of the group for nodes without a heading.
    """

    def __init__(self, nodes: list[Node], texts: Texts, name: tuple[str, dict[str, str]]) -> None:
        self.nodes, self.texts, self.name = nodes, texts, name
        self.idents: dict[int, str] = {}
        self.headings: dict[int, dict[str, str]] = {}
        self.groups: dict[int, dict[str, Any]] = {}
        self.places: dict[int, dict[str, Any]] = {}
        self.odd_weights: list[str] = []
        self.parents = {id(above) for node in nodes for above in node.above}
        self.roots = {id(node.above[-1]) for node in nodes if node.above}
        self._name_all()
        for node in nodes:
            if node.is_item:
                self._place(node)

    def context(self) -> list[dict[str, Any]]:
        """Return the nodes that ask nothing and have nothing below them."""
        found = []
        for node in self.nodes:
            if not node.is_item and id(node) not in self.parents and (title := self.texts.of(node.values, *HEADING)):
                entry: dict[str, Any] = {"id": self.idents[id(node)], "title": _short(title)}
                if plain(node.values.get("name")) and (note := self.texts.of(node.values, "description")):
                    entry["note"] = note
                found.append(entry)
        return found

    def tell(self, remarks: Remarks) -> None:
        """Warn of ids that are not the publisher's, and of what has no place with us."""
        items = [node for node in self.nodes if node.is_item]
        tell(remarks, "import-no-ids", (self.idents[id(one)] for one in items if not one.ref))
        changed = (self.idents[id(one)] for one in items if one.ref and self.idents[id(one)] != one.ref)
        tell(remarks, "import-same-ids", changed)
        tell(remarks, "import-weight", self.odd_weights)
        for key in LEFT_OUT:
            holders = [node for node in self.nodes if node.values.get(key)]
            tell(remarks, "import-key-left-out", (self.idents.get(id(one), one.tail) for one in holders), key=key)

    def _name_all(self) -> None:
        """Give each node its own number where no other has it, else the tail of its urn."""
        inner = [node for node in self.nodes if node.is_item or id(node) not in self.roots]
        refs, ids = Counter(node.ref for node in inner), Ids()
        for node in inner:
            if refs[node.ref] == 1 and node.ref:
                self.idents[id(node)] = ids.take(node.ref)
        for node in inner:
            if id(node) not in self.idents:
                self.idents[id(node)] = ids.take(node.tail or node.ref)
        self.group_ids = ids

    def _place(self, node: Node) -> None:
        below_root = node.above[:-1]
        place = next((above for above in below_root if not above.is_item), None)
        headings = tuple(takewhile(lambda above: above is not place, below_root))
        item = self._item(node, headings)
        group = self._group(node)
        if place is None:
            group["controls"].append(item)
            return
        if id(place) not in self.places:
            self.places[id(place)] = self._control(place)
            group["controls"].append(self.places[id(place)])
        self.places[id(place)]["measures"].append(item)

    def _group(self, node: Node) -> dict[str, Any]:
        root = node.above[-1] if node.above else node if id(node) in self.parents else None
        key = id(root) if root else 0
        if key not in self.groups:
            ident, title = self.name
            if root:
                ident, title = root.ref or root.tail, _short(self.texts.of(root.values, *HEADING)) or title
            self.groups[key] = {"id": self.group_ids.take(ident), "title": title, "controls": []}
        return self.groups[key]

    def _control(self, place: Node) -> dict[str, Any]:
        """Return a heading as a control that holds measures."""
        chain = (place, *place.above[:-1])
        control: dict[str, Any] = {"id": self.idents[id(place)], "title": self._title(place, chain[1:])}
        if plain(place.values.get("name")) and (text := self.texts.of(place.values, "description")):
            control["statement"] = text
        return {**control, "measures": []}

    def _item(self, node: Node, headings: Iterable[Node]) -> dict[str, Any]:
        item: dict[str, Any] = {"id": self.idents[id(node)], "title": self._title(node, headings)}
        name = self.texts.of(node.values, "name")
        keys = ("description", "annotation")
        if any(plain(node.values.get(key)) for key in keys):
            item["statement"] = self.texts.of(node.values, *keys)
        elif name != _short(name):
            item["statement"] = name
        if question := self._question(node.values):
            item["question"] = question
        weight = plain(node.values.get("weight"))
        if weight in WEIGHTS:
            item["weight"] = WEIGHTS[weight]
            if item["weight"] == HEAVIEST:
                item["weight-reason"] = {"nl": "Gewicht van de uitgever.", "en": "Weight given by the publisher."}
        elif weight:
            self.odd_weights.append(item["id"])
        return item

    def _title(self, node: Node, headings: Iterable[Node]) -> dict[str, str]:
        """Return the name of a node, or the beginning of its text, behind the headings above it."""
        own = self._heading(node) or dict.fromkeys(LANGUAGES, self.idents[id(node)])
        chain = [self._heading(one) for one in reversed(tuple(headings))]
        titles = {}
        for language, text in own.items():
            above = [one.get(language) or one[self.texts.main] for one in chain if one]
            parts = [to_title(one, LONGEST_HEADING).rstrip(":;. ") or "-" for one in above]
            titles[language] = BETWEEN.join([*parts, to_title(text)])
        return titles

    def _heading(self, node: Node) -> dict[str, str]:
        if id(node) not in self.headings:
            self.headings[id(node)] = self.texts.of(node.values, *HEADING)
        return self.headings[id(node)]

    def _question(self, values: Raw) -> dict[str, str]:
        """Return all questions of a node as one text, in the newer and in the older spelling."""
        found = values.get("questions") or mapping(values.get("question")).get("questions")
        asked = list(found.values()) if isinstance(found, dict) else listed(found)
        texts = [self.texts.of(one, "text") for one in asked if isinstance(one, dict)]
        whole = [text for text in texts if text]
        spoken = [language for language in LANGUAGES if whole and all(language in text for text in whole)]
        return {language: "\n".join(text[language] for text in whole) for language in spoken}


def _short(texts: dict[str, str]) -> dict[str, str]:
    return {language: to_title(text) for language, text in texts.items()}
