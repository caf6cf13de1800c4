"""What the templates draw of a catalogue that nobody answered: its targets by group, and where each comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bio_check.model.assessment import Assessment, CatalogueAssessment
from bio_check.model.carried import Carried, CarriedStatus
from bio_check.render.carried_facts import hops_of
from bio_check.render.facts import Facts
from bio_check.render.words import word
from bio_check.wording import Language


def carried_views(assessment: Assessment, facts: Facts, language: Language) -> list[Facts]:
    """Return a view of each catalogue that others carry to.

    Args:
        assessment: What was found.
        facts: The facts of the report on it.
        language: Of the words.
    """
    pairs = zip(facts["catalogues"], assessment.catalogues, strict=True)
    return [_view(told, one, language) for told, one in pairs if one.carried]


def _view(told: Facts, one: CatalogueAssessment, language: Language) -> Facts:
    hops = [hop for target in one.carried for hop in hops_of(target)]
    facts = dict(zip((target.target for target in one.carried), told["carried"], strict=True))
    ends = {target.target: _ways(target, language) for target in one.carried}
    parts = []
    for group in one.catalogue.groups:
        within = [target for target in one.carried if target.group == group.id]
        if within:
            parts.append(
                {
                    "id": group.id,
                    "title": group.title.in_(language),
                    "counts": _counts(within),
                    "targets": [facts[target.target] | {"ways": ends[target.target]} for target in within],
                }
            )
    return told | {
        "starts": list(dict.fromkeys(path.hops[0].start for target in one.carried for path in target.paths)),
        "origins": list(dict.fromkeys(hop.row.origin.name.in_(language) for hop in hops)),
        "counts": _counts(one.carried),
        "parts": parts,
    }


def _counts(carried: Iterable[Carried]) -> list[Facts]:
    counts = Counter(target.status for target in carried)
    return [{"status": key.value, "count": counts[key]} for key in CarriedStatus if counts[key]]


def _ways(target: Carried, language: Language) -> list[Facts]:
    """Return per chosen way the ids that it starts from, and how much it says."""
    return [
        {
            "start": route.start,
            "ids": list(dict.fromkeys(path.start for path in route.paths)),
            "about": word(route.relationship, language) + (f", via {route.via}" if route.via else ""),
        }
        for route in target.routes
        if route.chosen
    ]
