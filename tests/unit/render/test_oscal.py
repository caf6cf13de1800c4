"""Catalogues and crosswalks as OSCAL: the same bytes each time, ids that lead back to ours, and the shape of 1.2.2."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bio_check.load.imports.oscal import read_oscal
from bio_check.load.imports.source import Options, Source
from bio_check.load.library import Library
from bio_check.model.crosswalk import Crosswalk, Origin, Relationship, Row
from bio_check.model.oscal import NAMESPACE, to_tokens
from bio_check.model.text import Text
from bio_check.render.oscal_catalogue import oscal_catalogue
from bio_check.render.oscal_mapping import mapping_collection
from bio_check.wording import LANGUAGES, Language

LIBRARY = Library()
CATALOGUES = [(ident, version) for ident in LIBRARY.files.catalogues for version in LIBRARY.versions(ident)]
NEWEST = [*LIBRARY.files.catalogues]
Holds = Callable[[object], list[Any]]
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


@pytest.fixture(scope="module")
def holds() -> Holds:
    """Hold a document against the schema of OSCAL 1.2.2; return what is wrong."""
    import jsonschema_rs  # noqa: PLC0415  # not needed where the schema is not there

    file = Path(os.environ["BIO_CHECK_SCHEMAS"]) / "oscal_complete_schema-1.2.2.json"
    validator = jsonschema_rs.Draft7Validator(json.loads(file.read_text("utf-8")))
    return lambda document: [(error.instance_path, error.message[:200]) for error in validator.iter_errors(document)]


@pytest.mark.schemas
@pytest.mark.parametrize(("ident", "version"), CATALOGUES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalogue_has_the_shape_of_oscal(ident: str, version: str, language: Language, holds: Holds) -> None:
    assert holds(oscal_catalogue(LIBRARY.catalogue(ident, version), language)) == []


@pytest.mark.schemas
@pytest.mark.parametrize("ident", LIBRARY.files.crosswalks)
def test_every_crosswalk_has_the_shape_of_oscal(ident: str, holds: Holds) -> None:
    assert holds(mapping_collection(LIBRARY.crosswalk(ident), date(2026, 1, 9))) == []


@pytest.mark.schemas
def test_the_schema_refuses_what_oscal_does_not_know(holds: Holds) -> None:
    document = oscal_catalogue(LIBRARY.catalogue("cbw"), "nl")
    document["catalog"]["groups"][0]["controls"][0]["id"] = "5.17"

    assert holds(document) != []


def everything(value: object) -> Iterator[tuple[str, Any]]:
    """Every key with its value, wherever it stands."""
    pairs = (
        value.items() if isinstance(value, dict) else ((("", one) for one in value) if isinstance(value, list) else ())
    )
    for key, one in pairs:
        yield key, one
        yield from everything(one)


@pytest.mark.parametrize("ident", NEWEST)
def test_every_id_and_uuid_stands_once_and_every_link_leads_somewhere(ident: str) -> None:
    told = [*everything(oscal_catalogue(LIBRARY.catalogue(ident), "nl"))]

    idents = [one for key, one in told if key in {"id", "uuid"}]
    links = {one.removeprefix("#") for key, one in told if key == "href" and one.startswith("#")}

    assert len(set(idents)) == len(idents)
    assert links <= set(idents)
    assert all(re.fullmatch(UUID, one) for key, one in told if key == "uuid")


def test_the_same_catalogue_gives_the_same_document_and_another_language_another_identity() -> None:
    dutch, again = (oscal_catalogue(LIBRARY.catalogue("cbw"), "nl") for _ in range(2))
    english = oscal_catalogue(LIBRARY.catalogue("cbw"), "en")

    assert json.dumps(dutch) == json.dumps(again)
    assert dutch["catalog"]["uuid"] != english["catalog"]["uuid"]
    assert dutch["catalog"]["metadata"]["title"] != english["catalog"]["metadata"]["title"]


def test_a_document_is_as_old_as_its_catalogue_or_as_it_is_told() -> None:
    bio2, fixed = LIBRARY.catalogue("bio2"), datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

    issued, told = oscal_catalogue(bio2, "nl"), oscal_catalogue(bio2, "nl", fixed)

    assert issued["catalog"]["metadata"]["last-modified"] == f"{bio2.issued.isoformat()}T00:00:00Z"
    assert told["catalog"]["metadata"]["last-modified"] == "2026-01-02T03:04:05Z"


def test_a_measure_is_a_control_in_its_control_with_the_id_as_printed_beside_the_token() -> None:
    groups = oscal_catalogue(LIBRARY.catalogue("bio2"), "nl")["catalog"]["groups"]
    control = next(one for group in groups for one in group["controls"] if one["id"] == "c-5.17")

    measure = control["controls"][0]

    assert measure["id"] == "c-5.17.01"
    assert {"name": "label", "ns": NAMESPACE, "value": "5.17.01"} in measure["props"]
    assert [part["name"] for part in measure["parts"]][:2] == ["statement", "question"]


def test_a_retired_id_is_withdrawn_and_leads_to_where_it_went() -> None:
    groups = oscal_catalogue(LIBRARY.catalogue("bio2"), "nl")["catalog"]["groups"]
    below = [one for group in groups for control in group["controls"] for one in control.get("controls", ())]

    moved = next(one for one in below if one["id"] == "c-5.04.02")

    assert {"name": "status", "value": "withdrawn"} in moved["props"]
    assert moved["links"] == [{"href": "#c-5.10.02", "rel": "moved-to", "text": "5.10.02"}]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ident", NEWEST)
def test_a_catalogue_that_goes_out_and_comes_back_is_the_same(ident: str, language: Language) -> None:
    was = LIBRARY.catalogue(ident)
    source = Source("x.json", b"", oscal_catalogue(was, language))

    imported = read_oscal(source, Options(date(2026, 11, 21)))

    (made,) = imported.documents
    back = back_from(made.data)
    assert [one.code for one in imported.warnings] == ["import-takes-place"]
    assert made.id == ident
    assert list(back.items) == list(was.items)
    assert (back.index.measures, back.index.retired, back.index.context) == (
        was.index.measures, was.index.retired, was.index.context,
    )  # fmt: skip
    assert [(one.id, one.title.in_(language)) for one in back.groups] == [
        (one.id, one.title.in_(language)) for one in was.groups
    ]
    for one, other in zip(was.items.values(), back.items.values(), strict=True):
        texts = [(text.title, text.statement, text.question, text.why, text.weight_reason) for text in (one, other)]
        assert [text.in_(language) for text in texts[0]] == [text.in_(language) for text in texts[1]], one.id
        kept = (
            "kind",
            "group",
            "control",
            "duty",
            "role",
            "audience",
            "rhythm",
            "weight",
            "effort",
            "phase",
            "articles",
        )
        assert [getattr(one, key) for key in kept] == [getattr(other, key) for key in kept], one.id
    assert {one.id: one.attributes for one in was.controls.values()} == {
        one.id: one.attributes for one in back.controls.values()
    }


def back_from(data: Any) -> Any:  # noqa: ANN401  # a catalogue as in its file, and as a value
    from bio_check.load.catalogue import to_catalogue  # noqa: PLC0415  # only here

    return to_catalogue(data, "0" * 64, lambda: data["groups"])


def test_ids_that_fall_together_as_tokens_are_told_apart() -> None:
    assert to_tokens(["21(2)", "21_2_", "21 2 "]) == {"21(2)": "c-21_2_", "21_2_": "c-21_2__2", "21 2 ": "c-21_2__3"}


def test_a_link_of_which_no_more_is_said_keeps_our_word_in_our_namespace() -> None:
    origin = Origin("a", Text("A, B", "A, B"))
    rows = (
        Row("1", "2", Relationship.UNGRADED, "source", origin),
        Row("1", "3", Relationship.SUPERSET, "inferred", origin, note=Text("waarom", "why")),
    )
    crosswalk = Crosswalk("x--y", "x", "1", "y", "2", Text("titel", "title"), (origin,), rows, "0" * 64)

    found = mapping_collection(crosswalk, date(2026, 1, 9), "nl")["mapping-collection"]

    ungraded, superset = found["mappings"][0]["maps"]
    assert (ungraded["relationship"], ungraded["ns"]) == ("ungraded", NAMESPACE)
    assert (superset["relationship"], superset["remarks"]) == ("superset-of", "waarom")
    assert "ns" not in superset
    assert found["metadata"]["title"] == "titel"
