"""What `bio-check catalogue` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bio_check.errors import Place, WrongUsageError, diagnostic
from bio_check.model.catalogue import Catalogue, Item, Kind
from bio_check.model.profile import Profile
from bio_check.model.succession import Change
from bio_check.render.blocks import HARD_SPACE, INDENT, Block, Part, Table, facts_line, line, paragraph, paragraphs
from bio_check.render.facts import Facts, typical_evidence_facts
from bio_check.render.figures import period
from bio_check.render.law_text import fact_blocks, law_facts, law_lines
from bio_check.render.succession_words import change_name
from bio_check.render.words import kind_word, word
from bio_check.wording import Language

Versions = Mapping[str, Sequence[str]]
"""Catalogue id to the versions that there are of it, the newest first."""


def library_facts(
    catalogues: Iterable[Catalogue], profiles: Iterable[Profile], versions: Versions, language: Language
) -> Facts:
    """Return what there is, as data."""
    return {
        "format_version": 1,
        "catalogues": [_catalogue_head(one, language) | {"versions": [*versions[one.id]]} for one in catalogues],
        "profiles": [
            {
                "id": one.id,
                "title": one.title.in_(language),
                "description": one.description.in_(language),
                "catalogues": [{"id": part.catalogue, "version": part.version} for part in one.selections],
            }
            for one in profiles
        ],
    }


def library_blocks(
    catalogues: Sequence[Catalogue], profiles: Iterable[Profile], versions: Versions, language: Language
) -> list[Block]:
    """Return what there is, as tables."""
    nl = language == "nl"
    rows = []
    for one in catalogues:
        measures, controls = _counts(one)
        counts = f"{measures} + {controls}" if measures else str(controls)
        rows.append((Part(one.id), Part(", ".join(versions[one.id])), Part(counts), Part(one.title.in_(language))))
    head = ("catalogus", "versie", "onderdelen", "titel") if nl else ("catalogue", "version", "items", "title")
    blocks: list[Block] = [Table(head, tuple(rows), 3), line("")]
    if doubtful := [one.id for one in catalogues if one.unverified]:
        see = "Zie bio-check catalogue show." if nl else "See bio-check catalogue show."
        told = f"{word('unverified', language)}: {', '.join(doubtful)}. {see}"
        blocks += [*paragraph(told[0].upper() + told[1:]), line("")]
    named = tuple((Part(one.id), Part(one.description.in_(language))) for one in profiles)
    blocks.append(Table(("profiel", "wat geldt") if nl else ("profile", "what applies"), named, 1))
    return blocks


def chosen_items(catalogue: Catalogue, ident: str | None) -> tuple[Item, ...]:
    """Return the items of a group, control or id of a catalogue; all for None, none where an id asks nothing.

    Raises:
        WrongUsageError: There is no such part, or it went elsewhere.
    """
    items = tuple(item for item in catalogue.items.values() if ident is None or item.matches(ident))
    if items or ident in catalogue.index.context:
        return items
    edition = catalogue.edition
    retired = catalogue.index.retired.get(str(ident))
    if retired is None:
        fault = diagnostic("unknown-id", Place(str(ident)), id=ident, catalogue=edition, show=catalogue.id)
    elif retired.targets:
        targets = ", ".join(retired.targets)
        fault = diagnostic(f"id-{retired.status}", Place(retired.id), id=ident, catalogue=edition, targets=targets)
    else:
        fault = diagnostic("id-withdrawn-for-good", Place(retired.id), id=ident, catalogue=edition)
    raise WrongUsageError([fault])


def catalogue_facts(catalogue: Catalogue, items: Iterable[Item], language: Language) -> Facts:
    """Return a catalogue and the chosen items, as data."""
    return {
        "format_version": 1,
        "catalogue": _catalogue_head(catalogue, language),
        "items": [_item_facts(item, language) for item in items],
        "facts": [
            {
                "id": one.id,
                "title": one.title.in_(language),
                "text": one.text.in_(language),
                "as_of": one.as_of.isoformat(),
                "source": one.source,
                "confidence": one.confidence,
            }
            for one in catalogue.facts
        ],
        "context": [
            {"id": one.id, "title": one.title.in_(language), "note": one.note.in_(language) or None}
            for one in catalogue.context
        ],
        "retired": [
            {"id": one.id, "status": one.status, "targets": list(one.targets), "control": one.control}
            for one in catalogue.index.retired.values()
        ],
    }


def catalogue_blocks(
    catalogue: Catalogue, items: Sequence[Item], language: Language, ident: str | None = None
) -> list[Block]:
    """Return a catalogue as a table of its items, or what an id stands for in full."""
    blocks: list[Block] = list(_head(catalogue, language))
    if ident is not None:
        context = (one for one in catalogue.context if one.id == ident)
        in_full = (block for item in items for block in _item_blocks(item, language))
        return [*blocks, *in_full, *fact_blocks((), context, language)]
    for group in catalogue.groups:
        rows = tuple(_row(item, language) for item in items if item.group == group.id)
        blocks += [line(""), *paragraph(f"{group.id}{HARD_SPACE * 2}{group.title.in_(language)}", "", "title")]
        head = (
            ("id", "onderdeel", "rol", "gewicht", "fase")
            if language == "nl"
            else ("id", "item", "role", "weight", "phase")
        )
        blocks.append(Table(head, rows, 1, frozenset({3, 4})))
    if len(items) == len(catalogue.items):
        blocks += fact_blocks(catalogue.facts, catalogue.context, language)
    return blocks


def _counts(catalogue: Catalogue) -> tuple[int, int]:
    kinds = [item.kind for item in catalogue.items.values()]
    return kinds.count(Kind.MEASURE), kinds.count(Kind.CONTROL)


def _catalogue_head(one: Catalogue, language: Language) -> Facts:
    measures, controls = _counts(one)
    return {
        "id": one.id,
        "version": one.version,
        "title": one.title.in_(language),
        "issued": one.issued.isoformat(),
        "source": {"name": one.source.name, "url": one.source.url, "read": one.source.read.isoformat()},
        "wording": one.wording,
        "unverified": one.unverified.in_(language) or None,
        "sha256": one.sha256,
        "items": {"measure": measures, "control": controls},
    }


def _head(catalogue: Catalogue, language: Language) -> Iterator[Block]:
    nl = language == "nl"
    yield from paragraph(f"{catalogue.edition} · {catalogue.title.in_(language)}", "", "title")
    measures, controls = _counts(catalogue)
    counts = {Kind.MEASURE: measures, Kind.CONTROL: controls}
    names = ", ".join(f"{n} {kind_word(kind, catalogue, language)}" for kind, n in counts.items() if n)
    retired = f"{len(catalogue.index.retired)} {'vervallen of verplaatste ids' if nl else 'retired ids'}"
    yield from paragraph(f"{names}; {retired}")
    source = f"{'uitgave' if nl else 'issued'} {catalogue.issued}; {'bron' if nl else 'source'}: {catalogue.source.url}"
    yield from paragraph(source, style="quiet")
    if catalogue.source.attribution or catalogue.source.licence:
        named = (catalogue.source.attribution, catalogue.source.licence)
        yield from paragraph("; ".join(one for one in named if one), style="quiet")
    if catalogue.unverified:
        yield from paragraph(f"{word('unverified', language)}: {catalogue.unverified.in_(language)}")
    if catalogue.wording == "titles":
        only = "alleen nummers en titels" if nl else "numbers and titles only"
        yield from paragraph(only)


def _row(item: Item, language: Language) -> tuple[Part, ...]:
    return (
        Part(item.id),
        Part(item.title.in_(language)),
        Part(word(item.role, language)),
        Part(str(item.weight)),
        Part(str(item.phase)),
    )


def _item_blocks(item: Item, language: Language) -> Iterator[Block]:
    nl = language == "nl"
    yield line("")
    yield line(Part(f"{item.id}  {item.title.in_(language)}", "title"))
    if item.statement or item.question:  # of a bare title these are only what counts where nothing is said
        about = [word(item.duty, language), *(word(one, language) for one in (item.role, *item.audience))]
        yield from facts_line([*about, f"{'gewicht' if nl else 'weight'} {item.weight}"])
    if item.rhythm:
        once = "ten minste eens per" if nl else "at least once per"
        yield line(Part(f"{INDENT}{once} {period(item.rhythm, language)}", "quiet"))
    yield from law_lines(item, language)
    if item.next:
        change = change_name(Change(item.next.change), language, across=False)
        to = f" → {', '.join(item.next.targets)}" if item.next.targets else ""
        label = "in de volgende versie" if nl else "in the next version"
        yield from paragraph(f"{label}: {change}{to}. {item.next.note.in_(language)}".strip())
    for text in (item.statement, item.question, item.why):
        if text:
            yield line("")
            yield from paragraphs(text.in_(language))
    yield line("")
    for one in item.evidence:
        shows = ", ".join(word(facet, language) for facet in one.shows)
        yield from paragraph(f"- {one.title.in_(language)} [{shows}]", hang=INDENT)


def _item_facts(item: Item, language: Language) -> Facts:
    return {
        "id": item.id,
        "kind": item.kind.value,
        "group": item.group,
        "control": item.control,
        "title": item.title.in_(language),
        "statement": item.statement.in_(language) or None,
        "question": item.question.in_(language) or None,
        "why": item.why.in_(language) or None,
        "evidence": typical_evidence_facts(item, language),
        "duty": item.duty.value,
        "role": item.role,
        "audience": list(item.audience),
        "rhythm": str(item.rhythm) if item.rhythm else None,
        "weight": item.weight,
        "weight_reason": item.weight_reason.in_(language) or None,
        "effort": item.effort,
        "phase": item.phase,
    } | law_facts(item, language)
