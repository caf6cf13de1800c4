"""What the commands tell of the law: articles, terms with where they run from, and dated facts with their sources."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from bio_check.shipped import shipped_folder

Run = Callable[..., Any]

EXAMPLE = str(shipped_folder("examples") / "lindervoort" / "answers.yaml")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nl", (
            "Stand van zaken",
            "Gemeente is essentiële entiteit",
            "stand 6 oktober 2026; uit de bron: Cbw 8(1)(h)",
            "stand 11 augustus 2026; uit de tweede hand: security-commons-nl",
            "Vraagt niets van u",
            "niet geheel geverifieerd: De wet is gelezen,",
        )),
        ("en", (
            "State of affairs",
            "A municipality is an essential entity",
            "as of 6 October 2026; in the source: Cbw 8(1)(h)",
            "as of 11 August 2026; second-hand: security-commons-nl",
            "Asks nothing of you",
            "not fully verified: The act was read,",
        )),
    ],
    ids=["nl", "en"],
)  # fmt: skip
def test_dated_facts_are_told_with_their_day_and_source(lang: str, told: tuple[str, ...], run: Run) -> None:
    text = " ".join(run("catalogue", "show", "cbw", "--lang", lang).out.split())

    assert [one for one in told if one not in text] == []


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "nl",
            "wettelijke termijn: binnen 72 uur, vanaf: het moment waarop de organisatie van het significante incident",
        ),
        ("en", "legal term: within 72 hours, from: the moment the organisation learns of the significant incident"),
    ],
)
def test_a_legal_term_says_from_where_it_runs(lang: str, told: str, run: Run) -> None:
    text = " ".join(run("catalogue", "show", "cbw", "27", "--lang", lang).out.split())

    assert told in text


def test_facts_and_terms_are_there_for_machines(run: Run) -> None:
    shown = json.loads(run("catalogue", "show", "cbw", "--json", "--lang", "en").out)
    items = {one["id"]: one for one in shown["items"]}

    assert len(shown["facts"]) == 14
    assert all(list(one) == ["id", "title", "text", "as_of", "source", "confidence"] for one in shown["facts"])
    assert [one["id"] for one in shown["context"]] == ["24.12.d", "8.1.h", "33", "36", "92"]
    assert items["24.3"]["term"] == {"within": None, "from": None, "by": "2028-08-15"}
    assert items["26"]["term"]["within"] == "PT24H"
    assert items["26"]["articles"] == {"directive": ["23(4)(a)"], "act": ["26"], "decree": ["24"]}
    assert shown["catalogue"]["unverified"].startswith("The act was read")


def test_who_made_a_catalogue_is_named_as_they_ask(run: Run) -> None:
    text = " ".join(run("catalogue", "show", "cbw-cf").out.split())

    assert "ADR & NOREA, Cbw (NIS2) Control Framework (2025), CC-BY 4.0 licensed" in text


def test_a_catalogue_of_titles_says_so(run: Run) -> None:
    assert "alleen nummers en titels" in run("catalogue", "show", "nis2").out
    assert "numbers and titles only" in run("catalogue", "show", "bio1", "--lang", "en").out
    assert "numbers and titles only" not in run("catalogue", "show", "bio2", "--lang", "en").out


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nl", ("richtlijn 23(4)(a) · wet 26 · besluit 24", "niet geheel geverifieerd: Artikel 24 van het besluit")),
        ("en", ("directive 23(4)(a) · act 26 · decree 24", "not fully verified: Article 24 of the decree")),
    ],
)
def test_explain_tells_articles_term_and_doubt(lang: str, told: tuple[str, ...], run: Run) -> None:
    text = " ".join(run("explain", EXAMPLE, "cbw:26", "--lang", lang).out.split())

    assert [one for one in told if one not in text] == []
    assert {"nl": "binnen 24 uur, vanaf:", "en": "within 24 hours, from:"}[lang] in text
