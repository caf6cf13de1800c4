"""Hold a document against the JSON Schema of its kind, and word each breach as a placed fault."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bio_check.errors import Faults
from bio_check.load.suggest import choices, closest
from bio_check.load.yaml_text import Document, Key
from bio_check.shipped import schema_file
from bio_check.wording import quoted

if TYPE_CHECKING:
    from jsonschema import ValidationError
    from jsonschema.protocols import Validator

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
    verdict = quick_verdict(schema, document.data)
    if verdict is True:
        return frozenset()
    data: Any = document.data
    paths = [_word(error, document, kind, faults) for error in slow_validator(schema).iter_errors(data)]
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


def slow_validator(schema: dict[str, Any]) -> Validator:
    """Return the validator that knows what is wrong, and where."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415  # ten times the start-up of everything else
    from jsonschema.validators import extend  # noqa: PLC0415  # the same

    rules = {"pattern": _breaches_pattern, "uniqueItems": _repeated, "required": _missing}
    validator: Validator = extend(Draft202012Validator, rules)(schema)  # type: ignore[no-untyped-call]  # bare in its stubs
    return validator


def _breaches_pattern(_: object, pattern: str, value: object, __: object) -> Iterator[ValidationError]:
    """Hold text against a pattern whose `$` is the end, as JSON Schema has it: Python's stands before a newline too."""
    from jsonschema import ValidationError  # noqa: PLC0415  # the same

    if isinstance(value, str) and not re.search(pattern.replace("$", r"\Z"), value):
        yield ValidationError("does not have the form")


def _repeated(_: object, wanted: object, values: object, __: object) -> Iterator[ValidationError]:
    """Point at each repetition, in time that grows with the list and not with its square."""
    from jsonschema import ValidationError  # noqa: PLC0415  # the same

    seen = set()
    for index, value in enumerate(values if wanted and isinstance(values, list) else ()):
        text = json.dumps(value, sort_keys=True)
        if text in seen:
            yield ValidationError("stands twice", path=[index], instance=value)
        seen.add(text)


def _missing(_: object, wanted: list[str], values: object, __: object) -> Iterator[ValidationError]:
    """Point at each key that is not there, as if it were."""
    from jsonschema import ValidationError  # noqa: PLC0415  # the same

    for key in wanted:
        if isinstance(values, dict) and key not in values:
            yield ValidationError("is missing", path=[key])


def _word(error: ValidationError, document: Document, kind: str, faults: Faults) -> tuple[Key, ...] | None:
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


def brief(value: object) -> str:
    """Return a value as a user would recognise it, never longer than a line."""
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    text = json.dumps(value) if value is None or isinstance(value, bool) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004  # what fits beside a path
