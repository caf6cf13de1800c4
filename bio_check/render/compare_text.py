"""What `bio-check compare` prints: the change in score like for like, then what is behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from bio_check.model.comparison import CatalogueComparison, Comparison, KindChange, ScoreChange
from bio_check.model.score import Ratio
from bio_check.render.blocks import HARD_SPACE, INDENT, Block, Line, Part, Table, cut, line, paragraph
from bio_check.render.compare_facts import compare_facts
from bio_check.render.compare_words import (
    ABOUT,
    LISTS,
    counts_alike,
    figures,
    loss_reason,
    part_name,
    points,
    sentences,
)
from bio_check.render.facts import Facts
from bio_check.render.figures import fraction_text, long_date, percent, share
from bio_check.render.words import SIGNS, either, word
from bio_check.wording import Language

MOST = 6
"""Items of one list that are printed without `--all`."""
PAIRS = {
    *("worsened", "improved", "newly_proven", "reanswered", "set_aside", "applicable_again", "moved", "demand_changed")
}


def compare_blocks(comparison: Comparison, language: Language, *, everything: bool = False) -> list[Block]:
    """Return what changed between two sheets.

    Args:
        comparison: What was found.
        language: Of the words; names and notes stay as they were written.
        everything: Print all items of every list, not just the first few.
    """
    facts = compare_facts(comparison, language)
    return [
        *_head(facts, language),
        *(
            block
            for told, one in zip(facts["catalogues"], comparison.catalogues, strict=True)
            for block in (*_scores(one, told, language), *_lists(told, language, everything=everything))
        ),
        *_elsewhere(facts, language),
    ]


def _head(facts: Facts, language: Language) -> Iterator[Line]:
    for name, sheet in (
        (either(language, "oud", "old"), facts["old"]),
        (either(language, "nieuw", "new"), facts["new"]),
    ):
        day = long_date(date.fromisoformat(sheet["reference_date"]), language)
        draft = either(language, " · concept", " · draft") if sheet["draft"] else ""
        yield line(Part(f"{name:<7}"), Part(sheet["organisation"], "title"), f" · {day}{draft}")
        versions = [f"{one['edition']} {one['sha256'][:12]}" for one in sheet["catalogues"]]
        named = [f"{sheet['sheet']['file']} {sheet['sheet']['sha256'][:12]}", *versions]
        yield from paragraph(" · ".join(one.replace(" ", HARD_SPACE) for one in named), " " * 7, "quiet")
    if chosen := facts["filter"]:
        together, of, items = " ".join(chosen["only"]), _of(language), either(language, "onderdelen", "items")
        yield line(Part(f"Filter: {together} · {chosen['items']} {of} {chosen['of']} {items}", "title"))
    for one in facts["warnings"]:
        yield from paragraph(f"{either(language, 'let op', 'warning')}: {one['message']}", "", "partial", hang=INDENT)


def _scores(one: CatalogueComparison, told: Facts, language: Language) -> Iterator[Block]:
    old, new = one.old.edition, one.new.edition
    yield line("")
    doubt = f" · {word('unverified', language)}" if one.old.unverified or one.new.unverified else ""
    named = f"{new if old == new else f'{old} → {new}'} · {one.new.title.in_(language)}{doubt}"
    yield from paragraph(named, "", "title")
    for kind in one.kinds:
        name = part_name(kind, one.new, language)
        count = kind.like.new.items
        compared = either(language, "in beide bladen van toepassing", "applicable in both sheets")
        yield line(f"{name[0].upper()}{name[1:]}: {count} {compared}")
        if count:
            yield _score_table(kind.like, language)
    for sentence in sentences(told, language):
        yield from paragraph(sentence)
    if not counts_alike(told):
        yield from (part for kind in one.kinds for part in _plain(kind, one, language))


def _score_table(change: ScoreChange, language: Language) -> Table:
    rows = []
    for name, old, new, difference, halves in figures(change, language):
        style = "" if not difference else "met" if difference > 0 else "not-met"
        told = (Part(_counts(ratio, halves, language)) for ratio in (old, new))
        rows.append((Part(name), *told, Part(points(difference, language), style)))
    head = either(language, ",oud,nieuw,procentpunt", ",old,new,percentage points").split(",")
    return Table(tuple(head), tuple(rows), 0, frozenset({1, 2, 3}))


def _counts(ratio: Ratio, halves: int, language: Language) -> str:
    part, whole = (fraction_text(Fraction(count, halves), language) for count in (ratio.part, ratio.whole))
    return f"{part} {_of(language)} {whole} {percent(ratio.fraction, language):>6}"


def _plain(kind: KindChange, one: CatalogueComparison, language: Language) -> Iterator[Line]:
    name = part_name(kind, one.new, language)
    old, new = (share(score.strict, language) for score in (kind.plain.old, kind.plain.new))
    told = either(language, f"{name}: voldoet oud {old}, nieuw {new}", f"{name}: met old {old}, new {new}")
    yield from paragraph(told, INDENT * 2)


def _lists(told: Facts, language: Language, *, everything: bool) -> Iterator[Block]:
    found = False
    for key, title in LISTS.items():
        entries = told[key]
        if not entries:
            continue
        found = True
        if key == "demand_changed" and not everything:  # the sentence above counts them, and the lists mark them
            continue
        yield line("")
        shown = entries if everything else entries[:MOST]
        count = (
            str(len(entries)) if len(shown) == len(entries) else f"{len(shown)} {_of(language)} {len(entries)} (--all)"
        )
        yield line(Part(title.in_(language), "title"), Part(f" · {count}", "quiet"))
        if key in ABOUT:
            yield from paragraph(ABOUT[key].in_(language), style="quiet")
        if key == "no_longer_proven":
            yield from _losses(shown, language)
        else:
            yield _table(key, shown, language)
    if not found:
        yield line("")
        yield line(either(language, "Er is niets veranderd.", "Nothing changed."))


def _table(key: str, entries: list[Facts], language: Language) -> Table:
    if key in PAIRS:
        renumbered = any(one["old_id"] != one["id"] for one in entries)
        head = either(language, "id,was,,onderdeel,eigenaar", "id,was,,item,owner").split(",")
        rows = tuple(_pair_row(one) for one in entries)
        if renumbered:
            return Table(tuple(head), rows, 3)
        return Table((head[0], *head[2:]), tuple((row[0], *row[2:]) for row in rows), 2)
    if key == "regrouped":
        head = either(language, "was,,onderdeel,wat,nu", "was,,item,what,now").split(",")
        return Table(tuple(head), tuple(_regrouped_row(one, language) for one in entries), 2)
    if key == "actions_done":
        head = either(language, "actie,eigenaar,onderdelen", "action,owner,items").split(",")
        return Table(tuple(head), tuple(_action_row(one) for one in entries), 0)
    head = either(language, "id,,onderdeel,eigenaar", "id,,item,owner").split(",")
    return Table(tuple(head), tuple((_id(one), _sign(one["status"]), *_what(one)) for one in entries), 2)


def _pair_row(one: Facts) -> tuple[Part, ...]:
    old, new = one["old"]["status"], one["new"]["status"]
    was = "" if one["old_id"] == one["id"] else one["old_id"]
    mark = " ≠" if one["change"] == "substance" else ""
    return _id(one), Part(was), Part(f"{SIGNS[old]} → {SIGNS[new]}{mark}", new), *_what(one)


def _losses(entries: list[Facts], language: Language) -> Iterator[Line]:
    """Give each item with the reason below it: too long for a cell."""
    for one in entries:
        owner = f" · {one['owner']}" if one["owner"] else ""
        yield line(f"{INDENT}{one['id']}  {one['title']}", Part(owner, "quiet"))
        yield from paragraph(loss_reason(one, language), INDENT * 2)


def _action_row(one: Facts) -> tuple[Part, ...]:
    return Part(one["title"]), Part(cut(one["owner"] or "–", 20)), Part(cut(", ".join(one["items"]), 24))


def _regrouped_row(one: Facts, language: Language) -> tuple[Part, ...]:
    now = ", ".join(f"{each['id']} {SIGNS[each['status']]}" for each in one["to"]) or "–"
    changes = {"split": either(language, "gesplitst", "split"), "merged": either(language, "samengevoegd", "merged")}
    sign = _sign(one["status"]) if one["status"] else Part("")
    return Part(one["old_id"]), sign, Part(one["title"]), Part(changes[one["change"]]), Part(now)


def _id(one: Facts) -> Part:
    return Part(one["id"])


def _sign(status: str) -> Part:
    return Part(SIGNS[status], status)


def _what(one: Facts) -> tuple[Part, Part]:
    return Part(one["title"]), Part(cut(one["owner"] or "–", 16))


def _elsewhere(facts: Facts, language: Language) -> Iterator[Block]:
    """Give the catalogues that are not compared, and why."""
    told = {
        "only_old": either(language, "Alleen in het oude blad", "Only in the old sheet"),
        "only_new": either(language, "Alleen in het nieuwe blad", "Only in the new sheet"),
        "carried": either(
            language,
            "Niet vergeleken, want afgeleid uit andere normen en niet zelf beantwoord",
            "Not compared, because derived from other norms and not answered themselves",
        ),
    }
    lines = [f"{name}: {', '.join(one['edition'] for one in facts[key])}." for key, name in told.items() if facts[key]]
    if lines:
        yield line("")
    for one in lines:
        yield from paragraph(one, "")
    if facts["catalogues"]:
        yield line("")
        signs = " · ".join(f"{SIGNS[key]} {word(key, language)}" for key in SIGNS)
        yield from paragraph(f"{signs} · ≠ {either(language, 'tekst gewijzigd', 'text changed')}", "", "quiet")


def _of(language: Language) -> str:
    return either(language, "van", "of")
