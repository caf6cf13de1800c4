"""A sheet and two catalogues in, what becomes of each answer out (specification 7, Migration)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bio_check.assess.combine import (
    Named,
    as_answer,
    as_judgement,
    lost_keys,
    says_something,
    with_words_of,
    worst_of,
)
from bio_check.assess.confirm import Why, reason_to_confirm
from bio_check.assess.landing_order import in_order
from bio_check.assess.resolve import resolve_items
from bio_check.model.answers import Answer, AnswerSheet, Status
from bio_check.model.catalogue import Catalogue, Kind
from bio_check.model.migration import Fate, Landing, Migration
from bio_check.model.profile import Profile
from bio_check.model.succession import Change, Step, Steps
from bio_check.model.text import NO_TEXT, Text
from bio_check.value import value


def plan_migration(sheet: AnswerSheet, profile: Profile, old: Catalogue, new: Catalogue, steps: Steps) -> Migration:
    """Return what becomes of each answer to a catalogue.

    Args:
        sheet: What was answered.
        profile: What the sheet is judged by.
        old: The catalogue, in the version that the sheet answers.
        new: Another version of it, or another catalogue.
        steps: What became of each item of the one in the other.
    """
    plan = _Plan(sheet, old, new, steps)
    landings = plan.landings()
    answered = {one.target for one in landings}
    open_items = tuple(item for item in new.items.values() if item.id in steps.added and item.id not in answered)
    unfit = sheet.profile is not None and all(one.catalogue != new.id for one in profile.selections)
    if old.id == new.id and _lists_all(sheet, old, profile):
        asked = {item.id for item in resolve_items(new, profile)}
        blank = [item for item in new.items.values() if item.id in asked - answered]
        landings += [Landing(item.id, (), None, item=item) for item in blank]
    return Migration(
        old=old,
        new=new,
        landings=in_order(landings, _present(sheet, new), new),
        fates=tuple(plan.fates(landings)),
        open_items=open_items,
        measures_apart=old.id != new.id and any(one.target in new.index.measures for one in landings),
        profile=sheet.profile if unfit else None,
    )


def _present(sheet: AnswerSheet, new: Catalogue) -> frozenset[str]:
    """Return the ids below which the sheet already holds something in the block that is written anew."""
    return frozenset((*sheet.answers.get(new.id, {}), *sheet.judgements.get(new.id, {})))


def _lists_all(sheet: AnswerSheet, old: Catalogue, profile: Profile) -> bool:
    """Whether the sheet has a place for every item that applies, as a blank one has."""
    return {item.id for item in resolve_items(old, profile)} <= set(sheet.answers.get(old.id, {}))


@value
class _Claim:
    """An old answer that leads to an id of the new catalogue."""

    start: str
    answer: Answer
    step: Step
    was_judgement: bool


class _Plan:
    def __init__(self, sheet: AnswerSheet, old: Catalogue, new: Catalogue, steps: Steps) -> None:
        self.old, self.new, self.steps = old, new, steps
        self.across = old.id != new.id
        self.answers = sheet.answers.get(old.id, {})
        self.judgements = sheet.judgements.get(old.id, {})
        self.own: Mapping[str, Answer] = {}
        if self.across:
            self.own = {**sheet.answers.get(new.id, {}), **sheet.judgements.get(new.id, {})}
        self.claims: dict[str, list[_Claim]] = {}
        for claim, targets in self._all():
            for target in targets:
                self.claims.setdefault(target, []).append(claim)

    def _all(self) -> Iterator[tuple[_Claim, tuple[str, ...]]]:
        """Give each old answer with the ids that it leads to, in the order of the old catalogue."""
        for control in self.old.controls.values():
            if control.id in self.judgements:
                step = self._step_of_judgement(control.id)
                yield _Claim(control.id, self.judgements[control.id], step, was_judgement=True), step.new_ids
            for item in control.items:
                if item.id in self.answers:
                    step = self._step(item.id)
                    yield _Claim(item.id, self.answers[item.id], step, was_judgement=False), step.new_ids

    def _step(self, ident: str) -> Step:
        """Return the step of an item; what was a control without measures stays with the control."""
        step = self.steps.by_old[ident]
        if not self.across and self.old.index.items[ident] is Kind.CONTROL and ident in self.new.index.measures:
            return Step(ident, (ident,), Change.SUBSTANCE, step.note)
        return step

    def _step_of_judgement(self, ident: str) -> Step:
        if self.across:
            return Step(ident, (), Change.WITHDRAWN)
        if ident in self.new.index.items:
            return Step(ident, (ident,), Change.SUBSTANCE)
        below = self.new.index.measures.get(ident)
        if below is None:
            return Step(ident, (), Change.WITHDRAWN)
        asked = {Change.SAME, Change.WORDING}
        same = below == self.old.index.measures[ident] and all(self.steps.by_old[one].change in asked for one in below)
        return Step(ident, (ident,), Change.SAME if same else Change.SUBSTANCE)

    def landings(self) -> list[Landing]:
        """Return the answers of the new sheet, but for those that stand open."""
        found = [self._landing(target, claims) for target, claims in self.claims.items()]
        settled = {one.target for one in found}
        kept = [Landing(ident, (), answer, whole=True) for ident, answer in self.own.items() if ident not in settled]
        return found + kept

    def _landing(self, target: str, claims: list[_Claim]) -> Landing:
        own = self.own.get(target)
        if own is not None and says_something(own):
            return Landing(target, (), own, whole=True)
        first, *others = sorted(claims, key=lambda one: _order(one, target))
        others = [one for one in others if says_something(one.answer)]
        taken = _named(first, *others)
        if not others:
            answer = first.answer
        elif self.across:
            answer = worst_of(taken)
        else:
            answer = with_words_of(first.answer, taken[1:])
        answer = self._as_it_can_stand(target, answer)
        return Landing(
            target,
            tuple(ident for ident, _ in taken),
            answer,
            self._why(target, answer, first, [one.start for one in others]),
            whole=answer == first.answer,
        )

    def _as_it_can_stand(self, target: str, answer: Answer) -> Answer:
        kind = self.new.index.items.get(target)
        return as_judgement(answer) if kind is None else as_answer(answer, kind)

    def _why(self, target: str, answer: Answer, first: _Claim, others: list[str]) -> Text:
        if answer.status is Status.UNANSWERED and not others:
            return NO_TEXT
        was_control = first.was_judgement or self.old.index.items.get(first.start) is Kind.CONTROL
        why = Why(
            old=self.old.edition,
            new=self.new.edition,
            target=target,
            starts=(first.start, *others),
            change=first.step.change if self.steps.linked or first.was_judgement else None,
            note=first.step.note,
            targets=first.step.new_ids,
            across=self.across,
            became_judgement=was_control and not first.was_judgement and target in self.new.index.measures,
            became_answer=first.was_judgement and target in self.new.index.items,
            was_judgement=first.was_judgement,
            open_starts=self._unanswered(target) if self.across else (),
        )
        reason, earlier = reason_to_confirm(why), answer.to_be_confirmed
        return Text(f"{earlier} {reason.nl}", f"{earlier} {reason.en}") if reason and earlier else reason

    def _unanswered(self, target: str) -> tuple[str, ...]:
        """Return the old ids that lead to a target too, and were not answered."""
        leading = [step.old_id for step in self.steps.steps if target in step.new_ids]
        given = [
            ident for ident in leading if ident in self.answers and self.answers[ident].status is not Status.UNANSWERED
        ]
        return tuple(ident for ident in leading if ident not in given)

    def fates(self, landings: Iterable[Landing]) -> Iterator[Fate]:
        """Give what became of each old answer."""
        by_target = {one.target: one for one in landings}
        for claim, targets in self._all():
            reached = [by_target[target] for target in targets if claim.start in by_target[target].starts]
            alone = [one for one in reached if one.starts == (claim.start,)]
            first = [one for one in reached if one.starts[0] == claim.start]
            left = [key for one in alone if one.answer for key in lost_keys(claim.answer, one.answer)]
            titles = self.old.controls if claim.was_judgement else self.old.items
            empty = not says_something(claim.answer)
            yield Fate(
                id=claim.start,
                title=titles[claim.start].title,
                change=claim.step.change,
                note=claim.step.note,
                empty=empty,
                targets=tuple(one.target for one in reached),
                joined=tuple(one.target for one in reached if one not in (alone if self.across else first)),
                judged=()
                if claim.was_judgement
                else tuple(one.target for one in reached if one.target in self.new.index.measures),
                left=tuple(dict.fromkeys(left)),
                passed_over=() if empty else tuple(one for one in targets if one not in {r.target for r in reached}),
            )


def _named(*claims: _Claim) -> list[Named]:
    return [(one.start, one.answer) for one in claims]


def _order(claim: _Claim, target: str) -> tuple[bool, bool, bool]:
    """What says something goes first, then what kept its id, then what moved there."""
    return not says_something(claim.answer), claim.start != target, not claim.step.is_one_to_one
