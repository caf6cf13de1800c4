"""Selectors, ways and links that reach into other norms, and how far they reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from bio_check.assess.coverage import crosswalk_reach, pair_reach
from bio_check.assess.judge import judge
from bio_check.assess.reach import hops_from, linked_items, rows_between, ways_from
from bio_check.assess.select import select
from bio_check.errors import Place, UnusableInputError, WrongUsageError, diagnostic
from bio_check.model.answers import Answer, AnswerSheet, Status
from bio_check.model.assessment import Assessment, CatalogueAssessment
from bio_check.model.catalogue import Catalogue
from bio_check.model.crosswalk import Crosswalk, Links, Relationship
from bio_check.model.profile import Norms
from bio_check.model.score import Ratio
from bio_check.model.text import NO_TEXT
from bio_check.value import replace

MET, NOT_MET = Status.MET, Status.NOT_MET
EQUAL, SUBSET, SUPERSET = Relationship.EQUAL, Relationship.SUBSET, Relationship.SUPERSET
INTERSECTS, UNGRADED = Relationship.INTERSECTS, Relationship.UNGRADED
NORM = ["1.1.1", "1.1.2", "1.2", "2.1"]


@pytest.fixture
def norms(a_norm: Callable[..., Catalogue]) -> dict[str, Catalogue]:
    """A norm with measures, another, a law that a sheet may carry to, and a directive behind it."""
    return {
        "norm": a_norm("norm", "1.1 > 1.1.1", "1.1 > 1.1.2", "1.2", "2.1"),
        "iso": a_norm("iso", "4.1", "4.2"),
        "law": a_norm("law", "21.3.a", "21.3.b", "26", context=["33"]),
        "directive": a_norm("directive", "21.2.a", "21.2.b", "23"),
    }


@pytest.fixture
def links(norms: Mapping[str, Catalogue], some_links: Callable[..., Links]) -> Links:
    return some_links(norms.values(), {
        ("norm", "law"): [("1.1", UNGRADED, "21.3.a"), ("1.2", UNGRADED, "21.3.b"), ("2.1", UNGRADED, "33")],
        ("iso", "law"): [("4.1", INTERSECTS, "21.3.a")],
        ("directive", "law"): [("21.2", EQUAL, "21.3"), ("21.2.a", EQUAL, "21.3.a"), ("21.2.b", EQUAL, "21.3.b")],
    })  # fmt: skip


@pytest.fixture
def assessment(
    norms: Mapping[str, Catalogue],
    some_norms: Callable[..., Norms],
    a_sheet: Callable[..., AnswerSheet],
    an_answer: Callable[..., Answer],
    links: Links,
) -> Assessment:
    """Answers to the norm and to iso; the law is carried."""
    asked = replace(some_norms(norms["norm"], norms["iso"], norms["law"]), read_links=lambda: links)
    given = {"norm": {"1.1.1": MET, "1.1.2": NOT_MET, "1.2": MET, "2.1": MET}, "iso": {"4.1": MET, "4.2": MET}}
    answers = {ident: {item: an_answer(one) for item, one in of.items()} for ident, of in given.items()}
    return judge(a_sheet(answers), asked)


def kept(assessment: Assessment, *texts: str, links: Links) -> list[str]:
    chosen = select(assessment, texts, lambda: links)
    return [f"{one.catalogue}:{one.item.id}" for part in chosen.catalogues for one in part.findings]


# Selectors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("law:21.3.b", ["norm:1.2", "law:21.3.b"]),
        ("law:21.3.a", ["norm:1.1.1", "norm:1.1.2", "iso:4.1", "law:21.3.a"]),
        ("law:21.3.*", ["norm:1.1.1", "norm:1.1.2", "norm:1.2", "iso:4.1", "law:21.3.a", "law:21.3.b"]),
        ("law:26", ["law:26"]),
        ("directive:21.2.b", ["norm:1.2"]),
        ("directive:21.2", ["norm:1.1.1", "norm:1.1.2", "norm:1.2", "iso:4.1"]),
        ("norm:1.2", ["norm:1.2"]),
        ("norm:1.1", ["norm:1.1.1", "norm:1.1.2"]),
        ("iso:*", ["iso:4.1", "iso:4.2"]),
    ],
)
def test_ids_reach_through_crosswalks_unless_the_sheet_answers_them_itself(
    text: str, expected: list[str], assessment: Assessment, links: Links
) -> None:
    assert kept(assessment, text, links=links) == expected


def test_reaching_narrows_and_widens_like_any_selector(assessment: Assessment, links: Links) -> None:
    assert kept(assessment, "directive:21.2.a", "status=not-met", links=links) == ["norm:1.1.2"]
    assert kept(assessment, "law:21.3.b,26", links=links) == ["norm:1.2", "law:21.3.b", "law:26"]


def test_a_catalogue_that_stays_by_what_it_carries_lists_no_gaps(assessment: Assessment, links: Links) -> None:
    chosen = select(assessment, ["law:21.3.a"], lambda: links)

    law = next(one for one in chosen.catalogues if one.catalogue.id == "law")
    assert [one.target for one in law.carried] == ["21.3.a"]
    assert law.gaps == ()
    assert [(gap.catalogue, gap.item.id) for gap in chosen.gaps] == [("norm", "1.1.2")]
    assert chosen.filter is not None
    assert (chosen.filter.items, chosen.filter.of) == (4, 9)


@pytest.mark.parametrize("text", ["directive:23", "directive:9.*", "law:33"])
def test_a_selector_that_reaches_nothing_is_no_clean_result(text: str, assessment: Assessment, links: Links) -> None:
    with pytest.raises(WrongUsageError) as caught:
        kept(assessment, text, links=links)

    assert [one.code for one in caught.value.diagnostics] == ["empty-selection"]


def test_an_unknown_catalogue_is_wrong_usage_and_keeps_its_hint(assessment: Assessment, links: Links) -> None:
    class Strict:
        neighbours, rows, crosswalks = links.neighbours, links.rows, links.crosswalks

        def catalogue(self, ident: str) -> Catalogue:
            fault = diagnostic("unknown-catalogue", Place(ident), value=ident, choices="nis2", suggestion="nis2")
            raise UnusableInputError([fault])

    with pytest.raises(WrongUsageError) as caught:
        select(replace(assessment, links=None), ["nis:21.2"], Strict)

    (told,) = caught.value.diagnostics
    assert (told.code, told.place) == ("unknown-catalogue", Place("--only"))
    assert "'nis2'" in told.hint("en")


def test_what_the_profile_leaves_out_reaches_other_norms_and_not_its_own_by_way_of_them(
    a_norm: Callable[..., Catalogue],
    answered: Callable[..., CatalogueAssessment],
    some_links: Callable[..., Links],
) -> None:
    iso, norm, law = a_norm("iso", "4.1", "A.5"), a_norm("norm", "1"), a_norm("law", "21")
    rows = {
        ("iso", "norm"): [("A.5", EQUAL, "1")],
        ("iso", "law"): [("A.5", INTERSECTS, "21"), ("4.1", INTERSECTS, "21")],
    }
    asked = answered(iso, {"4.1": MET})
    asked = replace(asked, findings=asked.findings[:1])

    found = linked_items("iso", ["A.5"], [asked, answered(norm, {"1": MET})], some_links([iso, norm, law], rows))

    assert found == {("norm", "1")}


def test_without_crosswalks_ids_reach_no_further(assessment: Assessment) -> None:
    with pytest.raises(WrongUsageError):
        select(assessment, ["directive:21.2.a"])


# The ways from an id, and its own rows


def test_ways_from_an_id_are_those_of_all_that_it_stands_for(norms: Mapping[str, Catalogue], links: Links) -> None:
    ends = (norms["norm"], norms["law"])

    assert {path.start for path in ways_from(ends, "1.1.1", links)[None]} == {"1.1"}
    assert [path.end for path in ways_from(ends, "1", links)[None]] == ["21.3.a", "21.3.b"]
    assert ways_from(ends, "2.1", links) == {}


def test_rows_between_two_norms_are_complete_also_where_they_ask_nothing(
    norms: Mapping[str, Catalogue], links: Links
) -> None:
    there, back = (norms["norm"], norms["law"]), (norms["law"], norms["norm"])

    assert [(row.start, row.end) for row in rows_between(there, None, links)] == [
        ("1.1", "21.3.a"), ("1.2", "21.3.b"), ("2.1", "33"),
    ]  # fmt: skip
    assert [(row.start, row.end) for row in rows_between(back, "33", links)] == [("33", "2.1")]
    assert [(row.start, row.end) for row in rows_between(there, "1.1.2", links)] == [("1.1", "21.3.a")]


def test_ways_stand_in_the_order_of_people_direct_ones_first(norms: Mapping[str, Catalogue], links: Links) -> None:
    found = ways_from((norms["norm"], norms["directive"]), None, links)

    assert {via: [(path.start, path.end) for path in paths] for via, paths in found.items()} == {
        "law": [("1.1", "21.2.a"), ("1.2", "21.2.b")]
    }


def test_an_id_that_the_first_norm_does_not_have_is_wrong_usage(norms: Mapping[str, Catalogue], links: Links) -> None:
    with pytest.raises(WrongUsageError) as caught:
        ways_from((norms["norm"], norms["law"]), "21.3.a", links)

    assert [one.code for one in caught.value.diagnostics] == ["unknown-id"]


@pytest.mark.parametrize(
    ("catalogue", "item", "expected"),
    [
        ("norm", "1.1.2", ["law:21.3.a"]),
        ("law", "21.3.a", ["directive:21.2", "directive:21.2.a", "iso:4.1", "norm:1.1"]),
        ("iso", "4.2", []),
    ],
)
def test_rows_of_an_item_are_those_of_its_control_and_of_every_range_around_it(
    catalogue: str, item: str, expected: list[str], norms: Mapping[str, Catalogue], links: Links
) -> None:
    hops = hops_from(norms[catalogue].items[item], norms[catalogue], links)

    assert [f"{hop.end}:{hop.row.end}" for hop in hops] == expected
    assert {hop.start for hop in hops} <= {catalogue}


# How far all of it reaches


def test_reach_of_a_pair_is_counted_in_controls(links: Links) -> None:
    there, back = pair_reach("norm", "directive", links), pair_reach("directive", "law", links)

    assert (there.reached, there.settled) == (Ratio(2, 3), Ratio(0, 3))
    assert (back.reached, back.settled) == (Ratio(2, 3), Ratio(2, 3))
    assert pair_reach("law", "norm", links).reached == Ratio(2, 3)  # 1.1 counts once, not per measure


@pytest.mark.parametrize(
    ("relationships", "settles", "only_intersects"),
    [
        ([UNGRADED], False, False),
        ([INTERSECTS], False, True),
        ([INTERSECTS, UNGRADED], False, False),
        ([INTERSECTS, SUBSET], True, False),
        ([SUPERSET, UNGRADED], True, False),
        ([EQUAL], True, False),
    ],
)
def test_a_crosswalk_says_whether_it_may_ever_carry_a_status_there_or_back(
    relationships: list[Relationship],
    settles: bool,  # noqa: FBT001  # what is expected
    only_intersects: bool,  # noqa: FBT001  # the same
    norms: Mapping[str, Catalogue],
    some_links: Callable[..., Links],
) -> None:
    rows = [("1.1", one, "4.1") for one in relationships]
    found = some_links(norms.values(), {("norm", "iso"): rows}).rows("norm", "iso")
    crosswalk = Crosswalk("norm--iso", "norm", "1.0", "iso", "1.0", NO_TEXT, (), found, "0" * 64)

    reach = crosswalk_reach(crosswalk, norms["norm"], norms["iso"])

    assert (reach.settles, reach.only_intersects) == (settles, only_intersects)
    assert (reach.start, reach.end) == (Ratio(1, 3), Ratio(1, 2))
    assert sum(reach.rows.values()) == len(relationships)
