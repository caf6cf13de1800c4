"""Blocks on a terminal, with Rich: the same words as the plain text, in colour where colour is wanted."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from bio_check.render.blocks import INDENT, STYLES, WIDTH, Block, Table, fitted
from bio_check.wording import printable


def print_blocks(blocks: Iterable[Block], stream: TextIO) -> None:
    """Print blocks; with NO_COLOR set without any escape code, where Rich would still make text bold or dim."""
    console = Console(
        file=stream,
        highlight=False,
        emoji=False,
        markup=False,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
    )
    width = min(console.width, 120) if console.width else WIDTH
    for block in blocks:
        if isinstance(block, Table):
            console.print(Padding(_rich_table(block, width), (0, 0, 0, len(INDENT))))
        else:
            text = Text()
            for part in block:
                text.append(printable(part.text), STYLES.get(part.style, ""))
            console.print(text, soft_wrap=True)


def _rich_table(table: Table, width: int) -> RichTable:
    rich = RichTable(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    head, *rows = fitted(table, width)
    for index, title in enumerate(head):
        rich.add_column(title, justify="right" if index in table.right else "left", no_wrap=True)
    for texts, parts in zip(rows, table.rows, strict=True):
        rich.add_row(*(Text(text, STYLES.get(part.style, "")) for text, part in zip(texts, parts, strict=True)))
    return rich
