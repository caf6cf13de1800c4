"""OSCAL mapping collections: rows between ids that both catalogues know, with what the source says of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from bio_check.errors import Diagnostic, UnusableInputError
from bio_check.load.imports.imported import Imported
from bio_check.load.imports.oscal import read_oscal
from bio_check.load.imports.source import Options, Source
from bio_check.load.library import Library
from bio_check.render.oscal_mapping import mapping_collection

Read = Callable[..., Imported]
DAY = date(2026, 11, 21)
FILE = "iso27001_to_bio2_mapping.json"
METADATA = {"title": "M", "version": "1", "last-modified": "2026-01-09T00:00:00Z", "oscal-version": "1.2.2"}


@pytest.fixture(scope="module")
def shipped() -> Library:
    return Library()


def values_of(made: Imported, code: str) -> list[dict[str, str]]:
    return [dict(one.values) for one in made.warnings if one.code == code]


def test_maps_of_many_to_many_are_spread_out_to_rows(read: Read) -> None:
    (made,) = read(FILE).documents

    assert (made.kind, made.id) == ("crosswalk", "iso27001--bio2")
    assert [(row["from"], row["relationship"], row["to"]) for row in made.data["rows"]] == [
        ("A.5.1", "equal", "5.01.01"),
        ("A.5.1", "equal", "5.01.02"),
        ("A.5.2", "equal", "5.02.01"),
        ("A.5.3", "subset", "5.04"),
        ("A.5.4", "subset", "5.04"),
        ("A.5.5", "superset", "5.05.01"),
        ("A.5.6", "intersects", "5.06"),
        ("A.5.7", "ungraded", "5.07"),
    ]
    assert made.data["rows"][0]["note"] == {"en": "Read side by side."}
    assert made.data["sources"]["oscal"]["note"] == {"en": "Made up for a test."}


def test_what_was_imported_passes_every_check(read: Read, faults_in: Callable[[Imported], list[Diagnostic]]) -> None:
    assert faults_in(read(FILE)) == []


def test_what_was_left_out_or_weakened_is_told(read: Read) -> None:
    made = read(FILE)

    assert values_of(made, "oscal-unknown-key") == [{"key": "qa-note", "what": "provenance", "count": "1"}]
    assert [one["id"] for one in values_of(made, "oscal-unknown-id")] == ["A.5.99"]
    assert values_of(made, "import-not-related") == [{"count": "1", "ids": "A.5.8 → 5.09"}]
    assert values_of(made, "import-same-rows") == [{"count": "1", "ids": "A.5.1 → 5.01.01"}]
    assert values_of(made, "import-odd-relationship") == [{"count": "1", "ids": "A.5.7 → 5.07: akin-to"}]
    assert len(made.warnings) == 5


def collection(shipped: Library, *maps: object, **wanted: Any) -> Imported:  # noqa: ANN401  # fields of Options
    mapping = {
        "source-resource": {"type": "catalog", "href": "one.json"},
        "target-resource": {"type": "catalog", "href": "other.json"},
        "maps": [*maps],
    }
    data = {"mapping-collection": {"metadata": METADATA, "provenance": {}, "mappings": mapping}}
    options = Options(DAY, known=tuple(shipped.files.catalogues), catalogue_of=shipped.catalogue, **wanted)
    return read_oscal(Source("x.json", b"", data), options)


def a_map(start: str, end: str, kind: str = "control") -> dict[str, Any]:
    return {
        "relationship": "equal-to",
        "sources": [{"type": kind, "id-ref": start}],
        "targets": [{"type": "control", "id-ref": end}],
    }


def test_catalogues_that_the_file_does_not_name_are_named_by_the_user(shipped: Library) -> None:
    with pytest.raises(UnusableInputError) as caught:
        collection(shipped, a_map("A.5.1", "5.01"))
    made = collection(shipped, a_map("A.5.1", "5.01"), start="iso27001", end="bio2", language="nl")

    assert [one.code for one in caught.value.diagnostics] == ["oscal-ends"]
    assert "--from" in caught.value.diagnostics[0].hint("en")
    assert made.documents[0].data["title"] == {"nl": "M"}
    assert made.documents[0].data["to"] == {"catalogue": "bio2", "version": "1.3"}


def test_a_statement_stands_for_its_control_and_its_own_id_is_kept(shipped: Library) -> None:
    made = collection(shipped, a_map("a.5.1_smt.b", "5.01", "statement"), start="iso27001", end="bio2")

    (row,) = made.documents[0].data["rows"]
    assert (row["from"], row["printed-from"]) == ("A.5.1", "a.5.1_smt.b")
    assert "printed-to" not in row


@pytest.mark.parametrize("maps", [(), ({},), (3, "x"), ({"relationship": [], "sources": 1, "targets": {}},)])
def test_a_mapping_of_which_no_row_is_left_is_refused(maps: tuple[object, ...], shipped: Library) -> None:
    with pytest.raises(UnusableInputError) as caught:
        collection(shipped, *maps, start="iso27001", end="bio2")

    assert "import-nothing" in {one.code for one in caught.value.diagnostics}


@pytest.mark.parametrize("name", ["bio2--cbw", "nis2--bio2", "iso27001--bio2"])
def test_our_own_export_comes_back_as_it_was(name: str, shipped: Library) -> None:
    was = shipped.crosswalk(name)
    options = Options(DAY, known=tuple(shipped.files.catalogues), catalogue_of=shipped.catalogue)

    (made,) = read_oscal(Source("x.json", b"", mapping_collection(was, date(2026, 1, 9))), options).documents

    rows = {(row["from"], row["to"]): (row["relationship"], row["confidence"]) for row in made.data["rows"]}
    assert made.id == name
    assert rows == {(row.start, row.end): (row.relationship.value, row.confidence) for row in reversed(was.rows)}


def test_what_a_map_says_that_a_row_cannot_is_told(shipped: Library) -> None:
    row = {"relationship": "equal-to", "sources": [{"id-ref": "A.5.1"}], "targets": [{"id-ref": "5.01"}]}
    finer = {"qualifiers": [{"subject": "source", "predicate": "must"}], "confidence-score": {"percentage": "0.5"}}
    ends = {"source-resource": {"href": "x"}, "target-resource": {"href": "y"}}
    data = {"mapping-collection": {"metadata": METADATA, "mappings": [{**ends, "maps": [{**row, **finer}]}]}}
    options = Options(DAY, start="iso27001", end="bio2", catalogue_of=shipped.catalogue)

    made = read_oscal(Source("m.json", b"", data), options)

    assert [(one["key"], one["ids"]) for one in values_of(made, "import-key-left-out")] == [
        ("confidence-score", "A.5.1"),
        ("qualifiers", "A.5.1"),
    ]
