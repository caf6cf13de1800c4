"""Why a piece counts or not, and the sum of a gap, each in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from bio_check.assess.evidence import use_evidence
from bio_check.model.answers import Answer, Risk, Status
from bio_check.model.catalogue import Facet
from bio_check.model.evidence import Evidence, EvidenceKind
from bio_check.model.period import Period
from bio_check.render.reasons import evidence_reason, priority_sum
from bio_check.value import replace
from bio_check.wording import Language

Build = Callable[..., Any]
YEAR = Period(12, 0)


@dataclass(frozen=True)
class Case:
    """A piece of evidence of some day and kind, and what is said of it."""

    dated: str
    kind: str
    rhythm: Period | None
    nl: str
    en: str


CASES = {
    "never lapses": Case(
        "2026-02-10",
        "policy",
        None,
        "telt voor opzet, bestaan en werking",
        "counts for design, existence and operation",
    ),
    "lapses later": Case(
        "2026-02-10",
        "pentest",
        None,
        "telt voor opzet, bestaan en werking (tot en met 10 feb 2027)",
        "counts for design, existence and operation (until 10 Feb 2027)",
    ),
    "lapsed": Case(
        "2025-02-10", "pentest", None, "telt niet: verlopen op 10 feb 2026", "does not count: lapsed on 10 Feb 2026"
    ),
    "too early": Case(
        "2026-11-22",
        "policy",
        None,
        "telt niet: gedateerd na de peildatum",
        "does not count: dated after the reference date",
    ),
    "in rhythm": Case(
        "2026-02-10",
        "policy",
        YEAR,
        "telt voor opzet, bestaan en werking; voor werking tot en met 10 feb 2027",
        "counts for design, existence and operation; for operation until 10 Feb 2027",
    ),
    "out of rhythm": Case(
        "2025-02-10",
        "policy",
        YEAR,
        "telt voor opzet en bestaan; telt niet meer voor werking: ouder dan het ritme toelaat, sinds 10 feb 2026",
        "counts for design and existence; "
        "no longer counts for operation: older than the rhythm allows, since 10 Feb 2026",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_reason_says_what_counts_and_until_when(
    case: Case, a_piece: Build, kinds: dict[str, EvidenceKind], today: date
) -> None:
    piece: Evidence = a_piece(dated=date.fromisoformat(case.dated), kind=case.kind)

    use = use_evidence(piece, case.rhythm, kinds, today)

    assert evidence_reason(use, today, "nl") == case.nl
    assert evidence_reason(use, today, "en") == case.en


@pytest.mark.parametrize(("language", "expected"), [("nl", "telt voor werking"), ("en", "counts for operation")])
def test_one_facet_needs_no_and(
    language: Language, expected: str, a_piece: Build, kinds: dict[str, EvidenceKind], today: date
) -> None:
    piece = replace(a_piece(), shows=(Facet.OPERATION,))

    assert evidence_reason(use_evidence(piece, None, kinds, today), today, language) == expected


def test_operation_alone_that_is_too_old_says_only_that(
    a_piece: Build, kinds: dict[str, EvidenceKind], today: date
) -> None:
    piece = replace(a_piece(dated=date(2025, 2, 10)), shows=(Facet.OPERATION,))

    reason = evidence_reason(use_evidence(piece, YEAR, kinds, today), today, "en")

    assert reason == "no longer counts for operation: older than the rhythm allows, since 10 Feb 2026"


def test_sum_can_be_redone(an_item: Build, an_answer: Build, a_finding: Build) -> None:
    answer: Answer = replace(an_answer(Status.PARTIAL), risk=Risk(4, 5))

    finding = a_finding(replace(an_item(), weight=3), answer)

    assert priority_sum(finding, "nl") == "zelfregulering 1 × gewicht 3 × tekort ½ × risico 20 = 30"
    assert priority_sum(finding, "en") == "self-regulation 1 × weight 3 × shortfall ½ × risk 20 = 30"


def test_sum_of_an_unanswered_item_takes_the_default_risk(an_item: Build, a_finding: Build) -> None:
    assert priority_sum(a_finding(an_item(), None), "en") == "self-regulation 1 × weight 1 × shortfall 1 × risk 9 = 9"


def test_sum_with_a_half_keeps_it(an_item: Build, a_finding: Build) -> None:
    finding = a_finding(an_item(), Status.PARTIAL)

    assert priority_sum(finding, "nl").endswith("= 4,5")
    assert priority_sum(finding, "en").endswith("= 4.5")
