from __future__ import annotations

from typing import Any

import pytest

from bio_check.load.yaml_text import parse_document
from bio_check.render.document_yaml import to_yaml


def test_a_document_reads_as_its_neighbours_do() -> None:
    data = {
        "format": "bio-check/catalogue/1",
        "issued": "2026-01-09",
        "weight": 2,
        "groups-apart": True,
        "title": {"nl": "Een", "en": "One"},
        "groups": [{"id": "1", "controls": [{"id": "1.10", "attributes": {"type": ["preventive"]}}]}, []],
        "none": None,
        "empty": {},
    }

    text = to_yaml(data)

    assert text == (
        'format: "bio-check/catalogue/1"\n'
        'issued: "2026-01-09"\n'
        "weight: 2\n"
        "groups-apart: true\n"
        'title: {nl: "Een", en: "One"}\n'
        "groups:\n"
        '  - id: "1"\n'
        "    controls:\n"
        '      - id: "1.10"\n'
        "        attributes:\n"
        '          type: ["preventive"]\n'
        "  - []\n"
        "none: null\n"
        "empty: {}\n"
    )


@pytest.mark.parametrize(
    "text",
    ["", "5.10", "no", "null", "- x", "a: b", "# x", '"', "\\", "a\nb", "\ttab", "é😀", "x" * 300, "{{ x }}", "'"],
    ids=ascii,
)
def test_text_stays_the_text_that_it_is(text: str) -> None:
    data: dict[str, Any] = {"a": text, "b": [text, {"c": text}], text or "k": 1}

    read = parse_document(to_yaml(data).encode(), "x.yaml")

    assert read.faults == ()
    assert read.data == data


def test_the_same_document_gives_the_same_text() -> None:
    data = {"b": ["x"] * 40, "a": {"n": 1}}

    assert to_yaml(data) == to_yaml(data)
    assert to_yaml(data).startswith("b:\n")
