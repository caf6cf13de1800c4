"""The table of `bio-check score`: what a board member reads in twenty seconds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from bio_check.model.assessment import Assessment, CatalogueAssessment, Finding, Renewal
from bio_check.model.catalogue import FACETS, Kind
from bio_check.model.evidence import DAYS_OF_WARNING
from bio_check.model.score import KindScores, Ratio, Score
from bio_check.render.blocks import INDENT, Block, Line, Part, Table, cut, line, paragraph
from bio_check.render.figures import fraction_text, long_date, percent, short_date
from bio_check.render.words import SIGNS, either, kind_word, word
from bio_check.wording import Language

MOST_GAPS = 5
MOST_RENEWALS = 3


def score_blocks(
    assessment: Assessment, language: Language, by: str = "group", *, everything: bool = False
) -> list[Block]:
    """Return the table of a whole assessment.

    Args:
        assessment: What was found.
        language: Of the words; names and notes stay as they were written.
        by: The axis of the tables: group, control, role, owner, duty or kind.
        everything: Print all gaps and all evidence to renew, not just the first few.
    """
    return [
        *_head(assessment, language),
        *(block for one in assessment.catalogues for block in _catalogue(one, language, by)),
        *_first_gaps(assessment, language, everything=everything),
        *_renewals(assessment, language, everything=everything),
    ]


def _head(assessment: Assessment, language: Language) -> Iterator[Line]:
    name, day = assessment.sheet.organisation.name, long_date(assessment.reference_date, language)
    draft = either(language, " · concept", " · draft") if assessment.sheet.draft else ""
    yield line(Part(name, "title"), f" · {day}{draft}")
    if chosen := assessment.filter:
        together, of, items = " ".join(chosen.selectors), _of(language), either(language, "onderdelen", "items")
        yield line(Part(f"Filter: {together} · {chosen.items} {of} {chosen.of} {items}", "title"))


def _catalogue(one: CatalogueAssessment, language: Language, by: str) -> Iterator[Block]:
    catalogue = one.catalogue
    yield line("")
    doubt = f" · {word('unverified', language)}" if catalogue.unverified else ""
    yield from paragraph(f"{catalogue.edition} · {catalogue.title.in_(language)}{doubt}", "", "title")
    if one.carried:
        from bio_check.render.carried_text import carried_blocks  # noqa: PLC0415  # most sheets answer all they ask

        yield from carried_blocks(one, language)
        return
    if catalogue.groups_apart:
        yield from _apart(one, language)
    for part in () if catalogue.groups_apart else one.kinds:
        name = kind_word(part.kind, catalogue, language)
        yield line(f"{name[0].upper()}{name[1:]}: {part.score.items}")
        yield from headline(part.score, language, brief=catalogue.has_measures and part.kind is Kind.CONTROL)
        yield from _to_be_confirmed(one, part, language)
    yield from _by_tables(one, language, by)


def _by_tables(one: CatalogueAssessment, language: Language, by: str) -> Iterator[Block]:
    """Give the table of an axis; one per group where its rows would add up what never makes up for each other."""
    if not one.apart or by in {"group", "control"}:
        yield line("")
        yield by_table(one, one.by[by], language, by)
        return
    for group in one.catalogue.groups:
        if scores := one.apart.get(group.id, {}).get(by):
            yield line("")
            yield line(Part(f"{INDENT}{group.title.in_(language)}", "title"))
            yield by_table(one, scores, language, by)


def _apart(one: CatalogueAssessment, language: Language) -> Iterator[Line]:
    """Give a headline per group, and no total: they never make up for each other."""
    for group in one.catalogue.groups:
        if score := one.by["group"].get(group.id):
            yield line(f"{group.title.in_(language)}: {score.items}")
            yield from headline(score, language)


def headline(score: Score, language: Language, *, brief: bool = False) -> Iterator[Line]:
    """Give the lines of one score: each figure with its counts."""
    yield _figure(either(language, "voldoet", "met"), score.strict, language, *_signs(score))
    facets = " · ".join(f"{word(facet, language)} {score.shown(facet).part}" for facet in FACETS)
    if not brief:
        points = Ratio(score.half_points, 2 * score.weight)
        name, bounds = either(language, "gewogen", "weighted"), Part(_bounds(score, language))
        yield _figure(name, points, language, bounds, halves=True)
    yield _figure(either(language, "aangetoond", "proven"), score.proven_share, language, Part(facets))
    if not brief:
        yield _figure(either(language, "beoordeeld", "assessed"), score.assessed, language)
    if count := score.not_applicable:
        name = either(language, "alles geteld", "all counted")
        why = either(
            language, f"niet van toepassing ({count}) telt als niet", f"not applicable ({count}) taken as not met"
        )
        yield _figure(name, score.strict_if_set_aside_not_met, language, Part(why))


def _to_be_confirmed(one: CatalogueAssessment, part: KindScores, language: Language) -> Iterator[Line]:
    """Give a line where answers of this kind were carried over and not looked at since."""
    given = [finding.answer for finding in one.findings if finding.item.kind is part.kind and finding.applicable]
    if count := sum(1 for answer in given if answer and answer.to_be_confirmed):
        why = either(language, "overgenomen uit een eerdere versie", "carried over from an earlier version")
        name = either(language, "te bevestigen", "to confirm")
        yield _figure(name, Ratio(count, part.score.applicable), language, Part(why))


def _figure(name: str, ratio: Ratio, language: Language, *remarks: Part, halves: bool = False) -> Line:
    part, whole = (fraction_text(Fraction(n, 2 if halves else 1), language) for n in (ratio.part, ratio.whole))
    part, whole = ("0" if ratio.part == 0 else part), ("0" if ratio.whole == 0 else whole)
    share = percent(ratio.fraction, language)
    return line(f"{INDENT}{name}{part:>{17 - len(name)}} {_of(language)} {whole:<3} {share:>6}  ", *remarks)


def _of(language: Language) -> str:
    return either(language, "van", "of")


def _signs(score: Score) -> list[Part]:
    return [Part(f"{SIGNS[status]} {count}  ", status) for status, count in score.counts.items()]


def _bounds(score: Score, language: Language) -> str:
    if not score.unanswered:
        return ""
    low, high = (percent(ratio.fraction, language) for ratio in (score.weighted, score.highest))
    if language == "nl":
        questions = "1 vraag openstaat" if score.unanswered == 1 else f"{score.unanswered} vragen openstaan"
        return f"{low} tot {high} zolang {questions}"
    questions = "1 question is open" if score.unanswered == 1 else f"{score.unanswered} questions are open"
    return f"{low} to {high} while {questions}"


def by_table(one: CatalogueAssessment, scores: Mapping[str, Score], language: Language, by: str) -> Table:
    """Return a row per value of an axis: met out of applicable, with the counts behind it."""
    titles = {group.id: group.title.in_(language) for group in one.catalogue.groups}
    if by == "control":
        titles = {control.id: control.title.in_(language) for control in one.catalogue.controls.values()}

    def name_of(value: str) -> str:
        if by in {"group", "control"}:
            return f"{value} {titles[value]}"
        if by == "kind":
            return kind_word(value, one.catalogue, language)
        return value if by == "owner" else word(value, language)  # the name of an owner is no word of ours

    rows = []
    for value, score in scores.items():
        counts = tuple(Part(part.text.split()[1], part.style) for part in _signs(score))
        share = Part(percent(score.strict.fraction, language))
        rows.append((Part(name_of(value)), Part(f"{score.met} {_of(language)} {score.applicable}"), share, *counts))
    axis = either(language, "beheersmaatregel", "control") if by == "control" else word(by, language)
    head = (axis, either(language, "voldoet", "met"), "%", *(SIGNS[status] for status in Score().counts))
    return Table(head, tuple(rows), 0, frozenset(range(1, len(head))))


def _first_gaps(assessment: Assessment, language: Language, *, everything: bool) -> Iterator[Block]:
    ordered = assessment.gaps
    if not ordered:
        return
    shown = ordered if everything else ordered[:MOST_GAPS]
    yield line("")
    count = f"{len(shown)} {_of(language)} {len(ordered)} {either(language, 'hiaten', 'gaps')}"
    yield line(Part(either(language, "Eerst doen", "Do first"), "title"), Part(f" · {count}", "quiet"))
    head = either(language, "id,,onderdeel,eigenaar,prio,actie", "id,,item,owner,prio,action").split(",")
    yield Table(tuple(head), tuple(_gap_row(finding, language) for finding in shown), 2, frozenset({4}))


def _gap_row(finding: Finding, language: Language) -> tuple[Part, ...]:
    actions = finding.answer.actions if finding.answer else ()
    due = [action.due for action in actions if action.due and not action.done]
    return (
        Part(finding.item.id),
        Part(SIGNS[finding.status], finding.status),
        Part(finding.item.title.in_(language)),
        Part(cut(finding.owner or "–", 14)),
        Part(fraction_text(finding.priority.value, language)),
        Part(short_date(min(due), language) if due else "–"),
    )


def _renewals(assessment: Assessment, language: Language, *, everything: bool) -> Iterator[Block]:
    due = assessment.renewals
    if not due:
        return
    lapsed = sum(1 for one in due if one.days < 0)
    soon = len(due) - lapsed
    yield line("")
    counts = either(
        language,
        f"verlopen: {lapsed}, verloopt binnen {DAYS_OF_WARNING} dagen: {soon}",
        f"lapsed: {lapsed}, lapses within {DAYS_OF_WARNING} days: {soon}",
    )
    yield line(Part(either(language, "Bewijs", "Evidence"), "title"), f" · {counts}")
    shown = due if everything else tuple(one for one in due if one.days >= 0)[:MOST_RENEWALS]
    if shown:
        head = either(language, "verloopt,dagen,bewijs,onderdelen", "lapses,days,evidence,items").split(",")
        yield Table(tuple(head), tuple(_renewal_row(one, language) for one in shown), 2, frozenset({1}))


def _renewal_row(one: Renewal, language: Language) -> tuple[Part, ...]:
    items = [ident for _, ident in one.items]
    some = ", ".join(items[:2]) + (f" +{len(items) - 2}" if len(items) > 2 else "")  # noqa: PLR2004  # what fits
    return Part(short_date(one.ends, language)), Part(str(one.days)), Part(one.evidence.title), Part(some)
