"""What carries over to a catalogue, as plain data (specification 12)."""

from __future__ import annotations

from collections.abc import Iterable

from bio_check.model.carried import Carried, Route
from bio_check.model.crosswalk import Hop, Links
from bio_check.render.facts import Facts, score_facts
from bio_check.wording import Language


def carried_facts(one: Carried, language: Language) -> Facts:
    """Return one target: what is known of it, the work linked to it, and the rows that led there."""
    return {
        "id": one.target,
        "status": one.status.value,
        "linked": score_facts(one.linked),
        "rows": [hop_facts(hop, language) for hop in hops_of(one)],
        "hint": one.hint.value if one.hint else None,
        "answered": one.answered,
    }


def carried_texts(one: Carried, language: Language) -> Facts:
    """Return one target with its title, and every way to it, chosen or passed over."""
    return carried_facts(one, language) | {
        "title": one.title.in_(language),
        "group": one.group,
        "routes": [_route_facts(route) for route in one.routes],
    }


def hops_of(one: Carried) -> tuple[Hop, ...]:
    """Return the rows along the chosen routes, each once, in the order in which they lead there."""
    return tuple(dict.fromkeys(hop for path in one.paths for hop in path.hops))


def hop_facts(hop: Hop, language: Language) -> Facts:
    """Return one row between two named catalogues."""
    return {
        "from": f"{hop.start}:{hop.row.start}",
        "relationship": hop.row.relationship.value,
        "confidence": hop.row.confidence,
        "source": hop.row.origin.name.in_(language),
        "to": f"{hop.end}:{hop.row.end}",
    }


def crosswalks_facts(carried: Iterable[Carried], links: Links) -> list[Facts]:
    """Return the crosswalk files that the ways to some targets rest on, those passed over as well, by id."""
    chains = (chain for one in carried for route in one.routes for chain in route.chains.values())
    pairs = {(hop.start, hop.end) for _, hops in chains for hop in hops}
    found = {one.id: one for start, end in pairs for one in links.crosswalks(start, end)}
    return [
        {
            "id": one.id,
            "from": {"id": one.start, "version": one.start_version},
            "to": {"id": one.end, "version": one.end_version},
            "sha256": one.sha256,
        }
        for _, one in sorted(found.items())
    ]


def uncovered(carried: Iterable[Carried]) -> tuple[Carried, ...]:
    """Return the targets to which nothing leads."""
    return tuple(one for one in carried if not one.reached and not one.answered)


def _route_facts(route: Route) -> Facts:
    return {
        "from": route.start,
        "via": route.via,
        "relationship": route.relationship.value,
        "items": len(route.items),
        "chosen": route.chosen,
    }
