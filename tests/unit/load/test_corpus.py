from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bio_check.errors import Diagnostic
from bio_check.load.check_file import check_file
from bio_check.load.library import Library
from bio_check.sentences import DIAGNOSTICS
from bio_check.wording import LANGUAGES

DATA = Path(__file__).parents[2] / "data"
INVALID = sorted(file for file in (DATA / "invalid").iterdir() if file.suffix in {".yaml", ".json"})
VALID = sorted(file for file in (DATA / "valid").iterdir() if file.suffix in {".yaml", ".json"})
WARNINGS = {
    "action-unused", "deviation-lapsed", "deviation-not-needed", "evidence-lapsed", "evidence-lapses", "evidence-later",
    "evidence-unused", "older-version", "outside-profile", "to-be-confirmed",
}  # fmt: skip
"""Told of a file that is sound."""
OF_COMMANDS = {
    "bad-option", "bad-selector", "empty-selection", "file-exists", "item-asks-nothing", "item-has-parts",
    "item-not-asked", "item-of-other-norm", "no-crosswalk", "no-such-file", "same-catalogue",
    "no-such-folder", "no-way-there", "one-format", "other-format", "several-ways", "unknown-crosswalk",
    "unknown-item", "unreadable-file", "unwritable-file",
}  # fmt: skip
"""Caused by how a command is called, or by where a file lies."""
OF_TWO_SHEETS = {
    "dates-reversed", "json-or-format", "nothing-to-compare", "other-organisation", "versions-reversed",
    "versions-unlinked",
}  # fmt: skip
"""Told when two sheets are compared; each of them is sound."""
OF_OSCAL = {
    "json-syntax", "json-value", "import-unknown-form", "import-column", "oscal-assumed-catalogue", "oscal-bad-shape",
    "oscal-circle", "oscal-duplicate-group", "oscal-duplicate-id", "oscal-ends", "oscal-language", "oscal-modify",
    "oscal-more-warnings", "oscal-no-catalogue", "oscal-no-id", "oscal-no-root", "oscal-no-title", "oscal-other-model",
    "oscal-part-left-out", "oscal-selects-nothing", "oscal-too-deep", "oscal-unknown-id", "oscal-unknown-key",
    "oscal-unknown-parameter", "oscal-version",
}  # fmt: skip
"""Told of a norm in the form of somebody else, while it is imported."""
OF_IMPORTS = {
    "bio2-live-there", "bio2-missing-ids", "bio2-no-measures", "bio2-other-version", "bio2-retired-there",
    "bio2-same-ids", "bio2-same-text", "bio2-unknown-ids", "import-empty-group", "import-key-left-out",
    "import-no-date", "import-no-ids", "import-no-rows", "import-not-related", "import-not-utf-8", "import-nothing",
    "import-nothing-to-answer", "import-odd-relationship", "import-other-language", "import-part-translated",
    "import-same-crosswalk", "import-same-ids", "import-same-rows", "import-takes-place", "import-text-cut",
    "import-too-large", "import-unknown-catalogue", "import-unknown-ends", "import-unknown-group", "import-weight",
    "sheet-needs-columns", "sheet-no-rows", "sheet-numbers-as-ids", "sheet-odd-role", "sheet-rows-without-id",
    "sheet-rows-without-text",
    "sheet-same-ids", "sheet-too-large", "sheet-too-many-cells", "sheet-unknown-column", "sheet-unknown-part",
    "sheet-unknown-sheet", "sheet-unreadable",
}  # fmt: skip
"""Told of a library, an official text or a spreadsheet, while it is imported."""
TOO_BIG_TO_KEEP = {"file-too-large", "too-many-faults", "too-many-values"}
NEVER = {"wrong-form"}
"""Stands by for a rule of a schema that has no words of its own; every rule has."""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def told(library: Library) -> dict[str, tuple[Diagnostic, ...]]:
    return {file.name: check_file(str(file), library).faults for file in INVALID}


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.name)
def test_an_invalid_file_gives_its_expected_faults_and_no_other(
    file: Path, told: dict[str, tuple[Diagnostic, ...]]
) -> None:
    expected = file.with_suffix(".expected").read_text("utf-8").splitlines()

    faults = told[file.name]

    assert [f"{one.place.line}:{one.place.column} {one.place.path or '-'} {one.code}" for one in faults] == expected


@pytest.mark.parametrize("file", VALID, ids=lambda file: file.name)
def test_a_valid_file_has_no_fault(file: Path, library: Library) -> None:
    checked = check_file(str(file), library)

    assert checked.faults == ()
    assert checked.kind is not None


def test_every_expected_file_belongs_to_one_document() -> None:
    expected = sorted(file.stem for file in (DATA / "invalid").glob("*.expected"))

    assert expected == sorted(file.stem for file in INVALID)


def test_every_code_that_a_file_can_cause_is_in_the_corpus(told: dict[str, tuple[Diagnostic, ...]]) -> None:
    seen = {fault.code for faults in told.values() for fault in faults}

    elsewhere = WARNINGS | OF_COMMANDS | OF_TWO_SHEETS | OF_OSCAL | OF_IMPORTS | TOO_BIG_TO_KEEP | NEVER
    assert seen == set(DIAGNOSTICS) - elsewhere


def test_every_fault_is_told_in_both_languages_on_lines_that_a_terminal_can_show(
    told: dict[str, tuple[Diagnostic, ...]],
) -> None:
    for fault in (fault for faults in told.values() for fault in faults):
        facts = [fault.fact(language) for language in LANGUAGES]
        hints = [fault.hint(language) for language in LANGUAGES]

        assert all(text.isprintable() and text.strip() == text for text in facts + hints), fault
        assert not any(fact.endswith(".") for fact in facts), fault
        assert facts[0] != facts[1], fault
        assert hints[0] != hints[1], fault


def test_validate_exits_3_and_leaves_every_file_as_it_was(run: Callable[..., Any]) -> None:
    before = {file: file.read_bytes() for file in (DATA / "invalid").iterdir()}

    ran = run("validate", *map(str, INVALID))

    assert ran.code == 3
    assert len(ran.out.splitlines()) == len(INVALID)
    assert "Traceback" not in ran.err
    assert {file: file.read_bytes() for file in (DATA / "invalid").iterdir()} == before


def test_a_terminal_gets_no_control_character_of_a_file(run: Callable[..., Any]) -> None:
    ran = run("validate", str(DATA / "invalid" / "terminal-escape.yaml"))

    assert all(line.isprintable() for line in (ran.out + ran.err).splitlines())
