"""Selectors: `bio2:5.17.*`, `role=hr`, `duty=law`. What they leave out, the output says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from bio_check.assess.conclude import conclude
from bio_check.assess.gaps import gaps
from bio_check.assess.renew import renewals
from bio_check.assess.workload import workloads
from bio_check.errors import Place, WrongUsageError, diagnostic
from bio_check.model.assessment import Assessment, CatalogueAssessment, Filter, Finding
from bio_check.value import replace, value

FIELDS: Mapping[str, Callable[[Finding], Iterable[str]]] = {
    "role": lambda finding: (finding.item.role, *finding.item.audience),
    "audience": lambda finding: finding.item.audience,
    "duty": lambda finding: (finding.item.duty,),
    "kind": lambda finding: (finding.item.kind,),
    "group": lambda finding: (finding.item.group,),
    "phase": lambda finding: (str(finding.item.phase),),
    "weight": lambda finding: (str(finding.item.weight),),
    "effort": lambda finding: (finding.item.effort,),
    "status": lambda finding: (finding.status,),
    "owner": lambda finding: (finding.owner or "",),
}
"""`role` also finds those who are asked without owning the answer, such as suppliers."""


@value
class Selector:
    """One test that a finding passes or not."""

    text: str
    field: str
    """A key of `FIELDS`; empty where ids are meant."""
    catalogue: str
    values: tuple[str, ...]

    def accepts(self, finding: Finding) -> bool:
        """Whether a finding passes."""
        if self.field:
            found = {value.casefold() for value in FIELDS[self.field](finding)}
            return any(value.casefold() in found for value in self.values)
        return finding.catalogue == self.catalogue and any(finding.item.matches(one) for one in self.values)


def parse_selector(text: str) -> Selector:
    """Return the selector that a user wrote: `field=value,value` or `catalogue:id,pattern`.

    Raises:
        WrongUsageError: It is neither.
    """
    head, equals, tail = text.partition("=")
    if equals and head in FIELDS and tail:
        return Selector(text, head, "", _listed(tail))
    head, colon, tail = text.partition(":")
    if colon and head and tail and "=" not in head:
        return Selector(text, "", head, _listed(tail))
    raise WrongUsageError([diagnostic("bad-selector", Place("--only"), value=text, fields=", ".join(FIELDS))])


def select(assessment: Assessment, texts: Iterable[str]) -> Assessment:
    """Return the assessment with only the findings that pass every selector; unchanged where there is none.

    Raises:
        WrongUsageError: A selector cannot be read, or matches nothing: a slip must not look like a clean result.
    """
    selectors = tuple(parse_selector(text) for text in texts)
    if not selectors:
        return assessment
    findings = [finding for one in assessment.catalogues for finding in one.findings]
    for selector in selectors:
        if not any(selector.accepts(finding) for finding in findings):
            raise WrongUsageError([diagnostic("empty-selection", Place("--only"), value=selector.text)])
    kept = [finding for finding in findings if all(selector.accepts(finding) for selector in selectors)]
    if not kept:
        together = " ".join(selector.text for selector in selectors)
        raise WrongUsageError([diagnostic("empty-selection", Place("--only"), value=together)])
    catalogues = tuple(_concluded(one, kept) for one in assessment.catalogues)
    return replace(
        assessment,
        catalogues=tuple(one for one in catalogues if one.findings),
        gaps=gaps(kept),
        renewals=renewals(kept, assessment.reference_date),
        workloads=workloads(kept, assessment.reference_date),
        filter=Filter(tuple(selector.text for selector in selectors), len(kept), len(findings)),
    )


def _concluded(one: CatalogueAssessment, kept: Iterable[Finding]) -> CatalogueAssessment:
    """Conclude on what was kept; but a control is only as good as all its items, those left out as well."""
    part = conclude(one.catalogue, (each for each in kept if each.catalogue == one.catalogue.id), one.judgements)
    return replace(part, control_status={ident: one.control_status[ident] for ident in part.control_status})


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
