"""Jinja templates: layout and wording; all figures come from the facts."""

from __future__ import annotations

from bio_check.model.assessment import Assessment
from bio_check.wording import Language


def to_html(assessment: Assessment, language: Language) -> str:
    """Return the gap report as one HTML file."""
    return f"{assessment}{language}"


def to_markdown(assessment: Assessment, language: Language) -> str:
    """Return the gap report as Markdown."""
    return f"{assessment}{language}"
