"""What findings on some catalogues say about another, by way of crosswalks (specification 6)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bio_check.model.answers import Status
from bio_check.model.crosswalk import Chain, Path, Relationship, paths_to
from bio_check.model.score import Score
from bio_check.model.text import Text
from bio_check.value import value


class CarriedStatus(StrEnum):
    """What is known of a target."""

    MET = "met"
    PARTIAL = "partial"
    NOT_MET = "not-met"
    TO_BE_JUDGED = "to-be-judged"
    """Something leads there, but does not settle it: a person must judge."""
    UNCOVERED = "uncovered"
    """Nothing leads there."""


@value
class Route:
    """One way from an answered catalogue to a target, with all paths along it."""

    start: str
    via: str | None
    relationship: Relationship
    """Of its strongest path."""
    items: frozenset[str]
    """Items of the answered catalogue that it links."""
    target: str
    chains: Mapping[str, Chain]
    """Id that a path starts from to its rows, in the order of the rows."""
    chosen: bool = False

    @property
    def paths(self) -> tuple[Path, ...]:
        """All paths along it."""
        return paths_to(self.target, self.chains)


@value
class Carried:
    """What is carried to one target: an item, or a control with the measures on top of it."""

    target: str
    title: Text
    group: str
    status: CarriedStatus
    hint: Status | None
    """Where it is to be judged: the worst status at the start of the strongest paths, if any was answered."""
    linked: Score
    """Over the items linked to it, whatever the relationship: the work behind it, no judgement on it."""
    routes: tuple[Route, ...]
    """Every way that was found, the chosen ones first: at most one per answered catalogue."""
    answered: bool = False
    """Whether the sheet answers the target itself, or measures of it, which always wins."""

    @property
    def reached(self) -> bool:
        """Whether anything leads there."""
        return bool(self.routes)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The paths along the chosen routes."""
        return tuple(path for route in self.routes if route.chosen for path in route.paths)
