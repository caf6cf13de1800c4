"""Which reports exist, in which forms: one line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from bio_check.model.assessment import Assessment
from bio_check.model.comparison import Comparison
from bio_check.render.compare_facts import to_compare_json
from bio_check.render.compare_pages import to_compare_html, to_compare_markdown
from bio_check.render.json_text import to_json
from bio_check.render.templates import to_html, to_markdown
from bio_check.wording import Language

RENDERERS: Mapping[tuple[str, str], Callable[[Assessment, Language], str]] = {
    ("gap", "html"): to_html,
    ("gap", "md"): to_markdown,
    ("gap", "json"): to_json,
}
"""(report, form) to what makes it."""

COMPARISONS: Mapping[str, Callable[[Comparison, Language], str]] = {
    "html": to_compare_html,
    "md": to_compare_markdown,
    "json": to_compare_json,
}
"""Form to what makes it of a comparison of two sheets."""

FORMATS = tuple(dict.fromkeys(form for _, form in RENDERERS))


def file_name(sheet: str, report: str, language: Language, form: str) -> str:
    """Return the name of a report on a sheet: `answers.gap.nl.html`."""
    stem = "answers" if sheet == "-" else Path(sheet).stem
    return f"{stem}.{report}.{language}.{form}"
