"""OSCAL catalogues: groups and controls as printed, texts that read on their own, and a word about all that is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bio_check.errors import Diagnostic, UnusableInputError
from bio_check.load.imports.imported import Imported
from bio_check.load.imports.oscal import read_oscal
from bio_check.load.imports.oscal_node import MOST_TOLD
from bio_check.load.imports.source import Options, Source, read_source
from bio_check.render.document_yaml import to_yaml

DATA = Path(__file__).parents[3] / "data" / "imports"
DAY = date(2026, 11, 21)
Read = Callable[..., Imported]
METADATA = {"title": "T", "version": "1", "last-modified": "2026-01-09T00:00:00Z", "oscal-version": "1.2.2"}


@pytest.fixture(scope="module")
def museum(read: Read) -> dict[str, Any]:
    (made,) = read("museum_catalog.json").documents
    return dict(made.data)


def controls_of(data: Any) -> dict[str, Any]:  # noqa: ANN401  # a catalogue as in its file
    return {one["id"]: one for group in data["groups"] for one in group["controls"]}


def imported(catalog: dict[str, Any], options: Options, name: str = "x.json") -> Imported:
    return read_oscal(Source(name, b"", {"catalog": {"metadata": METADATA, **catalog}}), options)


def codes(told: tuple[Diagnostic, ...]) -> list[str]:
    return [one.code for one in told]


@pytest.fixture
def options(request: pytest.FixtureRequest) -> Options:
    return Options(DAY, **getattr(request, "param", {}))


def test_a_catalogue_bears_the_name_of_its_file_and_tells_where_it_comes_from(museum: dict[str, Any]) -> None:
    assert museum["id"] == "museum"
    assert (museum["version"], museum["issued"]) == ("2.10", "2026-03-02")
    assert (museum["wording"], museum["languages"]) == ("official", ["en"])
    assert museum["source"] == {
        "name": "Keeping a Museum Safe (Example Museums)",
        "url": "https://example.org/museum",
        "read": "2026-11-21",
    }


def test_what_was_imported_passes_every_check(read: Read, faults_in: Callable[[Imported], list[Diagnostic]]) -> None:
    assert faults_in(read("museum_catalog.json")) == []


def test_groups_keep_their_ids_and_a_nested_one_is_called_after_both(museum: dict[str, Any]) -> None:
    assert [(one["id"], one["title"]["en"]) for one in museum["groups"]] == [
        ("hall", "Halls"),
        ("depot.a", "Depot: Air"),
        ("light", "Depot: Light"),
    ]


def test_a_control_in_a_control_becomes_one_of_its_own_behind_it(museum: dict[str, Any]) -> None:
    found = controls_of(museum)

    assert list(found) == ["hall-1", "hall-1.1", "hall-2", "depot-1", "depot-2"]
    assert found["hall-1.1"]["title"] == {"en": "Locks: Spare Keys"}


def test_a_statement_reads_on_its_own(museum: dict[str, Any]) -> None:
    assert controls_of(museum)["hall-1"]["statement"]["en"] == (
        "The museum:\n"
        "  a. Locks every hall [one or more of: at closing time; when [the keeper] asks];\n"
        "    1. With two locks, see HALL-2; and\n"
        "  b. Tests the locks each month, after a burglary."
    )
    assert controls_of(museum)["depot-2"]["statement"] == {"en": "It is dark unless somebody works."}


def test_a_withdrawn_control_stays_known_and_says_where_it_went(museum: dict[str, Any]) -> None:
    assert museum["context"] == [
        {
            "id": "hall-1.2",
            "title": {"en": "Key Cords"},
            "note": {"en": "Withdrawn; incorporated into hall-1; moved to hall-2."},
        }
    ]


def test_what_is_left_out_is_told_once(read: Read) -> None:
    (told,) = read("museum_catalog.json").warnings

    assert (told.code, dict(told.values)) == ("oscal-part-left-out", {"name": "guidance", "count": "1"})
    assert told.place.path == "catalog.groups[0].controls[0].parts"


@pytest.mark.parametrize("options", [{"language": "nl", "id": "eigen"}], indirect=True)
def test_the_user_may_name_id_and_language(options: Options) -> None:
    withdrawn = {"id": "b", "title": "B", "props": [{"name": "status", "value": "withdrawn"}]}

    (made,) = imported({"controls": [{"id": "a", "title": "A"}, withdrawn]}, options).documents

    assert (made.id, made.path) == ("eigen", "eigen/catalogue.yaml")
    assert made.data["languages"] == ["nl"]
    assert made.data["wording"] == "titles"
    assert made.data["context"][0]["note"] == {"nl": "Vervallen."}


def test_a_language_that_we_do_not_have_is_told(options: Options) -> None:
    metadata = {**METADATA, "props": [{"name": "language", "value": "de"}]}

    made = imported({"metadata": metadata, "controls": [{"id": "a", "title": "A"}]}, options)

    assert codes(made.warnings) == ["oscal-language"]


@pytest.mark.parametrize(
    ("catalog", "code"),
    [
        ({"controls": [{"id": "a", "title": "A"}, {"id": "a", "title": "B"}]}, "oscal-duplicate-id"),
        ({"controls": [{"id": "a", "title": "A"}, {"title": "B"}]}, "oscal-no-id"),
        ({"controls": [{"id": "a"}]}, "oscal-no-title"),
        ({"controls": [{"id": "a", "title": "A", "colour": 1}]}, "oscal-unknown-key"),
        ({"controls": [{"id": "a", "title": ["A"]}, "b"]}, "oscal-bad-shape"),
        ({"controls": [{"id": "a", "title": "A"}], "params": "p"}, "oscal-bad-shape"),
        ({"controls": [{"id": "a", "title": "A"}], "metadata": {**METADATA, "oscal-version": "2.0"}}, "oscal-version"),
        ({"controls": [{"id": "a", "title": "A"}], "metadata": {"oscal-version": "1.0.0"}}, "import-no-date"),
        (
            {"groups": [{"id": "g", "title": "G", "controls": [{"id": one, "title": "T"}]} for one in "ab"]},
            "oscal-duplicate-group",
        ),
        (
            {
                "controls": [
                    {"id": "a", "title": "A", "parts": [{"name": "statement", "prose": "{{ insert: param, p }}"}]}
                ]
            },
            "oscal-unknown-parameter",
        ),
        (
            {"controls": [{"id": "a", "title": "A", "parts": [{"name": "statement", "prose": "x" * 30_000}]}]},
            "import-text-cut",
        ),
    ],
)
def test_an_odd_catalogue_is_imported_with_a_warning(
    catalog: dict[str, Any],
    code: str,
    options: Options,
    faults_in: Callable[[Imported], list[Diagnostic]],
) -> None:
    made = imported(catalog, options)

    assert code in codes(made.warnings)
    assert "a" in controls_of(made.documents[0].data)
    assert faults_in(made) == []


@pytest.mark.parametrize("version", ["v1.2.2", "1.0.0", "1.0.4", "1.1.3", "1.2", "1.2.2"])
def test_every_version_since_the_first_is_known(version: str, options: Options) -> None:
    metadata = {**METADATA, "oscal-version": version}

    assert imported({"metadata": metadata, "controls": [{"id": "a", "title": "A"}]}, options).warnings == ()


@pytest.mark.parametrize("catalog", [{}, {"groups": []}, {"controls": [{"title": "no id"}]}, {"groups": "x"}])
def test_a_catalogue_of_which_nothing_is_left_is_refused(catalog: dict[str, Any], options: Options) -> None:
    with pytest.raises(UnusableInputError) as caught:
        imported(catalog, options)

    assert "import-nothing" in codes(caught.value.diagnostics)


@pytest.mark.parametrize(
    ("data", "code"),
    [({}, "oscal-no-root"), ([], "oscal-no-root"), ({"catalog": 1}, "oscal-no-root"),
     ({"system-security-plan": {}}, "oscal-other-model")],
)  # fmt: skip
def test_what_is_no_norm_is_refused(data: object, code: str, options: Options) -> None:
    with pytest.raises(UnusableInputError) as caught:
        read_oscal(Source("x.json", b"", data), options)

    assert codes(caught.value.diagnostics) == [code]


def test_warnings_of_one_kind_are_told_once_and_never_without_end(options: Options) -> None:
    odd = [{"id": f"c{index}", "title": "T", f"key-{index}": 1, "same": 1} for index in range(MOST_TOLD + 50)]

    told = imported({"controls": odd}, options).warnings

    assert len(told) == MOST_TOLD + 1
    assert [dict(one.values)["count"] for one in told if ("key", "same") in one.values] == [str(MOST_TOLD + 50)]
    assert told[-1].code == "oscal-more-warnings"
    assert dict(told[-1].values)["count"] == "51"


def test_a_parameter_in_itself_comes_to_an_end(options: Options) -> None:
    circle = [
        {"id": "p", "select": {"choice": ["{{ insert: param, q }}"] * 60}},
        {"id": "q", "select": {"choice": ["{{ insert: param, p }} {{ insert: param, q }}"] * 60}},
    ]
    part = {"name": "statement", "prose": "{{ insert: param, p }}, {{ p }}"}

    (made,) = imported({"controls": [{"id": "a", "title": "A", "params": circle, "parts": [part]}]}, options).documents

    assert len(controls_of(made.data)["a"]["statement"]["en"]) < 3_000


def test_groups_in_groups_without_end_are_cut_off(options: Options) -> None:
    group: dict[str, Any] = {"id": "last", "controls": [{"id": "deep", "title": "Deep"}]}
    for index in range(60):
        group = {"id": f"g{index}", "title": "G", "groups": [group], "controls": [{"id": f"c{index}", "title": "C"}]}

    made = imported({"groups": [group]}, options)

    assert "oscal-too-deep" in codes(made.warnings)
    assert "deep" not in controls_of(made.documents[0].data)


def test_yaml_gives_what_json_gives(museum: dict[str, Any], tmp_path: Path) -> None:
    same = tmp_path / "museum_catalog.yaml"
    same.write_text(to_yaml(json.loads((DATA / "museum_catalog.json").read_text("utf-8"))), "utf-8")

    (made,) = read_oscal(read_source(str(same)), Options(DAY)).documents

    assert made.data == museum


def test_a_parameter_tells_its_bounds(options: Options) -> None:
    params = [
        {"id": "p", "label": "time period", "constraints": [{"description": "eight (8) hours"}]},
        {"id": "q", "select": {"choice": ["lock", "guard"]}, "constraints": [{"description": "lock"}]},
        {"id": "r", "label": "time period", "values": ["a day"], "constraints": [{"description": "at most a week"}]},
    ]
    prose = "Within {{ insert: param, p }}: {{ insert: param, q }}, each {{ insert: param, r }}."
    control = {"id": "x", "title": "X", "params": params, "parts": [{"name": "statement", "prose": prose}]}

    (made,) = imported({"controls": [control]}, options).documents

    text = controls_of(made.data)["x"]["statement"]["en"]
    assert text == "Within [time period – eight (8) hours]: [one of: lock; guard – lock], each a day."


def test_a_long_chain_of_parameters_comes_to_an_end_and_is_told(options: Options) -> None:
    params = [{"id": f"p{n}", "label": f"{{{{ insert: param, p{n + 1} }}}}"} for n in range(2_000)]
    part = {"name": "statement", "prose": "Within {{ insert: param, p0 }}."}

    found = imported({"params": params, "controls": [{"id": "x", "title": "X", "parts": [part]}]}, options)

    assert codes(found.warnings) == ["oscal-too-deep"]


def test_a_parameter_that_was_cut_is_told(options: Options) -> None:
    control = {
        "id": "x",
        "title": "X",
        "params": [{"id": "p", "label": "long " * 1_000}],
        "parts": [{"name": "statement", "prose": "{{ insert: param, p }}"}],
    }

    found = imported({"controls": [control]}, options)

    assert codes(found.warnings) == ["import-text-cut"]
    assert controls_of(found.documents[0].data)["x"]["statement"]["en"].endswith("…")


def test_a_control_called_by_its_id_bears_what_it_says(options: Options) -> None:
    part = {"name": "statement", "prose": "The mission is understood"}
    below = {"id": "GV.OC-01", "title": "GV.OC-01", "parts": [part]}

    (made,) = imported({"controls": [{"id": "GV.OC", "title": "Context", "controls": [below]}]}, options).documents

    assert controls_of(made.data)["GV.OC-01"]["title"] == {"en": "Context: The mission is understood"}


def test_texts_of_a_group_are_told(options: Options) -> None:
    group = {"id": "gv", "title": "Govern", "parts": [{"name": "overview", "prose": "All of it."}]}

    found = imported({"groups": [{**group, "controls": [{"id": "x", "title": "X"}]}]}, options)

    assert [dict(one.values)["name"] for one in found.warnings if one.code == "oscal-part-left-out"] == ["overview"]


def test_a_catalogue_that_takes_the_place_of_ours_is_told(options: Options) -> None:
    found = imported({"controls": [{"id": "x", "title": "X"}]}, options, "bio2_catalog.json")

    assert codes(found.warnings) == ["import-takes-place"]


def test_a_link_to_the_back_of_the_file_leads_on_to_the_web(options: Options) -> None:
    links = [{"href": "#1", "rel": "alternate"}, {"href": "#2", "rel": "canonical"}]
    resources = [
        {"uuid": "1", "rlinks": [{"href": "https://example.org/pdf"}]},
        {"uuid": "2", "rlinks": [{"href": "./here.json"}, {"href": "https://example.org/norm"}]},
    ]
    catalog = {
        "metadata": {**METADATA, "links": links},
        "controls": [{"id": "x", "title": "X"}],
        "back-matter": {"resources": resources},
    }

    (made,) = imported(catalog, options).documents

    assert made.data["source"]["url"] == "https://example.org/norm"
