"""Jinja templates: layout and wording; every figure comes from the facts."""

from __future__ import annotations

import base64
import hashlib
from datetime import date
from typing import Any

from markupsafe import Markup

from bio_check.model.assessment import Assessment
from bio_check.render.environment import environment
from bio_check.render.figures import long_date
from bio_check.render.gap_view import gap_view
from bio_check.shipped import shipped_folder
from bio_check.wording import Language


def to_html(assessment: Assessment, language: Language) -> str:
    """Return the gap report as one HTML file, which needs no network and runs no script but its own."""
    folder = shipped_folder("templates") / "gap"
    view = gap_view(assessment, language)
    css = "\n" + (folder / "gap.css").read_text("utf-8") + _running_head(view, language)
    js = "\n" + (folder / "gap.js").read_text("utf-8")
    hashes = {"css_hash": _source_hash(css), "js_hash": _source_hash(js)}
    inlined = {"css": Markup(css), "js": Markup(js)}  # noqa: S704  # ours; the name in it is escaped for CSS
    return environment(language).get_template("gap/gap.html.j2").render(view | hashes | inlined)


def to_markdown(assessment: Assessment, language: Language) -> str:
    """Return the gap report as Markdown (GitHub's dialect, for its tables)."""
    return environment(language).get_template("gap/gap.md.j2").render(gap_view(assessment, language))


def _source_hash(source: str) -> str:
    """Return what the page's security policy allows: just this style, just this script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")


def _running_head(view: dict[str, Any], language: Language) -> str:
    """Return the head and foot of printed pages; they name the organisation, so no style sheet can hold them."""
    nl = language == "nl"
    state = ("concept" if nl else "draft") if view["draft"] else ("definitief" if nl else "final")
    day = f"{'peildatum' if nl else 'reference date'} {long_date(date.fromisoformat(view['reference_date']), language)}"
    title = "Gap-rapport informatiebeveiliging" if nl else "Information security gap report"
    corners = {
        "top-left": _css_string(view["organisation"]),
        "top-right": _css_string(f"{day} · {state}"),
        "bottom-left": _css_string(title),
        "bottom-right": f'counter(page) " {"van" if nl else "of"} " counter(pages)',
    }
    return "@page {\n" + "".join(f"  @{name} {{ content: {text}; }}\n" for name, text in corners.items()) + "}\n"


def _css_string(text: str) -> str:
    """Return a CSS string in which nothing but letters, digits and a few marks stands for itself."""
    return '"' + "".join(one if one.isalnum() or one in " .,-:·" else f"\\{ord(one):x} " for one in text) + '"'
