"""A document of ours as YAML: block style, texts in quotes, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bio_check.wording import quoted_yaml

SHORT = 100
"""Characters of a mapping or list that still reads well on one line."""


def to_yaml(data: Mapping[str, Any]) -> str:
    """Return a document of mappings, lists, text, whole numbers, true, false and null as YAML, keys in their order."""
    return "\n".join(_mapping(data, "")) + "\n"


def _mapping(data: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, one in data.items():
        name = f"{indent}{_key(key)}:"
        if (short := _on_one_line(one)) is not None:
            yield f"{name} {short}"
        elif isinstance(one, Mapping):
            yield name
            yield from _mapping(one, indent + "  ")
        else:
            yield name
            yield from _list(one, indent + "  ")


def _list(data: list[Any], indent: str) -> Iterator[str]:
    for one in data:
        if (short := _on_one_line(one)) is not None:
            yield f"{indent}- {short}"
        elif isinstance(one, Mapping):
            first, *rest = _mapping(one, indent + "  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}-"
            yield from _list(one, indent + "  ")


def _on_one_line(one: Any) -> str | None:  # noqa: ANN401  # any part of a document
    """Return a scalar, or what is short enough, on one line; None for what needs a block."""
    if not isinstance(one, Mapping | list | tuple):
        return quoted_yaml(one)
    if not one:
        return "{}" if isinstance(one, Mapping) else "[]"
    parts = one.values() if isinstance(one, Mapping) else one
    if any(isinstance(part, Mapping | list | tuple) for part in parts):
        return None
    if isinstance(one, Mapping):
        text = "{" + ", ".join(f"{_key(key)}: {quoted_yaml(part)}" for key, part in one.items()) + "}"
    else:
        text = "[" + ", ".join(quoted_yaml(part) for part in one) + "]"
    return text if len(text) <= SHORT else None


def _key(key: str) -> str:
    return key if key.replace("-", "").isalpha() else quoted_yaml(key)
