"""A catalogue: a published set of controls, its measures, and what is asked about each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import cached_property
from types import MappingProxyType

from bio_check.model.period import Period
from bio_check.model.text import NO_TEXT, Text
from bio_check.value import value


class Facet(StrEnum):
    """What is judged apart: opzet, bestaan, werking."""

    DESIGN = "design"
    EXISTENCE = "existence"
    OPERATION = "operation"


FACETS = tuple(Facet)
"""In their fixed order: walking an enum is slow."""


class Kind(StrEnum):
    """What an item is: a numbered measure, or a control without live measures."""

    MEASURE = "measure"
    CONTROL = "control"


class Duty(StrEnum):
    """What makes an item binding."""

    LAW = "law"
    SELF_REGULATION = "self-regulation"


@value
class TypicalEvidence:
    """A piece of evidence that one may expect for an item."""

    title: Text
    kind: str
    """An id of `controls/evidence-kinds.yaml`."""
    shows: tuple[Facet, ...]


@value
class Term:
    """When something must be done by law."""

    within: str | None = None
    """ISO 8601 duration: PT24H, P1M."""
    start: Text = NO_TEXT
    """From what it runs."""
    by: date | None = None


@value
class Succession:
    """What became of an item in the next version of its catalogue."""

    targets: tuple[str, ...]
    """Ids that carry it on; empty where it was dropped."""
    change: str
    """wording, substance, moved, split, merged or withdrawn."""
    note: Text = NO_TEXT


@value
class Item:
    """What gets an answer (specification 2); in a catalogue of titles it is asked by its title alone."""

    id: str
    kind: Kind
    group: str
    control: str
    """The control it stands under; its own id where it is a control."""
    title: Text
    statement: Text = NO_TEXT
    """What must be so."""
    question: Text = NO_TEXT
    """What we ask, answerable with met, partial or not met."""
    why: Text = NO_TEXT
    """What goes wrong without it, in one line."""
    evidence: tuple[TypicalEvidence, ...] = ()
    duty: Duty = Duty.SELF_REGULATION
    role: str = "ciso"
    """Who owns the answer: board, ciso, line, process-owner, it, hr, facilities or procurement."""
    audience: tuple[str, ...] = ()
    """Who else is asked: supplier, auditor, board."""
    rhythm: Period | None = None
    """At least once per this period, where the norm names one."""
    weight: int = 1
    """1 to 3."""
    weight_reason: Text = NO_TEXT
    effort: str = "M"
    """S, M or L."""
    phase: int = 1
    """1 base, 2 extend, 3 mature."""
    articles: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Kind of law (directive, act, decree, ministerial, regulation) to its articles, as people cite them."""
    term: Term | None = None
    next: Succession | None = None
    """None where the next version carries it on unchanged, or there is none."""
    unverified: Text = NO_TEXT
    """What about it was not held against the official text."""

    def matches(self, pattern: str) -> bool:
        """Whether an id or pattern such as `5.17.*` names the item, itself or through its control or group."""
        return any(fnmatchcase(ident, pattern) for ident in (self.id, self.control, self.group))


@value
class Retired:
    """An id that its publisher retired; it stays known."""

    id: str
    status: str
    """moved, withdrawn, see (assessed elsewhere) or no-measure (a placeholder)."""
    targets: tuple[str, ...]
    """Where it went, or what to answer instead; may be empty."""
    control: str


@value
class Control:
    """One demand of the catalogue, with the measures that fill it."""

    id: str
    group: str
    title: Text
    attributes: Mapping[str, tuple[str, ...]]
    items: tuple[Item, ...]
    """Its live measures, or itself where it has none."""

    @property
    def has_measures(self) -> bool:
        """Whether answers go to measures below it rather than to itself."""
        return any(item.kind is Kind.MEASURE for item in self.items)


@value
class Context:
    """An id of the norm that asks nothing of the organisation: a definition, a right, a duty of somebody else."""

    id: str
    title: Text
    note: Text


@value
class Fact:
    """Something about the norm that holds as of a day: who supervises, what a fine may be."""

    id: str
    title: Text
    text: Text
    as_of: date
    source: str
    confidence: str
    """source (read there), secondary or inferred."""


@value
class Group:
    """A chapter of a catalogue."""

    id: str
    title: Text
    controls: tuple[Control, ...]


@value
class Source:
    """Where a catalogue comes from."""

    name: str
    url: str
    read: date
    """The day on which we read it."""
    licence: str | None = None
    attribution: str | None = None
    """How its publisher asks to be named."""


@value
class Index:
    """What has which id in a catalogue: enough to check an answer sheet, and read at once."""

    items: Mapping[str, Kind]
    """Each item and what it is, in catalogue order."""
    measures: Mapping[str, tuple[str, ...]]
    """Each control that has live measures, with their ids."""
    retired: Mapping[str, Retired]
    """Each retired id."""
    context: frozenset[str] = frozenset()
    """Ids that are known, and ask nothing."""

    @cached_property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """Every id that stands for items, with those items: itself, the measures of a control, all below `21.3`."""
        found: dict[str, list[str]] = {}
        for ident in self.items:
            pieces = ident.split(".")
            for count in range(1, len(pieces)):
                found.setdefault(".".join(pieces[:count]), []).append(ident)
        below = {ident: tuple(items) for ident, items in found.items()}
        return {**below, **self.measures, **{ident: (ident,) for ident in self.items}}


@value
class Catalogue:
    """A set of norms in one version; its groups, with all their texts, are read when they are first wanted."""

    id: str
    version: str
    edition: str
    """What people call this version: `BIO2 1.3`."""
    title: Text
    issued: date
    source: Source
    wording: str
    """own, official, or titles where it holds no other texts."""
    index: Index
    read_groups: Callable[[], tuple[Group, ...]]
    sha256: str
    """Of the file that it was read from, in hexadecimal."""
    languages: tuple[str, ...] = ("nl", "en")
    names: Mapping[Kind, Text] = MappingProxyType({})
    """What its items of a kind are called, where it says so."""
    groups_apart: bool = False
    """Whether its groups never make up for each other: scores are told per group."""
    unverified: Text = NO_TEXT
    """What about it was not held against the official text."""
    context: tuple[Context, ...] = ()
    facts: tuple[Fact, ...] = ()
    next_version: str | None = None
    """The version that the succession of its items is about."""
    succeeded_by: str | None = None
    """Id of the catalogue that took its place."""

    @property
    def has_measures(self) -> bool:
        """Whether it has numbered measures below its controls, as the BIO does."""
        return bool(self.index.measures)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Its chapters, in order."""
        return self.read_groups()

    @cached_property
    def controls(self) -> Mapping[str, Control]:
        """All controls by id, in catalogue order."""
        return {control.id: control for group in self.groups for control in group.controls}

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """All items by id, in catalogue order."""
        return {item.id: item for control in self.controls.values() for item in control.items}
