"""The facts of an assessment as plain data: what `score --json` prints (specification 12)."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from bio_check import __version__
from bio_check.model.assessment import Assessment, CatalogueAssessment, Finding
from bio_check.model.catalogue import FACETS, Item
from bio_check.model.score import Ratio, Score
from bio_check.render.diagnostics import diagnostic_facts
from bio_check.render.figures import percent_number
from bio_check.wording import Language

if TYPE_CHECKING:  # loaded only where something is carried
    from bio_check.model.carried import Carried

FORMAT_VERSION = 1
Facts = dict[str, Any]


def assessment_facts(
    assessment: Assessment, language: Language, tell: Callable[[Finding], Facts] | None = None
) -> Facts:
    """Return everything that was found, as data for JSON; keys and lists in the order of specification 12.

    Args:
        assessment: What was found.
        language: Of the warnings.
        tell: What is told of each finding; `finding_facts` where left out.
    """
    chosen = assessment.filter
    return head_facts(assessment) | {
        "filter": {"only": list(chosen.selectors), "items": chosen.items, "of": chosen.of} if chosen else None,
        "catalogues": [catalogue_facts(one, tell or finding_facts, language) for one in assessment.catalogues],
        "warnings": [diagnostic_facts(one, language) for one in assessment.warnings],
    }


def head_facts(assessment: Assessment) -> Facts:
    """Return which tool tells of whom, and as of which day: what all that is told of an assessment begins with."""
    return {
        "format_version": FORMAT_VERSION,
        "tool": {"name": "bio-check", "version": __version__},
        "organisation": assessment.sheet.organisation.name,
        "scope": assessment.sheet.scope,
        "reference_date": assessment.reference_date.isoformat(),
    }


def catalogue_facts(one: CatalogueAssessment, tell: Callable[[Finding], Facts], language: Language) -> Facts:
    """Return the scores and findings of one catalogue."""
    return {
        "id": one.catalogue.id,
        "version": one.catalogue.version,
        "sha256": one.catalogue.sha256,
        "score": score_facts(one.score),
        "by": {axis: {value: score_facts(s) for value, s in scores.items()} for axis, scores in one.by.items()},
        "findings": [tell(finding) | no_gap(one) for finding in one.findings],
        "carried": [_carried_facts(target, language) for target in one.carried],
    }


def no_gap(one: CatalogueAssessment) -> Facts:
    """Of a catalogue to which others carry no finding is a gap: nobody was asked yet."""
    return {"gap": None} if one.carried else {}


def _carried_facts(target: Carried, language: Language) -> Facts:
    from bio_check.render.carried_facts import carried_facts  # noqa: PLC0415  # most sheets answer all that they ask

    return carried_facts(target, language)


def score_facts(score: Score) -> Facts:
    """Return a score with its counts, exact fractions and rounded percentages."""
    return {
        "items": score.items,
        "applicable": score.applicable,
        "met": score.met,
        "partial": score.partial,
        "not_met": score.not_met,
        "not_applicable": score.not_applicable,
        "unanswered": score.unanswered,
        "shown": {facet.value: score.shown(facet).part for facet in FACETS},
        "proven": score.proven,
        "strict": _ratio_facts(score.strict),
        "weighted": _ratio_facts(score.weighted),
        "assessed": _ratio_facts(score.assessed),
        "proven_share": _ratio_facts(score.proven_share),
        "bounds": {"low": fraction_facts(score.weighted.fraction), "high": fraction_facts(score.highest.fraction)},
        "strict_if_set_aside_not_met": _ratio_facts(score.strict_if_set_aside_not_met),
    }


def finding_facts(finding: Finding) -> Facts:
    """Return one finding."""
    deviation = finding.answer.deviation if finding.answer else None
    until = deviation.until.isoformat() if deviation and deviation.until else None
    factors = finding.priority
    return {
        "id": finding.item.id,
        "kind": finding.item.kind.value,
        "group": finding.item.group,
        "control": finding.item.control,
        "status": finding.status.value,
        "claimed": (finding.answer.status if finding.answer else finding.status).value,
        "credit": fraction_facts(finding.status.credit),
        "weight": finding.item.weight,
        "shown": {facet.value: facet in finding.shown for facet in FACETS},
        "proven": finding.proven,
        "owner": finding.owner,
        "provider": finding.provider,
        "deviation": {"until": until, "lapsed": finding.deviation_lapsed} if deviation else None,
        "evidence": [
            {
                "id": use.evidence.id,
                "in_date": use.in_date,
                "lapses": use.lapses.isoformat() if use.lapses else None,
            }
            for use in finding.evidence
        ],
        "gap": {
            "priority": fraction_facts(factors.value),
            "factors": {
                "duty": factors.duty,
                "weight": factors.weight,
                "shortfall": fraction_facts(factors.shortfall),
                "risk": factors.risk,
            },
            "effort": finding.item.effort,
        }
        if finding.is_gap
        else None,
    }


def fraction_facts(fraction: Fraction | None) -> list[int] | None:
    """Return `[numerator, denominator]` in lowest terms; None where nothing applies."""
    return None if fraction is None else [fraction.numerator, fraction.denominator]


def typical_evidence_facts(item: Item, language: Language) -> list[Facts]:
    """Return the evidence that one may expect for an item."""
    return [{"title": one.title.in_(language), "kind": one.kind, "shows": list(one.shows)} for one in item.evidence]


def _ratio_facts(ratio: Ratio) -> Facts:
    fraction = ratio.fraction
    return {"ratio": fraction_facts(fraction), "percent": percent_number(fraction)}
