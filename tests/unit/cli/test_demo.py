"""`bio-check demo`: the example municipality, from answers to reports, in one command."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from bio_check.shipped import shipped_folder

Run = Callable[..., Any]

FILES = {
    "answers.yaml",
    "bio-check-answers.schema.json",
    *(f"answers.gap.{lang}.{form}" for lang in ("nl", "en") for form in ("html", "md", "json")),
}


@pytest.fixture
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_demo_writes_the_sheet_its_schema_and_every_report(run: Run, somewhere: Path) -> None:
    ran = run("demo")

    folder = somewhere / "bio-check-demo"

    assert (ran.code, ran.err) == (0, "")
    assert {file.name for file in folder.iterdir()} == FILES
    example = shipped_folder("examples") / "lindervoort" / "answers.yaml"
    assert (folder / "answers.yaml").read_bytes() == example.read_bytes()


def test_demo_shows_the_score_and_names_each_file(run: Run, somewhere: Path) -> None:
    out = run("demo", "elders").out

    score = run("score", str(Path("elders", "answers.yaml"))).out

    assert out.startswith(score)
    written = [line.strip() for line in out.partition("Geschreven\n")[2].partition("\n\n")[0].splitlines()]
    assert len(written) == len(FILES) - 1
    assert all((somewhere / name).is_file() for name in written)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_demo_proposes_next_works(lang: str, run: Run, somewhere: Path) -> None:
    out = run("demo", "--lang", lang).out
    proposed = out.partition("Probeer nu\n" if lang == "nl" else "Try next\n")[2].splitlines()
    page, *commands = (line.strip() for line in proposed)

    file = Path(unquote(urlsplit(page.partition(": ")[2]).path))
    codes = [run(*shlex.split(command)[1:]).code for command in commands]

    assert file == somewhere / "bio-check-demo" / f"answers.gap.{lang}.html"
    assert file.is_file()
    assert [command.split()[1] for command in commands] == ["explain", "score", "new"]
    assert codes == [0, 0, 0]


def test_demo_can_be_repeated(run: Run, somewhere: Path) -> None:
    first = run("demo", "x")
    before = {file.name: file.read_bytes() for file in (somewhere / "x").iterdir()}

    second = run("demo", "x")

    assert (first.code, second.code) == (0, 0)
    assert first.out == second.out
    assert {file.name: file.read_bytes() for file in (somewhere / "x").iterdir()} == before


def test_demo_keeps_what_was_changed_unless_forced(run: Run, somewhere: Path) -> None:
    run("demo", "x")
    sheet = somewhere / "x" / "answers.yaml"
    shipped = sheet.read_bytes()
    sheet.write_text("mine", "utf-8")

    refused = run("demo", "x", "--lang", "en")
    kept = sheet.read_text("utf-8")
    forced = run("demo", "x", "--force")

    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(f"error: {Path('x', 'answers.yaml')}: the file exists and is not overwritten\n")
    assert kept == "mine"
    assert forced.code == 0
    assert sheet.read_bytes() == shipped


def test_reports_of_the_demo_are_those_of_report(run: Run, somewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("demo")
    page = (somewhere / "bio-check-demo" / "answers.gap.en.md").read_text("utf-8")
    monkeypatch.chdir(somewhere)

    report = run("report", str(Path("bio-check-demo", "answers.yaml")), "--format", "md", "--to", "-", "--lang", "en")

    assert report.out == page
