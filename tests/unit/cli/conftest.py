"""What tests of commands share: a small sheet to work on, a process of its own, and a terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

SMALL = Path(__file__).parents[2] / "golden" / "small"
COMMAND = (sys.executable, "-m", "bio_check")
CLEAN = {name: value for name, value in os.environ.items() if not name.startswith(("BIO_CHECK_", "_BIO_CHECK_"))}
CLEAN = {name: value for name, value in CLEAN.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder of one's own with the small norm and sheet; return the folder."""
    folder = tmp_path / "small"
    shutil.copytree(SMALL / "controls", folder / "controls")
    shutil.copy(SMALL / "answers.yaml", folder)
    shutil.copy(SMALL / "faulty.yaml", folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def bio(run: Callable[..., Any], small: Path) -> Callable[..., Any]:
    """Run a command in the folder of the small sheet, with its norms."""
    assert small == Path.cwd()

    def run_there(*args: str, stdin: bytes | None = None) -> Any:  # noqa: ANN401  # what `run` gives
        return run("--catalogues", "controls", *args, stdin=stdin)

    return run_there


class Done(NamedTuple):
    """What a process of its own left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def process() -> Callable[..., Done]:
    """Run `bio-check` in a process of its own, as a shell does, with settings of one's own."""

    def run_process(*args: str, **settings: str) -> Done:
        done = subprocess.run([*COMMAND, *args], capture_output=True, check=False, env={**CLEAN, **settings})
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run_process


@pytest.fixture(scope="session")
def terminal() -> Callable[..., tuple[int, str]]:
    """Run `bio-check` on a terminal of 80 columns; return its exit code and all that it drew."""

    def run_on_terminal(*args: str, **settings: str) -> tuple[int, str]:
        pty = pytest.importorskip("pty")
        ours, theirs = pty.openpty()
        env = {**CLEAN, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", **settings}
        child = subprocess.Popen([*COMMAND, *args], stdin=theirs, stdout=theirs, stderr=theirs, env=env)
        os.close(theirs)
        drawn = bytearray()
        try:
            while part := os.read(ours, 1 << 16):
                drawn += part
        except OSError:  # how Linux tells that the other side closed
            pass
        os.close(ours)
        return child.wait(), drawn.decode("utf-8").replace("\r\n", "\n")

    return run_on_terminal
