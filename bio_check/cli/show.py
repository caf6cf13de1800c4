"""Print: results on standard output, all else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from bio_check.cli.exits import ExitCode
from bio_check.errors import BioCheckError, Diagnostic, Place, UnusableInputError, diagnostic
from bio_check.wording import Language, printable

if TYPE_CHECKING:  # loaded only where there is something to lay out
    from bio_check.render.blocks import Block


def show(blocks: Iterable[Block]) -> None:
    """Print blocks: with Rich on a terminal, as plain text in a pipe."""
    from bio_check.render.blocks import to_plain

    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        from bio_check.render.rich_terminal import print_blocks

        print_blocks(blocks, sys.stdout)
    else:
        write(to_plain(blocks))


def show_json(facts: object) -> None:
    """Print data as JSON, the same bytes each time."""
    import json

    write(json.dumps(facts, ensure_ascii=False, indent=2) + "\n")


def write(text: str) -> None:
    """Print text as UTF-8, whatever the locale says."""
    write_to(sys.stdout, text)


def write_to(stream: TextIO, text: str) -> None:
    """Write text to a stream as UTF-8; a test's stream without bytes below gets it as it is.

    Raises:
        SystemExit: Nobody reads the stream any more.
        UnusableInputError: The stream takes no more, such as a file on a full disk.
    """
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(text)
        return
    try:
        stream.flush()
        rest = memoryview(text.encode("utf-8", "replace"))
        while rest:  # with PYTHONUNBUFFERED there is no buffer below, and a write may stop half-way
            rest = rest[buffer.write(rest) :]
        buffer.flush()
    except BrokenPipeError:
        _drop_the_rest(stream)
        raise SystemExit(ExitCode.READER_GONE) from None
    except OSError as error:
        _drop_the_rest(stream)
        reason = error.strerror or str(error)
        raise UnusableInputError([diagnostic("unwritable-file", Place("-"), reason=reason)]) from None


def _drop_the_rest(stream: TextIO) -> None:
    """Send what is still in the buffer nowhere, so that Python does not complain when it flushes at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


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
