"""A catalogue from the rows of a spreadsheet: the user says which column holds what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from bio_check.errors import Place, UnusableInputError, diagnostic
from bio_check.load.imports.draft import Ids, tell, tell_taken, to_name, to_produced, to_title, wording_of
from bio_check.load.imports.imported import Imported, Remarks, to_ident
from bio_check.load.imports.sheet_cells import Cell, Sheet, read_sheets
from bio_check.load.imports.source import Options, Source
from bio_check.load.imports.texts import Texts, plain
from bio_check.load.suggest import closest
from bio_check.value import value
from bio_check.wording import LANGUAGES

TEXTS = ("title", "statement", "question", "why")
PARTS = ("id", *TEXTS, "group", "group-title", "role", "weight")
"""What a column can hold; a text may be followed by its language: `title-en`."""
ROLES = {"board", "ciso", "line", "process-owner", "it", "hr", "facilities", "procurement"}
WEIGHTS = {"1": 1, "2": 2, "3": 3}
HEAVIEST = 3
HEAD_WITHIN = 20
"""Rows in which the headings are looked for."""
NO_GROUP = "-"
_NUMBERED = re.compile(r"((?:[A-Z]\.?)?\d[\d.]*?)\.?\)?[\s:–-]+(\S.*)", re.DOTALL)


@value
class Table:
    """The rows below the headings of one sheet."""

    columns: Mapping[str, int]
    """Part to the place of its column."""
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    """With the number of each row, counted from 1."""

    def cell(self, row: tuple[Cell, ...], part: str) -> Cell:
        """Return the cell of a part; an empty one where the row ends before it."""
        at = self.columns.get(part, -1)
        return row[at] if 0 <= at < len(row) else Cell("")


def read_spreadsheet(source: Source, options: Options) -> Imported:
    """Return a catalogue with a control for each row.

    Raises:
        UnusableInputError: It is no table that can be read, or lacks a column that was named.
    """
    remarks = Remarks(source.file)
    table = _table(source, options, remarks)
    texts = Texts(options.language or "nl", remarks)
    title = texts.pair({texts.main: to_title(source.name) or "import"})
    reader = _Rows(table, texts, title)
    for number, row in table.rows:
        reader.read(number, row)
    reader.tell(remarks)
    groups = list(reader.groups.values())
    if not groups:
        raise UnusableInputError([diagnostic("sheet-no-rows", Place(source.file)), *remarks.found])
    remarks.remark("import-no-date", date=options.today)
    ident, today = options.id or to_ident(source.name), options.today.isoformat()
    file = to_name(PurePath(source.file).name) or ident
    tell_taken(remarks, ident)
    head = {
        "version": "1",
        "title": title,
        "issued": today,
        "source": {"name": file, "url": file, "read": today},
        "wording": wording_of(groups),
        "languages": texts.languages(),
    }
    texts.tell()
    return Imported((to_produced(ident, head, groups),), tuple(remarks.found))


def _table(source: Source, options: Options, remarks: Remarks) -> Table:
    """Return the first sheet that has the columns; the one that the user named, if any."""
    wanted = _wanted(source.file, options)
    best: list[str] = []
    names = []
    for sheet in read_sheets(source.raw, source.file, remarks):
        names.append(sheet.name)
        if options.sheet is not None and sheet.name.casefold() != options.sheet.casefold():
            continue
        found, headings = _find_head(sheet, wanted)
        if found:
            return found
        best = max(best, headings, key=lambda one: (_hits(wanted, one), len(one)))
    if options.sheet is not None and options.sheet.casefold() not in {one.casefold() for one in names}:
        values = {"value": options.sheet, "choices": ", ".join(map(to_title, names)), **closest(options.sheet, names)}
        raise UnusableInputError([diagnostic("sheet-unknown-sheet", Place(source.file), **values)])
    there = {_plain(one) for one in best}
    choices = ", ".join(to_title(one, 40) for one in best if one.strip()) or "-"
    faults = [
        diagnostic("sheet-unknown-column", Place(source.file), part=part, value=name, choices=choices)
        for part, name in wanted.items()
        if part in options.columns and _plain(name) not in there
    ]
    raise UnusableInputError(faults or [diagnostic("sheet-needs-columns", Place(source.file), choices=choices)])


def _wanted(file: str, options: Options) -> dict[str, str]:
    """Return the heading for each part: as the user named it, else as the part itself is called."""
    parts = [*PARTS, *(f"{part}-{language}" for part in (*TEXTS, "group-title") for language in LANGUAGES)]
    odd = [part for part in options.columns if part not in parts]
    if odd:
        choices = ", ".join(PARTS)
        raise UnusableInputError(
            diagnostic("sheet-unknown-part", Place(file), value=part, choices=choices, **closest(part, parts))
            for part in odd
        )
    return {part: options.columns.get(part, part) for part in parts} | dict(options.columns)


def _find_head(sheet: Sheet, wanted: Mapping[str, str]) -> tuple[Table | None, list[str]]:
    """Return the table below the first row that has every heading that is needed, and the likeliest headings."""
    likeliest: list[str] = []
    for number, row in enumerate(sheet.rows[:HEAD_WITHIN]):
        headings = [cell.text for cell in row]
        likeliest = max(likeliest, headings, key=lambda one: (_hits(wanted, one), sum(map(bool, one))))
        places: dict[str, int] = {}
        for at, heading in enumerate(headings):
            places.setdefault(_plain(heading), at)
        columns = {part: places[_plain(name)] for part, name in wanted.items() if _plain(name) in places}
        named = {part for part, name in wanted.items() if name != part}
        has_text = any(part.startswith(("title", "statement")) for part in columns)
        if named <= columns.keys() and "id" in columns and has_text:
            rows = enumerate(sheet.rows[number + 1 :], number + 2)
            return Table(columns, tuple(rows)), headings
    return None, likeliest


def _hits(wanted: Mapping[str, str], headings: list[str]) -> int:
    return len({_plain(one) for one in headings} & {_plain(one) for one in wanted.values()})


def _plain(heading: str) -> str:
    return " ".join(heading.casefold().split())


class _Rows:
    """Makes controls of rows, and gathers what was odd about them."""

    def __init__(self, table: Table, texts: Texts, title: dict[str, str]) -> None:
        self.table, self.texts, self.title = table, texts, title
        self.groups: dict[str, dict[str, Any]] = {}
        self.group, self.group_ids, self.ids = "", Ids(), Ids()
        self.odd: dict[str, list[str]] = {}

    def read(self, number: int, row: tuple[Cell, ...]) -> None:
        """Put the control of a row in its group; a group stands in its first row only where cells are merged."""
        cells = {part: self.table.cell(row, part) for part in self.table.columns}
        self.group = (plain(cells["group"].text) if "group" in cells else "") or self.group
        texts = {part: self._text(cells, part) for part in TEXTS}
        wanted = to_name(cells["id"].text)
        if not wanted:
            if any(texts.values()):
                self._note("sheet-rows-without-id", str(number))
            return
        if not texts["title"] and not texts["statement"]:
            self._note("sheet-rows-without-text", wanted)
            return
        ident = self.ids.take(wanted)
        if ident != wanted:
            self._note("sheet-same-ids", wanted)
        if not cells["id"].is_text:
            self._note("sheet-numbers-as-ids", ident)
        control: dict[str, Any] = {"id": ident, "title": self._title(texts), **self._rest(texts, cells, ident)}
        self._group(cells)["controls"].append(control)

    def tell(self, remarks: Remarks) -> None:
        """Warn of what was odd, once for each way of being odd."""
        for code, idents in self.odd.items():
            tell(remarks, code, idents)

    def _note(self, code: str, ident: str) -> None:
        self.odd.setdefault(code, []).append(ident)

    def _text(self, cells: Mapping[str, Cell], part: str) -> dict[str, str]:
        """Return a text per language; a column without one is in the main language."""
        named = {language: f"{part}-{language}" for language in LANGUAGES}
        found = {self.texts.main: plain(cells[part].text)} if part in cells else {}
        found |= {language: plain(cells[key].text) for language, key in named.items() if key in cells}
        return self.texts.pair({language: text for language, text in found.items() if text})

    @staticmethod
    def _title(texts: Mapping[str, dict[str, str]]) -> dict[str, str]:
        return {language: to_title(text) for language, text in (texts["title"] or texts["statement"]).items()}

    def _rest(self, texts: Mapping[str, dict[str, str]], cells: Mapping[str, Cell], ident: str) -> dict[str, Any]:
        rest: dict[str, Any] = {part: texts[part] for part in TEXTS[1:] if texts[part]}
        role = to_ident(cells["role"].text) if "role" in cells and plain(cells["role"].text) else ""
        if role in ROLES:
            rest["role"] = role
        elif role:
            self._note("sheet-odd-role", ident)
        weight = plain(cells["weight"].text) if "weight" in cells else ""
        if weight in WEIGHTS:
            rest["weight"] = WEIGHTS[weight]
            if rest["weight"] == HEAVIEST:
                rest["weight-reason"] = {
                    "nl": "Gewicht uit het ingelezen bestand.",
                    "en": "Weight in the imported file.",
                }
        elif weight:
            self._note("import-weight", ident)
        return rest

    def _group(self, cells: Mapping[str, Cell]) -> dict[str, Any]:
        """Return the group of the current row, made when it is first met."""
        if self.group not in self.groups:
            ident, title = self.group or NO_GROUP, self._text(cells, "group-title")
            if not self.group:
                title = title or self.title
            elif not title and (numbered := _NUMBERED.fullmatch(self.group)):
                ident, title = numbered[1], self.texts.pair({self.texts.main: numbered[2]})
            title = title or self.texts.pair({self.texts.main: self.group})
            shown = {language: to_title(text) for language, text in title.items()}
            self.groups[self.group] = {"id": self.group_ids.take(ident), "title": shown, "controls": []}
        return self.groups[self.group]
