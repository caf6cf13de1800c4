"""What carries over, as readers of the report get it: a section of its own, told apart from gaps and scores."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest

from bio_check import api
from bio_check.assess.account import account
from bio_check.assess.select import select
from bio_check.model.assessment import Assessment
from bio_check.render.account_text import account_blocks
from bio_check.render.blocks import WIDTH, cell_width, to_plain
from bio_check.shipped import shipped_folder
from bio_check.wording import LANGUAGES, Language

Parsed = Callable[[str], Any]

HEADINGS = {"nl": "Wat overdraagt naar Cbw 2026", "en": "What carries over to Cbw 2026"}


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    chosen: Language = request.param
    return chosen


def test_the_page_has_a_section_that_its_contents_lead_to(
    language: Language, lindervoort: Assessment, parsed: Parsed
) -> None:
    page = parsed(api.render(lindervoort, "gap", "html", language))
    links = [one.attributes["href"] for one in page.all("a") if "href" in one.attributes]
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]

    assert "#carried-cbw" in links
    assert {"carried-cbw", "carried-cbw-duty-of-care", "method-carried"} <= {*ids}
    assert len(ids) == len({*ids})
    assert {link[1:] for link in links if link.startswith("#")} <= {*ids}
    assert HEADINGS[language] in [" ".join(one.text.split()) for one in page.all("h2")]


def test_no_status_is_told_by_colour_alone(language: Language, lindervoort: Assessment, parsed: Parsed) -> None:
    page = parsed(api.render(lindervoort, "gap", "html", language))
    told = [
        one
        for one in page.all("span")
        if one.attributes.get("class", "") in {"status to-be-judged", "status uncovered"}
    ]
    signs = {one.attributes["id"] for one in page.all("symbol")}

    assert len(told) >= 34
    assert all(one.text.strip() for one in told)
    assert {"sign-to-be-judged", "sign-uncovered"} <= signs


@pytest.mark.parametrize("form", ["html", "md"])
def test_what_is_carried_is_no_gap_and_in_no_list_of_work(form: str, lindervoort: Assessment) -> None:
    text = api.render(lindervoort, "gap", form, "en")

    section, _, after = text.partition(f"{HEADINGS['en']}</h2>" if form == "html" else f"## {HEADINGS['en']}\n")[
        2
    ].partition("Do first")
    assert "Early warning within 24 hours" in section
    assert "Early warning within 24 hours" not in after


def test_no_percentage_stands_without_its_counts(language: Language, lindervoort: Assessment) -> None:
    markdown = api.render(lindervoort, "gap", "md", language)
    section = markdown.partition(f"## {HEADINGS[language]}")[2].partition("\n## ")[0]

    assert section.count("%") == len(re.findall(r"\d+ (?:van|of) \d+ \([\d.,]+%\)", section)) == 28


def test_how_many_have_each_status_fits_a_terminal(lindervoort: Assessment) -> None:
    links = lindervoort.links
    assert links is not None
    for norm in links.neighbours("bio2"):
        target = account(lindervoort, links.catalogue(norm), links)

        lines = to_plain(account_blocks(lindervoort, target, "nl")).splitlines()

        assert max(map(cell_width, lines)) <= WIDTH
    own = account(lindervoort, links.catalogue("bio2"), links)
    text = to_plain(account_blocks(lindervoort, own, "nl"))
    assert max(map(cell_width, text.splitlines())) <= WIDTH
    assert "niet gedekt 2" in text


@pytest.mark.parametrize(("norm", "times"), [("cbw", 1), ("nis2", 0)])
def test_only_what_the_profile_asks_may_be_answered_in_the_sheet(
    norm: str, times: int, lindervoort: Assessment
) -> None:
    links = lindervoort.links
    assert links is not None

    text = to_plain(account_blocks(lindervoort, account(lindervoort, links.catalogue(norm), links), "en"))

    assert " ".join(text.split()).count("Answer these in the sheet.") == times


def test_json_tells_each_target_with_its_title_and_every_way(lindervoort: Assessment) -> None:
    facts = json.loads(api.render(lindervoort, "gap", "json", "en"))
    cbw = facts["catalogues"][2]
    targets = {one["id"]: one for one in cbw["carried"]}

    assert list(targets["21.3.d"]) == [
        *("id", "status", "linked", "rows", "hint", "answered", "title", "group", "routes"),
    ]  # fmt: skip
    assert (targets["21.3.d"]["title"], targets["21.3.d"]["group"]) == ("Supply chain security", "duty-of-care")
    assert [one["chosen"] for one in targets["21.3.d"]["routes"]] == [True, False]
    assert (cbw["gaps"], cbw["proof_gaps"], cbw["unanswered"]) == ([], [], [])
    assert not any(finding["gap"] for finding in cbw["findings"])
    assert facts["catalogues"][0]["carried"] == []


def test_a_filter_keeps_what_carries_over_to_what_it_names(lindervoort: Assessment) -> None:
    assert lindervoort.links is not None
    part = select(lindervoort, ["cbw:21.3.d"], lambda: lindervoort.links)  # type: ignore[arg-type,return-value]  # not None

    markdown = api.render(part, "gap", "md", "en")
    section = markdown.partition(f"## {HEADINGS['en']}")[2].partition("\n## ")[0]

    assert re.findall(r"(?m)^\| (?!Item)(\S+) ", section) == ["21.3.d"]
    assert "16 of 220 items" in markdown


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_report_without_anything_carried_says_nothing_of_it(form: str, small: Assessment) -> None:
    text = api.render(small, "gap", form, "en")

    assert "carries over to" not in text
    assert "carried-" not in text


def test_the_report_names_the_crosswalk_files_that_it_rests_on(language: Language, lindervoort: Assessment) -> None:
    folder = shipped_folder("controls") / "crosswalks"

    facts = {one["id"]: one for one in json.loads(api.render(lindervoort, "gap", "json", language))["catalogues"]}
    page, text = (api.render(lindervoort, "gap", form, language) for form in ("html", "md"))

    named = facts["cbw"]["crosswalks"]
    assert {"bio2--cbw", "nis2--bio2", "nis2--cbw"} <= {one["id"] for one in named}
    assert [one["id"] for one in named] == sorted(one["id"] for one in named)
    for one in named:
        assert one["sha256"] == sha256((folder / f"{one['id']}.yaml").read_bytes()).hexdigest()
        assert one["sha256"] in page
        assert one["sha256"] in text
    assert facts["bio2"]["crosswalks"] == []


@pytest.mark.parametrize("form", ["html", "md"])
def test_where_nothing_leads_the_report_says_so_and_names_no_empty_list(
    form: str, language: Language, lindervoort: Assessment
) -> None:
    text = api.render(select(lindervoort, ["cbw:44"]), "gap", form, language)

    nowhere = {"nl": "Niets in dit blad leidt hierheen.", "en": "Nothing in this sheet leads here."}
    sources = {"nl": "Bronnen van de koppelingen", "en": "Sources of the links"}
    assert nowhere[language] in text
    assert sources[language] not in text


def test_markdown_says_in_short_what_is_to_be_judged(lindervoort: Assessment) -> None:
    short = api.render(lindervoort, "gap", "md", "en").partition("## In short")[2].partition("\n## ")[0]

    assert "### Cbw 2026 · Cyberbeveiligingswet (Dutch NIS2 act)\n\n**Not fully verified.**" in short
    assert "- duty of care (18): △ to be judged 10, ∅ uncovered 8\n- process duties (11): ∅ uncovered 11\n" in short
