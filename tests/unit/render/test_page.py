"""The HTML page: one file that needs no network, runs no script but its own, and holds together."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from bio_check import api
from bio_check.assess.select import select
from bio_check.model.assessment import Assessment
from bio_check.wording import LANGUAGES, Language

Page = Any
"""A Page of conftest."""
Parsed = Callable[[str], Page]
PAGES = [(name, language) for name in ("small", "lindervoort") for language in LANGUAGES]

LOADERS = {"link", "iframe", "object", "embed", "img", "base", "audio", "video"}
REFERS = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
LOADS = ("src", "srcset", "data", "action", "formaction", "poster", "background", "manifest", "ping", "xlink:href")


@pytest.fixture(
    scope="module", params=[(name, language) for name in ("small", "lindervoort") for language in LANGUAGES]
)
def source(request: pytest.FixtureRequest) -> str:
    name, language = request.param
    return api.render(request.getfixturevalue(name), "gap", "html", language)


@pytest.fixture(scope="module")
def page(source: str, parsed: Parsed) -> Page:
    return parsed(source)


def digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_page_says_its_language(small: Assessment, parsed: Parsed) -> None:
    for language in LANGUAGES:
        page = parsed(api.render(small, "gap", "html", language))

        assert page.all("html")[0].attributes["lang"] == language


def test_policy_allows_just_this_style_and_this_script(page: Page) -> None:
    metas = [one.attributes for one in page.all("meta")]
    policies = [one["content"] for one in metas if one.get("http-equiv") == "Content-Security-Policy"]
    (style,), (script,) = page.all("style"), page.all("script")

    allowed = f"style-src '{digest(style.text)}'; script-src '{digest(script.text)}'"
    assert policies == [f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"]
    assert metas.index({"charset": "utf-8"}) == 0


def test_policy_comes_before_what_it_governs(page: Page) -> None:
    tags = [one.tag for one in page.elements]
    policy = next(index for index, one in enumerate(page.elements) if "http-equiv" in one.attributes)

    assert policy < tags.index("style") < tags.index("script")


def test_no_style_or_handler_stands_outside_what_the_policy_allows(page: Page) -> None:
    loose = [(one.tag, name) for one in page.elements for name in one.attributes if name == "style" or name[:2] == "on"]

    assert loose == []


def test_nothing_is_loaded_from_anywhere(page: Page) -> None:
    addresses = [one.attributes["href"] for one in page.elements if "href" in one.attributes]
    loaded = [(one.tag, name) for one in page.elements for name in one.attributes if name in LOADS]
    styles = page.all("style")[0].text
    urls = re.findall(r"url\(([^)]*)\)", styles)

    assert loaded == []
    assert [one for one in addresses if not one.startswith("#")] == []
    assert [one for one in urls if not one.startswith("#")] == []
    assert "@import" not in styles
    assert [one.tag for one in page.elements if one.tag in LOADERS] == []


def test_script_reaches_for_no_network_and_evaluates_nothing(page: Page) -> None:
    script = page.all("script")[0].text

    network, evaluation = r"fetch|XMLHttp|WebSocket|Beacon|import\(", r"eval|Function\(|innerHTML|outerHTML|\.write"

    assert re.findall(f"{network}|{evaluation}", script) == []


def test_every_id_is_there_once(page: Page) -> None:
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]

    assert len(ids) == len(set(ids))
    assert all(ids)


def test_every_link_and_label_has_its_target(page: Page) -> None:
    ids = {one.attributes["id"] for one in page.elements if "id" in one.attributes}
    links = {one.attributes["href"].removeprefix("#") for one in page.elements if "href" in one.attributes}
    named = [one.attributes[name] for one in page.elements for name in REFERS if name in one.attributes]
    labels = {ident for names in named for ident in names.split()}

    assert links - ids == set()
    assert labels - ids == set()


def test_each_status_and_facet_that_is_shown_has_its_sign(page: Page) -> None:
    used = {one.attributes["href"] for one in page.all("use")}

    assert {"#sign-met", "#sign-partial", "#facet-shown", "#facet-absent", "#facet-lapsed"} <= used


def test_headings_go_down_one_step_at_a_time(page: Page) -> None:
    levels = [int(one.tag[1]) for one in page.elements if re.fullmatch(r"h[1-6]", one.tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_have_as_many_cells_in_every_row(page: Page) -> None:
    plain = [table for table in page.tables if not any(len(row) == 1 for row in table)]  # rows that open have one cell

    assert len(plain) > 3
    assert all(len({len(row) for row in table}) == 1 for table in plain)


def test_every_gap_has_a_row_that_opens(small: Assessment, parsed: Parsed) -> None:
    page = parsed(api.render(small, "gap", "html", "nl"))

    rows = [one.attributes["id"] for one in page.all("tbody") if one.attributes.get("class") == "gap"]

    assert rows == ["huis-1.1.2", "huis-2.2", "huis-1.2"]
    assert sum(1 for one in page.all("details") if "class" not in one.attributes) == len(rows)


def test_filter_is_hidden_until_the_script_shows_it(page: Page) -> None:
    (form,) = page.all("form")

    assert "hidden" in form.attributes
    assert "form.hidden = false" in page.all("script")[0].text


def test_no_word_of_the_other_language_slips_in(small: Assessment, lindervoort: Assessment, parsed: Parsed) -> None:
    foreign: dict[Language, tuple[str, ...]] = {
        "nl": ("met,", "gaps", "evidence", "owner", "until", "shown", "weight", "risk "),
        "en": (
            "voldoet",
            "hiaten",
            "bewijs",
            "eigenaar",
            "tot en met",
            "gewicht",
            "peildatum",
            "wet ",
            "zelfregulering",
        ),
    }
    for language in LANGUAGES:
        page = parsed(api.render(small, "gap", "html", language))
        text = page.all("body")[0].text.partition(page.all("script")[0].text)[0].casefold()

        assert [word for word in foreign[language] if re.search(rf"\b{word}\b", text)] == []
    assert lindervoort.catalogues


def test_a_sheet_with_nothing_to_do_says_so(small: Assessment, parsed: Parsed) -> None:
    done = select(small, ["huis:1.1.1"])

    text = parsed(api.render(done, "gap", "html", "en")).all("main")[0].text

    assert "There are no gaps." in text
    assert text.count("None.") == 4


def test_a_sheet_where_nothing_applies_has_no_score(small: Assessment) -> None:
    aside = select(small, ["huis:2.1.2"])

    for form in ("html", "md", "json"):
        report = api.render(aside, "gap", form, "en")

        assert "NaN" not in report
        assert "None" not in report.replace("None.", "")
    assert "none applies, and so there is no score." in api.render(aside, "gap", "html", "en")
