"""Two assessments of one catalogue in, its items side by side out: one to one where that can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from bio_check.assess.evidence import use_evidence
from bio_check.assess.select import Selector
from bio_check.assess.succession import succession
from bio_check.model.assessment import CatalogueAssessment, Finding
from bio_check.model.catalogue import FACETS, Catalogue, Item
from bio_check.model.comparison import Gone, Pair, Regrouped
from bio_check.model.evidence import EvidenceKind
from bio_check.model.succession import Steps
from bio_check.value import replace, value


@value
class Pairing:
    """The findings of two sheets on one catalogue: each stands in one place, but for the targets of what was split."""

    old: Catalogue
    new: Catalogue
    steps: Steps
    pairs: tuple[Pair, ...]
    regrouped: tuple[Regrouped, ...]
    added: tuple[Finding, ...]
    withdrawn: tuple[Gone, ...]
    only_old: tuple[Finding, ...]
    only_new: tuple[Finding, ...]
    old_findings: tuple[Finding, ...]
    new_findings: tuple[Finding, ...]

    @property
    def size(self) -> int:
        """How many entries it has."""
        apart = (self.regrouped, self.added, self.withdrawn, self.only_old, self.only_new)
        return len(self.pairs) + sum(map(len, apart))

    def keep(self, selectors: Iterable[Selector]) -> Pairing:
        """Return what passes every selector, in one sheet or the other."""
        tests = tuple(selectors)

        def passes(*faces: Finding | None) -> bool:
            return any(face is not None and all(test.accepts(face) for test in tests) for face in faces)

        by_id = not any(test.field for test in tests)  # a catalogue of titles knows no role or duty
        pairs = tuple(one for one in self.pairs if passes(one.new, one.old, one.before if by_id else None))
        regrouped = tuple(one for one in self.regrouped if passes(one.old, *one.new))
        withdrawn = tuple(one for one in self.withdrawn if passes(one.old))
        added, only_old, only_new = (
            tuple(one for one in found if passes(one)) for found in (self.added, self.only_old, self.only_new)
        )
        old = {one.before.item.id for one in pairs} | {one.item.id for one in only_old}
        old |= {one.old.item.id for one in withdrawn} | {one.old.item.id for one in regrouped if one.old}
        new = {target.item.id for one in regrouped for target in one.new} - {*self.steps.origins}
        new |= {one.new.item.id for one in pairs} | {one.item.id for one in (*added, *only_new)}
        return replace(
            self,
            pairs=pairs,
            regrouped=regrouped,
            added=added,
            withdrawn=withdrawn,
            only_old=only_old,
            only_new=only_new,
            old_findings=tuple(one for one in self.old_findings if one.item.id in old),
            new_findings=tuple(one for one in self.new_findings if one.item.id in new),
        )


def pair_up(
    old: CatalogueAssessment, new: CatalogueAssessment, kinds: Mapping[str, EvidenceKind], old_date: date
) -> Pairing:
    """Return the findings of two sheets on one catalogue side by side.

    Args:
        old: Of the old sheet.
        new: Of the new sheet.
        kinds: The kinds of evidence, as the new sheet is judged by them.
        old_date: The reference date of the old sheet.
    """
    steps = succession(old.catalogue, new.catalogue)
    before = {finding.item.id: finding for finding in old.findings}
    after = {finding.item.id: finding for finding in new.findings}
    return Pairing(
        old=old.catalogue,
        new=new.catalogue,
        steps=steps,
        pairs=tuple(_pairs(steps, before, new.findings, lambda one, item: measure_by(one, item, kinds, old_date))),
        regrouped=tuple(_regrouped(steps, before, after)),
        added=tuple(after[ident] for ident in steps.added if ident in after),
        withdrawn=tuple(
            Gone(one, before[one.old_id]) for one in steps.steps if not one.new_ids and one.old_id in before
        ),
        only_old=tuple(
            before[one.old_id]
            for one in steps.steps
            if one.is_one_to_one and one.old_id in before and one.new_ids[0] not in after
        ),
        only_new=tuple(
            one for one in new.findings if (step := steps.origins.get(one.item.id)) and step.old_id not in before
        ),
        old_findings=old.findings,
        new_findings=new.findings,
    )


def _pairs(
    steps: Steps,
    before: Mapping[str, Finding],
    findings: Iterable[Finding],
    measure: Callable[[Finding, Item], Finding],
) -> Iterator[Pair]:
    for finding in findings:
        step = steps.origins.get(finding.item.id)
        was = before.get(step.old_id) if step else None
        if step and was:
            yield Pair(step, was, measure(was, finding.item), finding)


def _regrouped(steps: Steps, before: Mapping[str, Finding], after: Mapping[str, Finding]) -> Iterator[Regrouped]:
    for step in steps.steps:
        if step.new_ids and not step.is_one_to_one:
            targets = tuple(after[ident] for ident in step.new_ids if ident in after)
            if step.old_id in before or targets:
                yield Regrouped(step, before.get(step.old_id), targets)


def measure_by(old: Finding, item: Item, kinds: Mapping[str, EvidenceKind], today: date) -> Finding:
    """Return the finding on an old answer as the item of the new sheet measures it: its weight and its rhythm.

    An item of a catalogue of titles has neither; without this, the old figures would not be of the same kind.
    """
    if (old.item.weight, old.item.rhythm) == (item.weight, item.rhythm):
        return replace(old, item=item)
    uses = tuple(use_evidence(use.evidence, item.rhythm, kinds, today) for use in old.evidence)
    shown = tuple(facet for facet in FACETS if any(facet in use.shown for use in uses))
    return replace(old, item=item, evidence=uses, shown=shown)
