from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from bio_check.errors import Diagnostic, UnusableInputError
from bio_check.load.imports.imported import Imported

Read = Callable[..., Imported]
Told = Callable[[Imported, str], Mapping[str, str]]
Workbook = Callable[..., bytes]
COLUMNS = {
    "id": "Nr", "title": "Onderwerp", "statement": "Tekst", "question": "Vraag", "group": "Hoofdstuk", "role": "Wie",
    "weight": "Gewicht",
}  # fmt: skip
FEW = {"id": "Nr", "title": "Onderwerp"}


@pytest.fixture(scope="module")
def sample(read: Read) -> Imported:
    return read("eisen.csv", columns=COLUMNS)


def controls_of(imported: Imported) -> dict[str, Mapping[str, Any]]:
    (document,) = imported.documents
    return {one["id"]: one for group in document.data["groups"] for one in group["controls"]}


def fault_of(call: Callable[[], Imported]) -> Diagnostic:
    with pytest.raises(UnusableInputError) as raised:
        call()
    return raised.value.diagnostics[0]


def test_each_row_is_a_control_and_passes_every_check(
    sample: Imported, faults_in: Callable[[Imported], list[Diagnostic]]
) -> None:
    assert list(controls_of(sample)) == ["1.1", "1.10", "2.1", "2.1-2"]
    assert controls_of(sample)["1.1"] == {
        "id": "1.1",
        "title": {"nl": "Beleid"},
        "statement": {"nl": "Er is beleid."},
        "question": {"nl": "Is er beleid?"},
        "role": "ciso",
        "weight": 3,
        "weight-reason": {"nl": "Gewicht uit het ingelezen bestand.", "en": "Weight in the imported file."},
    }
    assert sample.documents[0].data["languages"] == ["nl"]
    assert faults_in(sample) == []


def test_a_group_holds_until_the_next_one(sample: Imported) -> None:
    groups = sample.documents[0].data["groups"]

    assert [(one["id"], one["title"]["nl"], len(one["controls"])) for one in groups] == [
        ("1", "Organisatie", 2), ("2", "Techniek", 2),
    ]  # fmt: skip


def test_what_would_be_a_formula_is_text(sample: Imported) -> None:
    assert controls_of(sample)["1.10"]["statement"]["nl"] == '=HYPERLINK("https://example.org")'


def test_what_was_odd_is_told_with_its_rows(sample: Imported, told: Told) -> None:
    assert told(sample, "sheet-rows-without-id")["ids"] == "6"
    assert told(sample, "sheet-same-ids")["ids"] == "2.1"
    assert told(sample, "sheet-rows-without-text")["ids"] == "2.2"
    assert told(sample, "sheet-odd-role")["ids"] == "1.10"
    assert told(sample, "import-weight")["ids"] == "1.10"
    assert told(sample, "import-no-date")["date"] == "2026-11-21"


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separated_values_are_read_whatever_parts_them(read: Read, delimiter: str, encoding: str) -> None:
    rows = [["Nr", "Onderwerp", "Tekst"], ["1.10", "Café", '"Eén; twee, drie"']]
    raw = "\n".join(delimiter.join(row) for row in rows).encode(encoding)

    imported = read("x.csv", raw, columns={**FEW, "statement": "Tekst"})

    assert controls_of(imported)["1.10"]["statement"]["nl"] == "Eén; twee, drie"
    assert {one.code for one in imported.warnings} == {"import-no-date"}


def test_an_old_encoding_is_read_and_told(read: Read) -> None:
    imported = read("x.csv", "Nr;Onderwerp\n1;Café €\n".encode("cp1252"), columns=FEW)

    assert controls_of(imported)["1"]["title"]["nl"] == "Café €"
    assert "import-not-utf-8" in {one.code for one in imported.warnings}


def test_columns_called_as_their_parts_need_not_be_named(read: Read) -> None:
    raw = b"id;title;title-en;group;group-title\n1;Een;One;A;Groep A\n2;Twee;Two;;\n"

    imported = read("x.csv", raw)

    data = imported.documents[0].data
    assert controls_of(imported)["2"]["title"] == {"nl": "Twee", "en": "Two"}
    assert data["groups"][0]["id"] == "A"
    assert data["groups"][0]["title"] == {"nl": "Groep A"}


def test_a_workbook_is_read_like_separated_values(
    read: Read, workbook: Workbook, faults_in: Callable[[Imported], list[Diagnostic]]
) -> None:
    rows = [
        ["Eisen 2026"], [], ["Nr", "Hoofdstuk", "Onderwerp", "Tekst"], ["1.10", "1 A", "Een", "=SOM(A1)"],
        ["1.2", None, "Twee", "regel 1\nregel 2 & meer"],
    ]  # fmt: skip
    raw = workbook({"Uitleg": [["Lees mij"]], "Eisen": rows})

    imported = read("x.xlsx", raw, columns={**FEW, "statement": "Tekst", "group": "Hoofdstuk"})

    assert list(controls_of(imported)) == ["1.10", "1.2"]
    assert controls_of(imported)["1.10"]["statement"]["nl"] == "=SOM(A1)"
    assert controls_of(imported)["1.2"]["statement"]["nl"] == "regel 1\nregel 2 & meer"
    assert len(imported.documents[0].data["groups"]) == 1
    assert faults_in(imported) == []


def test_ids_typed_as_numbers_are_told(read: Read, workbook: Workbook, told: Told) -> None:
    raw = workbook({"Blad1": [["Nr", "Onderwerp"], [5.1, "Een"], [3.0, "Drie"], ["5.10", "Tien"]]})

    imported = read("x.xlsx", raw, columns=FEW)

    assert list(controls_of(imported)) == ["5.1", "3", "5.10"]
    assert told(imported, "sheet-numbers-as-ids")["ids"] == "5.1"


def test_the_user_may_name_the_sheet(read: Read, workbook: Workbook) -> None:
    head = ["Nr", "Onderwerp"]
    raw = workbook({"Oud": [head, ["1", "Oud"]], "Nieuw": [head, ["1", "Nieuw"]]})

    first = read("x.xlsx", raw, columns=FEW)
    named = read("x.xlsx", raw, columns=FEW, sheet="nieuw")
    unknown = fault_of(lambda: read("x.xlsx", raw, columns=FEW, sheet="Nieuwe"))

    assert controls_of(first)["1"]["title"]["nl"] == "Oud"
    assert controls_of(named)["1"]["title"]["nl"] == "Nieuw"
    assert unknown.code == "sheet-unknown-sheet"
    assert dict(unknown.values) == {"value": "Nieuwe", "choices": "Oud, Nieuw", "suggestion": "Nieuw"}


def test_an_unknown_column_is_told_with_those_that_there_are(read: Read) -> None:
    fault = fault_of(lambda: read("eisen.csv", columns={"id": "Nummer", "title": "Onderwerp"}))

    assert fault.code == "sheet-unknown-column"
    assert dict(fault.values)["choices"] == "Nr, Hoofdstuk, Onderwerp, Tekst, Vraag, Wie, Gewicht"


@pytest.mark.parametrize(
    ("columns", "code"),
    [({}, "sheet-needs-columns"), ({"id": "Nr"}, "sheet-needs-columns"), ({"naam": "Nr"}, "sheet-unknown-part")],
)
def test_without_an_id_and_a_text_there_is_no_catalogue(read: Read, columns: dict[str, str], code: str) -> None:
    assert fault_of(lambda: read("eisen.csv", columns=columns)).code == code


def test_headings_without_rows_are_a_fault(read: Read) -> None:
    assert fault_of(lambda: read("x.csv", b"Nr;Onderwerp\n;\n", columns=FEW)).code == "sheet-no-rows"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(read: Read, workbook: Workbook) -> None:
    raw = workbook({"Blad1": [["Nr", "Onderwerp"], ["1", "Een"]]}, {"xl/media/a.bin": bytes(20 << 20)})

    fault = fault_of(lambda: read("x.xlsx", raw, columns=FEW))

    assert fault.code == "sheet-too-large"


def test_a_zip_bomb_that_lies_about_its_size_is_refused(read: Read, workbook: Workbook) -> None:
    raw = workbook({"Blad1": [["Nr", "Onderwerp"], ["1", "Een"]]}, {"xl/media/a.bin": bytes(20 << 20)})
    lying = raw.replace((20 << 20).to_bytes(4, "little"), (20).to_bytes(4, "little"))

    fault = fault_of(lambda: read("x.xlsx", lying, columns=FEW))

    assert lying != raw
    assert fault.code == "sheet-too-large"


def test_one_cell_far_away_does_not_take_all_memory(read: Read, workbook: Workbook) -> None:
    raw = workbook({"Blad1": [["Nr", "Onderwerp"], ["1", "Een"]]})
    far = rewritten(raw, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'r="A2"', b'r="XFD1048576"'))

    assert fault_of(lambda: read("x.xlsx", far, columns=FEW)).code == "sheet-too-many-cells"


@pytest.mark.parametrize("raw", [b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_what_is_no_workbook_is_told(read: Read, raw: bytes) -> None:
    fault = fault_of(lambda: read("x.xlsx", raw, columns=FEW))

    assert fault.code in {"sheet-unreadable", "import-unknown-form"}


def test_a_workbook_with_broken_parts_is_told(read: Read, workbook: Workbook) -> None:
    raw = workbook({"Blad1": [["Nr", "Onderwerp"], ["1", "Een"]]})
    broken = rewritten(raw, "xl/worksheets/sheet1.xml", lambda xml: xml[:-40])

    assert fault_of(lambda: read("x.xlsx", broken, columns=FEW)).code in {"sheet-unreadable", "sheet-needs-columns"}


def rewritten(raw: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same archive with one part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return stream.getvalue()
