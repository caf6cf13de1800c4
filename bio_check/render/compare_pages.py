"""The comparison of two sheets as a page and as Markdown."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from bio_check.model.comparison import Comparison
from bio_check.render.compare_view import compare_view
from bio_check.render.environment import environment
from bio_check.render.figures import long_date
from bio_check.render.page import running_head, source_hash
from bio_check.render.words import either
from bio_check.shipped import shipped_folder
from bio_check.wording import Language


def to_compare_html(comparison: Comparison, language: Language) -> str:
    """Return the comparison as one HTML file, which needs no network and runs no script."""
    view = compare_view(comparison, language)
    folder = shipped_folder("templates")
    sheets = [(folder / name).read_text("utf-8") for name in ("gap/gap.css", "compare/compare.css")]
    days = " → ".join(long_date(date.fromisoformat(view[side]["reference_date"]), language) for side in ("old", "new"))
    title = either(language, "Vergelijking informatiebeveiliging", "Information security comparison")
    css = "\n" + "".join(sheets) + running_head(view["organisation"], days, title, language)
    inlined = {"css": Markup(css), "css_hash": source_hash(css)}  # noqa: S704  # ours; the name in it is escaped for CSS
    return environment(language).get_template("compare/compare.html.j2").render(view | inlined)


def to_compare_markdown(comparison: Comparison, language: Language) -> str:
    """Return the comparison as Markdown (GitHub's dialect, for its tables)."""
    return environment(language).get_template("compare/compare.md.j2").render(compare_view(comparison, language))
