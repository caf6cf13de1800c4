"""How our ids and words stand in OSCAL documents: what the import undoes of what the export did."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from bio_check.model.crosswalk import Relationship

NAMESPACE = "urn:bio-check:oscal:1"
"""Of the properties, parts and relationships that are ours."""
VERSION = "1.2.2"
RELATIONS = {
    Relationship.EQUAL: "equal-to",
    Relationship.SUPERSET: "superset-of",
    Relationship.SUBSET: "subset-of",
    Relationship.INTERSECTS: "intersects-with",
}
"""OSCAL has no word for a link of which nothing more is said: it keeps ours, in our namespace."""
CONTROL = "c-"
GROUP = "g-"
"""What goes before an id: an OSCAL id is a token, which begins with a letter, and groups and controls share them."""


def to_tokens(idents: Iterable[str], prefix: str = CONTROL) -> dict[str, str]:
    """Return an OSCAL id for each of ours, each another one; those that are tokens but for their beginning are kept."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for ident in idents:
        plain = prefix + "".join(one if one in "._-" or _is_letter_or_number(one) else "_" for one in ident)
        token, count = plain, 1
        while token in taken:
            count += 1
            token = f"{plain}_{count}"
        taken.add(token)
        found[ident] = token
    return found


def _is_letter_or_number(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"
