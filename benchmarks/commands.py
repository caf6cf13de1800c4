"""Time whole commands as ratios to `python -c pass`, and to parsing the same YAML with the C parser alone.

    python benchmarks/commands.py [--rounds 15]

Rounds are interleaved, so that a machine that slows down slows all alike; each figure is the median of its rounds.
Prints one row per command with its aim, and the peak memory of the process.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from timing import seconds

ROOT = Path(__file__).resolve().parent.parent
SHEET = ROOT / "examples" / "lindervoort" / "answers.yaml"
READ = (
    SHEET,
    *(ROOT / "controls" / name for name in ("bio2/catalogue.yaml", "iso27001/catalogue.yaml")),
    *(ROOT / "controls" / name for name in ("evidence-kinds.yaml", "profiles/gemeente.yaml")),
)
"""What `validate` and `score` rest on; we read what we ship from JSON that was compiled when it was installed."""
PARSE = "import sys, yaml; [0 for file in sys.argv[1:] for _ in yaml.parse(open(file, 'rb'), Loader=yaml.CSafeLoader)]"


@dataclass(frozen=True)
class Command:
    """A command to time."""

    name: str
    arguments: list[str]
    most_times_pass: float | None
    """Aim: this many times `python -c pass`; None where it only serves to compare."""


def commands(folder: str) -> list[Command]:
    """Return what is timed; the first is the unit."""
    tool = [sys.executable, "-m", "bio_check"]
    report = ["report", str(SHEET), "--to", folder, "--force"]
    return [
        Command("python -c pass", [sys.executable, "-c", "pass"], None),
        Command("C parser alone, same files", [sys.executable, "-c", PARSE, *map(str, READ)], None),
        Command("bio-check --version", [*tool, "--version"], 2),
        Command("bio-check --help", [*tool, "--help"], None),
        Command("bio-check validate", [*tool, "validate", str(SHEET)], 12),
        Command("bio-check score", [*tool, "score", str(SHEET)], 16),
        Command("bio-check report --format html", [*tool, *report], 25),
    ]


def peak_mebibytes(command: Command) -> float:
    """Return the peak memory of a command, measured in a process that runs nothing else."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True, check=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command.arguments], capture_output=True, check=True, cwd=tempfile.gettempdir()
    )
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KiB
    return int(done.stdout) * unit / 2**20


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        chosen = commands(folder)
        for command in chosen:  # once before it counts: fills caches
            seconds(command.arguments)
        times = [[seconds(command.arguments) for command in chosen] for _ in range(rounds)]
        print(f"{'command':32} {'ms':>6} {'x pass':>7} {'aim':>5} {'x parser':>9} {'MiB':>6}")
        for index, command in enumerate(chosen):
            median = statistics.median(row[index] for row in times)
            to_pass = statistics.median(row[index] / row[0] for row in times)
            to_parser = statistics.median(row[index] / row[1] for row in times)
            aim = f"{command.most_times_pass:g}" if command.most_times_pass else ""
            memory = peak_mebibytes(command)
            print(f"{command.name:32} {median * 1000:6.0f} {to_pass:7.1f} {aim:>5} {to_parser:9.1f} {memory:6.0f}")


if __name__ == "__main__":
    main()
