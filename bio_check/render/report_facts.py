"""The facts with their texts: the one context of every report, and `report --format json` (specification 12)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bio_check.model.answers import Action, Status
from bio_check.model.assessment import Assessment, CatalogueAssessment, EvidenceUse, Finding, Renewal, Workload
from bio_check.model.catalogue import FACETS, Facet
from bio_check.model.crosswalk import Links
from bio_check.model.evidence import EvidenceKind
from bio_check.render.carried_facts import carried_texts, crosswalks_facts
from bio_check.render.facts import Facts, assessment_facts, finding_facts, score_facts, typical_evidence_facts
from bio_check.render.law_text import law_facts
from bio_check.render.reasons import evidence_reason, priority_sum
from bio_check.wording import Language


def report_facts(assessment: Assessment, language: Language, report: str = "gap") -> Facts:
    """Return everything that a report may say, as plain data in one language."""
    facts = assessment_facts(assessment, language, lambda finding: finding_texts(finding, assessment, language))
    for told, one in zip(facts["catalogues"], assessment.catalogues, strict=True):
        told.update(_catalogue_texts(one, assessment.links, language))
    profile = assessment.profile
    return facts | {
        "report": report,
        "language": language,
        "draft": assessment.sheet.draft,
        "sheet": {"file": assessment.sheet.file, "sha256": assessment.sheet.sha256},
        "profile": {
            "id": profile.id,
            "title": profile.title.in_(language),
            "factors": {
                "duty": {duty.value: size for duty, size in profile.factors.duty.items()},
                "risk": profile.factors.risk,
            },
        },
        "first": [{"catalogue": finding.catalogue, "id": finding.item.id} for finding in assessment.gaps[:10]],
        "evidence": len(assessment.sheet.evidence),
        "renew": [_renewal_facts(one, assessment.kinds, language) for one in assessment.renewals],
        "owners": [_workload_facts(one) for one in assessment.workloads],
    }


def finding_texts(finding: Finding, assessment: Assessment, language: Language) -> Facts:
    """Return a finding of an assessment with everything that a reader needs to follow it."""
    today = assessment.reference_date
    item, answer = finding.item, finding.answer
    facts = finding_facts(finding)
    for told, use in zip(facts["evidence"], finding.evidence, strict=True):
        told.update(_evidence_texts(use, today, language))
        told["kind_title"] = assessment.kinds[use.evidence.kind].title.in_(language)
    if answer and answer.deviation:
        deviation = answer.deviation
        facts["deviation"] |= {
            "reason": deviation.reason,
            "risk_analysis": deviation.risk_analysis,
            "ciso_advice": deviation.ciso_advice,
            "owner": deviation.owner,
        }
    if facts["gap"]:
        risk = answer.risk if answer else None
        facts["gap"] |= {
            "sum": priority_sum(finding, language),
            "likelihood": risk.likelihood if risk else None,
            "impact": risk.impact if risk else None,
        }
    place = answer.place if answer else None
    return (
        facts
        | law_facts(item, language)
        | {
            "catalogue": finding.catalogue,
            "title": item.title.in_(language),
            "statement": item.statement.in_(language) or None,
            "question": item.question.in_(language) or None,
            "why": item.why.in_(language) or None,
            "duty": item.duty.value,
            "role": item.role,
            "audience": list(item.audience),
            "rhythm": str(item.rhythm) if item.rhythm else None,
            "weight_reason": item.weight_reason.in_(language) or None,
            "effort": item.effort,
            "phase": item.phase,
            "typical_evidence": typical_evidence_facts(item, language),
            "facets": {facet.value: status.value for facet, status in answer.facets.items()}
            if answer and answer.facets
            else None,
            "note": answer.note if answer else None,
            "reason": answer.reason if answer else None,
            "risk_analysis": answer.risk_analysis if answer else None,
            "to_be_confirmed": answer.to_be_confirmed if answer else None,
            "actions": [_action_facts(action, today) for action in answer.actions] if answer else [],
            "facet_states": {facet.value: _facet_state(finding, facet) for facet in FACETS},
            "proof_gap": finding.is_proof_gap,
            "place": {"file": place.file, "line": place.line} if place else None,
        }
    )


def _catalogue_texts(one: CatalogueAssessment, links: Links | None, language: Language) -> Facts:
    catalogue, findings = one.catalogue, one.findings
    return {
        "title": catalogue.title.in_(language),
        "edition": catalogue.edition,
        "issued": catalogue.issued.isoformat(),
        "wording": catalogue.wording,
        "unverified": catalogue.unverified.in_(language) or None,
        "has_measures": catalogue.has_measures,
        "groups": [{"id": group.id, "title": group.title.in_(language)} for group in catalogue.groups],
        "controls": [
            _control_facts(one, control.id, control.title.in_(language))
            for control in catalogue.controls.values()
            if control.id in one.control_status
        ],
        "gaps": _ids(one.gaps),
        "proof_gaps": _ids(one.proof_gaps),
        "deviations": _ids(f for f in findings if f.answer and f.answer.deviation),
        "set_aside": _ids(f for f in findings if f.status is Status.NOT_APPLICABLE),
        "unanswered": _ids(f for f in findings if f.status is Status.UNANSWERED and not one.carried),
        **({"carried": [carried_texts(target, language) for target in one.carried]} if one.carried else {}),
        "crosswalks": crosswalks_facts(one.carried, links) if links else [],
    }


def _facet_state(finding: Finding, facet: Facet) -> str:
    return "shown" if facet in finding.shown else "lapsed" if finding.has_lapsed(facet) else "absent"


def _control_facts(one: CatalogueAssessment, ident: str, title: str) -> Facts:
    judgement = one.judgements.get(ident)
    return {
        "id": ident,
        "title": title,
        "status": one.control_status[ident].value,
        "judgement": {
            "status": judgement.status.value,
            "note": judgement.note,
            "to_be_confirmed": judgement.to_be_confirmed,
        }
        if judgement
        else None,
    }


def _ids(findings: Iterable[Finding]) -> list[Facts]:
    return [{"id": finding.item.id} for finding in findings]


def _evidence_texts(use: EvidenceUse, today: date, language: Language) -> Facts:
    piece = use.evidence
    return {
        "title": piece.title,
        "kind": piece.kind,
        "from": piece.period_from.isoformat() if piece.period_from else None,
        "date": piece.dated.isoformat(),
        "valid_until": piece.valid_until.isoformat() if piece.valid_until else None,
        "covers": piece.covers,
        "issuer": piece.issuer,
        "location": piece.location,
        "sha256": piece.sha256,
        "shows": [facet.value for facet in piece.shows],
        "counts_for": [facet.value for facet in use.shown],
        "operation_until": use.operation_until.isoformat() if use.operation_until else None,
        "because": evidence_reason(use, today, language),
        "place": {"file": piece.place.file, "line": piece.place.line},
    }


def _action_facts(action: Action, today: date) -> Facts:
    return {
        "id": action.id or None,
        "title": action.title,
        "owner": action.owner,
        "due": action.due.isoformat() if action.due else None,
        "cost": action.cost,
        "done": action.done,
        "overdue": action.is_overdue(today),
    }


def _workload_facts(one: Workload) -> Facts:
    return {
        "owner": one.owner,
        "score": score_facts(one.score),
        "actions": one.actions,
        "overdue": one.overdue,
        "cost": one.cost,
    }


def _renewal_facts(one: Renewal, kinds: Mapping[str, EvidenceKind], language: Language) -> Facts:
    return {
        "id": one.evidence.id,
        "title": one.evidence.title,
        "kind": one.evidence.kind,
        "kind_title": kinds[one.evidence.kind].title.in_(language),
        "location": one.evidence.location,
        "ends": one.ends.isoformat(),
        "days": one.days,
        "lapsed": one.days < 0,
        "items": [{"catalogue": catalogue, "id": ident} for catalogue, ident in one.items],
    }
