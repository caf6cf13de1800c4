"""Files are written whole or not at all, and never over what exists unless asked."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bio_check.cli.files import write_file
from bio_check.errors import UnusableInputError, WrongUsageError

Run = Callable[..., Any]


def listing(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_file_holds_just_the_text(tmp_path: Path) -> None:
    file = tmp_path / "new" / "deep" / "sheet.yaml"

    write_file(file, "één\r\ntwee\n", force=False)

    assert file.read_bytes() == "één\r\ntwee\n".encode()
    assert listing(tmp_path) == {"new/deep/sheet.yaml"}


def test_existing_file_that_differs_stays(tmp_path: Path) -> None:
    file = tmp_path / "sheet.yaml"
    file.write_text("old", "utf-8")

    with pytest.raises(WrongUsageError) as refused:
        write_file(file, "new", force=False)

    assert file.read_text("utf-8") == "old"
    assert refused.value.diagnostics[0].hint("en") == "Choose another name or add --force."
    assert refused.value.diagnostics[0].hint("nl") == "Kies een andere naam of voeg --force toe."


def test_hint_names_no_option_that_the_command_lacks(tmp_path: Path) -> None:
    file = tmp_path / "sheet.yaml"
    file.write_text("old", "utf-8")

    with pytest.raises(WrongUsageError) as refused:
        write_file(file, "new", force=False, can_force=False)

    assert refused.value.diagnostics[0].hint("en") == "Choose another name."


def test_force_replaces(tmp_path: Path) -> None:
    file = tmp_path / "sheet.yaml"
    file.write_text("old and long", "utf-8")

    write_file(file, "new", force=True)

    assert file.read_text("utf-8") == "new"
    assert listing(tmp_path) == {"sheet.yaml"}


def test_identical_file_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "sheet.yaml"
    file.write_text("same", "utf-8")
    os.utime(file, (1, 1))

    write_file(file, "same", force=False)

    assert file.stat().st_mtime == 1


def test_file_can_be_read_by_whom_the_umask_lets(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "sheet.yaml", "text", force=False)
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "sheet.yaml").stat().st_mode) == 0o640


def test_a_write_that_fails_leaves_the_old_file_and_no_crumbs(tmp_path: Path) -> None:
    (tmp_path / "sheet.yaml").mkdir()
    (tmp_path / "sheet.yaml" / "within").write_text("x", "utf-8")

    with pytest.raises(UnusableInputError) as failed:
        write_file(tmp_path / "sheet.yaml", "text", force=True)

    assert failed.value.diagnostics[0].code == "unwritable-file"
    assert listing(tmp_path) == {"sheet.yaml/within"}


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "file/below"])
def test_a_name_that_cannot_be_is_a_fault_and_no_traceback(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")

    with pytest.raises(UnusableInputError) as failed:
        write_file(tmp_path / name, "text", force=False)

    assert failed.value.diagnostics[0].code == "unwritable-file"


def test_a_full_disk_leaves_the_old_file_and_no_crumbs(bio: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before, files = (small / "answers.yaml").read_bytes(), listing(small)
    monkeypatch.setattr(os, "fsync", full)

    ran = bio("new", "answers.yaml", "--organisation", "Gemeente", "--profile", "klein", "--force", "--lang", "en")

    assert ran.code == 3
    assert ran.err.startswith("error: answers.yaml: the file cannot be written: No space left on device\n  hint: ")
    assert (small / "answers.yaml").read_bytes() == before
    assert listing(small) == files


def test_an_interrupt_leaves_the_old_file_and_no_crumbs(bio: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    before, files = (small / "answers.yaml").read_bytes(), listing(small)
    monkeypatch.setattr(os, "fsync", interrupted)

    ran = bio("new", "answers.yaml", "--organisation", "Gemeente", "--profile", "klein", "--force")

    assert ran.code == 130
    assert (small / "answers.yaml").read_bytes() == before
    assert listing(small) == files


def test_a_folder_that_is_a_file_is_told(bio: Run) -> None:
    ran = bio("report", "answers.yaml", "--to", "answers.yaml", "--lang", "en")

    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("error: answers.yaml/answers.gap.en.html: the file cannot be written: ")


def test_reading_commands_write_nothing(bio: Run, small: Path) -> None:
    before = {name: (small / name).read_bytes() for name in listing(small)}

    for call in (
        ("validate", "answers.yaml", "faulty.yaml"),
        ("score", "answers.yaml"),
        ("explain", "answers.yaml", "1.2"),
        ("report", "answers.yaml", "--to", "-"),
        ("catalogue", "check"),
        ("new", "-", "--organisation", "Gemeente", "--profile", "klein"),
    ):
        bio(*call)

    assert {name: (small / name).read_bytes() for name in listing(small)} == before
