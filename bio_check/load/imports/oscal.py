"""OSCAL 1.0 to 1.2: catalogues, profiles and mapping collections, in JSON or YAML."""

from __future__ import annotations

import re

from bio_check.errors import Place, UnusableInputError, diagnostic
from bio_check.load.imports.imported import Imported, Produced, Remarks
from bio_check.load.imports.oscal_node import Node, Tally
from bio_check.load.imports.source import Options, Source
from bio_check.load.suggest import choices

ROOTS = ("catalog", "profile", "mapping-collection")
OTHER_ROOTS = (
    "component-definition",
    "system-security-plan",
    "assessment-plan",
    "assessment-results",
    "plan-of-action-and-milestones",
)
"""Models of OSCAL that hold no norms."""
_VERSIONS = r"v?1\.[0-2](\.\d+)?"


def read_oscal(source: Source, options: Options) -> Imported:
    """Return the documents of ours that an OSCAL document makes, and what was left out on the way.

    Raises:
        UnusableInputError: It is no OSCAL, is of a model that holds no norms, or nothing usable is in it.
    """
    remarks = Remarks(source.file)
    tally = Tally(remarks)
    root = root_of(source, tally)
    documents = _documents(root, source, options)
    tally.tell()
    if not documents:
        raise UnusableInputError([*remarks.found, diagnostic("import-nothing", Place(source.file))])
    return Imported(tuple(documents), tuple(remarks.found))


def root_of(source: Source, tally: Tally) -> Node:
    """Return the catalogue, profile or mapping collection in a file; its path tells which.

    Raises:
        UnusableInputError: There is none.
    """
    data = source.data if isinstance(source.data, dict) else {}
    name = next((one for one in ROOTS if isinstance(data.get(one), dict)), None)
    if name is None:
        other = next((one for one in OTHER_ROOTS if one in data), None)
        code = "oscal-other-model" if other else "oscal-no-root"
        values = {"found": other or choices(data, 3) or "—", "choices": choices(ROOTS)}
        raise UnusableInputError([diagnostic(code, Place(source.file), **values)])
    for key in (one for one in data if one not in {name, "$schema"}):
        tally.note("oscal-unknown-key", str(key), key=key, what="OSCAL")
    root = Node(data[name], name, tally)
    version = root.node("metadata").text("oscal-version")
    if not re.fullmatch(_VERSIONS, version):
        root.note("oscal-version", "metadata.oscal-version", version=version or "—")
    return root


def _documents(root: Node, source: Source, options: Options) -> list[Produced]:
    if root.path == "catalog":
        from bio_check.load.imports.oscal_catalogue import read_catalogue  # noqa: PLC0415  # only one of the three

        return read_catalogue(root, source, options)
    if root.path == "profile":
        from bio_check.load.imports.oscal_profile import read_profile  # noqa: PLC0415  # the same

        return read_profile(root, source, options)
    from bio_check.load.imports.oscal_mapping import read_mapping  # noqa: PLC0415  # the same

    return read_mapping(root, source, options)
