"""Bytes of somebody else: values within limits, or one placed fault; never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from bio_check.errors import UnusableInputError
from bio_check.load.imports.detect import detect
from bio_check.load.imports.source import LIMITS, Source, read_beside, read_source


def read(folder: Path, name: str, raw: bytes | str) -> Source:
    file = folder / name
    file.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return read_source(str(file))


def fault_of(folder: Path, name: str, raw: bytes | str) -> tuple[str, int]:
    with pytest.raises(UnusableInputError) as caught:
        read(folder, name, raw)
    (fault,) = caught.value.diagnostics
    return fault.code, fault.place.line


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("name", ["x.json", "x.yaml", "x"])
def test_json_and_yaml_are_values_in_which_numbers_with_a_point_stay_text(
    name: str, mark: bytes, tmp_path: Path
) -> None:
    raw = b'{"catalog": {"version": 5.10, "count": 3, "on": true}}'

    assert read(tmp_path, name, mark + raw).data == {"catalog": {"version": "5.10", "count": 3, "on": True}}


@pytest.mark.parametrize(
    ("raw", "code", "line"),
    [
        ('{"a": 1,\n  "b"}', "json-syntax", 2),
        ('{"a": NaN}', "json-value", 0),
        ('{"a": -Infinity}', "json-value", 0),
        ('{"a": ' + "9" * 5000 + "}", "json-value", 0),
        ('{"a": {"b": 1, "b": 2}}', "duplicate-key", 0),
        ("[" * 100_000, "nested-too-deep", 0),
        ("[" * (LIMITS.depth + 1) + "]" * (LIMITS.depth + 1), "nested-too-deep", 0),
        (b'{\n"a": "caf\xe9"}', "not-utf-8", 2),
    ],
    ids=["syntax", "NaN", "Infinity", "digits", "twice", "open", "deep", "Latin-1"],
)
def test_bad_json_is_one_fault(raw: bytes | str, code: str, line: int, tmp_path: Path) -> None:
    assert fault_of(tmp_path, "x.json", raw) == (code, line)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("a: *b", "yaml-alias"),
        ("a: 1\na: 2", "duplicate-key"),
        ("a: [", "yaml-syntax"),
        ("a: !!python/x y", "yaml-tag"),
    ],
)
def test_bad_yaml_is_a_fault(raw: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError) as caught:
        read(tmp_path, "x.yaml", raw)

    assert code in {fault.code for fault in caught.value.diagnostics}


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    with file.open("wb") as stream:
        stream.truncate(LIMITS.size + 1)

    with pytest.raises(UnusableInputError) as caught:
        read_source(str(file))

    assert [(one.code, dict(one.values)["limit"]) for one in caught.value.diagnostics] == [("file-too-large", "64 MiB")]


@pytest.mark.parametrize(
    ("name", "raw", "form"),
    [
        ("x.json", '{"catalog": {}}', "oscal"),
        ("x", '{"mapping-collection": {}}', "oscal"),
        ("x", "# comment\nprofile:\n  uuid: x\n", "oscal"),
        ("x.json", '{"component-definition": {}}', "oscal"),
        ("x.yaml", "urn: urn:x\nlocale: en\nobjects: {}\n", "ciso-assistant"),
        ("x.xlsx", b"PK\x03\x04...", "spreadsheet"),
        ("x.csv", "id;title\n1;One\n", "spreadsheet"),
        ("x.txt", "id\ttitle\n1\tOne\n", "spreadsheet"),
        ("x.md", "text\n", "bio2-markdown"),
        ("x.txt", "Before\n\n## 5.01 Policy\n", "bio2-markdown"),
    ],
)
def test_the_kind_of_a_file_shows_from_what_it_holds(name: str, raw: bytes | str, form: str, tmp_path: Path) -> None:
    assert detect(read(tmp_path, name, raw)) == form


@pytest.mark.parametrize(
    "raw", [b"", b"\x00\x01# x", b"hello", b"[1, 2]", b'{"a": 1}', b"<catalog/>", bytes(range(256))]
)
def test_a_file_that_does_not_tell_is_refused(raw: bytes, tmp_path: Path) -> None:
    source = read(tmp_path, "x", raw)

    with pytest.raises(UnusableInputError) as caught:
        detect(source)

    assert [one.code for one in caught.value.diagnostics] == ["import-unknown-form"]


def test_only_files_beside_or_below_are_followed(tmp_path: Path) -> None:
    (tmp_path / "in" / "below").mkdir(parents=True)
    for name in ("above.json", "in/beside.json", "in/below/there.json"):
        (tmp_path / name).write_text('{"catalog": {}}')
    (tmp_path / "in" / "link.json").symlink_to(tmp_path / "above.json")
    source = Source(str(tmp_path / "in" / "profile.json"), b"")

    followed = ["beside.json", "./beside.json", "below/there.json"]
    refused = [
        "../above.json",
        str(tmp_path / "above.json"),
        "link.json",
        "gone.json",
        "https://example.org/x",
        "a\0",
        "",
        "x" * 5000,
    ]

    assert all(read_beside(source, name) for name in followed)
    assert not any(read_beside(source, name) for name in refused)
    assert read_beside(Source("-", b""), "beside.json") is None
