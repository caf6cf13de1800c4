"""Two assessments in, a comparison out (specification 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING

from bio_check.assess.losses import loss
from bio_check.assess.pairing import Pairing, pair_up
from bio_check.assess.score import total_score
from bio_check.errors import Diagnostic, Place, WrongUsageError, diagnostic
from bio_check.model.answers import Action
from bio_check.model.assessment import Assessment, CatalogueAssessment, Filter, Finding
from bio_check.model.catalogue import Kind
from bio_check.model.comparison import ActionDone, CatalogueComparison, Comparison, KindChange, Pair, ScoreChange

if TYPE_CHECKING:  # loaded only where a selector reaches further
    from bio_check.model.crosswalk import Links


def compare(
    old: Assessment, new: Assessment, only: Iterable[str] = (), read_links: Callable[[], Links] | None = None
) -> Comparison:
    """Return what changed from one assessment to another.

    Args:
        old: The earlier one, of all its items.
        new: The later one, of all its items.
        only: Selectors; an item is kept if it passes all of them in either sheet.
        read_links: Gives the crosswalks, through which the ids of a selector reach further.

    Raises:
        WrongUsageError: A selector cannot be read, or selects nothing in either sheet.
    """
    before = {one.catalogue.id: one for one in old.catalogues}
    both = [(before[one.catalogue.id], one) for one in new.catalogues if one.catalogue.id in before]
    carried = tuple(after.catalogue for was, after in both if was.carried or after.carried)
    pairings = [pair_up(was, after, new.kinds, old.reference_date) for was, after in both if not is_carried(was, after)]
    kept, chosen = _chosen(pairings, tuple(only), new, read_links)
    shared = {after.catalogue.id for _, after in both}
    return Comparison(
        old=old,
        new=new,
        catalogues=tuple(compared(one) for one in kept),
        only_old=tuple(one for one in old.catalogues if one.catalogue.id not in shared),
        only_new=tuple(one for one in new.catalogues if one.catalogue.id not in shared),
        carried=carried,
        warnings=tuple(_warnings(old, new, pairings)),
        filter=chosen,
    )


def is_carried(old: CatalogueAssessment, new: CatalogueAssessment) -> bool:
    """Whether either sheet leaves a catalogue to what carries over."""
    return bool(old.carried or new.carried)


def compared(one: Pairing) -> CatalogueComparison:
    """Return what the pairs of one catalogue, and the items without a counterpart, amount to."""
    pairs = one.pairs
    apply = [pair for pair in pairs if pair.both_apply]
    return CatalogueComparison(
        old=one.old,
        new=one.new,
        steps=one.steps,
        pairs=pairs,
        like=_change((pair.old for pair in apply), (pair.new for pair in apply)),
        plain=_change(one.old_findings, one.new_findings),
        kinds=tuple(_kinds(one, apply)),
        improved=tuple(pair for pair in apply if _gain(pair) > 0),
        worsened=tuple(pair for pair in apply if _gain(pair) < 0),
        reanswered=tuple(pair for pair in apply if not _gain(pair) and pair.old.status is not pair.new.status),
        newly_proven=tuple(pair for pair in apply if pair.new.proven and not pair.old.proven),
        no_longer_proven=tuple(loss(pair) for pair in apply if pair.old.proven and not pair.new.proven),
        set_aside=tuple(pair for pair in pairs if pair.old.applicable and not pair.new.applicable),
        applicable_again=tuple(pair for pair in pairs if pair.new.applicable and not pair.old.applicable),
        renumbered=tuple(pair for pair in pairs if pair.step.new_ids != (pair.step.old_id,)),
        regrouped=one.regrouped,
        added=one.added,
        withdrawn=one.withdrawn,
        only_old=one.only_old,
        only_new=one.only_new,
        actions_done=tuple(_actions_done(pairs)),
    )


def _gain(pair: Pair) -> int:
    return pair.new.status.half_points - pair.old.status.half_points


def _change(old: Iterable[Finding], new: Iterable[Finding]) -> ScoreChange:
    return ScoreChange(total_score(old), total_score(new))


def _kinds(one: Pairing, apply: list[Pair]) -> Iterator[KindChange]:
    """Give the scores of each kind, or group apart, that either sheet has; a pair is what its item is now."""
    groups = [group.id for group in one.new.groups] if one.new.groups_apart else [None]
    for kind, group in product(Kind, groups):

        def counts(finding: Finding, kind: Kind = kind, group: str | None = group) -> bool:
            return finding.item.kind is kind and group in {None, finding.item.group}

        old, new = ([*filter(counts, found)] for found in (one.old_findings, one.new_findings))
        of_kind = [pair for pair in apply if counts(pair.new)]
        if old or new:
            like = _change((pair.old for pair in of_kind), (pair.new for pair in of_kind))
            yield KindChange(kind, group, like, _change(old, new))


def _actions_done(pairs: Iterable[Pair]) -> Iterator[ActionDone]:
    """Give the actions that were open and are done; one is known by its id, or by its title under the same item."""
    done: dict[object, tuple[Action, list[str]]] = {}
    for pair in pairs:
        ident = pair.new.item.id
        was_open = {_name(action, ident) for action in _actions(pair.before) if not action.done}
        for action in _actions(pair.new):
            if action.done and _name(action, ident) in was_open:
                done.setdefault(_name(action, ident), (action, []))[1].append(ident)
    return (ActionDone(action, tuple(items)) for action, items in done.values())


def _actions(finding: Finding) -> tuple[Action, ...]:
    return finding.answer.actions if finding.answer else ()


def _name(action: Action, item: str) -> tuple[str, ...]:
    return (action.id,) if action.id else (item, action.title)


def _chosen(
    pairings: list[Pairing], texts: tuple[str, ...], new: Assessment, read_links: Callable[[], Links] | None
) -> tuple[list[Pairing], Filter | None]:
    """Return what passes the selectors, and what the head says about that."""
    if not texts:
        return pairings, None
    from bio_check.assess.select import parse_selector, reaching  # noqa: PLC0415  # most runs look at everything

    selectors = [reaching(parse_selector(text), new, read_links) for text in texts]
    for some in (*([selector] for selector in selectors), selectors):
        if not sum(one.keep(some).size for one in pairings):
            together = " ".join(selector.text for selector in some)
            raise WrongUsageError([diagnostic("empty-selection", Place("--only"), value=together)])
    kept = [one.keep(selectors) for one in pairings]
    chosen = Filter(texts, sum(one.size for one in kept), sum(one.size for one in pairings))
    return [one for one in kept if one.size], chosen


def _warnings(old: Assessment, new: Assessment, pairings: list[Pairing]) -> Iterator[Diagnostic]:
    """Give what a reader must know before he trusts the difference."""
    place = Place(new.sheet.file)
    names = [one.sheet.organisation.name for one in (old, new)]
    if names[0] != names[1]:
        yield diagnostic("other-organisation", place, old=names[0], new=names[1])
    if old.reference_date > new.reference_date:
        yield diagnostic("dates-reversed", place, old=old.reference_date, new=new.reference_date)
    for one in pairings:
        versions = {"catalogue": one.new.id, "old": one.old.version, "new": one.new.version}
        if one.new.next_version == one.old.version:
            yield diagnostic("versions-reversed", place, **versions)
        if not one.steps.linked:
            yield diagnostic("versions-unlinked", place, **versions)
    if not pairings:
        yield diagnostic("nothing-to-compare", place)
