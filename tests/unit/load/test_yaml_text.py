from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio_check.errors import Diagnostic, UnusableInputError
from bio_check.load.yaml_text import OURS, Document, parse_document, read_document


def parse(text: str) -> Document:
    return parse_document(text.encode(), "f.yaml")


def faults_of(raw: bytes) -> tuple[Diagnostic, ...]:
    with pytest.raises(UnusableInputError) as caught:
        parse_document(raw, "f.yaml")
    return caught.value.diagnostics


# What values become


@pytest.mark.parametrize(
    "text",
    [
        "5.10", "no", "yes", "on", "Off", "y", "N", "2026-01-09", "2026-01-09T10:00:00Z", "0x10", "0o7", "007", "00",
        "1_000", "1e3", "0.8", ".5", ".nan", ".inf", "-0", "+5", "--", "12:30:45", "True", "TRUE", "Null", "NULL",
        "1000000000000000000", "5.17.01", "1.0", "=", "<3",
    ],
)  # fmt: skip
def test_a_plain_value_keeps_its_text(text: str) -> None:
    document = parse(f"key: {text}\n")

    assert document.data == {"key": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0), ("42", 42), ("-5", -5), ("999999999999999999", 999999999999999999),
        ("true", True), ("false", False), ("null", None), ("~", None), ("", None),
    ],
)  # fmt: skip
def test_whole_numbers_and_three_words_are_typed(text: str, value: object) -> None:
    document = parse(f"key: {text}\n")

    assert document.data == {"key": value}
    assert type(document.data["key"]) is type(value)  # True is 1, but not here


@pytest.mark.parametrize("text", ["'5'", '"true"', "'null'", '""', "|-\n  42", ">-\n  false"])
def test_a_quoted_or_folded_value_is_text(text: str) -> None:
    document = parse(f"key: {text}\n")

    assert isinstance(document.data["key"], str)  # type: ignore[index]  # a mapping, as written


@pytest.mark.parametrize("key", ["5.10", "no", "2026-01-09", "0x10", "null", "~", "true", "007"])
def test_a_key_is_text_as_written(key: str) -> None:
    document = parse(f"{key}: x\n")

    assert document.data == {key: "x"}


def test_5_10_and_5_1_are_two_keys() -> None:
    document = parse("5.1: one\n5.10: ten\n")

    assert document.data == {"5.1": "one", "5.10": "ten"}
    assert document.faults == ()


# JSON


def test_json_is_read_with_tabs_escaped_slashes_and_pairs_of_escapes() -> None:
    document = parse('{\n\t"path": "a\\/b",\n\t"emoji": "\\ud83d\\uDD10",\n\t"plain": "\\u00e9\\n\\t"\n}\n')

    assert document.data == {"path": "a/b", "emoji": "🔐", "plain": "é\n\t"}


def test_an_escaped_backslash_before_what_looks_like_an_escape_stays() -> None:
    document = parse('{"a": "\\\\ud83d\\\\udd10", "b": "\\\\\\ud83d\\udd10"}')

    assert document.data == {"a": "\\ud83d\\udd10", "b": "\\🔐"}


def test_half_a_pair_of_escapes_is_a_fault() -> None:
    faults = faults_of(b'{"a": "\\ud83d"}')

    assert [(one.code, one.place.line) for one in faults] == [("yaml-syntax", 1)]


# Zl and Zp: the line and paragraph separators, at which YAML 1.1 breaks a line and JSON does not
TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff"), max_size=60
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18) + 1, 10**18 - 1) | TEXT,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXT.filter(lambda key: key != "<<"), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.just("key"), VALUES, min_size=1), st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_what_json_writes_is_read_back(value: dict[str, Any], ascii_only: bool, indent: int | str | None) -> None:  # noqa: FBT001  # drawn
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)

    document = parse(text)

    assert document.faults == ()
    assert document.data == value


# Bytes


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    document = parse_document(b"\xef\xbb\xbfkey: x\n", "f.yaml")

    assert document.data == {"key": "x"}
    assert (document.place("key").line, document.place("key").column) == (1, 6)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_another_unicode_encoding_is_told_as_such(encoding: str) -> None:
    faults = faults_of("key: x\n".encode(encoding))

    assert [(one.code, one.place.line, one.place.column) for one in faults] == [("not-utf-8", 1, 1)]


def test_utf_16_without_a_mark_shows_by_its_zeros() -> None:
    faults = faults_of("key: x\n".encode("utf-16-le"))

    assert [(one.code, one.place.line, one.place.column) for one in faults] == [("control-character", 1, 2)]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_column_of_a_wrong_byte_counts_characters(mark: bytes) -> None:
    faults = faults_of(mark + "a: b\nscope: één ".encode() + b"\xe9\n")

    assert [(one.code, one.place.line, one.place.column) for one in faults] == [("not-utf-8", 2, 12)]


@pytest.mark.parametrize(("raw", "column"), [(b"a: [", 5), (b"a: [b, c", 9), (b"a: {b: [", 9)])
def test_what_breaks_off_is_placed_where_the_file_ends(raw: bytes, column: int) -> None:
    faults = faults_of(raw)

    assert [(one.place.line, one.place.column) for one in faults] == [(1, column)]


def test_a_line_may_end_in_a_carriage_return_alone() -> None:
    faults = faults_of(b"a: 1\rb: 2\rc: \x07\r")

    assert [(one.code, one.place.line, one.place.column) for one in faults] == [("control-character", 3, 4)]


def test_a_control_character_is_placed_and_named_wherever_it_stands() -> None:
    faults = faults_of("a: één\n# één \x1b[31m\n".encode())

    assert [(one.code, one.place.line, one.place.column) for one in faults] == [("control-character", 2, 7)]
    assert "U+001B" in faults[0].fact("en")


def test_line_breaks_of_windows_are_line_breaks_as_bytes_and_as_escapes() -> None:
    document = parse('a: |\r\n  one\r\n  two\r\nb: "one\\r\\ntwo"\r\n')

    assert document.data == {"a": "one\ntwo\n", "b": "one\ntwo"}
    assert document.faults == ()


# Places


def test_a_place_is_that_of_a_value_and_of_the_key_where_the_value_is_nested_or_empty() -> None:
    document = parse('a:\n  b: text\n  c:\n  d: ""\n  e: [x, {f: y}]\n')

    places = {path: document.place(*path) for path in [("a",), ("a", "b"), ("a", "c"), ("a", "d"), ("a", "e")]}

    assert [(one.line, one.column) for one in places.values()] == [(1, 1), (2, 6), (3, 3), (4, 6), (5, 3)]
    assert [str(document.place("a", "e", 1, "f"))] == ["f.yaml:5:14: a.e[1].f"]


def test_the_place_of_a_key_is_where_it_begins() -> None:
    document = parse("a:\n  b: text\n")

    assert (document.key_place("a", "b").line, document.key_place("a", "b").column) == (2, 3)


def test_what_is_absent_is_placed_at_its_nearest_holder() -> None:
    document = parse("a:\n  b: text\n  c: [x]\n")

    for path in [("a", "no"), ("a", "no", "deeper")]:
        assert (document.place(*path).line, document.place(*path).column) == (1, 1)
    assert (document.place("a", "c", 7).line, document.place("a", "c", 7).column) == (3, 3)


def test_what_a_second_equal_key_replaced_lends_its_place_to_nothing_else() -> None:
    document = parse("x: {gone: 1}\nx: {a: 2}\ny: {b: 3}\nz: {c: 4}\n")

    places = {key: document.place(key, "gone").line for key in ("x", "y", "z")}

    assert places == {"x": 2, "y": 3, "z": 4}


# Limits


def test_64_levels_are_read_and_65_are_not() -> None:
    within, beyond = ("a: " + "[" * (depth - 1) + "]" * (depth - 1) for depth in (OURS.depth, OURS.depth + 1))

    assert parse(within).faults == ()
    assert [one.code for one in faults_of(beyond.encode())] == ["nested-too-deep"]


def test_brackets_without_end_are_refused_at_once() -> None:
    assert [one.code for one in faults_of(b"[" * 1_000_000)] == ["nested-too-deep"]


def test_more_values_than_any_sheet_has_are_refused() -> None:
    assert [one.code for one in faults_of(b"- x\n" * (OURS.values + 1))] == ["too-many-values"]


def test_a_file_that_is_faulty_all_over_tells_a_thousand_faults_and_stops() -> None:
    faults = faults_of(b"a: x\n" * 5000)

    assert len(faults) == 1001
    assert faults[0].code == "too-many-faults"
    assert {one.code for one in faults[1:]} == {"duplicate-key"}


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "big.yaml"
    with file.open("wb") as stream:
        stream.truncate(OURS.size + 1)

    with pytest.raises(UnusableInputError) as caught:
        read_document(str(file))

    assert [one.code for one in caught.value.diagnostics] == ["file-too-large"]


@pytest.mark.parametrize(
    ("name", "code"), [("absent.yaml", "no-such-file"), (".", "unreadable-file"), ("a\0b.yaml", "unreadable-file")]
)
def test_what_is_no_file_is_told_as_such(name: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError) as caught:
        read_document(f"{tmp_path}/{name}")

    assert [one.code for one in caught.value.diagnostics] == [code]


def test_a_hyphen_reads_standard_input(run: Callable[..., Any]) -> None:
    ran = run("validate", "-", "--lang", "en", stdin=b"a: 1\na: 2\n")

    assert ran.code == 3
    assert "-:2:1: the key 'a' stands here for the second time" in ran.err
