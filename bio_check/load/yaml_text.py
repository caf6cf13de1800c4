"""The one reader of YAML and JSON: keeps text as it was written, knows where it stands, refuses what is unsafe."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bio_check.errors import Diagnostic, Faults, Place, UnusableInputError, diagnostic
from bio_check.value import value


@value
class Limits:
    """How much of a file is read before it is refused."""

    size: int = 16 << 20
    """Bytes; whole MiB."""
    depth: int = 64
    """Levels of nesting."""
    values: int = 250_000


OURS = Limits()
"""Of documents of our own kinds."""

Key = str | int
_SURROGATES = r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"


@value
class Document:
    """What a file holds: dicts, lists, text, whole numbers, true, false and null; and where each value stands."""

    file: str
    data: object
    marks: Mapping[tuple[int, Key], tuple[Any, ...]]
    """(id of container, key) to where it stands; see `bio_check.load.yaml_values.Marks`."""
    raw: bytes
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with it as YAML, though it could be read to its end."""

    def place(self, *path: Key) -> Place:
        """Return where a value stands: at its key where it is nested or empty, at its holder where it is absent."""
        return self._place(path, -1)

    def key_place(self, *path: Key) -> Place:
        """Return where the key of a value stands."""
        return self._place(path, 0)

    def _place(self, path: Sequence[Key], which: int) -> Place:
        at = self.data
        marks: tuple[Any, ...] = ()
        for key in path:
            marks = self.marks.get((id(at), key), marks)
            if isinstance(at, dict):
                at = at.get(key)
            elif isinstance(at, list) and isinstance(key, int) and key < len(at):
                at = at[key]
            else:
                break
        if not marks:
            return Place(self.file, 1, 1, dotted(path))
        return Place(self.file, marks[which].line + 1, marks[which].column + 1, dotted(path))


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


def read_bytes(file: str, most: int = OURS.size) -> bytes:
    """Return the bytes of a file, or of standard input for `-`, within the size limit.

    Raises:
        UnusableInputError: There is no such file, it cannot be read, or it is too large.
    """
    try:
        if file == "-":
            raw = sys.stdin.buffer.read(most + 1)
        else:
            with Path(file).open("rb") as stream:
                raw = stream.read(most + 1)
    except FileNotFoundError:
        raise UnusableInputError([diagnostic("no-such-file", Place(file))]) from None
    except (OSError, ValueError) as error:  # ValueError: a name that holds a NUL
        reason = getattr(error, "strerror", None) or str(error)
        raise UnusableInputError([diagnostic("unreadable-file", Place(file), reason=reason)]) from None
    if len(raw) > most:
        raise UnusableInputError([diagnostic("file-too-large", Place(file), limit=f"{most >> 20} MiB")])
    return raw


def parse_document(raw: bytes, file: str, limits: Limits = OURS) -> Document:
    """Return what YAML or JSON bytes hold.

    Raises:
        UnusableInputError: The bytes are no safe YAML; told is every fault as far as they could be read.
    """
    import yaml  # noqa: PLC0415  # compiled documents are read without it

    from bio_check.load.yaml_faults import character_fault, syntax_fault  # noqa: PLC0415  # the same
    from bio_check.load.yaml_values import build_values  # noqa: PLC0415  # the same

    text = _decode(raw, file)
    parser, faults = None, Faults()
    try:
        parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        data, marks = build_values(parser, file, faults, limits)
    except yaml.MarkedYAMLError as error:
        raise UnusableInputError([*faults.found, syntax_fault(file, text, error)]) from None
    except yaml.reader.ReaderError:
        raise UnusableInputError([*faults.found, character_fault(file, text)]) from None
    finally:
        if parser is not None:
            parser.dispose()
    return Document(file, data, marks, raw, tuple(faults.found))


def _decode(raw: bytes, file: str) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        from bio_check.load.yaml_faults import place_after  # noqa: PLC0415  # the same

        before = error.object[: error.start].decode("utf-8")  # the object is what stands behind a byte order mark
        raise UnusableInputError([diagnostic("not-utf-8", place_after(before, file))]) from None
    if text.lstrip()[:1] == "{":  # JSON writes an emoji as two escapes, which YAML does not know
        text = re.sub(_SURROGATES, _join_surrogates, text)
    return text


def _join_surrogates(match: re.Match[str]) -> str:
    high, low = int(match[2], 16), int(match[3], 16)
    return match[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
