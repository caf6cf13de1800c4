"""What our own export wrote in our namespace, read back; anything else that stands there is left alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bio_check.load.imports.draft import to_name
from bio_check.load.imports.oscal_node import Node
from bio_check.wording import Language

CONTEXT = "context"
"""The class of the group that holds what asks nothing."""
RETIRED = {"moved": "moved-to", "withdrawn": "see", "see": "see", "no-measure": "see"}
"""Status of a retired measure to the key that tells where it leads."""
_ROLES = "board|ciso|line|process-owner|it|hr|facilities|procurement"
_ONE: Mapping[str, str] = {
    "duty": "law|self-regulation",
    "role": _ROLES,
    "rhythm": r"P[1-9]\d{0,2}[YMWD]",
    "effort": "[SML]",
    "weight": "[123]",
    "phase": "[123]",
}
"""What the property of a name may hold."""
_MANY: Mapping[str, tuple[str, str]] = {
    "attribute": ("attributes", "type|properties|concepts|capabilities|domains"),
    "article": ("articles", "directive|act|decree|ministerial|regulation"),
}
"""The name of a property that may stand often, to our key and the classes that are keys below it."""
_AUDIENCE = "supplier|auditor|board"
_NUMBERS = {"weight", "phase"}
_HEAVIEST = 3


def printed_id(node: Node) -> str:
    """Return the id as printed: of our own export the one before it was made a token, else the id as it is."""
    label = node.own().get("label")
    return to_name(label.text("value") if label else node.text("id"))


def is_measure(control: Node) -> bool:
    """Whether a control in a control was a measure of ours."""
    kind = control.own().get("kind")
    return kind is not None and kind.text("value") == "measure"


def own_details(control: Node, language: Language = "en") -> dict[str, Any]:
    """Return what our properties tell of a control, under the keys of a catalogue."""
    found: dict[str, Any] = {}
    for one in control.nodes("props"):
        if one.is_ours:
            _take(one, found, language)
    if found.get("weight") == _HEAVIEST and "weight-reason" not in found:
        del found["weight"]
    status = found.get("status", "")
    if status in RETIRED:
        targets = _targets(control, RETIRED[status])
        return {"status": status, **({RETIRED[status]: targets} if targets else {})}
    return found


def _take(prop: Node, found: dict[str, Any], language: Language) -> None:
    name, said = prop.text("name"), prop.text("value")
    if name in _ONE and re.fullmatch(_ONE[name], said):
        found[name] = int(said) if name in _NUMBERS else said
        if name == "weight" and (reason := prop.text("remarks")):
            found["weight-reason"] = {language: reason}
    elif name in _MANY and re.fullmatch(_MANY[name][1], prop.text("class")):
        _add(found.setdefault(_MANY[name][0], {}).setdefault(prop.text("class"), []), to_name(said))
    elif name == "audience" and re.fullmatch(_AUDIENCE, said):
        _add(found.setdefault("audience", []), said)
    elif name == "status" and said in RETIRED:
        found["status"] = said


def _add(words: list[str], word: str) -> None:
    if word and word not in words:
        words.append(word)


def _targets(control: Node, key: str) -> list[str]:
    """Return where a retired measure leads, as printed."""
    links = [one for one in control.nodes("links") if key and one.text("rel") == key]
    return [name for one in links if (name := to_name(one.text("text")))]
