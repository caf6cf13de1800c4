"""The application: registers the commands, and turns what went wrong into words and an exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from bio_check.cli.exits import ExitCode
from bio_check.cli.show import tell, tell_error
from bio_check.errors import BioCheckError, WrongUsageError
from bio_check.model.text import Text
from bio_check.wording import Language

_OUR_BUG = Text(
    "Dit is een fout in bio-check, niet in uw bestand. Meld haar met de regels hierboven.",
    "This is a bug in bio-check, not in your file. Please report it with the lines above.",
)
_INTERRUPTED = Text(
    "Afgebroken. Bestanden zijn oud of nieuw, nooit half: geef dezelfde opdracht opnieuw.",
    "Interrupted. Files are old or new, never half: give the same command again.",
)


SHARED_OPTION = "--catalogues"
"""Stands before the command or behind it, as one likes."""

COMMANDS = (
    "new",
    "sheet",
    "validate",
    "score",
    "report",
    "compare",
    "explain",
    "catalogue",
    "crosswalk",
    "schema",
    "demo",
)
"""In the order of the help; each in the file of its name, as a function of that name or as an `app`."""


class Commands(TyperGroup):
    """The commands, each loaded only when it is wanted: the others cost no start-up."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  # Typer's own
        super().__init__(**settings)
        names: Any = dict.fromkeys(COMMANDS)
        self.commands = names  # Typer looks here for "Did you mean …?"

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002  # Typer's own, private types
        """Return the names of all commands."""
        return [*COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002  # the same
        """Return one command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"bio_check.cli.{cmd_name}")
        app = getattr(module, "app", None)
        if app is None:
            app = typer.Typer(add_completion=False)
            app.command(cmd_name)(getattr(module, cmd_name))
        app.rich_markup_mode = self.rich_markup_mode
        return typer.main.get_command(app)


def build_app(*, rich_help: bool) -> typer.Typer:
    """Return the application; its help is drawn with Rich only where a person looks at it."""
    app = typer.Typer(
        name="bio-check",
        cls=Commands,
        no_args_is_help=True,
        rich_markup_mode="rich" if rich_help else None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(options)
    return app


def options(
    context: typer.Context,
    *,
    catalogues: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="DIR",
            envvar="BIO_CHECK_CATALOGUES",
            help="Folder with catalogues and profiles of your own; it goes before what bio-check ships. Repeatable.",
        ),
    ] = None,
    version: Annotated[bool, typer.Option("--version", is_eager=True, help="Print the version and stop.")] = False,
) -> None:
    """From an answered questionnaire to a gap report on BIO2 and ISO/IEC 27001.

    Try it: bio-check demo
    """
    if version:
        from bio_check import __version__

        typer.echo(f"bio-check {__version__}")
        raise typer.Exit
    context.obj = {"catalogues": catalogues or ()}


def run(arguments: list[str]) -> int:
    """Run one command; every error becomes words and an exit code here, and nowhere else."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")  # whatever the locale says
    language = wanted_language(arguments)
    try:
        code = _run_command(arguments, language)
        if code == ExitCode.INTERRUPTED:
            tell(_INTERRUPTED.in_(language))
    except Exception:  # noqa: BLE001  # whatever it is, it is ours, and a pipeline must not read it as a failed gate
        import traceback

        tell(traceback.format_exc().rstrip())
        tell(_OUR_BUG.in_(language))
        return ExitCode.OUR_BUG
    return code


def _run_command(arguments: list[str], language: Language) -> int:
    try:
        app = build_app(rich_help=sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
        app(args=_shared_first(arguments), prog_name="bio-check")
    except BioCheckError as error:
        tell_error(error, language)
        return ExitCode.WRONG_USAGE if isinstance(error, WrongUsageError) else ExitCode.UNUSABLE_INPUT
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else ExitCode.DONE if end.code is None else ExitCode.WRONG_USAGE
    return ExitCode.DONE


def _shared_first(arguments: list[str]) -> list[str]:
    """Return the arguments with each `--catalogues DIR` before the command, where Typer looks for it."""
    shared, rest, waiting = [], [], iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument == SHARED_OPTION:
            shared += [argument, *islice(waiting, 1)]
        elif argument.startswith(f"{SHARED_OPTION}="):
            shared.append(argument)
        else:
            rest.append(argument)
    return shared + rest


def wanted_language(arguments: list[str]) -> Language:
    """Return the language in which errors are told: that of `--lang`, of BIO_CHECK_LANG, or Dutch."""
    wanted = os.environ.get("BIO_CHECK_LANG", "nl")
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
        elif argument == "--lang" and index + 1 < len(arguments):
            wanted = arguments[index + 1]
    return "en" if wanted == "en" else "nl"
