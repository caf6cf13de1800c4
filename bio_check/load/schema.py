"""Hold a document against the JSON Schema of its kind, and word each breach as a placed fault."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from bio_check.errors import Faults
from bio_check.load.suggest import choices, closest
from bio_check.load.yaml_text import Document, Key
from bio_check.shipped import schema_file

if TYPE_CHECKING:
    from jsonschema import ValidationError

KINDS = ("answers", "catalogue", "profile", "evidence-kinds")
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
    if _is_valid(schema, document.data):
        return frozenset()
    from jsonschema import Draft202012Validator  # noqa: PLC0415  # ten times the start-up of everything else

    errors = list(Draft202012Validator(schema).iter_errors(document.data))
    for error in errors:
        _word(error, document, faults)
    return frozenset(tuple(error.absolute_path) for error in errors if error.validator != "additionalProperties")


def _is_valid(schema: dict[str, Any], data: object) -> bool:
    try:
        import jsonschema_rs  # noqa: PLC0415  # not needed by commands that read no document
    except ImportError:  # no wheel for this platform: let the slow one decide
        return False
    verdict: bool = jsonschema_rs.Draft202012Validator(schema).is_valid(data)
    return verdict


def _word(error: ValidationError, document: Document, faults: Faults) -> None:
    """Put one breach in the basket, in our words: those of the validator are never shown."""
    path: list[Key] = list(error.absolute_path)
    rule = str(error.validator)
    if rule == "additionalProperties":
        _word_unknown_keys(error, document, faults)
    elif rule == "required":
        missing: Any = error.validator_value
        for key in missing:
            if key not in _mapping(error.instance):
                faults.add("missing-key", document.place(*path), key=key)
    else:
        code, values = _WORDED.get(rule, _wrong_form)(error)
        faults.add(code, document.place(*path), **values)


def _word_unknown_keys(error: ValidationError, document: Document, faults: Faults) -> None:
    known = tuple(_mapping(_mapping(error.schema).get("properties", {})))
    for key in _mapping(error.instance):
        if key not in known:
            place = document.place(*error.absolute_path, key)
            faults.add("unknown-key", place, key=key, **closest(key, known))


_Worded = tuple[str, dict[str, object]]


def _no_choice(error: ValidationError) -> _Worded:
    values = [value for value in _listed(error.validator_value) if value is not None]
    told: dict[str, object] = {"value": brief(error.instance), "choices": choices(values)}
    return "not-a-choice", told | closest(error.instance, values)


def _pattern(error: ValidationError) -> _Worded:
    return str(_mapping(error.schema).get("$comment", "wrong-form")), {"value": brief(error.instance)}


def _wrong_type(error: ValidationError) -> _Worded:
    names = [str(name) for name in _listed(error.validator_value) if name != "null"]
    wanted = "text" if names[:1] == ["string"] else names[0]
    return "wrong-type", {"value": brief(error.instance), "wanted": wanted, "found": _type_name(error.instance)}


def _out_of_range(error: ValidationError) -> _Worded:
    schema = _mapping(error.schema)
    values = {"value": error.instance, "low": schema.get("minimum", "…"), "high": schema.get("maximum", "…")}
    return "out-of-range", values


def _empty(_: ValidationError) -> _Worded:
    return "empty", {}


def _too_long(error: ValidationError) -> _Worded:
    return "too-long", {"limit": error.validator_value, "length": len(str(error.instance))}


def _twice(_: ValidationError) -> _Worded:
    return "duplicate-entry", {}


def _wrong_form(error: ValidationError) -> _Worded:
    return "wrong-form", {"value": brief(error.instance)}


_WORDED: Mapping[str, Callable[[ValidationError], _Worded]] = {
    "enum": _no_choice,
    "const": _no_choice,
    "pattern": _pattern,
    "type": _wrong_type,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "minLength": _empty,
    "minItems": _empty,
    "maxLength": _too_long,
    "uniqueItems": _twice,
}
"""Rule of JSON Schema to our code, with what its sentence needs."""


def _mapping(value: Any) -> Mapping[str, Any]:  # noqa: ANN401  # the validator only says object
    return value if isinstance(value, dict) else {}


def _listed(limit: object) -> Iterable[object]:
    return limit if isinstance(limit, list) else [limit]


def _type_name(value: object) -> str:
    if value is None:
        return "null"
    names = {bool: "boolean", int: "integer", str: "text", list: "array", dict: "object"}
    return names.get(type(value), "text")


def brief(value: object) -> str:
    """Return a value as a user would recognise it, never longer than a line."""
    text = "…" if isinstance(value, list | dict) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004  # what fits beside a path
