"""What every page of ours has: a style of its own, the hash that allows just that, and heads on paper."""

from __future__ import annotations

import base64
import hashlib

from bio_check.wording import Language


def source_hash(source: str) -> str:
    """Return what the page's security policy allows: just this style, just this script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")


def running_head(organisation: str, day: str, title: str, language: Language) -> str:
    """Return the head and foot of printed pages; they name the organisation, so no style sheet can hold them."""
    corners = {
        "top-left": _css_string(organisation),
        "top-right": _css_string(day),
        "bottom-left": _css_string(title),
        "bottom-right": f'counter(page) " {"van" if language == "nl" else "of"} " counter(pages)',
    }
    return "@page {\n" + "".join(f"  @{name} {{ content: {text}; }}\n" for name, text in corners.items()) + "}\n"


def _css_string(text: str) -> str:
    """Return a CSS string in which nothing but letters, digits and a few marks stands for itself."""
    return '"' + "".join(one if one.isalnum() or one in " .,-:·" else f"\\{ord(one):x} " for one in text) + '"'
