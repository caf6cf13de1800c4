from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from bio_check.errors import Diagnostic, UnusableInputError
from bio_check.load.imports.imported import Imported
from bio_check.load.imports.markdown_measures import read_measures
from bio_check.load.library import Library
from bio_check.model.catalogue import Catalogue

Read = Callable[..., Imported]
Told = Callable[[Imported, str], Mapping[str, str]]
PLACEHOLDERS = {
    "moved": "Verplaatst naar 5.10.02.",
    "withdrawn": "Vervallen.",
    "see": "Zie overheidsmaatregel 5.24.08.",
    "no-measure": "Geen overheidsmaatregel, zie inleiding deel 2.",
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Library().catalogue("bio2")


@pytest.fixture(scope="module")
def sample(read: Read) -> Imported:
    return read("bio2.md")


def whole(catalogue: Catalogue, form: str = "## {id}\n\n{text}<br>\nDraagt bij aan: Basishygiëne\n\n") -> bytes:
    """A file with every id of the catalogue, each with a text of its own."""
    texts = {ident: f"Verzonnen tekst van {ident}." for ident in catalogue.items if ident.count(".") == 2}
    texts |= {one.id: PLACEHOLDERS[one.status] for one in catalogue.index.retired.values()}
    return "".join(form.format(id=ident, text=text) for ident, text in sorted(texts.items())).encode()


def measures_of(imported: Imported) -> dict[str, Mapping[str, Any]]:
    (document,) = imported.documents
    return {one["id"]: one for one in _measures(document.data)}


def _measures(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for group in data["groups"]:
        for control in group["controls"]:
            yield from control.get("measures", ())


@pytest.mark.parametrize(
    "form",
    [
        "## {id}\n\n{text}<br>\nDraagt bij aan: Basishygiëne\n\n",
        "#### {id} {text}\r\n\r\nDraagt bij aan: Basishygiëne, NIS2\r\n\r\n> opmerking\r\n",
        "| {id} | {text}<br>Draagt bij aan: Ketenhygiëne |\n",
        "**{id}** — {text}\n\n",
        "{id} {text}\n\n",
    ],
    ids=["headings", "text-in-heading", "table", "bold", "bare"],
)
def test_a_whole_file_gives_each_measure_its_official_text_in_every_form(
    catalogue: Catalogue, read: Read, faults_in: Callable[[Imported], list[Diagnostic]], form: str
) -> None:
    imported = read("index.md", whole(catalogue, form))

    measures = measures_of(imported)
    live = {ident: one for ident, one in measures.items() if "statement" in one}
    assert imported.warnings == ()
    assert len(live) == 117
    assert {one["statement"]["nl"] for one in live.values()} == {f"Verzonnen tekst van {ident}." for ident in live}
    assert not any("unverified" in one for one in live.values())
    assert faults_in(imported) == []


def test_all_but_the_dutch_statement_stays_ours(catalogue: Catalogue, read: Read) -> None:
    imported = read("index.md", whole(catalogue))

    data, ours = imported.documents[0].data, catalogue.items["5.17.01"]
    measure = measures_of(imported)["5.17.01"]
    assert (data["id"], data["version"], data["wording"]) == ("bio2", catalogue.version, "official")
    assert measure["statement"]["en"] == ours.statement.en
    assert measure["question"]["nl"] == ours.question.nl
    assert measure["why"]["nl"] == ours.why.nl
    assert (measure["role"], measure["weight"]) == (ours.role, ours.weight)
    assert len(measure["evidence"]) == len(ours.evidence)


def test_line_breaks_stay_and_marks_go(sample: Imported) -> None:
    texts = {ident: one["statement"]["nl"] for ident, one in measures_of(sample).items() if "statement" in one}

    assert texts["5.01.01"] == (
        "Verzonnen tekst A met:\n\n1. een eerste punt & meer;\n2. een tweede, zie de lijst (https://example.org/lijst)."
    )
    assert texts["5.01.02"] == "Verzonnen tekst B op de regel van de kop,\nen op de volgende."
    assert texts["5.02.01"] == "Verzonnen tekst C zonder spatie."
    assert texts["5.17.01"] == "Verzonnen tekst D | met een streep\nen een tweede regel"


def test_where_file_and_catalogue_differ_is_told(sample: Imported, told: Told) -> None:
    assert told(sample, "bio2-unknown-ids")["ids"] == "9.99.99"
    assert told(sample, "bio2-missing-ids")["count"] == "110"
    assert told(sample, "bio2-live-there")["ids"] == "5.10.01"
    assert told(sample, "bio2-retired-there")["ids"] == "5.04.01"
    assert told(sample, "bio2-same-ids")["ids"] == "8.16.02"
    assert told(sample, "bio2-other-version")["edition"] == "BIO2 1.3"


def test_a_text_that_stands_twice_does_not_replace_ours(sample: Imported, catalogue: Catalogue, told: Told) -> None:
    measures = measures_of(sample)

    assert told(sample, "bio2-same-text")["ids"] == "8.16.03 = 8.16.02"
    assert measures["8.16.02"]["statement"]["nl"] == "Verzonnen tekst F."
    assert measures["8.16.03"]["statement"]["nl"] == catalogue.items["8.16.03"].statement.nl
    assert set(measures["8.16.03"]["unverified"]) == {"nl", "en"}


def test_a_few_differences_are_no_other_version(catalogue: Catalogue, read: Read) -> None:
    raw = whole(catalogue).replace(b"## 5.17.01\n", b"## 5.17.99\n")

    imported = read("index.md", raw)

    assert {one.code for one in imported.warnings} == {"bio2-unknown-ids", "bio2-missing-ids"}


@pytest.mark.parametrize("raw", [b"", b"# Niets\n\nTekst\n", b"\xff\xfe\x00", b"| 9.99.99 | x |\n"])
def test_a_file_without_measures_is_a_fault(read: Read, raw: bytes) -> None:
    with pytest.raises(UnusableInputError) as raised:
        read("index.md", raw)

    assert raised.value.diagnostics[0].code in {"bio2-no-measures", "import-unknown-form"}


def test_a_file_in_an_old_encoding_is_read_and_told(catalogue: Catalogue, read: Read) -> None:
    raw = whole(catalogue).decode().encode("cp1252")

    imported = read("index.md", raw)

    assert {one.code for one in imported.warnings} == {"import-not-utf-8"}


def test_a_number_at_the_start_of_a_line_is_text_where_headings_tell_the_measures() -> None:
    found = list(read_measures("## 5.01.01\n\nVolgens maatregel\n5.24.08 wordt gemeld.\n"))

    assert [one.id for one in found] == ["5.01.01"]
    assert found[0].text == "Volgens maatregel\n5.24.08 wordt gemeld."


def test_a_table_tells_by_its_head_which_cell_is_the_text() -> None:
    text = "| Nr | Toelichting | Maatregel |\n|---|---|---|\n| 5.01.01 | een veel langere toelichting | kort |\n"

    assert [one.text for one in read_measures(text)] == ["kort"]
