"""Whole comparisons, byte for byte: of the small sheet with one of a year before, and from BIO2 1.2 to 1.3."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
LANGUAGES = ("nl", "en")

Run = Callable[..., Any]
Golden = Callable[[str, str], None]


def without_style(page: str) -> str:
    """Leave out the style and the signs: they are read in their own files."""
    page = re.sub(r'(?s)<svg class="defs".*?</svg>', "<svg>…</svg>", page)
    page = re.sub(r"(?s)<style>.*?</style>", "<style>…</style>", page)
    return re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-…", page)


def without_hashes_of_norms(text: str) -> str:
    """Leave out the hashes: the texts of a shipped norm may change without touching these files."""
    return re.sub(r"\b[0-9a-f]{12}([0-9a-f]{52})?\b", "…", text)


@pytest.fixture
def in_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where the small sheets lie: outputs name files as the user does."""
    monkeypatch.chdir(HERE / "small")


@pytest.mark.usefixtures("in_small")
class TestSmall:
    """The small sheet and one of a year before."""

    SHEETS = ("--catalogues", "controls", "compare", "earlier.yaml", "answers.yaml")

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_table(self, lang: str, run: Run, golden: Golden) -> None:
        ran = run(*self.SHEETS, "--all", "--lang", lang)

        assert (ran.code, ran.err) == (0, "")
        golden(f"small/compare.{lang}.txt", ran.out)

    def test_json(self, run: Run, golden: Golden) -> None:
        ran = run(*self.SHEETS, "--json", "--lang", "en")

        assert (ran.code, ran.err) == (0, "")
        golden("small/compare.json", ran.out)

    @pytest.mark.parametrize(("form", "lang"), [("html", "nl"), ("html", "en"), ("md", "nl"), ("md", "en")])
    def test_pages(self, form: str, lang: str, run: Run, golden: Golden) -> None:
        ran = run(*self.SHEETS, "--format", form, "--to", "-", "--lang", lang)

        assert (ran.code, ran.err) == (0, "")
        golden(f"small/answers.compare.{lang}.{form}", without_style(ran.out))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_from_one_version_of_the_bio_to_the_next(
    lang: str, run: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HERE / "compare")
    own = ("--catalogues", "../small/controls")

    ran = run(*own, "compare", "bio2-1.2.yaml", "bio2-1.3.yaml", "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    golden(f"compare/bio2-1.2--1.3.{lang}.txt", without_hashes_of_norms(ran.out))
