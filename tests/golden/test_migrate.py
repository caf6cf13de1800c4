"""A whole sheet on its way from BIO2 1.2 to 1.3, and what changed between the two, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SHEET = Path(__file__).parent / "migrate" / "answers.yaml"
LANGUAGES = ("nl", "en")

Run = Callable[..., Any]
Golden = Callable[[str, str], None]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_new_sheet_and_its_log(
    lang: str, run: Run, golden: Golden, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "answers.yaml").write_bytes(SHEET.read_bytes())
    monkeypatch.chdir(tmp_path)

    ran = run("sheet", "migrate", "answers.yaml", "--to", "bio2@1.3", "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    golden(f"migrate/said.{lang}.txt", ran.out)
    golden(f"migrate/new.{lang}.yaml", (tmp_path / "answers.bio2-1.3.yaml").read_text("utf-8"))
    golden(f"migrate/log.{lang}.md", (tmp_path / "answers.bio2-1.3.changes.md").read_text("utf-8"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_changed_between_the_versions(lang: str, run: Run, golden: Golden) -> None:
    ran = run("catalogue", "diff", "bio2@1.2", "bio2@1.3", "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    golden(f"migrate/diff.{lang}.txt", ran.out)
