"""How the benchmarks time a command: as a process of its own, and only where it succeeds."""

from __future__ import annotations

import subprocess
import tempfile
import time


def seconds(arguments: list[str]) -> float:
    """Run a command once, outside the repository, and return its seconds.

    Raises:
        SystemExit: It failed, so its time means nothing.
    """
    start = time.perf_counter()
    done = subprocess.run(arguments, capture_output=True, check=False, cwd=tempfile.gettempdir())
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} failed: {done.stderr.decode()}")
    return time.perf_counter() - start
