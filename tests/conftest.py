"""What tests share: a command run in process, whole outputs kept as files, and builders of small values."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bio_check.__main__ import main
from bio_check.assess.conclude import conclude
from bio_check.assess.judge import Case, judge_item
from bio_check.errors import Place
from bio_check.model.answers import Answer, AnswerSheet, Organisation, Status
from bio_check.model.assessment import CatalogueAssessment, Finding
from bio_check.model.catalogue import Catalogue, Control, Duty, Facet, Group, Index, Item, Kind, Retired, Source
from bio_check.model.crosswalk import Crosswalk, Links, Origin, Relationship, Row
from bio_check.model.evidence import Evidence, EvidenceKind
from bio_check.model.period import Period
from bio_check.model.profile import Factors, Norms, Profile, Selection
from bio_check.model.text import NO_TEXT, Text
from bio_check.value import replace

GOLDEN = Path(__file__).parent / "golden"
TODAY = date(2026, 11, 21)
PLACE = Place("answers.yaml", 1, 1)
NOT_OURS = ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH")
"""What the person at the keyboard may have set, and a test must not hear of; all BIO_CHECK_… go as well."""

# A slow machine is no fault in the code.
settings.register_profile("calm", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Rewrite the files in tests/golden that differ.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs the schemas of others, where nobody says in which folder they lie."""
    if os.environ.get("BIO_CHECK_SCHEMAS"):
        return
    left_out = [item for item in items if item.get_closest_marker("schemas")]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


# A command and its output


@dataclass(frozen=True, slots=True)
class Ran:
    """What came out of one command."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def run() -> Callable[..., Ran]:
    """Run `bio-check` in this process as a pipe sees it: no terminal, no settings of one's own."""

    def run_main(*args: str, stdin: bytes | None = None) -> Ran:
        out, err = BytesIO(), BytesIO()
        with pytest.MonkeyPatch.context() as patch:
            for name in (*NOT_OURS, *(name for name in os.environ if name.startswith("BIO_CHECK_"))):
                patch.delenv(name, raising=False)
            patch.setenv("COLUMNS", "80")
            patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin or b""), "utf-8"))
            for name, stream in (("stdout", out), ("stderr", err)):
                patch.setattr(sys, name, TextIOWrapper(stream, "utf-8", newline="", write_through=True))
            code = main([*args])
            sys.stdout.flush()
            sys.stderr.flush()
            return Ran(int(code), out.getvalue().decode(), err.getvalue().decode())

    return run_main


@pytest.fixture(scope="session")
def golden(pytestconfig: pytest.Config) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in tests/golden, byte for byte."""

    def compare(name: str, text: str) -> None:
        file, raw = GOLDEN / name, text.encode()
        kept = file.read_bytes() if file.is_file() else None
        if raw == kept:
            return
        if pytestconfig.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(raw)
            return
        if kept is None:
            pytest.fail(f"tests/golden/{name} is missing; write it with pytest --update-golden", pytrace=False)
        before = kept.decode("utf-8", "backslashreplace").splitlines(keepends=True)
        diff = difflib.unified_diff(before, text.splitlines(keepends=True), f"tests/golden/{name}", "this run")
        pytest.fail("".join(line if line.endswith("\n") else f"{line}\n" for line in diff), pytrace=False)

    return compare


# Values; a test changes what it is about with bio_check.value.replace


@pytest.fixture(scope="session")
def today() -> date:
    """The reference date of every sheet and finding below."""
    return TODAY


@pytest.fixture(scope="session")
def kinds() -> dict[str, EvidenceKind]:
    """A kind that never grows old, one that lives a year, and one that lives three months."""
    lives = {"policy": None, "pentest": Period(12, 0), "bridge-letter": Period(3, 0)}
    text = Text("soort", "kind")
    return {ident: EvidenceKind(ident, text, life, tuple(Facet), text) for ident, life in lives.items()}


@pytest.fixture(scope="session")
def an_item() -> Callable[..., Item]:
    """Build an item of weight 1, bound by self-regulation; its id says under what it stands."""

    def build(ident: str = "5.17.01") -> Item:
        parts, text = ident.split("."), Text(f"onderdeel {ident}", f"item {ident}")
        kind = Kind.MEASURE if len(parts) > 2 else Kind.CONTROL  # 5.17.01 is group, control, measure
        return Item(
            id=ident,
            kind=kind,
            group=parts[0],
            control=".".join(parts[:2]),
            title=text,
            statement=text,
            question=text,
            why=text,
            evidence=(),
            duty=Duty.SELF_REGULATION,
            role="ciso",
        )

    return build


@pytest.fixture(scope="session")
def an_answer() -> Callable[..., Answer]:
    """Build an answer with a status, and what backs it."""

    def build(status: Status = Status.MET, *evidence: str) -> Answer:
        return Answer(PLACE, status, evidence=evidence)

    return build


@pytest.fixture(scope="session")
def a_piece() -> Callable[..., Evidence]:
    """Build a policy, dated before the reference date, that shows all facets for good."""

    def build(ident: str = "policy-2026", dated: date = date(2026, 2, 10), kind: str = "policy") -> Evidence:
        return Evidence(ident, f"title of {ident}", kind, dated, None, tuple(Facet), Place("answers.yaml", 9, 3, ident))

    return build


@pytest.fixture(scope="session")
def a_finding(kinds: dict[str, EvidenceKind], an_answer: Callable[..., Answer]) -> Callable[..., Finding]:
    """Judge an item of bio2 at the reference date; a status stands for an answer, None for no answer."""

    def build(item: Item, given: Answer | Status | None = Status.MET, pieces: Iterable[Evidence] = ()) -> Finding:
        register = {piece.id: piece for piece in pieces}
        answer = an_answer(given, *register) if isinstance(given, Status) else given
        return judge_item(item, answer, Case("bio2", register, kinds, Factors(), TODAY))

    return build


@pytest.fixture(scope="session")
def a_catalogue() -> Callable[..., Catalogue]:
    """Build a catalogue of items, put under their controls and groups."""

    def build(items: Iterable[Item], retired: Iterable[Retired] = (), ident: str = "bio2") -> Catalogue:
        text, below = Text(f"catalogus {ident}", f"catalogue {ident}"), tuple(items)
        controls: dict[str, dict[str, tuple[Item, ...]]] = {}
        for item in below:
            of_group = controls.setdefault(item.group, {})
            of_group[item.control] = (*of_group.get(item.control, ()), item)
        groups = tuple(
            Group(group, text, tuple(Control(one, group, text, {}, found) for one, found in of_group.items()))
            for group, of_group in controls.items()
        )
        measures = {
            control: tuple(item.id for item in found)
            for of_group in controls.values()
            for control, found in of_group.items()
            if any(item.kind is Kind.MEASURE for item in found)
        }
        return Catalogue(
            id=ident,
            version="1.0",
            edition=f"{ident.upper()} 1.0",
            title=text,
            issued=TODAY,
            source=Source("by hand", "https://example.org/", TODAY),
            wording="own",
            index=Index({item.id: item.kind for item in below}, measures, {one.id: one for one in retired}),
            read_groups=lambda: groups,
            sha256="0" * 64,
        )

    return build


@pytest.fixture(scope="session")
def some_norms(kinds: dict[str, EvidenceKind]) -> Callable[..., Norms]:
    """Build norms that ask for every item of some catalogues."""

    def build(*catalogues: Catalogue) -> Norms:
        text = Text("profiel", "profile")
        selections = tuple(Selection(one.id, one.version) for one in catalogues)
        return Norms(Profile("everything", text, text, selections), catalogues, kinds)

    return build


@pytest.fixture(scope="session")
def a_sheet() -> Callable[..., AnswerSheet]:
    """Build an answer sheet from answers by catalogue and item, and a register of evidence."""

    def build(answers: Mapping[str, Mapping[str, Answer]], pieces: Iterable[Evidence] = ()) -> AnswerSheet:
        return AnswerSheet(
            file="answers.yaml",
            organisation=Organisation("Gemeente Lindervoort"),
            scope=None,
            reference_date=TODAY,
            profile="everything",
            versions=dict.fromkeys(answers, "1.0"),
            answers=answers,
            judgements={},
            evidence={piece.id: piece for piece in pieces},
            actions={},
        )

    return build


# Norms, and what links them


@pytest.fixture(scope="session")
def a_norm(a_catalogue: Callable[..., Catalogue], an_item: Callable[..., Item]) -> Callable[..., Catalogue]:
    """Build a catalogue of ids: `21.3.a` is a control that is an item, `5.1 > 5.1.01` a measure of control 5.1."""

    def build(ident: str, *names: str, context: Collection[str] = ()) -> Catalogue:
        items = []
        for name in names:
            control, measure, item = name.partition(" > ")
            kind = Kind.MEASURE if measure else Kind.CONTROL
            item = item or control
            items.append(replace(an_item("0.0"), id=item, kind=kind, group=control.split(".")[0], control=control))
        made = a_catalogue(items, ident=ident)
        return replace(made, index=replace(made.index, context=frozenset(context)))

    return build


@pytest.fixture(scope="session")
def answered(an_answer: Callable[..., Answer], kinds: dict[str, EvidenceKind]) -> Callable[..., CatalogueAssessment]:
    """Judge a catalogue from a status per item and per judged control; the other items are unanswered."""

    def build(catalogue: Catalogue, statuses: Mapping[str, Status], **judgements: Status) -> CatalogueAssessment:
        case = Case(catalogue.id, {}, kinds, Factors(), TODAY)
        given = {ident: an_answer(status) for ident, status in {**statuses, **judgements}.items()}
        findings = [judge_item(item, given.get(item.id), case) for item in catalogue.items.values()]
        return conclude(catalogue, findings, {one: given[one] for one in judgements})

    return build


@dataclass(frozen=True)
class PlainLinks:
    """Crosswalks by the catalogues that they join, kept in dicts."""

    catalogues: Mapping[str, Catalogue]
    by_pair: Mapping[tuple[str, str], tuple[Row, ...]]

    def neighbours(self, catalogue: str) -> list[str]:
        return sorted({other for pair in self.by_pair if catalogue in pair for other in pair if other != catalogue})

    def rows(self, start: str, end: str) -> tuple[Row, ...]:
        written = self.by_pair.get((start, end))
        return written or tuple(row.turned for row in self.by_pair.get((end, start), ()))

    def crosswalks(self, start: str, end: str) -> list[Crosswalk]:
        return [self._crosswalk(*pair) for pair in ((start, end), (end, start)) if pair in self.by_pair]

    def _crosswalk(self, start: str, end: str) -> Crosswalk:
        rows, (first, last) = self.by_pair[start, end], (self.catalogues[one].version for one in (start, end))
        origins = tuple(dict.fromkeys(row.origin for row in rows))
        return Crosswalk(f"{start}--{end}", start, first, end, last, NO_TEXT, origins, rows, "0" * 64)

    def catalogue(self, ident: str) -> Catalogue:
        return self.catalogues[ident]


@pytest.fixture(scope="session")
def some_links() -> Callable[..., Links]:
    """Build crosswalks from rows by the ids of both catalogues: `{("bio2", "cbw"): [("5.1", EQUAL, "21")]}`."""

    def build(
        catalogues: Iterable[Catalogue], rows: Mapping[tuple[str, str], Iterable[tuple[str, Relationship, str]]]
    ) -> Links:
        origin = Origin("somebody", Text("The list of somebody", "The list of somebody"))
        crosswalks = {
            pair: tuple(Row(start, end, relationship, "source", origin) for start, relationship, end in found)
            for pair, found in rows.items()
        }
        return PlainLinks({one.id: one for one in catalogues}, crosswalks)

    return build
