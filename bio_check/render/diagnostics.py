"""Faults and warnings as plain data."""

from __future__ import annotations

from typing import Any

from bio_check.errors import Diagnostic
from bio_check.wording import Language


def diagnostic_facts(one: Diagnostic, language: Language) -> dict[str, Any]:
    """Return a fault or warning with its place and its words."""
    place = one.place
    return {
        "code": one.code,
        "message": one.fact(language),
        "hint": one.hint(language),
        "place": {"file": place.file, "line": place.line, "column": place.column, "path": place.path},
    }
