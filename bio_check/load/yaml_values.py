"""From libyaml's events to plain values, within limits, with the place of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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

MAX_DEPTH = 64
MAX_VALUES = 1_000_000

Key = str | int
Marks = dict[tuple[int, Key], tuple[int, int]]
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}
_FIRST_OF_WHOLE = frozenset("-0123456789")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


class Parser(Protocol):
    """Whatever gives YAML events one by one."""

    def get_event(self) -> Any:  # noqa: ANN401  # events of PyYAML, whose stubs leave out most fields
        """Return the next event."""


def build_values(parser: Parser, file: str, faults: Faults) -> tuple[object, Marks]:
    """Return the value of the only document, and where each value in it stands.

    Args:
        parser: What gives the events.
        file: For the places of faults.
        faults: Gets each duplicate or merge key, tag and control character; reading goes on.

    Raises:
        UnusableInputError: A key is no text, there is an alias or a second document, or a limit is passed.
    """
    builder = _Builder(file, faults)
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


@dataclass(slots=True)
class _Builder:
    file: str
    faults: Faults
    marks: Marks = field(default_factory=dict)
    root: Any = None
    holder: Any = None
    """The container that is being filled: a dict, a list, or None above the root."""
    key: str | None = None
    """In a mapping: the key whose value comes next."""
    above: list[tuple[Any, str | None]] = field(default_factory=list)
    values: int = 0
    documents: int = 0

    def scalar(self, event: Any) -> None:  # noqa: ANN401  # see Parser
        text: str = event.value
        if event.tag is not None:
            self.fault("yaml-tag", event, tag=event.tag)
        if _CONTROL.search(text):
            self.fault("control-character", event)
        if type(self.holder) is dict and self.key is None:
            self.take_key(text, event)
            return
        value: object = text
        if event.implicit[0]:  # plain: not quoted, not folded
            if text in _CONSTANTS:
                value = _CONSTANTS[text]
            elif text[0] in _FIRST_OF_WHOLE and _WHOLE.fullmatch(text):
                value = int(text)
        self.put(value, event, at_value=bool(text))
        self.key = None

    def take_key(self, text: str, event: Any) -> None:  # noqa: ANN401  # see Parser
        if event.implicit[0] and text == "<<":
            self.fault("yaml-merge", event)
        if text in self.holder:
            self.fault("duplicate-key", event, key=text)
        self.mark(text, event)
        self.key = text

    def open(self, event: Any, container: dict[str, Any] | list[Any]) -> None:  # noqa: ANN401  # see Parser
        if event.tag is not None:
            self.fault("yaml-tag", event, tag=event.tag)
        if len(self.above) >= MAX_DEPTH:
            raise self.refusal("nested-too-deep", event, limit=MAX_DEPTH)
        if type(self.holder) is dict and self.key is None:
            raise self.refusal("yaml-key", event)
        self.put(container, event, at_value=False)
        self.above.append((self.holder, None))
        self.holder, self.key = container, None

    def close(self) -> None:
        self.holder, self.key = self.above.pop()

    def put(self, value: object, event: Any, *, at_value: bool) -> None:  # noqa: ANN401  # see Parser
        """Put a value in its container; in a mapping a nested or empty value is found at its key."""
        self.values += 1
        if self.values > MAX_VALUES:
            raise self.refusal("too-many-values", event, limit=MAX_VALUES)
        if self.holder is None:
            self.root = value
        elif type(self.holder) is list:
            self.mark(len(self.holder), event)
            self.holder.append(value)
        elif self.key is not None:
            if at_value:
                self.mark(self.key, event)
            self.holder[self.key] = value

    def mark(self, key: Key, event: Any) -> None:  # noqa: ANN401  # see Parser
        mark = event.start_mark
        self.marks[id(self.holder), key] = mark.line + 1, mark.column + 1

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
        return UnusableInputError([diagnostic(code, self.place(event), **values)])
