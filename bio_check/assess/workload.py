"""Findings in, workloads out: what hangs on each owner."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bio_check.assess.score import total_score
from bio_check.model.answers import Action
from bio_check.model.assessment import Finding, Workload


def workloads(findings: Iterable[Finding], today: date) -> tuple[Workload, ...]:
    """Return the workload of every owner of an item or of an open action, the most gaps first, nobody last.

    An action without an owner of its own falls to the owner of the item.
    """
    items: dict[str | None, list[Finding]] = {}
    actions: dict[str | None, dict[object, Action]] = {}
    for finding in findings:
        items.setdefault(finding.owner, []).append(finding)
        for action in finding.answer.actions if finding.answer else ():
            if not action.done:
                owner = action.owner or finding.owner
                actions.setdefault(owner, {})[action.place] = action
    found = [
        _workload(owner, items.get(owner, []), actions.get(owner, {}).values(), today) for owner in items | actions
    ]
    return tuple(sorted(found, key=_order))


def _workload(owner: str | None, findings: list[Finding], actions: Iterable[Action], today: date) -> Workload:
    actions = tuple(actions)
    return Workload(
        owner=owner,
        score=total_score(findings),
        actions=len(actions),
        overdue=sum(action.is_overdue(today) for action in actions),
        cost=sum(action.cost or 0 for action in actions),
    )


def _order(one: Workload) -> tuple[bool, int, str]:
    return one.owner is None, one.score.met - one.score.applicable, (one.owner or "").casefold()
