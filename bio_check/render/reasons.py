"""Why a figure is what it is, in a sentence: evidence that counts or not, and the factors of a gap."""

from __future__ import annotations

from datetime import date

from bio_check.model.assessment import EvidenceUse, Finding
from bio_check.model.catalogue import Facet
from bio_check.render.figures import fraction_text, short_date
from bio_check.render.words import word
from bio_check.wording import Language


def evidence_reason(use: EvidenceUse, today: date, language: Language) -> str:
    """Return why a piece of evidence counts for an item, or why not."""
    nl = language == "nl"
    if use.evidence.dated > today:
        return "telt niet: gedateerd na de peildatum" if nl else "does not count: dated after the reference date"
    if not use.in_date and use.lapses:
        day = short_date(use.lapses, language)
        return f"telt niet: verlopen op {day}" if nl else f"does not count: lapsed on {day}"
    parts = []
    if use.shown:
        facets = _listed([word(facet, language) for facet in use.shown], language)
        until = f" ({'tot en met' if nl else 'until'} {short_date(use.lapses, language)})" if use.lapses else ""
        parts.append(f"telt voor {facets}{until}" if nl else f"counts for {facets}{until}")
    if use.operation_until:
        day = short_date(use.operation_until, language)
        if Facet.OPERATION in use.shown:
            parts.append(f"voor werking tot en met {day}" if nl else f"for operation until {day}")
        else:
            parts.append(
                f"telt niet meer voor werking: ouder dan het ritme toelaat, sinds {day}"
                if nl
                else f"no longer counts for operation: older than the rhythm allows, since {day}"
            )
    return "; ".join(parts)


def priority_sum(finding: Finding, language: Language) -> str:
    """Return the factors of a gap as a sum that a reader can redo: `wet 2 × gewicht 3 × tekort ½ × risico 9 = 27`."""
    factors = finding.priority
    terms = (
        f"{word(finding.item.duty, language)} {factors.duty}",
        f"{word('weight', language)} {factors.weight}",
        f"{word('shortfall', language)} {fraction_text(factors.shortfall, language)}",
        f"{word('risk', language)} {factors.risk}",
    )
    return f"{' × '.join(terms)} = {fraction_text(factors.value, language)}"


def _listed(words: list[str], language: Language) -> str:
    if len(words) < 2:  # noqa: PLR2004  # one word needs no "and"
        return "".join(words)
    return f"{', '.join(words[:-1])} {'en' if language == 'nl' else 'and'} {words[-1]}"
