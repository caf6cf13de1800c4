"""The change log of a migrated sheet, in Markdown: counts first, then each answer with what happened and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from bio_check.model.answers import AnswerSheet
from bio_check.model.migration import Fate, Landing, Migration
from bio_check.model.succession import Change
from bio_check.render.environment import markdown_text
from bio_check.render.succession_words import change_name
from bio_check.render.words import either
from bio_check.wording import Language

SEEN_APART = (
    Change.MOVED,
    Change.SPLIT,
    Change.MERGED,
    Change.WITHDRAWN,
    Change.SUBSTANCE,
    Change.WORDING,
)
"""In the order in which the log tells them; what stayed the same comes last, by id alone."""


class OldTexts(Protocol):
    """What is known of the old text."""

    @property
    def old_texts(self) -> Mapping[str, str]:
        """Id of each old answer to its text."""

    @property
    def kept_form(self) -> bool:
        """Whether comments and layout were kept."""

    @property
    def uncommented(self) -> Collection[str]:
        """Ids of the old answers that lost comments of their own."""


def already_there(file: str, edition: str, language: Language) -> str:
    """Return what is told where there is nothing to do."""
    return either(
        language,
        f"{file}: gaat al over {edition}; er is niets geschreven\n",
        f"{file}: is about {edition} already; nothing was written\n",
    )


def summary(plan: Migration, target: str, log: str, language: Language) -> str:
    """Return what a terminal is told."""
    confirm, opened = len(plan.to_be_confirmed), len(plan.open_items)
    if language == "nl":
        return (
            f"{target}: {plan.old.edition} → {plan.new.edition}\n"
            f"{log}: wat er met elk antwoord gebeurde en waarom\n"
            f"Te bevestigen: {confirm}; nieuw en nog open: {opened}\n"
            f"Daarna: bio-check validate {target}\n"
        )
    return (
        f"{target}: {plan.old.edition} → {plan.new.edition}\n"
        f"{log}: what happened to each answer, and why\n"
        f"To be confirmed: {confirm}; new and still open: {opened}\n"
        f"Next: bio-check validate {target}\n"
    )


def migration_log(plan: Migration, sheet: AnswerSheet, old: OldTexts, target: str, language: Language) -> str:
    """Return the change log.

    Args:
        plan: What was done.
        sheet: The old sheet.
        old: The text of the old answers.
        target: Name of the new sheet.
        language: Of our words.
    """
    told = _Log(plan, old, language)
    parts = (
        told.head(sheet, target),
        told.counts(),
        told.remarks(),
        told.confirm(),
        *(told.changes(change) for change in SEEN_APART),
        told.same(),
        told.open_items(),
        told.kept(),
    )
    return "\n".join("\n".join(lines) + "\n" for part in parts if (lines := [*part]))


class _Log:
    def __init__(self, plan: Migration, old: OldTexts, language: Language) -> None:
        self.plan, self.old, self.language = plan, old, language
        self.given = [one for one in plan.fates if not one.empty]

    def say(self, dutch: str, english: str) -> str:
        """Return a phrase in the language wanted."""
        return either(self.language, dutch, english)

    def name(self, change: Change) -> str:
        """Return what a change is called here."""
        return change_name(change, self.language, across=self.plan.across)

    def head(self, sheet: AnswerSheet, target: str) -> Iterator[str]:
        """Give what it is about."""
        plan = self.plan
        yield f"# {self.say('Wijzigingen', 'Changes')}: {_md(plan.old.edition)} → {_md(plan.new.edition)}"
        yield ""
        yield f"- {self.say('organisatie', 'organisation')}: {_md(sheet.organisation.name)}"
        yield f"- {self.say('peildatum', 'reference date')}: {sheet.reference_date}"
        yield f"- {self.say('oud blad', 'old sheet')}: {_md(sheet.file)} (SHA-256 {sheet.sha256})"
        yield f"- {self.say('nieuw blad', 'new sheet')}: {_md(target)}"
        for one in (plan.old, plan.new):
            yield f"- {_md(one.edition)}: {one.id}@{one.version} (SHA-256 {one.sha256})"

    def counts(self) -> Iterator[str]:
        """Give how many answers met which fate."""
        plan = self.plan
        yield f"## {self.say('Aantallen', 'Counts')}"
        yield ""
        rows = {self.say("ingevulde antwoorden in het oude blad", "answers given in the old sheet"): len(self.given)}
        for change in (Change.SAME, *reversed(SEEN_APART)):
            if count := sum(1 for one in self.given if one.change is change):
                rows[f"– {self.name(change)}"] = count
        if empty := len(plan.fates) - len(self.given):
            rows[self.say("lege plaatsen in het oude blad", "empty places in the old sheet")] = empty
        kept = sum(1 for one in self.given if self._is_kept_here(one))
        rows |= {
            self.say("te bevestigen in het nieuwe blad", "to be confirmed in the new sheet"): len(plan.to_be_confirmed),
            self.say("hieronder woordelijk bewaard", "kept below word for word"): kept,
            self.say("nieuw en nog open", "new and still open"): len(plan.open_items),
        }
        yield f"| {self.say('wat', 'what')} | {self.say('aantal', 'count')} |"
        yield "|---|---:|"
        yield from (f"| {name} | {count} |" for name, count in rows.items())

    def remarks(self) -> Iterator[str]:
        """Give what holds for the sheet as a whole."""
        found = [*self._remarks()]
        if found:
            yield f"## {self.say('Let op', 'Mind')}"
            yield ""
            yield from (f"- {one}" for one in found)

    def _remarks(self) -> Iterator[str]:
        plan, new = self.plan, _md(self.plan.new.edition)
        for one in plan.rows_from:
            yield f"{self.say('Bron van de koppeling', 'Source of the crosswalk')}: {_md(one.in_(self.language))}"
        if plan.profile is not None:
            name = _md(plan.profile)
            yield self.say(
                f"Het profiel {name} vraagt niets uit {new} en is uit het blad gehaald: nu geldt alles wat de catalogi "
                "in het blad vragen. Kies zelf een profiel dat past.",
                f"The profile {name} asks nothing from {new} and was taken out of the sheet: all that the catalogues "
                "in the sheet ask applies now. Choose a profile that fits.",
            )
        if plan.measures_apart:
            count = len(plan.new.items)
            still = count - sum(1 for one in plan.landings if one.answer and one.target in plan.new.items)
            yield self.say(
                "Een beheersmaatregel met overheidsmaatregelen kreeg alleen een oordeel; de overheidsmaatregelen zelf "
                f"zijn nog niet beantwoord. Van de {count} onderdelen van {new} staan er {still} open.",
                "A control that has measures only got a judgement; the measures themselves are not answered yet. Of "
                f"the {count} items of {new}, {still} are open.",
            )
        if not self.old.kept_form:
            yield self.say(
                "De antwoorden waren niet los te wijzigen en zijn opnieuw uitgeschreven, zonder opmerkingen.",
                "The answers could not be changed one by one and were written anew, without comments.",
            )

    def confirm(self) -> Iterator[str]:
        """Give each answer that somebody must confirm, with the reason."""
        landings = self.plan.to_be_confirmed
        if not landings:
            return
        yield f"## {self.say('Te bevestigen', 'To be confirmed')} ({len(landings)})"
        yield ""
        yield self.say(
            "Ga per antwoord na of het nog klopt en verwijder dan de sleutel `to-be-confirmed` in het blad.",
            "See for each answer whether it still holds, then remove the key `to-be-confirmed` from the sheet.",
        )
        yield ""
        yield from (f"- **{one.target}** {self._title(one)}: {_md(one.confirm.in_(self.language))}" for one in landings)

    def _title(self, landing: Landing) -> str:
        new = self.plan.new
        titled = new.items.get(landing.target) or new.controls[landing.target]
        return _md(titled.title.in_(self.language))

    def changes(self, change: Change) -> Iterator[str]:
        """Give each answer to an item that met one kind of change."""
        fates = [one for one in self.given if one.change is change]
        if not fates:
            return
        name = self.name(change)
        yield f"## {name[0].upper()}{name[1:]} ({len(fates)})"
        yield ""
        head = (
            self.say("oud", "old"),
            self.say("onderdeel", "item"),
            self.say("wat er gebeurde", "what happened"),
            self.say("waarom", "why"),
        )
        yield f"| {' | '.join(head)} |"
        yield "|---|---|---|---|"
        for one in fates:
            yield f"| {one.id} | {_md(one.title.in_(self.language))} | {self._happened(one)} | {self._why(one)} |"

    def _why(self, fate: Fate) -> str:
        """Return what the catalogue says of it, or else why it must be confirmed."""
        reasons = [one.confirm for one in self.plan.landings if one.target in fate.targets]
        told = next((text.in_(self.language) for text in (fate.note, *reasons) if text), "–")
        return _md(told)

    def _happened(self, fate: Fate) -> str:
        told = []
        was_judgement = fate.id in self.plan.old.index.measures
        for target in fate.targets:
            where = target if target != fate.id else self.say("blijft", "stays")
            if was_judgement:
                on = target in self.plan.new.index.measures
                became = self.say(f"oordeel werd antwoord op {target}", f"judgement became answer to {target}")
                where = self.say("oordeel blijft", "judgement stays") if on else became
            if target in fate.judged:
                where = self.say(f"oordeel over {target}", f"judgement on {target}")
            if target in fate.joined and self.plan.across:
                where = self.say(f"samen met andere in {target}", f"with others in {target}")
            elif target in fate.joined:
                where = self.say(f"bij {target} in de toelichting", f"in the note of {target}")
            told.append(where)
        told += [
            self.say(f"niet naar {one}: dat was beantwoord", f"not to {one}: that was answered")
            for one in fate.passed_over
        ]
        if not told:
            told.append(self.say("uit het blad", "out of the sheet"))
        if fate.left:
            told.append(self.say(f"zonder {', '.join(fate.left)}", f"without {', '.join(fate.left)}"))
        if self._is_kept_here(fate):
            told.append(self.say("hieronder bewaard", "kept below"))
        return "; ".join(told)

    def same(self) -> Iterator[str]:
        """Give the ids of what stayed the same."""
        ids = [one.id for one in self.given if one.change is Change.SAME]
        if ids:
            name = self.name(Change.SAME)
            yield f"## {name[0].upper()}{name[1:]} ({len(ids)})"
            yield ""
            yield ", ".join(ids)

    def open_items(self) -> Iterator[str]:
        """Give what is new and has no answer."""
        items = self.plan.open_items
        if items:
            yield f"## {self.say('Nieuw en nog open', 'New and still open')} ({len(items)})"
            yield ""
            yield from (f"- **{one.id}** {_md(one.title.in_(self.language))}" for one in items)

    def kept(self) -> Iterator[str]:
        """Give the old text of what is no longer, or not wholly, in the sheet."""
        fates = [one for one in self.given if self._is_kept_here(one)]
        if not fates:
            return
        yield f"## {self.say('Oude antwoorden, woordelijk', 'Old answers, word for word')} ({len(fates)})"
        for one in fates:
            yield ""
            yield f"### {one.id} {_md(one.title.in_(self.language))}"
            yield ""
            yield from _fenced(self.old.old_texts[one.id])

    def _is_kept_here(self, fate: Fate) -> bool:
        return not fate.empty and (fate.kept_apart or self.plan.across or fate.id in self.old.uncommented)


def _md(text: str) -> str:
    return markdown_text(text)


def _fenced(text: str) -> Iterable[str]:
    """Return text as a block of code that nothing in it can end."""
    fence = "```"
    while fence in text:
        fence += "`"
    return (f"{fence}yaml", text, fence)
