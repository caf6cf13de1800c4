"""Profiles and kinds of evidence: from checked documents to values."""

from __future__ import annotations

from typing import Any

from bio_check.errors import Faults
from bio_check.load.catalogue import to_facets, to_text
from bio_check.load.yaml_text import Document
from bio_check.model.catalogue import Duty
from bio_check.model.evidence import EvidenceKind
from bio_check.model.period import Period
from bio_check.model.profile import Factors, Overlay, Profile, Selection


def to_profile(data: Any) -> Profile:  # noqa: ANN401  # its shape was checked
    """Return the profile in a document that passed its schema."""
    return Profile(
        id=data["id"],
        title=to_text(data["title"]),
        description=to_text(data["description"]),
        selections=tuple(
            Selection(
                catalogue=str(one["id"]),
                version=str(one["version"]),
                groups=tuple(map(str, one.get("groups", ()))),
                phases=tuple(one.get("phases", ())),
                items=tuple(map(str, one.get("items", ()))),
            )
            for one in data["catalogues"]
        ),
        overlays=tuple(_overlay(one) for one in data.get("overlays", ())),
        factors=_factors(data.get("factors", {})),
    )


def _overlay(raw: Any) -> Overlay:  # noqa: ANN401  # the same
    return Overlay(
        catalogue=str(raw["catalogue"]),
        item=str(raw["item"]),
        reason=to_text(raw["reason"]),
        weight=raw.get("weight"),
        duty=Duty(raw["duty"]) if "duty" in raw else None,
        role=raw.get("role"),
        effort=raw.get("effort"),
        phase=raw.get("phase"),
    )


def _factors(raw: Any) -> Factors:  # noqa: ANN401  # the same
    usual = Factors()
    duty = {Duty(name): factor for name, factor in raw["duty"].items()} if "duty" in raw else usual.duty
    return Factors(duty=duty, risk=raw.get("risk", usual.risk))


def to_kinds(data: Any) -> dict[str, EvidenceKind]:  # noqa: ANN401  # the same
    """Return the kinds of evidence by id, in the order of the document."""
    return {
        one["id"]: EvidenceKind(
            id=one["id"],
            title=to_text(one["title"]),
            life=Period.parse(one["life"]) if one["life"] else None,
            shows=to_facets(one["shows"]),
            basis=to_text(one["basis"]),
        )
        for one in data["kinds"]
    }


def check_kinds(document: Document, faults: Faults) -> None:
    """Tell what a schema cannot see: an id that stands twice, a life that is no duration."""
    data: Any = document.data
    seen: dict[str, int] = {}
    for index, one in enumerate(data["kinds"]):
        place = document.place("kinds", index, "id")
        if one["id"] in seen:
            faults.add("duplicate-id", place, id=one["id"], line=seen[one["id"]])
        seen.setdefault(one["id"], place.line)
        try:
            Period.parse(one["life"] or "P1Y")
        except ValueError:
            faults.add("bad-period", document.place("kinds", index, "life"), value=one["life"])
