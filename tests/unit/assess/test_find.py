"""Finding one item by what a user called it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bio_check.assess.find import find_item
from bio_check.assess.judge import judge
from bio_check.errors import Place, WrongUsageError, diagnostic
from bio_check.model.answers import AnswerSheet
from bio_check.model.assessment import Assessment
from bio_check.model.catalogue import Catalogue, Item, Retired
from bio_check.model.profile import Norms
from bio_check.value import replace

RETIRED = (
    Retired("5.04.02", "moved", ("5.10.02",), "5.04"),
    Retired("5.21.01", "withdrawn", ("5.21.03", "5.21.04"), "5.21"),
    Retired("5.03.01", "no-measure", ("5.03",), "5.03"),
    Retired("5.35.01", "withdrawn", (), "5.35"),
)


@pytest.fixture
def assessment(
    an_item: Callable[..., Item],
    a_catalogue: Callable[..., Catalogue],
    some_norms: Callable[..., Norms],
    a_sheet: Callable[..., AnswerSheet],
) -> Assessment:
    bio2 = a_catalogue(map(an_item, ("5.29", "5.10.02", "8.1")), RETIRED)
    iso = a_catalogue(map(an_item, ("5.29", "A.5.1", "5.04.02")), ident="iso27001")
    return judge(a_sheet({}), some_norms(bio2, iso))


@pytest.mark.parametrize(
    ("name", "catalogue", "item"),
    [
        ("5.10.02", "bio2", "5.10.02"),
        ("bio2:5.10.02", "bio2", "5.10.02"),
        ("A.5.1", "iso27001", "A.5.1"),
        ("5.29", "bio2", "5.29"),
        ("bio2:5.29", "bio2", "5.29"),
        ("iso27001:5.29", "iso27001", "5.29"),
        ("iso27001:5.04.02", "iso27001", "5.04.02"),
    ],
)
def test_item_is_found_in_the_catalogue_named_or_else_in_the_first_that_has_it(
    name: str, catalogue: str, item: str, assessment: Assessment
) -> None:
    one, finding = find_item(assessment, name)

    assert (one.catalogue.id, finding.catalogue, finding.item.id) == (catalogue, catalogue, item)


def test_live_item_of_a_later_catalogue_goes_before_a_retired_id_of_an_earlier_one(assessment: Assessment) -> None:
    one, _ = find_item(assessment, "5.04.02")

    assert one.catalogue.id == "iso27001"


@pytest.mark.parametrize(
    ("name", "code", "targets"),
    [
        ("bio2:5.04.02", "id-moved", "5.10.02"),
        ("5.21.01", "id-withdrawn", "5.21.03, 5.21.04"),
        ("5.03.01", "id-no-measure", "5.03"),
    ],
)
def test_retired_id_is_wrong_usage_that_names_where_it_went(
    name: str, code: str, targets: str, assessment: Assessment
) -> None:
    with pytest.raises(WrongUsageError) as caught:
        find_item(assessment, name)

    ident = name.rpartition(":")[2]
    edition = assessment.catalogues[0].catalogue
    [fault] = caught.value.diagnostics
    assert (fault.code, fault.place, dict(fault.values)["targets"]) == (code, Place(name), targets)
    assert ident in fault.fact("en")
    assert edition.version in fault.fact("en")


@pytest.mark.parametrize(
    ("name", "catalogue"),
    [
        ("9.99", "bio2"),
        ("", "bio2"),
        ("5.35.01", "bio2"),
        ("iso27001:5.10.02", "iso27001"),
        ("iso27001:9.99", "iso27001"),
        ("5.1*", "bio2"),
    ],
)
def test_name_of_no_item_is_wrong_usage_that_says_where_to_look(
    name: str, catalogue: str, assessment: Assessment
) -> None:
    with pytest.raises(WrongUsageError) as caught:
        find_item(assessment, name)

    assert caught.value.diagnostics == (diagnostic("unknown-item", Place(name), value=name, catalogue=catalogue),)


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("7.01", "item-has-parts", "7.01.01, 7.01.02"),
        ("7", "item-has-parts", "7.01.01, 7.01.02"),
        ("iso27001:1.1", "item-asks-nothing", "--"),
        ("9.1", "item-not-asked", "--"),
        ("nosuch:5.29", "item-of-other-norm", "bio2, iso27001"),
        (":5.29", "item-of-other-norm", "bio2, iso27001"),
    ],
)
def test_id_of_what_is_no_item_here_is_wrong_usage_that_says_what_it_is(
    name: str, code: str, told: str, a_norm: Callable[..., Catalogue], assessment: Assessment
) -> None:
    first, second = assessment.catalogues
    bio2 = a_norm("bio2", "7.01 > 7.01.01", "7.01 > 7.01.02", "9.1")
    iso = a_norm("iso27001", "5.29", context=["1.1"])
    asked = (replace(first, catalogue=bio2), replace(second, catalogue=iso))

    with pytest.raises(WrongUsageError) as caught:
        find_item(replace(assessment, catalogues=asked), name)

    [fault] = caught.value.diagnostics
    values = dict(fault.values)
    assert (fault.code, values.get("ids") or values.get("asked") or "--") == (code, told)


def test_sheet_without_catalogues_has_no_items(
    some_norms: Callable[..., Norms], a_sheet: Callable[..., AnswerSheet]
) -> None:
    nothing = judge(a_sheet({}), some_norms())

    with pytest.raises(WrongUsageError, match="is no item of this sheet"):
        find_item(nothing, "5.29")
