"""Numbered measures in Markdown: under headings, in tables, or behind a number in bold."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from bio_check.value import value

_NUMBER = r"(\d{1,2}\.\d{1,2}\.\d{1,2})(?![\d]|\.\d)"
_HEADING = re.compile(
    rf"\s{{0,3}}#{{1,6}}\s*[*_]*(?:(?:overheids)?maatregel\s+)?{_NUMBER}[*_]*[\s.:–—-]*(.*)", re.IGNORECASE
)
_OTHER_HEADING = re.compile(r"\s{0,3}(#{1,6}(\s|$)|(-\s*){3,}$|(\*\s*){3,}$|(_\s*){3,}$)")
_ROW = re.compile(rf"\s*\|\s*[*_`]*{_NUMBER}[*_`]*\s*\|(.*)")
_BOLD = re.compile(rf"\s*(?:>\s*)?(?:[-*+]\s+)?(\*\*|__){_NUMBER}[.:]?\1[\s.:–—-]*(.*)")
_BARE = re.compile(rf"\s*(?:[-*+]\s+)?{_NUMBER}[.:]?\s+(\S.*)")
_SERVES = re.compile(r"(^\W*draagt bij aan\b)|(\bdraagt bij aan:)", re.IGNORECASE)
_HYGIENE = re.compile(r"((basishygi[eë]ne|ketenhygi[eë]ne|overheidsrisico|nis2)[\s,;.]*)+$", re.IGNORECASE)
_TEXT_COLUMN = re.compile(r"maatregel|tekst|omschrijving|beschrijving", re.IGNORECASE)


@value
class Found:
    """One measure in the file."""

    id: str
    text: str
    """With its line breaks, without marks of Markdown."""


def read_measures(text: str) -> Iterator[Found]:
    """Return the measures of a text in order, in whichever form each stands."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    bare = not any(_HEADING.match(line) or _ROW.match(line) or _BOLD.match(line) for line in lines)
    ident, body, column, in_table = "", [""], 0, False
    for line in lines:
        is_row = line.lstrip().startswith("|")
        if is_row and not in_table:
            column = _column(line)
        in_table = is_row
        begun = _begin(line, column, bare=bare)
        if ident and (begun or is_row or _OTHER_HEADING.match(line)):
            yield Found(ident, _clean(body))
            ident = ""
        if begun:
            ident, body = begun[0], [begun[1]]
        elif ident:
            body.append(line)
    if ident:
        yield Found(ident, _clean(body))


def _begin(line: str, column: int, *, bare: bool) -> tuple[str, str] | None:
    """Return the id of the measure that begins on a line, and the first of its text."""
    if row := _ROW.match(line):
        return row[1], _cell(row[2], column)
    if bold := _BOLD.match(line):
        return bold[2], bold[3]
    begun = _HEADING.match(line) or (_BARE.match(line) if bare else None)
    return (begun[1], begun[2]) if begun else None


def _column(head: str) -> int:
    """Return which cell behind the id holds the text, by the head of the table; -1 where it does not say so."""
    cells = _cells(head.strip().removeprefix("|"))[1:]
    return next((index for index, cell in enumerate(cells) if _TEXT_COLUMN.search(cell)), -1)


def _cell(rest: str, column: int) -> str:
    cells = _cells(rest)
    return cells[column] if 0 <= column < len(cells) and cells[column] else max(cells, key=len)


def _cells(row: str) -> list[str]:
    """Return the cells of a row; a bar behind a backslash is text."""
    cells = re.split(r"(?<!\\)\|", row.strip().removesuffix("|"))
    return [cell.replace("\\|", "|").strip() for cell in cells]


def _clean(lines: list[str]) -> str:
    """Return the text of a measure: without what it serves, what was said about it, and marks."""
    kept: list[str] = []
    for line in re.sub(r"<br\s*/?>", "\n", "\n".join(lines), flags=re.IGNORECASE).split("\n"):
        if line.lstrip().startswith((">", "!!!", "<!--")):
            continue
        clean = _unmarked(line)
        serves = _SERVES.search(clean)
        if not _HYGIENE.match(clean):
            kept.append(clean[: serves.start()].strip() if serves else clean)
        if serves:
            break
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _unmarked(line: str) -> str:
    """Return one line without links, tags, emphasis and entities, its blanks as single spaces."""
    line = re.sub(r"<(https?:[^<>\s]{1,500})>", r"\1", line)
    line = re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", line)
    line = re.sub(r"!?\[([^\[\]]{0,500})\]\(([^()\s]{0,500})\)", r"\1 (\2)", line)
    line = re.sub(r"\*\*(?=\S)([^*]{1,2000})\*\*|__(?=\S)([^_]{1,2000})__", r"\1\2", line)
    line = re.sub(r"\\([\\`*_{}\[\]()#+.!|<>-])", r"\1", line)
    return " ".join(html.unescape(line).split())
