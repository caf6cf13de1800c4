"""`bio-check report`: files for readers."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bio_check.cli.options import DateOption, ForceOption, Lang, LangOption, OnlyOption, Sheet, day, own_folders


class Report(StrEnum):
    """Reports that can be made."""

    GAP = "gap"


def report(
    context: typer.Context,
    file: Sheet,
    report: Annotated[Report, typer.Option("--report", help="Which report.")] = Report.GAP,
    formats: Annotated[
        str, typer.Option("--format", metavar="FORMAT,...", help="html, md or json; several with commas between.")
    ] = "html",
    to: Annotated[str, typer.Option("--to", metavar="DIR", help="Folder to write to; - for standard output.")] = ".",
    only: OnlyOption = None,
    reference_date: DateOption = None,
    force: ForceOption = False,
    lang: LangOption = Lang.NL,
) -> None:
    """Write a report of an answer sheet.

    Example: bio-check report answers.yaml --format html,md --to reports
    """
    from bio_check import api
    from bio_check.cli.files import write_file
    from bio_check.cli.show import write
    from bio_check.errors import Place, WrongUsageError, diagnostic
    from bio_check.render.registry import FORMATS, file_name

    wanted = list(dict.fromkeys(part.strip() for part in formats.split(",")))
    for form in wanted:
        if form not in FORMATS:
            values = {"value": form, "choices": ", ".join(FORMATS)}
            raise WrongUsageError([diagnostic("bad-option", Place("--format"), **values)])
    if to == "-" and len(wanted) > 1:
        raise WrongUsageError([diagnostic("one-format", Place("--to"))])
    assessment = api.judge(api.load_sheet(file, *own_folders(context)), day(reference_date), only or ())
    for form in wanted:
        text = api.render(assessment, report.value, form, lang.value)
        if to == "-":
            write(text)
        else:
            target = Path(to) / file_name(file, report.value, lang.value, form)
            write_file(target, text, force=force)
            write(f"{target}\n")
