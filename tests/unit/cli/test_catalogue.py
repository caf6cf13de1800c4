"""`bio-check catalogue` and `schema`: what norms there are, and whether they are sound."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bio_check.shipped import schema_file, shipped_folder

Run = Callable[..., Any]

KINDS = ("answers", "catalogue", "crosswalk", "profile", "evidence-kinds")
SHIPPED = ("bio1", "bio2", "cbb", "cbw", "cbw-cf", "iso27001", "iso27001-2013", "nis2", "nis2-ir")


# list


def test_own_norms_stand_beside_those_that_are_shipped(bio: Run) -> None:
    facts = json.loads(bio("catalogue", "list", "--json", "--lang", "en").out)

    items = {one["id"]: one["items"] for one in facts["catalogues"]}
    profiles = {one["id"]: one for one in facts["profiles"]}
    assert [*items] == sorted([*SHIPPED, "huis"])
    assert [*profiles] == ["basis", "gemeente", "klein", "leverancier-nis2"]
    assert items["bio2"] == {"measure": 117, "control": 39}
    assert items["huis"] == {"measure": 4, "control": 2}
    assert items["iso27001"] == {"measure": 0, "control": 123}
    assert profiles["klein"] == {
        "id": "klein",
        "title": "Small",
        "description": "All house rules.",
        "catalogues": [{"id": "huis", "version": "2"}],
    }


def test_own_norm_goes_before_the_shipped_one_of_that_name(bio: Run, small: Path) -> None:
    own = (small / "controls" / "huis" / "catalogue.yaml").read_text("utf-8").replace("\nid: huis\n", "\nid: bio2\n")
    (small / "controls" / "bio2").mkdir()
    (small / "controls" / "bio2" / "catalogue.yaml").write_text(own, "utf-8")

    facts = json.loads(bio("catalogue", "show", "bio2", "--json").out)

    assert facts["catalogue"]["title"] == "Huisregels"


# show


def test_a_catalogue_is_shown_as_a_table_per_chapter(bio: Run) -> None:
    text = bio("catalogue", "show", "huis", "--lang", "en").out

    assert "4 measures, 2 controls without measure; 2 retired ids" in text
    assert re.search(r"(?m)^1  Agreements\n  id +item +role +weight +phase$", text)
    assert re.search(r"(?m)^  1\.1\.1 +Key plan +CISO +3 +1$", text)


@pytest.mark.parametrize(
    ("part", "ids"),
    [
        ("1", ["1.1.1", "1.1.2", "1.2"]),
        ("1.1", ["1.1.1", "1.1.2"]),
        ("2.1.1", ["2.1.1"]),
        ("1.1.*", ["1.1.1", "1.1.2"]),
    ],
)
def test_a_part_of_a_catalogue_is_shown_in_full(part: str, ids: list[str], bio: Run) -> None:
    facts = json.loads(bio("catalogue", "show", "huis", part, "--json", "--lang", "en").out)
    text = bio("catalogue", "show", "huis", part, "--lang", "en").out

    assert [item["id"] for item in facts["items"]] == ids
    assert all(item["statement"] in text and item["question"] in text for item in facts["items"])


def test_an_item_is_told_with_all_that_it_bears(bio: Run) -> None:
    facts = json.loads(bio("catalogue", "show", "huis", "1.1.1", "--json", "--lang", "en").out)

    assert facts["items"] == [
        {
            "id": "1.1.1",
            "kind": "measure",
            "group": "1",
            "control": "1.1",
            "title": "Key plan",
            "statement": "There is a key plan, and it is checked every year.",
            "question": "Is there a key plan that is right?",
            "why": "Without a plan nobody knows who can get in.",
            "evidence": [
                {"title": "Key plan", "kind": "policy", "shows": ["design"]},
                {"title": "Report of the round", "kind": "report", "shows": ["existence", "operation"]},
            ],
            "duty": "law",
            "role": "ciso",
            "audience": ["supplier"],
            "rhythm": "P1Y",
            "weight": 3,
            "weight_reason": "One lost key opens everything.",
            "effort": "S",
            "phase": 1,
            "articles": {},
            "term": None,
            "unverified": None,
        }
    ]
    assert facts["retired"] == [
        {"id": "1.1.3", "status": "moved", "targets": ["1.2"], "control": "1.1"},
        {"id": "1.1.4", "status": "withdrawn", "targets": [], "control": "1.1"},
    ]


@pytest.mark.parametrize(
    ("part", "fact"),
    [
        ("9", "error: 9: Huisregels 2 has no '9'\n  hint: See which there are: bio-check catalogue show huis\n"),
        ("1.1.3", "error: 1.1.3: '1.1.3' was moved to 1.2 in Huisregels 2\n"),
        ("1.1.4", "error: 1.1.4: '1.1.4' was withdrawn in Huisregels 2\n"),
    ],
)
def test_a_part_that_is_not_there_says_where_it_went(part: str, fact: str, bio: Run) -> None:
    ran = bio("catalogue", "show", "huis", part, "--lang", "en")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(fact)


@pytest.mark.parametrize(
    ("part", "fact"),
    [
        ("5.04.02", "'5.04.02' was moved to 5.10.02 in BIO2 1.3"),
        ("8.24.03", "'8.24.03' was withdrawn in BIO2 1.3; its subject is now at 8.24.01"),
        ("8.08.06", "'8.08.06' only points to 5.24.08 in BIO2 1.3"),
        ("5.03.01", "'5.03.01' is no government measure in BIO2 1.3"),
        ("7.01.01", "'7.01.01' was withdrawn in BIO2 1.3"),
    ],
)
def test_retired_ids_of_bio2_say_what_became_of_them(part: str, fact: str, run: Run) -> None:
    assert f"error: {part}: {fact}\n" in run("catalogue", "show", "bio2", part, "--lang", "en").err


def test_an_unknown_catalogue_gets_a_suggestion(run: Run) -> None:
    ran = run("catalogue", "show", "bio", "--lang", "en")

    assert ran.code == 3
    assert "the catalogue 'bio' is not known\n  hint: Do you mean 'bio2'? Known are: bio1, bio2, cbb, " in ran.err


# check


def test_all_norms_are_checked_unless_some_are_named(bio: Run, small: Path) -> None:
    every, one = bio("catalogue", "check", "--lang", "en"), bio("catalogue", "check", "huis", "--lang", "en")

    assert (every.code, one.code) == (0, 0)
    folders = {ident: shipped_folder("controls") for ident in SHIPPED} | {"huis": Path("controls")}
    files = [folder / ident / "catalogue.yaml" for ident, folder in sorted(folders.items())]
    older = [shipped_folder("controls") / "bio2" / "versions" / "1.2.yaml"]
    crosswalks = sorted((shipped_folder("controls") / "crosswalks").glob("*.yaml"), key=lambda file: file.stem)
    assert every.out.splitlines() == [f"{file}: no faults" for file in (*files, *older, *crosswalks)]
    assert one.out == f"{Path('controls') / 'huis' / 'catalogue.yaml'}: no faults\n"
    assert (small / one.out.partition(":")[0]).is_file()


def test_faults_in_a_catalogue_are_told_at_their_lines(bio: Run, small: Path) -> None:
    file = small / "controls" / "huis" / "catalogue.yaml"
    text = file.read_text("utf-8")
    text = text.replace('moved-to: ["1.2"]', 'moved-to: ["7.7"]').replace("role: hr", "role: chief")
    file.write_text(text, "utf-8")
    target = next(number for number, line in enumerate(text.splitlines(), 1) if "7.7" in line)

    ran = bio("catalogue", "check", "huis", "--json", "--lang", "en")
    told = json.loads(ran.out)

    assert (ran.code, ran.err, told["valid"]) == (3, "", False)
    assert list(told["files"][0]) == ["file", "kind", "faults", "warnings"]
    assert [one["code"] for one in told["files"][0]["faults"]] == ["not-a-choice"]

    file.write_text(text.replace("role: chief", "role: hr"), "utf-8")
    ran = bio("catalogue", "check", "huis", "--lang", "en")

    assert ran.code == 3
    assert ran.err.startswith(f"error: controls/huis/catalogue.yaml:{target}:")
    assert "'1.1.3' points to '7.7', which is no live item" in ran.err
    assert ran.out == "controls/huis/catalogue.yaml: 1 fault\n"


def test_a_catalogue_from_standard_input_is_checked(bio: Run, small: Path) -> None:
    raw = (small / "controls" / "huis" / "catalogue.yaml").read_bytes()

    assert bio("catalogue", "check", "-", stdin=raw).out == "-: geen fouten\n"


# schema


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_the_published_one(kind: str, run: Run) -> None:
    ran = run("schema", kind)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == schema_file(kind).read_text("utf-8")
    assert json.loads(ran.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
