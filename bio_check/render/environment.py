"""The Jinja environment of our own templates: filters that word and format, and templates compiled ahead of time."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import jinja2
from jinja2 import (
    BaseLoader,
    Environment,
    FileSystemLoader,
    ModuleLoader,
    StrictUndefined,
    pass_context,
    select_autoescape,
)

from bio_check.model.score import Ratio
from bio_check.render.figures import euros, fraction_text, long_date, percent, share, short_date
from bio_check.render.words import CARRIED_SIGNS, SIGNS, word
from bio_check.shipped import compiled_folder, shipped_folder
from bio_check.wording import Language

_MARKDOWN = re.compile(r"[\\`*_\[\]<>|#~$]|&(?=#?\w+;)|:(?=//)|(?<=www)\.|^[-+=]", re.IGNORECASE)
_NUMBERED = re.compile(r"^([0-9]+)([.)])(?=\s|$)")
_EFFORTS = {"S": ("dagen", "days"), "M": ("weken", "weeks"), "L": ("maanden", "months")}


def templates_key() -> str:
    """Return what compiled templates are valid for: these sources, these filters, this Jinja."""
    sources = hashlib.sha256(jinja2.__version__.encode() + Path(__file__).read_bytes())
    folder = shipped_folder("templates")
    for file in sorted(folder.rglob("*.j2")):
        sources.update(b"\0" + file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return f"templates_{sources.hexdigest()[:16]}"


@cache
def environment(language: Language) -> Environment:
    """Return the environment in which reports of one language are made."""
    compiled = compiled_folder() / templates_key()
    return new_environment(language, ModuleLoader(compiled) if compiled.is_dir() else None)


def new_environment(language: Language, loader: BaseLoader | None = None) -> Environment:
    """Return an environment that compiles the templates from their sources, unless a loader brings them compiled.

    Our own templates are trusted: this is no sandbox.
    """
    made = Environment(
        loader=loader or FileSystemLoader(shipped_folder("templates")),
        autoescape=select_autoescape(("html.j2",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    nl = language == "nl"
    made.globals |= {
        "t": lambda dutch, english: dutch if nl else english,
        "signs": SIGNS,
        "carried_signs": CARRIED_SIGNS,
        "share": lambda part, whole: share(Ratio(part, whole), language),
    }
    made.filters |= {
        # With the context, or Jinja would work out `"met"|word` as it compiles: compiled ones serve both languages.
        "word": pass_context(lambda _, key: word(key, language)),
        "long": lambda day: long_date(date.fromisoformat(day), language),
        "short": lambda day: short_date(date.fromisoformat(day), language),
        "percent": lambda pair: percent(_fraction(pair), language),
        "number": lambda pair: fraction_text(Fraction(*pair) if isinstance(pair, list) else Fraction(pair), language),
        "money": lambda amount: euros(amount, language),
        "effort": lambda size: _EFFORTS[size][0 if nl else 1],
        "md": markdown_text,
    }
    return made


def markdown_text(text: object) -> str:
    """Return text, on one line, that Markdown shows as it was written: no list, link, table or HTML comes of it."""
    return _NUMBERED.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\g<0>", " ".join(str(text).split())))


def _fraction(pair: list[int] | None) -> Fraction | None:
    return None if pair is None else Fraction(*pair)
