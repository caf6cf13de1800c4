"""A document of ours, written and read again, is what it was."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bio_check.load.yaml_text import parse_document
from bio_check.render.document_yaml import to_yaml

PRINTABLE = st.text().map(lambda text: "".join(one for one in text if one.isprintable() or one == "\n"))
SCALARS = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | PRINTABLE
KEYS = PRINTABLE.filter(lambda key: key != "<<")
VALUES = st.recursive(SCALARS, lambda below: st.lists(below, max_size=4) | st.dictionaries(KEYS, below, max_size=4))


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5))
def test_what_was_written_is_read(data: dict[str, Any]) -> None:
    read = parse_document(to_yaml(data).encode(), "x.yaml")

    assert read.faults == ()
    assert read.data == data
