"""Terminals, pipes, locales and shells: the same words everywhere, and nothing that a pipeline trips over."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bio_check.render.blocks import cell_width
from bio_check.shipped import shipped_folder

Process = Callable[..., Any]
Terminal = Callable[..., tuple[int, str]]

EXAMPLE = str(shipped_folder("examples") / "lindervoort" / "answers.yaml")
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
DRAWN = [
    ("score", EXAMPLE),
    ("score", EXAMPLE, "--all", "--by", "owner", "--lang", "en"),
    ("score", EXAMPLE, "--by", "control"),
    ("explain", EXAMPLE, "7.10.03"),
    ("catalogue", "list"),
    ("catalogue", "show", "bio2"),
    ("catalogue", "show", "cbw"),
    ("catalogue", "show", "nis2-ir", "--lang", "en"),
    ("catalogue", "show", "cbw", "26", "--lang", "en"),
    ("explain", EXAMPLE, "cbw:21.3.d"),
    ("crosswalk", "show", "bio2", "cbw"),
    ("crosswalk", "show", "bio2", "nis2-ir", "--lang", "en"),
    ("crosswalk", "carry", EXAMPLE, "--to", "nis2-ir"),
    ("crosswalk", "check"),
    ("crosswalk", "check", "--lang", "en"),
]
COMMANDS = {
    *("new", "validate", "score", "report", "compare", "explain", "demo"),
    *("sheet", "catalogue", "crosswalk", "schema"),
}
SETTINGS = [
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "ascii"},
]


@pytest.fixture(scope="module")
def piped(process: Process) -> Process:
    """Run in a process of its own, each call once: these commands change nothing."""
    return cache(process)


@pytest.fixture(scope="module")
def drawn(terminal: Terminal) -> Terminal:
    """Run on a terminal, each call once."""
    return cache(terminal)


@pytest.mark.parametrize("settings", SETTINGS, ids=str)
def test_output_is_utf_8_whatever_the_locale(settings: dict[str, str], piped: Process) -> None:
    done = piped("score", EXAMPLE, **settings)

    assert done.code == 0
    assert "● 61  ◐ 34  ○ 15" in done.out


@pytest.mark.parametrize("settings", SETTINGS, ids=str)
def test_remarks_are_utf_8_whatever_the_locale(settings: dict[str, str], piped: Process, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text("één: ●\n", "utf-8")

    done = piped("validate", str(sheet), **settings)

    assert done.code == 3
    assert "geen bio-check-bestand" in done.err or "'format'" in done.err
    assert piped("scoré", **settings).code == 2


@pytest.mark.parametrize("settings", SETTINGS, ids=str)
def test_a_terminal_with_a_poor_locale_gets_the_same_words(settings: dict[str, str], drawn: Terminal) -> None:
    code, shown = drawn("score", EXAMPLE, **settings)

    assert code == 0
    assert "● 61" in shown


@pytest.mark.parametrize("call", DRAWN, ids=lambda call: " ".join(call).replace(EXAMPLE, "SHEET"))
def test_a_terminal_of_80_columns_gets_no_longer_line(call: tuple[str, ...], drawn: Terminal) -> None:
    code, shown = drawn(*call)
    words = [line for line in ESCAPE.sub("", shown).splitlines() if EXAMPLE not in line]  # a path is the user's own

    widest = max(words, key=cell_width)

    assert code == 0
    assert cell_width(widest) <= 80, widest


@pytest.mark.parametrize("call", DRAWN, ids=lambda call: " ".join(call).replace(EXAMPLE, "SHEET"))
def test_a_pipe_gets_no_longer_line_either(call: tuple[str, ...], piped: Process) -> None:
    lines = [line for line in piped(*call).out.splitlines() if EXAMPLE not in line]

    assert max(map(cell_width, lines)) <= 80


def test_a_terminal_gets_tables_in_colour_with_the_words_of_the_pipe(drawn: Terminal, piped: Process) -> None:
    _, shown = drawn("score", EXAMPLE)
    plain = piped("score", EXAMPLE).out

    words = [" ".join(line.split()) for line in ESCAPE.sub("", shown).splitlines()]

    assert "\x1b[32m● 61" in shown
    assert "\x1b" not in plain
    assert words == [" ".join(line.split()) for line in plain.splitlines()]


@pytest.mark.parametrize("call", [*DRAWN, ("--help",), ("score", "--help"), ("scor",)], ids=lambda call: call[0])
def test_without_colour_there_is_no_escape_code_on_a_terminal(call: tuple[str, ...], drawn: Terminal) -> None:
    _, shown = drawn(*call, NO_COLOR="1")

    assert shown.strip()
    assert "\x1b" not in shown


def test_a_dumb_terminal_gets_plain_text(drawn: Terminal, piped: Process) -> None:
    code, shown = drawn("score", EXAMPLE, TERM="dumb")

    assert code == 0
    assert shown == piped("score", EXAMPLE).out


def test_help_on_a_terminal_is_drawn(drawn: Terminal) -> None:
    code, shown = drawn("--help")

    assert code == 0
    assert "╭" in shown
    assert "bio-check demo" in ESCAPE.sub("", shown)


def test_what_users_wrote_is_no_markup_on_a_terminal(drawn: Terminal, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text(
        "format: bio-check/answers/1\n"
        "organisation: {name: '[red]Gemeente[/] :smile: [link=https://example.org]x'}\n"
        "reference-date: 2026-11-21\n"
        "answers: {bio2: {'5.17.01': {status: partial, owner: '[bold]x'}}}\n",
        "utf-8",
    )

    _, shown = drawn("score", str(sheet), "--by", "owner")

    assert "[red]Gemeente[/] :smile: [link=https://example.org]x" in shown
    assert "[bold]x" in shown


# Pipes that close


def run_into_closed_pipe(*args: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command whose reader has gone before it writes."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        command = [sys.executable, "-m", "bio_check", *args]
        return subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writing)


@pytest.mark.parametrize(
    "call",
    [
        ("score", EXAMPLE),
        ("score", EXAMPLE, "--json"),
        ("report", EXAMPLE, "--to", "-"),
        ("schema", "answers"),
        ("validate", EXAMPLE),
        ("catalogue", "show", "bio2"),
    ],
    ids=lambda call: call[0],
)
def test_a_reader_that_left_is_told_apart_from_success_and_from_a_failed_gate(call: tuple[str, ...]) -> None:
    done = run_into_closed_pipe(*call)

    assert done.returncode == 141
    assert done.stderr == b""


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_wants_one_line_gets_one_line(unbuffered: str) -> None:
    command = [sys.executable, "-m", "bio_check", "report", EXAMPLE, "--format", "json", "--to", "-"]
    settings = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=settings) as child:
        assert child.stdout
        assert child.stderr
        first = child.stdout.readline()
        child.stdout.close()
        remarks = child.stderr.read()

    assert first == b"{\n"
    assert remarks == b""
    assert child.returncode == 141


def test_nobody_listening_to_remarks_changes_no_fault_into_success() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        command = [sys.executable, "-m", "bio_check", "score", "gone.yaml"]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=writing, check=False)
    finally:
        os.close(writing)

    assert done.returncode == 141
    assert done.stdout == b""


# Completion


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("bio-check ", COMMANDS),
        ("bio-check s", {"score", "schema", "sheet"}),
        ("bio-check catalogue ", {"list", "show", "check", "diff", "import", "export"}),
        ("bio-check crosswalk ", {"show", "carry", "check", "export"}),
        ("bio-check score --by ", {"group", "control", "role", "owner", "duty", "kind"}),
        ("bio-check report --lang ", {"nl", "en"}),
    ],
)
def test_bash_completes_what_was_begun(typed: str, offered: set[str], piped: Process) -> None:
    place = str(len(typed.split(" ")) - 1)

    done = piped(_BIO_CHECK_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD=place)

    assert done.code == 0
    assert set(done.out.split()) == offered


def test_completion_can_be_shown(piped: Process) -> None:
    done = piped(_BIO_CHECK_COMPLETE="source_bash")

    assert done.code == 0
    assert "_BIO_CHECK_COMPLETE=complete_bash" in done.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told_and_is_no_bug_of_ours() -> None:
    command = [sys.executable, "-m", "bio_check", "score", EXAMPLE, "--lang", "en"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)

    assert done.returncode == 3
    assert done.stderr.decode().startswith("error: -: the file cannot be written: No space left on device")
