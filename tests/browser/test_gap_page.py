"""The gap report in a real browser: accessible in every guise, and the script does what it says."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from typing import Any

import pytest

from bio_check.model.answers import Status
from bio_check.model.assessment import Assessment

pytestmark = pytest.mark.browser

Browser = Any
"""A Browser of axe.py, which tests cannot import."""
WIDTHS = (1280, 320)
GUISES = tuple(product(("nl", "en"), ("light", "dark"), WIDTHS))
STEPS = """
const wait = () => new Promise((done) => setTimeout(done, 100));
const seen = (one) => one.getClientRects().length > 0;
const gaps = () => [...document.querySelectorAll(".gap")].filter(seen).map((gap) => gap.id);
const form = document.getElementById("filter"), result = document.getElementById("filter-result");
const choose = async (name, value) => {
  form.elements[name].value = value;
  form.dispatchEvent(new Event("change"));
  await wait();
};
const clear = async () => { form.reset(); await wait(); };
"""
ACTS = """
const out = {};

await choose("status", "not-met");
out.filter = {shown: gaps(), said: result.textContent};
await clear();
out.cleared = {shown: gaps().length, said: result.textContent};

await choose("role", "it");
await choose("group", "bio2-8");
await choose("owner", "SSC Vijfstroom");
out.together = gaps();
await clear();

const tables = () => [...document.querySelectorAll("table.gaps")]
  .map((table) => [...table.tBodies].map((gap) => gap.dataset.position));
out.sort = {before: tables()};
await choose("sort", "position");
out.sort.sorted = tables();
await choose("sort", "");
out.sort.after = tables();

const button = document.getElementById("open-all");
const folds = () => [document.querySelectorAll(".gap details[open]").length, button.getAttribute("aria-pressed"),
  button.textContent];
out.folds = [folds()];
for (let step = 0; step < 2; step += 1) { button.click(); await wait(); out.folds.push(folds()); }

const gap = document.getElementById("bio2-5.17.01");
const state = () => [seen(gap), gap.querySelector("details").open];
await choose("status", "not-met");
out.link = {before: state()};
document.querySelector('#first a[href="#bio2-5.17.01"]').click();
await wait();
await wait();
out.link.after = state();
out.link.filter = form.elements.status.value;
return out;
"""
SCRIPT = re.compile(r"<script>.*?</script>", re.DOTALL)


@pytest.fixture(scope="module")
def judged(browser: Browser, axe: str, pages: Mapping[str, str]) -> dict[tuple[str, str, int], tuple[int, list[str]]]:
    """What axe-core holds against the page in each guise; folded rows are looked at once, opened ones always."""

    def judge(guise: tuple[str, str, int]) -> tuple[int, list[str]]:
        language, scheme, width = guise
        states = ("folded", "opened") if guise == ("nl", "light", 320) else ("opened",)
        found: tuple[int, list[str]] = browser.judge(pages[language], axe, scheme, width, *states)
        return found

    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        return dict(zip(GUISES, pool.map(judge, GUISES), strict=True))


@pytest.mark.parametrize("guise", GUISES, ids=lambda guise: "-".join(map(str, guise)))
def test_page_has_no_barrier(
    guise: tuple[str, str, int], judged: dict[tuple[str, str, int], tuple[int, list[str]]]
) -> None:
    _, violations = judged[guise]

    assert violations == []


@pytest.mark.parametrize("guise", GUISES, ids=lambda guise: "-".join(map(str, guise)))
def test_page_does_not_scroll_sideways(
    guise: tuple[str, str, int], judged: dict[tuple[str, str, int], tuple[int, list[str]]]
) -> None:
    overflow, _ = judged[guise]

    assert overflow <= 0


def test_axe_would_find_a_barrier(browser: Browser, axe: str) -> None:
    pale = '<p style="color:#bbb;width:3000px">too pale</p>'
    broken = f"<!DOCTYPE html><html><body><main><h1>x</h1>{pale}</main></body></html>"

    overflow, violations = browser.judge(broken, axe, "light", 1280, "folded")

    assert overflow > 0
    assert any("color-contrast" in one for one in violations)
    assert any("html-has-lang" in one for one in violations)


# The script


@pytest.fixture(scope="module", params=WIDTHS)
def acted(request: pytest.FixtureRequest, browser: Browser, pages: Mapping[str, str]) -> dict[str, Any]:
    """What came of filtering, sorting, opening and following a link, in a wide and in a narrow window."""
    found: dict[str, Any] = browser.run(pages["nl"], STEPS + ACTS, width=request.param)["found"]
    return found


def test_filter_shows_what_it_names_and_says_so(acted: dict[str, Any], lindervoort: Assessment) -> None:
    expected = {f"{one.catalogue}-{one.item.id}" for one in lindervoort.gaps if one.status is Status.NOT_MET}

    shown, said = acted["filter"]["shown"], acted["filter"]["said"]

    assert set(shown) == expected
    assert len(shown) == len(expected)
    assert said == f"{len(expected)} van {len(lindervoort.gaps)} hiaten getoond · filter: stand voldoet niet"


def test_filter_can_be_cleared(acted: dict[str, Any], lindervoort: Assessment) -> None:
    assert acted["cleared"] == {"shown": len(lindervoort.gaps), "said": ""}


def test_filters_narrow_together(acted: dict[str, Any], lindervoort: Assessment) -> None:
    expected = {
        f"{one.catalogue}-{one.item.id}"
        for one in lindervoort.gaps
        if one.item.role == "it" and one.catalogue == "bio2" and one.item.group == "8" and one.owner == "SSC Vijfstroom"
    }

    assert expected
    assert set(acted["together"]) == expected


def test_sorting_by_id_is_that_of_people(acted: dict[str, Any], lindervoort: Assessment) -> None:
    before, ordered = acted["sort"]["before"], acted["sort"]["sorted"]

    assert sum(map(len, ordered)) == len(lindervoort.gaps)
    assert ordered == [sorted(table, key=lambda ident: [int(part) for part in ident.split(".")]) for table in before]
    assert ordered != before
    assert acted["sort"]["after"] == before


def test_all_rows_open_and_close_together(acted: dict[str, Any], lindervoort: Assessment) -> None:
    count = len(lindervoort.gaps)

    assert acted["folds"] == [
        [0, "false", "Alles openen"],
        [count, "true", "Alles sluiten"],
        [0, "false", "Alles openen"],
    ]


def test_a_link_to_a_gap_shows_and_opens_it_whatever_the_filter(acted: dict[str, Any]) -> None:
    assert acted["link"] == {"before": [False, False], "after": [True, True], "filter": ""}


# Without it


def test_page_runs_its_script_under_its_own_policy(browser: Browser, pages: Mapping[str, str]) -> None:
    (form,) = re.findall(r'<form id="filter"[^>]*>', pages["nl"])

    (shown,) = re.findall(r'<form id="filter"[^>]*>', browser.dump(pages["nl"]))

    assert " hidden" in form
    assert " hidden" not in shown


def test_policy_stops_any_other_script(browser: Browser, pages: Mapping[str, str]) -> None:
    attack = '<script>document.documentElement.id = "evil"</script><img src="x" onerror="this.id = \'evil\'"></body>'

    dumped = browser.dump(pages["nl"].replace("</body>", attack))

    assert 'id="evil"' not in dumped
    assert "data-index" in dumped  # while its own did run


@pytest.mark.parametrize("width", WIDTHS)
def test_page_without_script_shows_all_rows_and_no_dead_control(
    width: int,
    browser: Browser,
    pages: Mapping[str, str],
    lindervoort: Assessment,
) -> None:
    scriptless = SCRIPT.sub("", pages["nl"])
    script = f"""{STEPS}
    const controls = [...document.querySelectorAll("button, select, input, textarea")].filter(seen).length;
    const details = [...document.querySelectorAll(".gap details")];
    details[0].querySelector("summary").click();
    return {{gaps: gaps().length, controls, opens: details[0].open}};
    """

    found = browser.run(scriptless, script, width=width)

    assert found["found"] == {"gaps": len(lindervoort.gaps), "controls": 0, "opens": True}
    assert found["overflow"] <= 0
