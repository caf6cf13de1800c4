"""Cells of a workbook (.xlsx) or of comma-separated values, read within limits."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from bio_check.errors import Place, UnusableInputError, diagnostic
from bio_check.load.imports.imported import Remarks
from bio_check.value import value

MOST_BYTES = 64 << 20
"""Of a workbook, unpacked."""
MOST_RATIO = 100
ALWAYS_FINE = 1 << 20
"""Bytes, unpacked, below which a part may be packed as tightly as it likes."""
MOST_CELLS = 1_000_000
"""Rows times columns of one sheet: the reader makes room for each, filled or not."""
MOST_WHOLE = 1e15
"""Up to where a number of a workbook still holds each digit."""
DELIMITERS = ";,\t|"
LOOKED_AT = 20
"""Lines by which the delimiter is chosen."""
_CELL = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{1,3})(\d{1,7})\s*["']""")
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^<>]*?\br\s*=\s*["']\s*(\d{1,10})""")


@value
class Cell:
    """What a cell holds, as text."""

    text: str
    is_text: bool = True
    """False for a number or date: what was typed may have read otherwise (5.10 became 5.1)."""


@value
class Sheet:
    """The cells of one sheet, from its first row and column on."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def read_sheets(raw: bytes, file: str, remarks: Remarks) -> Iterator[Sheet]:
    """Return the sheets of a workbook, each read when it is wanted; of comma-separated values, one sheet per delimiter.

    Raises:
        UnusableInputError: It is no workbook that can be read, or unpacks to more than the limits allow.
    """
    if raw[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        _check_zip(raw, file)
        yield from _workbook(raw, file)
    elif raw[:4] == b"\xd0\xcf\x11\xe0":
        raise _unreadable(file, "OLE (.xls)")
    else:
        yield from _separated(raw, file, remarks)


def _unreadable(file: str, problem: object) -> UnusableInputError:
    return UnusableInputError([diagnostic("sheet-unreadable", Place(file), problem=problem)])


def _too_many_cells(file: str) -> UnusableInputError:
    return UnusableInputError(
        [diagnostic("sheet-too-many-cells", Place(file), limit=f"{MOST_CELLS:_}".replace("_", " "))]
    )


def _check_zip(raw: bytes, file: str) -> None:
    """Refuse what would unpack to too much: the reader of workbooks has no limits, and takes the process with it."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeDecodeError) as error:
        raise _unreadable(file, error) from None
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        raise _unreadable(file, "xl/workbook.xml?")
    total = 0
    for part in parts:
        unpacked = _unpack(raw, part, MOST_BYTES - total)
        total += len(unpacked)
        packed = max(part.compress_size, 1)
        if total >= MOST_BYTES or (len(unpacked) > ALWAYS_FINE and len(unpacked) > MOST_RATIO * packed):
            limits = {"limit": f"{MOST_BYTES >> 20} MiB", "ratio": MOST_RATIO}
            raise UnusableInputError([diagnostic("sheet-too-large", Place(file), **limits)])
        if part.filename.lower().endswith((".xml", ".rels")):
            _check_part(part.filename, unpacked, file)


def _unpack(raw: bytes, part: zipfile.ZipInfo, most: int) -> bytes:
    """Return what a part holds, at most so many bytes, whatever size its own head claims."""
    at = part.header_offset
    start = (
        at + 30 + int.from_bytes(raw[at + 26 : at + 28], "little") + int.from_bytes(raw[at + 28 : at + 30], "little")
    )
    packed = raw[start : start + part.compress_size]
    if part.compress_type != zipfile.ZIP_DEFLATED:
        return packed[:most]
    try:
        return zlib.decompressobj(-15).decompress(packed, max(most, 1))
    except zlib.error:
        return b""  # the reader of workbooks says what is wrong


def _check_part(name: str, xml: bytes, file: str) -> None:
    """Refuse parts that play tricks, and sheets that put a few cells very far apart."""
    if xml[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in xml[:100] or b"<!DOCTYPE" in xml[:10_000]:
        raise _unreadable(file, name)
    if not name.lower().startswith("xl/worksheets/"):
        return
    columns, rows = 1, max((int(found) for found in _ROW.findall(xml)), default=1)
    for letters, digits in _CELL.findall(xml):
        columns, rows = max(columns, _column(letters)), max(rows, int(digits))
    if columns * rows > MOST_CELLS:
        raise _too_many_cells(file)


def _column(letters: bytes) -> int:
    count = 0
    for letter in letters.upper():
        count = count * 26 + letter - 64
    return count


def _workbook(raw: bytes, file: str) -> Iterator[Sheet]:
    import python_calamine  # noqa: PLC0415  # only workbooks need it

    try:
        book: Any = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
        names = list(book.sheet_names)
    except BaseException as error:  # noqa: BLE001  # a fault in the reader itself comes as no Exception
        raise _told(file, error) from None
    for name in names:
        try:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except python_calamine.WorksheetNotFound:
            continue  # a sheet with a chart only
        except BaseException as error:  # noqa: BLE001  # the same
            raise _told(file, error) from None
        yield Sheet(str(name), tuple(tuple(_cell(one) for one in row) for row in rows))


def _told(file: str, error: BaseException) -> BaseException:
    return error if isinstance(error, KeyboardInterrupt | SystemExit) else _unreadable(file, str(error)[:200])


def _cell(one: object) -> Cell:
    if isinstance(one, str):
        return Cell(one)
    if isinstance(one, bool) or one is None:
        return Cell("" if one is None else str(one).lower())
    if isinstance(one, float):
        whole = one.is_integer() and abs(one) < MOST_WHOLE
        return Cell(str(int(one))) if whole else Cell(repr(one), is_text=False)
    if isinstance(one, datetime | date | time):
        return Cell(one.isoformat(), is_text=False)
    return Cell(str(one), is_text=not isinstance(one, timedelta))


def _separated(raw: bytes, file: str, remarks: Remarks) -> Iterator[Sheet]:
    """Return the values as a sheet per delimiter that occurs: the first is the likeliest."""
    text = _decode(raw, remarks)
    head = "\n".join(text[:100_000].splitlines()[:LOOKED_AT])
    counts = {delimiter: head.count(delimiter) for delimiter in DELIMITERS}
    for delimiter in sorted(DELIMITERS, key=lambda one: -counts[one]):
        if counts[delimiter] or delimiter == DELIMITERS[0]:
            try:
                rows = _rows(text, delimiter, file)
            except csv.Error as error:
                raise _unreadable(file, error) from None
            yield Sheet("", tuple(tuple(Cell(one) for one in row) for row in rows))


def _rows(text: str, delimiter: str, file: str) -> list[list[str]]:
    rows, count = [], 0
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        rows.append(row)
        count += len(row) + 1
        if count > MOST_CELLS:
            raise _too_many_cells(file)
    return rows


def _decode(raw: bytes, remarks: Remarks) -> str:
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        remarks.remark("import-not-utf-8")
        return raw.decode("cp1252", "replace")
