"""Write files: whole or not at all, and never over what exists unless asked."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from bio_check.errors import Place, UnusableInputError, WrongUsageError, diagnostic


def write_file(file: Path, text: str, *, force: bool, can_force: bool = True) -> None:
    """Write a file, or leave it as it is where it already holds just this.

    Args:
        file: What to write.
        text: What it is to hold.
        force: Whether a file that exists may be replaced.
        can_force: Whether the command has a `--force` to point to.

    Raises:
        WrongUsageError: It exists and differs.
        UnusableInputError: It cannot be written.
    """
    raw = text.encode("utf-8")
    try:
        if file.exists() and not force:
            if file.is_file() and file.read_bytes() == raw:
                return
            hints = {"force_nl": " of voeg --force toe", "force_en": " or add --force"}
            values = hints if can_force else dict.fromkeys(hints, "")
            raise WrongUsageError([diagnostic("file-exists", Place(str(file)), **values)])
        file.parent.mkdir(parents=True, exist_ok=True)
        _replace(file, raw)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnusableInputError([diagnostic("unwritable-file", Place(str(file)), reason=reason)]) from None


def _replace(file: Path, raw: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
