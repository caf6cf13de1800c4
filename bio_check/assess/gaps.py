"""Findings in, gaps in order out (specification 7)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bio_check.model.assessment import Finding

_EFFORTS = "SML"


def gaps(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the applicable items that are not met, by priority, then effort, then id, then catalogue."""
    return tuple(sorted((one for one in findings if one.is_gap), key=_order))


def proof_gaps(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the items that are met but not proven, in the same order: all have priority 0."""
    return tuple(sorted((one for one in findings if one.is_proof_gap), key=_order))


def id_order(ident: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts ids as people do: 5.2 before 5.10."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"[.\s]", ident))


def _order(finding: Finding) -> tuple[int, int, tuple[tuple[int, str], ...], str, str]:
    item = finding.item
    return -finding.priority.halves, _EFFORTS.index(item.effort), id_order(item.id), finding.catalogue, item.id
