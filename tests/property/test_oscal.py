"""OSCAL documents, changed at random: sound documents or faults, never a traceback; our own comes back as it was."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bio_check.errors import UnusableInputError
from bio_check.load.imports.imported import Imported
from bio_check.load.imports.oscal import read_oscal
from bio_check.load.imports.source import Options, Source, read_source
from bio_check.load.library import Library
from bio_check.load.yaml_text import parse_document
from bio_check.model.catalogue import Catalogue, Item, Kind
from bio_check.model.oscal import to_tokens
from bio_check.model.text import Text
from bio_check.render.document_yaml import to_yaml
from bio_check.render.oscal_catalogue import oscal_catalogue
from bio_check.sentences import DIAGNOSTICS
from bio_check.value import replace
from bio_check.wording import LANGUAGES

DATA = Path(__file__).parents[1] / "data" / "imports"
FILES = ("museum_catalog.json", "museum_small_profile.json", "iso27001_to_bio2_mapping.json")
OURS = Library()
SOURCES = [
    *(read_source(str(DATA / name)) for name in FILES),
    Source("cbw.json", b"", oscal_catalogue(OURS.catalogue("cbw"), "nl")),
]
ODD = st.sampled_from([
    "", " ", "\x00", "\u202e", "\ud800", "a" * 21_000, "é" * 600, "5.10", "*", "[x]", "true", "withdrawn", "statement",
    "2026-02-30", "#hall-1", "../../x", "{{ insert: param, hall-1_prm_1 }}", "urn:bio-check:oscal:1", "measure",
    "label", "weight", "3", "hall-1", "-", "yes", "nl",
])  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers(-2, 10) | st.just(10**17) | ODD | st.text(max_size=8)
KEYS = st.sampled_from(
    ["id", "name", "value", "ns", "prose", "parts", "controls", "props", "href", "with-ids", "x", ""]
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=5
)
Check = Callable[[Imported], None]


@pytest.fixture(scope="module")
def options() -> Options:
    OURS.kinds()
    return Options(date(2026, 11, 21), known=tuple(OURS.files.catalogues), catalogue_of=OURS.catalogue)


def paths(value: object, *above: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  # keys and places
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [above, *(path for key, one in inner for path in paths(one, *above, key))]


PATHS = [paths(source.data) for source in SOURCES]


def tell_all(diagnostics: Any) -> None:  # noqa: ANN401  # any number of them
    for one in diagnostics:
        assert one.code in DIAGNOSTICS
        for language in LANGUAGES:
            assert one.fact(language).isprintable()
            assert one.hint(language).isprintable()


def hold(imported: Imported) -> None:
    """Hold what was made against every check that bio-check has, as the command does before it writes."""
    library = Library()
    for one in imported.documents:
        document = parse_document(to_yaml(one.data).encode(), one.path)
        library.check(document, one.kind)
        assert ".." not in one.path
        if one.kind == "catalogue":
            library.add(document, Path(one.path))
    tell_all(imported.warnings)


def change(data: Any, path: tuple[Any, ...], value: object) -> None:  # noqa: ANN401  # JSON
    """Put a value at a path, if an earlier change left it there."""
    for key in path[:-1]:
        if not has(data, key):
            return
        data = data[key]
    if has(data, path[-1]):
        data[path[-1]] = value


def has(data: object, key: object) -> bool:
    """Whether something stands under a key, or at a place."""
    return key in data if isinstance(data, dict) else isinstance(data, list) and key in range(len(data))


@given(data=st.data())
def test_a_document_with_parts_changed_gives_sound_documents_or_faults(data: st.DataObject, options: Options) -> None:
    which = data.draw(st.integers(0, len(SOURCES) - 1))
    changed = copy.deepcopy(SOURCES[which].data)
    for path in data.draw(st.lists(st.sampled_from(PATHS[which][1:]), min_size=1, max_size=5)):
        change(changed, path, data.draw(VALUES))

    try:
        imported = read_oscal(Source(SOURCES[which].file, b"", changed), options)
    except UnusableInputError as error:
        tell_all(error.diagnostics)
    else:
        hold(imported)


@given(st.lists(st.text(min_size=1, max_size=6), unique=True, max_size=8))
def test_every_id_becomes_a_token_of_its_own(idents: list[str]) -> None:
    tokens = to_tokens(idents)

    assert list(tokens) == idents
    assert len(set(tokens.values())) == len(idents)
    assert all(token.startswith("c-") and not set(token) & set(" /()[]:,;\n§'\"") for token in tokens.values())


NAMES = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=8)
PROSE = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40).filter(
    lambda text: text.isprintable() and text.strip() == text and "{{" not in text and "](#" not in text
)


@settings(max_examples=50)
@given(rows=st.lists(st.tuples(NAMES, PROSE, PROSE), min_size=1, max_size=5, unique_by=lambda one: one[0]))
def test_any_catalogue_goes_out_and_comes_back(
    rows: list[tuple[str, str, str]],
    an_item: Callable[..., Item],
    a_catalogue: Callable[..., Catalogue],
    options: Options,
) -> None:
    titles = {ident: " ".join(title.split()) for ident, title, _ in rows}
    items = [
        replace(
            an_item("1.1"), id=ident, control=ident, group="g", kind=Kind.CONTROL, title=Text(title, title),
            statement=Text(says, says),
        )
        for ident, title, says in rows
    ]  # fmt: skip
    catalogue = a_catalogue(items, ident="eigen")
    whole = replace(
        catalogue,
        read_groups=lambda: tuple(
            replace(group, controls=tuple(replace(one, title=one.items[0].title) for one in group.controls))
            for group in catalogue.groups
        ),
    )

    (made,) = read_oscal(Source("x.json", b"", oscal_catalogue(whole, "nl")), options).documents

    back = {one["id"]: one for group in made.data["groups"] for one in group["controls"]}
    assert {ident: one["title"]["nl"] for ident, one in back.items()} == titles
    assert {ident: one["statement"]["nl"] for ident, one in back.items()} == {ident: says for ident, _, says in rows}
