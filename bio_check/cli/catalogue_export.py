"""`bio-check catalogue export`: a catalogue in the format of others."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from bio_check.cli.options import Lang, LangOption, own_folders


class Form(StrEnum):
    """Formats that a catalogue can be had in."""

    OSCAL = "oscal"


def export(
    context: typer.Context,
    catalogue: Annotated[
        str, typer.Argument(metavar="ID[@VERSION]", help="Id of a catalogue, such as bio2 or bio2@1.2.")
    ],
    form: Annotated[Form, typer.Option("--to", help="Format: oscal, a catalogue of OSCAL 1.2 in JSON.")],
    lang: LangOption = Lang.NL,
) -> None:
    """Print a catalogue in the format of others, with its texts in one language.

    Example: bio-check catalogue export bio2 --to oscal > bio2_catalog.json
    """
    from bio_check.cli.clock import fixed_moment
    from bio_check.cli.show import show_json
    from bio_check.load.library import Library
    from bio_check.render.oscal_catalogue import oscal_catalogue

    found = Library(*own_folders(context)).named(catalogue)
    renderers = {Form.OSCAL: oscal_catalogue}
    show_json(renderers[form](found, lang.value, fixed_moment()))
