"""The facts of a comparison as plain data: what `compare --json` prints, and what its page is drawn from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction

from bio_check import __version__
from bio_check.model.assessment import Assessment, Finding
from bio_check.model.catalogue import FACETS, Catalogue
from bio_check.model.comparison import (
    ActionDone,
    CatalogueComparison,
    Comparison,
    Gone,
    Loss,
    Pair,
    Regrouped,
    ScoreChange,
)
from bio_check.model.succession import Step
from bio_check.render.diagnostics import diagnostic_facts
from bio_check.render.facts import FORMAT_VERSION, Facts, fraction_facts, score_facts
from bio_check.render.figures import percent_number
from bio_check.wording import Language


def to_compare_json(comparison: Comparison, language: Language) -> str:
    """Return a comparison as JSON, keys in a fixed order."""
    return json.dumps(compare_facts(comparison, language), ensure_ascii=False, indent=2) + "\n"


def compare_facts(comparison: Comparison, language: Language) -> Facts:
    """Return everything that changed, as plain data; texts in one language."""
    chosen = comparison.filter
    return {
        "format_version": FORMAT_VERSION,
        "tool": {"name": "bio-check", "version": __version__},
        "old": _sheet_facts(comparison.old),
        "new": _sheet_facts(comparison.new),
        "catalogues": [_catalogue_facts(one, language) for one in comparison.catalogues],
        "only_old": [_edition_facts(one.catalogue) for one in comparison.only_old],
        "only_new": [_edition_facts(one.catalogue) for one in comparison.only_new],
        "carried": [_edition_facts(one) for one in comparison.carried],
        "filter": {"only": list(chosen.selectors), "items": chosen.items, "of": chosen.of} if chosen else None,
        "warnings": [diagnostic_facts(one, language) for one in comparison.warnings],
    }


def _sheet_facts(one: Assessment) -> Facts:
    return {
        "organisation": one.sheet.organisation.name,
        "scope": one.sheet.scope,
        "reference_date": one.reference_date.isoformat(),
        "draft": one.sheet.draft,
        "profile": one.profile.id,
        "sheet": {"file": one.sheet.file, "sha256": one.sheet.sha256},
        "catalogues": [_edition_facts(each.catalogue) for each in one.catalogues],
    }


def _edition_facts(catalogue: Catalogue) -> Facts:
    return {
        "id": catalogue.id,
        "version": catalogue.version,
        "edition": catalogue.edition,
        "sha256": catalogue.sha256,
    }


def _catalogue_facts(one: CatalogueComparison, language: Language) -> Facts:
    def pairs(found: Iterable[Pair]) -> list[Facts]:
        return [pair_facts(pair, language) for pair in found]

    def alone(found: Iterable[Finding]) -> list[Facts]:
        return [_finding_facts(finding, language) for finding in found]

    return {
        "id": one.new.id,
        "title": one.new.title.in_(language),
        "has_measures": one.new.has_measures,
        "old": _edition_facts(one.old) | {"score": score_facts(one.plain.old)},
        "new": _edition_facts(one.new) | {"score": score_facts(one.plain.new)},
        "linked": one.steps.linked,
        "like_for_like": {
            "items": one.like.new.items,
            "demand_changed": sum(pair.both_apply for pair in one.demand_changed),
            "remeasured": one.remeasured,
            **change_facts(one.like),
        },
        "by_kind": [
            {
                "kind": kind.kind.value,
                "group": kind.group,
                "like_for_like": change_facts(kind.like),
                "plain": plain_facts(kind.plain),
            }
            for kind in one.kinds
        ],
        "left_out": left_out(one),
        "improved": pairs(one.improved),
        "worsened": pairs(one.worsened),
        "reanswered": pairs(one.reanswered),
        "newly_proven": pairs(one.newly_proven),
        "no_longer_proven": [_loss_facts(loss, language) for loss in one.no_longer_proven],
        "set_aside": pairs(one.set_aside),
        "applicable_again": pairs(one.applicable_again),
        "moved": pairs(one.renumbered),
        "regrouped": [_regrouped_facts(each, one, language) for each in one.regrouped],
        "added": alone(one.added),
        "withdrawn": [_gone_facts(each, language) for each in one.withdrawn],
        "demand_changed": pairs(one.demand_changed),
        "only_old": alone(one.only_old),
        "only_new": alone(one.only_new),
        "actions_done": [_action_facts(each) for each in one.actions_done],
    }


def left_out(one: CatalogueComparison) -> Facts:
    """Return how many items of either sheet are no part of like for like, by reason."""
    return {
        "regrouped": len(one.regrouped),
        "added": len(one.added),
        "withdrawn": len(one.withdrawn),
        "set_aside": len(one.set_aside),
        "applicable_again": len(one.applicable_again),
        "not_applicable": sum(not (pair.old.applicable or pair.new.applicable) for pair in one.pairs),
        "only_old": len(one.only_old),
        "only_new": len(one.only_new),
    }


def change_facts(change: ScoreChange) -> Facts:
    """Return a score in both sheets, and by how much it changed: exact, and in percentage points."""
    return {
        **plain_facts(change),
        "change": {
            "strict": _points(change.strict),
            "weighted": _points(change.weighted),
            "proven_share": _points(change.proven),
        },
    }


def plain_facts(change: ScoreChange) -> Facts:
    """Return a score in both sheets, over different items, and so without a difference."""
    return {"old": score_facts(change.old), "new": score_facts(change.new)}


def pair_facts(pair: Pair, language: Language) -> Facts:
    """Return one item in both sheets."""
    return {
        **_item_facts(pair.new, language),
        "old_id": pair.step.old_id,
        **_step_facts(pair.step, language),
        "old": _state_facts(pair.old),
        "new": _state_facts(pair.new),
    }


def _item_facts(finding: Finding, language: Language) -> Facts:
    item = finding.item
    return {
        "id": item.id,
        "title": item.title.in_(language),
        "kind": item.kind.value,
        "group": item.group,
        "control": item.control,
        "weight": item.weight,
        "owner": finding.owner,
    }


def _step_facts(step: Step, language: Language) -> Facts:
    return {"change": step.change.value, "note": step.note.in_(language) or None}


def _state_facts(finding: Finding) -> Facts:
    answer = finding.answer
    return {
        "status": finding.status.value,
        "shown": {facet.value: facet in finding.shown for facet in FACETS},
        "proven": finding.proven,
        "reason": answer.reason if answer else None,
        "risk_analysis": answer.risk_analysis if answer else None,
    }


def _finding_facts(finding: Finding, language: Language) -> Facts:
    return {**_item_facts(finding, language), "status": finding.status.value, "proven": finding.proven}


def _loss_facts(loss: Loss, language: Language) -> Facts:
    return {
        **pair_facts(loss.pair, language),
        "missing": [facet.value for facet in loss.missing],
        "lapsed": [
            {
                "id": use.evidence.id,
                "title": use.evidence.title,
                "in_date": use.in_date,
                "ends": use.ends.isoformat() if use.ends else None,
            }
            for use in loss.lapsed
        ],
        "removed": [{"id": piece.id, "title": piece.title} for piece in loss.removed],
        "altered": [{"id": piece.id, "title": piece.title} for piece in loss.altered],
    }


def _regrouped_facts(one: Regrouped, catalogue: CatalogueComparison, language: Language) -> Facts:
    title = catalogue.old.items[one.step.old_id].title.in_(language)
    return {
        "old_id": one.step.old_id,
        "title": title,
        **_step_facts(one.step, language),
        "status": one.old.status.value if one.old else None,
        "to": [_finding_facts(finding, language) for finding in one.new],
    }


def _gone_facts(one: Gone, language: Language) -> Facts:
    return {**_finding_facts(one.old, language), **_step_facts(one.step, language)}


def _action_facts(one: ActionDone) -> Facts:
    return {
        "id": one.action.id or None,
        "title": one.action.title,
        "owner": one.action.owner,
        "items": list(one.items),
    }


def _points(difference: Fraction | None) -> Facts:
    return {"ratio": fraction_facts(difference), "points": percent_number(difference)}
