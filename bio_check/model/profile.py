"""A profile: what applies to whom, and the factors of the gap order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from bio_check.model.catalogue import Catalogue, Duty
from bio_check.model.evidence import EvidenceKind
from bio_check.model.text import Text
from bio_check.value import value

if TYPE_CHECKING:  # loaded only where something is carried
    from bio_check.model.crosswalk import Links


@value
class Factors:
    """What the priority of a gap is multiplied from (specification 7)."""

    duty: Mapping[Duty, int] = MappingProxyType({Duty.LAW: 2, Duty.SELF_REGULATION: 1})
    risk: int = 9
    """Likelihood times impact of an item whose answer gives no risk."""


@value
class Selection:
    """Which items of one catalogue apply: those that pass every test that is not empty."""

    catalogue: str
    version: str
    groups: tuple[str, ...] = ()
    phases: tuple[int, ...] = ()
    items: tuple[str, ...] = ()
    """Ids, or patterns such as `5.17.*`."""


@value
class Overlay:
    """A change to one item on top of its catalogue: an extra weight, an erratum. Never without a reason."""

    catalogue: str
    item: str
    reason: Text
    weight: int | None = None
    duty: Duty | None = None
    role: str | None = None
    effort: str | None = None
    phase: int | None = None


@value
class Profile:
    """What applies to a kind of organisation."""

    id: str
    title: Text
    description: Text
    selections: tuple[Selection, ...]
    overlays: tuple[Overlay, ...] = ()
    factors: Factors = Factors()


@value
class Norms:
    """Everything that an answer sheet is judged by."""

    profile: Profile
    catalogues: tuple[Catalogue, ...]
    """In the order in which they are reported."""
    kinds: Mapping[str, EvidenceKind]
    read_links: Callable[[], Links] | None = None
    """Gives the crosswalks, when they are first wanted; None where there are none."""
