"""From what the user named to a plan: which catalogue is carried over, and what leads from it to the new one."""

from __future__ import annotations

from bio_check.assess.migrate import plan_migration
from bio_check.assess.steps_across import steps_across
from bio_check.assess.succession import succession
from bio_check.errors import Diagnostic, Place, WrongUsageError, diagnostic
from bio_check.load.answers import Loaded
from bio_check.load.library import Library
from bio_check.model.catalogue import Catalogue
from bio_check.model.migration import Migration
from bio_check.model.succession import Steps
from bio_check.model.text import Text
from bio_check.value import replace
from bio_check.wording import LANGUAGES


def steps_between(old: Catalogue, new: Catalogue, library: Library) -> Steps:
    """Return what became of each item of a catalogue in another version of it, or in another catalogue.

    Raises:
        WrongUsageError: No crosswalk joins the two.
    """
    if old.id == new.id:
        return succession(old, new)
    links = library.links((old, new))
    rows = links.rows(old.id, new.id)
    if not rows:
        known = ", ".join(links.neighbours(old.id)) or "–"
        values = {"start": f"{old.id}@{old.version}", "end": f"{new.id}@{new.version}", "known": known}
        raise WrongUsageError([diagnostic("no-crosswalk", Place(new.id), **values)])
    return steps_across(old, new, rows)


def planned(loaded: Loaded, library: Library, to: str, start: str | None) -> Migration | None:
    """Return what becomes of a sheet; None where it is about that catalogue in that version already.

    Raises:
        UnusableInputError: There is no such catalogue or version.
        WrongUsageError: Nothing that the sheet answers leads there, or several things do.
    """
    new, used = library.named(to), {one.id: one for one in loaded.norms.catalogues}
    if new.id in used and start in {None, new.id}:
        old = used[new.id]
        if old.version == new.version:
            return None
    else:
        old = _leading(loaded, new, start)
    steps = steps_between(old, new, library)
    plan = plan_migration(loaded.sheet, loaded.norms.profile, old, new, steps)
    return plan if old.id == new.id else replace(plan, rows_from=_sources(old, new, library))


def _leading(loaded: Loaded, new: Catalogue, start: str | None) -> Catalogue:
    """Return the one answered catalogue that another took the place of; a mere link between norms is no succession."""
    sheet, used = loaded.sheet, loaded.norms.catalogues
    answered = {one.id: one for one in used if sheet.answers.get(one.id) or sheet.judgements.get(one.id)}
    leading = [ident for ident, one in answered.items() if start in {None, ident} and one.succeeded_by == new.id]
    if len(leading) != 1:
        raise WrongUsageError([_no_single_way(loaded, f"{new.id}@{new.version}", start, leading)])
    return answered[leading[0]]


def _no_single_way(loaded: Loaded, to: str, start: str | None, leading: list[str]) -> Diagnostic:
    if leading:
        return diagnostic("several-ways", Place("--to"), to=to, starts=", ".join(leading))
    known = ", ".join(f"{one.id}@{one.version}" for one in loaded.norms.catalogues)
    return diagnostic("no-way-there", Place("--from" if start else "--to"), to=to, known=known)


def _sources(old: Catalogue, new: Catalogue, library: Library) -> tuple[Text, ...]:
    origins = dict.fromkeys(row.origin for row in library.links((old, new)).rows(old.id, new.id))
    return tuple(Text(*(f"{one.name.in_(lang)}. {one.note.in_(lang)}" for lang in LANGUAGES)) for one in origins)
