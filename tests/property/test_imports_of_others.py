"""Norms of others, changed at random: never a traceback, and what is made passes every check."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bio_check.errors import Faults, UnusableInputError
from bio_check.load.imports.bio2_markdown import read_bio2_markdown
from bio_check.load.imports.ciso_assistant import read_ciso_assistant
from bio_check.load.imports.imported import Imported
from bio_check.load.imports.markdown_measures import read_measures
from bio_check.load.imports.source import Options, Source, read_source
from bio_check.load.imports.spreadsheet import PARTS, read_spreadsheet
from bio_check.load.library import Library
from bio_check.load.yaml_text import parse_document
from bio_check.render.document_yaml import to_yaml
from bio_check.sentences import DIAGNOSTICS
from bio_check.wording import LANGUAGES

DATA = Path(__file__).parents[1] / "data" / "imports"
LIBRARIES = [read_source(str(DATA / name)).data for name in ("ciso-assistant.yaml", "ciso-assistant-mapping.yaml")]
MARKDOWN = (DATA / "bio2.md").read_text("utf-8")
SHEET = (DATA / "eisen.csv").read_bytes()
COLUMNS = {
    "id": "Nr", "title": "Onderwerp", "statement": "Tekst", "question": "Vraag", "group": "Hoofdstuk", "role": "Wie",
    "weight": "Gewicht",
}  # fmt: skip
ODD = st.sampled_from([
    "", " ", "\x00", "\x1b[2J", "\u202e", "a" * 21_000, "é" * 600, "1.10", "*", "[x]", "5.10", "true", "nl", "en", "fr",
    "2026-02-30", "urn:example:risk:req_node:haven:1.1", "../../x", "=1+1", "- ", "\u200b",
])  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers(-2, 10) | st.just(10**17) | ODD | st.text(max_size=8)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ODD, inner, max_size=3), max_leaves=5
)
Check = Callable[[Imported], None]


@pytest.fixture(scope="module")
def ours() -> Library:
    library = Library()
    library.kinds()
    return library


@pytest.fixture(scope="module")
def options(ours: Library) -> Options:
    return Options(date(2026, 11, 21), known=tuple(ours.files.catalogues), catalogue_of=ours.catalogue)


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Check:
    """Hold what was made against every check that bio-check has, as it would be read back."""

    def check_all(imported: Imported) -> None:
        folder = tmp_path_factory.mktemp("own")
        library = Library(folder)
        for one in imported.documents:
            file = folder / one.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(to_yaml(one.data), "utf-8")
        for one in imported.documents:
            file = folder / one.path
            assert file.resolve().is_relative_to(folder.resolve())
            document = parse_document(file.read_bytes(), str(file))
            library.check(document, one.kind)
        tell_all(imported.warnings)

    return check_all


def tell_all(diagnostics: Any) -> None:  # noqa: ANN401  # any number of them
    for one in diagnostics:
        assert one.code in DIAGNOSTICS
        for language in LANGUAGES:
            assert one.fact(language).isprintable()
            assert one.hint(language).isprintable()


def paths(value: object, *above: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  # keys and places
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [above, *(path for key, one in inner for path in paths(one, *above, key))]


def put(at: Any, path: tuple[Any, ...], value: object) -> None:  # noqa: ANN401  # any part of a library
    """Put a value at a path, unless an earlier change took the way there."""
    for key in path[:-1]:
        if isinstance(at, list) != isinstance(key, int) or not isinstance(at, dict | list):
            return
        if key not in (at if isinstance(at, dict) else range(len(at))):
            return
        at = at[key]
    if isinstance(at, dict) or (isinstance(at, list) and isinstance(path[-1], int) and path[-1] < len(at)):
        at[path[-1]] = value


PATHS = [paths(data) for data in LIBRARIES]


def hold(read: Callable[[], Imported], check: Check) -> None:
    try:
        imported = read()
    except UnusableInputError as error:
        tell_all(error.diagnostics)
    else:
        check(imported)


@given(data=st.data())
def test_a_library_with_parts_changed_gives_sound_documents_or_faults(
    data: st.DataObject, options: Options, check: Check
) -> None:
    which = data.draw(st.sampled_from([0, 0, 0, 1]))
    library: Any = copy.deepcopy(LIBRARIES[which])
    for path in data.draw(st.lists(st.sampled_from(PATHS[which][1:]), min_size=1, max_size=4)):
        put(library, path, data.draw(VALUES))

    hold(lambda: read_ciso_assistant(Source("library.yaml", b"", library), options), check)


@settings(max_examples=20)  # each reads our catalogue anew
@given(changes=st.lists(st.tuples(st.integers(0, len(MARKDOWN)), st.integers(0, 40), st.sampled_from([
    "", "#", "## ", "|", "\n", "**", "__", "<br>", "5.01.01", "8.16.02", "&amp;", "&lt;", "\x00", ">", "](",
])), max_size=6))  # fmt: skip
def test_markdown_with_parts_changed_gives_sound_documents_or_faults(
    changes: list[tuple[int, int, str]], options: Options
) -> None:
    text = MARKDOWN
    for at, length, put in changes:
        text = text[:at] + put + text[at + length :]

    found = list(read_measures(text))

    assert all(one.text == one.text.strip() for one in found)
    try:
        imported = read_bio2_markdown(Source("index.md", text.encode()), options)
    except UnusableInputError as error:
        tell_all(error.diagnostics)
    else:
        tell_all(imported.warnings)
        assert len(imported.documents) == 1


def test_a_catalogue_in_official_words_passes_every_check(options: Options, check: Check) -> None:
    check(read_bio2_markdown(Source("index.md", MARKDOWN.encode()), options))


@given(
    raw=st.binary(max_size=200)
    | st.lists(st.tuples(st.integers(0, len(SHEET)), st.binary(max_size=6)), max_size=8).map(
        lambda changes: b"".join([SHEET[at : at + 200] + put for at, put in changes] or [SHEET])
    ),
    columns=st.just(COLUMNS) | st.dictionaries(st.sampled_from(PARTS), st.sampled_from([*COLUMNS.values(), "x"])),
)
def test_separated_values_of_any_sort_give_sound_documents_or_faults(
    raw: bytes, columns: dict[str, str], options: Options, check: Check
) -> None:
    chosen = Options(options.today, columns=columns)

    hold(lambda: read_spreadsheet(Source("x.csv", SHEET[:80] + raw), chosen), check)


@given(rows=st.lists(st.lists(LEAVES.map(str), max_size=7), max_size=8))
def test_cells_of_any_sort_give_sound_documents_or_faults(
    rows: list[list[str]], options: Options, check: Check
) -> None:
    lines = [list(COLUMNS.values()), *rows]
    quoted = "\r\n".join(";".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)
    chosen = Options(options.today, columns=COLUMNS)

    hold(lambda: read_spreadsheet(Source("x.csv", quoted.encode("utf-8", "replace")), chosen), check)


def test_warnings_of_an_import_never_fill_their_basket() -> None:
    rows = "\n".join(f"{number};;;;;;" for number in range(9000))
    sheet = Source("x.csv", ("Nr;Onderwerp;Tekst\n1;Een;A\n" + rows).encode())

    imported = read_spreadsheet(sheet, Options(date(2026, 11, 21), columns={"id": "Nr", "title": "Onderwerp"}))

    assert len(imported.warnings) < Faults().most
