"""Two sheets side by side: what counts as better, worse, proven, lost or out of scope."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from bio_check.assess.compare import compare
from bio_check.assess.judge import judge
from bio_check.errors import WrongUsageError
from bio_check.model.answers import Action, Answer, AnswerSheet, Organisation, Status
from bio_check.model.assessment import Assessment
from bio_check.model.catalogue import Catalogue, Item, Succession
from bio_check.model.comparison import CatalogueComparison, Comparison
from bio_check.model.evidence import Evidence
from bio_check.model.period import Period
from bio_check.model.profile import Norms, Selection
from bio_check.value import replace

MET, PARTIAL, NOT_MET = Status.MET, Status.PARTIAL, Status.NOT_MET
ASIDE, OPEN = Status.NOT_APPLICABLE, Status.UNANSWERED
Given = Mapping[str, Status | Answer]
Assess = Callable[..., Assessment]


@pytest.fixture
def assess(
    a_sheet: Callable[..., AnswerSheet],
    an_answer: Callable[..., Answer],
    some_norms: Callable[..., Norms],
) -> Assess:
    """Judge answers to one catalogue."""

    def build(catalogue: Catalogue, given: Given, pieces: tuple[Evidence, ...] = (), **sheet: Any) -> Assessment:  # noqa: ANN401  # fields of a sheet
        answers = {ident: an_answer(one) if isinstance(one, Status) else one for ident, one in given.items()}
        return judge(replace(a_sheet({catalogue.id: answers}, pieces), **sheet), some_norms(catalogue))

    return build


@pytest.fixture
def four(a_catalogue: Callable[..., Catalogue], an_item: Callable[..., Item]) -> Catalogue:
    return a_catalogue([an_item(one) for one in ("5.1.1", "5.1.2", "5.1.3", "5.1.4")])


def only(comparison: Comparison) -> CatalogueComparison:
    (one,) = comparison.catalogues
    return one


def ids(found: tuple[Any, ...]) -> list[str]:
    return [one.new.item.id for one in found]


def test_more_credit_is_better_and_less_is_worse(four: Catalogue, assess: Assess) -> None:
    old = assess(four, {"5.1.1": NOT_MET, "5.1.2": MET, "5.1.3": PARTIAL, "5.1.4": MET})
    new = assess(four, {"5.1.1": PARTIAL, "5.1.2": NOT_MET, "5.1.3": PARTIAL, "5.1.4": MET})

    found = only(compare(old, new))

    assert ids(found.improved) == ["5.1.1"]
    assert ids(found.worsened) == ["5.1.2"]
    assert found.like.strict == Fraction(-1, 4)
    assert found.like.weighted == Fraction(-1, 8)


def test_an_answer_that_earns_what_no_answer_did_is_neither(four: Catalogue, assess: Assess) -> None:
    found = only(compare(assess(four, {"5.1.1": OPEN}), assess(four, {"5.1.1": NOT_MET})))

    assert ids(found.reanswered) == ["5.1.1"]
    assert (found.improved, found.worsened) == ((), ())


def test_setting_aside_is_no_progress(four: Catalogue, assess: Assess) -> None:
    old = assess(four, {"5.1.1": MET, "5.1.2": NOT_MET, "5.1.3": ASIDE, "5.1.4": NOT_MET})
    new = assess(four, {"5.1.1": MET, "5.1.2": ASIDE, "5.1.3": MET, "5.1.4": NOT_MET})

    found = only(compare(old, new))

    assert ids(found.set_aside) == ["5.1.2"]
    assert ids(found.applicable_again) == ["5.1.3"]
    assert (found.improved, found.worsened) == ((), ())
    assert found.like.new.applicable == 2
    assert found.like.strict == 0


def test_a_loss_of_proof_names_the_evidence(
    four: Catalogue,
    assess: Assess,
    an_answer: Callable[..., Answer],
    a_piece: Callable[..., Evidence],
) -> None:
    lapsing = a_piece("pentest", date(2025, 11, 1), "pentest")
    kept, taken = a_piece("kept"), a_piece("taken")
    pieces = (lapsing, kept, taken)
    before = {
        "5.1.1": an_answer(MET, "pentest"),
        "5.1.2": an_answer(MET, "taken"),
        "5.1.3": an_answer(MET, "kept"),
        "5.1.4": an_answer(MET, "kept"),
    }
    old = assess(
        four, before, tuple(replace(one, dated=date(2025, 10, 1)) for one in pieces), reference_date=date(2025, 11, 21)
    )
    new = assess(
        four,
        before | {"5.1.2": an_answer(MET), "5.1.3": an_answer(PARTIAL, "kept")},
        (lapsing, replace(kept, shows=kept.shows), taken),
    )

    losses = {one.pair.new.item.id: one for one in only(compare(old, new)).no_longer_proven}

    assert list(losses) == ["5.1.1", "5.1.2", "5.1.3"]
    assert [use.evidence.id for use in losses["5.1.1"].lapsed] == ["pentest"]
    assert [one.id for one in losses["5.1.2"].removed] == ["taken"]
    assert (losses["5.1.3"].missing, losses["5.1.3"].removed) == ((), ())


def test_evidence_that_now_shows_less_is_named(
    four: Catalogue, assess: Assess, an_answer: Callable[..., Answer], a_piece: Callable[..., Evidence]
) -> None:
    piece = a_piece("policy")
    old = assess(four, {"5.1.1": an_answer(MET, "policy")}, (piece,))
    new = assess(four, {"5.1.1": an_answer(MET, "policy")}, (replace(piece, shows=piece.shows[:1]),))

    (loss,) = only(compare(old, new)).no_longer_proven

    assert [one.id for one in loss.altered] == ["policy"]
    assert (loss.lapsed, loss.removed) == ((), ())


@pytest.fixture
def versions(a_catalogue: Callable[..., Catalogue], an_item: Callable[..., Item]) -> tuple[Catalogue, Catalogue]:
    """A version in which an item moves, one is split, one goes and one changes; and the next."""
    said = {
        "5.1.1": Succession(("5.2.1",), "moved"),
        "5.1.2": Succession(("5.1.2", "5.2.2"), "split"),
        "5.1.3": Succession((), "withdrawn"),
        "5.1.4": Succession(("5.1.4",), "substance"),
    }
    old = a_catalogue([replace(an_item(ident), next=one) for ident, one in said.items()])
    rhythm = Period(12, 0)
    items = [
        replace(an_item("5.1.2"), weight=3),
        replace(an_item("5.1.4"), weight=3, rhythm=rhythm),
        *(an_item(one) for one in ("5.2.1", "5.2.2", "5.3.1")),
    ]
    return replace(old, next_version="2"), replace(a_catalogue(items), version="2", sha256="1" * 64)


def test_a_renumbered_item_is_no_gap_and_no_loss(versions: tuple[Catalogue, Catalogue], assess: Assess) -> None:
    old = assess(versions[0], {"5.1.1": NOT_MET, "5.1.4": MET})
    new = assess(versions[1], {"5.2.1": NOT_MET, "5.1.4": MET})

    found = only(compare(old, new))

    assert ids(found.renumbered) == ["5.2.1"]
    assert [one.item.id for one in found.added] == ["5.3.1"]
    assert [one.old.item.id for one in found.withdrawn] == ["5.1.3"]
    assert [one.step.old_id for one in found.regrouped] == ["5.1.2"]
    assert ids(found.demand_changed) == ["5.1.4"]
    assert (found.improved, found.worsened, found.only_old, found.only_new) == ((), (), (), ())
    assert found.like.new.items == 2


def test_both_sheets_are_measured_by_the_weights_of_the_new_one(
    versions: tuple[Catalogue, Catalogue], assess: Assess
) -> None:
    old = assess(versions[0], {"5.1.1": NOT_MET, "5.1.4": MET})
    new = assess(versions[1], {"5.2.1": NOT_MET, "5.1.4": MET})

    found = only(compare(old, new))

    assert found.like.weighted == 0
    assert found.like.old.weighted.fraction == Fraction(3, 4)
    assert found.plain.old.weighted.fraction == Fraction(1, 4)
    assert found.remeasured == 1


def test_proof_that_only_the_new_rhythm_refuses_is_no_loss(
    versions: tuple[Catalogue, Catalogue],
    assess: Assess,
    an_answer: Callable[..., Answer],
    a_piece: Callable[..., Evidence],
) -> None:
    stale = a_piece("stale", date(2023, 1, 1))
    old = assess(versions[0], {"5.1.4": an_answer(MET, "stale")}, (stale,))
    new = assess(versions[1], {"5.1.4": an_answer(MET, "stale")}, (stale,))

    found = only(compare(old, new))

    assert found.plain.old.proven == 1
    assert found.no_longer_proven == ()
    assert found.like.proven == 0


def test_a_profile_that_asks_less_loses_nothing(
    four: Catalogue, assess: Assess, a_sheet: Callable[..., AnswerSheet], some_norms: Callable[..., Norms]
) -> None:
    norms = some_norms(four)
    fewer = replace(norms, profile=replace(norms.profile, selections=(Selection("bio2", "1.0", items=("5.1.1",)),)))
    small = judge(a_sheet({"bio2": {}}), fewer)
    whole = assess(four, {"5.1.1": MET})

    there, back = only(compare(whole, small)), only(compare(small, whole))

    assert [one.item.id for one in there.only_old] == ["5.1.2", "5.1.3", "5.1.4"]
    assert [one.item.id for one in back.only_new] == ["5.1.2", "5.1.3", "5.1.4"]
    assert there.like.new.items == back.like.new.items == 1


def test_an_open_action_that_is_done_is_told_once(
    four: Catalogue, assess: Assess, an_answer: Callable[..., Answer]
) -> None:
    still_open = Action("locks", "Change the locks", "bode", None, None, done=False, place=an_answer().place)
    inline = replace(still_open, id="", title="Ask for offers")
    new_and_done = replace(still_open, id="other", done=True)

    def sheet(*, done: bool) -> Assessment:
        actions = (replace(still_open, done=done), replace(inline, done=done))
        more = (new_and_done,) if done else ()
        given = {
            "5.1.1": replace(an_answer(), actions=(*actions, *more)),
            "5.1.2": replace(an_answer(), actions=actions[:1]),
        }
        return assess(four, given)

    found = only(compare(sheet(done=False), sheet(done=True)))

    assert [(one.action.title, one.items) for one in found.actions_done] == [
        ("Change the locks", ("5.1.1", "5.1.2")),
        ("Ask for offers", ("5.1.1",)),
    ]


def test_a_catalogue_of_one_sheet_only_is_named(
    four: Catalogue, assess: Assess, a_catalogue: Callable[..., Catalogue], an_item: Callable[..., Item]
) -> None:
    other = a_catalogue([an_item("4.1")], ident="iso27001")

    found = compare(assess(four, {"5.1.1": MET}), assess(other, {"4.1": MET}))

    assert found.catalogues == ()
    assert [one.catalogue.id for one in found.only_old] == ["bio2"]
    assert [one.catalogue.id for one in found.only_new] == ["iso27001"]
    assert [one.code for one in found.warnings] == ["nothing-to-compare"]


@pytest.mark.parametrize(
    ("of_old", "code"),
    [
        ({"organisation": Organisation("Gemeente Elders")}, "other-organisation"),
        ({"reference_date": date(2027, 1, 1)}, "dates-reversed"),
    ],
)
def test_sheets_that_belong_apart_give_a_warning(
    of_old: dict[str, Any], code: str, four: Catalogue, assess: Assess
) -> None:
    found = compare(assess(four, {"5.1.1": MET}, **of_old), assess(four, {"5.1.1": MET}))

    assert [one.code for one in found.warnings] == [code]


def test_versions_that_nothing_links_give_a_warning(four: Catalogue, assess: Assess) -> None:
    new = assess(replace(four, version="9"), {"5.1.1": MET})

    found = compare(assess(four, {"5.1.1": MET}), new)

    assert [one.code for one in found.warnings] == ["versions-unlinked"]
    assert ids(only(found).pairs) == list(four.items)


class TestFilter:
    """Selectors keep an item that passes in either sheet."""

    def test_what_was_not_met_is_kept_once_it_is(self, four: Catalogue, assess: Assess) -> None:
        old = assess(four, {"5.1.1": NOT_MET, "5.1.2": MET, "5.1.3": MET, "5.1.4": MET})
        new = assess(four, dict.fromkeys(four.items, MET))

        found = compare(old, new, ["status=not-met"])

        assert ids(only(found).pairs) == ["5.1.1"]
        assert found.filter is not None
        assert (found.filter.items, found.filter.of) == (1, 4)
        assert only(found).plain.new.items == 1

    @pytest.mark.parametrize("ident", ["5.1.1", "5.2.1"])
    def test_a_renumbered_item_is_found_by_either_number(
        self, ident: str, versions: tuple[Catalogue, Catalogue], assess: Assess
    ) -> None:
        old, new = assess(versions[0], {"5.1.1": MET}), assess(versions[1], {"5.2.1": MET})

        found = compare(old, new, [f"bio2:{ident}"])

        assert ids(only(found).pairs) == ["5.2.1"]

    def test_a_withdrawn_item_can_be_asked_for(self, versions: tuple[Catalogue, Catalogue], assess: Assess) -> None:
        found = compare(assess(versions[0], {"5.1.3": MET}), assess(versions[1], {}), ["bio2:5.1.3"])

        assert [one.old.item.id for one in only(found).withdrawn] == ["5.1.3"]
        assert only(found).pairs == ()

    @pytest.mark.parametrize("texts", [["bio2:9.9"], ["status=met", "status=partial"], ["nonsense"]])
    def test_a_slip_is_refused(self, texts: list[str], four: Catalogue, assess: Assess) -> None:
        one = assess(four, {"5.1.1": MET})

        with pytest.raises(WrongUsageError):
            compare(one, one, texts)
