"""One sheet in, what it says about a norm that it need not name out: answer once, account to every norm."""

from __future__ import annotations

from bio_check.assess.carry import carry
from bio_check.assess.conclude import conclude
from bio_check.assess.judge import Case, judge_item
from bio_check.model.assessment import Assessment, CatalogueAssessment
from bio_check.model.catalogue import Catalogue
from bio_check.model.crosswalk import Links
from bio_check.value import replace


def account(assessment: Assessment, catalogue: Catalogue, links: Links) -> CatalogueAssessment:
    """Return what the answered catalogues of an assessment say about a whole catalogue.

    Args:
        assessment: An unfiltered assessment.
        catalogue: The norm to account to; items of it that the sheet answers keep those answers.
        links: The crosswalks.
    """
    own = next((one for one in assessment.catalogues if one.catalogue.id == catalogue.id), None)
    case = Case(catalogue.id, {}, assessment.kinds, assessment.profile.factors, assessment.reference_date)
    known = {finding.item.id: finding for finding in own.findings} if own else {}
    findings = [known.get(item.id) or judge_item(item, None, case) for item in catalogue.items.values()]
    target = conclude(catalogue, findings, own.judgements if own else {})
    others = [one for one in assessment.own if one.answered and one.catalogue.id != catalogue.id]
    return replace(target, carried=carry(target, others, links))
