"""`bio-check new`: a blank answer sheet."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bio_check.cli.options import ForceOption, Lang, LangOption, day, own_folders


def new(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write the sheet; - for standard output.")],
    organisation: Annotated[str, typer.Option(metavar="NAME", help="Name of the organisation.")],
    profile: Annotated[
        str, typer.Option(metavar="ID", help="What applies: gemeente, or basis to start small.")
    ] = "gemeente",
    reference_date: Annotated[
        datetime | None,
        typer.Option(
            "--reference-date",
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="Reference date of the sheet; today where left out.",
        ),
    ] = None,
    force: ForceOption = False,
    lang: LangOption = Lang.NL,
) -> None:
    """Write a blank answer sheet to fill in.

    Each question stands above the place for its answer, with who answers it and typical evidence.

    Example: bio-check new answers.yaml --profile basis --organisation "Gemeente Zandbeke"
    """
    from bio_check.assess.resolve import resolve_items
    from bio_check.cli.files import write_file
    from bio_check.cli.show import write
    from bio_check.errors import Place, WrongUsageError, diagnostic
    from bio_check.load.library import Library
    from bio_check.render.sheet_yaml import SCHEMA_NAME, blank_sheet
    from bio_check.shipped import schema_file

    if not organisation.strip():
        raise WrongUsageError([diagnostic("empty", Place("--organisation"))])
    library = Library(*own_folders(context))
    chosen = library.profile(profile)
    catalogues = [library.catalogue(selection.catalogue) for selection in chosen.selections]
    asked = [(catalogue, resolve_items(catalogue, chosen)) for catalogue in catalogues]
    today = day(reference_date) or datetime.now().astimezone().date()
    sheet = blank_sheet(organisation, chosen.id, asked, today, lang.value)
    if str(file) == "-":
        write(sheet)
        return
    write_file(file, sheet, force=force)
    schema = file.parent / SCHEMA_NAME
    if not schema.exists():
        write_file(schema, schema_file("answers").read_text("utf-8"), force=False)
    write(_done(file, schema, sum(len(items) for _, items in asked), lang))


def _done(file: Path, schema: Path, count: int, lang: Lang) -> str:
    if lang is Lang.NL:
        return (
            f"{file}: {count} vragen, klaar om in te vullen\n{schema}: hiermee vult uw editor aan en controleert hij\n"
            f"Daarna: bio-check validate {file}\n"
        )
    return (
        f"{file}: {count} questions, ready to fill in\n{schema}: with this your editor completes and checks\n"
        f"Next: bio-check validate {file}\n"
    )
