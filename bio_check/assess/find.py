"""Find one item in an assessment by what a user called it."""

from __future__ import annotations

from bio_check.errors import Diagnostic, Place, WrongUsageError, diagnostic
from bio_check.model.assessment import Assessment, CatalogueAssessment, Finding
from bio_check.model.catalogue import Catalogue

MOST_IDS = 5
"""As many as a line has room for."""


def find_item(assessment: Assessment, name: str) -> tuple[CatalogueAssessment, Finding]:
    """Return the finding on an item, and the catalogue assessment that it stands in.

    Args:
        assessment: An unfiltered assessment.
        name: `5.17.01`, or `bio2:5.17.01` to name the catalogue; without one the first that has the item wins.

    Raises:
        WrongUsageError: No catalogue of the sheet has such an item, or it went elsewhere.
    """
    catalogue, colon, ident = name.rpartition(":")
    within = [one for one in assessment.catalogues if not colon or one.catalogue.id == catalogue]
    for one in within:
        for finding in one.findings:
            if finding.item.id == ident:
                return one, finding
    for one in within:
        retired = one.catalogue.index.retired.get(ident)
        if retired and retired.targets:
            edition, targets = one.catalogue.edition, ", ".join(retired.targets)
            code = f"id-{retired.status}"
            raise WrongUsageError([diagnostic(code, Place(name), id=ident, catalogue=edition, targets=targets)])
        if told := _no_item(name, ident, one.catalogue):
            raise WrongUsageError([told])
    if colon and not within:
        asked = ", ".join(one.catalogue.id for one in assessment.catalogues)
        raise WrongUsageError([diagnostic("item-of-other-norm", Place(name), catalogue=catalogue, asked=asked)])
    shown = next((one.catalogue.id for one in (*within, *assessment.catalogues)), "CATALOGUE")
    raise WrongUsageError([diagnostic("unknown-item", Place(name), value=name, catalogue=shown)])


def _no_item(name: str, ident: str, catalogue: Catalogue) -> Diagnostic | None:
    """Return what is told of an id that a catalogue knows and the sheet has no answer place for; None for others."""
    index, values = catalogue.index, {"id": ident, "catalogue": catalogue.edition, "show": catalogue.id}
    if ident in index.items:
        return diagnostic("item-not-asked", Place(name), **values)
    if ident in index.context:
        return diagnostic("item-asks-nothing", Place(name), **values)
    below = index.parts.get(ident) or tuple(item.id for item in catalogue.items.values() if item.group == ident)
    if below:
        some = ", ".join([*below[:MOST_IDS], *(["…"] if len(below) > MOST_IDS else [])])
        return diagnostic("item-has-parts", Place(name), ids=some, **values)
    return None
