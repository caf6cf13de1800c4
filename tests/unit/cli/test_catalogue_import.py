"""`bio-check catalogue import`: told in full, checked before it is written, and never over what is there."""

from __future__ import annotations

import json
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
DATA = Path(__file__).parents[2] / "data" / "imports"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with the files of others; return it."""
    shutil.copytree(DATA, tmp_path / "files")
    monkeypatch.chdir(tmp_path / "files")
    return tmp_path / "files"


def written(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*.yaml"))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_norm_can_be_shown_and_answered_once_it_was_imported(lang: str, run: Run, folder: Path) -> None:
    made = run("catalogue", "import", "museum_small_profile.json", "--into", "norms", "--lang", lang)
    own = ("--catalogues", "norms")
    checked = run(*own, "catalogue", "check", "museum", "--lang", lang)
    shown = run(*own, "catalogue", "show", "museum", "hall-1", "--lang", lang)
    sheet = run(*own, "new", "a.yaml", "--organisation", "Museum", "--profile", "museum-small", "--lang", lang)

    assert (made.code, checked.code, shown.code, sheet.code) == (0, 0, 0, 0)
    assert written(folder / "norms") == ["museum/catalogue.yaml", "profiles/museum-small.yaml"]
    assert "a. Locks every hall" in shown.out
    assert run(*own, "validate", "a.yaml").code == 0


def test_the_summary_counts_what_was_written_and_gives_the_next_step(run: Run, folder: Path) -> None:
    ran = run("catalogue", "import", "museum_catalog.json", "--into", "norms", "--lang", "en")

    assert (folder / "norms").is_dir()
    assert ran.out == (
        "norms/museum/catalogue.yaml: 3 groups, 5 controls, 5 items, 15 texts, 1 without a question\n"
        "Next: bio-check --catalogues norms catalogue show museum\n"
    )


def test_a_mapping_can_be_shown_and_goes_before_ours(run: Run, folder: Path) -> None:
    made = run("catalogue", "import", "iso27001_to_bio2_mapping.json", "--into", "norms", "--lang", "en")
    shown = run("--catalogues", "norms", "crosswalk", "show", "iso27001", "bio2", "--lang", "en")

    assert (made.code, shown.code) == (0, 0)
    assert written(folder / "norms") == ["crosswalks/iso27001--bio2.yaml"]
    assert made.out.endswith("Next: bio-check --catalogues norms crosswalk show iso27001 bio2\n")
    assert "From ISO to BIO2" in shown.out


def test_what_is_there_is_not_overwritten_and_nothing_else_is_written(run: Run, folder: Path) -> None:
    call = ("catalogue", "import", "museum_small_profile.json", "--into", "norms", "--lang", "en")
    (folder / "norms" / "profiles").mkdir(parents=True)
    (folder / "norms" / "profiles" / "museum-small.yaml").write_text("mine")

    refused = run(*call)
    kept = written(folder / "norms")
    forced = run(*call, "--force")
    again = run(*call)

    assert (refused.code, refused.out) == (2, "")
    assert "the file exists and is not overwritten" in refused.err
    assert kept == ["profiles/museum-small.yaml"]
    assert (forced.code, again.code) == (0, 0)


def test_a_document_that_does_not_pass_our_checks_is_told_and_not_written(run: Run, folder: Path) -> None:
    items = [{"id": f"c{index}", "title": "T"} for index in range(90_000)]
    metadata = {"title": "Big", "version": "1", "last-modified": "2026-01-01T00:00:00Z", "oscal-version": "1.2.0"}
    (folder / "big.json").write_text(json.dumps({"catalog": {"metadata": metadata, "controls": items}}))

    ran = run("catalogue", "import", "big.json", "--into", "norms", "--lang", "en")

    assert ran.code == 3
    assert "big.json: 'big' becomes too large to work with" in ran.err
    assert not (folder / "norms").exists()


def test_standard_input_will_do(run: Run, folder: Path) -> None:
    raw = (folder / "museum_catalog.json").read_bytes()

    ran = run("catalogue", "import", "-", "--into", "norms", stdin=raw)

    assert ran.code == 0
    assert written(folder / "norms") == ["keeping-a-museum-safe/catalogue.yaml"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("gone.json",), 3, "gone.json: there is no such file"),
        (("museum_catalog.json", "--id", "Not an id"), 2, "--id: 'Not an id' cannot be an id"),
        (("museum_catalog.json", "--id", "x" * 101), 2, "cannot be an id"),
        (("museum_catalog.json", "--column", "id"), 2, "--column: 'id' names no column"),
        (("museum_catalog.json", "--from", "biio2"), 2, "--from: the catalogue 'biio2' is not known"),
        (("museum_catalog.json", "--as", "ciso-assistant"), 3, "museum_catalog.json"),
        (("ciso-assistant.yaml", "--as", "oscal"), 3, "this is no OSCAL"),
        (("museum_catalog.json", "--as", "pdf"), 2, "--as"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], code: int, told: str, run: Run, folder: Path) -> None:
    ran = run("catalogue", "import", *arguments, "--into", "norms", "--lang", "en")

    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
    assert "Traceback" not in ran.err
    assert not (folder / "norms").exists()


def test_a_folder_that_is_a_file_is_told(run: Run, folder: Path) -> None:
    (folder / "norms").write_text("")

    ran = run("catalogue", "import", "museum_catalog.json", "--into", "norms", "--lang", "en")

    assert ran.code == 3
    assert "the file cannot be written" in ran.err


def test_the_day_on_which_it_was_read_can_be_fixed(process: Run, folder: Path) -> None:
    ran = process("catalogue", "import", "museum_catalog.json", "--into", "norms", SOURCE_DATE_EPOCH="86400")

    assert ran.code == 0
    assert 'read: "1970-01-02"' in (folder / "norms" / "museum" / "catalogue.yaml").read_text("utf-8")


def test_an_export_is_an_oscal_catalogue_that_can_be_imported_again(run: Run, folder: Path) -> None:
    exported = run("catalogue", "export", "bio2@1.2", "--to", "oscal", "--lang", "en")
    (folder / "out.json").write_text(exported.out, "utf-8")
    made = run("catalogue", "import", "out.json", "--into", "norms", "--lang", "en")

    assert (exported.code, exported.err, made.code) == (0, "", 0)
    assert made.err.splitlines()[0].endswith("the catalogue 'bio2' takes the place of that of bio-check in this folder")
    assert made.err.count("warning:") == 1
    assert json.loads(exported.out)["catalog"]["metadata"]["version"] == "1.2"
    assert written(folder / "norms") == ["bio2/catalogue.yaml"]


@pytest.mark.parametrize("wanted", ["bio3", "bio2@9.9", "", "@"])
def test_an_export_of_what_is_not_there_is_told(wanted: str, run: Run) -> None:
    ran = run("catalogue", "export", wanted, "--to", "oscal", "--lang", "en")

    assert (ran.code, ran.out) == (3, "")
    assert "hint:" in ran.err


def test_an_export_is_the_same_in_every_process(process: Run) -> None:
    first, second = (process("catalogue", "export", "cbw", "--to", "oscal", PYTHONHASHSEED=seed) for seed in "12")
    fixed = process("catalogue", "export", "cbw", "--to", "oscal", SOURCE_DATE_EPOCH="86400")

    assert first.out == second.out
    assert json.loads(fixed.out)["catalog"]["metadata"]["last-modified"] == "1970-01-02T00:00:00Z"


@pytest.mark.usefixtures("folder")
def test_the_next_step_works_from_folders_with_blanks_and_from_several(run: Run) -> None:
    run("catalogue", "import", "museum_catalog.json", "--into", "my norms", "--lang", "en")
    shutil.copy("museum_small_profile.json", "small_profile.json")
    Path("museum_catalog.json").unlink()
    ran = run(
        *("--catalogues", "my norms", "catalogue", "import", "small_profile.json", "--into", "mine"),
        *("--catalogue-id", "museum", "--lang", "en"),
    )
    step = ran.out.splitlines()[-1].removeprefix("Next: bio-check ")

    assert step == "--catalogues mine --catalogues 'my norms' catalogue list"
    assert run(*shlex.split(step)).code == 0


def test_what_no_command_could_read_again_is_not_written(run: Run, folder: Path) -> None:
    texts = [{"id": f"c{n}", "title": "T", "parts": [{"name": "statement", "prose": "x" * 20_000}]} for n in range(900)]
    metadata = {"title": "T", "version": "1", "last-modified": "2026-01-09T00:00:00Z", "oscal-version": "1.2.2"}
    Path("fat.json").write_text(json.dumps({"catalog": {"metadata": metadata, "controls": texts}}), "utf-8")

    ran = run("catalogue", "import", "fat.json", "--into", "norms", "--lang", "en")

    assert (ran.code, ran.out) == (3, "")
    assert "fat.json: 'fat' becomes too large to work with: at most 16 MiB" in ran.err
    assert not (folder / "norms").exists()


@pytest.mark.parametrize("ident", ["profiles", "crosswalks", "null"])
def test_an_id_that_means_something_else_is_not_given_out(ident: str, run: Run, folder: Path) -> None:
    Path("museum_catalog.json").rename(f"{ident}_catalog.json")
    made = run("catalogue", "import", f"{ident}_catalog.json", "--into", "norms", "--lang", "en")
    asked = run("catalogue", "import", f"{ident}_catalog.json", "--into", "norms", "--id", ident, "--lang", "en")

    assert (made.code, asked.code) == (0, 2)
    assert written(folder / "norms") == [f"import-{ident}/catalogue.yaml"]
    assert run("--catalogues", "norms", "catalogue", "list").code == 0


@pytest.mark.usefixtures("folder")
def test_no_typical_evidence_is_announced_where_there_is_none(run: Run) -> None:
    run("catalogue", "import", "museum_small_profile.json", "--into", "norms", "--lang", "en")
    own = ("--catalogues", "norms")
    run(*own, "new", "a.yaml", "--organisation", "Museum", "--profile", "museum-small", "--lang", "en")
    explained = run(*own, "explain", "a.yaml", "hall-1", "--lang", "en")
    page = run(*own, "report", "a.yaml", "--format", "html", "--to", "-", "--lang", "en")

    assert (explained.code, page.code) == (0, 0)
    assert "Typical" not in explained.out
    assert "No evidence named.</dd>" in page.out
    assert "Typical is:" not in page.out
