"""What is no YAML at all: from the words and marks of the parser to a placed fault."""

from __future__ import annotations

import re
from typing import Any

from bio_check.errors import Diagnostic, Place, diagnostic

_REFUSED = r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What YAML allows nowhere, not even in a comment."""
_LINE_BREAK = "\r\n|[\r\n\x85\u2028\u2029]"
"""Where the parser begins a new line."""
_PROBLEMS = {
    "cannot start any token": "yaml-tab",
    "found a tab character": "yaml-tab",
    "mapping values are not allowed": "yaml-colon",
    "could not find expected ':'": "yaml-no-colon",
    "found unexpected end of stream": "yaml-quote",
    "did not find expected ',' or": "yaml-bracket",
    "did not find expected key": "yaml-indent",
    "block sequence entries are not allowed": "yaml-dash",
    "found unknown escape character": "yaml-escape",
    "did not find expected hexdecimal number": "yaml-escape",
}
"""The words in which libyaml tells the faults that people make most, and our code for each."""


def character_fault(file: str, text: str) -> Diagnostic:
    """Return the fault of the first character that YAML allows nowhere."""
    first = re.search(_REFUSED, text)  # the reader tells a place too, but counts it in bytes
    before, character = (text[: first.start()], f"U+{ord(first[0]):04X}") if first else ("", "?")
    return diagnostic("control-character", place_after(before, file), character=character)


def place_after(before: str, file: str) -> Place:
    """Return the place that follows a text at the beginning of a file."""
    lines = re.split(_LINE_BREAK, before)
    return Place(file, len(lines), len(lines[-1]) + 1)


def syntax_fault(file: str, text: str, error: Exception) -> Diagnostic:
    """Return what a parser told as one of our faults, at the place where a person would look."""
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    opened: Any = getattr(error, "context_mark", None)
    mark: Any = getattr(error, "problem_mark", None) or opened
    code = next((code for words, code in _PROBLEMS.items() if words in problem), "yaml-syntax")
    before, sign = _around(text, mark) if mark else ("", "")
    if code == "yaml-quote" and "quoted scalar" not in context:
        code = "yaml-syntax"
    if code == "yaml-indent" and before.rstrip().endswith(("'", '"')):
        code = "yaml-after-quote"
    if code == "yaml-tab" and sign != "\t":
        code = "yaml-sign"
    if code in {"yaml-quote", "yaml-no-colon"} and opened:  # the parser notices only further on
        mark = opened
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    end = place_after(text, file)  # behind which the parser may point, at the end of a last line without a line break
    place = min(place, end)
    return diagnostic(code, place, problem=problem, sign=sign, line=opened.line + 1 if opened else place.line)


def _around(text: str, mark: Any) -> tuple[str, str]:  # noqa: ANN401  # a mark of PyYAML, whose stubs leave it out
    """Return what stands on the line before a mark, and the sign at it."""
    lines = re.split(_LINE_BREAK, text)
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[: mark.column], line[mark.column : mark.column + 1]
