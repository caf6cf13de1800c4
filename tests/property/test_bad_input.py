from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bio_check.load.yaml_text import parse_document
from bio_check.sentences import DIAGNOSTICS

VALID = Path(__file__).parents[1] / "data" / "valid"
SHEET = b"""format: bio-check/answers/1
organisation: {name: Gemeente Lindervoort, inhabitants: 25000}
reference-date: 2026-11-21
catalogues: {proef: "1.0"}
answers:
  proef:
    "1.1": {status: partial, owner: "I&A", evidence: [beleid], risk: {likelihood: 4, impact: 5}, actions: [mfa]}
    "1.2": {status: met, note: "De maatregelen volstaan."}
    "1.2.1":
      facets: {design: met, operation: not-met}
      deviation: {reason: R, risk-analysis: RA, ciso-advice: C, owner: O, until: 2027-01-01}
    "2.10": {status: not-applicable, reason: Geen, risk-analysis: RA-1}
evidence:
  beleid: {title: Beleid, kind: policy, date: 2026-01-01, shows: [design], valid-until: 2027-01-01}
  export: {title: Export, kind: decision, period: {from: 2026-01-01, to: 2026-06-30}, shows: [operation]}
actions:
  mfa: {title: MFA, owner: SSC, due: 2027-02-01, cost: 12000, status: open}
"""
PROFILE = b"""format: bio-check/profile/1
id: eigen
title: {nl: Eigen, en: "Own"}
description: {nl: Van onszelf., en: Of our own.}
catalogues:
  - {id: proef, version: "1.0", groups: [1, "2"], phases: [1], items: [1.*, 2.10]}
overlays:
  - {catalogue: proef, item: 1.2.1, reason: {nl: Zwaar., en: Heavy.}, weight: 3, duty: law, role: it, effort: L}
factors: {duty: {law: 3, self-regulation: 1}, risk: 12}
"""
SHARED = ("catalogue", "catalogue-of-titles", "crosswalk", "evidence-kinds")
DOCUMENTS = (SHEET, PROFILE, *((VALID / f"{name}.yaml").read_bytes() for name in SHARED))
TOKENS = st.sampled_from([
    *"-:,{}[]?&*!|>'\"%@`#~\n\t\r \0\\é\x07\ufeff\u2028", "\n  ", "\n    ", "- ", ": ", "? ", "---\n", "...\n",
    "&a ", "*a", "<<: ", "!!python/object ", "!x ", "%YAML 1.1\n", "null", "true", "5.10", "0x10", "2026-02-30", "{{",
    "\\ud83d", "format: bio-check/answers/1\n", "answers:\n", "organisation: {name: x}\n", '"1.1": ', "proef:",
    "reference-date: 2026-11-21\n", "status: met\n", "evidence:\n",
])  # fmt: skip
WORDS = st.sampled_from([
    "", " ", "met", "not-applicable", "proef", "1.1", "1.2", "1.2.1", "1.2.2", "1.2.4", "9.9", "bio2", "beleid", "mfa",
    "policy", "design", "operation", "2026-02-30", "2026-11-21", "0001-01-01", "9999-12-31", "P1Y", "P1D2Y", "<<",
    "moved", "withdrawn", "see", "../../..", "a" * 600, "\x1b[2J", "\u202e", "1.*", "[", "own",
])  # fmt: skip
KEYS = WORDS | st.sampled_from([
    "format", "organisation", "name", "reference-date", "profile", "catalogues", "answers", "status", "facets", "owner",
    "reason", "risk-analysis", "risk", "likelihood", "impact", "evidence", "actions", "deviation", "until", "kind",
    "date", "period", "from", "to", "shows", "sha256", "location", "title", "nl", "en", "fr", "groups", "controls",
    "measures", "id", "attributes", "concepts", "weight", "rhythm", "moved-to", "kinds", "life", "overlays", "factors",
])  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers(-2, 10) | st.just(10**17) | WORDS
NODES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=5
)
FORMATS = st.sampled_from(["answers", "catalogue", "crosswalk", "profile", "evidence-kinds"]).map(
    lambda one: f"bio-check/{one}/1"
)

LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""Where YAML 1.1 begins a new line."""

few = settings(max_examples=100)
Check = Callable[[bytes], None]


@pytest.fixture(scope="module")
def check(run: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Check:
    """Hold a file against the promise of specification 11: exit 0 or 3, never a traceback, each fault with a place."""
    folder = tmp_path_factory.mktemp("controls")
    (folder / "proef").mkdir()
    (folder / "proef" / "catalogue.yaml").write_bytes((VALID / "catalogue.yaml").read_bytes())
    file = folder / "answers.yaml"

    def check_bytes(raw: bytes) -> None:
        file.write_bytes(raw)
        ran = run("--catalogues", str(folder), "validate", str(file), "--lang", "en")
        assert ran.code in {0, 3}, ran.err
        assert "Traceback" not in ran.err
        assert all(line.isprintable() for line in (ran.out + ran.err).splitlines())
        assert file.read_bytes() == raw
        if ran.code == 3:
            check_places(folder, file)
        elif b"bio-check/answers/1" in raw:
            scored = run("--catalogues", str(folder), "score", str(file), "--json")
            assert scored.code in {0, 3}, scored.err
            assert "Traceback" not in scored.err

    def check_places(folder: Path, file: Path) -> None:
        ran = run("--catalogues", str(folder), "validate", str(file), "--json")
        told = json.loads(ran.out)
        lines = LINE_BREAK.split(file.read_bytes().decode("utf-8", "replace"))
        assert told["valid"] is False
        for fault in told["files"][0]["faults"]:
            assert fault["place"]["file"] == str(file)
            assert fault["code"] in DIAGNOSTICS
            assert fault["hint"].strip()
            assert 1 <= fault["place"]["line"] <= len(lines)
            assert 1 <= fault["place"]["column"] <= len(lines[fault["place"]["line"] - 1]) + 1

    return check_bytes


def paths(value: object, *above: str | int) -> list[tuple[str | int, ...]]:
    """Return the path of every node below a value."""
    below: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        below = list(value.items())
    if isinstance(value, list):
        below = list(enumerate(value))
    return [path for key, one in below for path in [(*above, key), *paths(one, *above, key)]]


@st.composite
def changed_bytes(draw: st.DrawFn) -> bytes:
    """Give a valid document in which some bytes were dropped, replaced or put in."""
    raw = draw(st.sampled_from(DOCUMENTS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(raw)))
        put = draw(st.binary(max_size=3) | TOKENS.map(lambda token: token.encode("utf-8", "replace")))
        raw = raw[:start] + put + raw[start + draw(st.sampled_from([0, 0, 1, 2, 20])) :]
    return raw


@st.composite
def changed_nodes(draw: st.DrawFn) -> bytes:
    """Give a valid document, as JSON, in which some nodes were dropped, replaced or put in."""
    data: Any = parse_document(draw(st.sampled_from(DOCUMENTS)), "f").data
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(paths(data) or [()]))
        if not path:
            break
        holder = data
        for key in path[:-1]:
            holder = holder[key]
        what = draw(st.sampled_from(["drop", "replace", "insert"]))
        if what == "drop":
            del holder[path[-1]]
        elif what == "replace" or isinstance(holder, list):
            holder[path[-1]] = draw(NODES)
        else:
            holder[draw(KEYS)] = draw(NODES)
    return json.dumps(data).encode()


@few
@given(raw=st.binary(max_size=80))
def test_any_bytes_are_answered_with_a_verdict(check: Check, raw: bytes) -> None:
    check(raw)


@few
@given(tokens=st.lists(TOKENS, max_size=25))
def test_anything_that_looks_like_yaml_is_answered_with_a_verdict(check: Check, tokens: list[str]) -> None:
    check("".join(tokens).encode())


@few
@given(form=FORMATS, data=st.dictionaries(KEYS, NODES, max_size=5))
def test_any_json_with_our_format_is_answered_with_a_verdict(check: Check, form: str, data: dict[str, Any]) -> None:
    check(json.dumps({"format": form} | data, ensure_ascii=False).encode("utf-8", "replace"))


@few
@given(raw=changed_bytes())
def test_a_valid_document_with_other_bytes_is_answered_with_a_verdict(check: Check, raw: bytes) -> None:
    check(raw)


@few
@given(raw=changed_nodes())
def test_a_valid_document_with_other_nodes_is_answered_with_a_verdict(check: Check, raw: bytes) -> None:
    check(raw)


@pytest.mark.parametrize("raw", DOCUMENTS, ids=["answers", "profile", *SHARED])
def test_what_is_changed_was_valid_at_first(raw: bytes, run: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "proef").mkdir()
    (tmp_path / "proef" / "catalogue.yaml").write_bytes((VALID / "catalogue.yaml").read_bytes())
    file = tmp_path / "changed.yaml"
    file.write_bytes(raw)

    assert run("--catalogues", str(tmp_path), "validate", str(file)).code == 0
