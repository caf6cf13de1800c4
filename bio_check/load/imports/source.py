"""A file of somebody else, read within limits, and what the user wants made of it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from itertools import chain
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any, NoReturn

from bio_check.errors import Place, UnusableInputError, diagnostic
from bio_check.load.yaml_text import Limits, parse_document, read_bytes
from bio_check.model.catalogue import Catalogue
from bio_check.value import value
from bio_check.wording import Language

LIMITS = Limits(size=64 << 20, depth=128, values=4_000_000)
"""Norms of others are larger than ours: the whole of NIST SP 800-53 takes 10 MiB of JSON."""
_YAML_ENDS = {".yaml", ".yml"}
_NEVER_YAML = {".md", ".markdown", ".csv", ".tsv", ".xlsx", ".ods", ".txt"}
_ROOTS = r"(?m)^[\"']?(?:catalog|profile|mapping-collection|component-definition|urn|objects|\$schema)[\"']?:(?:\s|$)"


@value
class Source:
    """What a file holds."""

    file: str
    """As the user named it; `-` for standard input."""
    raw: bytes
    data: Any = None
    """Dicts, lists, text, whole numbers, true, false and null; None where it is neither JSON nor YAML."""

    @property
    def name(self) -> str:
        """What the file is called, without folder and ending; `import` for standard input."""
        return PurePath(self.file).stem if self.file != "-" else "import"


def _none_within_reach(ident: str) -> NoReturn:
    raise UnusableInputError([diagnostic("unknown-catalogue", Place(ident), value=ident, choices="", suggestion="")])


@value
class Options:
    """What the user wants made of a file; each may be left to the file itself."""

    today: date
    """The day on which the file is read: `source.read` of a catalogue."""
    id: str | None = None
    """Of the document that is made; checked to be a good one."""
    language: Language | None = None
    """Of the texts in the file."""
    columns: Mapping[str, str] = MappingProxyType({})
    """Role (id, title, statement, …) to the heading of the column of a sheet."""
    sheet: str | None = None
    """Which sheet of a workbook; the first that has the columns where left out."""
    start: str | None = None
    """Of a mapping: the catalogue that it runs from."""
    end: str | None = None
    base: str | None = None
    """Of a profile: the catalogue that it chooses from, where it does not lie beside it."""
    known: tuple[str, ...] = ()
    """Ids of the catalogues within reach."""
    catalogue_of: Callable[[str], Catalogue] = _none_within_reach
    """Returns one of them in its newest version; raises UnusableInputError where there is none of that id."""


def read_source(file: str, *, parse: bool = True) -> Source:
    """Return what a file holds; `-` is standard input.

    Args:
        file: As the user names it.
        parse: Whether JSON and YAML are wanted as values, or only the bytes.

    Raises:
        UnusableInputError: It cannot be read, is too large, or begins as JSON or YAML and is not.
    """
    raw = read_bytes(file, LIMITS.size)
    return Source(file, raw, _values(raw, file) if parse else None)


def read_beside(source: Source, href: str) -> Source | None:
    """Return the file that a reference names, if it lies in the folder of the file that refers to it, or below."""
    name = href.removeprefix("file:").removeprefix("./")
    if source.file == "-" or not name:
        return None
    try:
        folder = Path(source.file).resolve().parent
        found = (folder / name).resolve()
        if not found.is_relative_to(folder) or not found.is_file():
            return None
    except (OSError, ValueError, RuntimeError):  # too long a name, a NUL in it, links in a circle
        return None
    return read_source(str(Path(source.file).parent / found.relative_to(folder)))


def _values(raw: bytes, file: str) -> Any:  # noqa: ANN401  # whatever the file holds
    end = PurePath(file).suffix.lower()
    head = raw[:4096].decode("utf-8-sig", "replace").lstrip()
    if head[:1] in {"{", "["} and end not in _YAML_ENDS:
        return _json(raw, file)
    if end in _YAML_ENDS or (end not in _NEVER_YAML and re.search(_ROOTS, head)):
        return _yaml(raw, file)
    return None


def _yaml(raw: bytes, file: str) -> Any:  # noqa: ANN401  # the same
    document = parse_document(raw, file, LIMITS)
    if document.faults:
        raise UnusableInputError(document.faults)
    return document.data


def _json(raw: bytes, file: str) -> Any:  # noqa: ANN401  # the same
    """Return what JSON holds, by the reader of the standard library: many times as fast as ours, and knows no lines."""
    text = ""
    try:
        text = raw.decode("utf-8-sig")
        data = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse, parse_float=str)
        _refuse_depth(data)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        fault = diagnostic("not-utf-8", _place(before, file))
    except json.JSONDecodeError as error:
        fault = diagnostic("json-syntax", _place(text[: error.pos], file), problem=error.msg)  # what Python calls it
    except RecursionError:
        fault = diagnostic("nested-too-deep", Place(file), limit=LIMITS.depth)
    except _TwiceError as error:
        fault = diagnostic("duplicate-key", Place(file), key=error)
    except ValueError as error:  # ours of below, or a whole number of thousands of digits
        fault = diagnostic("json-value", Place(file), problem=error)
    else:
        return data
    raise UnusableInputError([fault])


def _refuse_depth(data: object) -> None:
    """Raise RecursionError where values are nested deeper than the limit."""
    level: list[Any] = [data] if isinstance(data, dict | list) else []
    for _ in range(LIMITS.depth):
        inside = chain.from_iterable(one.values() if type(one) is dict else one for one in level)
        level = [one for one in inside if type(one) is dict or type(one) is list]
        if not level:
            return
    raise RecursionError


def _place(before: str, file: str) -> Place:
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


class _TwiceError(Exception):
    """A key stands twice in one mapping; Python would keep the last."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _TwiceError(Counter(name for name, _ in pairs).most_common(1)[0][0])
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
