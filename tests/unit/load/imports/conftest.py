from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from bio_check.errors import Diagnostic
from bio_check.load.check_file import check_file
from bio_check.load.imports.detect import detect, reader_of
from bio_check.load.imports.imported import Imported
from bio_check.load.imports.source import Options, Source, read_source
from bio_check.load.library import Library
from bio_check.render.document_yaml import to_yaml

DATA = Path(__file__).parents[3] / "data" / "imports"
DAY = date(2026, 11, 21)
Read = Callable[..., Imported]


@pytest.fixture(scope="session")
def read() -> Read:
    """Read a file of tests/data/imports, or bytes of one, as the command would, against what bio-check ships."""
    library = Library()
    library.kinds()

    def read_file(file: str, raw: bytes | None = None, **wanted: Any) -> Imported:  # noqa: ANN401  # fields of Options
        source = read_source(str(DATA / file)) if raw is None else Source(file, raw)
        wanted = {"known": tuple(library.files.catalogues), "catalogue_of": library.catalogue, **wanted}
        return reader_of(detect(source))(source, Options(DAY, **wanted))

    return read_file


@pytest.fixture
def faults_in(tmp_path: Path) -> Callable[[Imported], list[Diagnostic]]:
    """Write what was imported to a folder of one's own, and tell what the checks of bio-check find in it."""

    def check(imported: Imported) -> list[Diagnostic]:
        for one in imported.documents:
            file = tmp_path / one.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(to_yaml(one.data), "utf-8")
        library = Library(tmp_path)
        return [fault for one in imported.documents for fault in check_file(str(tmp_path / one.path), library).faults]

    return check


@pytest.fixture(scope="session")
def told() -> Callable[[Imported, str], Mapping[str, str]]:
    """What the one warning with a code tells; empty where there is none."""

    def values(imported: Imported, code: str) -> Mapping[str, str]:
        found = [dict(one.values) for one in imported.warnings if one.code == code]
        assert len(found) <= 1
        return found[0] if found else {}

    return values


@pytest.fixture(scope="session")
def workbook() -> Callable[..., bytes]:
    """Write an .xlsx of as few parts as there can be: sheets by name, with text, numbers, formulas and empty cells."""

    def write(sheets: Mapping[str, Iterable[Iterable[Any]]], more: Mapping[str, bytes] | None = None) -> bytes:
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        package = "http://schemas.openxmlformats.org/package/2006"
        kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        listed, links, overrides = "", "", ""
        parts = {}
        for number, (name, rows) in enumerate(sheets.items(), 1):
            listed += f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>'
            links += f'<Relationship Id="rId{number}" Type="{office}/worksheet" Target="worksheets/sheet{number}.xml"/>'
            overrides += f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{kinds}.worksheet+xml"/>'
            data = "".join(_row(at, row) for at, row in enumerate(rows, 1))
            parts[f"xl/worksheets/sheet{number}.xml"] = (
                f'<worksheet xmlns="{main}"><sheetData>{data}</sheetData></worksheet>'
            )
        parts["[Content_Types].xml"] = (
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>{overrides}</Types>'
        )
        parts["_rels/.rels"] = (
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        )
        parts["xl/workbook.xml"] = f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{listed}</sheets></workbook>'
        parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{package}/relationships">{links}</Relationships>'
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
            for name, raw in (more or {}).items():
                archive.writestr(name, raw)
        return stream.getvalue()

    return write


def _row(at: int, cells: Iterable[Any]) -> str:
    return f'<row r="{at}">' + "".join(_cell(f"{chr(64 + n)}{at}", one) for n, one in enumerate(cells, 1)) + "</row>"


def _cell(place: str, one: object) -> str:
    if one is None:
        return ""
    if isinstance(one, int | float):
        return f'<c r="{place}"><v>{one}</v></c>'
    one = str(one)
    if one.startswith("="):
        return f'<c r="{place}" t="str"><f>{_escape(one[1:])}</f><v>{_escape(one)}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{_escape(one)}</t></is></c>'


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
