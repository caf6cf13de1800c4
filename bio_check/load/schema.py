"""Hold a document against the JSON Schema of its kind, and word each breach as a placed fault."""

from __future__ import annotations

import json
from typing import Any

from bio_check.errors import Faults
from bio_check.load.yaml_text import Document, Key
from bio_check.shipped import schema_file

KINDS = ("answers", "catalogue", "crosswalk", "profile", "evidence-kinds")
"""The documents that have a schema, as in `format: bio-check/<kind>/1`."""


def read_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one kind of document."""
    schema: dict[str, Any] = json.loads(schema_file(kind).read_text("utf-8"))
    return schema


def check_shape(document: Document, kind: str, faults: Faults) -> frozenset[tuple[Key, ...]]:
    """Put every breach of the schema in the basket, and return where the shape is broken.

    The fast validator says yes or no; the slow one is loaded only to find words for what is wrong. A key that is
    merely unknown breaks nothing: it is told, and what stands beside it can still be judged.
    """
    schema = read_schema(kind)
    verdict = quick_verdict(schema, document.data)
    if verdict is True:
        return frozenset()
    from bio_check.load.schema_words import slow_validator, word_breach  # noqa: PLC0415  # ten times the start-up

    data: Any = document.data
    paths = [word_breach(error, document, kind, faults) for error in slow_validator(schema).iter_errors(data)]
    if verdict is False and not paths:
        message = "the two validators disagree"
        raise AssertionError(message)
    return frozenset(path for path in paths if path is not None)


def quick_verdict(schema: dict[str, Any], data: object) -> bool | None:
    """Return whether data has the shape; None where there is no fast validator for this platform."""
    try:
        import jsonschema_rs  # noqa: PLC0415  # not needed by commands that read no document
    except ImportError:
        return None
    verdict: bool = jsonschema_rs.Draft202012Validator(schema).is_valid(data)
    return verdict
