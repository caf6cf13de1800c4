"""What a command prints, before it is known whether a terminal or a pipe will get it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from bio_check.value import value
from bio_check.wording import printable

WIDTH = 80
INDENT = "  "
DEEPEST = 24
"""Columns that a line of a norm is indented by, at most."""
HARD_SPACE = "\u00a0"


@value
class Part:
    """A stretch of text in one style."""

    text: str
    style: str = ""
    """A name of `STYLES`; colour never says what the words do not."""


Line = tuple[Part, ...]


@value
class Table:
    """Rows under a head; the column marked as wide gives way where the width is too small."""

    head: tuple[str, ...]
    rows: tuple[tuple[Part, ...], ...]
    wide: int
    """Index of the column that is cut to fit."""
    right: frozenset[int] = frozenset()
    """Indexes of right-aligned columns."""


Block = Line | Table

STYLES = {
    "title": "bold",
    "quiet": "dim",
    "met": "green",
    "partial": "yellow",
    "not-met": "red",
    "unanswered": "cyan",
    "to-be-judged": "blue",
    "uncovered": "dim",
    "not-applicable": "dim",
}


def line(*parts: Part | str) -> Line:
    """Return a line; plain text becomes a part without style."""
    return tuple(Part(part) if isinstance(part, str) else part for part in parts)


def paragraph(text: str, indent: str = INDENT, style: str = "", *, hang: str = "") -> Iterator[Line]:
    """Give the lines of a text that fits the width; `hang` comes before all lines but the first.

    No word is broken, and no line at a hard space.
    """
    import textwrap  # noqa: PLC0415  # compiles four patterns, and most commands wrap nothing

    lines = textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
    for one in lines:
        yield line(Part(one.replace(HARD_SPACE, " "), style))


def paragraphs(text: str) -> Iterator[Line]:
    """Give a text line by line, each wrapped under its own indent: a norm counts its points by lines."""
    for one in text.splitlines():
        said = one.strip()
        deep = min(len(one) - len(one.lstrip()), DEEPEST)
        yield from paragraph(said, INDENT + " " * deep)


def facts_line(facts: Iterable[str]) -> Iterator[Line]:
    """Give short facts beside each other; a line breaks only between two of them."""
    return paragraph(" · ".join(fact.replace(" ", HARD_SPACE) for fact in facts), style="quiet")


def to_plain(blocks: Iterable[Block], width: int = WIDTH) -> str:
    """Return blocks as plain text; no line that we lay out is longer than `width`."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            lines += _plain_table(block, width)
        else:
            lines.append(printable_line(block))
    return "\n".join(lines) + "\n"


def printable_line(parts: Line) -> str:
    """Return the text of a line, safe for a terminal."""
    return "".join(printable(part.text) for part in parts).rstrip()


def cell_width(text: str) -> int:
    """Return how many columns a terminal needs for a text."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@cache
def _columns(char: str) -> int:
    return 0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, width: int) -> str:
    """Return a text that fits in `width` columns, with … where it was cut."""
    if cell_width(text) <= width:
        return text
    room = width - 1
    for place, char in enumerate(text):
        room -= _columns(char)
        if room < 0:
            return text[:place].rstrip() + "…"
    return text


def fitted(table: Table, width: int) -> list[list[str]]:
    """Return the texts of a table, head first, with the wide column cut to fit the width."""
    rows = [list(table.head), *([printable(part.text) for part in row] for row in table.rows)]
    widths = _widths(rows)
    spare = width - len(INDENT) - 2 * (len(widths) - 1) - (sum(widths) - widths[table.wide])
    for row in rows:
        row[table.wide] = cut(row[table.wide], max(spare, 8))
    return rows


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(cell_width(row[index]) for row in rows) for index in range(len(rows[0]))]


def _plain_table(table: Table, width: int) -> list[str]:
    rows = fitted(table, width)
    widths = _widths(rows)
    lines = []
    for row in rows:
        cells = []
        for index, text in enumerate(row):
            padding = " " * (widths[index] - cell_width(text))
            cells.append(padding + text if index in table.right else text + padding)
        lines.append((INDENT + "  ".join(cells)).rstrip())
    return lines
