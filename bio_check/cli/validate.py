"""`bio-check validate`: every fault of every file, at once."""

from __future__ import annotations

from typing import Annotated

import typer

from bio_check.cli.options import JsonOption, Lang, LangOption, own_folders


def validate(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files to check; - reads standard input.")],
    as_json: JsonOption = False,
    lang: LangOption = Lang.NL,
) -> None:
    """Tell every fault in files; exit 3 where there is one.

    Takes answer sheets, catalogues, profiles and lists of kinds of evidence.

    Example: bio-check validate answers.yaml
    """
    from bio_check.cli.checked import check_files
    from bio_check.load.library import Library

    check_files(dict.fromkeys(files), Library(*own_folders(context)), lang.value, as_json=as_json)
