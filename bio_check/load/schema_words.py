"""What is wrong with a document that is not valid, in our words; loads the slow validator, so only then."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from bio_check.errors import Faults
from bio_check.load.suggest import brief, choices, closest
from bio_check.load.yaml_text import Document, Key
from bio_check.wording import quoted


def slow_validator(schema: dict[str, Any]) -> Validator:
    """Return the validator that knows what is wrong, and where."""
    rules = {"pattern": _breaches_pattern, "uniqueItems": _repeated, "required": _missing}
    validator: Validator = extend(Draft202012Validator, rules)(schema)  # type: ignore[no-untyped-call]  # bare in its stubs
    return validator


def _breaches_pattern(_: object, pattern: str, value: object, __: object) -> Iterator[ValidationError]:
    """Hold text against a pattern whose `$` is the end, as JSON Schema has it: Python's stands before a newline too."""
    if isinstance(value, str) and not re.search(pattern.replace("$", r"\Z"), value):
        yield ValidationError("does not have the form")


def _repeated(_: object, wanted: object, values: object, __: object) -> Iterator[ValidationError]:
    """Point at each repetition, in time that grows with the list and not with its square."""
    seen = set()
    for index, value in enumerate(values if wanted and isinstance(values, list) else ()):
        text = json.dumps(value, sort_keys=True)
        if text in seen:
            yield ValidationError("stands twice", path=[index], instance=value)
        seen.add(text)


def _missing(_: object, wanted: list[str], values: object, __: object) -> Iterator[ValidationError]:
    """Point at each key that is not there, as if it were."""
    for key in wanted:
        if isinstance(values, dict) and key not in values:
            yield ValidationError("is missing", path=[key])


def word_breach(error: ValidationError, document: Document, kind: str, faults: Faults) -> tuple[Key, ...] | None:
    """Put one breach in the basket, in our words: those of the validator are never shown.

    Returns:
        The path that is broken; None where nothing is.
    """
    path: tuple[Key, ...] = tuple(error.absolute_path)
    rule = str(error.validator)
    if rule == "additionalProperties":
        _word_unknown_keys(error, document, kind, faults)
        return None
    if rule == "required":
        faults.add("missing-key", document.place(*path[:-1]), key=path[-1], kind=kind)
    else:
        code, values = _WORDED.get(rule, _wrong_form)(error)
        faults.add(code, document.place(*path), kind=kind, **values)
    return path


def _word_unknown_keys(error: ValidationError, document: Document, kind: str, faults: Faults) -> None:
    known = tuple(_mapping(_mapping(error.schema).get("properties", {})))
    for key in _mapping(error.instance):
        if key not in known:
            place = document.key_place(*error.absolute_path, key)
            faults.add("unknown-key", place, key=key, kind=kind, **closest(key, known))


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
    found = _type_name(error.instance)
    form = _mapping(error.schema).get("$comment")
    if form and found != "null":
        return str(form), {"value": brief(error.instance)}
    if form == "bad-date":
        wanted = "date"
    shown = f" ({quoted(brief(error.instance))})" if found in {"text", "integer"} else ""
    return "wrong-type", {"wanted": wanted, "found": found, "shown": shown}


def _out_of_range(error: ValidationError) -> _Worded:
    schema = _mapping(error.schema)
    if "maximum" not in schema:
        return "too-low", {"value": error.instance, "low": schema["minimum"]}
    return "out-of-range", {"value": error.instance, "low": schema["minimum"], "high": schema["maximum"]}


def _empty(_: ValidationError) -> _Worded:
    return "empty", {}


def _too_long(error: ValidationError) -> _Worded:
    return "too-long", {"limit": error.validator_value, "length": len(str(error.instance))}


def _twice(error: ValidationError) -> _Worded:
    return "duplicate-entry", {"value": brief(error.instance)}


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
    "minProperties": _empty,
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
    if isinstance(value, bool):
        return brief(value)
    names = {int: "integer", list: "array", dict: "object"}
    return names.get(type(value), "text")
