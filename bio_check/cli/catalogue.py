"""`bio-check catalogue`: what norms there are, and whether they are sound."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bio_check.cli.catalogue_diff import diff
from bio_check.cli.catalogue_export import export
from bio_check.cli.catalogue_import import import_
from bio_check.cli.options import JsonOption, Lang, LangOption, own_folders

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Look into the norms: catalogues and profiles.")
app.command("diff")(diff)
app.command("import")(import_)
app.command("export")(export)


@app.command("list")
def list_(context: typer.Context, as_json: JsonOption = False, lang: LangOption = Lang.NL) -> None:
    """List the catalogues and profiles within reach.

    Example: bio-check catalogue list
    """
    from bio_check.cli.show import show, show_json
    from bio_check.load.library import Library
    from bio_check.render.catalogue_text import library_blocks, library_facts

    library = Library(*own_folders(context))
    catalogues = [library.catalogue(ident) for ident in library.files.catalogues]
    profiles = [library.profile(ident) for ident in library.files.profiles]
    versions = {one.id: tuple(library.versions(one.id)) for one in catalogues}
    if as_json:
        show_json(library_facts(catalogues, profiles, versions, lang.value))
    else:
        show(library_blocks(catalogues, profiles, versions, lang.value))


@app.command("show")
def show_(
    context: typer.Context,
    catalogue: Annotated[str, typer.Argument(metavar="CATALOGUE", help="Id, such as bio2 or bio2@1.2.")],
    ident: Annotated[str | None, typer.Argument(metavar="[ID]", help="Only this group, control or measure.")] = None,
    as_json: JsonOption = False,
    lang: LangOption = Lang.NL,
) -> None:
    """Show a catalogue, or a part of it in full.

    Example: bio-check catalogue show bio2 5.17.01
    """
    from bio_check.cli.show import show, show_json
    from bio_check.load.library import Library
    from bio_check.render.catalogue_text import catalogue_blocks, catalogue_facts, chosen_items

    found = Library(*own_folders(context)).named(catalogue)
    items = chosen_items(found, ident)
    if as_json:
        show_json(catalogue_facts(found, items, lang.value))
    else:
        show(catalogue_blocks(found, items, lang.value, ident))


@app.command("check")
def check(
    context: typer.Context,
    catalogues: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]...", help="Files or ids; all of them if left out.")
    ] = None,
    as_json: JsonOption = False,
    lang: LangOption = Lang.NL,
) -> None:
    """Tell every fault in catalogues and crosswalks; exit 3 where there is one.

    Looks at ids, targets, languages, texts, weights, roles, spellings and kinds of evidence; in crosswalks at both
    ends, relationship, confidence and source of each row.

    Example: bio-check catalogue check controls/bio2/catalogue.yaml
    """
    from bio_check.cli.checked import check_files
    from bio_check.load.library import Library

    library = Library(*own_folders(context))
    known = library.files.catalogues | library.files.crosswalks
    files = [known.get(one, Path(one)) for one in catalogues] if catalogues else library.files.checkable
    check_files(files, library, lang.value, as_json=as_json)
