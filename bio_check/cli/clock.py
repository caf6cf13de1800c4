"""What time it is: now, or what SOURCE_DATE_EPOCH says where output must be the same each time."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

_LAST = 253402300799
"""The end of the year 9999."""


def fixed_moment() -> datetime | None:
    """Return the moment of SOURCE_DATE_EPOCH, in UTC; None where it is not set, or holds no moment."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not (epoch.isascii() and epoch.isdigit() and int(epoch[:20]) <= _LAST):
        return None
    return datetime.fromtimestamp(int(epoch), UTC)


def today() -> date:
    """Return the day of today."""
    return (fixed_moment() or datetime.now().astimezone()).date()
