from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from bio_check.errors import UnusableInputError
from bio_check.load.answers import load_answers
from bio_check.load.catalogue import index_of
from bio_check.load.check_file import check_file
from bio_check.load.library import Library
from bio_check.load.yaml_text import parse_document
from bio_check.model.catalogue import Kind
from bio_check.shipped import compiled_file, shipped_folder

DATA = Path(__file__).parents[2] / "data"
SHIPPED = sorted(shipped_folder("controls").rglob("*.yaml"))
HEAD = "format: bio-check/answers/1\norganisation: {name: X}\nreference-date: 2026-11-21\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of a user's own with a small catalogue, laid out as ours is."""
    (tmp_path / "proef").mkdir()
    (tmp_path / "profiles").mkdir()
    shutil.copy(DATA / "valid" / "catalogue.yaml", tmp_path / "proef")
    return tmp_path


# What we ship


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.name)
def test_a_shipped_file_is_sound_and_its_compiled_form_says_the_same(file: Path) -> None:
    raw = file.read_bytes()
    document = parse_document(raw, str(file))
    sha256 = hashlib.sha256(raw).hexdigest()
    compiled, groups = compiled_file(sha256), compiled_file(f"{sha256}.groups")

    assert check_file(str(file), Library()).faults == ()
    assert json.loads(json.dumps(document.data, ensure_ascii=False)) == document.data
    if groups.is_file():  # written when the package is built, and passed over where the YAML changed since
        told, read = json.loads(compiled.read_bytes()), json.loads(groups.read_bytes())
        assert told["head"] | {"groups": read} == document.data
        assert told["index"] == index_of(read)
    elif compiled.is_file():
        assert json.loads(compiled.read_bytes()) == document.data


@pytest.mark.parametrize("ident", ["bio2", "iso27001"])
def test_the_index_of_a_catalogue_agrees_with_its_texts(ident: str) -> None:
    catalogue = Library().catalogue(ident)

    with_measures = {one.id: tuple(item.id for item in one.items) for one in catalogue.controls.values()}
    assert catalogue.index.items == {item.id: item.kind for item in catalogue.items.values()}
    assert catalogue.index.measures == {key: ids for key, ids in with_measures.items() if ids != (key,)}


def test_the_hash_of_a_catalogue_is_that_of_its_file() -> None:
    catalogue = Library().catalogue("bio2")

    raw = (shipped_folder("controls") / "bio2" / "catalogue.yaml").read_bytes()
    assert catalogue.sha256 == hashlib.sha256(raw).hexdigest()


def test_what_is_shipped_is_found_under_the_name_of_its_folder_or_file() -> None:
    library = Library()

    assert [library.catalogue(ident).id for ident in library.files.catalogues] == [*library.files.catalogues]
    assert [library.profile(ident).id for ident in library.files.profiles] == [*library.files.profiles]
    assert {"bio2", "iso27001"} <= set(library.files.catalogues)
    assert {"basis", "gemeente"} <= set(library.files.profiles)


# A folder of one's own


def test_a_catalogue_of_ones_own_stands_beside_ours(own: Path) -> None:
    library = Library(own)

    assert {"bio2", "iso27001", "proef"} <= set(library.files.catalogues)
    assert [(item.id, item.kind) for item in library.catalogue("proef").items.values()] == [
        ("1.1", Kind.CONTROL),
        ("1.2.1", Kind.MEASURE),
        ("2.10", Kind.CONTROL),
        ("2.1", Kind.CONTROL),
    ]


def test_what_the_user_has_goes_before_what_we_ship(own: Path) -> None:
    (own / "bio2").mkdir()
    text = (own / "proef" / "catalogue.yaml").read_text("utf-8")
    (own / "bio2" / "catalogue.yaml").write_text(text.replace("id: proef", "id: bio2"), "utf-8")
    profile = (DATA / "valid" / "profile.yaml").read_text("utf-8").split("catalogues:")[0]
    (own / "profiles" / "basis.yaml").write_text(
        profile.replace("id: proef", "id: basis") + 'catalogues: [{id: proef, version: "1.0"}]\n', "utf-8"
    )

    library = Library(own)

    assert library.catalogue("bio2").version == "1.0"
    assert [one.catalogue for one in library.profile("basis").selections] == ["proef"]


def test_a_kind_of_ones_own_replaces_ours_and_leaves_the_others(own: Path) -> None:
    shutil.copy(DATA / "valid" / "evidence-kinds.yaml", own)

    ours, theirs = Library().kinds(), Library(own).kinds()

    assert list(theirs) == list(ours)
    assert str(theirs["policy"].life) == "P3Y6M"
    assert {ident for ident in ours if ours[ident] != theirs[ident]} == {"policy", "decision"}


def test_a_folder_that_is_not_there_is_told_and_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError) as caught:
        Library(tmp_path / "contrls").catalogue("bio2")

    assert [(one.code, one.place.file) for one in caught.value.diagnostics] == [
        ("no-such-folder", str(tmp_path / "contrls"))
    ]


def test_an_id_that_is_not_the_name_of_its_folder_or_file_is_a_fault(own: Path) -> None:
    (own / "proef").rename(own / "toets")
    shutil.copy(DATA / "valid" / "profile.yaml", own / "profiles" / "toets.yaml")
    library = Library(own)

    for load in (library.catalogue, library.profile):
        with pytest.raises(UnusableInputError) as caught:
            load("toets")
        assert [one.code for one in caught.value.diagnostics] == ["id-differs"]


@pytest.mark.parametrize(("wanted", "suggestion"), [("boi2", "bio2"), ("ISO27001", "iso27001"), ("zzz", "")])
def test_an_unknown_catalogue_gets_a_suggestion_where_one_comes_near(wanted: str, suggestion: str) -> None:
    with pytest.raises(UnusableInputError) as caught:
        Library().catalogue(wanted)

    assert [(one.code, dict(one.values)["suggestion"]) for one in caught.value.diagnostics] == [
        ("unknown-catalogue", suggestion)
    ]


def test_an_unknown_profile_gets_a_suggestion() -> None:
    with pytest.raises(UnusableInputError) as caught:
        Library().profile("gemeentes")

    assert [(one.code, dict(one.values)["suggestion"]) for one in caught.value.diagnostics] == [
        ("unknown-profile", "gemeente")
    ]


def test_faults_in_a_catalogue_of_ones_own_name_its_file_and_hide_none_of_the_sheet(own: Path) -> None:
    file = own / "proef" / "catalogue.yaml"
    file.write_text(file.read_text("utf-8").replace("role: ciso", "role: boss", 1), "utf-8")
    sheet = parse_document(f"{HEAD}answers: {{proef: }}\nfoo: 1\n".encode(), "answers.yaml")

    with pytest.raises(UnusableInputError) as caught:
        load_answers(sheet, Library(own))

    assert {(one.place.file, one.code) for one in caught.value.diagnostics} == {
        (str(file), "not-a-choice"),
        ("answers.yaml", "unknown-key"),
    }


def test_a_profile_of_ones_own_may_name_a_catalogue_of_ones_own(own: Path) -> None:
    profile = (DATA / "valid" / "profile.yaml").read_text("utf-8").split("catalogues:")[0]
    file = own / "profiles" / "proef.yaml"
    file.write_text(profile + 'catalogues: [{id: proef, version: "1.0", groups: ["1"]}]\n', "utf-8")
    sheet = parse_document(f"{HEAD}profile: proef\nanswers: {{}}\n".encode(), "answers.yaml")

    loaded = load_answers(sheet, Library(own))

    assert [one.id for one in loaded.norms.catalogues] == ["proef"]
    assert loaded.sheet.versions == {"proef": "1.0"}
    assert check_file(str(file), Library()).faults[0].code == "unknown-catalogue"
