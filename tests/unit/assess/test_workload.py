"""Workloads: what hangs on each owner."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from bio_check.assess.workload import workloads
from bio_check.errors import Place
from bio_check.model.answers import Action, Answer, Status
from bio_check.model.assessment import Finding
from bio_check.model.catalogue import Item
from bio_check.value import replace

Items = Callable[..., Item]
Findings = Callable[..., Finding]


def _answer(owner: str | None, status: Status = Status.NOT_MET, *actions: Action) -> Answer:
    return Answer(Place("answers.yaml", 4), status, owner=owner, actions=actions)


def _action(line: int, owner: str | None = None, due: date | None = None, cost: int | None = None) -> Action:
    return Action("", f"line {line}", owner, due, cost, done=False, place=Place("answers.yaml", line))


def test_owner_bears_the_score_of_his_items(an_item: Items, a_finding: Findings) -> None:
    findings = [
        a_finding(an_item("5.1"), _answer("Anna", Status.MET)),
        a_finding(an_item("5.2"), _answer("Anna", Status.PARTIAL)),
    ]

    [anna] = workloads(findings, date(2026, 11, 21))

    assert (anna.owner, anna.score.met, anna.score.applicable) == ("Anna", 1, 2)
    assert (anna.actions, anna.overdue, anna.cost) == (0, 0, 0)


def test_most_gaps_come_first_then_names_and_nobody_last(an_item: Items, a_finding: Findings) -> None:
    owners = ["clara", "Bert", "Anna", "Anna", None, None, None]
    findings = [a_finding(an_item(f"5.{index}"), _answer(owner)) for index, owner in enumerate(owners)]
    findings.append(a_finding(an_item("5.9"), None))

    found = workloads(findings, date(2026, 11, 21))

    assert [(one.owner, one.score.applicable) for one in found] == [("Anna", 2), ("Bert", 1), ("clara", 1), (None, 4)]


def test_action_falls_to_its_own_owner_or_else_to_that_of_the_item(an_item: Items, a_finding: Findings) -> None:
    actions = (_action(5, cost=1000), _action(6, "SSC", cost=12000), _action(7, "SSC"))

    found = workloads([a_finding(an_item(), _answer("Anna", Status.NOT_MET, *actions))], date(2026, 11, 21))

    assert [(one.owner, one.actions, one.cost) for one in found] == [("Anna", 1, 1000), ("SSC", 2, 12000)]
    assert found[1].score.items == 0


def test_action_that_serves_several_items_counts_once(an_item: Items, a_finding: Findings) -> None:
    shared = _action(5, "SSC", cost=12000)
    findings = [a_finding(an_item(ident), _answer("SSC", Status.NOT_MET, shared)) for ident in ("5.1", "5.2")]

    [ssc] = workloads(findings, date(2026, 11, 21))

    assert (ssc.actions, ssc.cost, ssc.score.applicable) == (1, 12000, 2)


def test_action_is_overdue_the_day_after_it_was_due(an_item: Items, a_finding: Findings) -> None:
    due = date(2026, 11, 21)
    findings = [a_finding(an_item(), _answer("Anna", Status.NOT_MET, _action(5, due=due), _action(6)))]

    on_the_day, day_after = (workloads(findings, day)[0].overdue for day in (due, due + timedelta(1)))

    assert (on_the_day, day_after) == (0, 1)


def test_action_that_is_done_weighs_nothing(an_item: Items, a_finding: Findings) -> None:
    done = replace(_action(5, due=date(2026, 1, 1), cost=500), done=True)

    [anna] = workloads([a_finding(an_item(), _answer("Anna", Status.NOT_MET, done))], date(2026, 11, 21))

    assert (anna.actions, anna.overdue, anna.cost) == (0, 0, 0)
