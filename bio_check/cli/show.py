"""Print: results on standard output, all else on standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import TextIO

from bio_check.errors import BioCheckError, Diagnostic
from bio_check.render.blocks import Block, to_plain
from bio_check.wording import Language, printable


def show(blocks: Iterable[Block]) -> None:
    """Print blocks: with Rich on a terminal, as plain text in a pipe."""
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        from bio_check.render.rich_terminal import print_blocks

        print_blocks(blocks, sys.stdout)
    else:
        write(to_plain(blocks))


def show_json(facts: object) -> None:
    """Print data as JSON, the same bytes each time."""
    write(json.dumps(facts, ensure_ascii=False, indent=2) + "\n")


def write(text: str) -> None:
    """Print text as UTF-8, whatever the locale says."""
    write_to(sys.stdout, text)


def write_to(stream: TextIO, text: str) -> None:
    """Write text to a stream as UTF-8; a test's stream without bytes below gets it as it is."""
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(text)
    else:
        stream.flush()
        buffer.write(text.encode("utf-8", "replace"))
        buffer.flush()


def tell(text: str) -> None:
    """Print a remark on standard error."""
    write_to(sys.stderr, text + "\n")


def diagnostic_lines(one: Diagnostic, label: str, language: Language) -> str:
    """Return a fault or warning in two lines: place and fact, then the next step."""
    return f"{label}: {printable(str(one.place))}: {one.fact(language)}\n  {hint_label(language)}: {one.hint(language)}"


def fault_label(language: Language) -> str:
    """Return what a fault is called."""
    return "fout" if language == "nl" else "error"


def warning_label(language: Language) -> str:
    """Return what a warning is called."""
    return "let op" if language == "nl" else "warning"


def hint_label(language: Language) -> str:
    """Return what a next step is called."""
    return "hulp" if language == "nl" else "hint"


def tell_error(error: BioCheckError, language: Language) -> None:
    """Print every fault that an error carries."""
    for one in error.diagnostics:
        tell(diagnostic_lines(one, fault_label(language), language))
