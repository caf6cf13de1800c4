"""Lines and tables for a terminal or a pipe: they fit, they line up, and nothing in them is obeyed."""

from __future__ import annotations

import pytest

from bio_check.render.blocks import (
    Part,
    Table,
    cell_width,
    cut,
    facts_line,
    fitted,
    line,
    paragraph,
    paragraphs,
    to_plain,
)


def table(*rows: tuple[str, ...], head: tuple[str, ...] = ("id", "title"), wide: int = 1) -> Table:
    return Table(head, tuple(tuple(Part(text) for text in row) for row in rows), wide, frozenset({2}))


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("日本", 4), ("é", 1), ("e\u0301", 1), ("½●◐", 3), ("👍", 2), ("\uff46", 2)],
)
def test_width_is_what_a_terminal_needs(text: str, width: int) -> None:
    assert cell_width(text) == width


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("ab cdef", 4, "ab…"),
        ("日本語", 6, "日本語"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("abc", 1, "…"),
        ("", 3, ""),
    ],
)
def test_cut_text_fits_and_shows_that_it_was_cut(text: str, width: int, expected: str) -> None:
    assert cut(text, width) == expected
    assert cell_width(cut(text, width)) <= width


def test_columns_line_up_with_wide_characters_too() -> None:
    plain = to_plain([table(("1", "日本", "5"), ("10", "ab", "10"), head=("id", "title", "n"))])

    assert plain.splitlines() == ["  id  title   n", "  1   日本    5", "  10  ab     10"]


def test_only_the_wide_column_is_cut() -> None:
    rows = fitted(table(("an id of some length", "t" * 200, "5"), head=("id", "title", "n")), 60)

    assert rows[1][0] == "an id of some length"
    assert rows[1][1].endswith("t…")
    assert all(cell_width(row) <= 60 for row in to_plain([table(("id", "t" * 200))], 60).splitlines())


def test_a_column_is_never_cut_to_nothing() -> None:
    rows = fitted(table(("i" * 100, "title that is long")), 60)

    assert rows[1][1] == "title t…"


def test_a_table_without_rows_is_its_head() -> None:
    assert to_plain([table()]) == "  id  title\n"


def test_lines_end_without_spaces_and_text_ends_with_a_newline() -> None:
    assert to_plain([line("a  "), line(""), line(Part("b", "title"), " c ")]) == "a\n\nb c\n"


def test_control_characters_are_spelled_out_in_lines_and_tables() -> None:
    plain = to_plain([line(Part("\x1b[31mred", "title")), table(("\r", "\x1b]0;x\x07"))])

    assert "\x1b" not in plain
    assert "\r" not in plain
    assert "\\u001b[31mred" in plain
    assert "\\u001b]0;x\\u0007" in plain


def test_a_newline_in_a_cell_does_not_break_the_table() -> None:
    assert len(to_plain([table(("1", "two\nlines"))]).splitlines()) == 2


def test_a_paragraph_fits_and_breaks_no_word() -> None:
    text = "voldoet " * 30 + "https://example.org/a-rather-long-path/that-nobody/wants-to-see-broken/in-two/parts"

    lines = to_plain(paragraph(text)).splitlines()

    assert all(one.startswith("  ") for one in lines)
    assert all(len(one) <= 80 for one in lines[:-1])
    assert lines[-1].strip().startswith("https://")


def test_a_paragraph_may_hang() -> None:
    lines = to_plain(paragraph("- " + "woord " * 20, hang="  ")).splitlines()

    assert lines[0].startswith("  - woord")
    assert all(one.startswith("    woord") for one in lines[1:])


def test_facts_break_only_between_two_of_them() -> None:
    lines = to_plain(facts_line([f"fact number {number}" for number in range(12)])).splitlines()

    assert len(lines) > 1
    assert all(len(one) <= 80 for one in lines)
    assert [fact for one in lines for fact in one.strip(" ·").split(" · ")] == [f"fact number {n}" for n in range(12)]


def test_a_text_of_several_lines_keeps_them_and_their_indent() -> None:
    text = "Do:\n  a. " + "lock " * 20 + "\n\n      (i) guard\n" + " " * 200 + "deep"

    told = to_plain(paragraphs(text)).splitlines()

    assert told[:2] == ["  Do:", "    a. " + " ".join(["lock"] * 14)]
    assert told[-2:] == ["        (i) guard", " " * 26 + "deep"]
    assert max(map(len, told)) <= 80
