"""`bio-check catalogue import`: norms in files of others become catalogues, profiles and crosswalks of one's own."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bio_check.cli.options import ForceOption, Lang, LangOption, own_folders

if TYPE_CHECKING:  # loaded only once the command is known to be sound
    from bio_check.load.imports.imported import Imported, Produced
    from bio_check.load.library import Library
    from bio_check.load.yaml_text import Document


class Form(StrEnum):
    """Kinds of files that norms come in."""

    OSCAL = "oscal"
    CISO_ASSISTANT = "ciso-assistant"
    BIO2_MARKDOWN = "bio2-markdown"
    SPREADSHEET = "spreadsheet"


def import_(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="File of a norm; - reads standard input.")],
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="Folder of your own; made if it is not there.")],
    form: Annotated[
        Form | None, typer.Option("--as", help="Kind of file; told by what it holds where left out.")
    ] = None,
    ident: Annotated[str | None, typer.Option("--id", metavar="ID", help="Id of what is made.")] = None,
    language: Annotated[
        Lang | None, typer.Option("--language", help="Language of the texts, where the file does not say.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ROLE=NAME", help="Spreadsheet: the heading above the column of a role, such as id or title."
        ),
    ] = None,
    sheet: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Spreadsheet: which sheet; the first with the columns."),
    ] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="ID", help="Mapping: catalogue it runs from.")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="ID", help="Mapping: catalogue it runs to.")] = None,
    base: Annotated[
        str | None, typer.Option("--catalogue-id", metavar="ID", help="Profile: the catalogue that it chooses from.")
    ] = None,
    force: ForceOption = False,
    lang: LangOption = Lang.NL,
) -> None:
    """Make catalogues, profiles and crosswalks of a norm in another format, in a folder of your own.

    Reads OSCAL, CISO Assistant, the BIO2 in Markdown, and spreadsheets. What cannot be taken over is told.

    Example: bio-check catalogue import nist-csf_catalog.json --into norms
    """
    from bio_check.cli.clock import today
    from bio_check.cli.show import diagnostic_lines, tell, warning_label, write
    from bio_check.load.imports.detect import PARSED, detect, reader_of
    from bio_check.load.imports.source import Options, read_source
    from bio_check.load.library import Library

    library = Library(*([into] if into.is_dir() else []), *own_folders(context))
    options = Options(
        today=today(),
        id=_good_id(ident),
        language=language.value if language else None,
        columns=_columns(column or []),
        sheet=sheet,
        start=_known(start, "--from", library),
        end=_known(end, "--to", library),
        base=_known(base, "--catalogue-id", library),
        known=tuple(library.files.catalogues),
        catalogue_of=library.catalogue,
    )
    source = read_source(file, parse=form is None or form.value in PARSED)
    imported = reader_of(form.value if form else detect(source))(source, options)
    for warning in imported.warnings:
        tell(diagnostic_lines(warning, warning_label(lang.value), lang.value))
    _save(imported, into, library, source=file, force=force)
    write(_summary(imported, (into, *own_folders(context)), lang))


def _save(imported: Imported, into: Path, library: Library, *, source: str, force: bool) -> None:
    """Check every document as it will be read back, then write them all.

    Raises:
        UnusableInputError: A document has a fault; nothing was written.
        WrongUsageError: A file is there already; nothing was written.
    """
    from bio_check.cli.files import refuse_to_overwrite, write_file
    from bio_check.render.document_yaml import to_yaml

    texts = [(into / one.path, to_yaml(one.data)) for one in imported.documents]
    for one, (file, text) in zip(imported.documents, texts, strict=True):
        document = _read_back(one, text, file, source)
        library.check(document, one.kind)
        if one.kind == "catalogue":
            library.add(document, file)
    for file, text in texts:
        refuse_to_overwrite(file, text, force=force)
    for file, text in texts:
        write_file(file, text, force=force)


def _read_back(made: Produced, text: str, file: Path, source: str) -> Document:
    """Return what was made as every command will read it; refuse what is larger than any of them reads."""
    from bio_check.errors import Place, UnusableInputError, diagnostic
    from bio_check.load.yaml_text import OURS, parse_document

    raw = text.encode()
    if len(raw) <= OURS.size:
        try:
            return parse_document(raw, str(file))
        except UnusableInputError as error:
            if all(one.code != "too-many-values" for one in error.diagnostics):
                raise
    limits = {"size": OURS.size >> 20, "values": OURS.values}
    raise UnusableInputError([diagnostic("import-too-large", Place(source), id=made.id, **limits)])


def _good_id(ident: str | None) -> str | None:
    from bio_check.errors import Place, WrongUsageError, diagnostic
    from bio_check.load.imports.imported import to_ident

    if ident is not None and (to_ident(ident) != ident or len(ident) > 100):  # noqa: PLR2004  # a folder bears it
        raise WrongUsageError([diagnostic("bad-name", Place("--id"), value=ident)])
    return ident


def _known(ident: str | None, option: str, library: Library) -> str | None:
    from bio_check.errors import Place, WrongUsageError, diagnostic
    from bio_check.load.suggest import unknown

    known = library.files.catalogues
    if ident is not None and ident not in known:
        raise WrongUsageError([diagnostic("unknown-catalogue", Place(option), **unknown(ident, known))])
    return ident


def _columns(pairs: list[str]) -> dict[str, str]:
    from bio_check.errors import Place, WrongUsageError, diagnostic

    found = {}
    for pair in pairs:
        role, equals, name = pair.partition("=")
        if not (equals and role.strip() and name.strip()):
            raise WrongUsageError([diagnostic("import-column", Place("--column"), value=pair)])
        found[role.strip()] = name.strip()
    return found


def _summary(imported: Imported, folders: tuple[Path, ...], lang: Lang) -> str:
    """Return what was written in the first of these folders, and a command that shows it; it may need the others."""
    from shlex import quote

    from bio_check.render.import_text import import_lines
    from bio_check.wording import printable

    lines = import_lines(
        [(one.kind, one.data, printable(str(folders[0] / one.path))) for one in imported.documents], lang.value
    )
    first = imported.documents[0]
    next_step = {
        "catalogue": f"catalogue show {first.id}",
        "crosswalk": f"crosswalk show {first.id.replace('--', ' ')}",
    }
    what = next_step.get(first.kind, "catalogue list")
    label = "Daarna" if lang is Lang.NL else "Next"
    own = " ".join(f"--catalogues {quote(printable(str(one)))}" for one in dict.fromkeys(folders))
    return "\n".join([*lines, f"{label}: bio-check {own} {what}"]) + "\n"
