"""Write files: whole or not at all, and never over what exists unless asked."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

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
            _refuse(file, can_force=can_force)
        file.parent.mkdir(parents=True, exist_ok=True)
        _replace(file, raw)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnusableInputError([diagnostic("unwritable-file", Place(str(file)), reason=reason)]) from None


def refuse_to_overwrite(file: Path, text: str, *, force: bool) -> None:
    """Refuse a file that is there already and holds something else, before the first of several is written.

    Raises:
        WrongUsageError: It exists and differs.
        UnusableInputError: It cannot be looked at.
    """
    try:
        differs = file.exists() and not (file.is_file() and file.read_bytes() == text.encode("utf-8"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnusableInputError([diagnostic("unwritable-file", Place(str(file)), reason=reason)]) from None
    if differs and not force:
        _refuse(file, can_force=True)


def _refuse(file: Path, *, can_force: bool) -> NoReturn:
    hints = {"force_nl": " of voeg --force toe", "force_en": " or add --force"}
    values = hints if can_force else dict.fromkeys(hints, "")
    raise WrongUsageError([diagnostic("file-exists", Place(str(file)), **values)])


def write_files(texts: Sequence[tuple[Path, str]], *, force: bool, but: Path) -> None:
    """Write several files, or none of them where one of them exists and may not be replaced.

    Args:
        texts: Each file with what it is to hold.
        force: Whether files that exist may be replaced.
        but: A file that is never replaced.

    Raises:
        WrongUsageError: One exists and differs, two are the same, or one is the file that is never replaced.
        UnusableInputError: One cannot be written.
    """
    places = [but.resolve(), *(file.resolve() for file, _ in texts)]
    for file, text in texts:
        if places.count(file.resolve()) > 1:
            raise WrongUsageError([diagnostic("file-exists", Place(str(file)), force_nl="", force_en="")])
        refuse_to_overwrite(file, text, force=force)
    for file, text in texts:
        write_file(file, text, force=force)


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
