"""`bio-check score`: the table."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from bio_check.cli.options import DateOption, JsonOption, Lang, LangOption, OnlyOption, Sheet, day, own_folders


class Axis(StrEnum):
    """What the table has a row for."""

    GROUP = "group"
    CONTROL = "control"
    ROLE = "role"
    OWNER = "owner"
    DUTY = "duty"
    KIND = "kind"


def score(
    context: typer.Context,
    file: Sheet,
    by: Annotated[Axis, typer.Option(help="A row per group, control, role, owner, duty or kind.")] = Axis.GROUP,
    everything: Annotated[bool, typer.Option("--all", help="Print all gaps and all evidence to renew.")] = False,
    only: OnlyOption = None,
    reference_date: DateOption = None,
    as_json: JsonOption = False,
    lang: LangOption = Lang.NL,
) -> None:
    """Score an answer sheet: counts, shares, and what to do first.

    Example: bio-check score answers.yaml --by role --lang en
    """
    from bio_check import api
    from bio_check.cli.show import show, show_json

    assessment = api.judge(api.load_sheet(file, *own_folders(context)), day(reference_date), only or ())
    if as_json:
        from bio_check.render.facts import assessment_facts

        show_json(assessment_facts(assessment, lang.value))
    else:
        from bio_check.render.score_text import score_blocks

        show(score_blocks(assessment, lang.value, by.value, everything=everything))
