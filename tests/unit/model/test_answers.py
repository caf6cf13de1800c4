"""Answers: what a status earns and a risk weighs; and that no value of the model can change."""

from __future__ import annotations

import importlib
import pkgutil
from fractions import Fraction
from types import ModuleType

import pytest

import bio_check.model
from bio_check.model.answers import Action, Answer, Risk, Status
from bio_check.model.catalogue import Catalogue

NAMES = [found.name for found in pkgutil.iter_modules(bio_check.model.__path__, "bio_check.model.")]


def _values(module: ModuleType) -> list[type]:
    found = [one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__]
    return [one for one in found if getattr(one, "__match_args__", ())]


VALUES = [value for name in NAMES for value in _values(importlib.import_module(name))]


@pytest.mark.parametrize(
    ("status", "credit"),
    [
        (Status.MET, Fraction(1)),
        (Status.PARTIAL, Fraction(1, 2)),
        (Status.NOT_MET, Fraction(0)),
        (Status.UNANSWERED, Fraction(0)),
        (Status.NOT_APPLICABLE, Fraction(0)),
    ],
)
def test_credit_of_a_status_is_exact(status: Status, credit: Fraction) -> None:
    assert status.credit == credit


def test_every_status_has_a_credit() -> None:
    assert all(0 <= status.credit <= 1 for status in Status)


@pytest.mark.parametrize(("likelihood", "impact", "size"), [(1, 1, 1), (2, 5, 10), (5, 2, 10), (5, 5, 25)])
def test_risk_is_likelihood_times_impact(likelihood: int, impact: int, size: int) -> None:
    assert Risk(likelihood, impact).size == size


def test_walk_over_the_model_finds_its_values() -> None:
    assert {Answer, Action, Catalogue} < set(VALUES)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_value_of_the_model_cannot_change(value: type) -> None:
    first = value.__match_args__[0]  # type: ignore[attr-defined]  # every value has them
    empty: object = object.__new__(value)

    with pytest.raises(AttributeError, match="cannot change"):
        setattr(empty, first, "changed")
