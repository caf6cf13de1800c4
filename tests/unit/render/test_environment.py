"""The templates' own tools: escaping for Markdown, and compiled templates that serve both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markdown_it import MarkdownIt

from bio_check.render.environment import environment, markdown_text, new_environment
from bio_check.shipped import shipped_folder
from bio_check.wording import LANGUAGES, Language

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gewoon (tekst), met 5.17.01: ja!", "gewoon (tekst), met 5.17.01: ja!"),
        ("teamleider I&A", "teamleider I&A"),
        ("a | b", r"a \| b"),
        ("*a* _b_ `c` ~d~", r"\*a\* \_b\_ \`c\` \~d\~"),
        ("<script>", r"\<script\>"),
        ("[a](b)", r"\[a\](b)"),
        ("&lt; &#60; & R&D", r"\&lt; \&#60; & R&D".replace("#", r"\#")),
        ("https://example.org WWW.example.org", r"https\://example.org WWW\.example.org"),
        ("1. een", r"1\. een"),
        ("12) een", r"12\) een"),
        ("- een", r"\- een"),
        ("een\n\n# twee\n---", r"een \# twee ---"),
        ("    code", "code"),
        ("C:\\map", "C:\\\\map"),
        ("€ 5 of $5$", r"€ 5 of \$5\$"),
        ("", ""),
        (5, "5"),
    ],
)
def test_markdown_is_escaped_where_it_would_mean_something(text: object, expected: str) -> None:
    assert markdown_text(text) == expected


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=80))
def test_markdown_shows_any_text_as_it_was_written(text: str) -> None:
    tokens = MARKDOWN.parse(f"- {markdown_text(text)} end")

    words = [child for token in tokens for child in token.children or ()]

    assert {child.type for child in words} <= {"text", "text_special"}
    assert "".join(child.content for child in words) == " ".join([*text.split(), "end"])
    assert [token.tag for token in tokens if token.tag] == ["ul", "li", "p", "p", "li", "ul"]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=80))
def test_markdown_at_the_start_of_a_line_is_a_paragraph(text: str) -> None:
    tokens = MARKDOWN.parse(markdown_text(text))

    assert [token.tag for token in tokens if token.tag] in (["p", "p"], [])


def test_compiled_templates_serve_both_languages(tmp_path: Path) -> None:
    for language in LANGUAGES:
        new_environment(language).compile_templates(tmp_path / language, zip=None, ignore_errors=False)

    dutch, english = (
        {file.name: file.read_text("utf-8") for file in (tmp_path / language).iterdir()} for language in LANGUAGES
    )

    assert dutch == english
    assert len(dutch) == sum(1 for one in shipped_folder("templates").rglob("*") if one.is_file())


@pytest.mark.parametrize(("language", "expected"), [("nl", "voldoet 53,0% € 5 ½"), ("en", "met 53.0% €5 ½")])
def test_filters_speak_the_language_of_the_report(language: Language, expected: str) -> None:
    source = '{{ "met"|word }} {{ [53, 100]|percent }} {{ 5|money }} {{ [1, 2]|number }}'

    assert environment(language).from_string(source).render() == expected


def test_a_name_that_is_not_there_is_a_bug_and_no_blank() -> None:
    with pytest.raises(UndefinedError):
        environment("nl").from_string("{{ forgotten }}").render()


def test_pages_escape_by_themselves() -> None:
    made = new_environment("nl")

    assert made.autoescape is not False
    assert callable(made.autoescape)
    assert made.autoescape("gap/gap.html.j2") is True
    assert made.autoescape("gap/gap.md.j2") is False
