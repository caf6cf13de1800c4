"""Scores: what one finding brings in, what many come to, and per what (specification 5)."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from bio_check.assess.score import AXES, control_status, scores_by, total_score
from bio_check.model.answers import Answer, Status
from bio_check.model.assessment import Finding
from bio_check.model.catalogue import Duty, Facet, Item
from bio_check.model.evidence import Evidence
from bio_check.model.score import Score
from bio_check.value import replace

Items = Callable[..., Item]
Answers = Callable[..., Answer]
Findings = Callable[..., Finding]
MET, PARTIAL, NOT_MET = Status.MET, Status.PARTIAL, Status.NOT_MET
ASIDE, OPEN = Status.NOT_APPLICABLE, Status.UNANSWERED


@pytest.fixture
def proven_by(a_finding: Findings, a_piece: Callable[..., Evidence]) -> Findings:
    """Build a finding backed by one policy that shows all facets, or some."""

    def build(item: Item, status: Status, shows: tuple[Facet, ...] = tuple(Facet)) -> Finding:
        return a_finding(item, status, [replace(a_piece(), shows=shows)])

    return build


@pytest.mark.parametrize(
    ("status", "score"),
    [
        (MET, Score(met=1, weight=3, half_points=6)),
        (PARTIAL, Score(partial=1, weight=3, half_points=3)),
        (NOT_MET, Score(not_met=1, weight=3)),
        (OPEN, Score(unanswered=1, weight=3, open_weight=3)),
        (ASIDE, Score(not_applicable=1)),
    ],
)
def test_finding_counts_once_and_earns_its_weight(
    status: Status, score: Score, an_item: Items, a_finding: Findings
) -> None:
    finding = a_finding(replace(an_item(), weight=3), status)

    assert total_score([finding]) == score


def test_item_without_an_answer_counts_as_unanswered(an_item: Items, a_finding: Findings) -> None:
    assert total_score([a_finding(an_item(), None)]) == Score(unanswered=1, weight=1, open_weight=1)


@pytest.mark.parametrize(
    ("status", "proven", "shown"), [(MET, 1, 1), (PARTIAL, 0, 1), (NOT_MET, 0, 1), (OPEN, 0, 1), (ASIDE, 0, 0)]
)
def test_facets_are_counted_while_the_item_applies_and_proof_only_where_it_is_met(
    status: Status, proven: int, shown: int, an_item: Items, proven_by: Findings
) -> None:
    score = total_score([proven_by(an_item(), status)])

    assert score.proven == proven
    assert (score.design, score.existence, score.operation) == (shown, shown, shown)


def test_each_facet_is_counted_apart(an_item: Items, proven_by: Findings) -> None:
    shows = [(Facet.DESIGN,), (Facet.DESIGN, Facet.EXISTENCE), (Facet.OPERATION,), tuple(Facet)]

    score = total_score(proven_by(an_item(), MET, one) for one in shows)

    assert (score.design, score.existence, score.operation, score.proven) == (3, 2, 2, 1)


def test_weights_of_the_profile_weigh_in(an_item: Items, a_finding: Findings) -> None:
    statuses = {1: MET, 2: PARTIAL, 3: NOT_MET}

    score = total_score(a_finding(replace(an_item(), weight=weight), status) for weight, status in statuses.items())

    assert score.weighted.fraction == Fraction(1 * 2 + 2 * 1 + 3 * 0, 2 * (1 + 2 + 3))
    assert score.strict.fraction == Fraction(1, 3)


def test_nothing_gives_no_score_which_is_not_zero() -> None:
    score = total_score([])

    assert score == Score()
    assert score.strict.fraction is None


def test_where_everything_is_set_aside_there_is_no_score(an_item: Items, a_finding: Findings) -> None:
    score = total_score(a_finding(an_item(ident), ASIDE) for ident in ("5.17.01", "7.10.03"))

    assert (score.items, score.applicable) == (2, 0)
    assert [score.strict.fraction, score.weighted.fraction, score.assessed.fraction] == [None] * 3
    assert score.strict_if_set_aside_not_met.fraction == 0


@pytest.mark.parametrize(
    ("axis", "scores"),
    [
        ("kind", {"measure": (1, 2), "control": (0, 1)}),
        ("group", {"8": (1, 1), "5": (0, 2)}),
        ("control", {"8.13": (1, 1), "5.17": (0, 1), "5.29": (0, 1)}),
        ("duty", {"law": (1, 1), "self-regulation": (0, 2)}),
        ("role", {"it": (1, 1), "ciso": (0, 2)}),
        ("owner", {"Anna": (1, 2)}),
        ("provider", {"vijfstroom": (1, 1)}),
    ],
)
def test_score_is_kept_per_value_in_order_of_appearance_and_none_is_left_out(
    axis: str, scores: dict[str, tuple[int, int]], an_item: Items, an_answer: Answers, a_finding: Findings
) -> None:
    anna = replace(an_answer(), owner="Anna")
    delivered = a_finding(replace(an_item("8.13.04"), duty=Duty.LAW, role="it"), anna)
    findings = [
        replace(delivered, provider="vijfstroom"),
        a_finding(an_item("5.17.01"), replace(anna, status=PARTIAL)),
        a_finding(an_item("5.29"), None),
    ]

    found = scores_by(findings, axis)

    assert {value: (score.met, score.applicable) for value, score in found.items()} == scores
    assert list(found) == list(scores)


def test_every_axis_of_the_specification_is_there() -> None:
    assert set(AXES) == {"kind", "group", "control", "duty", "role", "owner", "provider"}


@pytest.mark.parametrize(
    ("statuses", "worst"),
    [
        ([MET, MET], MET),
        ([MET, PARTIAL], PARTIAL),
        ([MET, PARTIAL, OPEN], OPEN),
        ([MET, OPEN], OPEN),
        ([MET, PARTIAL, OPEN, NOT_MET], NOT_MET),
        ([NOT_MET, MET], NOT_MET),
        ([ASIDE, MET], MET),
        ([MET, ASIDE, PARTIAL], PARTIAL),
        ([ASIDE, ASIDE], ASIDE),
    ],
)
def test_worst_applicable_item_decides_on_a_control(
    statuses: list[Status], worst: Status, an_item: Items, a_finding: Findings
) -> None:
    findings = [a_finding(an_item(), status) for status in statuses]

    assert control_status(findings) is worst
    assert control_status(reversed(findings)) is worst
