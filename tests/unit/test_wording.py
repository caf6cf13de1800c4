"""Every code has its sentences in both languages, is used, and can be filled; and nothing fools a terminal."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import bio_check
from bio_check.sentences import DIAGNOSTICS
from bio_check.wording import LANGUAGES, Language, printable, quoted, word_fact, word_hint

PACKAGE = Path(bio_check.__file__).parent
FILES = sorted(one for room in ("assess", "cli", "load", "model", "render") for one in (PACKAGE / room).rglob("*.py"))
TELLERS = {"diagnostic", "add", "fault", "fault_at_key", "refusal"}
"""What puts a code in the basket or makes a diagnostic of it; the code comes first."""
OF_RETIRED = {f"id-{status}" for status in ("moved", "withdrawn", "see", "no-measure")}
"""Codes that are made from the status of a retired id."""
ADDED = {"how", "suggestion"}
"""What the wording itself works out from other values."""
ONE_LANGUAGE = {"force_nl", "force_en"}


def names_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def trees() -> Iterator[ast.Module]:
    for file in (*FILES, PACKAGE / "errors.py"):
        yield ast.parse(file.read_text("utf-8"))


def told() -> Iterator[tuple[str, set[str], bool]]:
    """Each code that is told literally, the names of its values, and whether those are all of them."""
    for tree in trees():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            function = call.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            if name not in TELLERS or not call.args or (name == "add" and len(call.args) == 1):
                continue  # .add with one argument is that of a set
            first = call.args[0]
            choices = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
            spread = [one.value for one in call.keywords if one.arg is None]
            whole = all(isinstance(one, ast.Call) and ast.unparse(one.func).startswith("closest") for one in spread)
            values = {one.arg for one in call.keywords if one.arg}
            for choice in choices:
                if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
                    yield choice.value, values, whole


def words_in_code() -> set[str]:
    texts = {
        node.value for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Constant)
        if isinstance(node.value, str)
    }  # fmt: skip
    return texts | OF_RETIRED | set(comments_of_schemas())


def comments_of_schemas() -> Iterator[str]:
    """In a schema, `$comment` beside a pattern names the code of its breach."""

    def below(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            if "pattern" in value and "$comment" in value:
                yield str(value["$comment"])
            for one in value.values():
                yield from below(one)
        elif isinstance(value, list):
            for one in value:
                yield from below(one)

    for file in sorted((PACKAGE / "load" / "schemas").glob("*.json")):
        yield from below(json.loads(file.read_text("utf-8")))


@pytest.mark.parametrize("code", DIAGNOSTICS)
def test_code_is_complete_in_both_languages(code: str) -> None:
    parts = DIAGNOSTICS[code]

    assert all(part.strip() == part for part in parts)
    assert all(parts)
    assert parts.nl != parts.en


@pytest.mark.parametrize("code", DIAGNOSTICS)
def test_fact_is_a_sentence_without_a_full_stop(code: str) -> None:
    assert not {DIAGNOSTICS[code].nl[-1], DIAGNOSTICS[code].en[-1]} & {".", "!"}


@pytest.mark.parametrize("code", DIAGNOSTICS)
def test_both_languages_say_the_same_values(code: str) -> None:
    parts = DIAGNOSTICS[code]

    facts = names_in(parts.nl) ^ names_in(parts.en)
    hints = names_in(parts.nl_hint) ^ names_in(parts.en_hint)

    assert (facts | hints) - ONE_LANGUAGE == set()


def test_no_code_is_told_that_has_no_words() -> None:
    codes = {code for code, _, _ in told()} | set(comments_of_schemas()) | OF_RETIRED

    assert codes - set(DIAGNOSTICS) == set()


def test_no_code_has_words_that_nobody_tells() -> None:
    assert set(DIAGNOSTICS) - words_in_code() == set()


def test_every_teller_is_found() -> None:
    codes = {code for code, _, _ in told()}

    assert {"no-such-file", "empty-selection", "unknown-id", "evidence-lapsed", "evidence-lapses"} <= codes


def test_each_code_gets_the_values_that_its_sentences_need() -> None:
    missing = {
        (code, name)
        for code, values, whole in told()
        if whole
        for name in names_in(" ".join(DIAGNOSTICS[code])) - values - ADDED
        if name not in ONE_LANGUAGE
    }

    assert missing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_hint_begins_with_the_suggestion(language: Language) -> None:
    values = {"value": "CISO-rol", "choices": "ciso, hr", "suggestion": "ciso"}

    hint = word_hint("not-a-choice", values, language)

    assert (
        hint
        == {"nl": "Bedoelt u 'ciso'? Kies uit: ciso, hr.", "en": "Do you mean 'ciso'? Choose from: ciso, hr."}[language]
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[2J\x1b[31mred",  # clears the screen
        "\x1b]0;title\x07",  # renames the window
        "\x9b31m",  # the same in one character
        "first\rlast",  # writes over the line
        "one\ntwo",
        "safe\u202etxt.exe",  # right to left override
        "\u2066isolated\u2069",
        "\u2028line",
        "\x00\x7f\ud800",
    ],
)
def test_printable_leaves_nothing_that_a_terminal_obeys(hostile: str) -> None:
    shown = printable(hostile)

    assert shown.isprintable()
    assert shown.encode().decode() == shown


def test_printable_spells_out_what_it_took_away() -> None:
    assert printable("a\x1b[31mb\u202ec") == "a\\u001b[31mb\\u202ec"


def test_printable_leaves_ordinary_text_alone() -> None:
    text = "Gemeente Súdwest-Fryslân · ½ × 9 = 4,5 · 日本 · 👍 · [bold]x[/]"

    assert printable(text) == text


def test_printable_cuts_what_is_long() -> None:
    shown = printable("a" * 10_000)

    assert len(shown) == 300
    assert shown.endswith("a…")


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_of_users_are_made_printable_in_every_sentence(language: Language) -> None:
    fact = word_fact("unknown-evidence", {"value": "\x1b[31m{0}{value}"}, language)

    assert "\\u001b[31m{0}{value}" in fact
    assert fact.isprintable()


def test_quoted_shows_where_a_text_ends() -> None:
    assert quoted("a b ") == "'a b '"
