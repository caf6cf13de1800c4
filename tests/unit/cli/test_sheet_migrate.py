from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bio_check.load.answers import Loaded, load_answers
from bio_check.load.library import Library
from bio_check.load.yaml_text import read_document

Run = Callable[..., Any]
HEAD = "format: bio-check/answers/1\norganisation: {name: Zandbeke}\nreference-date: 2026-06-01\n"


@pytest.fixture
def migrate(run: Run, tmp_path: Path) -> Callable[..., tuple[Loaded, str, str]]:
    """Migrate a sheet; return the new one as loaded, its text and the log."""

    def done(answers: str, to: str = "bio2@1.3", head: str = 'catalogues: {bio2: "1.2"}\n') -> tuple[Loaded, str, str]:
        file, out, log = (tmp_path / name for name in ("a.yaml", "b.yaml", "b.md"))
        file.write_text(f"{HEAD}{head}answers:\n{answers}", "utf-8")
        ran = run("sheet", "migrate", str(file), "--to", to, "--out", str(out), "--log", str(log), "--force")
        assert (ran.code, ran.err) == (0, "")
        return load_answers(read_document(str(out)), Library()), out.read_text("utf-8"), log.read_text("utf-8")

    return done


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("5.04.02", "5.10.02"),
        ("5.04.03", "5.10.03"),
        ("5.24.06", "5.21.05"),
        ("8.08.06", "5.24.08"),
    ],
)
def test_a_moved_answer_follows_as_it_is(old: str, new: str, migrate: Callable[..., Any]) -> None:
    loaded, text, _ = migrate(f'  bio2:\n    "{old}":   # zie zaak 12\n      status:   partial\n      note: Half.\n')

    answers = loaded.sheet.answers["bio2"]
    assert set(answers) == {new}
    assert answers[new].to_be_confirmed is None
    assert f'    "{new}":   # zie zaak 12\n      status:   partial\n      note: Half.\n' in text


def test_an_answer_to_what_moved_and_was_rewritten_follows_and_is_marked(migrate: Callable[..., Any]) -> None:
    loaded, _, _ = migrate('  bio2:\n    "5.25.01": {status: met}\n')

    answers = loaded.sheet.answers["bio2"]
    assert set(answers) == {"5.26.02"}
    assert "herschreven" in str(answers["5.26.02"].to_be_confirmed)


def test_what_did_not_change_stays_byte_for_byte(migrate: Callable[..., Any]) -> None:
    same = "  bio2:\n    # met HR\n    5.02.02: { status : met,\n      owner: 'CISO' }  # sinds 2024\n\n    # einde\n"

    _, text, _ = migrate(same)

    assert text == f'{HEAD}catalogues: {{bio2: "1.3"}}\nanswers:\n{same}'


def test_windows_line_ends_stay(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    answers = 'catalogues: {bio2: "1.2"}\nanswers:\n  bio2:\n    "5.01.02":\n      status: met\n'
    file.write_bytes(f"{HEAD}{answers}".replace("\n", "\r\n").encode())

    assert run("sheet", "migrate", str(file), "--to", "bio2").code == 0

    raw = (tmp_path / "a.bio2-1.3.yaml").read_bytes()
    assert b"to-be-confirmed" in raw
    assert raw.count(b"\r\n") == raw.count(b"\n")


def test_a_changed_demand_keeps_its_answer_to_be_confirmed(migrate: Callable[..., Any]) -> None:
    loaded, _, log = migrate('  bio2:\n    "5.01.02": {status: met, owner: CISO}\n')

    answer = loaded.sheet.answers["bio2"]["5.01.02"]
    assert (answer.status, answer.owner) == ("met", "CISO")
    assert answer.to_be_confirmed is not None
    assert answer.to_be_confirmed.startswith("Gewijzigd in BIO2 1.3.")
    assert "## Te bevestigen (1)" in log


def test_an_unanswered_item_gets_no_mark(migrate: Callable[..., Any]) -> None:
    loaded, text, _ = migrate('  bio2:\n    "5.01.02":\n      status:\n      evidence: []\n')

    assert loaded.sheet.answers["bio2"]["5.01.02"].to_be_confirmed is None
    assert "to-be-confirmed" not in text


def test_a_split_answer_goes_to_each_successor(migrate: Callable[..., Any]) -> None:
    loaded, _, _ = migrate('  bio2:\n    "8.01.02": {status: met, note: Alles.}\n')

    answers = loaded.sheet.answers["bio2"]
    assert set(answers) == {"6.03.04", "8.01.02"}
    assert all(one.note == "Alles." and one.to_be_confirmed for one in answers.values())


def test_a_merged_answer_is_taken_where_the_target_has_none(migrate: Callable[..., Any]) -> None:
    loaded, _, _ = migrate('  bio2:\n    "5.21.01": {status: not-met}\n    "5.21.03":\n')

    answer = loaded.sheet.answers["bio2"]["5.21.03"]
    assert answer.status == "not-met"
    assert answer.to_be_confirmed


def test_a_merged_answer_joins_the_note_where_the_target_has_one(migrate: Callable[..., Any]) -> None:
    loaded, _, log = migrate(
        '  bio2:\n    "5.21.01": {status: not-met, note: Oud., owner: Inkoop}\n'
        '    "5.21.03": {status: met, note: Eigen.}\n'
    )

    answer = loaded.sheet.answers["bio2"]["5.21.03"]
    assert (answer.status, answer.note) == ("met", "Eigen.\n5.21.01 (not-met): Oud.")
    assert '"5.21.01": {status: not-met, note: Oud., owner: Inkoop}' in log


def test_a_withdrawn_answer_is_kept_word_for_word_in_the_log(migrate: Callable[..., Any]) -> None:
    old = '"7.01.01":   # oud\n  status: met\n  note: |\n    Eén ``` twee.'
    indented = "".join(f"    {line}\n" for line in old.splitlines())

    loaded, _, log = migrate(f'  bio2:\n{indented}    "5.02.02": {{status: met}}\n')

    assert set(loaded.sheet.answers["bio2"]) == {"5.02.02"}
    assert f"````yaml\n{old}\n````\n" in log


def test_the_answer_of_a_control_that_now_has_measures_becomes_its_judgement(migrate: Callable[..., Any]) -> None:
    loaded, _, log = migrate('  bio2:\n    "5.10": {status: partial, owner: HR, note: Regels.}\n')

    judgement = loaded.sheet.judgements["bio2"]["5.10"]
    assert (judgement.status, judgement.note) == ("partial", "Regels.")
    assert judgement.to_be_confirmed
    assert loaded.sheet.answers["bio2"] == {}
    assert "zonder owner; hieronder bewaard" in log


def test_a_judgement_must_be_confirmed_where_a_measure_changed_in_substance(migrate: Callable[..., Any]) -> None:
    loaded, _, _ = migrate('  bio2:\n    "5.22": {status: met}\n    "5.16": {status: met}\n')

    judgements = loaded.sheet.judgements["bio2"]
    assert judgements["5.22"].to_be_confirmed == "De overheidsmaatregelen van 5.22 zijn in BIO2 1.3 gewijzigd."
    assert judgements["5.16"].to_be_confirmed is None


def test_the_judgement_on_a_control_that_lost_its_measures_becomes_its_answer(migrate: Callable[..., Any]) -> None:
    loaded, _, _ = migrate('  bio2:\n    "5.25": {status: met, note: Genoeg.}\n')

    answer = loaded.sheet.answers["bio2"]["5.25"]
    assert (answer.status, answer.note) == ("met", "Genoeg.")
    assert answer.to_be_confirmed


def test_an_earlier_mark_is_written_over_in_its_place(migrate: Callable[..., Any]) -> None:
    loaded, text, _ = migrate(
        '  bio2:\n    "5.01.02":   # beleid\n      status: met   # zaak 9\n'
        "      to-be-confirmed: >-\n        Eerder.\n\n        Nog iets.\n      # einde\n"
    )

    assert str(loaded.sheet.answers["bio2"]["5.01.02"].to_be_confirmed).startswith("Eerder.\nNog iets. Gewijzigd in")
    assert '    "5.01.02":   # beleid\n      status: met   # zaak 9\n      to-be-confirmed: "' in text
    assert text.endswith('"\n      # einde\n')


def test_comments_in_an_answer_that_is_written_anew_are_in_the_log(migrate: Callable[..., Any]) -> None:
    own = '"5.21.03":   # zaak 9\n  status: met\n  # gezien'
    indented = "".join(f"    {line}\n" for line in own.splitlines())

    _, text, log = migrate(f'  bio2:\n    "5.21.01": {{status: not-met}}\n{indented}')

    assert "zaak 9" not in text
    assert f"```yaml\n{own}\n```\n" in log


def test_blank_lines_that_a_text_keeps_cost_no_comments(migrate: Callable[..., Any]) -> None:
    loaded, text, log = migrate(
        '  bio2:\n    "5.04.02": {status: met}   # contract\n    "5.08":   # project\n      status: met\n'
        '      note: |+\n        Een.\n\n    "5.15.01": {status: met}\n'
    )

    assert str(loaded.sheet.judgements["bio2"]["5.08"].note).startswith("Een.")
    assert "# contract" in text
    assert "# project" in text
    assert "opnieuw uitgeschreven" not in log


def test_new_items_are_listed_in_the_log(migrate: Callable[..., Any]) -> None:
    _, text, log = migrate('  bio2:\n    "5.02.02": {status: met}\n')

    assert "- **5.25** " in log
    assert "5.25" not in text


def test_a_sheet_that_lists_every_item_gets_the_new_ones_at_their_place(migrate: Callable[..., Any]) -> None:
    every = "".join(f'    "{ident}":\n      status:\n\n' for ident in Library().catalogue("bio2", "1.2").items)

    loaded, text, _ = migrate(f"  bio2:\n{every}")

    new = Library().catalogue("bio2")
    assert set(new.items) <= set(loaded.sheet.answers["bio2"])
    assert text.index('"5.24.08"') < text.index('"5.25":') < text.index('"5.26"')
    assert loaded.sheet.answers["bio2"]["5.25"].status == "unanswered"


@pytest.mark.parametrize(
    "answers",
    [
        '  bio2: {"5.01.02": {status: met}, "5.04.02": {status: partial}}\n',
        '  {bio2: {"5.01.02": {status: met}, "5.04.02": {status: partial}}}\n',
    ],
)
def test_answers_on_one_line_are_migrated_too(answers: str, migrate: Callable[..., Any]) -> None:
    loaded, text, _ = migrate(answers)

    assert set(loaded.sheet.answers["bio2"]) == {"5.01.02", "5.10.02"}
    assert text.startswith(HEAD)


def test_json_stays_json(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    sheet = {
        "format": "bio-check/answers/1",
        "organisation": {"name": "Zandbeke \U0001f600"},
        "reference-date": "2026-06-01",
        "catalogues": {"bio2": "1.2"},
        "answers": {"bio2": {"5.04.02": {"status": "met"}}},
    }
    file.write_text(json.dumps(sheet), "utf-8")

    assert run("sheet", "migrate", str(file), "--to", "bio2").code == 0

    told = json.loads((tmp_path / "a.bio2-1.3.json").read_text("utf-8"))
    assert told == sheet | {"catalogues": {"bio2": "1.3"}, "answers": {"bio2": {"5.10.02": {"status": "met"}}}}


def test_several_old_controls_become_one_new_one_and_the_worst_wins(migrate: Callable[..., Any]) -> None:
    loaded, _, log = migrate(
        "  iso27001-2013:\n    A.5.1.1: {status: met, note: Beleid.}\n    A.5.1.2: {status: partial, note: Soms.}\n",
        "iso27001@2022",
        "",
    )

    answer = loaded.sheet.answers["iso27001"]["A.5.1"]
    assert (answer.status, answer.note) == ("partial", "A.5.1.1 (met): Beleid.\nA.5.1.2 (partial): Soms.")
    assert answer.to_be_confirmed
    assert loaded.sheet.versions == {"iso27001": "2022"}
    assert "A.5.1.1: {status: met, note: Beleid.}" in log


def test_old_controls_that_meet_measures_become_a_judgement(migrate: Callable[..., Any]) -> None:
    loaded, _, log = migrate("  bio1:\n    5.1.1: {status: met}\n", "bio2@1.3", "")

    assert loaded.sheet.answers["bio2"] == {}
    assert loaded.sheet.judgements["bio2"]["5.01"].status == "met"
    assert loaded.sheet.judgements["bio2"]["5.01"].to_be_confirmed
    assert "Van de 156 onderdelen van BIO2 1.3 staan er 156 open." in log


def test_an_answer_given_to_the_new_catalogue_wins(run: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "a.yaml", tmp_path / "b.yaml"
    bio1, bio2 = (
        "  bio1:\n    6.1.2: {status: met}\n    6.1.3: {status: met}\n",
        "    # zelf\n    5.03: {status: not-met}\n",
    )
    file.write_text(f"{HEAD}answers:\n{bio1}  bio2:\n{bio2}", "utf-8")

    ran = run("sheet", "migrate", str(file), "--to", "bio2@1.3", "--from", "bio1", "--out", str(out))

    assert (ran.code, ran.err) == (0, "")
    sheet = load_answers(read_document(str(out)), Library()).sheet
    assert sheet.answers["bio2"]["5.03"].status == "not-met"
    assert sheet.answers["bio2"]["5.03"].to_be_confirmed is None
    assert sheet.judgements["bio2"]["5.05"].status == "met"
    assert bio2 in out.read_text("utf-8")
    assert "bio1" not in sheet.versions


def test_a_profile_that_does_not_hold_the_new_catalogue_is_left_out(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own" / "profiles"
    own.mkdir(parents=True)
    text = "{nl: Oud, en: Old}"
    (own / "oud.yaml").write_text(
        f"format: bio-check/profile/1\nid: oud\ntitle: {text}\ndescription: {text}\n"
        'catalogues:\n  - {id: bio1, version: "1.04"}\n',
        "utf-8",
    )
    file, log = tmp_path / "a.yaml", tmp_path / "a.bio2-1.3.changes.md"
    file.write_text(f"{HEAD}profile: oud\nanswers:\n  bio1:\n    5.1.1: {{status: met}}\n", "utf-8")

    ran = run("--catalogues", str(own.parent), "sheet", "migrate", str(file), "--to", "bio2")

    assert (ran.code, ran.err) == (0, "")
    assert load_answers(read_document(str(tmp_path / "a.bio2-1.3.yaml")), Library()).sheet.profile is None
    assert "Het profiel oud vraagt niets uit BIO2 1.3" in log.read_text("utf-8")


def test_a_sheet_on_that_version_already_is_left_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f'{HEAD}answers:\n  bio2:\n    "5.02.02": {{status: met}}\n', "utf-8")

    ran = run("sheet", "migrate", str(file), "--to", "bio2@1.3")

    assert (ran.code, ran.err) == (0, "")
    assert "gaat al over BIO2 1.3" in ran.out
    assert [*tmp_path.iterdir()] == [file]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--to", "bio3"), 3, "de catalogus 'bio3' is niet bekend"),
        (("--to", "bio2@9"), 3, "1.3, 1.2"),
        (("--to", "nis2"), 2, "niets wat dit blad beantwoordt gaat over in 'nis2@2022'"),
        (("--to", "bio2", "--from", "cbb"), 2, "--from"),
        (("--to", "bio2", "--out", "a.yaml", "--force"), 2, "a.yaml"),
        (("--to", "bio2", "--out", "b.yaml", "--log", "b.yaml"), 2, "b.yaml"),
        (("--to", "bio2", "--out", "taken.yaml"), 2, "taken.yaml"),
        (("--to", "bio2", "--log", "taken.yaml"), 2, "taken.yaml"),
    ],
)
@pytest.mark.usefixtures("in_folder")
def test_wrong_use_is_told_and_nothing_is_written(arguments: tuple[str, ...], code: int, said: str, run: Run) -> None:
    Path("taken.yaml").write_text("van iemand anders\n", "utf-8")
    sheet = f'{HEAD}catalogues: {{bio2: "1.2"}}\nanswers:\n  bio2:\n    "5.02.02": {{status: met}}\n'
    Path("a.yaml").write_text(sheet, "utf-8")

    ran = run("sheet", "migrate", "a.yaml", *arguments)

    assert ran.code == code
    assert said in ran.err
    assert sorted(one.name for one in Path().iterdir()) == ["a.yaml", "taken.yaml"]
    assert Path("a.yaml").read_text("utf-8") == sheet


def test_a_faulty_sheet_is_told_as_always(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f'{HEAD}answers:\n  bio2:\n    "5.04.02": {{status: maybe}}\n', "utf-8")

    ran = run("sheet", "migrate", str(file), "--to", "bio2@1.3")

    assert ran.code == 3
    assert [*tmp_path.iterdir()] == [file]
