"""Selectors: what they keep, what they leave out, and that a slip is never a clean result."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bio_check.assess.judge import judge
from bio_check.assess.select import Selector, parse_selector, select
from bio_check.errors import Place, WrongUsageError, diagnostic
from bio_check.model.answers import Answer, AnswerSheet, Status
from bio_check.model.assessment import Assessment, Filter
from bio_check.model.catalogue import Catalogue, Duty, Item
from bio_check.model.evidence import Evidence
from bio_check.model.profile import Norms
from bio_check.value import replace


@pytest.fixture
def assessment(
    an_item: Callable[..., Item], a_piece: Callable[..., Evidence], request: pytest.FixtureRequest
) -> Assessment:
    a_catalogue: Callable[..., Catalogue] = request.getfixturevalue("a_catalogue")
    some_norms: Callable[..., Norms] = request.getfixturevalue("some_norms")
    a_sheet: Callable[..., AnswerSheet] = request.getfixturevalue("a_sheet")
    bio2 = a_catalogue(
        [
            replace(an_item("5.17.01"), duty=Duty.LAW, weight=3, role="it"),
            replace(an_item("5.17.02"), audience=("supplier",), phase=2),
            replace(an_item("5.29"), effort="L", role="hr"),
            replace(an_item("8.13.04"), audience=("supplier", "auditor"), role="it"),
        ]
    )
    iso = a_catalogue([an_item("5.29"), an_item("A.5")], ident="iso27001")
    lapsed = replace(a_piece("lapsed"), valid_until=date(2026, 3, 1))
    answers = {
        "5.17.01": Answer(Place("a", 1), Status.MET, owner="Anna de Vries", evidence=("lapsed",)),
        "5.17.02": Answer(Place("a", 2), Status.NOT_MET, owner="Bert"),
        "8.13.04": Answer(Place("a", 3), Status.PARTIAL, owner="Anna de Vries"),
    }
    return judge(a_sheet({"bio2": answers}, [lapsed]), some_norms(bio2, iso))


def _kept(assessment: Assessment) -> list[str]:
    return [f"{one.catalogue}:{one.item.id}" for part in assessment.catalogues for one in part.findings]


ALL = ["bio2:5.17.01", "bio2:5.17.02", "bio2:5.29", "bio2:8.13.04", "iso27001:5.29", "iso27001:A.5"]
IT, SUPPLIER = ["bio2:5.17.01", "bio2:8.13.04"], ["bio2:5.17.02", "bio2:8.13.04"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("bio2:5.17.01", ["bio2:5.17.01"]),
        ("bio2:5.17.*", ["bio2:5.17.01", "bio2:5.17.02"]),
        ("bio2:5.17", ["bio2:5.17.01", "bio2:5.17.02"]),
        ("bio2:8", ["bio2:8.13.04"]),
        ("bio2:*", ALL[:4]),
        ("iso27001:5.29", ["iso27001:5.29"]),
        ("role=it", IT),
        ("audience=supplier", SUPPLIER),
        ("audience=auditor", ["bio2:8.13.04"]),
        ("duty=law", ["bio2:5.17.01"]),
        ("kind=control", ["bio2:5.29", "iso27001:5.29", "iso27001:A.5"]),
        ("group=8", ["bio2:8.13.04"]),
        ("phase=2", ["bio2:5.17.02"]),
        ("weight=3", ["bio2:5.17.01"]),
        ("effort=l", ["bio2:5.29"]),
        ("status=not-met", ["bio2:5.17.02"]),
        ("owner=ANNA de Vries", IT),
    ],
)
def test_selector_keeps_what_it_names_in_catalogue_order(text: str, kept: list[str], assessment: Assessment) -> None:
    assert _kept(select(assessment, [text])) == kept


def test_role_also_finds_who_is_asked_without_owning_the_answer(assessment: Assessment) -> None:
    assert _kept(select(assessment, ["role=supplier"])) == SUPPLIER


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("bio2:5.17.02,8.*", SUPPLIER),
        ("role=it,hr", ["bio2:5.17.01", "bio2:5.29", "bio2:8.13.04"]),
        ("status=met, partial", IT),
    ],
)
def test_commas_widen(text: str, kept: list[str], assessment: Assessment) -> None:
    assert _kept(select(assessment, [text])) == kept


def test_repeating_narrows(assessment: Assessment) -> None:
    assert _kept(select(assessment, ["role=it", "role=supplier"])) == ["bio2:8.13.04"]
    assert _kept(select(assessment, ["role=supplier", "bio2:5.*"])) == ["bio2:5.17.02"]


def test_without_selectors_nothing_is_left_out_and_no_filter_is_told(assessment: Assessment) -> None:
    assert select(assessment, []) is assessment
    assert assessment.filter is None


def test_outcome_says_what_it_leaves_out(assessment: Assessment) -> None:
    selected = select(assessment, ["role=it", "role=supplier"])

    assert selected.filter == Filter(("role=it", "role=supplier"), items=1, of=6)


def test_figures_are_about_the_selected_items_alone(assessment: Assessment) -> None:
    selected = select(assessment, ["role=supplier"])

    assert [one.catalogue.id for one in selected.catalogues] == ["bio2"]
    assert (selected.catalogues[0].score.applicable, selected.catalogues[0].score.met) == (2, 0)
    assert [gap.item.id for gap in selected.gaps] == ["5.17.02", "8.13.04"]
    assert [one.owner for one in selected.workloads] == ["Anna de Vries", "Bert"]
    assert (len(assessment.renewals), selected.renewals) == (1, ())


def test_status_of_a_control_is_that_of_all_its_items_even_where_some_are_left_out(assessment: Assessment) -> None:
    selected = select(assessment, ["status=met"])

    assert selected.catalogues[0].control_status == {"5.17": Status.NOT_MET}


@pytest.mark.parametrize(
    "texts",
    [
        ["bio2:9.*"],
        ["nosuch:5.17.01"],
        ["role=nobody"],
        ["phase=9"],
        ["role=,"],
        ["role= "],
        ["bio2:,"],
        ["iso27001:a.5"],
        ["role=it", "role=nobody"],
        ["bio2:*", "iso27001:*"],
    ],
)
def test_selection_of_nothing_is_wrong_usage(texts: list[str], assessment: Assessment) -> None:
    with pytest.raises(WrongUsageError) as caught:
        select(assessment, texts)

    assert [fault.code for fault in caught.value.diagnostics] == ["empty-selection"]


def test_selection_of_nothing_names_the_selector_at_fault_or_else_all(assessment: Assessment) -> None:
    with pytest.raises(WrongUsageError) as alone:
        select(assessment, ["role=it", "role=nobody"])
    with pytest.raises(WrongUsageError) as together:
        select(assessment, ["role=it", "role=hr"])

    assert alone.value.diagnostics == (diagnostic("empty-selection", Place("--only"), value="role=nobody"),)
    assert together.value.diagnostics == (diagnostic("empty-selection", Place("--only"), value="role=it role=hr"),)


@pytest.mark.parametrize(
    ("text", "selector"),
    [
        ("role=hr,it", Selector("role=hr,it", "role", "", ("hr", "it"))),
        ("owner=a:b", Selector("owner=a:b", "owner", "", ("a:b",))),
        ("bio2: 5.17.* ,8.*", Selector("bio2: 5.17.* ,8.*", "", "bio2", ("5.17.*", "8.*"))),
        ("bio2:a=b", Selector("bio2:a=b", "", "bio2", ("a=b",))),
    ],
)
def test_selector_is_a_field_or_a_catalogue_and_what_to_find(text: str, selector: Selector) -> None:
    assert parse_selector(text) == selector


@pytest.mark.parametrize(
    "text", ["", "5.17.01", "role", "role=", "=hr", "roles=hr", "role = hr", "bio2:", ":5.17.01", "a=b:c"]
)
def test_other_text_is_no_selector(text: str) -> None:
    with pytest.raises(WrongUsageError) as caught:
        parse_selector(text)

    assert [fault.code for fault in caught.value.diagnostics] == ["bad-selector"]


def test_a_slip_in_one_of_several_ids_is_told(assessment: Assessment) -> None:
    with pytest.raises(WrongUsageError) as caught:
        select(assessment, ["bio2:5.17.01,9.9"])

    assert caught.value.diagnostics == (diagnostic("empty-selection", Place("--only"), value="bio2:9.9"),)
