"""The one reader of YAML and JSON: keeps text as it was written, knows where it stands, refuses what is unsafe."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bio_check.errors import Diagnostic, Faults, Place, UnusableInputError, diagnostic

MAX_BYTES = 16 << 20

Key = str | int
_SURROGATES = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds: dicts, lists, text, whole numbers, true, false and null; and where each value stands."""

    file: str
    data: object
    marks: Mapping[tuple[int, Key], tuple[int, int]]
    """(id of container, key) to (line, column) of a value; of its key where the value is nested or empty."""
    raw: bytes
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with it as YAML, though it could be read to its end."""

    def place(self, *path: Key) -> Place:
        """Return where a value stands; the nearest known ancestor where it is absent."""
        at = self.data
        line, column = 1, 1
        for key in path:
            line, column = self.marks.get((id(at), key), (line, column))
            if isinstance(at, dict):
                at = at.get(key)
            elif isinstance(at, list) and isinstance(key, int) and key < len(at):
                at = at[key]
            else:
                break
        return Place(self.file, line, column, dotted(path))


def dotted(path: Sequence[Key]) -> str:
    """Return a path as users read it: `answers.bio2.5.17.01.evidence[0]`."""
    text = ""
    for key in path:
        text += f"[{key}]" if isinstance(key, int) else f".{key}" if text else key
    return text


def read_document(file: str) -> Document:
    """Return what a YAML or JSON file holds; `-` is standard input.

    Everything but whole numbers, true, false and null is text: `5.10` stays 5.10, `no` stays no, a date stays a date.

    Raises:
        UnusableInputError: The file cannot be read, is too large, or is no safe YAML.
    """
    return parse_document(read_bytes(file), file)


def read_bytes(file: str) -> bytes:
    """Return the bytes of a file, or of standard input for `-`, within the size limit.

    Raises:
        UnusableInputError: There is no such file, it cannot be read, or it is too large.
    """
    try:
        if file == "-":
            raw = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(file).open("rb") as stream:
                raw = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnusableInputError([diagnostic("no-such-file", Place(file))]) from None
    except (OSError, ValueError) as error:  # ValueError: a name that holds a NUL
        reason = getattr(error, "strerror", None) or str(error)
        raise UnusableInputError([diagnostic("unreadable-file", Place(file), reason=reason)]) from None
    if len(raw) > MAX_BYTES:
        raise UnusableInputError([diagnostic("file-too-large", Place(file), limit=f"{MAX_BYTES >> 20} MiB")])
    return raw


def parse_document(raw: bytes, file: str) -> Document:
    """Return what YAML or JSON bytes hold.

    Raises:
        UnusableInputError: The bytes are no safe YAML; the first fault is told, with its place.
    """
    import yaml  # noqa: PLC0415  # compiled documents are read without it

    from bio_check.load.yaml_values import build_values  # noqa: PLC0415  # the same

    text = _decode(raw, file)
    parser, faults = None, Faults()
    try:
        parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        data, marks = build_values(parser, file, faults)
    except yaml.MarkedYAMLError as error:
        raise UnusableInputError([_syntax_fault(file, error)]) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise UnusableInputError([diagnostic("control-character", Place(file, line, 1))]) from None
    finally:
        if parser is not None:
            parser.dispose()
    return Document(file, data, marks, raw, tuple(faults.found))


def _decode(raw: bytes, file: str) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise UnusableInputError([diagnostic("not-utf-8", Place(file, line, column))]) from None
    if text.lstrip()[:1] == "{":  # JSON writes an emoji as two escapes, which YAML does not know
        text = _SURROGATES.sub(_join_surrogates, text)
    return text


def _join_surrogates(match: re.Match[str]) -> str:
    high, low = int(match[2], 16), int(match[3], 16)
    return match[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _syntax_fault(file: str, error: Exception) -> Diagnostic:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = str(getattr(error, "problem", None) or error)
    code = "yaml-tab" if "cannot start any token" in problem else "yaml-syntax"
    return diagnostic(code, Place(file, line, column), problem=problem)
