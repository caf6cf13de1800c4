"""Time what carrying over crosswalks adds to `score`, as a ratio to `python -c pass`.

    python benchmarks/carry.py [--rounds 15]

The sheet is the example's answers on BIO2, with every other shipped catalogue in its head and no answer to any of
them: all of them are carried to, over every crosswalk. The same process without crosswalks is the comparison.
Rounds are interleaved; each figure is the median of its rounds.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import tempfile
from pathlib import Path

from timing import seconds

ROOT = Path(__file__).resolve().parent.parent
SHEET = ROOT / "examples" / "lindervoort" / "answers.yaml"
AIM = 4
"""Times `python -c pass` that carrying may add."""
SCORE = """
import gc, os, sys
gc.disable()
from bio_check import api
from bio_check.render.blocks import to_plain
from bio_check.render.score_text import score_blocks
from bio_check.value import replace
loaded = api.load_sheet(sys.argv[1])
if sys.argv[2] == "without":
    loaded = replace(loaded, norms=replace(loaded.norms, read_links=None))
sys.stdout.write(to_plain(score_blocks(api.judge(loaded), "nl")))
sys.stdout.flush()
os._exit(0)
"""


def write_sheet(file: Path) -> None:
    """Write the example's answers on BIO2, under a head that names every catalogue that is shipped."""
    text = SHEET.read_text("utf-8")
    versions = []
    for catalogue in sorted(ROOT.glob("controls/*/catalogue.yaml")):
        version = re.search(r'^version: "(.*)"$', catalogue.read_text("utf-8"), re.MULTILINE)
        if version:
            versions.append(f'{catalogue.parent.name}: "{version[1]}"')
    text = re.sub(r"^profile: .*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^catalogues: .*", f"catalogues: {{{', '.join(versions)}}}", text, flags=re.MULTILINE)
    start, end = text.index("\n  iso27001:"), text.index("\nevidence:")
    file.write_text(text[:start] + text[end:], "utf-8")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "answers.yaml"
        write_sheet(sheet)
        score = [sys.executable, "-c", SCORE, str(sheet)]
        chosen = [[sys.executable, "-c", "pass"], [*score, "without"], [*score, "with"]]
        for command in chosen:  # once before it counts: fills caches
            seconds(command)
        times = [[seconds(command) for command in chosen] for _ in range(rounds)]
    unit, without, carried = (1000 * statistics.median(row[index] for row in times) for index in range(3))
    added = statistics.median((row[2] - row[1]) / row[0] for row in times)
    print(f"python -c pass            {unit:6.0f} ms")
    print(f"score without crosswalks  {without:6.0f} ms")
    print(f"score, all carried        {carried:6.0f} ms")
    print(f"carrying adds             {added:6.1f} x pass (aim {AIM})")


if __name__ == "__main__":
    main()
