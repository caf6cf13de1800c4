"""`bio-check validate`: every fault of every file, at once, and no file changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_sound_files_of_every_kind_are_sound(bio: Run) -> None:
    files = ("controls/huis/catalogue.yaml", "controls/profiles/klein.yaml")

    ran = bio("validate", *files, "--lang", "en")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "".join(f"{file}: no faults\n" for file in files)


def test_warnings_are_told_and_fail_nothing(bio: Run) -> None:
    ran = bio("validate", "answers.yaml", "--lang", "en")

    assert (ran.code, ran.out) == (0, "answers.yaml: no faults, warnings: 1\n")
    assert ran.err.startswith("warning: answers.yaml:50:3: evidence.formulier: ")


def test_faults_of_all_files_are_told_together(bio: Run, small: Path) -> None:
    (small / "other.yaml").write_text("format: bio-check/answers/2\n", "utf-8")

    ran = bio("validate", "gone.yaml", "answers.yaml", "other.yaml", "faulty.yaml", "--lang", "en")

    assert ran.code == 3
    assert ran.out.splitlines() == [
        "gone.yaml: 1 fault",
        "answers.yaml: no faults, warnings: 1",
        "other.yaml: 1 fault",
        "faulty.yaml: 9 faults",
    ]
    assert ran.err.count("error: ") == 11


def test_faults_stand_in_the_order_of_the_file(bio: Run) -> None:
    ran = bio("validate", "faulty.yaml")

    lines = [int(line.split(":")[2]) for line in ran.err.splitlines() if line.startswith("fout: ")]

    assert lines == sorted(lines)


def test_each_fault_has_a_next_step(bio: Run) -> None:
    lines = bio("validate", "faulty.yaml").err.splitlines()

    assert all(line.startswith("fout: faulty.yaml:") for line in lines[::2])
    assert all(line.startswith("  hulp: ") for line in lines[1::2])


def test_a_file_named_twice_is_told_once(bio: Run) -> None:
    assert bio("validate", "answers.yaml", "answers.yaml").out.count("answers.yaml") == 1


def test_standard_input_is_a_file_called_hyphen(bio: Run, small: Path) -> None:
    raw = (small / "faulty.yaml").read_bytes()

    ran = bio("validate", "-", stdin=raw)

    assert (ran.code, ran.out) == (3, "-: 9 fouten\n")
    assert ran.err.startswith("fout: -:4:17: reference-date: ")


def test_json_is_yaml_enough(bio: Run) -> None:
    sheet = {
        "format": "bio-check/answers/1",
        "organisation": {"name": "Gemeente"},
        "reference-date": "2026-11-21",
        "answers": {"huis": {"2.2": {"status": "met"}}},
    }

    assert bio("validate", "-", stdin=json.dumps(sheet).encode()).out == "-: geen fouten\n"


def test_json_output_says_the_same_for_machines(bio: Run) -> None:
    ran = bio("validate", "faulty.yaml", "answers.yaml", "gone.yaml", "--json", "--lang", "en")

    told = json.loads(ran.out)

    assert (ran.code, ran.err) == (3, "")
    assert list(told) == ["format_version", "valid", "files"]
    assert (told["format_version"], told["valid"]) == (1, False)
    assert [list(one) for one in told["files"]] == [["file", "kind", "faults", "warnings"]] * 3
    assert [(one["file"], one["kind"]) for one in told["files"]] == [
        ("faulty.yaml", "answers"),
        ("answers.yaml", "answers"),
        ("gone.yaml", None),
    ]
    assert [len(one["faults"]) for one in told["files"]] == [9, 0, 1]
    assert [len(one["warnings"]) for one in told["files"]] == [0, 1, 0]
    assert told["files"][0]["faults"][4] == {
        "code": "id-moved",
        "message": "'1.1.3' was moved to 1.2 in Huisregels 2",
        "hint": "Put the answer at 1.2.",
        "place": {"file": "faulty.yaml", "line": 13, "column": 5, "path": "answers.huis.1.1.3"},
    }


def test_json_output_of_sound_files_is_valid(bio: Run) -> None:
    ran = bio("validate", "answers.yaml", "controls/profiles/klein.yaml", "--json")

    assert ran.code == 0
    assert json.loads(ran.out)["valid"] is True


@pytest.mark.parametrize("line", [b"\x1b]0;evil\x07: 1\n", "k\u202ey: 1\n".encode(), b"a: &x [*x]\n", b"\xff\xfe\x00"])
def test_hostile_bytes_reach_no_terminal(line: bytes, bio: Run, small: Path) -> None:
    (small / "hostile.yaml").write_bytes(b"format: bio-check/answers/1\n" + line)

    ran = bio("validate", "hostile.yaml")

    assert ran.code == 3
    assert all(char.isprintable() or char == "\n" for char in ran.err + ran.out)


def test_a_hostile_file_name_reaches_no_terminal(bio: Run, small: Path) -> None:
    (small / "\x1b[31mred.yaml").write_text("format: bio-check/answers/2\n", "utf-8")

    ran = bio("validate", "\x1b[31mred.yaml")

    assert ran.code == 3
    assert "\x1b" not in ran.err + ran.out
