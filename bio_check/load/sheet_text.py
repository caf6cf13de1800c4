"""The text of a sheet in pieces: where each key with its comments begins and ends, so that one can be changed alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bio_check.value import value

Changes = dict[tuple[int, int], str]
"""Stretch of a text to what comes in its place."""


@value
class Piece:
    """A key of a block mapping with all that belongs to it, as a stretch of the text."""

    key: str
    lead: int
    """Where the comments right above it begin, or its own line."""
    start: int
    """Where its own line begins."""
    key_start: int
    key_end: int
    node: Any
    """Of its value."""
    end: int
    """Behind its last line, comments that are indented further included."""
    tail: int
    """Behind the blank lines that follow."""

    @property
    def column(self) -> int:
        """How far its key is indented."""
        return self.key_start - self.start


@value
class SheetText:
    """A text, and the tree that it is."""

    text: str
    root: Any

    @property
    def line_end(self) -> str:
        """What ends its lines."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def pieces(self, node: Any) -> dict[str, Piece] | None:  # noqa: ANN401  # nodes of PyYAML, which has no types for them
        """Return the keys of a mapping in block style; None for anything else."""
        if not is_mapping(node) or node.flow_style:
            return None
        found: dict[str, Piece] = {}
        bottom = 0
        for key, below in node.value:
            piece = self._piece(key, below, bottom)
            found[piece.key] = piece
            bottom = piece.end
        return found

    def _piece(self, key: Any, below: Any, bottom: int) -> Piece:  # noqa: ANN401  # the same
        key_start = key.start_mark.index
        start = self.text.rfind("\n", 0, key_start) + 1
        column, lead = key_start - start, start
        while lead > bottom and self._is_comment(above := self.text.rfind("\n", 0, lead - 1) + 1, 0, column):
            lead = above
        end = self._line_after(_content_end(below, self.text))
        ahead = end
        while ahead < len(self.text) and (self._is_comment(ahead, column + 1) or self._is_blank(ahead)):
            blank, ahead = self._is_blank(ahead), self._line_after(ahead)
            end = end if blank else ahead
        tail = end
        while tail < len(self.text) and self._is_blank(tail):
            tail = self._line_after(tail)
        return Piece(key.value, lead, start, key_start, key.end_mark.index, below, end, tail)

    def _line_after(self, index: int) -> int:
        line_end = self.text.find("\n", index)
        return len(self.text) if line_end < 0 else line_end + 1

    def _line(self, start: int) -> str:
        return self.text[start : self._line_after(start)]

    def _is_blank(self, start: int) -> bool:
        return not self._line(start).strip()

    def _is_comment(self, start: int, least: int, most: int = 1 << 30) -> bool:
        line = self._line(start)
        bare = line.lstrip(" ")
        return bare.startswith("#") and least <= len(line) - len(bare) <= most


def read_sheet_text(text: str) -> SheetText:
    """Return a text as a tree; it must have been read without a fault before."""
    import yaml  # noqa: PLC0415  # only for sheets that are changed

    return SheetText(text, yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def is_mapping(node: Any) -> bool:  # noqa: ANN401  # the same
    """Whether a node holds keys."""
    return getattr(node, "id", None) == "mapping"


def _content_end(node: Any, text: str) -> int:  # noqa: ANN401  # the same
    """Return where the last thing below a node ends; of a block that is before the next key, not right behind it."""
    start, end = node.start_mark.index, node.end_mark.index
    if node.id == "scalar" or node.flow_style:
        return int(start) + len(text[start:end].rstrip())
    if not node.value:
        return int(start)
    last = node.value[-1]
    return _content_end(last[1] if node.id == "mapping" else last, text)


def with_changes(text: str, changes: Mapping[tuple[int, int], str]) -> str:
    """Return a text in which stretches that do not overlap are replaced."""
    for (start, end), told in sorted(changes.items(), reverse=True):
        text = text[:start] + told + text[end:]
    return text
