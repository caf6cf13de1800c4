"""From libyaml's events to plain values, within limits, with the place of each."""

from __future__ import annotations

import re
from typing import Any, Protocol

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from bio_check.errors import Faults, Place, UnusableInputError, diagnostic
from bio_check.load.yaml_text import Limits

MERGE = "<<"

Key = str | int
Marks = dict[tuple[int, Key], tuple[Any, ...]]
"""(id of container, key) to the parser's marks of the key, and of its value where that is neither nested nor empty;
in a list of the value. A mark has a `line` and a `column`, counted from 0."""
_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}
_MOST_DIGITS = 18
_FIRST_OF_WHOLE = frozenset("-0123456789")
_CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]"


class Parser(Protocol):
    """Whatever gives YAML events one by one."""

    def get_event(self) -> Any:  # noqa: ANN401  # events of PyYAML, whose stubs leave out most fields
        """Return the next event."""


def build_values(parser: Parser, file: str, faults: Faults, limits: Limits) -> tuple[object, Marks]:
    """Return the value of the only document, and where each value in it stands.

    Args:
        parser: What gives the events.
        file: For the places of faults.
        faults: Gets each duplicate or merge key, tag and control character; reading goes on.
        limits: How much is read.

    Raises:
        UnusableInputError: A key is no text, there is an alias or a second document, or a limit is passed; told with
            the faults before it.
    """
    builder = _Builder(file, faults, limits)
    while True:
        event = parser.get_event()
        kind = type(event)
        if kind is ScalarEvent:
            builder.scalar(event)
        elif kind is MappingStartEvent:
            builder.open(event, {})
        elif kind is SequenceStartEvent:
            builder.open(event, [])
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            builder.close()
        elif kind is AliasEvent:
            raise builder.refusal("yaml-alias", event)
        elif kind is DocumentStartEvent:
            builder.document(event)
        elif kind is StreamEndEvent:
            return builder.root, builder.marks


def is_whole(text: str) -> bool:
    """Whether plain text is a whole number that is written back just as it was: no +, no leading zero, no -0."""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        return False
    return digits[0] != "0" or text == "0"


def control_in(text: str) -> re.Match[str] | None:
    """Return the first control character in a text, if there is one."""
    return re.search(_CONTROL, text)  # not compiled ahead: hardly any file needs it


class _Builder:
    def __init__(self, file: str, faults: Faults, limits: Limits) -> None:
        self.file = file
        self.faults = faults
        self.limits = limits
        self.marks: Marks = {}
        self.root: Any = None
        self.holder: Any = None  # the container that is being filled: a dict, a list, or None above the root
        self.key: str | None = None  # in a mapping: the key whose value comes next
        self.key_mark: Any = None
        self.above: list[tuple[Any, str | None]] = []
        # What a faulty key put aside; kept, so that no new container gets its id and with that its marks.
        self.replaced: list[object] = []
        self.values = 0
        self.documents = 0

    def scalar(self, event: Any) -> None:  # noqa: ANN401  # see Parser
        text: str = event.value
        if event.tag is not None:
            self.fault("yaml-tag", event, tag=_as_written(event.tag))
        if not text.isprintable() and control_in(text):
            text = text.replace("\r\n", "\n")  # what a web form made of a line break
            if character := control_in(text):
                self.fault("control-character", event, character=f"U+{ord(character[0]):04X}")
                text = re.sub(_CONTROL, "\ufffd", text)
        if type(self.holder) is dict and self.key is None:
            self.take_key(text, event)
            return
        value: object = text
        plain = event.implicit[0] or (event.tag is not None and not event.style)  # not quoted, not folded
        if plain:
            if text in _CONSTANTS:
                value = _CONSTANTS[text]
            elif text[0] in _FIRST_OF_WHOLE and is_whole(text):
                value = int(text)
        self.put(value, event, at_value=not plain or bool(text))
        self.key = None

    def take_key(self, text: str, event: Any) -> None:  # noqa: ANN401  # see Parser
        if text == MERGE:
            self.fault("yaml-merge", event)
        if text in self.holder:
            self.fault("duplicate-key", event, key=text)
            self.replaced.append(self.holder[text])
        self.key, self.key_mark = text, event.start_mark

    def open(self, event: Any, container: dict[str, Any] | list[Any]) -> None:  # noqa: ANN401  # see Parser
        if event.tag is not None:
            self.fault("yaml-tag", event, tag=_as_written(event.tag))
        if len(self.above) >= self.limits.depth:
            raise self.refusal("nested-too-deep", event, limit=self.limits.depth)
        if type(self.holder) is dict and self.key is None:
            raise self.refusal("yaml-key", event)
        self.put(container, event, at_value=False)
        self.above.append((self.holder, None))
        self.holder, self.key = container, None

    def close(self) -> None:
        self.holder, self.key = self.above.pop()

    def put(self, value: object, event: Any, *, at_value: bool) -> None:  # noqa: ANN401  # see Parser
        """Put a value in its container, and mark where it stands unless its key tells that better."""
        self.values += 1
        if self.values > self.limits.values:
            raise self.refusal("too-many-values", event, limit=self.limits.values)
        if self.holder is None:
            self.root = value
        elif type(self.holder) is list:
            self.marks[id(self.holder), len(self.holder)] = (event.start_mark,)
            self.holder.append(value)
        elif self.key == MERGE:
            self.replaced.append(value)
        elif self.key is not None:
            marks = (self.key_mark, event.start_mark) if at_value else (self.key_mark,)
            self.marks[id(self.holder), self.key] = marks
            self.holder[self.key] = value

    def document(self, event: Any) -> None:  # noqa: ANN401  # see Parser
        self.documents += 1
        if self.documents > 1:
            raise self.refusal("yaml-documents", event)

    def place(self, event: Any) -> Place:  # noqa: ANN401  # see Parser
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)

    def fault(self, code: str, event: Any, **values: object) -> None:  # noqa: ANN401  # see Parser
        self.faults.add(code, self.place(event), **values)

    def refusal(self, code: str, event: Any, **values: object) -> UnusableInputError:  # noqa: ANN401  # see Parser
        return UnusableInputError([*self.faults.found, diagnostic(code, self.place(event), **values)])


def _as_written(tag: str) -> str:
    short = tag.removeprefix("tag:yaml.org,2002:")
    return tag if short == tag else f"!!{short}"
