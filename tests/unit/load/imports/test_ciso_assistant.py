from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bio_check.errors import Diagnostic, UnusableInputError
from bio_check.load.imports.ciso_assistant import read_ciso_assistant
from bio_check.load.imports.imported import Imported
from bio_check.load.imports.source import Options, Source
from bio_check.model.catalogue import Catalogue, Item

Read = Callable[..., Imported]
Told = Callable[[Imported, str], Mapping[str, str]]
LIBRARY = "ciso-assistant.yaml"
MAPPING = "ciso-assistant-mapping.yaml"
OPTIONS = Options(date(2026, 11, 21))


@pytest.fixture(scope="module")
def library(read: Read) -> Imported:
    return read(LIBRARY)


def items_of(catalogue: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    controls = [control for group in catalogue["groups"] for control in group["controls"]]
    items = [item for control in controls for item in control.get("measures", [control])]
    assert len({item["id"] for item in items}) == len(items)
    return {item["id"]: item for item in items}


def library_of(*nodes: Mapping[str, Any], **more: object) -> Source:
    framework = {"urn": "u:f", "ref_id": "proef", "name": "Proef", "requirement_nodes": list(nodes)}
    data = {"urn": "u:l", "locale": "nl", "ref_id": "proef", "name": "Proef", "version": 1, **more}
    return Source("proef.yaml", b"", {**data, "objects": {"framework": framework}})


def node(urn: str, *, assessable: bool = True, **more: object) -> dict[str, Any]:
    return {"urn": urn, "assessable": assessable, "depth": 1, **more}


def test_what_comes_out_passes_every_check(
    library: Imported, faults_in: Callable[[Imported], list[Diagnostic]]
) -> None:
    assert [(one.kind, one.id) for one in library.documents] == [
        ("catalogue", "haven"), ("profile", "haven-basis"), ("profile", "haven-extra"),
    ]  # fmt: skip
    assert faults_in(library) == []


def test_each_assessable_node_is_an_item_exactly_once(library: Imported) -> None:
    items = items_of(library.documents[0].data)

    assert list(items) == ["1.10", "1.4", "node9", "node7", "2.1", "9"]


def test_headings_become_groups_controls_and_parts_of_titles(library: Imported) -> None:
    groups = library.documents[0].data["groups"]

    places = {
        group["id"]: {
            control["id"]: [one["id"] for one in control.get("measures", [])] for control in group["controls"]
        }
        for group in groups
    }

    assert places == {
        "CHAPTER I": {"Rule 1": ["1.10", "1.4", "node9"], "1.3": ["node7"]},
        "CHAPTER II": {"2.1": []},
        "Haven": {"9": []},
    }
    assert groups[0]["controls"][1]["title"]["nl"] == "Afmeren > In het havenboek staat:"
    assert groups[0]["controls"][0]["measures"][2]["title"]["en"] == "The mooring plan holds > the tides;"


def test_texts_stand_in_both_languages_with_their_line_breaks(library: Imported) -> None:
    catalogue = library.documents[0].data

    bollards = items_of(catalogue)["1.10"]

    assert catalogue["languages"] == ["nl", "en"]
    assert bollards["title"] == {"nl": "Bolders", "en": "Bollards"}
    assert bollards["statement"]["nl"] == "Elke kade heeft bolders.\nZij zijn geverfd."
    assert bollards["question"]["en"] == "Has each quay bollards?\nWhich colour?"
    assert bollards["weight"] == 3


def test_a_heading_with_nothing_below_it_stays_known(library: Imported) -> None:
    (intro,) = library.documents[0].data["context"]

    assert intro["id"] == "intro"
    assert intro["note"]["nl"] == "Wat een kade is."


def test_ids_that_are_not_the_publishers_are_told(library: Imported, told: Told) -> None:
    assert told(library, "import-no-ids")["ids"] == "node7"
    assert told(library, "import-same-ids")["ids"] == "node9, 2.1"


def test_what_has_no_place_is_told(library: Imported) -> None:
    keys = [dict(one.values)["key"] for one in library.warnings if one.code == "import-key-left-out"]

    assert keys == ["typical_evidence", "annotation"]
    assert "import-weight" in {one.code for one in library.warnings}


def test_an_implementation_group_is_a_profile_of_its_items_however_it_is_spelt(library: Imported, told: Told) -> None:
    basis, extra = (one.data for one in library.documents[1:])

    assert basis["title"]["nl"] == "Havenregels: Basis"
    assert basis["catalogues"] == [{"id": "haven", "version": "3", "items": ["1.10", "node7"]}]
    assert extra["catalogues"][0]["items"] == ["1.10"]
    assert told(library, "import-empty-group")["ids"] == "nergens"


def test_texts_in_another_language_stand_under_english_and_are_told(told: Told) -> None:
    source = library_of(node("u:1", ref_id="1", name="Les quais"), locale="fr")

    imported = read_ciso_assistant(source, OPTIONS)

    assert items_of(imported.documents[0].data)["1"]["title"] == {"en": "Les quais"}
    assert imported.documents[0].data["languages"] == ["en"]
    assert told(imported, "import-other-language")["language"] == "fr"


def test_a_text_without_translation_leaves_one_language_whole(told: Told) -> None:
    translated = {"en": {"name": "One"}}
    source = library_of(
        node("u:1", ref_id="1", name="Een", translations=translated), node("u:2", ref_id="2", name="Twee")
    )

    imported = read_ciso_assistant(source, OPTIONS)

    assert imported.documents[0].data["languages"] == ["nl"]
    assert told(imported, "import-part-translated")["language"] == "en"


def test_newer_libraries_hold_a_list_of_frameworks() -> None:
    source = library_of(node("u:1", ref_id="1", name="Een"))
    first = source.data["objects"]["framework"]
    data = {**source.data, "objects": {"frameworks": [first, {**first, "ref_id": "tweede"}]}}

    imported = read_ciso_assistant(Source("x.yaml", b"", data), OPTIONS)

    assert [one.id for one in imported.documents] == ["proef", "tweede"]


def test_headings_that_run_in_a_circle_end_somewhere() -> None:
    circle = [
        node("u:1", ref_id="1", name="Een", parent_urn="u:2"), node("u:2", ref_id="2", name="Twee", parent_urn="u:1"),
    ]  # fmt: skip

    imported = read_ciso_assistant(library_of(*circle), OPTIONS)

    assert set(items_of(imported.documents[0].data)) == {"1", "2"}


def test_an_id_with_signs_of_a_pattern_selects_only_itself(
    faults_in: Callable[[Imported], list[Diagnostic]],
) -> None:
    nodes = [node(f"u:{ref}", ref_id=ref, name=ref, implementation_groups=["g"]) for ref in ("a[1]", "b*")]

    imported = read_ciso_assistant(library_of(*nodes), OPTIONS)

    assert faults_in(imported) == []


def test_a_library_that_takes_the_place_of_ours_is_told(told: Told) -> None:
    source = library_of(node("u:1", ref_id="1", name="Een"))
    source.data["objects"]["framework"]["ref_id"] = "bio2"

    imported = read_ciso_assistant(source, OPTIONS)

    assert told(imported, "import-takes-place") == {"id": "bio2"}


@pytest.mark.parametrize("objects", [None, {}, {"framework": {}}, {"framework": {"requirement_nodes": "x"}}, []])
def test_a_library_of_nothing_is_a_fault(objects: object) -> None:
    with pytest.raises(UnusableInputError) as raised:
        read_ciso_assistant(Source("x.yaml", b"", {"urn": "u", "objects": objects}), OPTIONS)

    assert "import-nothing" in {one.code for one in raised.value.diagnostics}


def test_a_mapping_set_becomes_a_crosswalk(
    read: Read, told: Told, faults_in: Callable[[Imported], list[Diagnostic]]
) -> None:
    imported = read(MAPPING)

    (crosswalk,) = imported.documents
    rows = [(row["from"], row["to"], row["relationship"]) for row in crosswalk.data["rows"]]
    assert crosswalk.id == "iso27001-2013--iso27001"
    assert rows == [
        ("A.5.1.1", "A.5.1", "subset"), ("A.6.2.1", "A.8.1", "intersects"), ("A.6.2.2", "A.6.7", "ungraded"),
    ]  # fmt: skip
    assert "8" in crosswalk.data["rows"][0]["note"]["nl"]
    assert told(imported, "import-unknown-ends")["ids"] == "a.6.2.2 → a.99.1"
    assert told(imported, "import-not-related")["count"] == "1"
    assert told(imported, "import-same-rows")["count"] == "1"
    assert told(imported, "import-odd-relationship")["count"] == "1"
    assert told(imported, "import-unknown-catalogue")["urn"].endswith("elsewhere")
    assert faults_in(imported) == []


def test_the_user_may_name_both_catalogues(read: Read, tmp_path: Path) -> None:
    file = tmp_path / "mapping.yaml"
    text = (Path(__file__).parents[3] / "data" / "imports" / MAPPING).read_text("utf-8")
    file.write_text(text.replace("framework:iso27001", "framework:elders"), "utf-8")

    imported = read(str(file), start="iso27001-2013", end="iso27001")

    assert [one.id for one in imported.documents] == ["iso27001-2013--iso27001"]


def test_an_item_in_other_case_goes_before_the_beginning_of_longer_ids(
    an_item: Callable[..., Item], a_catalogue: Callable[..., Catalogue]
) -> None:
    ours = a_catalogue([an_item("A.1.2"), an_item("a.1.2.3"), an_item("21.2.1.4")], ident="ours")
    ends = [("a.1.2", "a.1.2.3"), ("21.2.1", "21.2.1.4")]
    rows = [
        {"source_requirement_urn": f"urn:x:{start}", "target_requirement_urn": f"urn:x:{end}", "relationship": "equal"}
        for start, end in ends
    ]
    mapping = {"source_framework_urn": "urn:x:ours", "target_framework_urn": "urn:x:ours", "requirement_mappings": rows}
    options = Options(date(2026, 11, 21), known=("ours",), catalogue_of=lambda _: ours)

    imported = read_ciso_assistant(Source("x", b"", {"objects": {"requirement_mapping_set": mapping}}), options)

    made = imported.documents[0].data["rows"]
    assert [(row["from"], row["to"]) for row in made] == [("A.1.2", "a.1.2.3"), ("21.2.1", "21.2.1.4")]
