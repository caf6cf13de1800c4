"""Jinja templates: layout and wording; every figure comes from the facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from markupsafe import Markup

from bio_check.model.assessment import Assessment
from bio_check.render.environment import environment
from bio_check.render.figures import long_date
from bio_check.render.gap_view import gap_view
from bio_check.render.page import running_head, source_hash
from bio_check.shipped import shipped_folder
from bio_check.wording import Language


def to_html(assessment: Assessment, language: Language) -> str:
    """Return the gap report as one HTML file, which needs no network and runs no script but its own."""
    folder = shipped_folder("templates") / "gap"
    view = gap_view(assessment, language)
    css = "\n" + (folder / "gap.css").read_text("utf-8") + _running_head(view, language)
    js = "\n" + (folder / "gap.js").read_text("utf-8")
    hashes = {"css_hash": source_hash(css), "js_hash": source_hash(js)}
    inlined = {"css": Markup(css), "js": Markup(js)}  # noqa: S704  # ours; the name in it is escaped for CSS
    return environment(language).get_template("gap/gap.html.j2").render(view | hashes | inlined)


def to_markdown(assessment: Assessment, language: Language) -> str:
    """Return the gap report as Markdown (GitHub's dialect, for its tables)."""
    return environment(language).get_template("gap/gap.md.j2").render(gap_view(assessment, language))


def _running_head(view: dict[str, Any], language: Language) -> str:
    nl = language == "nl"
    state = ("concept" if nl else "draft") if view["draft"] else ("definitief" if nl else "final")
    day = f"{'peildatum' if nl else 'reference date'} {long_date(date.fromisoformat(view['reference_date']), language)}"
    title = "Gap-rapport informatiebeveiliging" if nl else "Information security gap report"
    return running_head(view["organisation"], f"{day} · {state}", title, language)
