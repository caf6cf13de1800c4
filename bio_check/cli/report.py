"""`bio-check report`: files for readers."""

from __future__ import annotations

from enum import StrEnum
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
    from bio_check.cli.forms import chosen_forms, write_forms
    from bio_check.render.registry import FORMATS, file_name

    wanted = chosen_forms(formats, FORMATS, to)
    assessment = api.judge(api.load_sheet(file, *own_folders(context)), day(reference_date), only or ())
    texts = {form: api.render(assessment, report.value, form, lang.value) for form in wanted}
    write_forms(texts, to, lambda form: file_name(file, report.value, lang.value, form), force=force)
