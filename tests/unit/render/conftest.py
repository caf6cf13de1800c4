"""What tests of reports share: the small assessment, and pages taken apart into elements, text and tables."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from bio_check import api
from bio_check.load.yaml_text import read_document
from bio_check.model.assessment import Assessment
from bio_check.shipped import shipped_folder

SMALL = Path(__file__).parents[2] / "golden" / "small"
VOID = {"meta", "link", "br", "img", "input", "hr"}


@pytest.fixture(scope="session")
def small() -> Assessment:
    """One item of every sort: proven, proof gap, partial, not met, not applicable, unanswered."""
    return api.judge(api.load_sheet(SMALL / "answers.yaml", SMALL / "controls"))


@pytest.fixture(scope="session")
def lindervoort() -> Assessment:
    """The example municipality."""
    return api.judge(api.load_sheet(shipped_folder("examples") / "lindervoort" / "answers.yaml"))


Say = Callable[[str], str]
"""The name of a field to what a user wrote there."""


def with_texts(value: Any, say: Say, path: str = "norm") -> Any:  # noqa: ANN401  # a document
    """Replace every text for people in a catalogue or profile, and the edition."""
    if isinstance(value, dict):
        if value.keys() == {"nl", "en"}:
            return {language: say(f"{path}-{language}") for language in value}
        texts = {"edition": say("edition")} if "edition" in value else {}
        return {key: with_texts(one, say, f"{path}-{key}") for key, one in value.items()} | texts
    if isinstance(value, list):
        return [with_texts(one, say, f"{path}-{index}") for index, one in enumerate(value)]
    return value


def sheet_with(say: Say) -> dict[str, Any]:
    """A sheet that uses every field in which a user writes free text."""
    deviation = {key: say(f"deviation-{key}") for key in ("reason", "risk-analysis", "ciso-advice", "owner")}
    loose = {"title": say("loose-action"), "owner": say("loose-owner"), "due": "2027-03-01", "cost": 5}
    texts = {key: say(f"evidence-{key}") for key in ("title", "issuer", "location")}
    return {
        "format": "bio-check/answers/1",
        "organisation": {"name": say("organisation"), "kind": say("kind")},
        "scope": say("scope"),
        "reference-date": "2026-11-21",
        "profile": "klein",
        "catalogues": {"huis": "2"},
        "answers": {
            "huis": {
                "1.1": {"status": "met", "note": say("judgement")},
                "1.1.1": {"status": "met", "owner": say("owner-1"), "note": say("note-1"), "evidence": [say("id")]},
                "1.1.2": {
                    "status": "partial",
                    "owner": say("owner-2"),
                    "note": say("note-2"),
                    "evidence": [say("id"), "later"],
                    "actions": [say("action-id"), loose],
                    "deviation": {**deviation, "until": "2026-10-31"},
                },
                "2.1.2": {
                    "status": "not-applicable",
                    "owner": say("owner-3"),
                    "reason": say("reason"),
                    "risk-analysis": say("risk-analysis"),
                },
                "2.2": {"status": "not-met", "owner": say("owner-1")},
            }
        },
        "evidence": {
            say("id"): {**texts, "kind": "report", "date": "2025-11-01", "shows": ["design"], "covers": "partial"},
            "later": {"title": say("later"), "kind": "policy", "date": "2026-12-24", "shows": ["operation"]},
        },
        "actions": {
            say("action-id"): {"title": say("action"), "owner": say("action-owner"), "due": "2026-10-01", "cost": 7}
        },
    }


@pytest.fixture(scope="session")
def written_by(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Say, str], Assessment]:
    """Judge the small sheet with other words in every free text, in sheet, catalogue and profile; by its file name."""

    def build(say: Say, file: str) -> Assessment:
        folder = tmp_path_factory.mktemp("written")
        for name in ("huis/catalogue.yaml", "profiles/klein.yaml"):
            own = folder / "controls" / name
            own.parent.mkdir(parents=True)
            document = read_document(str(SMALL / "controls" / name))
            own.write_text(json.dumps(with_texts(document.data, say)), "utf-8")
        sheet = folder / file
        sheet.write_text(json.dumps(sheet_with(say)), "utf-8")
        return api.judge(api.load_sheet(sheet, folder / "controls"))

    return build


@dataclass
class Element:
    """One element, where it begins."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    """All text within."""


@dataclass
class Page(HTMLParser):
    """A page as a browser would see it: elements in order, each with its text."""

    elements: list[Element] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    """Per table, per row, the text of each cell."""
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute of <{tag}> stands twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        closed = self._open.pop()
        assert closed.tag == tag, f"</{tag}> closes <{closed.tag}>"
        if tag in {"td", "th"}:
            self.tables[-1][-1].append(" ".join(closed.text.split()))

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def close(self) -> None:
        super().close()
        assert [element.tag for element in self._open] == []

    def all(self, tag: str) -> list[Element]:
        """Return the elements of one tag, in order."""
        return [element for element in self.elements if element.tag == tag]


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Page]:
    """Take a page apart; it must be well formed, with every element closed."""

    def parse(source: str) -> Page:
        page = Page()
        page.feed(source)
        page.close()
        return page

    return parse
