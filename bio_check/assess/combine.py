"""Several old answers in, one new answer out (specification 7, Migration)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bio_check.assess.score import WORST_FIRST
from bio_check.model.answers import Answer, Status
from bio_check.model.catalogue import Kind
from bio_check.value import replace

LONGEST = 20_000
"""Characters of a text in a sheet."""

Named = tuple[str, Answer]
"""The id that an answer was given to, and the answer."""


def says_something(answer: Answer) -> bool:
    """Whether anything was filled in."""
    return answer != Answer(answer.place)


def with_words_of(answer: Answer, others: Iterable[Named]) -> Answer:
    """Return an answer with what others said added to its note, each with the id that it was given to."""
    lines = [answer.note, *(_words(ident, other) for ident, other in others)]
    return replace(answer, note=_text(lines, "\n"))


def worst_of(given: Sequence[Named]) -> Answer:
    """Return one answer out of several: the worst status wins, and all words, evidence and actions are kept.

    Facets are left out: each was judged of something else. Only where none applies is the whole not applicable.
    """
    answers = [answer for _, answer in given]
    found = {answer.status for answer in answers} - {Status.UNANSWERED}
    status = next((one for one in WORST_FIRST if one in found), Status.UNANSWERED)
    set_aside = status is Status.NOT_APPLICABLE
    deviations = [one.deviation for one in answers if one.deviation and status in {Status.PARTIAL, Status.NOT_MET}]
    risks = [one.risk for one in answers if one.risk]
    return Answer(
        place=answers[0].place,
        status=status,
        owner=_text((one.owner for one in answers), " / "),
        note=_text((_words(ident, answer) for ident, answer in given), "\n"),
        reason=_text((one.reason for one in answers), "\n") if set_aside else None,
        risk_analysis=_text((one.risk_analysis for one in answers), ", ") if set_aside else None,
        risk=max(risks, key=lambda one: one.size) if risks else None,
        evidence=tuple(dict.fromkeys(ident for one in answers for ident in one.evidence)),
        actions=tuple(dict.fromkeys(action for one in answers for action in one.actions)),
        deviation=deviations[0] if deviations else None,
    )


def as_judgement(answer: Answer) -> Answer:
    """Return what of an answer can stand as the judgement on a control that has measures; a reason joins the note."""
    return Answer(
        place=answer.place,
        status=answer.status,
        note=_text((answer.note, answer.reason), "\n"),
        risk_analysis=answer.risk_analysis,
        to_be_confirmed=answer.to_be_confirmed,
    )


def as_answer(answer: Answer, kind: Kind) -> Answer:
    """Return what of an answer, or of a judgement, can stand at an item of this kind."""
    if answer.status is Status.NOT_APPLICABLE and not (answer.reason and answer.risk_analysis):
        return replace(answer, status=Status.UNANSWERED)
    if kind is Kind.MEASURE and answer.deviation and answer.deviation.until is None:
        return replace(answer, deviation=None)
    return answer


def lost_keys(before: Answer, after: Answer) -> tuple[str, ...]:
    """Return the keys of an answer that do not stand in what became of it."""
    names = ("status", "owner", "note", "reason", "risk_analysis", "risk", "evidence", "actions", "deviation")
    lost = [name for name in names if getattr(before, name) and getattr(before, name) != getattr(after, name)]
    if before.note and before.note in (after.note or "") and "note" in lost:
        lost.remove("note")
    if before.facets and not after.facets:
        lost.insert(0, "facets")
    return tuple(name.replace("_", "-") for name in lost)


def _words(ident: str, answer: Answer) -> str | None:
    """Return what an answer says, as a line of another answer's note; None where it says nothing in words or status."""
    words = " ".join(text for text in (answer.note, answer.reason) if text)
    if answer.status is Status.UNANSWERED:
        return f"{ident}: {words}" if words else None
    return f"{ident} ({answer.status}): {words}" if words else f"{ident} ({answer.status})"


def _text(parts: Iterable[str | None], between: str) -> str | None:
    text = between.join(dict.fromkeys(part for part in parts if part))
    return (text if len(text) <= LONGEST else text[: LONGEST - 1] + "…") or None
