from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bio_check.assess.judge import judge
from bio_check.errors import Diagnostic, UnusableInputError
from bio_check.load.answers import Loaded, load_answers
from bio_check.load.library import Library
from bio_check.load.yaml_text import parse_document
from bio_check.model.answers import Status
from bio_check.model.catalogue import Facet
from bio_check.model.profile import Selection

HEAD = "format: bio-check/answers/1\norganisation: {name: Gemeente Lindervoort}\nreference-date: 2026-11-21\n"


@pytest.fixture(scope="module")
def load() -> Callable[[str], Loaded]:
    """Load a sheet of which the head is given; all sheets share one library."""
    library = Library()

    def load_text(text: str) -> Loaded:
        return load_answers(parse_document((HEAD + text).encode(), "answers.yaml"), library)

    return load_text


def faults_of(load: Callable[[str], Loaded], text: str) -> list[Diagnostic]:
    with pytest.raises(UnusableInputError) as caught:
        load(text)
    return list(caught.value.diagnostics)


# The head


def test_without_a_profile_every_item_of_the_newest_version_of_each_answered_catalogue_applies(
    load: Callable[[str], Loaded],
) -> None:
    loaded = load('answers: {iso27001: {"5.2": {status: met}}, bio2: }\n')

    newest = {ident: Library().catalogue(ident).version for ident in ("iso27001", "bio2")}
    assert loaded.sheet.profile is None
    assert loaded.sheet.versions == newest
    assert loaded.norms.profile.selections == tuple(Selection(ident, version) for ident, version in newest.items())
    assert {one.id: len(one.items) for one in loaded.norms.catalogues}["bio2"] == 156


def test_a_catalogue_without_answers_applies_where_the_head_names_it(load: Callable[[str], Loaded]) -> None:
    loaded = load('catalogues: {bio2: "1.3"}\nanswers: {}\n')

    assert [one.id for one in loaded.norms.catalogues] == ["bio2"]
    assert loaded.sheet.answers == {"bio2": {}}


def test_a_profile_says_what_applies_whatever_was_answered(load: Callable[[str], Loaded]) -> None:
    loaded = load("profile: gemeente\nanswers: {}\n")

    assert [one.id for one in loaded.norms.catalogues] == ["bio2", "iso27001", "cbw"]


def test_the_head_is_kept_as_written(load: Callable[[str], Loaded]) -> None:
    sheet = load("scope: ' 5.10 '\ndraft: true\nanswers: {}\n").sheet

    assert (sheet.organisation.name, sheet.scope, sheet.draft) == ("Gemeente Lindervoort", "5.10", True)
    assert sheet.reference_date == date(2026, 11, 21)


def test_a_document_of_another_kind_is_no_sheet() -> None:
    document = parse_document(b"format: bio-check/profile/1\nid: x\n", "profile.yaml")

    with pytest.raises(UnusableInputError) as caught:
        load_answers(document, Library())

    assert [(str(one.place), one.code) for one in caught.value.diagnostics] == [
        ("profile.yaml:1:9: format", "other-format")
    ]


# Answers


@pytest.mark.parametrize(
    ("facets", "status"),
    [
        ("{design: met, existence: met, operation: met}", Status.MET),
        ("{design: not-met, existence: not-met, operation: not-met}", Status.NOT_MET),
        ("{design: met, existence: met, operation: partial}", Status.PARTIAL),
        ("{design: met, existence: not-met}", Status.PARTIAL),
        ("{design: not-met}", Status.PARTIAL),
        ("{operation: met}", Status.PARTIAL),
        ("{design: , existence: , operation: }", Status.UNANSWERED),
        ("{}", Status.UNANSWERED),
        ("", Status.UNANSWERED),
    ],
)
def test_a_status_follows_from_its_facets(load: Callable[[str], Loaded], facets: str, status: Status) -> None:
    sheet = load(f'answers: {{bio2: {{"5.17.01": {{facets: {facets}}}}}}}\n').sheet

    assert sheet.answers["bio2"]["5.17.01"].status is status


def test_facets_are_kept_beside_the_status(load: Callable[[str], Loaded]) -> None:
    sheet = load('answers: {bio2: {"5.17.01": {facets: {operation: not-met, design: met}}}}\n').sheet

    assert sheet.answers["bio2"]["5.17.01"].facets == {Facet.DESIGN: Status.MET, Facet.OPERATION: Status.NOT_MET}


@pytest.mark.parametrize("blank", ["", "{}", "{status: }", "{status: , evidence: [], note: '  ', deviation: , risk: }"])
def test_what_is_left_blank_is_unanswered(load: Callable[[str], Loaded], blank: str) -> None:
    answer = load(f'answers: {{bio2: {{"5.17.01": {blank}}}}}\n').sheet.answers["bio2"]["5.17.01"]

    assert answer.status is Status.UNANSWERED
    assert (answer.note, answer.evidence, answer.actions, answer.deviation, answer.risk) == (None, (), (), None, None)


def test_the_judgement_on_a_control_with_measures_is_no_answer(load: Callable[[str], Loaded]) -> None:
    sheet = load('answers: {bio2: {"5.17": {status: met, risk-analysis: RA-1}, "5.03": {status: met}}}\n').sheet

    assert list(sheet.answers["bio2"]) == ["5.03"]
    assert {ident: one.status for ident, one in sheet.judgements["bio2"].items()} == {"5.17": Status.MET}


def test_actions_come_from_the_register_or_stand_under_the_answer(load: Callable[[str], Loaded]) -> None:
    sheet = load(
        'answers: {bio2: {"5.17.01": {actions: [mfa, {title: Handleiding, cost: 0, status: done}]}}}\n'
        "actions: {mfa: {title: MFA, due: 2027-02-01, cost: 12000}}\n"
    ).sheet

    told = [(one.id, one.title, one.due, one.cost, one.done) for one in sheet.answers["bio2"]["5.17.01"].actions]
    assert told == [("mfa", "MFA", date(2027, 2, 1), 12000, False), ("", "Handleiding", None, 0, True)]


def test_a_period_is_dated_at_its_end(load: Callable[[str], Loaded]) -> None:
    sheet = load(
        "answers: {}\nevidence: {e: {title: E, kind: policy, shows: [operation, design], "
        "period: {from: 2026-01-01, to: 2026-09-30}}}\n"
    ).sheet

    piece = sheet.evidence["e"]
    assert (piece.period_from, piece.dated) == (date(2026, 1, 1), date(2026, 9, 30))
    assert piece.shows == (Facet.DESIGN, Facet.OPERATION)


# Faults


def test_the_suggestion_for_an_id_is_the_one_with_the_same_numbers(load: Callable[[str], Loaded]) -> None:
    faults = faults_of(load, "answers: {bio2: {5.4.1: , A.5.17: , 5.17.9: }, iso27001: {5.09: }}\n")

    suggestions = {dict(one.values)["id"]: dict(one.values)["suggestion"] for one in faults}
    assert suggestions.pop("5.17.9").startswith("5.17.")
    assert suggestions == {"5.4.1": "5.04.01", "A.5.17": "5.17", "5.09": "A.5.9"}


def test_every_fault_of_one_piece_is_told(load: Callable[[str], Loaded]) -> None:
    faults = faults_of(
        load,
        "answers: {}\n"
        "evidence: {e: {title: ' ', kind: none, shows: [design], date: 2026-02-30, valid-until: 2027-02-30}}\n"
        "actions: {a: {title: ' ', due: 2026-13-01}}\n",
    )

    assert [(one.place.path, one.code) for one in faults] == [
        ("evidence.e.title", "empty"),
        ("evidence.e.kind", "unknown-kind"),
        ("evidence.e.date", "bad-date"),
        ("evidence.e.valid-until", "bad-date"),
        ("actions.a.title", "empty"),
        ("actions.a.due", "bad-date"),
    ]


def test_a_location_too_long_for_a_path_is_no_file(load: Callable[[str], Loaded]) -> None:
    location = "zaak " * 1000

    loaded = load(
        "answers: {}\nevidence: {e: {title: E, kind: policy, date: 2026-01-01, shows: [design], "
        f"sha256: {'0' * 64}, location: {location}}}}}\n"
    )

    assert loaded.sheet.evidence["e"].location == location.strip()


# Warnings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("evidence: {e: {title: E, kind: policy, date: 2026-11-21, shows: [design]}}",
         ["5:12 evidence.e evidence-unused"]),
        ("evidence: {e: {title: E, kind: policy, date: 2026-11-22, shows: [design]}}",
         ["5:12 evidence.e evidence-later", "5:12 evidence.e evidence-unused"]),
        ("actions: {a: {title: A}}", ["5:11 actions.a action-unused"]),
    ],
)  # fmt: skip
def test_registers_warn_of_what_is_unused_or_later(
    load: Callable[[str], Loaded], text: str, expected: list[str]
) -> None:
    warnings = load(f"answers: {{}}\n{text}\n").sheet.warnings

    assert [f"{one.place.line}:{one.place.column} {one.place.path} {one.code}" for one in warnings] == expected


def test_what_an_answer_refers_to_is_in_use(load: Callable[[str], Loaded]) -> None:
    loaded = load(
        'answers: {bio2: {"5.17.01": {evidence: [e], actions: [a]}}}\n'
        "evidence: {e: {title: E, kind: policy, date: 2026-11-21, shows: [design]}}\nactions: {a: {title: A}}\n"
    )

    assert loaded.sheet.warnings == ()


@pytest.mark.parametrize(
    ("status", "codes"),
    [
        ("met", ["deviation-not-needed"]), ("not-applicable", ["deviation-not-needed"]),
        ("partial", []), ("not-met", []), ("", []),
    ],
)  # fmt: skip
def test_a_deviation_warns_where_there_is_nothing_to_deviate_from(
    load: Callable[[str], Loaded], status: str, codes: list[str]
) -> None:
    deviation = "{reason: R, risk-analysis: RA, ciso-advice: C, owner: O, until: 2027-01-01}"
    answer = f"{{status: {status}, reason: R, risk-analysis: RA, deviation: {deviation}}}"

    loaded = load(f'answers: {{bio2: {{"5.17.01": {answer}}}}}\n')

    assert [one.code for one in loaded.sheet.warnings] == codes


def test_an_answer_that_the_profile_does_not_ask_for_warns_and_counts_nowhere(load: Callable[[str], Loaded]) -> None:
    asked = {item.id for item in Library().catalogue("bio2").items.values() if item.phase == 1}
    ident = next(ident for ident in Library().catalogue("bio2").items if ident not in asked)
    loaded = load(f'profile: basis\nanswers: {{bio2: {{"{ident}": {{status: met}}}}}}\n')

    assessment = judge(loaded.sheet, loaded.norms)

    assert [(one.code, one.place.path) for one in assessment.warnings] == [("outside-profile", f"answers.bio2.{ident}")]
    assert assessment.catalogues[0].score.met == 0


def test_more_warnings_than_faults_may_be_are_no_fault(load: Callable[[str], Loaded]) -> None:
    many = "".join(f"  e{n}: {{title: E, kind: policy, date: 2026-01-01, shows: [design]}}\n" for n in range(1100))

    loaded = load(f"answers: {{}}\nevidence:\n{many}")

    assert len(loaded.sheet.warnings) == 1100
