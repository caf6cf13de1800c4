"""The words of the field, in both languages, with the sign of each status (one word per thing)."""

from __future__ import annotations

from collections.abc import Mapping

from bio_check.model.catalogue import Catalogue, Kind
from bio_check.model.text import Text
from bio_check.wording import Language

SIGNS: Mapping[str, str] = {"met": "●", "partial": "◐", "not-met": "○", "not-applicable": "–", "unanswered": "?"}
"""Status is told by sign, then word, then colour."""

CARRIED_SIGNS: Mapping[str, str] = {"met": "●", "partial": "◐", "not-met": "○", "to-be-judged": "△", "uncovered": "∅"}
"""The same for what carries over from another catalogue."""

WORDS: Mapping[str, Text] = {
    "met": Text("voldoet", "met"),
    "partial": Text("voldoet gedeeltelijk", "partly met"),
    "not-met": Text("voldoet niet", "not met"),
    "not-applicable": Text("niet van toepassing", "not applicable"),
    "unanswered": Text("niet beantwoord", "unanswered"),
    "to-be-judged": Text("te beoordelen", "to be judged"),
    "uncovered": Text("niet gedekt", "uncovered"),
    "directive": Text("richtlijn", "directive"),
    "act": Text("wet", "act"),
    "decree": Text("besluit", "decree"),
    "ministerial": Text("regeling", "ministerial regulation"),
    "regulation": Text("verordening", "regulation"),
    "equal": Text("gelijk", "equal"),
    "superset": Text("ruimer", "wider"),
    "subset": Text("smaller", "narrower"),
    "intersects": Text("overlapt", "overlaps"),
    "ungraded": Text("onbepaald", "not graded"),
    "source": Text("uit de bron", "in the source"),
    "secondary": Text("uit de tweede hand", "second-hand"),
    "inferred": Text("afgeleid", "inferred"),
    "unverified": Text("niet geheel geverifieerd", "not fully verified"),
    "design": Text("opzet", "design"),
    "existence": Text("bestaan", "existence"),
    "operation": Text("werking", "operation"),
    "law": Text("wet", "law"),
    "self-regulation": Text("zelfregulering", "self-regulation"),
    "weight": Text("gewicht", "weight"),
    "shortfall": Text("tekort", "shortfall"),
    "risk": Text("risico", "risk"),
    "measure": Text("maatregelen", "measures"),
    "control": Text("beheersmaatregelen zonder maatregel", "controls without measure"),
    "requirement": Text("eisen", "requirements"),
    "group": Text("hoofdstuk", "chapter"),
    "role": Text("rol", "role"),
    "owner": Text("eigenaar", "owner"),
    "duty": Text("plicht", "duty"),
    "kind": Text("soort", "kind"),
    "board": Text("bestuur", "board"),
    "ciso": Text("CISO", "CISO"),
    "line": Text("lijnmanagement", "line management"),
    "process-owner": Text("proceseigenaar", "process owner"),
    "it": Text("ICT", "IT"),
    "hr": Text("HR", "HR"),
    "facilities": Text("facilitair", "facilities"),
    "procurement": Text("inkoop", "procurement"),
    "supplier": Text("leverancier", "supplier"),
    "auditor": Text("auditor", "auditor"),
    "S": Text("klein", "small"),
    "M": Text("middel", "medium"),
    "L": Text("groot", "large"),
    "full": Text("volledig", "full"),
    "unknown": Text("onbekend", "unknown"),
}

ROLES = ("board", "ciso", "line", "process-owner", "it", "hr", "facilities", "procurement")
"""In the order in which readers choose from them."""


def word(key: str, language: Language) -> str:
    """Return a word of the field; the key itself where it is none, such as the name of an owner."""
    text = WORDS.get(key)
    return text.in_(language) if text else key


def either(language: Language, dutch: str, english: str) -> str:
    """Return a phrase in the language wanted, for what is said in one place only."""
    return dutch if language == "nl" else english


def kind_word(kind: str, catalogue: Catalogue, language: Language) -> str:
    """Return what items of a kind are called: in a catalogue without measures a control is a requirement."""
    if not catalogue.has_measures:
        return word("requirement", language)
    name = catalogue.names.get(Kind(kind))
    return name.in_(language) if name else word(kind, language)
