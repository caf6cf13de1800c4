"""The gap report as JSON: the facts, with their texts."""

from __future__ import annotations

import json

from bio_check.model.assessment import Assessment
from bio_check.render.report_facts import report_facts
from bio_check.wording import Language


def to_json(assessment: Assessment, language: Language) -> str:
    """Return the report as JSON, keys in a fixed order."""
    return json.dumps(report_facts(assessment, language), ensure_ascii=False, indent=2) + "\n"
