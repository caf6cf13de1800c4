"""A browser and axe-core, where they are; on a machine that builds for others they must be."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path
from typing import Any, NoReturn

import pytest

from bio_check import api
from bio_check.model.assessment import Assessment
from bio_check.shipped import shipped_folder

ROOT = Path(__file__).parents[2]


def _absent(what: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"{what}, and without it CI would pass a page that nobody looked at", pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="session")
def browser() -> Any:  # noqa: ANN401  # a Browser of axe.py, which tests cannot import
    """Chromium: BIO_CHECK_CHROMIUM, or `chromium` on the path."""
    found = shutil.which(os.environ.get("BIO_CHECK_CHROMIUM", "chromium"))
    if found is None:
        _absent("no Chromium: set BIO_CHECK_CHROMIUM, or put chromium on the path")
    spec = importlib.util.spec_from_file_location("axe", Path(__file__).with_name("axe.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Browser(found)


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core: BIO_CHECK_AXE, or as npm installs it in the root of the repository."""
    file = Path(os.environ.get("BIO_CHECK_AXE") or ROOT / "node_modules" / "axe-core" / "axe.min.js")
    if not file.is_file():
        _absent("no axe-core: set BIO_CHECK_AXE to its axe.min.js, or npm install axe-core")
    return file.read_text("utf-8")


@pytest.fixture(scope="session")
def lindervoort() -> Assessment:
    """The example municipality."""
    return api.judge(api.load_sheet(shipped_folder("examples") / "lindervoort" / "answers.yaml"))


@pytest.fixture(scope="session")
def pages(lindervoort: Assessment) -> dict[str, str]:
    """The page of the example in both languages."""
    return {"nl": api.render(lindervoort, language="nl"), "en": api.render(lindervoort, language="en")}
