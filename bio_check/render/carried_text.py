"""What carries over to a catalogue, for a terminal: never a met that nobody judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bio_check.model.assessment import CatalogueAssessment
from bio_check.model.carried import Carried, CarriedStatus
from bio_check.model.score import Ratio
from bio_check.render.blocks import INDENT, WIDTH, Block, Line, Part, Table, line, paragraph
from bio_check.render.carried_facts import uncovered
from bio_check.render.figures import percent
from bio_check.render.words import CARRIED_SIGNS, either, word
from bio_check.wording import Language


def carried_blocks(one: CatalogueAssessment, language: Language, *, asked: bool = True) -> Iterator[Block]:
    """Give where it comes from, a row per target that something leads to, and the others.

    Args:
        one: The catalogue, with what is carried to it.
        language: Of the words.
        asked: Whether the profile of the sheet asks for it, so that the rest may be answered there.
    """
    nl = language == "nl"
    yield from paragraph(f"{_own(one, language)} {_origin(one, language)}")
    groups = one.catalogue.groups if one.catalogue.groups_apart else ()
    for group in groups:
        told = [target for target in one.carried if target.group == group.id]
        if told:
            yield from _counts(f"{group.title.in_(language)}: ", told, language)
    if not groups:
        yield from _counts("", one.carried, language)
    if reached := [target for target in one.carried if target.reached or target.answered]:
        yield line("")
        yield carried_table(reached, language)
    if bare := uncovered(one.carried):
        idents = ", ".join(target.target for target in bare)
        label = f"{CARRIED_SIGNS['uncovered']} {word('uncovered', language)} ({len(bare)})"
        hint = (" Beantwoord deze in het blad." if nl else " Answer these in the sheet.") if asked else ""
        yield from paragraph(f"{label}: {idents}.{hint}", hang=INDENT)


def _own(one: CatalogueAssessment, language: Language) -> str:
    if one.answered:
        return either(language, "Eigen antwoorden gaan voor.", "Answers of its own go first.")
    return either(language, "Geen eigen antwoorden.", "No answers of its own.")


def _origin(one: CatalogueAssessment, language: Language) -> str:
    starts = ", ".join(dict.fromkeys(route.start for target in one.carried for route in target.routes if route.chosen))
    if not starts:
        return either(language, "Niets in dit blad leidt hierheen.", "Nothing in this sheet leads here.")
    return either(
        language,
        f"Dit draagt over uit {starts}: het werk achter elk onderdeel, geen oordeel erover.",
        f"This carries over from {starts}: the work behind each item, no judgement on it.",
    )


def _counts(label: str, carried: Sequence[Carried], language: Language) -> Iterator[Line]:
    """Give how many have each status, beside each other as far as the width goes."""
    row, room = [Part(INDENT + label)], WIDTH - len(INDENT + label)
    for status in CarriedStatus:
        if count := sum(one.status is status for one in carried):
            told = f"{CARRIED_SIGNS[status]} {word(status, language)} {count}"
            if len(told) > room:
                yield line(*row)
                row, room = [Part(2 * INDENT)], WIDTH - len(2 * INDENT)
            row.append(Part(f"{told}  ", status))
            room -= len(told) + 2
    yield line(*row)


def carried_table(carried: Iterable[Carried], language: Language) -> Table:
    """Return a row per target: what is known, and the work linked to it with its counts."""
    rows = tuple(_row(one, language) for one in carried)
    head = either(language, "id,,onderdeel,gekoppeld voldoet,aangetoond", "id,,item,linked and met,proven")
    return Table(tuple(head.split(",")), rows, 2, frozenset({3, 4}))


def _row(one: Carried, language: Language) -> tuple[Part, ...]:
    met, proven = one.linked.strict, one.linked.proven_share
    return (
        Part(one.target),
        Part(CARRIED_SIGNS[one.status], one.status),
        Part(one.title.in_(language)),
        Part(_share(met, language)),
        Part(str(proven.part) if proven.whole else "–"),
    )


def _share(ratio: Ratio, language: Language) -> str:
    if not ratio.whole:
        return "–"
    return f"{ratio.part} {either(language, 'van', 'of')} {ratio.whole} ({percent(ratio.fraction, language)})"
