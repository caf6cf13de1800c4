"""What is true of every comparison, whatever was answered (specification 7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio_check.assess.compare import compare
from bio_check.assess.judge import judge
from bio_check.model.answers import Answer, AnswerSheet, Status
from bio_check.model.assessment import Assessment
from bio_check.model.catalogue import Catalogue, Item, Succession
from bio_check.model.evidence import Evidence
from bio_check.model.profile import Norms
from bio_check.value import replace

IDS = ("5.1.1", "5.1.2", "5.1.3", "5.2.1", "5.3")
Given = dict[str, tuple[Status, bool]]
ANSWERS = st.dictionaries(st.sampled_from(IDS), st.tuples(st.sampled_from(Status), st.booleans()))
WORDS = ("wording", "substance", "moved", "split", "merged", "withdrawn")
SAID = st.dictionaries(
    st.sampled_from(IDS), st.tuples(st.sampled_from(WORDS), st.lists(st.sampled_from(IDS), max_size=3, unique=True))
)

Said = Mapping[str, tuple[str, list[str]]]
Assess = Callable[..., Assessment]


@pytest.fixture(scope="session")
def version(an_item: Callable[..., Item], a_catalogue: Callable[..., Catalogue]) -> Callable[..., Catalogue]:
    """Build a version of a catalogue that may say what becomes of its items."""

    def build(number: str, said: Said | None) -> Catalogue:
        told = {ident: Succession(tuple(to), change) for ident, (change, to) in (said or {}).items()}
        items = [replace(an_item(ident), weight=1 + at % 3, next=told.get(ident)) for at, ident in enumerate(IDS)]
        return replace(a_catalogue(items), version=number, next_version=None if said is None else "2")

    return build


@pytest.fixture(scope="session")
def assess(
    version: Callable[..., Catalogue],
    an_answer: Callable[..., Answer],
    a_piece: Callable[..., Evidence],
    a_sheet: Callable[..., AnswerSheet],
    some_norms: Callable[..., Norms],
) -> Assess:
    """Judge answers, some of them backed."""

    def build(given: Given, number: str = "1", said: Said | None = None) -> Assessment:
        answers = {
            ident: an_answer(status, *(["policy-2026"] if backed else [])) for ident, (status, backed) in given.items()
        }
        return judge(a_sheet({"bio2": answers}, [a_piece()]), some_norms(version(number, said)))

    return build


@given(given_answers=ANSWERS)
def test_a_sheet_held_against_itself_shows_nothing(given_answers: Given, assess: Assess) -> None:
    one = assess(given_answers)

    found = compare(one, one)

    (only,) = found.catalogues
    assert only.is_same
    assert found.warnings == ()
    assert {only.like.strict, only.like.weighted, only.like.proven} <= {0, None}


@given(old=ANSWERS, new=ANSWERS)
def test_back_is_the_opposite_of_there(old: Given, new: Given, assess: Assess) -> None:
    (there,) = compare(assess(old), assess(new)).catalogues
    (back,) = compare(assess(new), assess(old)).catalogues

    def ids(found: tuple[object, ...]) -> list[str]:
        return [one.new.item.id for one in found]  # type: ignore[attr-defined]  # pairs

    assert ids(there.improved) == ids(back.worsened)
    assert ids(there.set_aside) == ids(back.applicable_again)
    assert ids(there.newly_proven) == [one.pair.new.item.id for one in back.no_longer_proven]
    assert there.like.weighted == (None if back.like.weighted is None else -back.like.weighted)


@given(old=ANSWERS, new=ANSWERS, said=SAID)
def test_every_finding_of_both_sheets_has_a_place(old: Given, new: Given, said: Said, assess: Assess) -> None:
    before, after = assess(old, said=said), assess(new, number="2")

    (found,) = compare(before, after).catalogues

    told_old = [one.before.item.id for one in found.pairs] + [one.item.id for one in found.only_old]
    told_old += [one.old.item.id for one in found.withdrawn] + [one.old.item.id for one in found.regrouped if one.old]
    told_new = [one.new.item.id for one in found.pairs] + [one.item.id for one in (*found.added, *found.only_new)]
    assert sorted(told_old) == sorted(IDS)
    assert len(told_new) == len(set(told_new))
    assert set(told_new) | {one.item.id for each in found.regrouped for one in each.new} == set(IDS)


@given(old=ANSWERS, new=ANSWERS, said=SAID)
def test_like_for_like_counts_the_same_items_in_both(old: Given, new: Given, said: Said, assess: Assess) -> None:
    (found,) = compare(assess(old, said=said), assess(new, number="2")).catalogues

    for change in (found.like, *(kind.like for kind in found.kinds)):
        assert change.old.items == change.new.items == change.old.applicable == change.new.applicable
        assert change.old.weight == change.new.weight
    assert sum(kind.like.new.items for kind in found.kinds) == found.like.new.items
