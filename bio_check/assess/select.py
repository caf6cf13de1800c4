"""Selectors: `bio2:5.17.*`, `role=hr`, `duty=law`. What they leave out, the output says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from bio_check.assess.conclude import conclude
from bio_check.assess.gaps import gaps
from bio_check.assess.renew import renewals
from bio_check.assess.workload import workloads
from bio_check.errors import Place, UnusableInputError, WrongUsageError, diagnostic
from bio_check.model.assessment import Assessment, CatalogueAssessment, Filter, Finding
from bio_check.value import replace, value

if TYPE_CHECKING:  # loaded only where a selector reaches further
    from bio_check.model.crosswalk import Links

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

    linked: frozenset[tuple[str, str]] = frozenset()
    """(catalogue, item) of what crosswalks link to the ids."""

    def accepts(self, finding: Finding) -> bool:
        """Whether a finding passes."""
        if self.field:
            found = {value.casefold() for value in FIELDS[self.field](finding)}
            return any(value.casefold() in found for value in self.values)
        return self.names(finding) or (finding.catalogue, finding.item.id) in self.linked

    def names(self, finding: Finding) -> bool:
        """Whether the ids are those of the item itself."""
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


def select(assessment: Assessment, texts: Iterable[str], read_links: Callable[[], Links] | None = None) -> Assessment:
    """Return the assessment with only the findings that pass every selector; unchanged where there is none.

    Args:
        assessment: All findings.
        texts: What the user wrote.
        read_links: Gives the crosswalks, through which ids of a catalogue that is not answered itself reach further.

    Raises:
        WrongUsageError: A selector cannot be read, or matches nothing: a slip must not look like a clean result.
    """
    selectors = tuple(reaching(parse_selector(text), assessment, read_links) for text in texts)
    if not selectors:
        return assessment
    findings = [finding for one in assessment.catalogues for finding in one.findings]
    for selector in selectors:
        for one in _each_id(selector):
            found = reaching(one, assessment, read_links) if one is not selector else one
            if not any(found.accepts(finding) for finding in findings):
                raise WrongUsageError([diagnostic("empty-selection", Place("--only"), value=one.text)])
    kept = [finding for finding in findings if all(selector.accepts(finding) for selector in selectors)]
    if not kept:
        together = " ".join(selector.text for selector in selectors)
        raise WrongUsageError([diagnostic("empty-selection", Place("--only"), value=together)])
    catalogues = tuple(_concluded(one, kept) for one in assessment.catalogues)
    carried = {one.catalogue.id for one in catalogues if one.carried}
    own = [finding for finding in kept if finding.catalogue not in carried]
    return replace(
        assessment,
        catalogues=tuple(one for one in catalogues if one.findings),
        gaps=gaps(own),
        renewals=renewals(own, assessment.reference_date),
        workloads=workloads(own, assessment.reference_date),
        filter=Filter(tuple(selector.text for selector in selectors), len(kept), len(findings)),
    )


def _each_id(selector: Selector) -> tuple[Selector, ...]:
    """Return a selector per id, where several are listed: each must match, or a slip in one would go unseen."""
    if selector.field or len(selector.values) == 1:
        return (selector,)
    return tuple(Selector(f"{selector.catalogue}:{one}", "", selector.catalogue, (one,)) for one in selector.values)


def reaching(selector: Selector, assessment: Assessment, read_links: Callable[[], Links] | None) -> Selector:
    """Return a selector with what its ids are linked to, unless they are those of items that were judged themselves."""
    own = [finding for one in assessment.own for finding in one.findings]
    if selector.field or read_links is None or any(selector.names(finding) for finding in own):
        return selector
    from bio_check.assess.reach import linked_items  # noqa: PLC0415  # most selectors reach no further

    try:
        linked = linked_items(selector.catalogue, selector.values, assessment.own, assessment.links or read_links())
    except UnusableInputError as error:
        raise WrongUsageError(replace(one, place=Place("--only")) for one in error.diagnostics) from None
    return replace(selector, linked=linked)


def _concluded(one: CatalogueAssessment, kept: Iterable[Finding]) -> CatalogueAssessment:
    """Conclude on what was kept; but a control is only as good as all its items, those left out as well."""
    part = conclude(one.catalogue, (each for each in kept if each.catalogue == one.catalogue.id), one.judgements)
    whole = {ident: one.control_status[ident] for ident in part.control_status}
    if not one.carried:
        return replace(part, control_status=whole)
    named = {ident for finding in part.findings for ident in (finding.item.id, finding.item.control)}
    carried = tuple(target for target in one.carried if target.target in named)
    return replace(part, control_status=whole, gaps=(), proof_gaps=(), carried=carried)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
