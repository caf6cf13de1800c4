"""`bio-check sheet`: what is done to an answer sheet as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bio_check.cli.options import ForceOption, Lang, LangOption, Sheet, own_folders

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Work on answer sheets as files.")


@app.callback()
def sheet() -> None:
    """Work on answer sheets as files."""


@app.command("migrate")
def migrate(
    context: typer.Context,
    file: Sheet,
    to: Annotated[str, typer.Option(metavar="ID@VERSION", help="Where to: bio2@1.3; without version the newest.")],
    start: Annotated[
        str | None,
        typer.Option("--from", metavar="ID", help="Only to say which of several answered catalogues to carry over."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="The new sheet; FILE.bio2-1.3.yaml where left out.")
    ] = None,
    log: Annotated[
        Path | None, typer.Option("--log", metavar="FILE", help="What happened to each answer, in Markdown.")
    ] = None,
    force: ForceOption = False,
    lang: LangOption = Lang.NL,
) -> None:
    """Carry an answer sheet to another version of a catalogue, or to its successor.

    Writes a new sheet and a change log; the old sheet stays as it is. What somebody must look at again is marked
    to-be-confirmed.

    Example: bio-check sheet migrate answers.yaml --to bio2@1.3
    """
    from bio_check.cli.files import write_files
    from bio_check.cli.migration import planned
    from bio_check.cli.show import write
    from bio_check.load.answers import load_answers
    from bio_check.load.library import Library
    from bio_check.load.rewrite import rewrite
    from bio_check.load.yaml_text import parse_document, read_document
    from bio_check.render.migration_log import already_there, migration_log, summary

    library = Library(*own_folders(context))
    document = read_document(file)
    loaded = load_answers(document, library)
    plan = planned(loaded, library, to, start)
    if plan is None:
        write(already_there(file, library.named(to).edition, lang.value))
        return
    done = rewrite(document, plan, lang.value)
    target = out or _beside(file, f".{plan.new.id}-{plan.new.version}")
    told = log or target.with_name(f"{target.stem}.changes.md")
    load_answers(parse_document(done.text.encode(), str(target)), library)  # whatever we write can be read
    report = migration_log(plan, loaded.sheet, done, target.name, lang.value)
    write_files([(target, done.text), (told, report)], force=force, but=Path(file))
    write(summary(plan, str(target), str(told), lang.value))


def _beside(file: str, added: str) -> Path:
    """Return the name of a file with something added before its suffix."""
    path = Path("answers.yaml" if file == "-" else file)
    return path.with_name(f"{path.stem}{added}{path.suffix}")
