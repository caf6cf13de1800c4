"""One answer: its status, what backs it, and the rules of specification 3."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from bio_check.errors import Faults
from bio_check.load.entry import Entry
from bio_check.load.register import to_action
from bio_check.load.suggest import closest
from bio_check.model.answers import Action, Answer, Deviation, Risk, Status
from bio_check.model.catalogue import FACETS, Facet, Kind
from bio_check.model.evidence import Evidence

JUDGEMENT_KEYS = frozenset({"status", "risk-analysis", "note", "to-be-confirmed"})


class Registers:
    """What answers may refer to; None stands for a piece with a fault of its own.

    Attributes:
        warnings: What is worth a look in the answers.
        used: Ids of evidence and actions that some answer refers to.
    """

    def __init__(self, evidence: Mapping[str, Evidence | None], actions: Mapping[str, Action | None]) -> None:
        self.evidence = evidence
        self.actions = actions
        self.warnings = Faults(most=sys.maxsize)
        self.used: set[str] = set()


def to_answer(entry: Entry, kind: Kind, registers: Registers) -> Answer:
    """Return one answer; every breach of specification 3 is told."""
    facets = _facets(entry)
    answer = Answer(
        place=entry.place(),
        status=_status(entry, facets),
        facets=facets,
        owner=entry.text("owner"),
        note=entry.text("note"),
        reason=entry.text("reason"),
        risk_analysis=entry.text("risk-analysis"),
        risk=_risk(entry),
        evidence=_evidence(entry, registers),
        actions=_actions(entry, registers),
        deviation=_deviation(entry, kind),
        to_be_confirmed=entry.text("to-be-confirmed"),
    )
    if answer.status is Status.NOT_APPLICABLE:
        for key in ("reason", "risk-analysis"):
            if entry.text(key) is None:
                entry.fault("set-aside-without", *(("status",) if key not in entry.values else (key,)), key=key)
    if answer.deviation and answer.status in {Status.MET, Status.NOT_APPLICABLE}:
        registers.warnings.add("deviation-not-needed", entry.place("deviation"), status=answer.status)
    return answer


def to_judgement(entry: Entry, measures: str) -> Answer:
    """Return the judgement whether the measures of a control suffice; it counts nowhere (specification 2)."""
    for key, value in entry.values.items():
        if key not in JUDGEMENT_KEYS and value not in (None, []):
            entry.fault_at_key("judgement-only", key, key=key, measures=measures)
    return Answer(
        place=entry.place(),
        status=_given_status(entry),
        note=entry.text("note"),
        risk_analysis=entry.text("risk-analysis"),
        to_be_confirmed=entry.text("to-be-confirmed"),
    )


def _given_status(entry: Entry) -> Status:
    given = entry.values.get("status")
    return Status(given) if given else Status.UNANSWERED


def _status(entry: Entry, facets: Mapping[Facet, Status] | None) -> Status:
    given = _given_status(entry)
    if not facets:
        return given
    derived = status_of_facets(facets)
    if given not in {Status.UNANSWERED, derived}:
        entry.fault("status-against-facets", "status", status=given, derived=derived)
    return derived


def status_of_facets(facets: Mapping[Facet, Status]) -> Status:
    """Return the status that facets amount to: met or not met only where all three are (specification 3)."""
    given = [facets.get(facet) for facet in FACETS]
    for status in (Status.MET, Status.NOT_MET):
        if all(one is status for one in given):
            return status
    return Status.PARTIAL if any(given) else Status.UNANSWERED


def _facets(entry: Entry) -> Mapping[Facet, Status] | None:
    given = entry.values.get("facets")
    if not given:
        return None
    return {facet: Status(given[facet]) for facet in FACETS if given.get(facet)} or None


def _risk(entry: Entry) -> Risk | None:
    risk = entry.values.get("risk")
    return Risk(risk["likelihood"], risk["impact"]) if risk else None


def _evidence(entry: Entry, registers: Registers) -> tuple[str, ...]:
    known = []
    for index, ident in enumerate(map(str, entry.values.get("evidence") or ())):
        registers.used.add(ident)
        if ident not in registers.evidence:
            entry.fault("unknown-evidence", "evidence", index, value=ident, **closest(ident, registers.evidence))
        elif registers.evidence[ident] is not None:
            known.append(ident)
    return tuple(known)


def _actions(entry: Entry, registers: Registers) -> tuple[Action, ...]:
    actions = []
    for index, given in enumerate(entry.values.get("actions") or ()):
        path = (*entry.path, "actions", index)
        if isinstance(given, dict):
            actions.append(to_action(Entry(entry.document, path, given, entry.faults), ""))
            continue
        ident = str(given)
        registers.used.add(ident)
        if ident not in registers.actions:
            entry.fault("unknown-action", "actions", index, value=ident, **closest(ident, registers.actions))
        elif (action := registers.actions[ident]) is not None:
            actions.append(action)
    return tuple(actions)


def _deviation(entry: Entry, kind: Kind) -> Deviation | None:
    given = entry.below("deviation")
    if given is None:
        return None
    until = given.date("until")
    if given.values.get("until") is None and kind is Kind.MEASURE:
        given.fault("deviation-for-good")
    return Deviation(
        reason=given.must("reason"),
        risk_analysis=given.must("risk-analysis"),
        ciso_advice=given.must("ciso-advice"),
        owner=given.must("owner"),
        until=until,
        place=given.place(),
    )
