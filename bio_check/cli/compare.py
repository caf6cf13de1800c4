"""`bio-check compare`: what changed between two answer sheets."""

from __future__ import annotations

from typing import Annotated

import typer

from bio_check.cli.options import ForceOption, JsonOption, Lang, LangOption, OnlyOption, own_folders

OldSheet = Annotated[str, typer.Argument(metavar="OLD", help="The earlier answer sheet; - reads standard input.")]
NewSheet = Annotated[str, typer.Argument(metavar="NEW", help="The later answer sheet; - reads standard input.")]
FORMS = ("html", "md", "json")


def compare(
    context: typer.Context,
    old: OldSheet,
    new: NewSheet,
    as_json: JsonOption = False,
    formats: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT,...", help="Write files: html, md or json; several with commas between."
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="DIR", help="Folder to write to (html unless --format says); - for standard output."
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Print all items of every list.")] = False,
    only: OnlyOption = None,
    force: ForceOption = False,
    lang: LangOption = Lang.NL,
) -> None:
    """Compare two answer sheets: what improved, what worsened, and the change in score like for like.

    Example: bio-check compare answers-2025.yaml answers.yaml --lang en
    """
    from bio_check import api
    from bio_check.cli.forms import chosen_forms, write_forms
    from bio_check.cli.show import show, show_json
    from bio_check.errors import Place, WrongUsageError, diagnostic

    if as_json and (formats is not None or to is not None):
        raise WrongUsageError([diagnostic("json-or-format", Place("--json"))])
    folder = to or "."
    wanted = (
        []
        if as_json or (formats is None and to is None)
        else chosen_forms("html" if formats is None else formats, FORMS, folder)
    )
    folders = own_folders(context)
    comparison = api.compare(api.load_sheet(old, *folders), api.load_sheet(new, *folders), only or ())
    if as_json:
        from bio_check.render.compare_facts import compare_facts

        show_json(compare_facts(comparison, lang.value))
    elif not wanted:
        from bio_check.render.compare_text import compare_blocks

        show(compare_blocks(comparison, lang.value, everything=everything))
    else:
        from bio_check.render.registry import file_name

        texts = {form: api.render_comparison(comparison, form, lang.value) for form in wanted}
        write_forms(texts, folder, lambda form: file_name(new, "compare", lang.value, form), force=force)
