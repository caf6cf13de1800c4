"""OSCAL profiles: which controls they choose, from a catalogue beside them, within reach or named."""

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
from bio_check.load.imports.source import Options, Source, read_source
from bio_check.load.library import Library

Read = Callable[..., Imported]
DAY = date(2026, 11, 21)
METADATA = {"title": "P", "version": "1", "last-modified": "2026-01-09T00:00:00Z", "oscal-version": "1.2.2"}


@pytest.fixture(scope="module")
def shipped() -> Library:
    return Library()


@pytest.fixture
def choose(shipped: Library) -> Callable[..., Imported]:
    """Import a profile with these imports, where only what bio-check ships is within reach."""

    def read_profile(*imports: dict[str, Any], base: str | None = None, **more: Any) -> Imported:  # noqa: ANN401  # JSON
        data = {"profile": {"metadata": METADATA, "imports": [*imports], **more}}
        options = Options(DAY, base=base, known=tuple(shipped.files.catalogues), catalogue_of=shipped.catalogue)
        return read_oscal(Source("mine_profile.json", b"", data), options)

    return read_profile


def items_of(made: Imported) -> list[str]:
    (selection,) = made.documents[-1].data["catalogues"]
    items: list[str] = selection["items"]
    return items


def codes(told: tuple[Diagnostic, ...]) -> list[str]:
    return [one.code for one in told]


def test_the_catalogue_beside_a_profile_comes_with_it(
    read: Read, faults_in: Callable[[Imported], list[Diagnostic]]
) -> None:
    made = read("museum_small_profile.json")

    assert [(one.kind, one.id, one.path) for one in made.documents] == [
        ("catalogue", "museum", "museum/catalogue.yaml"),
        ("profile", "museum-small", "profiles/museum-small.yaml"),
    ]
    assert made.documents[1].data["title"] == {"nl": "A Small Museum", "en": "A Small Museum"}
    assert made.documents[1].data["description"]["en"] == "What a museum of one room needs."
    assert faults_in(made) == []


def test_ids_children_patterns_and_exclusions_come_down_to_ids(read: Read) -> None:
    made = read("museum_small_profile.json")

    assert items_of(made) == ["hall-1", "hall-1.1", "depot-1"]


def test_warnings_about_the_catalogue_name_its_own_file(read: Read) -> None:
    told = read("museum_small_profile.json").warnings

    assert [(Path(one.place.file).name, one.code) for one in told] == [("museum_catalog.json", "oscal-part-left-out")]


def test_all_of_a_catalogue_needs_no_list(choose: Callable[..., Imported]) -> None:
    made = choose({"href": "bio2_catalog.json", "include-all": {}})

    assert made.documents[-1].data["catalogues"] == [{"id": "bio2", "version": "1.3"}]


def test_a_catalogue_within_reach_is_taken_by_the_name_of_its_file_and_told(choose: Callable[..., Imported]) -> None:
    made = choose({"href": "https://example.org/bio2_catalog.json", "include-controls": [{"with-ids": ["5.17.01"]}]})

    assert codes(made.warnings) == ["oscal-assumed-catalogue"]
    assert items_of(made) == ["5.17.01"]
    assert [one.kind for one in made.documents] == ["profile"]


def test_ids_of_our_own_export_and_controls_with_measures_are_understood(choose: Callable[..., Imported]) -> None:
    made = choose({"href": "x", "include-controls": [{"with-ids": ["c-5.17.01", "5.02"]}]}, base="bio2")

    assert items_of(made) == ["5.02.01", "5.02.02", "5.17.01"]


def test_an_unknown_id_and_a_change_to_controls_are_told(choose: Callable[..., Imported]) -> None:
    made = choose(
        {"href": "x", "include-controls": [{"with-ids": ["5.17.01", "9.99"]}]},
        base="bio2",
        modify={"set-parameters": [{"param-id": "p"}], "alters": [{}, {}]},
    )

    told = [(one.code, dict(one.values)) for one in made.warnings]
    assert ("oscal-selects-nothing", {"id": "9.99", "catalogue": "bio2", "count": "1"}) in told
    assert ("oscal-modify", {"key": "alters", "count": "2"}) in told
    assert ("oscal-modify", {"key": "set-parameters", "count": "1"}) in told


def test_an_unknown_catalogue_is_a_fault_that_says_what_to_do(choose: Callable[..., Imported]) -> None:
    with pytest.raises(UnusableInputError) as caught:
        choose({"href": "nowhere_catalog.json", "include-all": {}})

    (fault,) = caught.value.diagnostics
    assert fault.code == "oscal-no-catalogue"
    assert "--catalogue-id" in fault.hint("en")


@pytest.mark.parametrize("imports", [(), ({"href": "x", "include-controls": [{"with-ids": ["9.99"]}]},)])
def test_a_profile_that_chooses_nothing_is_refused(
    imports: tuple[dict[str, Any], ...], choose: Callable[..., Imported]
) -> None:
    with pytest.raises(UnusableInputError) as caught:
        choose(*imports, base="bio2")

    assert "import-nothing" in codes(caught.value.diagnostics)


def written(folder: Path, **profiles: list[dict[str, Any]]) -> None:
    catalog = {"metadata": METADATA, "controls": [{"id": one, "title": one} for one in ("a-1", "a-2", "a-3")]}
    (folder / "a_catalog.json").write_text(json.dumps({"catalog": catalog}))
    for name, imports in profiles.items():
        data = {"profile": {"metadata": METADATA, "imports": imports}}
        (folder / f"{name}.json").write_text(json.dumps(data))


def test_a_profile_of_a_profile_chooses_from_what_that_one_chose(tmp_path: Path) -> None:
    written(
        tmp_path,
        first=[{"href": "a_catalog.json", "include-controls": [{"with-ids": ["a-1", "a-2"]}]}],
        second=[{"href": "first.json", "include-all": {}, "exclude-controls": [{"with-ids": ["a-1"]}]}],
    )

    made = read_oscal(read_source(str(tmp_path / "second.json")), Options(DAY))

    assert items_of(made) == ["a-2"]


def test_profiles_in_a_circle_come_to_an_end(tmp_path: Path) -> None:
    all_of_a = {"href": "a_catalog.json", "include-controls": [{"with-ids": ["a-1"]}]}
    written(
        tmp_path,
        first=[{"href": "second.json", "include-all": {}}, all_of_a],
        second=[{"href": "first.json", "include-all": {}}],
    )

    made = read_oscal(read_source(str(tmp_path / "first.json")), Options(DAY))

    assert "oscal-circle" in codes(made.warnings)
    assert items_of(made) == ["a-1"]


def test_an_id_with_signs_of_a_pattern_chooses_only_itself(tmp_path: Path) -> None:
    controls = [{"id": ident, "title": ident} for ident in ("[a]", "a", "*")]
    (tmp_path / "base.json").write_text(json.dumps({"catalog": {"metadata": METADATA, "controls": controls}}), "utf-8")
    imports = [{"href": "base.json", "include-controls": [{"with-ids": ["[a]", "*"]}]}]
    data = {"profile": {"metadata": METADATA, "imports": imports}}

    made = read_oscal(Source(str(tmp_path / "p.json"), b"", data), Options(DAY))

    assert items_of(made) == ["[[]a]", "[*]"]
