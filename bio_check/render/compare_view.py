"""What the templates of a comparison draw: its facts, with differences and sentences in words."""

from __future__ import annotations

from typing import Any

from bio_check.model.comparison import CatalogueComparison, Comparison, KindChange, ScoreChange
from bio_check.render.compare_facts import compare_facts
from bio_check.render.compare_words import (
    ABOUT,
    LISTS,
    counts_alike,
    figures,
    loss_reason,
    part_name,
    points,
    sentences,
)
from bio_check.render.facts import Facts
from bio_check.render.words import word
from bio_check.wording import Language


def compare_view(comparison: Comparison, language: Language) -> dict[str, Any]:
    """Return the context of the templates of a comparison."""
    facts = compare_facts(comparison, language)
    names = dict.fromkeys(facts[side]["organisation"] for side in ("old", "new"))
    for told, one in zip(facts["catalogues"], comparison.catalogues, strict=True):
        _tell(told, one, language)
    return facts | {"language": language, "organisation": " → ".join(names)}


def _tell(told: Facts, one: CatalogueComparison, language: Language) -> None:
    """Add to the facts of one catalogue what its part of the page says."""
    old, new = one.old.edition, one.new.edition
    for loss in told["no_longer_proven"]:
        loss["because"] = loss_reason(loss, language)
    told["edition"] = new if old == new else f"{old} → {new}"
    told["doubt"] = word("unverified", language) if one.old.unverified or one.new.unverified else ""
    told["kinds"] = [_kind_view(kind, one, language) for kind in one.kinds]
    told["alike"] = counts_alike(told)
    *told["sentences"], told["plain_sentence"] = sentences(told, language)
    told["lists"] = [
        {
            "key": key,
            "title": title.in_(language),
            "about": ABOUT[key].in_(language) if key in ABOUT else "",
            "entries": told[key],
        }
        for key, title in LISTS.items()
        if told[key]
    ]


def _kind_view(kind: KindChange, one: CatalogueComparison, language: Language) -> Facts:
    return {
        "id": f"{kind.kind.value}-{kind.group}" if kind.group else kind.kind.value,
        "name": part_name(kind, one.new, language),
        "items": kind.like.new.applicable,
        "rows": _rows(kind.like, language),
        "plain": _rows(kind.plain, language),
    }


def _rows(change: ScoreChange, language: Language) -> list[Facts]:
    """Return met, weighted and proven in both sheets: part and whole, and the difference in words."""
    return [
        {
            "name": name,
            "old": [was.part, was.whole],
            "new": [now.part, now.whole],
            "halves": halves,
            "points": points(difference, language),
            "way": "up" if difference and difference > 0 else "down" if difference else "level",
        }
        for name, was, now, difference, halves in figures(change, language)
    ]
