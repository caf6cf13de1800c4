"""`bio-check validate`: every fault of every file, at once."""

from __future__ import annotations

from typing import Annotated

import typer

from bio_check.cli.exits import ExitCode
from bio_check.cli.options import JsonOption, Lang, LangOption, controls_of


def validate(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files to check; - reads standard input.")],
    as_json: JsonOption = False,
    lang: LangOption = Lang.NL,
) -> None:
    """Tell every fault in answer sheets, catalogues and profiles; exit 3 where there is one.

    Example: bio-check validate answers.yaml
    """
    from bio_check.cli.show import diagnostic_lines, fault_label, show_json, tell, warning_label, write
    from bio_check.load.check_file import check_file
    from bio_check.load.library import Library
    from bio_check.render.diagnostics import diagnostic_facts

    library = Library(controls_of(context))
    results = [check_file(file, library) for file in dict.fromkeys(files)]
    faulty = [one for one in results if one.faults]
    if as_json:
        facts = [
            {
                "file": one.file,
                "kind": one.kind,
                "faults": [diagnostic_facts(fault, lang.value) for fault in one.faults],
                "warnings": [diagnostic_facts(warning, lang.value) for warning in one.warnings],
            }
            for one in results
        ]
        show_json({"format_version": 1, "valid": not faulty, "files": facts})
    else:
        for one in results:
            for fault in one.faults:
                tell(diagnostic_lines(fault, fault_label(lang.value), lang.value))
            for warning in one.warnings:
                tell(diagnostic_lines(warning, warning_label(lang.value), lang.value))
            write(one.verdict(lang.value) + "\n")
    if faulty:
        raise typer.Exit(ExitCode.UNUSABLE_INPUT)
