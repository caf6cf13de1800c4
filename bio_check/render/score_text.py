"""The table of `bio-check score`: what a board member reads in twenty seconds."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from bio_check.model.assessment import Assessment, CatalogueAssessment, Finding, Renewal
from bio_check.model.catalogue import FACETS, Kind
from bio_check.model.score import Ratio, Score
from bio_check.render.blocks import INDENT, Block, Line, Part, Table, cut, line
from bio_check.render.figures import fraction_text, long_date, percent, short_date
from bio_check.render.words import SIGNS, kind_word, word
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
    yield line(
        Part(name, "title"),
        f" · {day}"
        + (
            " · concept"
            if assessment.sheet.draft and language == "nl"
            else " · draft"
            if assessment.sheet.draft
            else ""
        ),
    )
    if assessment.filter:
        chosen, together = assessment.filter, " ".join(assessment.filter.selectors)
        of = (
            f"{chosen.items} van {chosen.of} onderdelen" if language == "nl" else f"{chosen.items} of {chosen.of} items"
        )
        yield line(Part(f"Filter: {together} · {of}", "title"))


def _catalogue(one: CatalogueAssessment, language: Language, by: str) -> Iterator[Block]:
    catalogue = one.catalogue
    has_measures = any(control.has_measures for control in catalogue.controls.values())
    yield line("")
    yield line(Part(f"{catalogue.edition} · {catalogue.title.in_(language)}", "title"))
    for part in one.kinds:
        name = kind_word(part.kind, has_measures, language)
        yield line(f"{name[0].upper()}{name[1:]}: {part.score.items}")
        yield from headline(part.score, language, brief=has_measures and part.kind is Kind.CONTROL)
    yield line("")
    yield by_table(one, language, by)


def headline(score: Score, language: Language, *, brief: bool = False) -> Iterator[Line]:
    """Give the lines of one score: each figure with its counts."""
    nl = language == "nl"
    yield _figure("voldoet" if nl else "met", score.strict, language, *_signs(score))
    facets = " · ".join(f"{word(facet, language)} {score.shown(facet).part}" for facet in FACETS)
    if not brief:
        points = Ratio(score.half_points, 2 * score.weight)
        yield _figure("gewogen" if nl else "weighted", points, language, Part(_bounds(score, language)), halves=True)
    yield _figure("aangetoond" if nl else "proven", score.proven_share, language, Part(facets))
    if not brief:
        yield _figure("beoordeeld" if nl else "assessed", score.assessed, language)
    if score.not_applicable:
        count = score.not_applicable
        why = f"niet van toepassing ({count}) telt als niet" if nl else f"not applicable ({count}) taken as not met"
        yield _figure("alles geteld" if nl else "all counted", score.strict_if_set_aside_not_met, language, Part(why))


def _figure(name: str, ratio: Ratio, language: Language, *remarks: Part, halves: bool = False) -> Line:
    part, whole = (fraction_text(Fraction(n, 2 if halves else 1), language) for n in (ratio.part, ratio.whole))
    part, whole = ("0" if ratio.part == 0 else part), ("0" if ratio.whole == 0 else whole)
    of = "van" if language == "nl" else "of"
    share = percent(ratio.fraction, language)
    return line(f"{INDENT}{name:<12}{part:>5} {of} {whole:<3} {share:>6}  ", *remarks)


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


def by_table(one: CatalogueAssessment, language: Language, by: str) -> Table:
    """Return a row per value of an axis: met out of applicable, with the counts behind it."""
    titles = {group.id: group.title.in_(language) for group in one.catalogue.groups}
    titles |= {control.id: control.title.in_(language) for control in one.catalogue.controls.values()}
    has_measures = any(control.has_measures for control in one.catalogue.controls.values())

    def name_of(value: str) -> str:
        if by in {"group", "control"}:
            return f"{value} {titles[value]}"
        if by == "kind":
            return kind_word(value, has_measures, language)
        return value if by == "owner" else word(value, language)  # the name of an owner is no word of ours

    rows = []
    for value, score in one.by[by].items():
        of = "van" if language == "nl" else "of"
        counts = tuple(Part(part.text.split()[1], part.style) for part in _signs(score))
        share = Part(percent(score.strict.fraction, language))
        rows.append((Part(name_of(value)), Part(f"{score.met} {of} {score.applicable}"), share, *counts))
    met = "voldoet" if language == "nl" else "met"
    return Table(
        (word(by, language), met, "%", *(SIGNS[s] for s in Score().counts)), tuple(rows), 0, frozenset(range(1, 8))
    )


def _first_gaps(assessment: Assessment, language: Language, *, everything: bool) -> Iterator[Block]:
    ordered = assessment.gaps
    if not ordered:
        return
    shown = ordered if everything else ordered[:MOST_GAPS]
    yield line("")
    title = "Eerst doen" if language == "nl" else "Do first"
    of = "van" if language == "nl" else "of"
    rest = "gaps" if language == "en" else "hiaten"
    yield line(Part(title, "title"), Part(f" · {len(shown)} {of} {len(ordered)} {rest}", "quiet"))
    head = (
        ("id", "", "onderdeel", "eigenaar", "prio", "actie")
        if language == "nl"
        else ("id", "", "item", "owner", "prio", "action")
    )
    yield Table(head, tuple(_gap_row(finding, language) for finding in shown), 2, frozenset({4}))


def _gap_row(finding: Finding, language: Language) -> tuple[Part, ...]:
    actions = (
        [action.due for action in finding.answer.actions if action.due and not action.done] if finding.answer else []
    )
    due = short_date(min(actions), language) if actions else "–"
    return (
        Part(finding.item.id),
        Part(SIGNS[finding.status], finding.status),
        Part(finding.item.title.in_(language)),
        Part(cut(finding.owner or "–", 14)),
        Part(fraction_text(finding.priority.value, language)),
        Part(due),
    )


def _renewals(assessment: Assessment, language: Language, *, everything: bool) -> Iterator[Block]:
    due = assessment.renewals
    if not due:
        return
    lapsed = sum(1 for one in due if one.days < 0)
    soon = len(due) - lapsed
    yield line("")
    if language == "nl":
        yield line(Part("Bewijs", "title"), f" · verlopen: {lapsed}, verloopt binnen 60 dagen: {soon}")
    else:
        yield line(Part("Evidence", "title"), f" · lapsed: {lapsed}, lapses within 60 days: {soon}")
    shown = due if everything else tuple(one for one in due if one.days >= 0)[:MOST_RENEWALS]
    if shown:
        head = (
            ("verloopt", "dagen", "bewijs", "onderdelen")
            if language == "nl"
            else ("lapses", "days", "evidence", "items")
        )
        yield Table(head, tuple(_renewal_row(one, language) for one in shown), 2, frozenset({1}))


def _renewal_row(one: Renewal, language: Language) -> tuple[Part, ...]:
    items = [ident for _, ident in one.items]
    some = ", ".join(items[:2]) + (f" +{len(items) - 2}" if len(items) > 2 else "")  # noqa: PLR2004  # what fits
    return Part(short_date(one.ends, language)), Part(str(one.days)), Part(one.evidence.title), Part(some)
