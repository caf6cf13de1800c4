"""`bio-check crosswalk`: what links one norm to another, and what carries over."""

from __future__ import annotations

from typing import Annotated

import typer

from bio_check.cli.options import DateOption, JsonOption, Lang, LangOption, Sheet, day, own_folders

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Follow the links between norms.")

Start = Annotated[str, typer.Argument(metavar="FROM", help="Id of a catalogue, such as bio2.")]
End = Annotated[str, typer.Argument(metavar="TO", help="Id of another catalogue, such as cbw.")]


@app.command("show")
def show_(
    context: typer.Context,
    start: Start,
    end: End,
    ident: Annotated[str | None, typer.Argument(metavar="[ID]", help="Only what starts from this id.")] = None,
    as_json: JsonOption = False,
    lang: LangOption = Lang.NL,
) -> None:
    """Show the rows between two catalogues; where there are none, the ways through a third.

    Example: bio-check crosswalk show bio2 cbw 5.19
    """
    from bio_check.assess.reach import rows_between, ways_from
    from bio_check.cli.show import show, show_json
    from bio_check.errors import Place, WrongUsageError, diagnostic
    from bio_check.load.library import Library
    from bio_check.render.crosswalk_text import rows_blocks, rows_facts

    links = Library(*own_folders(context)).links()
    ends = (links.catalogue(start), links.catalogue(end))
    if start == end:
        raise WrongUsageError([diagnostic("same-catalogue", Place(end), value=end)])
    rows, ways = rows_between(ends, ident, links), ways_from(ends, ident, links)
    if as_json:
        show_json(rows_facts(ends, rows, ways, lang.value))
    else:
        show(rows_blocks(ends, rows, ways, lang.value))


@app.command("carry")
def carry(
    context: typer.Context,
    file: Sheet,
    to: Annotated[str, typer.Option("--to", metavar="CATALOGUE", help="The norm to account to.")],
    reference_date: DateOption = None,
    as_json: JsonOption = False,
    lang: LangOption = Lang.NL,
) -> None:
    """Show what the answers of a sheet say about another norm, never more than the links allow.

    Example: bio-check crosswalk carry answers.yaml --to cbw
    """
    from bio_check import api
    from bio_check.assess.account import account
    from bio_check.cli.show import show, show_json
    from bio_check.load.library import Library
    from bio_check.render.account_text import account_blocks, account_facts

    loaded = api.load_sheet(file, *own_folders(context))
    assessment = api.judge(loaded, day(reference_date))
    links = Library(*own_folders(context)).links(loaded.norms.catalogues)
    target = account(assessment, links.catalogue(to), links)
    if as_json:
        show_json(account_facts(assessment, target, links, lang.value))
    else:
        show(account_blocks(assessment, target, lang.value))


@app.command("check")
def check(context: typer.Context, as_json: JsonOption = False, lang: LangOption = Lang.NL) -> None:
    """Tell how much of each norm is reachable, and which crosswalks never carry a status.

    Whether rows are sound, catalogue check tells.

    Example: bio-check crosswalk check
    """
    from itertools import permutations

    from bio_check.assess.coverage import crosswalk_reach, pair_reach
    from bio_check.cli.show import show, show_json
    from bio_check.load.library import Library
    from bio_check.render.coverage_text import coverage_blocks, coverage_facts

    library = Library(*own_folders(context))
    found = [library.crosswalk(ident) for ident in library.files.crosswalks]
    reaches = [
        crosswalk_reach(
            one, library.catalogue(one.start, one.start_version), library.catalogue(one.end, one.end_version)
        )
        for one in found
    ]
    links = library.links()
    pairs = [pair_reach(start, end, links) for start, end in permutations(library.files.catalogues, 2)]
    if as_json:
        show_json(coverage_facts(reaches, pairs))
    else:
        show(coverage_blocks(reaches, pairs, lang.value))


@app.command("export")
def export(context: typer.Context, start: Start, end: End, lang: LangOption = Lang.NL) -> None:
    """Print a crosswalk as an OSCAL 1.2 mapping collection.

    Example: bio-check crosswalk export bio2 cbw > bio2-cbw.oscal.json
    """
    from bio_check.cli.clock import fixed_moment
    from bio_check.cli.show import show_json
    from bio_check.errors import Place, WrongUsageError, diagnostic
    from bio_check.load.library import Library
    from bio_check.render.oscal_mapping import mapping_collection

    library = Library(*own_folders(context))
    name = f"{start}--{end}"
    if name not in library.files.crosswalks:
        known = ", ".join(library.files.crosswalks)
        raise WrongUsageError([diagnostic("unknown-crosswalk", Place(name), value=name, choices=known)])
    found = library.crosswalk(name)
    ends = ((found.start, found.start_version), (found.end, found.end_version))
    issued = max(library.catalogue(*end).issued for end in ends)
    show_json(mapping_collection(found, issued, lang.value, fixed_moment()))
