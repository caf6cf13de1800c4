"""The page of `bio-check explain`: one item, from the norm to its place in the gap order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bio_check.model.answers import Answer, Status
from bio_check.model.assessment import CatalogueAssessment, Finding
from bio_check.model.catalogue import FACETS
from bio_check.render.blocks import INDENT, Block, Line, Part, facts_line, line, paragraph, paragraphs
from bio_check.render.figures import euros, fraction_text, period, short_date
from bio_check.render.law_text import law_lines
from bio_check.render.reasons import evidence_reason, priority_sum
from bio_check.render.words import SIGNS, either, word
from bio_check.wording import Language


def explain_blocks(one: CatalogueAssessment, finding: Finding, today: date, language: Language) -> list[Block]:
    """Return the page for one finding of a catalogue assessment, as of a day."""
    return [
        *_norm(one, finding, language),
        *_answer(finding, language),
        *_evidence(finding, today, language),
        *_actions(finding, today, language),
        *(() if one.carried else _arithmetic(one, finding, language)),
    ]


def _norm(one: CatalogueAssessment, finding: Finding, language: Language) -> Iterator[Line]:
    item, catalogue = finding.item, one.catalogue
    yield line(Part(f"{item.id}  {item.title.in_(language)}", "title"))
    nl = language == "nl"
    about = [
        catalogue.edition,
        *([word("unverified", language)] if catalogue.unverified and not item.unverified else []),
        word(item.duty, language),
        f"{'rol' if nl else 'role'} {word(item.role, language)}",
        *(f"{'ook' if nl else 'also'} {word(other, language)}" for other in item.audience),
        f"{'gewicht' if nl else 'weight'} {item.weight}",
        f"{'inspanning' if nl else 'effort'} {item.effort}",
        f"{'fase' if nl else 'phase'} {item.phase}",
    ]
    yield from facts_line(about)
    if item.rhythm:
        once = "ritme: ten minste eens per" if nl else "rhythm: at least once per"
        yield line(f"{INDENT}{once} {period(item.rhythm, language)}")
    yield from law_lines(item, language)
    for text in (item.statement, item.question):
        if text:
            yield line("")
            yield from paragraphs(text.in_(language))
    if item.weight_reason:
        yield from paragraph(f"{'Waarom zo zwaar:' if nl else 'Why so heavy:'} {item.weight_reason.in_(language)}")
    judgement = one.judgements.get(item.control)
    if judgement:
        said = f"{word(judgement.status, language)}. {judgement.note or ''}".strip()
        label = f"Oordeel over {item.control} als geheel:" if nl else f"Judgement on {item.control} as a whole:"
        yield from paragraph(f"{label} {said}")
        yield from _to_be_confirmed(judgement, language)


def _answer(finding: Finding, language: Language) -> Iterator[Line]:
    nl, answer, status = language == "nl", finding.answer, finding.status
    yield from _title("Antwoord" if nl else "Answer")
    yield line(INDENT, Part(f"{SIGNS[status]} {word(status, language)}", status), f" · {finding.owner or '–'}")
    if answer is None:
        return
    yield from _to_be_confirmed(answer, language)
    if answer.facets:
        told = (f"{word(facet, language)}: {word(given, language)}" for facet, given in answer.facets.items())
        yield line(INDENT + " · ".join(told))
    for text in (answer.note, answer.reason):
        if text:
            yield from paragraph(text)
    if answer.risk_analysis:
        yield line(f"{INDENT}{'Risicoanalyse' if nl else 'Risk analysis'}: {answer.risk_analysis}")
    if answer.deviation:
        deviation, until = answer.deviation, answer.deviation.until
        day = short_date(until, language) if until else "–"
        state = (
            ("verlopen op" if nl else "lapsed on") if finding.deviation_lapsed else ("tot en met" if nl else "until")
        )
        label = "Afwijking" if nl else "Deviation"
        yield from paragraph(f"{label} {state} {day} ({deviation.risk_analysis}): {deviation.reason}")
    yield line(Part(f"{INDENT}{answer.place}", "quiet"))


def _to_be_confirmed(answer: Answer, language: Language) -> Iterator[Line]:
    if answer.to_be_confirmed:
        yield from paragraph(f"{either(language, 'Te bevestigen:', 'To be confirmed:')} {answer.to_be_confirmed}")


def _evidence(finding: Finding, today: date, language: Language) -> Iterator[Line]:
    nl = language == "nl"
    yield from _title("Bewijs" if nl else "Evidence")
    for use in finding.evidence:
        piece = use.evidence
        yield from paragraph(f"{'+' if use.shown else '−'} {piece.title} [{piece.id}, {piece.dated}]", hang=INDENT)
        yield from paragraph(evidence_reason(use, today, language), 3 * INDENT)
    if not finding.evidence:
        yield line(f"{INDENT}{'geen' if nl else 'none'}")
    marks = (f"{'■' if facet in finding.shown else '□'} {word(facet, language)}" for facet in FACETS)
    proven = ("aangetoond" if nl else "proven") if finding.proven else ("niet aangetoond" if nl else "not proven")
    yield line(f"{INDENT}{'  '.join(marks)}  → {proven}")
    if len(finding.shown) < len(FACETS) and finding.applicable and finding.item.evidence:
        yield line(f"{INDENT}{'Gebruikelijk bewijs:' if nl else 'Typical evidence:'}")
        for typical in finding.item.evidence:
            shows = ", ".join(word(facet, language) for facet in typical.shows)
            yield from paragraph(f"{typical.title.in_(language)} [{shows}]", 2 * INDENT, "quiet")


def _actions(finding: Finding, today: date, language: Language) -> Iterator[Line]:
    actions = finding.answer.actions if finding.answer else ()
    if actions:
        yield from _title("Acties" if language == "nl" else "Actions")
    for action in actions:
        overdue = either(language, " (te laat)", " (overdue)") if action.is_overdue(today) else ""
        facts = [
            action.owner or "–",
            (short_date(action.due, language) if action.due else "–") + overdue,
            euros(action.cost, language) if action.cost is not None else "–",
        ]
        yield from paragraph(action.title)
        yield line(f"{2 * INDENT}{' · '.join(facts)}")


def _arithmetic(one: CatalogueAssessment, finding: Finding, language: Language) -> Iterator[Line]:
    nl, item, status = language == "nl", finding.item, finding.status
    yield from _title("Rekensom" if nl else "Arithmetic")
    if status is Status.NOT_APPLICABLE:
        why = "telt niet mee: niet van toepassing" if nl else "does not count: not applicable"
        yield line(f"{INDENT}{why}")
        return
    points = fraction_text(item.weight * status.credit, language)
    credit = fraction_text(status.credit, language)
    unit = "punten" if nl else "points"
    of = "van" if nl else "of"
    earned = f"{item.weight} × {credit} ({word(status, language)}) = {points}"
    yield line(f"{INDENT}{word('weight', language)} {earned} {of} {item.weight} {unit}")
    if not finding.is_gap:
        return
    ordered = [gap.item.id for gap in one.gaps]
    place = ordered.index(item.id) + 1
    label = "prioriteit" if nl else "priority"
    yield line(f"{INDENT}{label}: {priority_sum(finding, language)}")
    where = f"plaats {place} van {len(ordered)} hiaten in" if nl else f"place {place} of {len(ordered)} gaps in"
    yield line(f"{INDENT}{where} {one.catalogue.edition}")
    if finding.answer is None or finding.answer.risk is None:
        usual = "het blad geeft geen risico; de standaard geldt" if nl else "the sheet gives no risk; the default holds"
        yield line(Part(f"{INDENT}({usual})", "quiet"))


def _title(text: str) -> Iterator[Line]:
    yield line("")
    yield line(Part(text, "title"))
