"""Time the import of a large OSCAL catalogue: 1,000 controls with 20,000 texts, made here.

    python benchmarks/imports.py [--rounds 5] [--controls 1000] [--texts 20]

Each figure is the median of its rounds, of the whole command in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from timing import seconds

AIM = 3.0
"""Seconds for 1,000 controls with 20,000 texts."""
WORDS = "The organisation reviews at least once a year what it has agreed, who carries it out and what is left to do"


def a_control(number: int, texts: int) -> dict[str, Any]:
    """Return a control with a title, a parameter, and all its other texts as nested items of its statement."""
    ident = f"ex-{number}"
    items = [
        {
            "id": f"{ident}_smt.{index}",
            "name": "item",
            "props": [{"name": "label", "value": f"{index}."}],
            "prose": f"{WORDS} ({number}.{index}), {{{{ insert: param, {ident}_prm }}}}.",
        }
        for index in range(1, texts - 1)
    ]
    return {
        "id": ident,
        "title": f"Example {number}",
        "params": [{"id": f"{ident}_prm", "label": "a period of one's own"}],
        "parts": [{"id": f"{ident}_smt", "name": "statement", "prose": f"{WORDS}:", "parts": items}],
    }


def a_catalogue(controls: int, texts: int) -> dict[str, Any]:
    """Return an OSCAL catalogue with twenty groups."""
    made = [a_control(number, texts) for number in range(1, controls + 1)]
    groups = [{"id": f"g-{index}", "title": f"Group {index}", "controls": made[index::20]} for index in range(20)]
    metadata = {
        "title": "Example",
        "last-modified": "2026-11-21T00:00:00Z",
        "version": "1",
        "oscal-version": "1.2.2",
    }
    return {"catalog": {"uuid": "5edef442-a688-4fac-a448-0141715a06a5", "metadata": metadata, "groups": groups}}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--controls", type=int, default=1000)
    parser.add_argument("--texts", type=int, default=20, help="per control")
    told = parser.parse_args()
    tool = [sys.executable, "-m", "bio_check", "catalogue"]
    with tempfile.TemporaryDirectory() as folder:
        file, into = Path(folder) / "example_catalog.json", Path(folder) / "norms"
        file.write_text(json.dumps(a_catalogue(told.controls, told.texts), indent=2), "utf-8")
        commands = {
            "catalogue import": [*tool, "import", str(file), "--into", str(into), "--force"],
            "catalogue check": [*tool, "check", str(into / "example" / "catalogue.yaml")],
        }
        print(f"{told.controls} controls, {told.controls * told.texts} texts, {file.stat().st_size / 2**20:.1f} MiB")
        for name, command in commands.items():
            median = statistics.median(seconds(command) for _ in range(told.rounds))
            print(f"{name:20} {median:6.2f} s" + (f"  (aim: {AIM:g} s)" if name.endswith("import") else ""))


if __name__ == "__main__":
    main()
