"""What an import of OSCAL says, and the document that it writes, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[1] / "data" / "imports"
ODD = b"""{"catalog": {"metadata": {"title": "Odd", "oscal-version": "0.9"}, "colour": "red", "controls": [
  {"id": "a-1", "title": "One", "parts": [{"name": "statement", "prose": "Do {{ insert: param, p }}."}]},
  {"id": "a-1", "title": "Two"}, {"title": "Three"}, {"id": "a-4", "parts": "x"}]}}"""

Run = Callable[..., Any]
Golden = Callable[[str, str], None]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_an_odd_file_is_told(
    lang: str, run: Run, golden: Golden, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("odd_catalog.json").write_bytes(ODD)
    Path("museum_catalog.json").write_bytes((DATA / "museum_catalog.json").read_bytes())

    odd = run("catalogue", "import", "odd_catalog.json", "--into", "norms", "--id", "odd", "--lang", lang)
    sound = run("catalogue", "import", "museum_catalog.json", "--into", "norms", "--lang", lang)

    told = without_today(odd.err + odd.out) + sound.err + sound.out
    assert (odd.code, sound.code) == (0, 0)
    golden(f"imports/oscal.{lang}.txt", told)


def test_the_catalogue_that_is_written(run: Run, golden: Golden, tmp_path: Path) -> None:
    run("catalogue", "import", str(DATA / "museum_catalog.json"), "--into", str(tmp_path))

    golden("imports/museum.yaml", without_today((tmp_path / "museum" / "catalogue.yaml").read_text("utf-8")))


def without_today(text: str) -> str:
    """Leave out the day on which the test runs."""
    return text.replace(datetime.now().astimezone().date().isoformat(), "TODAY")
