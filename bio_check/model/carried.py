"""What findings on some catalogues say about another, by way of crosswalks (specification 6)."""

from __future__ import annotations

from enum import StrEnum

from bio_check.model.answers import Status
from bio_check.model.crosswalk import Path, Relationship
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
    paths: tuple[Path, ...] = ()
    """In the order of the rows; only of a way that was chosen."""
    chosen: bool = False


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
    """Whether the sheet answers the target itself, which always wins."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The paths along the chosen routes."""
        return tuple(path for route in self.routes if route.chosen for path in route.paths)
