"""What `validate` and `catalogue check` have in common: files in, faults out, exit 3 where there is one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import typer

from bio_check.cli.exits import ExitCode
from bio_check.cli.show import diagnostic_lines, fault_label, show_json, tell, warning_label, write
from bio_check.load.check_file import Checked, check_file
from bio_check.load.library import Library
from bio_check.wording import Language


def check_files(files: Iterable[str | Path], library: Library, language: Language, *, as_json: bool) -> None:
    """Tell what is wrong with each file, whatever kind of document it is.

    Raises:
        Exit: With code 3; a file has a fault.
    """
    results = [check_file(str(file), library) for file in files]
    if as_json:
        show_json(_facts(results, language))
    else:
        for one in results:
            for label, told in ((fault_label(language), one.faults), (warning_label(language), one.warnings)):
                for diagnostic in told:
                    tell(diagnostic_lines(diagnostic, label, language))
            write(one.verdict(language) + "\n")
    if any(one.faults for one in results):
        raise typer.Exit(ExitCode.UNUSABLE_INPUT)


def _facts(results: list[Checked], language: Language) -> dict[str, object]:
    from bio_check.render.diagnostics import diagnostic_facts

    files = [
        {
            "file": one.file,
            "kind": one.kind,
            "faults": [diagnostic_facts(fault, language) for fault in one.faults],
            "warnings": [diagnostic_facts(warning, language) for warning in one.warnings],
        }
        for one in results
    ]
    return {"format_version": 1, "valid": not any(one.faults for one in results), "files": files}
