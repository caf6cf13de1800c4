"""Reports in several forms: which were asked for, and where they go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from bio_check.cli.files import write_file
from bio_check.cli.show import write
from bio_check.errors import Place, WrongUsageError, diagnostic


def chosen_forms(formats: str, known: Iterable[str], to: str) -> list[str]:
    """Return the forms that a user named with commas between, each once.

    Raises:
        WrongUsageError: There is no such form, or several are to go to standard output.
    """
    wanted, known = list(dict.fromkeys(part.strip() for part in formats.split(","))), tuple(known)
    for form in wanted:
        if form not in known:
            values = {"value": form, "choices": ", ".join(known)}
            raise WrongUsageError([diagnostic("bad-option", Place("--format"), **values)])
    if to == "-" and len(wanted) > 1:
        raise WrongUsageError([diagnostic("one-format", Place("--to"))])
    return wanted


def write_forms(texts: Mapping[str, str], to: str, name_of: Callable[[str], str], *, force: bool) -> None:
    """Write each form to its file in a folder and tell its name, or to standard output where `to` is `-`."""
    for form, text in texts.items():
        if to == "-":
            write(text)
        else:
            target = Path(to) / name_of(form)
            write_file(target, text, force=force)
            write(f"{target}\n")
