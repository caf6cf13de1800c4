"""What a command's exit code means (specification 8)."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of every command."""

    DONE = 0
    GATE_FAILED = 1
    WRONG_USAGE = 2
    UNUSABLE_INPUT = 3
    OUR_BUG = 70
    INTERRUPTED = 130
    READER_GONE = 141
    """What shells give for SIGPIPE: whoever read our output stopped reading, as `head` does."""
