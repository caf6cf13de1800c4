"""What an item is linked to in other catalogues, and what carries over to it from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bio_check.model.assessment import CatalogueAssessment, Finding
from bio_check.model.carried import Carried, Route
from bio_check.model.crosswalk import Hop
from bio_check.render.blocks import INDENT, Block, Line, Part, line, paragraph
from bio_check.render.carried_facts import carried_texts, hop_facts, hops_of
from bio_check.render.facts import Facts, no_gap
from bio_check.render.figures import share
from bio_check.render.words import CARRIED_SIGNS, either, word
from bio_check.wording import Language


def links_facts(one: CatalogueAssessment, finding: Finding, hops: Iterable[Hop], language: Language) -> Facts:
    """Return the rows that start from an item, and what carries over to it, as data."""
    target = _target(one, finding)
    return {
        "carried": carried_texts(target, language) if target else None,
        "links": [hop_facts(hop, language) for hop in hops],
    } | no_gap(one)


def links_blocks(
    one: CatalogueAssessment, finding: Finding, hops: Sequence[Hop], language: Language
) -> Iterator[Block]:
    """Give what carries over to an item that nobody answered, and where its own rows lead."""
    if target := _target(one, finding):
        yield line("")
        yield line(Part(either(language, "Draagt over", "Carried over"), "title"))
        yield from carried_page(target, language)
    if hops:
        yield line("")
        yield line(Part(either(language, "Gekoppeld aan", "Linked to"), "title"))
    by_origin: dict[tuple[str, str, str], list[str]] = {}
    for hop in hops:
        row = hop.row
        about = f"{word(row.relationship, language)}, {word(row.confidence, language)}"
        own = row.start in {finding.item.id, finding.item.control}  # else the row is about a whole around it
        told = row.end if own else f"{row.start} → {row.end}"
        by_origin.setdefault((hop.end, about, row.origin.name.in_(language)), []).append(told)
    for (end, about, name), idents in by_origin.items():
        yield from paragraph(f"{end}: {', '.join(dict.fromkeys(idents))} ({about}; {name})", hang=INDENT)


def _target(one: CatalogueAssessment, finding: Finding) -> Carried | None:
    named = (finding.item.id, finding.item.control)
    return next((target for target in one.carried if target.target in named), None)


def carried_page(one: Carried, language: Language) -> Iterator[Line]:
    """Give what carries over to one target: status, linked work, every row, and how the way was chosen."""
    nl = language == "nl"
    status = [f"{CARRIED_SIGNS[one.status]} {word(one.status, language)}"]
    if one.hint:
        hint = word(one.hint, language)
        status.append(f"aanwijzing: {hint}" if nl else f"hint: {hint}")
    if one.answered:
        status.append("eigen antwoord gaat voor" if nl else "its own answer goes first")
    yield line(INDENT, Part(" · ".join(status), one.status))
    if one.linked.items:
        met, proven = share(one.linked.strict, language), share(one.linked.proven_share, language)
        told = (
            f"gekoppelde onderdelen: {one.linked.items}; voldoet {met}, aangetoond {proven}"
            if nl
            else f"linked items: {one.linked.items}; met {met}, proven {proven}"
        )
        yield from paragraph(told)
    by_origin: dict[tuple[str, str], list[str]] = {}
    for hop in hops_of(one):
        row = hop.row
        about = f"{word(row.relationship, language)}, {word(row.confidence, language)}; {row.origin.name.in_(language)}"
        by_origin.setdefault((f"{hop.start} → {hop.end}", about), []).append(f"{row.start} → {row.end}")
    for (ends, about), rows in by_origin.items():
        yield from paragraph(f"{ends}: {', '.join(rows)} ({about})", hang=2 * INDENT)
    yield from _choice(one.routes, language)


def _choice(routes: Iterable[Route], language: Language) -> Iterator[Line]:
    """Give how the way was chosen: the strongest wins, among equals the one that carries most."""
    nl = language == "nl"
    for route in routes:
        way = f"{route.start} → {route.via}" if route.via else route.start
        told = f"{way}: {word(route.relationship, language)}, {_items(len(route.items), language)}"
        verdict = ("gekozen" if nl else "chosen") if route.chosen else ("niet gekozen" if nl else "passed over")
        yield from paragraph(f"{verdict}: {told}", style="" if route.chosen else "quiet")
    if any(True for _ in routes):
        rule = (
            "De sterkste weg wint; bij gelijke sterkte de weg met de meeste onderdelen."
            if nl
            else "The strongest way wins; among equals the one with most items."
        )
        yield from paragraph(rule, style="quiet")


def _items(count: int, language: Language) -> str:
    one, several = ("onderdeel", "onderdelen") if language == "nl" else ("item", "items")
    return f"{count} {one if count == 1 else several}"
