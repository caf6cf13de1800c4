"""Where the catalogues, templates and examples that come with bio-check lie."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_REPOSITORY = {"controls": "controls", "templates": "reports/templates", "examples": "examples"}


def shipped_folder(kind: str) -> Path:
    """Return the folder of `controls`, `templates` or `examples`.

    A wheel carries the folders inside the package; an editable install reads them from the repository.

    Raises:
        FileNotFoundError: The installation is broken.
    """
    folder = _PACKAGE / "_data" / kind
    if folder.is_dir():
        return folder
    repository = _PACKAGE.parent
    if (repository / "pyproject.toml").is_file():
        return repository / _IN_REPOSITORY[kind]
    message = f"bio-check is installed without its {kind}; install it again"
    raise FileNotFoundError(message)


def compiled_folder() -> Path:
    """Return where the build puts what it compiled; it need not exist."""
    return _PACKAGE / "_compiled"


def compiled_file(sha256: str) -> Path:
    """Return where the JSON form of a shipped YAML file with this hash lies; it need not exist."""
    return compiled_folder() / f"{sha256}.json"


def schema_file(kind: str) -> Path:
    """Return the JSON Schema of one kind of document; it need not exist."""
    return _PACKAGE / "load" / "schemas" / f"{kind}.schema.json"
