from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

from bio_check.errors import Diagnostic, Faults
from bio_check.load.schema import KINDS, check_shape, read_schema
from bio_check.load.yaml_text import parse_document
from bio_check.sentences import DIAGNOSTICS
from bio_check.shipped import schema_file

DATA = Path(__file__).parents[2] / "data"
HEAD = "format: bio-check/answers/1\norganisation: {name: X}\nreference-date: 2026-11-21\n"


def parts(schema: object) -> Iterator[dict[str, Any]]:
    """Give a schema and all schemas in it, but for conditions, which only look."""
    if isinstance(schema, list):
        for one in schema:
            yield from parts(one)
    if isinstance(schema, dict):
        yield schema
        for key, below in schema.items():
            if key == "properties":
                for one in below.values():
                    yield from parts(one)
            elif key not in {"if", "enum", "const"}:
                yield from parts(below)


def breaches(text: str, kind: str = "answers") -> tuple[list[Diagnostic], frozenset[tuple[str | int, ...]]]:
    faults = Faults()
    broken = check_shape(parse_document(text.encode(), "f.yaml"), kind, faults)
    return sorted(set(faults.found)), broken


# The schemas themselves


def test_each_kind_has_a_schema_and_each_schema_a_kind() -> None:
    folder = schema_file("answers").parent

    assert sorted(file.name for file in folder.iterdir()) == sorted(f"{kind}.schema.json" for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid_for_both_validators_and_names_its_kind(kind: str) -> None:
    schema = read_schema(kind)

    Draft202012Validator.check_schema(schema)

    assert jsonschema_rs.meta.is_valid(schema)
    assert schema["properties"]["format"] == {"const": f"bio-check/{kind}/1"}
    assert "format" in schema["required"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_object_forbids_keys_that_it_does_not_name(kind: str) -> None:
    objects = [one for one in parts(read_schema(kind)) if "object" in one.get("type", ()) or "properties" in one]

    assert len(objects) > 2
    for one in objects:
        allowed = one["additionalProperties"]
        assert allowed is False if "properties" in one else isinstance(allowed, dict), one


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_schema_requires_it_also_names(kind: str) -> None:
    for one in parts(read_schema(kind)):
        assert set(one.get("required", ())) <= set(one.get("properties", ())), one


@pytest.mark.parametrize("kind", KINDS)
def test_every_definition_is_used_and_every_reference_leads_to_one(kind: str) -> None:
    schema = read_schema(kind)
    used = {one["$ref"].removeprefix("#/$defs/") for one in parts(schema) if isinstance(one.get("$ref"), str)}

    assert used == set(schema["$defs"])


@pytest.mark.parametrize("kind", KINDS)
def test_every_pattern_has_a_code_whose_sentence_says_what_is_wrong(kind: str) -> None:
    codes = {one["$comment"] for one in parts(read_schema(kind)) if "pattern" in one}

    assert codes <= set(DIAGNOSTICS)
    assert not codes & {"wrong-form"}


# What a breach is called


@pytest.mark.parametrize(
    ("text", "path", "fact", "hint"),
    [
        ("draft: ja", "draft", "this must be true or false, but is text ('ja')", "Write true or false, in lower case"),
        ("scope: true", "scope", "this must be text, but is true", "Write text, in quotes where needed"),
        ("scope: []", "scope", "this must be text, but is a list", "Write text, in quotes where needed"),
        ("catalogues: 5", "catalogues", "this must be a block of keys, but is a whole number ('5')", "Put keys below"),
        ("evidence: []", "evidence", "this must be a block of keys, but is a list", "Put keys below it"),
        ("actions: {a: {title: }}", "actions.a.title", "this must be text, but is empty", "Write text"),
        ("actions: {a: {title: A, cost: 1.5}}", "actions.a.cost",
         "this must be a whole number, but is text ('1.5')", "Write at most 18 digits"),
        ("actions: {a: {title: A, cost: -1}}", "actions.a.cost", "-1 is too low: 0 is the least", "Choose a higher"),
        ("actions: {a: {title: A, status: Open}}", "actions.a.status", "'Open' is no choice here",
         "Do you mean 'open'? Choose from: open, done."),
        ("actions: {a: {title: A, due: soon}}", "actions.a.due", "'soon' is no date", "Write an existing day as"),
        ("actions: {a: {title: A, due: 2026}}", "actions.a.due", "'2026' is no date", "Write an existing day as"),
        ("actions: {a: {title: ''}}", "actions.a.title", "this must not be empty", "Fill in a value"),
        ("actions: {a: {owner: A}}", "actions.a", "the key 'title' is missing", "Add it; bio-check schema answers"),
        ("actions: {a: {title: A, eigenaar: B}}", "actions.a.eigenaar", "the key 'eigenaar' is not known here",
         "Do you mean 'owner'? Mend or remove it; bio-check schema answers"),
        ("actions: {a: {title: A, Owner: B}}", "actions.a.Owner", "the key 'Owner' is not known here",
         "Do you mean 'owner'?"),
        ("answers: {b: {i: {risk: {likelihood: 6, impact: 1}}}}", "answers.b.i.risk.likelihood",
         "6 is outside the bounds (1 to 5)", "Choose a whole number within the bounds."),
        ("answers: {b: {i: {evidence: [a, b, a]}}}", "answers.b.i.evidence[2]",
         "'a' stands here for the second time in the list", "Remove the repetition."),
        ("answers: {b: {i: {status: [met]}}}", "answers.b.i.status", "'[…]' is no choice here", "Do you mean 'met'?"),
        ("answers: {b: {i: {actions: [[]]}}}", "answers.b.i.actions[0]", "this must be text, but is a list", "Write"),
        (f"scope: {'x' * 20001}", "scope", "the text is 20001 characters long; 20000 is the most", "Shorten the text"),
    ],
    ids=lambda value: value[:40],
)  # fmt: skip
def test_each_breach_is_told_in_our_words_at_its_place(text: str, path: str, fact: str, hint: str) -> None:
    found, _ = breaches(HEAD + ("" if text.startswith("answers") else "answers: {}\n") + text)

    assert [(one.place.path, one.fact("en")) for one in found] == [(path, fact)]
    assert found[0].hint("en").startswith(hint)


def test_an_empty_date_is_told_as_a_missing_date() -> None:
    found, _ = breaches("format: bio-check/answers/1\norganisation: {name: X}\nreference-date:\nanswers: {}\n")

    assert [one.fact("en") for one in found] == ["this must be a date, but is empty"]


def test_a_retired_measure_is_held_against_its_own_shape() -> None:
    sheet = (DATA / "valid" / "catalogue.yaml").read_text("utf-8")

    found, _ = breaches(sheet.replace("status: withdrawn}", "status: withdrawn, weight: 3}", 1), "catalogue")

    assert [one.code for one in found] == ["unknown-key"]


def test_an_unknown_key_breaks_nothing_and_a_missing_one_only_its_holder() -> None:
    text = HEAD + "answers: {}\nfoo: 1\nactions: {a: {title: A, foo: 1}, b: {owner: B}}\n"

    found, broken = breaches(text)

    assert [one.code for one in found] == ["unknown-key", "unknown-key", "missing-key"]
    assert broken == {("actions", "b", "title")}


def test_a_long_list_of_mixed_values_is_searched_for_repetitions_in_one_go() -> None:
    many = ", ".join(f'{number}, "{number}"' for number in range(5000))  # pairwise it would take a minute

    found, _ = breaches(HEAD + f"answers: {{b: {{i: {{evidence: [{many}, 7]}}}}}}\n")

    assert [one.place.path for one in found] == ["answers.b.i.evidence[10000]"]


# What is loaded


@pytest.mark.parametrize(("file", "loaded"), [("valid/minimal.yaml", False), ("invalid/choices.yaml", True)])
def test_the_slow_validator_is_loaded_only_to_find_words(file: str, loaded: bool) -> None:  # noqa: FBT001  # expected
    script = (
        "import sys\n"
        "from bio_check.load.check_file import check_file\n"
        "from bio_check.load.library import Library\n"
        "checked = check_file(sys.argv[1], Library())\n"
        "print(bool(checked.faults), 'jsonschema' in sys.modules)\n"
    )

    done = subprocess.run([sys.executable, "-c", script, str(DATA / file)], capture_output=True, text=True, check=True)

    assert done.stdout.split() == [str(loaded), str(loaded)]
