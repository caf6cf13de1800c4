"""Find one item in an assessment by what a user called it."""

from __future__ import annotations

from bio_check.errors import Place, WrongUsageError, diagnostic
from bio_check.model.assessment import Assessment, CatalogueAssessment, Finding


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
    shown = next((one.catalogue.id for one in (*within, *assessment.catalogues)), "CATALOGUE")
    raise WrongUsageError([diagnostic("unknown-item", Place(name), value=name, catalogue=shown)])
