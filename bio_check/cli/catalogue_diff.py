"""`bio-check catalogue diff`: what changed between two versions, or between two catalogues that a crosswalk joins."""

from __future__ import annotations

from typing import Annotated

import typer

from bio_check.cli.options import JsonOption, Lang, LangOption, own_folders

Old = Annotated[str, typer.Argument(metavar="OLD", help="Id of a catalogue, or id@version, such as bio2@1.2.")]
New = Annotated[str, typer.Argument(metavar="NEW", help="The same, to compare it with; without version the newest.")]


def diff(context: typer.Context, old: Old, new: New, as_json: JsonOption = False, lang: LangOption = Lang.NL) -> None:
    """Tell what changed between two versions of a catalogue, or between two that a crosswalk joins.

    Counts come first; then each item that moved, was split, merged, withdrawn or changed, and what is new.

    Example: bio-check catalogue diff bio2@1.2 bio2@1.3
    """
    from bio_check.cli.migration import steps_between
    from bio_check.cli.show import show, show_json
    from bio_check.load.library import Library
    from bio_check.render.diff_text import diff_blocks, diff_facts

    library = Library(*own_folders(context))
    before, after = library.named(old), library.named(new)
    steps = steps_between(before, after, library)
    if as_json:
        show_json(diff_facts(before, after, steps, lang.value))
    else:
        show(diff_blocks(before, after, steps, lang.value))
