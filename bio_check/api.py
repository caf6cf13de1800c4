"""The public Python API: load a sheet, judge it, render it. The command line uses nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bio_check.assess import judge as _judge
from bio_check.load.answers import Loaded, load_answers
from bio_check.load.library import Library
from bio_check.load.yaml_text import read_document
from bio_check.model.assessment import Assessment
from bio_check.wording import Language

if TYPE_CHECKING:  # loaded only where sheets are compared
    from bio_check.model.comparison import Comparison


def load_sheet(file: str | Path, *catalogues: Path) -> Loaded:
    """Return an answer sheet and the norms that its head names.

    Args:
        file: A YAML or JSON file; `-` for standard input.
        catalogues: Folders of one's own with catalogues and profiles, laid out as `controls/` is.

    Raises:
        UnusableInputError: With every fault in the sheet, each with its place and next step.
    """
    return load_answers(read_document(str(file)), Library(*catalogues))


def judge(loaded: Loaded, reference_date: date | None = None, only: Iterable[str] = ()) -> Assessment:
    """Return all findings on a sheet.

    Args:
        loaded: What `load_sheet` gave.
        reference_date: Judge as of this day instead of the one in the sheet.
        only: Selectors such as `role=hr`, `bio2:5.17.*` or `nis2:21.2.d`; the outcome says what it leaves out.

    Raises:
        WrongUsageError: A selector cannot be read, or selects nothing.
    """
    assessment = _judge.judge(loaded.sheet, loaded.norms, reference_date)
    selectors = tuple(only)
    if not selectors:
        return assessment
    from bio_check.assess.select import select  # noqa: PLC0415  # most runs look at everything

    return select(assessment, selectors, loaded.norms.read_links)


def compare(old: Loaded, new: Loaded, only: Iterable[str] = ()) -> Comparison:
    """Return what changed from one sheet to another, each judged as of its own reference date.

    Args:
        old: What `load_sheet` gave for the earlier sheet.
        new: The same for the later one.
        only: Selectors; an item is kept if it passes in either sheet.

    Raises:
        WrongUsageError: A selector cannot be read, or selects nothing.
    """
    from bio_check.assess.compare import compare as compare_assessments  # noqa: PLC0415  # most runs have one sheet

    return compare_assessments(judge(old), judge(new), only, new.norms.read_links)


def render(assessment: Assessment, report: str = "gap", form: str = "html", language: Language = "nl") -> str:
    """Return a report as text.

    Args:
        assessment: What `judge` gave.
        report: `gap`.
        form: `html`, `md` or `json`.
        language: `nl` or `en`.

    Raises:
        KeyError: There is no such report in this form.
    """
    from bio_check.render.registry import RENDERERS  # noqa: PLC0415  # templates are not needed to judge

    return RENDERERS[report, form](assessment, language)


def render_comparison(comparison: Comparison, form: str = "html", language: Language = "nl") -> str:
    """Return a comparison as text.

    Args:
        comparison: What `compare` gave.
        form: `html`, `md` or `json`.
        language: `nl` or `en`.

    Raises:
        KeyError: There is no such form.
    """
    from bio_check.render.registry import COMPARISONS  # noqa: PLC0415  # the same

    return COMPARISONS[form](comparison, language)
