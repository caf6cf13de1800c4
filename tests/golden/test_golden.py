"""Whole outputs, byte for byte: rewrite them with --update-golden, and read the difference in review.

Most are of a small norm and sheet that lie in `small/`, so that a page can be read and a text in a shipped catalogue
can change without touching them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bio_check.shipped import shipped_folder

SMALL = Path(__file__).parent / "small"
EXAMPLE = shipped_folder("examples") / "lindervoort"
OWN = ("--catalogues", "controls")
LANGUAGES = ("nl", "en")


Run = Callable[..., Any]
Golden = Callable[[str, str], None]


def without_inlined(page: str) -> str:
    """Leave out the style and the script: they are read in their own files."""
    page = re.sub(r"(?s)<(style|script)>.*?</\1>", r"<\1>…</\1>", page)
    return re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-…", page)


@pytest.fixture
def in_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where the small sheet lies: outputs name files as the user does."""
    monkeypatch.chdir(SMALL)


@pytest.fixture
def in_example(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLE)


@pytest.mark.usefixtures("in_small")
class TestSmall:
    """Outputs on the small sheet."""

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_score(self, lang: str, run: Run, golden: Golden) -> None:
        ran = run(*OWN, "score", "answers.yaml", "--all", "--lang", lang)

        assert (ran.code, ran.err) == (0, "")
        golden(f"small/score.{lang}.txt", ran.out)

    def test_score_as_json(self, run: Run, golden: Golden) -> None:
        ran = run(*OWN, "score", "answers.yaml", "--json", "--lang", "en")

        assert (ran.code, ran.err) == (0, "")
        golden("small/score.json", ran.out)

    @pytest.mark.parametrize(
        ("form", "lang"), [("html", "nl"), ("html", "en"), ("md", "nl"), ("md", "en"), ("json", "en")]
    )
    def test_report(self, form: str, lang: str, run: Run, golden: Golden) -> None:
        ran = run(*OWN, "report", "answers.yaml", "--format", form, "--to", "-", "--lang", lang)

        assert (ran.code, ran.err) == (0, "")
        golden(f"small/answers.gap.{lang}.{form}", without_inlined(ran.out) if form == "html" else ran.out)

    @pytest.mark.parametrize(
        ("item", "lang"), [("1.1.1", "nl"), ("1.1.2", "nl"), ("2.1.1", "en"), ("2.1.2", "en"), ("1.2", "nl")]
    )
    def test_explain(self, item: str, lang: str, run: Run, golden: Golden) -> None:
        ran = run(*OWN, "explain", "answers.yaml", item, "--lang", lang)

        assert (ran.code, ran.err) == (0, "")
        golden(f"small/explain-{item}.{lang}.txt", ran.out)

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_faults(self, lang: str, run: Run, golden: Golden) -> None:
        ran = run(*OWN, "validate", "faulty.yaml", "answers.yaml", "--lang", lang)

        assert ran.code == 3
        golden(f"small/validate.{lang}.txt", ran.err + ran.out)

    def test_catalogue_in_full(self, run: Run, golden: Golden) -> None:
        ran = run(*OWN, "catalogue", "show", "huis", "1", "--lang", "en")

        assert (ran.code, ran.err) == (0, "")
        golden("small/catalogue-show.en.txt", ran.out)

    def test_new(self, run: Run, golden: Golden) -> None:
        ran = run(
            *OWN, "new", "-", "--organisation", "Gemeente", "--profile", "klein", "--reference-date", "2026-11-21"
        )

        assert (ran.code, ran.err) == (0, "")
        golden("small/new.nl.yaml", ran.out)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_list_of_shipped_norms(lang: str, run: Run, golden: Golden) -> None:
    ran = run("catalogue", "list", "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    golden(f"catalogue-list.{lang}.txt", ran.out)


def test_blank_sheet_of_the_base_profile(run: Run, golden: Golden) -> None:
    about = ("--organisation", "Example Municipality", "--reference-date", "2026-11-21")

    ran = run("new", "-", *about, "--profile", "basis", "--lang", "en")

    assert (ran.code, ran.err) == (0, "")
    golden("new-basis.en.yaml", ran.out)


@pytest.mark.usefixtures("in_example")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_score_of_the_example(lang: str, run: Run, golden: Golden) -> None:
    ran = run("score", "answers.yaml", "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    golden(f"lindervoort/score.{lang}.txt", ran.out)


@pytest.mark.usefixtures("in_example")
def test_report_of_the_example(run: Run, golden: Golden) -> None:
    ran = run("report", "answers.yaml", "--format", "md", "--to", "-")

    assert (ran.code, ran.err) == (0, "")
    golden("lindervoort/answers.gap.nl.md", ran.out)


@pytest.mark.usefixtures("in_example")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_report_of_the_example_says_of_the_cyber_act(lang: str, run: Run, golden: Golden) -> None:
    ran = run("report", "answers.yaml", "--format", "html", "--to", "-", "--lang", lang)

    (section,) = re.findall(r'(?s)<section id="carried-cbw">.*?</section>', ran.out)

    golden(f"lindervoort/carried-cbw.{lang}.html", f"{section}\n")


@pytest.mark.usefixtures("in_example")
@pytest.mark.parametrize(("to", "lang"), [("nis2-ir", "nl"), ("nis2", "en")])
def test_what_the_example_carries_to_another_norm(to: str, lang: str, run: Run, golden: Golden) -> None:
    ran = run("crosswalk", "carry", "answers.yaml", "--to", to, "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    golden(f"lindervoort/carry-{to}.{lang}.txt", ran.out)


@pytest.mark.usefixtures("in_example")
@pytest.mark.parametrize(("item", "lang"), [("cbw:21.3.d", "nl"), ("cbw:26", "en"), ("5.19.01", "en")])
def test_explain_with_its_links(item: str, lang: str, run: Run, golden: Golden) -> None:
    ran = run("explain", "answers.yaml", item, "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    golden(f"lindervoort/explain-{item.replace(':', '-')}.{lang}.txt", ran.out)


@pytest.mark.parametrize(("ends", "lang"), [(("nis2", "cbw"), "nl"), (("bio1", "nis2"), "en")])
def test_rows_between_two_norms(ends: tuple[str, str], lang: str, run: Run, golden: Golden) -> None:
    ran = run("crosswalk", "show", *ends, "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    golden(f"crosswalk-show-{'--'.join(ends)}.{lang}.txt", ran.out)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_how_far_the_shipped_crosswalks_reach(lang: str, run: Run, golden: Golden) -> None:
    ran = run("crosswalk", "check", "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    golden(f"crosswalk-check.{lang}.txt", ran.out)
