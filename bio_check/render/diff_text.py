"""What `bio-check catalogue diff` prints: counts first, then every item that changed."""

from __future__ import annotations

from collections.abc import Iterator

from bio_check.model.catalogue import Catalogue
from bio_check.model.succession import Change, Step, Steps
from bio_check.render.blocks import INDENT, Block, Line, Part, Table, line, paragraph
from bio_check.render.facts import Facts
from bio_check.render.succession_words import ADDED, CHANGES, change_name
from bio_check.render.words import either
from bio_check.wording import Language

TOLD = (Change.MOVED, Change.SPLIT, Change.MERGED, Change.WITHDRAWN, Change.SUBSTANCE, Change.WORDING)
"""In this order; what stayed the same is only counted."""


def diff_facts(old: Catalogue, new: Catalogue, steps: Steps, language: Language) -> Facts:
    """Return what changed between two catalogues, as data."""
    return {
        "format_version": 1,
        "from": _edition(old),
        "to": _edition(new),
        "linked": steps.linked,
        "counts": {change.value: _count(steps, change) for change in CHANGES} | {"added": len(steps.added)},
        "changes": [
            {
                "id": step.old_id,
                "title": _title(old, step.old_id, language),
                "change": step.change.value,
                "to": [{"id": ident, "title": _title(new, ident, language)} for ident in step.new_ids],
                "note": step.note.in_(language) or None,
            }
            for step in steps.steps
            if step.change is not Change.SAME
        ],
        "added": [{"id": ident, "title": _title(new, ident, language)} for ident in steps.added],
    }


def diff_blocks(old: Catalogue, new: Catalogue, steps: Steps, language: Language) -> list[Block]:
    """Return what changed between two catalogues, for people."""
    return [
        line(Part(f"{old.edition} → {new.edition}", "title")),
        *_remark(old, new, steps, language),
        _counts(old, new, steps, language),
        *(one for change in TOLD for one in _section(change, old, new, steps, language)),
        *_added(new, steps, language),
    ]


def _remark(old: Catalogue, new: Catalogue, steps: Steps, language: Language) -> Iterator[Line]:
    if old.id != new.id:
        said = either(
            language,
            "Twee catalogi, langs de koppeling ertussen. Waar niets bij staat, zegt zij niet of de eis gelijk bleef.",
            "Two catalogues, along the crosswalk between them. Where it says nothing, the demand may differ.",
        )
        yield from paragraph(said)
    if not steps.linked:
        said = either(
            language,
            "Geen catalogus zegt wat er tussen deze versies veranderde: gelijke ids zijn als gelijk geteld.",
            "No catalogue says what changed between these versions: equal ids are counted as unchanged.",
        )
        yield from paragraph(said)


def _counts(old: Catalogue, new: Catalogue, steps: Steps, language: Language) -> Table:
    across = old.id != new.id
    rows = [
        (Part(change_name(change, language, across=across)), Part(str(_count(steps, change)))) for change in CHANGES
    ]
    rows.append(
        (Part(either(language, f"samen in {old.edition}", f"together in {old.edition}")), Part(str(len(steps.steps))))
    )
    rows.append((Part(ADDED.in_(language)), Part(str(len(steps.added)))))
    head = ("wat er gebeurde", "aantal") if language == "nl" else ("what happened", "count")
    return Table(head, tuple(rows), 0, frozenset({1}))


def _section(change: Change, old: Catalogue, new: Catalogue, steps: Steps, language: Language) -> Iterator[Line]:
    found = [step for step in steps.steps if step.change is change]
    if not found:
        return
    yield from _head(change_name(change, language, across=old.id != new.id), len(found))
    for step in found:
        yield from _step(step, old, new, language)


def _step(step: Step, old: Catalogue, new: Catalogue, language: Language) -> Iterator[Line]:
    yield from paragraph(f"{step.old_id}  {_title(old, step.old_id, language)}", hang=INDENT)
    for ident in step.new_ids:
        if ident != step.old_id:
            yield from paragraph(f"→ {ident}  {_title(new, ident, language)}", 2 * INDENT, hang=INDENT)
        elif len(step.new_ids) > 1:
            yield line(f"{2 * INDENT}→ {ident}")
    if step.note:
        yield from paragraph(step.note.in_(language), 2 * INDENT, "quiet")


def _added(new: Catalogue, steps: Steps, language: Language) -> Iterator[Line]:
    if steps.added:
        yield from _head(ADDED.in_(language), len(steps.added))
        for ident in steps.added:
            yield from paragraph(f"{ident}  {_title(new, ident, language)}", hang=INDENT)


def _head(name: str, count: int) -> Iterator[Line]:
    yield line("")
    yield line(Part(f"{name[0].upper()}{name[1:]}", "title"), f" · {count}")


def _count(steps: Steps, change: Change) -> int:
    return sum(1 for step in steps.steps if step.change is change)


def _title(catalogue: Catalogue, ident: str, language: Language) -> str:
    return (catalogue.items.get(ident) or catalogue.controls[ident]).title.in_(language)


def _edition(catalogue: Catalogue) -> Facts:
    return {"id": catalogue.id, "version": catalogue.version, "edition": catalogue.edition, "sha256": catalogue.sha256}
