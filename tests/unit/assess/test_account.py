"""A sheet held against norms that it does not answer: when something is carried, and when nothing is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from bio_check.assess.account import account
from bio_check.assess.carry import carry
from bio_check.assess.judge import judge
from bio_check.model.answers import Answer, AnswerSheet, Status
from bio_check.model.assessment import Assessment, CatalogueAssessment
from bio_check.model.carried import CarriedStatus
from bio_check.model.catalogue import Catalogue
from bio_check.model.crosswalk import Links, Relationship
from bio_check.model.profile import Norms
from bio_check.value import replace

MET, PARTIAL, NOT_MET = Status.MET, Status.PARTIAL, Status.NOT_MET
EQUAL, UNGRADED = Relationship.EQUAL, Relationship.UNGRADED

Judge = Callable[..., Assessment]


@pytest.fixture
def norms(a_norm: Callable[..., Catalogue]) -> dict[str, Catalogue]:
    """A norm with three items, a law with two and a control with measures, and a norm that nothing leads to."""
    return {
        "norm": a_norm("norm", "1", "2", "3"),
        "law": a_norm("law", "a", "b", "c > c.1", "c > c.2"),
        "island": a_norm("island", "i"),
    }


@pytest.fixture
def links(norms: Mapping[str, Catalogue], some_links: Callable[..., Links]) -> Links:
    rows = [("1", EQUAL, "a"), ("2", EQUAL, "c"), ("1", UNGRADED, "b"), ("2", UNGRADED, "b")]
    return some_links(norms.values(), {("norm", "law"): rows})


@pytest.fixture
def judged(
    norms: Mapping[str, Catalogue],
    links: Links,
    some_norms: Callable[..., Norms],
    a_sheet: Callable[..., AnswerSheet],
    an_answer: Callable[..., Answer],
) -> Judge:
    """Judge answers by catalogue and item, against the catalogues named."""

    def build(*asked: str, **answers: Mapping[str, Status]) -> Assessment:
        given = {ident: {item: an_answer(one) for item, one in of.items()} for ident, of in answers.items()}
        wanted = some_norms(*(norms[ident] for ident in asked))
        return judge(a_sheet(given), replace(wanted, read_links=lambda: links))

    return build


def by_id(assessment: Assessment) -> dict[str, CatalogueAssessment]:
    return {one.catalogue.id: one for one in assessment.catalogues}


# What a whole sheet gives


def test_a_catalogue_without_answers_is_carried_and_lists_no_gaps(judged: Judge) -> None:
    assessment = judged("norm", "law", norm={"1": MET, "2": NOT_MET})

    law = by_id(assessment)["law"]
    assert {one.target: one.status.value for one in law.carried} == {"a": "met", "b": "to-be-judged", "c": "not-met"}
    assert (law.gaps, law.proof_gaps) == ((), ())
    assert [(one.catalogue, one.item.id) for one in assessment.gaps] == [("norm", "2"), ("norm", "3")]
    assert [one.catalogue.id for one in assessment.own] == ["norm"]
    assert sum(one.score.items for one in assessment.workloads) == 3


def test_its_own_items_stay_unanswered_and_in_its_own_score(judged: Judge) -> None:
    law = by_id(judged("norm", "law", norm={"1": MET}))["law"]

    assert (law.score.items, law.score.unanswered, law.score.met) == (4, 4, 0)


def test_one_answer_of_its_own_makes_it_a_catalogue_like_any_other(judged: Judge) -> None:
    assessment = judged("norm", "law", norm={"1": MET}, law={"b": MET})

    assert by_id(assessment)["law"].carried == ()
    assert {gap.item.id for gap in assessment.gaps if gap.catalogue == "law"} == {"a", "c.1", "c.2"}


def test_a_catalogue_that_nothing_leads_to_stays_as_it_was(judged: Judge) -> None:
    assessment = judged("norm", "island", norm={"1": MET})

    island = by_id(assessment)["island"]
    assert (island.carried, [gap.item.id for gap in island.gaps]) == ((), ["i"])
    assert ("island", "i") in {(gap.catalogue, gap.item.id) for gap in assessment.gaps}


def test_a_blank_sheet_carries_nothing(judged: Judge) -> None:
    assessment = judged("norm", "law")

    assert all(one.carried == () for one in assessment.catalogues)
    assert len(assessment.gaps) == 7
    assert assessment.links is None


def test_links_are_not_even_looked_at_where_all_is_answered(
    norms: Mapping[str, Catalogue],
    some_norms: Callable[..., Norms],
    a_sheet: Callable[..., AnswerSheet],
    an_answer: Callable[..., Answer],
) -> None:
    def read() -> Links:
        raise AssertionError

    wanted = replace(some_norms(norms["norm"]), read_links=read)

    assert judge(a_sheet({"norm": {"1": an_answer(MET)}}), wanted).links is None


# What a sheet says of any norm


def test_a_sheet_accounts_to_a_norm_that_it_does_not_name(
    judged: Judge, norms: Mapping[str, Catalogue], links: Links
) -> None:
    target = account(judged("norm", norm={"1": PARTIAL}), norms["law"], links)

    assert [(one.target, one.status.value) for one in target.carried] == [
        ("a", "partial"), ("b", "to-be-judged"), ("c", "to-be-judged"),
    ]  # fmt: skip
    assert target.score.unanswered == target.score.items == 4


def test_a_direct_answer_always_wins(judged: Judge, norms: Mapping[str, Catalogue], links: Links) -> None:
    assessment = judged("norm", "law", norm={"1": NOT_MET}, law={"a": MET})

    first, second, _ = account(assessment, norms["law"], links).carried

    assert (first.target, first.status, first.answered) == ("a", CarriedStatus.MET, True)
    assert (second.target, second.status, second.answered) == ("b", CarriedStatus.TO_BE_JUDGED, False)


@pytest.mark.parametrize(
    ("measures", "judgement", "expected"),
    [
        ({"c.1": MET, "c.2": MET}, MET, "met"),
        ({"c.1": MET, "c.2": MET}, Status.UNANSWERED, "to-be-judged"),
        ({"c.1": MET, "c.2": PARTIAL}, MET, "partial"),
        ({"c.1": MET}, MET, "to-be-judged"),
    ],
)
def test_direct_answers_to_the_measures_of_a_control_win_as_well(
    measures: Mapping[str, Status], judgement: Status, expected: str, request: pytest.FixtureRequest
) -> None:
    norms, links = request.getfixturevalue("norms"), request.getfixturevalue("links")
    answered: Callable[..., CatalogueAssessment] = request.getfixturevalue("answered")
    own = answered(norms["law"], measures, c=judgement)

    found = {one.target: one for one in carry(own, [answered(norms["norm"], {"2": NOT_MET})], links)}

    assert (found["c"].status.value, found["c"].answered) == (expected, True)


def test_a_norm_without_any_way_to_it_is_uncovered(judged: Judge, norms: Mapping[str, Catalogue], links: Links) -> None:
    (only,) = account(judged("norm", norm={"1": MET}), norms["island"], links).carried

    assert (only.target, only.status) == ("i", CarriedStatus.UNCOVERED)


def test_a_carried_catalogue_is_no_start_for_another(
    judged: Judge, norms: Mapping[str, Catalogue], some_links: Callable[..., Links], links: Links
) -> None:
    further = some_links(norms.values(), {("law", "island"): [("a", EQUAL, "i")]})

    (only,) = account(judged("norm", "law", norm={"1": MET}), norms["island"], further).carried

    assert only.status is CarriedStatus.UNCOVERED
    assert links.rows("norm", "law")
