"""Options that several commands share."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Lang(StrEnum):
    """Languages of what readers get."""

    NL = "nl"
    EN = "en"


Sheet = Annotated[str, typer.Argument(metavar="FILE", help="Answer sheet (YAML or JSON); - reads standard input.")]
LangOption = Annotated[
    Lang, typer.Option("--lang", envvar="BIO_CHECK_LANG", help="Language of what you read: nl or en.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print facts for machines instead of text.")]
OnlyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--only", metavar="SELECTOR", help="Only these items: bio2:5.17.*, role=hr, nis2:21.2.d. Repeat to narrow."
    ),
]
DateOption = Annotated[
    datetime | None,
    typer.Option(
        "--reference-date", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Judge as of this day, not the sheet's."
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Overwrite files that exist.")]


def day(moment: datetime | None) -> date | None:
    """Return the day that the user named, if he did."""
    return moment.date() if moment else None


def own_folders(context: typer.Context) -> tuple[Path, ...]:
    """Return the user's own folders of catalogues and profiles, in the order in which he named them."""
    return tuple((context.find_root().obj or {}).get("catalogues", ()))
