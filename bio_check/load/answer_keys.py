"""Answers on their way back into a sheet: the keys of one, and its text in YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bio_check.model.answers import Action, Answer, Deviation, Status
from bio_check.wording import quoted_yaml

_WORD = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NOT_TEXT = frozenset({"true", "false", "null"})


def answer_keys(answer: Answer) -> dict[str, Any]:
    """Return an answer as a sheet holds it; what was not given is left out."""
    status = None if answer.status is Status.UNANSWERED else answer.status.value
    keys = {
        "to-be-confirmed": answer.to_be_confirmed,
        "status": None if answer.facets else status,
        "facets": {facet.value: given.value for facet, given in (answer.facets or {}).items()},
        "owner": answer.owner,
        "note": answer.note,
        "reason": answer.reason,
        "risk-analysis": answer.risk_analysis,
        "risk": {"likelihood": answer.risk.likelihood, "impact": answer.risk.impact} if answer.risk else None,
        "evidence": list(answer.evidence),
        "actions": [_action(one) for one in answer.actions],
        "deviation": _deviation(answer.deviation) if answer.deviation else None,
    }
    return {key: given for key, given in keys.items() if given}


def _action(action: Action) -> str | dict[str, Any]:
    if action.id:
        return action.id
    keys = {
        "title": action.title,
        "owner": action.owner,
        "due": action.due.isoformat() if action.due else None,
        "cost": action.cost,
        "status": "done" if action.done else None,
    }
    return {key: given for key, given in keys.items() if given is not None}


def _deviation(deviation: Deviation) -> dict[str, str]:
    keys = {
        "reason": deviation.reason,
        "risk-analysis": deviation.risk_analysis,
        "ciso-advice": deviation.ciso_advice,
        "owner": deviation.owner,
        "until": deviation.until.isoformat() if deviation.until else None,
    }
    return {key: given for key, given in keys.items() if given is not None}


def entry_lines(key: str, given: object, indent: str, step: str) -> Iterator[str]:
    """Give the lines of a key and what stands under it, in block style, each without its end.

    Args:
        key: As it is, not yet in quotes.
        given: Mappings, lists, text, whole numbers, true, false and null.
        indent: What comes before the key.
        step: What comes before it too, one level deeper.
    """
    name = f"{indent}{plain_text(key)}:"
    if isinstance(given, Mapping) and given and not (len(given) <= 2 and key == "risk"):  # noqa: PLR2004  # two numbers
        yield name
        for below, one in given.items():
            yield from entry_lines(str(below), one, indent + step, step)
    elif given is None:
        yield name
    elif isinstance(given, str) and _reads_as_block(given):
        yield f"{name} |-"
        yield from (f"{indent}{step}{one}" for one in given.split("\n"))
    else:
        yield f"{name} {flow_text(given)}"


def flow_text(given: object) -> str:
    """Return a value on one line."""
    if isinstance(given, Mapping):
        return "{" + ", ".join(f"{plain_text(str(key))}: {flow_text(one)}" for key, one in given.items()) + "}"
    if isinstance(given, list):
        return "[" + ", ".join(map(flow_text, given)) + "]"
    return plain_text(given) if isinstance(given, str) else json.dumps(given)


def plain_text(text: str) -> str:
    """Return text as it is where it is a plain word, else in double quotes that JSON and YAML both read."""
    return text if _WORD.fullmatch(text) and text not in _NOT_TEXT else quoted_yaml(text)


def _reads_as_block(text: str) -> bool:
    lines = text.split("\n")
    return len(lines) > 1 and all(one.isprintable() and one == one.strip() and one for one in lines)
