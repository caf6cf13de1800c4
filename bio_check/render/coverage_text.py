"""What `bio-check crosswalk check` prints: how much is reachable, and which crosswalks never settle anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bio_check.model.coverage import PairReach, Reach
from bio_check.model.score import Ratio
from bio_check.render.blocks import Block, Part, Table, line, paragraph
from bio_check.render.facts import Facts, fraction_facts
from bio_check.render.figures import percent
from bio_check.render.words import either, word
from bio_check.wording import Language


def coverage_blocks(reaches: Sequence[Reach], pairs: Sequence[PairReach], language: Language) -> Iterator[Block]:
    """Give a row per crosswalk and per pair of catalogues, counted in controls; last the pairs without any path."""
    nl = language == "nl"
    yield line(Part("Overgangstabellen" if nl else "Crosswalks", "title"))
    head = "tabel,rijen,bereik van,bereik naar,let op" if nl else "crosswalk,rows,reach from,reach to,mind"
    rows = tuple(_reach_row(one, language) for one in reaches)
    yield Table(tuple(head.split(",")), rows, 4, frozenset({1, 2, 3}))
    yield line("")
    yield line(Part("Bereik in ten hoogste twee stappen" if nl else "Reach in two hops at most", "title"))
    head = "van,naar,bereikbaar,draagt een status" if nl else "from,to,reachable,carries a status"
    there = tuple(_pair_row(one, language) for one in pairs if one.reached.part)
    yield Table(tuple(head.split(",")), there, 1, frozenset({2, 3}))
    if bare := [f"{one.start} → {one.end}" for one in pairs if not one.reached.part]:
        label = f"Niet gedekt, zonder enige weg ({len(bare)})" if nl else f"Uncovered, without any path ({len(bare)})"
        yield line("")
        yield from paragraph(f"{label}: {', '.join(bare)}")


def coverage_facts(reaches: Sequence[Reach], pairs: Sequence[PairReach]) -> Facts:
    """Return the same as data."""
    return {
        "format_version": 1,
        "crosswalks": [
            {
                "id": one.crosswalk.id,
                "rows": {relationship.value: count for relationship, count in one.rows.items()},
                "from": _ratio(one.start),
                "to": _ratio(one.end),
                "only_intersects": one.only_intersects,
                "settles": one.settles,
            }
            for one in reaches
        ],
        "pairs": [
            {"from": one.start, "to": one.end, "reached": _ratio(one.reached), "settled": _ratio(one.settled)}
            for one in pairs
        ],
    }


def _reach_row(one: Reach, language: Language) -> tuple[Part, ...]:
    counts = sum(one.rows.values())
    return (
        Part(one.crosswalk.id),
        Part(str(counts)),
        Part(_counts(one.start, language)),
        Part(_counts(one.end, language)),
        Part(_warning(one, language), "" if one.settles else "partial"),
    )


def _warning(one: Reach, language: Language) -> str:
    if one.only_intersects:
        return either(language, "alleen overlap", "overlap only")
    if not one.settles:
        return either(language, "nooit een stand", "never a status")
    return ", ".join(f"{word(key, language)} {count}" for key, count in one.rows.items())


def _pair_row(one: PairReach, language: Language) -> tuple[Part, ...]:
    return (Part(one.start), Part(one.end), Part(_short(one.reached, language)), Part(_short(one.settled, language)))


def _short(ratio: Ratio, language: Language) -> str:
    return f"{_counts(ratio, language)} {percent(ratio.fraction, language):>6}"


def _counts(ratio: Ratio, language: Language) -> str:
    return f"{ratio.part} {either(language, 'van', 'of')} {ratio.whole}"


def _ratio(ratio: Ratio) -> Facts:
    return {"part": ratio.part, "whole": ratio.whole, "ratio": fraction_facts(ratio.fraction)}
