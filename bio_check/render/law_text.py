"""What the law says about an item or a catalogue: articles, terms, dated facts, and what is not verified."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bio_check.model.catalogue import Context, Fact, Item, Term
from bio_check.render.blocks import INDENT, Block, Line, Part, facts_line, line, paragraph
from bio_check.render.facts import Facts
from bio_check.render.figures import long_date
from bio_check.render.words import either, word
from bio_check.wording import Language

_UNITS = {
    "H": ("uur", "uur", "hour", "hours"),
    "D": ("dag", "dagen", "day", "days"),
    "W": ("week", "weken", "week", "weeks"),
    "M": ("maand", "maanden", "month", "months"),
    "Y": ("jaar", "jaar", "year", "years"),
}


def law_lines(item: Item, language: Language) -> Iterator[Line]:
    """Give the articles of an item, its legal term, and what about it is not verified; nothing where it has none."""
    articles = [f"{word(kind, language)} {', '.join(named)}" for kind, named in item.articles.items()]
    if articles:
        yield from facts_line(articles)
    if item.term:
        yield from paragraph(
            f"{either(language, 'wettelijke termijn', 'legal term')}: {term_text(item.term, language)}"
        )
    if item.unverified:
        yield from paragraph(f"{word('unverified', language)}: {item.unverified.in_(language)}")


def term_text(term: Term, language: Language) -> str:
    """Return `binnen 24 uur, vanaf …` or `uiterlijk 15 augustus 2028`."""
    nl = language == "nl"
    told = []
    if term.by:
        told.append(f"{'uiterlijk' if nl else 'at the latest'} {long_date(term.by, language)}")
    if term.within:
        count, unit = int("".join(one for one in term.within if one.isdigit())), term.within[-1]
        one, several = _UNITS[unit][:2] if nl else _UNITS[unit][2:]
        told.append(f"{'binnen' if nl else 'within'} {count} {one if count == 1 else several}")
    if term.start:
        told.append(f"{'vanaf' if nl else 'from'}: {term.start.in_(language)}")
    return ", ".join(told)


def law_facts(item: Item, language: Language) -> Facts:
    """Return the same as data."""
    term = item.term
    return {
        "articles": {kind: list(named) for kind, named in item.articles.items()},
        "term": {
            "within": term.within,
            "from": term.start.in_(language) or None,
            "by": term.by.isoformat() if term.by else None,
        }
        if term
        else None,
        "unverified": item.unverified.in_(language) or None,
    }


def fact_blocks(facts: Iterable[Fact], context: Iterable[Context], language: Language) -> Iterator[Block]:
    """Give the dated facts of a catalogue, each with its day and source, and the ids that ask nothing."""
    for number, fact in enumerate(facts):
        if number == 0:
            yield from _title(either(language, "Stand van zaken", "State of affairs"))
        yield line(INDENT, Part(fact.title.in_(language), "title"))
        yield from paragraph(fact.text.in_(language), 2 * INDENT)
        since = either(language, "stand", "as of")
        about = f"{since} {long_date(fact.as_of, language)}; {word(fact.confidence, language)}: {fact.source}"
        yield from paragraph(about, 2 * INDENT, "quiet")
    for number, one in enumerate(context):
        if number == 0:
            yield from _title(either(language, "Vraagt niets van u", "Asks nothing of you"))
        note = f": {one.note.in_(language)}" if one.note else ""
        yield from paragraph(f"{one.id}  {one.title.in_(language)}{note}", hang=2 * INDENT)


def _title(text: str) -> Iterator[Line]:
    yield line("")
    yield line(Part(text, "title"))
