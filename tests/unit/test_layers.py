"""The picture of the house style, kept true: who may import whom, and what loads when."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import bio_check
from bio_check.shipped import shipped_folder

PACKAGE = Path(bio_check.__file__).parent
EXAMPLE = shipped_folder("examples") / "lindervoort" / "answers.yaml"
GROUND = {"errors", "wording", "sentences", "shipped", "value"}
ROOMS = ("model", "assess", "load", "render", "cli")
BELOW = {
    "errors": {"wording", "value"},
    "wording": {"sentences"},
    "sentences": set[str](),
    "shipped": set[str](),
    "value": set[str](),
    "model": {"errors", "wording", "value"},
    "assess": {"model", "errors", "value"},
    "load": {"model", *GROUND},
    "render": {"model", *GROUND, "bio_check"},  # bio_check: the version in the head of a report
    "cli": {*ROOMS, *GROUND, "api", "bio_check"},
    "api": {"model", "assess", "load", "render", *GROUND},
    "__main__": {"cli", "bio_check"},
}
"""Room, or module beside the rooms, to what it may import besides itself."""
AT_HOME = {
    "load": {"yaml", "jsonschema", "jsonschema_rs", "python_calamine"},
    "render": {"jinja2", "markupsafe", "rich"},
    "cli": {"typer", "rich"},
}
LONGEST = 300
MADE = {"_compiled", "_data"}
"""What the build puts beside our own files."""
FILES = sorted(one for one in PACKAGE.rglob("*.py") if one.relative_to(PACKAGE).parts[0] not in MADE)


def room_of(file: Path) -> str:
    first = file.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports_of(file: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in the file; relative imports are not used here."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports relatively"
            if (
                node.module == "bio_check"
            ):  # from bio_check import api: the module; from bio_check import __version__: not
                for alias in node.names:
                    is_ours = (PACKAGE / alias.name).is_dir() or (PACKAGE / f"{alias.name}.py").is_file()
                    yield f"bio_check.{alias.name}" if is_ours else "bio_check"
            else:
                yield str(node.module)


def test_every_module_has_a_place_in_the_picture() -> None:
    rooms = {room_of(file) for file in FILES}

    assert rooms == {*BELOW, "__init__"}


@pytest.mark.parametrize("room", BELOW)
def test_room_looks_only_down(room: str) -> None:
    for file in (one for one in FILES if room_of(one) == room):
        named = [name.split(".") for name in imports_of(file) if name.split(".")[0] == "bio_check"]

        ours = {parts[1] if len(parts) > 1 else "bio_check" for parts in named}

        assert ours <= BELOW[room] | {room}, file


@pytest.mark.parametrize("room", BELOW)
def test_libraries_are_used_only_where_they_are_at_home(room: str) -> None:
    for file in (one for one in FILES if room_of(one) == room):
        roots = {name.split(".")[0] for name in imports_of(file)}

        strangers = roots - sys.stdlib_module_names - {"bio_check"}

        assert strangers <= AT_HOME.get(room, set()), file


@pytest.mark.parametrize("file", [one for one in FILES if one.name == "__init__.py"], ids=lambda one: one.parent.name)
def test_folders_hand_nothing_on(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"))

    rest = [ast.unparse(node) for node in tree.body[1:]]

    assert ast.get_docstring(tree)
    assert rest == ([f"__version__ = '{bio_check.__version__}'"] if file.parent == PACKAGE else [])


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_are_packages(room: str) -> None:
    assert (PACKAGE / room / "__init__.py").is_file()


def test_no_file_is_longer_than_one_sitting() -> None:
    lengths = {file.name: len(file.read_text("utf-8").splitlines()) for file in FILES if file.name != "sentences.py"}

    long = {name: length for name, length in lengths.items() if length > LONGEST}

    assert long == {}


def loaded_by(*arguments: str) -> set[str]:
    """The modules that are loaded once a command has run, in a process of its own."""
    script = (
        "import sys\n"
        "from bio_check.__main__ import main\n"
        "code = main(sys.argv[1:])\n"
        "sys.stdout.flush()\n"
        "print('LOADED', *sys.modules, file=sys.stderr)\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    marked = next(one for one in done.stderr.splitlines() if one.startswith("LOADED"))
    return {name.split(".")[0] for name in marked.split()[1:]}


def test_version_loads_no_library() -> None:
    assert loaded_by("--version").isdisjoint({"typer", "yaml", "rich", "jinja2", "jsonschema"})


def test_validating_a_sound_sheet_loads_no_slow_library() -> None:
    assert loaded_by("validate", str(EXAMPLE)).isdisjoint({"jsonschema", "jinja2", "rich"})


def test_scoring_in_a_pipe_loads_no_slow_library() -> None:
    assert loaded_by("score", str(EXAMPLE)).isdisjoint({"jsonschema", "jinja2", "rich"})


def test_what_is_loaded_is_seen() -> None:
    loaded = loaded_by("report", str(EXAMPLE), "--format", "md", "--to", "-")

    assert {"typer", "jinja2"} <= loaded
