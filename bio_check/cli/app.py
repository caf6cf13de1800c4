"""The application: registers the commands, and turns what went wrong into words and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from bio_check.cli import catalogue, demo, explain, new, report, schema, score, validate
from bio_check.cli.exits import ExitCode
from bio_check.cli.show import tell, tell_error
from bio_check.errors import BioCheckError, WrongUsageError
from bio_check.wording import Language


def build_app(*, rich_help: bool) -> typer.Typer:
    """Return the application; its help is drawn with Rich only where a person looks at it."""
    app = typer.Typer(
        name="bio-check",
        no_args_is_help=True,
        rich_markup_mode="rich" if rich_help else None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(options)
    for command in (new.new, validate.validate, score.score, report.report, explain.explain):
        app.command()(command)
    app.add_typer(catalogue.app, name="catalogue")
    app.command()(schema.schema)
    app.command()(demo.demo)
    return app


def options(
    context: typer.Context,
    *,
    controls: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            envvar="BIO_CHECK_CONTROLS",
            help="Folder with catalogues and profiles of your own; it goes before what bio-check ships.",
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
    context.obj = {"controls": controls}


def run(arguments: list[str]) -> int:
    """Run one command; every error becomes words and an exit code here, and nowhere else."""
    language = wanted_language(arguments)
    app = build_app(rich_help=sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    try:
        app(args=arguments, prog_name="bio-check")
    except BioCheckError as error:
        tell_error(error, language)
        return ExitCode.WRONG_USAGE if isinstance(error, WrongUsageError) else ExitCode.UNUSABLE_INPUT
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else ExitCode.DONE if end.code is None else ExitCode.WRONG_USAGE
    except Exception:  # noqa: BLE001  # whatever it is, it is ours, and a pipeline must not read it as a failed gate
        tell(traceback.format_exc().rstrip())
        tell("This is a bug in bio-check, not in your file. Please report it with the lines above.")
        return ExitCode.OUR_BUG
    return ExitCode.DONE


def wanted_language(arguments: list[str]) -> Language:
    """Return the language in which errors are told: that of `--lang`, of BIO_CHECK_LANG, or Dutch."""
    wanted = os.environ.get("BIO_CHECK_LANG", "nl")
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
        elif argument == "--lang" and index + 1 < len(arguments):
            wanted = arguments[index + 1]
    return "en" if wanted == "en" else "nl"
