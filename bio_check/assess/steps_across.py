"""Two catalogues that a crosswalk joins: what became of each item of one in the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bio_check.model.catalogue import Catalogue
from bio_check.model.crosswalk import Relationship, Row
from bio_check.model.succession import Change, Step, Steps
from bio_check.model.text import NO_TEXT, Text

_SAID = {
    Relationship.EQUAL: Text("Gelijk volgens de koppeling.", "Equal, says the crosswalk."),
    Relationship.SUPERSET: Text("Het oude omvat het nieuwe.", "The old one contains the new one."),
    Relationship.SUBSET: Text("Het nieuwe omvat het oude.", "The new one contains the old one."),
    Relationship.INTERSECTS: Text("Zij overlappen elkaar deels.", "They overlap in part."),
    Relationship.UNGRADED: NO_TEXT,
}
"""What a row says about the demand; one that is ungraded says nothing."""


def steps_across(old: Catalogue, new: Catalogue, rows: Iterable[Row]) -> Steps:
    """Return what became of each item of a catalogue in another one.

    A row that starts from a control or a range of ids holds for every item below; one that ends at a control with
    measures leads to the control itself.

    Args:
        old: Where the rows start.
        new: Where they end.
        rows: As the crosswalk gives them.
    """
    leading: dict[str, dict[str, Row]] = {}
    for row in rows:
        for start in old.index.parts.get(row.start, ()):
            for end in _ends(row.end, new):
                leading.setdefault(start, {}).setdefault(end, row)
    times = Counter(end for ends in leading.values() for end in ends)
    steps = tuple(_step(ident, leading.get(ident, {}), times) for ident in old.index.items)
    covered = {ident for target in times for ident in (target, *new.index.measures.get(target, ()))}
    return Steps(steps, tuple(ident for ident in new.index.items if ident not in covered))


def _ends(ident: str, new: Catalogue) -> tuple[str, ...]:
    return (ident,) if ident in new.index.measures else new.index.parts.get(ident, ())


def _step(ident: str, ends: dict[str, Row], times: Counter[str]) -> Step:
    targets, rows = tuple(ends), list(ends.values())
    note = _joined(dict.fromkeys(text for row in rows for text in (_SAID[row.relationship], row.note) if text))
    if len(targets) != 1:
        return Step(ident, targets, Change.SPLIT if targets else Change.WITHDRAWN, note)
    if times[targets[0]] > 1:
        return Step(ident, targets, Change.MERGED, note)
    equal = rows[0].relationship is Relationship.EQUAL
    change = Change.MOVED if targets != (ident,) else Change.SAME if equal else Change.SUBSTANCE
    return Step(ident, targets, change, note)


def _joined(texts: Iterable[Text]) -> Text:
    found = list(texts)
    if not found:
        return NO_TEXT
    return Text(" ".join(one.in_("nl") for one in found), " ".join(one.in_("en") for one in found))
