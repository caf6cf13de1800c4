from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bio_check.errors import UnusableInputError
from bio_check.load.schema import KINDS, quick_verdict, read_schema
from bio_check.load.schema_words import slow_validator
from bio_check.load.yaml_text import parse_document

DATA = Path(__file__).parents[1] / "data"
SCHEMAS = {kind: read_schema(kind) for kind in KINDS}
SLOW = {kind: slow_validator(schema) for kind, schema in SCHEMAS.items()}
LEAVES = st.sampled_from([
    None, True, False, 0, 1, -1, 3, 5, 10**17, "", " ", "x", "1", "true", "met", "design", "own", "law", "2026-11-21",
    "2026-11-21\n", "2026-1-9", "\uff12026-11-21", "P1Y", "P1Y\n", "P\u0661Y", "bio2", "bio2\n", "Bio2", "ß", "a" * 64,
    "A" * 64, "a" * 64 + "\n", "é" * 500, "é" * 501, "🔐" * 500, "🔐" * 501, "moved", "active", "superset",
    "bio-check/answers/1", "bio-check/catalogue/1",
])  # fmt: skip
"""Among them digits of other scripts, line breaks at the end, and letters of more than one byte at a limit."""
KEYS = st.sampled_from([
    "status", "title", "nl", "en", "id", "evidence", "shows", "date", "measures", "moved-to", "see", "x", "",
])  # fmt: skip
NODES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
)


def sound(folder: str) -> dict[str, Any]:
    """Return the data of every file of a folder that can be read as YAML at all."""
    found = {}
    for file in sorted((DATA / folder).iterdir()):
        if file.suffix in {".yaml", ".json"}:
            try:
                found[file.name] = parse_document(file.read_bytes(), file.name).data
            except UnusableInputError:
                continue
    return found


CORPUS = sound("valid") | sound("invalid")
BASES = {
    kind: CORPUS[f"{name}.yaml"]
    for kind, name in zip(KINDS, ("full", "catalogue", "crosswalk", "profile", "evidence-kinds"), strict=True)
}


def places(value: Any, *above: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  # any JSON
    """Return the path of every node below a value."""
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path for key, one in below for path in [(*above, key), *places(one, *above, key)]]


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, Any]:
    """Give a valid document in which up to three nodes are others, and its kind."""
    kind = draw(st.sampled_from(sorted(BASES)))
    data = json.loads(json.dumps(BASES[kind]))
    for _ in range(draw(st.integers(1, 3))):
        *above, last = draw(st.sampled_from(places(data)))
        holder = data
        for key in above:
            holder = holder[key]
        if draw(st.booleans()):
            holder[last] = draw(NODES)
        elif isinstance(holder, dict):
            holder[draw(KEYS)] = draw(NODES)
        else:
            holder.append(draw(st.sampled_from(holder)))
    return kind, data


@pytest.mark.parametrize("name", CORPUS)
def test_both_validators_judge_each_file_of_the_corpus_alike(name: str) -> None:
    data = CORPUS[name]

    for kind in KINDS:
        assert quick_verdict(SCHEMAS[kind], data) is SLOW[kind].is_valid(data)


def test_the_corpus_has_files_of_both_verdicts() -> None:
    verdicts = [quick_verdict(SCHEMAS["answers"], data) for data in CORPUS.values()]

    assert verdicts.count(True) > 20
    assert verdicts.count(False) > 20


@settings(max_examples=250)
@given(given=changed())
def test_both_validators_judge_a_changed_document_alike(given: tuple[str, Any]) -> None:
    kind, data = given

    assert quick_verdict(SCHEMAS[kind], data) is SLOW[kind].is_valid(data)


@pytest.mark.parametrize(
    ("kind", "key"), [("answers", "reference-date"), ("catalogue", "id"), ("catalogue", "issued"), ("profile", "id")]
)
@given(value=LEAVES | st.text(max_size=12) | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\s?"))
def test_both_validators_read_patterns_alike(kind: str, key: str, value: object) -> None:
    schema = {"$defs": SCHEMAS[kind].get("$defs", {}), **SCHEMAS[kind]["properties"][key]}

    assert quick_verdict(schema, value) is slow_validator(schema).is_valid(value)  # type: ignore[arg-type]  # any JSON


@given(value=st.lists(NODES, max_size=6))
def test_both_validators_see_the_same_repetitions(value: list[Any]) -> None:
    schema = {"type": "array", "uniqueItems": True}

    assert quick_verdict(schema, value) is slow_validator(schema).is_valid(value)
