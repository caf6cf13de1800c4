"""`bio-check compare`: two sheets, in the form and the folder asked for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bio_check.shipped import shipped_folder

Run = Callable[..., Any]
EARLIER = Path(__file__).parents[2] / "golden" / "small" / "earlier.yaml"


@pytest.fixture
def two(bio: Run, small: Path) -> Run:
    """Compare the small sheet with one of a year before."""
    shutil.copy(EARLIER, small)
    return lambda *options: bio("compare", "earlier.yaml", "answers.yaml", *options)


def test_a_table_is_what_one_gets_unasked(two: Run, small: Path) -> None:
    before = set(small.iterdir())

    ran = two("--lang", "en")

    assert (ran.code, ran.err) == (0, "")
    assert "No longer proven · 1" in ran.out
    assert set(small.iterdir()) == before


def test_no_line_is_wider_than_a_terminal(two: Run, run: Run) -> None:
    example = str(shipped_folder("examples") / "lindervoort" / "answers.yaml")

    for ran in (two("--all"), run("compare", example, example, "--all", "--lang", "en")):
        facts, *rest = ran.out.split("\n\n", 1)
        named = [line for line in facts.splitlines() if example not in line]  # a path is never broken

        assert max(map(len, [*named, *rest[0].splitlines()])) <= 80


def test_json_opens_with_what_it_is(two: Run) -> None:
    facts = json.loads(two("--json").out)

    assert [*facts][:5] == ["format_version", "tool", "old", "new", "catalogues"]
    assert facts["format_version"] == 1
    (one,) = facts["catalogues"]
    assert one["like_for_like"]["change"]["weighted"] == {"ratio": [1, 16], "points": 6.2}
    assert [loss["id"] for loss in one["no_longer_proven"]] == ["2.1.1"]
    assert one["improved"][0]["old"]["status"] == "partial"


def test_files_are_named_after_the_new_sheet(two: Run, small: Path) -> None:
    ran = two("--format", "html,md", "--to", "out")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == ["out/answers.compare.nl.html", "out/answers.compare.nl.md"]
    assert (small / "out" / "answers.compare.nl.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_folder_alone_gets_a_page(two: Run) -> None:
    assert two("--to", "out").out == "out/answers.compare.nl.html\n"


def test_standard_output_gets_what_a_file_would(two: Run, small: Path) -> None:
    printed = two("--format", "md", "--to", "-")
    two("--format", "md")

    assert (small / "answers.compare.nl.md").read_text("utf-8") == printed.out


def test_the_page_asks_nothing_of_the_network_and_runs_nothing(two: Run) -> None:
    page = two("--format", "html", "--to", "-").out

    assert "default-src 'none'" in page
    assert "<script" not in page
    assert not any(f'{where}="http' in page for where in ("href", "src"))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--format", "pdf"), "'pdf' is no choice here"),
        (("--format", "md,json", "--to", "-"), "only one format at a time"),
        (("--format", "md", "--json"), "--json does not go together with --format or --to"),
        (("--to", "out", "--json"), "--json does not go together with --format or --to"),
        (("--format", ""), "is no choice here"),
        (("--only", "role=nobody"), "role=nobody"),
        (("--only", "huis:9"), "huis:9"),
    ],
)
def test_a_slip_in_the_command_is_told_and_writes_nothing(
    options: tuple[str, ...], told: str, two: Run, small: Path
) -> None:
    before = {*small.iterdir(), small / "earlier.yaml"}

    ran = two(*options, "--lang", "en")

    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert set(small.iterdir()) == before


def test_a_page_that_differs_is_not_overwritten_unless_asked(two: Run, small: Path) -> None:
    file = small / "answers.compare.nl.md"
    file.write_text("mine", "utf-8")

    refused = two("--format", "md")
    kept = file.read_text("utf-8")
    forced = two("--format", "md", "--force")

    assert (refused.code, kept) == (2, "mine")
    assert (forced.code, file.read_text("utf-8") == "mine") == (0, False)


@pytest.mark.parametrize(
    "pair", [("faulty.yaml", "answers.yaml"), ("answers.yaml", "faulty.yaml"), ("none.yaml", "answers.yaml")]
)
def test_a_sheet_that_cannot_be_used_exits_3(pair: tuple[str, str], bio: Run) -> None:
    ran = bio("compare", *pair)

    assert (ran.code, ran.out) == (3, "")
    assert "Traceback" not in ran.err


def test_a_sheet_may_come_from_standard_input(bio: Run, small: Path) -> None:
    raw = (small / "answers.yaml").read_bytes()

    ran = bio("compare", "-", "answers.yaml", "--lang", "en", stdin=raw)

    assert (ran.code, ran.err) == (0, "")
    assert "Nothing changed." in ran.out


def test_a_filter_is_named_in_every_form(two: Run) -> None:
    for options in ((), ("--format", "md", "--to", "-"), ("--format", "html", "--to", "-")):
        ran = two("--only", "huis:2.1.*", "--lang", "en", *options)

        assert "2 of 6 items" in ran.out
        assert "1.1.1" not in ran.out.split("2.1.1")[0]


def test_another_organisation_is_a_warning_in_every_form(two: Run, small: Path) -> None:
    text = (small / "answers.yaml").read_text("utf-8").replace("Gemeente Zandbeke", "Gemeente Elders")
    (small / "answers.yaml").write_text(text, "utf-8")

    for options in ((), ("--json",), ("--format", "md", "--to", "-"), ("--format", "html", "--to", "-")):
        ran = two("--lang", "en", *options)

        assert "Gemeente Elders" in ran.out
        assert "the old sheet is of" in " ".join(ran.out.replace("&#39;", "'").split())


def test_what_users_wrote_is_escaped(two: Run, small: Path) -> None:
    text = (small / "answers.yaml").read_text("utf-8").replace("owner: bode", "owner: <b onclick=x>|bode")
    (small / "answers.yaml").write_text(text, "utf-8")

    page, markdown = (two("--format", form, "--to", "-").out for form in ("html", "md"))

    assert "<b onclick" not in page
    assert "<b onclick" not in markdown
