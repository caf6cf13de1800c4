"""What holds for every command: help, usage, languages, exit codes, and what is said when something breaks."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bio_check import __version__
from bio_check.cli.app import wanted_language
from bio_check.render.registry import RENDERERS

Run = Callable[..., Any]

COMMANDS = ("new", "validate", "score", "report", "explain", "catalogue", "schema", "demo")
PATHS = [(name,) for name in COMMANDS] + [("catalogue", name) for name in ("list", "show", "check")]
SLIPS: list[tuple[str, ...]] = [
    ("scor",),
    ("--colour",),
    ("score",),
    ("score", "answers.yaml", "extra"),
    ("score", "answers.yaml", "--by", "chapter"),
    ("score", "answers.yaml", "--lang", "de"),
    ("score", "answers.yaml", "--reference-date", "21-11-2026"),
    ("score", "answers.yaml", "--reference-date", "2026-02-30"),
    ("score", "answers.yaml", "--only", "role"),
    ("score", "answers.yaml", "--only", ""),
    ("score", "answers.yaml", "--only", "role=nobody"),
    ("score", "answers.yaml", "--only"),
    ("report", "answers.yaml", "--format", "pdf"),
    ("report", "answers.yaml", "--report", "board"),
    ("explain", "answers.yaml"),
    ("explain", "answers.yaml", "9.9.9"),
    ("explain", "answers.yaml", ""),
    ("explain", "answers.yaml", "\x1b[31m"),
    ("catalogue", "sjow"),
    ("catalogue", "show", "huis", "9.9"),
    ("catalogue", "show", "huis", "1.1.3"),
    ("catalogue", "show", "huis", "1.1.4"),
    ("schema", "answer"),
    ("new", "sheet.yaml"),
    ("new", "sheet.yaml", "--organisation", " "),
    ("validate",),
]
UNUSABLE: list[tuple[str, ...]] = [
    ("score", "gone.yaml"),
    ("score", "."),
    ("score", "controls/huis/catalogue.yaml"),
    ("score", "faulty.yaml"),
    ("score", "a\0b"),
    ("score", "x" * 5000),
    ("report", "gone.yaml"),
    ("explain", "gone.yaml", "1.1.1"),
    ("catalogue", "show", "hius"),
    ("catalogue", "check", "gone"),
    ("new", "sheet.yaml", "--organisation", "Gemeente", "--profile", "gone"),
    ("new", "answers.yaml/sheet.yaml", "--organisation", "Gemeente"),
    ("validate", "gone.yaml", "."),
]


def test_version_is_told(run: Run) -> None:
    assert run("--version").out == f"bio-check {__version__}\n"
    assert run("--version", "score").out == f"bio-check {__version__}\n"


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    ran = run()

    assert ran.code == 2
    assert all(name in ran.out + ran.err for name in COMMANDS)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_tells_what_it_does(path: tuple[str, ...], flag: str, run: Run) -> None:
    ran = run(*path, flag)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: bio-check {' '.join(path)}")


@pytest.mark.parametrize("path", [path for path in PATHS if path != ("catalogue",)], ids=" ".join)
def test_every_help_gives_an_example(path: tuple[str, ...], run: Run) -> None:
    assert f"Example: bio-check {' '.join(path)}" in " ".join(run(*path, "--help").out.split())


@pytest.mark.parametrize("slip", SLIPS, ids=repr)
def test_wrong_usage_exits_2_with_a_remark_and_no_output(slip: tuple[str, ...], bio: Run) -> None:
    ran = bio(*slip)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert "Traceback" not in ran.err
    assert "\x1b" not in ran.err


@pytest.mark.parametrize("call", UNUSABLE, ids=lambda one: repr(one)[:60])
def test_unusable_input_exits_3_with_fact_and_next_step(call: tuple[str, ...], bio: Run) -> None:
    ran = bio(*call, "--lang", "en")

    assert ran.code == 3
    assert ran.err.startswith("error: ")
    assert "\n  hint: " in ran.err
    assert "Traceback" not in ran.err


def test_a_slip_gets_a_suggestion(run: Run) -> None:
    assert "'score'" in run("scor").err


@pytest.mark.parametrize(
    ("lang", "fact"),
    [("nl", "fout: gone.yaml: dit bestand is er niet\n"), ("en", "error: gone.yaml: there is no such file\n")],
)
def test_faults_are_told_in_the_language_asked_for(lang: str, fact: str, bio: Run) -> None:
    assert bio("score", "gone.yaml", "--lang", lang).err.startswith(fact)
    assert bio("score", "gone.yaml", f"--lang={lang}").err.startswith(fact)


def test_dutch_is_what_readers_get_unless_they_say_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BIO_CHECK_LANG", raising=False)

    assert wanted_language(["score", "answers.yaml"]) == "nl"
    assert wanted_language(["score", "--lang", "en"]) == "en"
    assert wanted_language(["score", "--lang=en", "--lang", "nl"]) == "nl"
    assert wanted_language(["score", "--lang"]) == "nl"
    assert wanted_language(["score", "--lang", "de"]) == "nl"


def test_the_environment_may_choose_the_language(process: Run, small: object) -> None:
    assert small

    done = process("--catalogues", "controls", "score", "answers.yaml", BIO_CHECK_LANG="en")
    fault = process("score", "gone.yaml", BIO_CHECK_LANG="en")
    overruled = process("score", "gone.yaml", "--lang", "nl", BIO_CHECK_LANG="en")

    assert "Measures: " in done.out
    assert fault.err.startswith("error: ")
    assert overruled.err.startswith("fout: ")


def test_the_environment_may_name_the_norms(process: Run, small: object) -> None:
    assert small

    assert process("score", "answers.yaml").code == 3
    assert process("score", "answers.yaml", BIO_CHECK_CATALOGUES="controls").code == 0


def test_a_folder_of_norms_that_is_not_there_is_told(run: Run, small: object) -> None:
    assert small

    ran = run("--catalogues", "gone", "score", "answers.yaml", "--lang", "en")

    assert ran.code == 3
    assert ran.err.startswith("error: gone: there is no such folder\n  hint: Check the name at --catalogues")


@pytest.mark.parametrize(
    ("lang", "remark"),
    [("nl", "Dit is een fout in bio-check, niet in uw bestand."), ("en", "This is a bug in bio-check, not in your")],
)
def test_a_bug_exits_70_and_asks_to_be_reported(
    lang: str, remark: str, bio: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        message = "no such luck"
        raise RuntimeError(message)

    monkeypatch.setitem(RENDERERS, ("gap", "md"), broken)

    ran = bio("report", "answers.yaml", "--format", "md", "--to", "-", "--lang", lang)

    assert (ran.code, ran.out) == (70, "")
    assert "RuntimeError: no such luck" in ran.err
    assert ran.err.splitlines()[-1].startswith(remark)


def test_a_bug_in_the_words_of_a_fault_is_a_bug_too(bio: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bio_check.sentences.DIAGNOSTICS", {})

    ran = bio("score", "gone.yaml")

    assert ran.code == 70
    assert "Meld haar" in ran.err


@pytest.mark.parametrize(("lang", "remark"), [("nl", "Afgebroken."), ("en", "Interrupted.")])
def test_an_interrupt_exits_130_and_says_so(lang: str, remark: str, bio: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setitem(RENDERERS, ("gap", "md"), interrupted)

    ran = bio("report", "answers.yaml", "--format", "md", "--to", "-", "--lang", lang)

    assert (ran.code, ran.out) == (130, "")
    assert ran.err.strip().startswith(remark)
    assert "Traceback" not in ran.err


def test_no_command_exits_with_the_code_of_a_failed_gate(bio: Run) -> None:
    codes = {bio(*call).code for call in (*SLIPS, *UNUSABLE)}

    assert 1 not in codes


@pytest.mark.parametrize(
    "arguments",
    [
        ("--catalogues", "controls", "score", "answers.yaml"),
        ("score", "answers.yaml", "--catalogues", "controls"),
        ("score", "--catalogues=controls", "answers.yaml"),
        ("score", "answers.yaml", "--catalogues", "empty", "--catalogues", "controls"),
    ],
)
def test_own_folders_may_be_named_before_or_behind_the_command(
    small: Path, run: Run, arguments: tuple[str, ...]
) -> None:
    (small / "empty").mkdir()

    assert run(*arguments).code == 0


def test_own_folders_in_the_environment_stand_beside_each_other(small: Path, process: Run) -> None:
    (small / "empty").mkdir()

    assert process("score", "answers.yaml", BIO_CHECK_CATALOGUES=os.pathsep.join(["empty", "controls"])).code == 0
