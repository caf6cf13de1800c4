"""Answers in, findings out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from bio_check.assess.conclude import conclude
from bio_check.assess.evidence import use_evidence
from bio_check.assess.gaps import gaps
from bio_check.assess.renew import renewals
from bio_check.assess.resolve import resolve_items
from bio_check.assess.workload import workloads
from bio_check.errors import Diagnostic, diagnostic
from bio_check.model.answers import Answer, AnswerSheet, Status
from bio_check.model.assessment import Assessment, CatalogueAssessment, Finding, Priority, Renewal
from bio_check.model.catalogue import FACETS, Catalogue, Item
from bio_check.model.evidence import Evidence, EvidenceKind
from bio_check.model.profile import Factors, Norms
from bio_check.value import replace, value

if TYPE_CHECKING:  # loaded only where something is carried
    from bio_check.model.carried import Carried
    from bio_check.model.crosswalk import Links


def judge(sheet: AnswerSheet, norms: Norms, reference_date: date | None = None) -> Assessment:
    """Return all findings on a sheet.

    Args:
        sheet: What was answered.
        norms: What it is judged by.
        reference_date: Judge as of this day instead of the one in the sheet.
    """
    today = reference_date or sheet.reference_date
    judged = tuple(_judge_catalogue(sheet, norms, catalogue, today) for catalogue in norms.catalogues)
    catalogues, links = with_carried(judged, norms)
    findings = [finding for one in catalogues if not one.carried for finding in one.findings]
    due = renewals(findings, today)
    warnings = (
        *(one for one in sheet.warnings if one.code != "evidence-later"),  # that hangs on the day, told below
        *_outside(sheet, norms, catalogues),
        *_later(sheet, today),
        *_to_be_confirmed(sheet, norms),
        *_lapsing(due),
        *_lapsed_deviations(findings),
    )
    return Assessment(
        sheet=sheet,
        profile=norms.profile,
        reference_date=today,
        catalogues=catalogues,
        gaps=gaps(findings),
        renewals=due,
        workloads=workloads(findings, today),
        warnings=tuple(sorted(set(warnings))),
        kinds=norms.kinds,
        links=links,
    )


def with_carried(
    judged: tuple[CatalogueAssessment, ...], norms: Norms
) -> tuple[tuple[CatalogueAssessment, ...], Links | None]:
    """Return the catalogues, those without answers of their own with what carries over, and the crosswalks used.

    A catalogue to which nothing leads stays as it is: all its items are unanswered.
    """
    answered = [one for one in judged if one.answered]
    if not answered or len(answered) == len(judged) or norms.read_links is None:
        return judged, None
    from bio_check.assess.carry import carry_each  # noqa: PLC0415  # most sheets answer all that they ask

    links = norms.read_links()
    found = carry_each((one for one in judged if not one.answered), answered, links)
    return tuple(one if one.answered else _carried(one, next(found)) for one in judged), links


def _carried(one: CatalogueAssessment, carried: tuple[Carried, ...]) -> CatalogueAssessment:
    if not any(target.reached for target in carried):
        return one
    return replace(one, carried=carried, gaps=(), proof_gaps=())


_SHORTFALL = {status: Fraction(1) - status.credit for status in Status}


@value
class Case:
    """What a finding on any item of one catalogue depends on, besides the item and its answer."""

    catalogue: str
    evidence: Mapping[str, Evidence]
    kinds: Mapping[str, EvidenceKind]
    factors: Factors
    today: date


def judge_item(item: Item, answer: Answer | None, case: Case) -> Finding:
    """Return the finding on one item; a missing answer leaves it unanswered."""
    uses = tuple(
        use_evidence(case.evidence[ident], item.rhythm, case.kinds, case.today)
        for ident in (answer.evidence if answer else ())
    )
    deviation = answer.deviation if answer else None
    return Finding(
        catalogue=case.catalogue,
        item=item,
        answer=answer,
        status=answer.status if answer else Status.UNANSWERED,
        shown=tuple(facet for facet in FACETS if any(facet in use.shown for use in uses)),
        evidence=uses,
        priority=priority(item, answer, case.factors),
        deviation_lapsed=bool(deviation and deviation.until and deviation.until < case.today),
    )


def priority(item: Item, answer: Answer | None, factors: Factors) -> Priority:
    """Return the factors of the gap that an item would be.

    Source:
        Specification 7.
    """
    status = answer.status if answer else Status.UNANSWERED
    risk = answer.risk.size if answer and answer.risk else factors.risk
    return Priority(factors.duty[item.duty], item.weight, _SHORTFALL[status], risk)


def _judge_catalogue(sheet: AnswerSheet, norms: Norms, catalogue: Catalogue, today: date) -> CatalogueAssessment:
    answers = sheet.answers.get(catalogue.id, {})
    case = Case(catalogue.id, sheet.evidence, norms.kinds, norms.profile.factors, today)
    items = resolve_items(catalogue, norms.profile)
    findings = tuple(judge_item(item, answers.get(item.id), case) for item in items)
    return conclude(catalogue, findings, sheet.judgements.get(catalogue.id, {}))


def _outside(sheet: AnswerSheet, norms: Norms, catalogues: tuple[CatalogueAssessment, ...]) -> list[Diagnostic]:
    """Answers that the profile does not ask for: they count nowhere, and the reader is told so."""
    warnings = []
    for one in catalogues:
        asked = {finding.item.id for finding in one.findings}
        warnings += [
            diagnostic("outside-profile", answer.place, id=ident, profile=norms.profile.id)
            for ident, answer in sheet.answers.get(one.catalogue.id, {}).items()
            if ident not in asked
        ]
    return warnings


def _later(sheet: AnswerSheet, today: date) -> list[Diagnostic]:
    """Evidence dated after the reference date: it does not count yet."""
    return [
        diagnostic("evidence-later", piece.place, id=piece.id, date=piece.dated)
        for piece in sheet.evidence.values()
        if piece.dated > today
    ]


def _to_be_confirmed(sheet: AnswerSheet, norms: Norms) -> list[Diagnostic]:
    """Answers that were carried over and not looked at since: one warning per catalogue, at the first of them."""
    warnings = []
    for catalogue in norms.catalogues:
        given = {**sheet.answers.get(catalogue.id, {}), **sheet.judgements.get(catalogue.id, {})}
        marked = sorted((one.place, ident) for ident, one in given.items() if one.to_be_confirmed)
        if marked:
            ids = ", ".join([ident for _, ident in marked[:5]] + ["…"] * (len(marked) > 5))  # noqa: PLR2004  # a line
            values = {"catalogue": catalogue.edition, "count": len(marked), "ids": ids}
            warnings.append(diagnostic("to-be-confirmed", marked[0][0], **values))
    return warnings


def _lapsing(due: Iterable[Renewal]) -> list[Diagnostic]:
    return [
        diagnostic(
            "evidence-lapsed" if one.days < 0 else "evidence-lapses",
            one.evidence.place,
            id=one.evidence.id,
            date=one.ends,
            days=abs(one.days),
        )
        for one in due
    ]


def _lapsed_deviations(findings: Iterable[Finding]) -> list[Diagnostic]:
    warnings = []
    for finding in findings:
        deviation = finding.answer.deviation if finding.answer else None
        if deviation and finding.deviation_lapsed:
            warnings.append(diagnostic("deviation-lapsed", deviation.place, id=finding.item.id, date=deviation.until))
    return warnings
