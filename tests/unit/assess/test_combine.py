from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bio_check.assess.combine import LONGEST, as_answer, as_judgement, lost_keys, with_words_of, worst_of
from bio_check.errors import Place
from bio_check.model.answers import Answer, Deviation, Risk, Status
from bio_check.model.catalogue import Facet, Kind
from bio_check.value import replace

Answers = Callable[..., Answer]
DEVIATION = Deviation("waarom", "RA-1", "akkoord", "directeur", None, Place("answers.yaml"))


@pytest.mark.parametrize(
    ("statuses", "worst"),
    [
        ((Status.MET, Status.PARTIAL), Status.PARTIAL),
        ((Status.MET, Status.NOT_MET, Status.PARTIAL), Status.NOT_MET),
        ((Status.MET, Status.UNANSWERED), Status.MET),
        ((Status.NOT_APPLICABLE, Status.MET), Status.MET),
        ((Status.UNANSWERED,), Status.UNANSWERED),
    ],
)
def test_the_worst_status_that_was_given_wins(statuses: tuple[Status, ...], worst: Status, an_answer: Answers) -> None:
    given = [(str(number), an_answer(status)) for number, status in enumerate(statuses)]

    assert worst_of(given).status is worst


def test_words_evidence_and_risk_of_all_are_kept(an_answer: Answers) -> None:
    one = replace(an_answer(Status.MET, "a", "b"), note="Goed.", owner="CISO", risk=Risk(1, 2))
    two = replace(an_answer(Status.PARTIAL, "b", "c"), owner="HR", risk=Risk(3, 3), deviation=DEVIATION)

    answer = worst_of([("9.1", one), ("9.2", two)])

    assert answer.note == "9.1 (met): Goed.\n9.2 (partial)"
    assert answer.owner == "CISO / HR"
    assert answer.evidence == ("a", "b", "c")
    assert answer.risk == Risk(3, 3)
    assert answer.deviation == DEVIATION


def test_the_whole_is_set_aside_only_with_the_reasons_of_all(an_answer: Answers) -> None:
    aside = [
        (ident, replace(an_answer(Status.NOT_APPLICABLE), reason=f"geen {ident}", risk_analysis="RA-1"))
        for ident in ("9.1", "9.2")
    ]

    answer = worst_of(aside)

    assert (answer.status, answer.reason, answer.risk_analysis) == (
        Status.NOT_APPLICABLE, "geen 9.1\ngeen 9.2", "RA-1",
    )  # fmt: skip


def test_a_note_never_grows_longer_than_a_sheet_may_hold(an_answer: Answers) -> None:
    long = replace(an_answer(), note="x" * LONGEST)

    note = with_words_of(long, [("9.1", long)]).note

    assert note is not None
    assert len(note) == LONGEST
    assert note.endswith("…")


def test_a_judgement_keeps_the_reason_in_its_note(an_answer: Answers) -> None:
    aside = replace(
        an_answer(Status.NOT_APPLICABLE, "a"), note="Zie RA.", reason="Geen koeriers.", risk_analysis="RA-1"
    )

    judgement = as_judgement(aside)

    assert (judgement.note, judgement.risk_analysis, judgement.evidence) == ("Zie RA.\nGeen koeriers.", "RA-1", ())
    assert lost_keys(aside, judgement) == ("reason", "evidence")


def test_what_cannot_stand_at_an_item_is_left_out(an_answer: Answers) -> None:
    unfounded, endless = an_answer(Status.NOT_APPLICABLE), replace(an_answer(Status.PARTIAL), deviation=DEVIATION)

    assert as_answer(unfounded, Kind.CONTROL).status is Status.UNANSWERED
    assert as_answer(endless, Kind.MEASURE).deviation is None
    assert as_answer(endless, Kind.CONTROL) == endless
    ending = replace(endless, deviation=replace(DEVIATION, until=date(2027, 1, 1)))
    assert as_answer(ending, Kind.MEASURE) == ending


def test_facets_are_told_to_be_lost(an_answer: Answers) -> None:
    faceted = replace(an_answer(Status.PARTIAL), facets={Facet.DESIGN: Status.MET})

    assert lost_keys(faceted, as_judgement(faceted)) == ("facets",)
