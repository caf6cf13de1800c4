"""`bio-check demo`: the example municipality, from answers to reports."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bio_check.cli.options import ForceOption, Lang, LangOption

EXAMPLE = "lindervoort"


def demo(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to put the example.")] = Path("bio-check-demo"),
    force: ForceOption = False,
    lang: LangOption = Lang.NL,
) -> None:
    """Unpack, score and report the example municipality.

    Gemeente Lindervoort is fictional: 25,000 inhabitants, its IT at a shared service centre.

    Example: bio-check demo
    """
    from bio_check import api
    from bio_check.cli.files import write_file
    from bio_check.cli.show import show, write
    from bio_check.render.registry import FORMATS, file_name
    from bio_check.render.score_text import score_blocks
    from bio_check.render.sheet_yaml import SCHEMA_NAME
    from bio_check.shipped import schema_file, shipped_folder
    from bio_check.wording import LANGUAGES

    sheet = folder / "answers.yaml"
    example = shipped_folder("examples") / EXAMPLE / "answers.yaml"
    write_file(sheet, example.read_text("utf-8"), force=force)
    write_file(folder / SCHEMA_NAME, schema_file("answers").read_text("utf-8"), force=force)
    assessment = api.judge(api.load_sheet(sheet))
    show(score_blocks(assessment, lang.value))
    written = []
    for language in LANGUAGES:
        for form in FORMATS:
            target = folder / file_name(sheet.name, "gap", language, form)
            write_file(target, api.render(assessment, "gap", form, language), force=force)
            written.append(target)
    write(_next_steps(sheet, written, lang))


def _next_steps(sheet: Path, written: list[Path], lang: Lang) -> str:
    nl = lang is Lang.NL
    page = next(file for file in written if file.name.endswith(f".{lang.value}.html"))
    lines = [
        "",
        "Geschreven" if nl else "Written",
        f"  {sheet}",
        *(f"  {file}" for file in written),
        "",
        "Probeer nu" if nl else "Try next",
        f"  {'open in een browser' if nl else 'open in a browser'}: {page.resolve().as_uri()}",
        f"  bio-check explain {sheet} 5.17.01",
        f"  bio-check score {sheet} --by role",
        '  bio-check new antwoorden.yaml --organisation "Gemeente Voorbeeld"'
        if nl
        else '  bio-check new answers.yaml --organisation "Example Municipality"',
    ]
    return "\n".join(lines) + "\n"
