"""One file of any kind: its faults and warnings, without using it for anything."""

from __future__ import annotations

from bio_check.errors import Diagnostic, Faults, UnusableInputError
from bio_check.load.answers import load_answers
from bio_check.load.document_kind import kind_of
from bio_check.load.library import Library
from bio_check.load.yaml_text import Document, read_document
from bio_check.value import value
from bio_check.wording import Language, printable


@value
class Checked:
    """What was found in one file."""

    file: str
    kind: str | None
    """answers, catalogue, profile or evidence-kinds; None where it could not be told."""
    faults: tuple[Diagnostic, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()

    def verdict(self, language: Language) -> str:
        """Return the outcome in one line."""
        count = len(self.faults)
        if language == "nl":
            found = "geen fouten" if not count else "1 fout" if count == 1 else f"{count} fouten"
            told = f", {len(self.warnings)} keer let op" if self.warnings else ""
        else:
            found = "no faults" if not count else "1 fault" if count == 1 else f"{count} faults"
            told = f", warnings: {len(self.warnings)}" if self.warnings else ""
        return f"{printable(self.file)}: {found}{told}"


def check_file(file: str, library: Library) -> Checked:
    """Return everything that is wrong with a file, whatever kind of document it is."""
    kind: str | None = None
    try:
        document = read_document(file)
        faults = Faults(list(document.faults))
        kind = kind_of(document, faults)
        if kind is None:
            faults.raise_any()
        warnings = _check(document, str(kind), library)
    except UnusableInputError as error:
        return Checked(file, kind, error.diagnostics)
    return Checked(file, kind, (), warnings)


def _check(document: Document, kind: str, library: Library) -> tuple[Diagnostic, ...]:
    if kind == "answers":
        return load_answers(document, library).sheet.warnings
    library.check(document, kind)
    return ()
