"""What a user may have meant."""

from __future__ import annotations

import pytest

from bio_check.load.suggest import closest, closest_id

STATUSES = ("met", "partial", "not-met", "not-applicable")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("partially", "partial"),
        ("MET", "met"),
        ("voldoet", "met"),
        ("Voldoet  gedeeltelijk", "partial"),
        ("nvt", "not-applicable"),
        ("zzz", ""),
    ],
)
def test_a_status_is_suggested_for_what_people_write(written: str, meant: str) -> None:
    assert closest(written, STATUSES) == {"suggestion": meant}


def test_a_dutch_word_is_suggested_only_where_its_key_may_stand() -> None:
    assert closest("toelichting", ("note", "owner")) == {"suggestion": "note"}
    assert closest("toelichting", STATUSES) == {"suggestion": ""}


@pytest.mark.parametrize(("written", "meant"), [("5.17.1", "5.17.01"), ("a.5.9", "A.5.9"), ("5.09", "A.5.9")])
def test_an_id_is_suggested_as_people_shorten_it(written: str, meant: str) -> None:
    assert closest_id(written, ("5.17.01", "A.5.9", "5.18.02")) == {"suggestion": meant}
