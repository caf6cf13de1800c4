"""Nothing that a user writes gets out of its place: not into HTML, CSS, Markdown, JSON or a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from markdown_it import MarkdownIt

from bio_check import api
from bio_check.model.assessment import Assessment
from bio_check.render.blocks import to_plain
from bio_check.render.explain_text import explain_blocks
from bio_check.render.score_text import score_blocks
from bio_check.wording import LANGUAGES, Language

Build = Callable[..., Any]

HOSTILE = (
    "</style></script></title></textarea>--> <script>alert(1)</script><img src=x onerror=alert(1)> "
    '" onmouseover="alert(1) \' ]]> &amp; &lt;b&gt; {{ 7*7 }}{% for a in b %}{# c #} | `code` **bold** _it_ ~~no~~ '
    "[l](javascript:alert(1)) ![i](https://evil.example/p.png) <https://evil.example> http://evil.example "
    "www.evil.example \\ $x$ # h\n# heading\n\n- list\n1. one\n    code\n---\n===\n<div>\n| a | b |\n"
    "|---|---|\n> quote\n"
)
ON_PAGE = (
    *("organisation", "scope", "owner-1", "owner-2", "owner-3", "note-2", "reason", "risk-analysis", "action"),
    *("loose-action", "loose-owner", "action-owner", "later", "evidence-title", "evidence-location", "edition"),
    *("deviation-reason", "deviation-risk-analysis", "deviation-ciso-advice", "deviation-owner"),
)
"""Fields that the HTML page shows."""
IN_MARKDOWN = tuple(name for name in ON_PAGE if name != "evidence-location")


def hostile(field: str) -> str:
    return f"{HOSTILE} {field}"


@pytest.fixture(scope="module")
def harmless(written_by: Build) -> Assessment:
    assessment: Assessment = written_by(lambda field: f"words {field}", "sheet.yaml")
    return assessment


@pytest.fixture(scope="module")
def attacked(written_by: Build) -> Assessment:
    assessment: Assessment = written_by(hostile, "a<b>&\"'`|{{ 7*7 }}.yaml")
    return assessment


def one_line(text: str) -> str:
    return " ".join(text.split())


# HTML


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_has_the_same_elements_whatever_is_written(
    language: Language, harmless: Assessment, attacked: Assessment, parsed: Build
) -> None:
    plain, page = (parsed(api.render(one, "gap", "html", language)) for one in (harmless, attacked))

    structure = [(one.tag, tuple(one.attributes)) for one in page.elements]

    assert structure == [(one.tag, tuple(one.attributes)) for one in plain.elements]
    assert not any(name.startswith("on") for _, names in structure for name in names)


def test_page_shows_what_was_written_to_the_letter(attacked: Assessment, parsed: Build) -> None:
    page = parsed(api.render(attacked, "gap", "html", "nl"))
    text = one_line(page.all("body")[0].text)

    missing = [name for name in ON_PAGE if one_line(hostile(name)) not in text]

    assert missing == []
    assert one_line(hostile("organisation")) in one_line(page.all("title")[0].text)
    assert "a<b>&\"'`|{{ 7*7 }}.yaml" in text


def test_filter_offers_owners_to_the_letter(attacked: Assessment, parsed: Build) -> None:
    page = parsed(api.render(attacked, "gap", "html", "nl"))
    owners = {one.attributes["data-owner"] for one in page.all("tbody") if "data-owner" in one.attributes} - {""}

    offered = {one.attributes["value"] for one in page.all("option")}

    assert owners == {hostile("owner-1").strip(), hostile("owner-2").strip()}
    assert owners <= offered


def test_running_head_of_paper_is_a_string_of_css(attacked: Assessment, parsed: Build) -> None:
    style = parsed(api.render(attacked, "gap", "html", "nl")).all("style")[0].text
    head = style.rpartition("@page {")[2]
    string = re.search(r'@top-left \{ content: "((?:[^"\\]|\\[0-9a-f]+ )*)"; \}', head)

    assert string is not None
    shown = re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), string[1])
    assert shown == hostile("organisation").strip()
    assert set(string[1]) & set("<>{}&;'`/") == set()
    assert style.count("@top-left") == style.count("@bottom-right") == 1
    assert head.count("{") == head.count("}") - 1 == 4


# Markdown


def outline(markdown: str) -> list[str]:
    """The parts of a Markdown text, in order: headings, lists, tables, emphasis, links; all but the words."""
    parts = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        parts.append(f"{token.type} {token.tag}")
        parts += [child.type for child in token.children or () if child.type not in {"text", "text_special"}]
    return parts


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_has_the_same_parts_whatever_is_written(
    language: Language, harmless: Assessment, attacked: Assessment
) -> None:
    plain, report = (api.render(one, "gap", "md", language) for one in (harmless, attacked))

    assert outline(report) == outline(plain)
    assert not any("html" in part or "link" in part or "image" in part for part in outline(report))


def test_markdown_shows_what_was_written_to_the_letter(attacked: Assessment) -> None:
    html = MarkdownIt("commonmark").enable("table").render(api.render(attacked, "gap", "md", "nl"))
    text = one_line(unescape(re.sub(r"<[^>]+>", "", html)))

    missing = [name for name in IN_MARKDOWN if one_line(hostile(name)) not in text]

    assert missing == []


def test_markdown_holds_no_address_that_a_site_would_link_by_itself(attacked: Assessment) -> None:
    report = api.render(attacked, "gap", "md", "en")

    assert re.search(r"https?://|www\.", report) is None
    assert r"http\://evil.example" in report


# JSON and text


def test_json_gives_back_what_was_written(attacked: Assessment) -> None:
    facts = json.loads(api.render(attacked, "gap", "json", "nl"))
    findings = {one["id"]: one for one in facts["catalogues"][0]["findings"]}

    assert facts["organisation"] == hostile("organisation").strip()
    assert findings["1.1.2"]["note"] == hostile("note-2").strip()
    assert findings["2.1.2"]["reason"] == hostile("reason").strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_terminal_gets_nothing_to_obey(language: Language, written_by: Build) -> None:
    assessment: Assessment = written_by(lambda field: f"a\u202eb\u2066c\u2028d {field}", "sheet.yaml")
    one = assessment.catalogues[0]

    pages = [score_blocks(assessment, language, "owner", everything=True)]
    pages += [explain_blocks(one, finding, assessment.reference_date, language) for finding in one.findings]

    for page in pages:
        assert all(line.isprintable() for line in to_plain(page).split("\n"))
