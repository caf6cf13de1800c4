"""What `bio-check crosswalk carry` prints: one sheet, held against a norm that it need not answer."""

from __future__ import annotations

from collections.abc import Iterator

from bio_check.model.assessment import Assessment, CatalogueAssessment
from bio_check.model.crosswalk import Links
from bio_check.render.blocks import Block, Part, line, paragraph
from bio_check.render.carried_facts import carried_texts, crosswalks_facts
from bio_check.render.carried_text import carried_blocks
from bio_check.render.facts import Facts, head_facts
from bio_check.render.figures import long_date
from bio_check.render.words import word
from bio_check.wording import Language


def account_blocks(assessment: Assessment, target: CatalogueAssessment, language: Language) -> Iterator[Block]:
    """Give the head of the sheet and what carries over."""
    catalogue = target.catalogue
    name, today = assessment.sheet.organisation.name, long_date(assessment.reference_date, language)
    yield line(Part(name, "title"), f" · {today}")
    yield line("")
    doubt = f" · {word('unverified', language)}" if catalogue.unverified else ""
    yield from paragraph(f"{catalogue.edition} · {catalogue.title.in_(language)}{doubt}", "", "title")
    asked = any(one.catalogue.id == target.catalogue.id for one in assessment.catalogues)
    yield from carried_blocks(target, language, asked=asked)


def account_facts(assessment: Assessment, target: CatalogueAssessment, links: Links, language: Language) -> Facts:
    """Return the same as data, with the crosswalks that it rests on."""
    catalogue = target.catalogue
    return head_facts(assessment) | {
        "from": [
            {"id": one.catalogue.id, "version": one.catalogue.version, "sha256": one.catalogue.sha256}
            for one in assessment.own
            if one.answered and one.catalogue.id != catalogue.id
        ],
        "to": {"id": catalogue.id, "version": catalogue.version, "sha256": catalogue.sha256},
        "unverified": catalogue.unverified.in_(language) or None,
        "carried": [carried_texts(one, language) for one in target.carried],
        "crosswalks": crosswalks_facts(target.carried, links),
    }
