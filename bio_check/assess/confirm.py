"""Why an answer that was carried over must be confirmed, in the words that the sheet gets."""

from __future__ import annotations

from collections.abc import Sequence

from bio_check.model.succession import Change
from bio_check.model.text import NO_TEXT, Text
from bio_check.value import value


@value
class Why:
    """What is known of one answer of the new sheet, and of the old answers in it."""

    old: str
    """What people call the old catalogue."""
    new: str
    target: str
    starts: tuple[str, ...]
    """Old ids, the one whose answer was taken first."""
    change: Change | None
    """Of the first of them; None where nothing says what changed."""
    note: Text
    targets: tuple[str, ...]
    """Where the first of them went."""
    across: bool
    """Whether it comes from another catalogue."""
    was_judgement: bool
    became_judgement: bool
    became_answer: bool
    open_starts: tuple[str, ...]
    """Old ids that lead here as well, and have no answer."""


def reason_to_confirm(why: Why) -> Text:
    """Return why somebody must confirm an answer; empty where nobody need."""
    if why.across:
        return _across(why)
    reason = _own_reason(why)
    if others := why.starts[1:]:
        ids = _and(others)
        went = Text(
            f"{ids.nl} {'ging' if len(others) == 1 else 'gingen'} in {why.new} op in {why.target}; zie de toelichting.",
            f"{ids.en} {'was' if len(others) == 1 else 'were'} merged into {why.target} in {why.new}; see the note.",
        )
        return _sentences(went, reason)
    return _sentences(reason, why.note) if reason else NO_TEXT


def _own_reason(why: Why) -> Text:
    """Return what happened to the item that the answer was given to; empty where its demand stayed the same."""
    start, new, targets = why.starts[0], why.new, _and(why.targets)
    if why.became_judgement:
        return Text(
            f"{start} heeft in {new} overheidsmaatregelen: dit is nu het oordeel of die samen volstaan.",
            f"In {new}, {start} has measures: this is now the judgement whether they suffice.",
        )
    if why.became_answer:
        return Text(
            f"{start} heeft in {new} geen overheidsmaatregelen meer: dit was het oordeel daarover.",
            f"In {new}, {start} has no measures any more: this was the judgement on them.",
        )
    changed = Text(f"Gewijzigd in {new}.", f"Changed in {new}.")
    if why.was_judgement:
        changed = Text(
            f"De overheidsmaatregelen van {start} zijn in {new} gewijzigd.",
            f"The measures of {start} changed in {new}.",
        )
    told = {
        None: Text(
            f"Niets zegt wat er tussen {why.old} en {new} veranderde.",
            f"Nothing says what changed between {why.old} and {new}.",
        ),
        Change.SPLIT: Text(
            f"{start} is in {new} verdeeld over {targets.nl}.", f"{start} was split into {targets.en} in {new}."
        ),
        Change.MERGED: Text(
            f"{start} ging in {new} op in {why.target}.", f"{start} was merged into {why.target} in {new}."
        ),
        Change.SUBSTANCE: changed,
    }
    return told.get(why.change, NO_TEXT)


def _across(why: Why) -> Text:
    ids = _and(why.starts)
    took = Text(f"Overgenomen uit {why.old} {ids.nl}.", f"Carried over from {why.old} {ids.en}.")
    left = _and(why.open_starts)
    unanswered = Text(f"Niet beantwoord: {left.nl}.", f"Not answered: {left.en}.") if why.open_starts else NO_TEXT
    look = Text("Ga na of dit klopt.", "See whether this holds.")
    return _sentences(took, unanswered, why.note, look)


def _and(ids: Sequence[str]) -> Text:
    """Return ids as a sentence lists them."""
    if len(ids) < 2:  # noqa: PLR2004  # one, or none
        return Text("".join(ids), "".join(ids))
    most = ", ".join(ids[:-1])
    return Text(f"{most} en {ids[-1]}", f"{most} and {ids[-1]}")


def _sentences(*texts: Text) -> Text:
    given = [one for one in texts if one]
    return Text(" ".join(one.in_("nl") for one in given), " ".join(one.in_("en") for one in given))
