"""What the README shows is what the program does."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bio_check.cli.app import COMMANDS
from bio_check.cli.exits import ExitCode

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
FAULTY = ROOT / "examples" / "faulty.yaml"


@dataclass(frozen=True)
class Shown:
    """A command in the README, and the output shown under it."""

    command: str
    output: str


def shown_commands() -> Iterator[Shown]:
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield Shown(command, output)


def test_readme_shows_commands() -> None:
    assert len(list(shown_commands())) >= 5


def test_outputs_in_the_readme_are_those_of_the_program(
    run: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("demo")
    Path("examples").mkdir()
    Path("examples/faulty.yaml").write_bytes(FAULTY.read_bytes())

    for shown in shown_commands():
        ran = run(*shlex.split(shown.command)[1:])

        assert f"{ran.err}{ran.out}" == shown.output, shown.command  # type: ignore[attr-defined]  # Ran of conftest


def test_readme_names_every_command() -> None:
    table = README.partition("## Commands")[2].partition("## ")[0]

    assert [name for name in COMMANDS if f"| `{name}" not in table] == []


def test_readme_names_every_exit_code() -> None:
    table = README.partition("## Exit codes")[2].partition("## ")[0]

    assert [code for code in ExitCode if not re.search(rf"\b{code.value}\b", table)] == []


def test_readme_installs_an_extra_that_exists() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert "pip install -q -e '.[test]' && .venv/bin/pytest" in README
    assert "test" in project["optional-dependencies"]


def test_links_in_the_readme_lead_to_files() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)", README) if "://" not in link]

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
