"""What the templates of the gap report draw: the report's facts, plus places and widths on the page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from fractions import Fraction
from typing import Any

from bio_check.model.assessment import Assessment, CatalogueAssessment
from bio_check.model.catalogue import FACETS, Kind
from bio_check.model.evidence import DAYS_OF_WARNING
from bio_check.model.score import KindScores, Score
from bio_check.render.carried_view import carried_views
from bio_check.render.facts import Facts, fraction_facts, score_facts
from bio_check.render.report_facts import report_facts
from bio_check.render.words import ROLES, kind_word
from bio_check.wording import Language

NARROWEST_MARK = 5
"""Percent of a bar that a count needs to be readable in it."""
ROOMY_MARK = 18
"""Percent from which it is readable on a telephone too."""


def gap_view(assessment: Assessment, language: Language) -> dict[str, Any]:
    """Return the context of the gap templates."""
    facts = report_facts(assessment, language)
    for told, one in zip(facts["catalogues"], assessment.catalogues, strict=True):
        told["by_id"] = {finding["id"]: finding for finding in told["findings"]}
        told["kinds"] = _kind_views(told, one, language)
        told["apart"] = one.catalogue.groups_apart
    by_catalogue = {told["id"]: told for told in facts["catalogues"]}
    own = [told for told in facts["catalogues"] if not told["carried"]]
    gaps = [by_catalogue[one.catalogue]["by_id"][one.item.id] for one in assessment.gaps]
    owners = {gap["owner"] for gap in gaps if gap["owner"]}
    roles = {gap["role"] for gap in gaps}
    return facts | {
        "language": language,
        "own": own,
        "carried_catalogues": carried_views(assessment, facts, language),
        "crosswalks": _each_once(table for told in facts["catalogues"] for table in told["crosswalks"]),
        "total": score_facts(sum((one.score for one in assessment.own), start=Score())),
        "gap_places": {(gap["catalogue"], gap["id"]): place for place, gap in enumerate(gaps, start=1)},
        "first": [by_catalogue[one["catalogue"]]["by_id"][one["id"]] for one in facts["first"]],
        "lapsed": [one for one in facts["renew"] if one["lapsed"]],
        "lapsing": [one for one in facts["renew"] if not one["lapsed"]],
        "horizon": (assessment.reference_date + timedelta(DAYS_OF_WARNING)).isoformat(),
        "roles_present": [role for role in ROLES if role in roles],
        "owners_present": sorted(owners, key=str.casefold),
        "owner_totals": {key: sum(one[key] for one in facts["owners"]) for key in ("actions", "overdue", "cost")},
        **{name: _listed(own, name) for name in ("proof_gaps", "deviations", "set_aside", "unanswered")},
    }


def _each_once(crosswalks: Iterable[Facts]) -> list[Facts]:
    return [one for _, one in sorted({one["id"]: one for one in crosswalks}.items())]


def _listed(catalogues: list[Facts], name: str) -> list[Facts]:
    """Return the findings that the lists of all catalogues refer to."""
    return [one["by_id"][row["id"]] for one in catalogues for row in one[name]]


def _kind_views(told: Facts, one: CatalogueAssessment, language: Language) -> list[Facts]:
    """Return what is counted apart: each kind of item, or each group where those never make up for each other."""
    if not one.catalogue.groups_apart:
        return [_kind_view(told, part, one, language) for part in one.kinds]
    views = []
    for group in one.catalogue.groups:
        if score := one.by["group"].get(group.id):
            view = _kind_view(told, KindScores(Kind.CONTROL, score, {group.id: score}), one, language)
            gaps = [gap for gap in view["gaps"] if gap["group"] == group.id]
            name = f"{view['name']} ({group.title.in_(language).lower()})"
            views.append(view | {"id": f"{view['id']}-{group.id}", "name": name, "gaps": gaps})
    return views


def _kind_view(told: Facts, part: KindScores, one: CatalogueAssessment, language: Language) -> Facts:
    titles = {group.id: group.title.in_(language) for group in one.catalogue.groups}
    applicable = part.score.applicable
    return {
        "id": part.kind.value,
        "name": kind_word(part.kind, one.catalogue, language),
        "score": score_facts(part.score),
        "points": _points(part.score),
        "gaps": [told["by_id"][gap.item.id] for gap in one.gaps if gap.item.kind is part.kind],
        "groups": [_group_view(ident, titles[ident], score) for ident, score in part.groups.items()],
        "shown": {
            facet.value: {
                "count": count,
                "width": _percent(count, applicable),
                "rest": _percent(applicable - count, applicable),
            }
            for facet in FACETS
            for count in (part.score.shown(facet).part,)
        },
    }


def _points(score: Score) -> Facts:
    """Return the weighted points behind the bounds, as fractions: credit comes in halves."""
    low, high = (fraction_facts(Fraction(ratio.part, 2)) for ratio in (score.weighted, score.highest))
    return {"low": low, "high": high, "of": score.weight}


def _group_view(ident: str, title: str, score: Score) -> Facts:
    segments, before = [], 0
    for status, count in score.counts.items():
        if count:
            size = 100 * count // score.items
            mark = "" if size < NARROWEST_MARK else "narrow" if size < ROOMY_MARK else "room"
            segments.append(
                {
                    "status": status.value,
                    "count": count,
                    "x": _percent(before, score.items),
                    "width": _percent(count, score.items),
                    "mark": mark,
                    "ground": 22 + 9 * len(str(count)),
                }
            )
        before += count
    return {
        "id": ident,
        "title": title,
        "score": score_facts(score),
        "counts": {status.value: count for status, count in score.counts.items()},
        "segments": segments,
    }


def _percent(part: int, whole: int) -> str:
    """Return a width in percent with two decimals, exact enough for any screen and the same on every machine."""
    hundredths = 10_000 * part // whole if whole else 0
    return f"{hundredths // 100}.{hundredths % 100:02d}"
