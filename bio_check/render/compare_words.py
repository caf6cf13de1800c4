"""What the terminal and the pages of a comparison say alike: differences, lists and why figures may not be compared."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from bio_check.model.catalogue import Catalogue
from bio_check.model.comparison import KindChange, ScoreChange
from bio_check.model.score import Ratio
from bio_check.model.text import Text
from bio_check.render.facts import Facts
from bio_check.render.figures import short_date, tenths
from bio_check.render.words import either, kind_word, word
from bio_check.wording import Language

Figure = tuple[str, Ratio, Ratio, Fraction | None, int]

LISTS = {
    "worsened": Text("Verslechterd", "Worsened"),
    "no_longer_proven": Text("Niet meer aangetoond", "No longer proven"),
    "improved": Text("Verbeterd", "Improved"),
    "newly_proven": Text("Nieuw aangetoond", "Newly proven"),
    "reanswered": Text("Anders beantwoord, dezelfde punten", "Answered otherwise, the same points"),
    "set_aside": Text("Nieuw buiten toepassing", "Newly set aside"),
    "applicable_again": Text("Weer van toepassing", "Applicable again"),
    "moved": Text("Vernummerd", "Renumbered"),
    "regrouped": Text("Gesplitst of samengevoegd", "Split or merged"),
    "added": Text("Nieuw in de norm", "New in the norm"),
    "withdrawn": Text("Vervallen uit de norm", "Withdrawn from the norm"),
    "demand_changed": Text("Tekst gewijzigd", "Text changed"),
    "only_old": Text("Alleen in het oude blad", "Only in the old sheet"),
    "only_new": Text("Alleen in het nieuwe blad", "Only in the new sheet"),
    "actions_done": Text("Acties afgerond", "Actions done"),
}
"""What changed, in the order in which it is told: what calls for work first."""

ABOUT = {
    "set_aside": Text(
        "Een wijziging van de reikwijdte, geen verbetering: deze onderdelen tellen niet meer mee.",
        "A change of scope, no improvement: these items no longer count.",
    ),
    "applicable_again": Text(
        "Een wijziging van de reikwijdte, geen verslechtering: deze onderdelen tellen weer mee.",
        "A change of scope, no deterioration: these items count again.",
    ),
    "moved": Text(
        "Deze kregen een ander nummer. Zij zijn gewoon vergeleken.",
        "These got another number. They were compared like all others.",
    ),
    "regrouped": Text(
        "Deze hebben geen enkele tegenhanger en tellen daarom niet mee in het verschil.",
        "These have no single counterpart, and so are no part of the difference.",
    ),
    "added": Text("Alleen de nieuwere versie van de norm vraagt dit.", "Only the newer version of the norm asks this."),
    "withdrawn": Text("De uitgever schrapte deze eis.", "The publisher dropped this demand."),
    "demand_changed": Text(
        "De tekst van de norm is hier gewijzigd. Het verschil kan van de norm komen en niet van u.",
        "The text of the norm changed here. A difference may come from the norm, not from you.",
    ),
    "only_old": Text(
        "Het profiel van het nieuwe blad vraagt dit niet.", "The profile of the new sheet does not ask this."
    ),
    "only_new": Text("Het profiel van het oude blad vroeg dit niet.", "The profile of the old sheet did not ask this."),
    "actions_done": Text("Open in het oude blad, gereed in het nieuwe.", "Open in the old sheet, done in the new one."),
}

_REASONS = {
    "regrouped": Text("gesplitst of samengevoegd", "split or merged"),
    "added": Text("nieuw in de norm", "new in the norm"),
    "withdrawn": Text("vervallen uit de norm", "withdrawn from the norm"),
    "set_aside": Text("nieuw buiten toepassing", "newly set aside"),
    "applicable_again": Text("weer van toepassing", "applicable again"),
    "not_applicable": Text("in geen van beide van toepassing", "not applicable in either"),
    "only_old": Text("alleen in het oude blad", "only in the old sheet"),
    "only_new": Text("alleen in het nieuwe blad", "only in the new sheet"),
}


def part_name(part: KindChange, norm: Catalogue, language: Language) -> str:
    """Return what is counted apart: a kind of item, and the group where those never make up for each other."""
    name = kind_word(part.kind, norm, language)
    title = next((group.title.in_(language).lower() for group in norm.groups if group.id == part.group), None)
    return f"{name} ({title})" if title else name


def figures(change: ScoreChange, language: Language) -> tuple[Figure, ...]:
    """Return met, weighted and proven: name, old, new, difference, and in how many parts a point was counted."""
    old, new = change.old, change.new
    return (
        (either(language, "voldoet", "met"), old.strict, new.strict, change.strict, 1),
        (either(language, "gewogen", "weighted"), old.weighted, new.weighted, change.weighted, 2),
        (either(language, "aangetoond", "proven"), old.proven_share, new.proven_share, change.proven, 1),
    )


def points(difference: Fraction | None, language: Language) -> str:
    """Return `+7,8`, `−2,1` or `0,0`: percentage points with one decimal, half to even; a dash where there is none."""
    if difference is None:
        return "–"
    size = tenths(abs(difference))
    sign = "" if not size else "+" if difference > 0 else "\u2212"
    return f"{sign}{size // 10}{either(language, ',', '.')}{size % 10}"


def sentences(told: Facts, language: Language) -> list[str]:
    """Return what must be read beside the difference in score of one catalogue; the last is about plain scores."""
    like = told["like_for_like"]
    said = (
        _left_out(told["left_out"], language),
        _demand(like["demand_changed"], like["items"], language),
        _yardstick(like["remeasured"], language),
        _same_items(language) if counts_alike(told) else _plain(language),
    )
    return [one for one in said if one]


def counts_alike(told: Facts) -> bool:
    """Whether both sheets count just the same items, by the same yardstick: their own scores then tell the same."""
    left_out = (count for reason, count in told["left_out"].items() if reason != "not_applicable")
    return not told["like_for_like"]["remeasured"] and not any(left_out)


def _left_out(counts: Facts, language: Language) -> str:
    """Return what is no part of like for like, with its counts; empty where nothing is left out."""
    told = [f"{count} {_REASONS[reason].in_(language)}" for reason, count in counts.items() if count]
    if not told:
        return ""
    return f"{either(language, 'Niet in dit verschil', 'No part of this difference')}: {', '.join(told)}."


def _yardstick(remeasured: int, language: Language) -> str:
    """Return how the old answers were measured; empty where that makes no difference."""
    if not remeasured:
        return ""
    return either(
        language,
        f"Het oude blad is gemeten met gewicht en ritme van het nieuwe; dat scheelt bij {remeasured} onderdelen.",
        f"The old sheet was measured by the weights and rhythms of the new one; that matters for {remeasured} items.",
    )


def _demand(count: int, of: int, language: Language) -> str:
    """Return for how many of the items compared the text changed; empty where it changed for none."""
    if not count:
        return ""
    return either(
        language,
        f"Bij {count} van de {of} vergeleken onderdelen is de tekst van de norm gewijzigd (gemerkt met ≠).",
        f"For {count} of the {of} items compared the text of the norm changed (marked ≠).",
    )


def _plain(language: Language) -> str:
    """Return why the scores of two sheets may not be compared directly."""
    return either(
        language,
        "Elk blad op zichzelf telt andere onderdelen; vergelijk deze cijfers daarom niet rechtstreeks.",
        "Each sheet by itself counts other items; so do not compare these figures directly.",
    )


def _same_items(language: Language) -> str:
    """Return what to say where both sheets count just the same items."""
    return either(
        language,
        "Beide bladen tellen dezelfde onderdelen.",
        "Both sheets count the same items.",
    )


def loss_reason(loss: Facts, language: Language) -> str:
    """Return why an item is no longer proven: which evidence lapsed, was taken away or altered, or its status."""
    told = []
    if loss["new"]["status"] != "met":
        told.append(word(loss["new"]["status"], language))
    for piece in loss["lapsed"]:
        day = f" {short_date(date.fromisoformat(piece['ends']), language)}" if piece["ends"] else ""
        since = (
            either(language, "te oud voor het ritme sinds", "too old for the rhythm since")
            if piece["in_date"]
            else either(language, "verlopen op", "lapsed on")
        )
        told.append(f"{since}{day}: {piece['title']}")
    told += [either(language, f"weggehaald: {one['title']}", f"taken away: {one['title']}") for one in loss["removed"]]
    told += [
        either(language, f"toont minder: {one['title']}", f"shows less: {one['title']}") for one in loss["altered"]
    ]
    return "; ".join(told)
