"""What kind of document a file is, from its `format` line, and whether its shape is that of its kind."""

from __future__ import annotations

from bio_check.errors import Faults
from bio_check.load.schema import KINDS, check_shape
from bio_check.load.suggest import brief, choices, closest
from bio_check.load.yaml_text import Document, Key

_FORMATS = {f"bio-check/{kind}/1": kind for kind in KINDS}


def kind_of(document: Document, faults: Faults) -> str | None:
    """Return the kind that the `format` line names; None, and a fault, where it names none."""
    if not isinstance(document.data, dict):
        faults.add("no-mapping", document.place())
        return None
    named = document.data.get("format")
    if named is None:
        faults.add("no-format", document.place(), formats=choices(_FORMATS))
        return None
    kind = _FORMATS.get(str(named))
    if kind is None:
        faults.add("unknown-format", document.place("format"), value=brief(named), **closest(named, _FORMATS))
    return kind


def load_shape(document: Document, kind: str, faults: Faults) -> frozenset[tuple[Key, ...]]:
    """Hold a document against the schema of its kind; return the paths at which it is not to be trusted.

    Raises:
        UnusableInputError: It is of another kind.
    """
    found = kind_of(document, faults)
    if found is None:
        faults.raise_any()
    if found != kind:
        faults.add("other-format", document.place("format"), wanted=kind, found=found)
        faults.raise_any()
    return check_shape(document, kind, faults)
