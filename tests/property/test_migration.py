"""Whatever stands in a sheet: the migrated one is sound, and no answer is lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bio_check.assess.migrate import plan_migration
from bio_check.assess.steps_across import steps_across
from bio_check.assess.succession import succession
from bio_check.load.answers import load_answers
from bio_check.load.library import Library
from bio_check.load.rewrite import Rewritten, rewrite
from bio_check.load.yaml_text import parse_document
from bio_check.model.catalogue import Catalogue
from bio_check.model.migration import Migration
from bio_check.render.migration_log import migration_log

LIBRARY = Library()
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufeff"), min_size=1, max_size=30
).filter(str.strip)
MANY_LINES = st.lists(TEXT, min_size=1, max_size=3).map("\n".join)
DEVIATION = {"reason": "R", "risk-analysis": "RA", "ciso-advice": "A", "owner": "O", "until": "2027-01-01"}


def an_answer() -> st.SearchStrategy[dict[str, Any] | None]:
    """What a user may fill in for an item."""
    common = {
        "owner": TEXT,
        "note": MANY_LINES,
        "evidence": st.sampled_from([["b"], []]),
        "actions": st.sampled_from([["a"], [{"title": "Doen", "cost": 5}]]),
        "to-be-confirmed": TEXT,
    }
    given_status = st.sampled_from(["met", "partial", "not-met"])
    facets = st.fixed_dictionaries({"design": given_status, "operation": given_status})
    return st.none() | st.one_of(
        st.fixed_dictionaries({}, optional={"status": given_status, **common}),
        st.fixed_dictionaries({"facets": facets}, optional=common),
        st.fixed_dictionaries({"status": st.just("not-met"), "deviation": st.just(DEVIATION)}, optional=common),
        st.fixed_dictionaries({"status": st.just("not-applicable"), "reason": TEXT, "risk-analysis": TEXT}),
    )


def a_judgement() -> st.SearchStrategy[dict[str, Any]]:
    status = st.sampled_from(["met", "partial", "not-met", "not-applicable"])
    return st.fixed_dictionaries({}, optional={"status": status, "note": MANY_LINES, "risk-analysis": TEXT})


def answers_to(catalogue: Catalogue, likely: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Some answers to a catalogue, and to the items that something happened to more often than not."""
    items = st.sampled_from([*likely, *catalogue.index.items])
    found = st.dictionaries(items, an_answer(), max_size=12)
    if not catalogue.index.measures:
        return found
    judged = st.dictionaries(st.sampled_from([*catalogue.index.measures]), a_judgement(), max_size=4)
    return st.tuples(found, judged).map(lambda both: {**both[0], **both[1]})


def as_yaml(answers: dict[str, Any], catalogue: str, version: str, form: str) -> bytes:
    """Write a sheet as JSON, with its answers on one line, or in blocks with comments."""
    head = {
        "format": "bio-check/answers/1",
        "organisation": {"name": "Zandbeke"},
        "reference-date": "2026-06-01",
        "catalogues": {catalogue: version},
    }
    registers = {
        "evidence": {"b": {"title": "Beleid", "kind": "policy", "date": "2026-02-10", "shows": ["design"]}},
        "actions": {"a": {"title": "Doen"}},
    }
    if form == "json":
        return _told(head | {"answers": {catalogue: answers}} | registers).encode()
    lines = [f"{key}: {_told(one)}" for key, one in head.items()]
    if form == "flow":
        lines.append(f"answers: {_told({catalogue: answers})}")
    else:
        lines += ["answers:", f"  {catalogue}:"]
        for ident, answer in answers.items():
            lines += [f"    # about {ident}", f'    "{ident}":' + (" # open" if not answer else "")]
            lines += [f"      {key}: {_told(one)}  # {key}" for key, one in (answer or {}).items()]
            lines += ["      # todo", ""] if answer else []
        if not answers:
            lines[-1] += " {}"
    lines += [f"{key}: {_told(one)}" for key, one in registers.items()]
    return "\n".join(lines).encode()


def _told(one: object) -> str:
    return json.dumps(one, ensure_ascii=False)


def migrated(raw: bytes, old: Catalogue, new: Catalogue) -> tuple[Migration, Rewritten, str]:
    """Migrate the bytes of a sheet, and hold them against what every migration promises."""
    document = parse_document(raw, "a.yaml")
    loaded = load_answers(document, LIBRARY)
    rows = LIBRARY.links((old, new)).rows(old.id, new.id)
    steps = succession(old, new) if old.id == new.id else steps_across(old, new, rows)
    plan = plan_migration(loaded.sheet, loaded.norms.profile, old, new, steps)
    done = rewrite(document, plan, "nl")
    log = migration_log(plan, loaded.sheet, done, "b.yaml", "nl")

    sheet = load_answers(parse_document(done.text.encode(), "b.yaml"), LIBRARY).sheet

    there = {**sheet.answers[new.id], **sheet.judgements[new.id]}
    before = {**loaded.sheet.answers[old.id], **loaded.sheet.judgements[old.id]}
    for fate in plan.fates:
        reached = [there[target] for target in fate.targets if target in there]
        note = before[fate.id].note
        whole = any(note is None or note in (one.note or "") for one in reached)
        assert fate.empty or whole or done.old_texts[fate.id] in log
        assert not fate.kept_apart or done.old_texts[fate.id] in log
    assert {one.id for one in plan.fates} == set(before)
    return plan, done, log


BIO2 = (LIBRARY.catalogue("bio2", "1.2"), LIBRARY.catalogue("bio2", "1.3"))
HAPPENED = ("5.01.01", "5.02.01", "5.04.02", "5.10", "5.21.01", "5.21.03", "5.25.01", "5.26", "5.35.01", "8.24.03")
FORMS = ("blocks", "flow", "json")


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=60)
@given(answers=answers_to(BIO2[0], HAPPENED))
def test_a_sheet_of_an_older_version_is_sound_in_the_newer_and_loses_nothing(
    form: str, answers: dict[str, Any]
) -> None:
    old, new = BIO2

    _, done, _ = migrated(as_yaml(answers, old.id, old.version, form), old, new)

    assert done.kept_form or form != "blocks"


@settings(max_examples=40)
@given(answers=answers_to(BIO2[1], ("5.02.01", "5.10.02", "5.25", "5.26.02", "6.03.04")))
def test_back_to_the_older_version_is_sound_too(answers: dict[str, Any]) -> None:
    new, old = BIO2

    migrated(as_yaml(answers, old.id, old.version, "blocks"), old, new)


@pytest.mark.parametrize(
    ("start", "end"), [("bio1", "bio2"), ("iso27001-2013", "iso27001"), ("iso27001", "bio2"), ("bio2", "cbb")]
)
@settings(max_examples=40)
@given(data=st.data())
def test_a_sheet_of_another_catalogue_is_sound_too(start: str, end: str, data: st.DataObject) -> None:
    old, new = LIBRARY.catalogue(start), LIBRARY.catalogue(end)
    first = tuple(old.index.items)[:3]

    plan, _, _ = migrated(as_yaml(data.draw(answers_to(old, first)), old.id, old.version, "blocks"), old, new)

    assert all(one.confirm for one in plan.landings if one.answer and one.answer.status != "unanswered")
