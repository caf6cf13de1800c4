"""The sentences in which faults and warnings are told, in Dutch and in English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")


class Wording(NamedTuple):
    """One code in words: what is wrong, and what to do about it."""

    nl: str
    nl_hint: str
    en: str
    en_hint: str


_TERMS = {
    "text": Wording("tekst", "", "text", ""),
    "integer": Wording("een heel getal", "", "a whole number", ""),
    "boolean": Wording("true of false", "", "true or false", ""),
    "array": Wording("een lijst", "", "a list", ""),
    "object": Wording("een blok met sleutels", "", "a block of keys", ""),
    "null": Wording("niets", "", "nothing", ""),
}
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def word_fact(code: str, values: Mapping[str, str], language: Language) -> str:
    """Return what is wrong, as one sentence without a full stop."""
    wording = DIAGNOSTICS[code]
    return _fill(wording.nl if language == "nl" else wording.en, values, language)


def word_hint(code: str, values: Mapping[str, str], language: Language) -> str:
    """Return what to do about it; with a suggestion where one comes near."""
    wording = DIAGNOSTICS[code]
    hint = _fill(wording.nl_hint if language == "nl" else wording.en_hint, values, language)
    if suggestion := values.get("suggestion"):
        question = f"Bedoelt u {quoted(suggestion)}?" if language == "nl" else f"Do you mean {quoted(suggestion)}?"
        hint = f"{question} {hint}"
    return hint


def quoted(text: str) -> str:
    """Return text that a user wrote, on one line, without what could fool a terminal."""
    return f"'{printable(text)}'"


def printable(text: str) -> str:
    """Return text with control characters spelled out, cut where it is long."""
    safe = _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return safe if len(safe) <= 300 else safe[:299] + "…"  # noqa: PLR2004  # three lines of a terminal


def _fill(sentence: str, values: Mapping[str, str], language: Language) -> str:
    shown = {}
    for name, value in values.items():
        term = _TERMS.get(value) if name in {"wanted", "found"} else None
        shown[name] = printable(value) if term is None else term.nl if language == "nl" else term.en
    return sentence.format_map(shown)


DIAGNOSTICS: Mapping[str, Wording] = {
    # files
    "no-such-file": Wording(
        "dit bestand is er niet",
        "Controleer de naam en de map, of maak een nieuw blad: bio-check new antwoorden.yaml --organisation NAAM",
        "there is no such file",
        "Check the name and the folder, or make a new sheet: bio-check new answers.yaml --organisation NAME",
    ),
    "unreadable-file": Wording(
        "het bestand is niet te lezen: {reason}",
        "Controleer of het een bestand is en of u het mag lezen.",
        "the file cannot be read: {reason}",
        "Check that it is a file and that you may read it.",
    ),
    "unwritable-file": Wording(
        "het bestand is niet te schrijven: {reason}",
        "Controleer of de map bestaat en of u er mag schrijven.",
        "the file cannot be written: {reason}",
        "Check that the folder exists and that you may write there.",
    ),
    "file-exists": Wording(
        "het bestand bestaat al en wordt niet overschreven",
        "Kies een andere naam{force_nl}.",
        "the file exists and is not overwritten",
        "Choose another name{force_en}.",
    ),
    "file-too-large": Wording(
        "het bestand is groter dan {limit}",
        "Een antwoordblad is zelden groter dan 1 MiB. Is dit het goede bestand?",
        "the file is larger than {limit}",
        "An answer sheet is seldom larger than 1 MiB. Is this the right file?",
    ),
    # YAML
    "not-utf-8": Wording(
        "hier staat een teken dat geen UTF-8 is",
        "Sla het bestand op als UTF-8.",
        "a character here is not UTF-8",
        "Save the file as UTF-8.",
    ),
    "control-character": Wording(
        "hier staat een stuurteken, dat niet in tekst hoort",
        "Verwijder het teken; nieuwe regels en tabs in tekst mogen wel.",
        "a control character stands here, which does not belong in text",
        "Remove it; line breaks and tabs in text are fine.",
    ),
    "yaml-tab": Wording(
        "hier staat een tab of ander teken waarmee in YAML niets mag beginnen",
        "Spring in met spaties, en zet aanhalingstekens om tekst die met @, %, ` of een tab begint.",
        "a tab or other character stands here with which nothing in YAML may begin",
        "Indent with spaces, and put quotes around text that begins with @, %, ` or a tab.",
    ),
    "yaml-syntax": Wording(
        "dit is geen geldige YAML ({problem})",
        "Controleer inspringing, dubbele punten en aanhalingstekens op deze regel en die erboven.",
        "this is not valid YAML ({problem})",
        "Check indentation, colons and quotes on this line and the one above.",
    ),
    "yaml-alias": Wording(
        "verwijzingen binnen YAML (*naam) worden niet gelezen",
        "Schrijf de waarde hier uit.",
        "references inside YAML (*name) are not read",
        "Write the value out here.",
    ),
    "yaml-documents": Wording(
        "het bestand bevat meer dan één document",
        "Verwijder de regel met --- of splits het bestand.",
        "the file holds more than one document",
        "Remove the line with --- or split the file.",
    ),
    "yaml-tag": Wording(
        "YAML-typen zoals {tag} worden niet gelezen",
        "Verwijder het type (het deel dat met ! begint), of zet aanhalingstekens om de tekst.",
        "YAML tags such as {tag} are not read",
        "Remove the tag (the part that begins with !), or put quotes around the text.",
    ),
    "yaml-merge": Wording(
        "samenvoegen met << wordt niet gelezen",
        "Schrijf de sleutels hier uit.",
        "merging with << is not read",
        "Write the keys out here.",
    ),
    "yaml-key": Wording(
        "een sleutel moet tekst zijn, geen lijst of blok",
        "Controleer de haken en de inspringing op deze regel.",
        "a key must be text, not a list or a block",
        "Check the brackets and the indentation on this line.",
    ),
    "duplicate-key": Wording(
        "de sleutel '{key}' staat hier voor de tweede keer",
        "Voeg de twee samen, of verwijder er een.",
        "the key '{key}' stands here for the second time",
        "Merge the two, or remove one.",
    ),
    "nested-too-deep": Wording(
        "het bestand is dieper genest dan {limit} lagen",
        "Controleer de haken: geen enkel bio-check-bestand is zo diep.",
        "the file is nested deeper than {limit} levels",
        "Check the brackets: no bio-check file is that deep.",
    ),
    "too-many-values": Wording(
        "het bestand bevat meer dan {limit} waarden",
        "Is dit het goede bestand?",
        "the file holds more than {limit} values",
        "Is this the right file?",
    ),
    # shape
    "no-mapping": Wording(
        "dit is geen bio-check-bestand: het begint niet met sleutels",
        "Begin met een regel als format: bio-check/answers/1, of maak een blad met bio-check new.",
        "this is no bio-check file: it does not begin with keys",
        "Begin with a line such as format: bio-check/answers/1, or make a sheet with bio-check new.",
    ),
    "no-format": Wording(
        "de regel 'format' ontbreekt",
        "Zet bovenaan wat voor bestand dit is: een van {formats}.",
        "the line 'format' is missing",
        "Say at the top what kind of file this is: one of {formats}.",
    ),
    "unknown-format": Wording(
        "'{value}' is geen bestandsvorm die bio-check kent",
        "Een antwoordblad heeft format: bio-check/answers/1.",
        "'{value}' is no format that bio-check knows",
        "An answer sheet has format: bio-check/answers/1.",
    ),
    "other-format": Wording(
        "dit is een bestand van de soort '{found}', niet '{wanted}'",
        "Geef een bestand met format: bio-check/{wanted}/1.",
        "this is a file of the kind '{found}', not '{wanted}'",
        "Give a file with format: bio-check/{wanted}/1.",
    ),
    "unknown-key": Wording(
        "de sleutel '{key}' is hier niet bekend",
        "Verbeter of verwijder hem; bio-check schema KIND toont wat mag.",
        "the key '{key}' is not known here",
        "Mend or remove it; bio-check schema KIND shows what may stand here.",
    ),
    "missing-key": Wording(
        "de sleutel '{key}' ontbreekt",
        "Vul hem aan.",
        "the key '{key}' is missing",
        "Add it.",
    ),
    "not-a-choice": Wording(
        "'{value}' kan hier niet",
        "Kies uit: {choices}.",
        "'{value}' is no choice here",
        "Choose from: {choices}.",
    ),
    "wrong-type": Wording(
        "hier hoort {wanted}, niet {found} ('{value}')",
        "Verbeter de waarde; controleer ook de inspringing.",
        "this must be {wanted}, not {found} ('{value}')",
        "Mend the value; check the indentation too.",
    ),
    "wrong-form": Wording(
        "'{value}' heeft niet de vorm die hier hoort",
        "bio-check schema KIND toont de vorm.",
        "'{value}' does not have the form that belongs here",
        "bio-check schema KIND shows the form.",
    ),
    "bad-date": Wording(
        "'{value}' is geen datum",
        "Schrijf een bestaande dag als 2026-11-21.",
        "'{value}' is no date",
        "Write an existing day as 2026-11-21.",
    ),
    "bad-period": Wording(
        "'{value}' is geen tijdsduur",
        "Schrijf een duur als P1Y (een jaar), P3M (drie maanden) of P60D (60 dagen).",
        "'{value}' is no duration",
        "Write a duration as P1Y (a year), P3M (three months) or P60D (60 days).",
    ),
    "bad-hash": Wording(
        "'{value}' is geen SHA-256",
        "Schrijf 64 tekens 0-9 en a-f, zoals sha256sum ze geeft.",
        "'{value}' is no SHA-256",
        "Write 64 characters 0-9 and a-f, as sha256sum gives them.",
    ),
    "bad-name": Wording(
        "'{value}' kan geen id zijn",
        "Gebruik kleine letters, cijfers en streepjes, en begin met een letter.",
        "'{value}' cannot be an id",
        "Use lower-case letters, digits and hyphens, and begin with a letter.",
    ),
    "out-of-range": Wording(
        "{value} valt buiten de grenzen ({low} tot {high})",
        "Kies een heel getal binnen de grenzen.",
        "{value} is outside the bounds ({low} to {high})",
        "Choose a whole number within the bounds.",
    ),
    "empty": Wording(
        "hier mag het niet leeg zijn",
        "Vul een waarde in, of verwijder de sleutel waar hij mag ontbreken.",
        "this must not be empty",
        "Fill in a value, or remove the key where it may be absent.",
    ),
    "too-long": Wording(
        "de tekst is {length} tekens lang; {limit} is het meeste",
        "Kort de tekst in en verwijs naar een document.",
        "the text is {length} characters long; {limit} is the most",
        "Shorten the text and refer to a document.",
    ),
    "duplicate-entry": Wording(
        "in deze lijst staat iets dubbel",
        "Verwijder de herhaling.",
        "something stands twice in this list",
        "Remove the repetition.",
    ),
    # answer sheet
    "unknown-catalogue": Wording(
        "de catalogus '{value}' is niet bekend",
        "Bekend zijn: {choices}. Zie bio-check catalogue list.",
        "the catalogue '{value}' is not known",
        "Known are: {choices}. See bio-check catalogue list.",
    ),
    "unknown-profile": Wording(
        "het profiel '{value}' is niet bekend",
        "Bekend zijn: {choices}. Zie bio-check catalogue list.",
        "the profile '{value}' is not known",
        "Known are: {choices}. See bio-check catalogue list.",
    ),
    "catalogue-outside-profile": Wording(
        "het profiel '{profile}' vraagt niets uit de catalogus '{catalogue}'",
        "Verwijder dit deel, of kies een profiel dat de catalogus bevat.",
        "the profile '{profile}' asks nothing from the catalogue '{catalogue}'",
        "Remove this part, or choose a profile that holds the catalogue.",
    ),
    "unknown-version": Wording(
        "versie '{version}' van '{catalogue}' is er niet; hier is {known}",
        'Schrijf {catalogue}: "{known}" nadat u hebt nagegaan dat de antwoorden over die versie gaan.',
        "version '{version}' of '{catalogue}' is not here; {known} is",
        'Write {catalogue}: "{known}" once you know that the answers are about that version.',
    ),
    "unknown-id": Wording(
        "{catalogue} kent geen '{id}'",
        "Zie welke er zijn: bio-check catalogue show.",
        "{catalogue} has no '{id}'",
        "See which there are: bio-check catalogue show.",
    ),
    "id-moved": Wording(
        "'{id}' is in {catalogue} verplaatst naar {targets}",
        "Zet het antwoord bij {targets}.",
        "'{id}' was moved to {targets} in {catalogue}",
        "Put the answer at {targets}.",
    ),
    "id-withdrawn": Wording(
        "'{id}' is in {catalogue} vervallen; het onderwerp staat nu bij {targets}",
        "Verwijder het antwoord, of zet het bij {targets}.",
        "'{id}' was withdrawn in {catalogue}; its subject is now at {targets}",
        "Remove the answer, or put it at {targets}.",
    ),
    "id-withdrawn-for-good": Wording(
        "'{id}' is in {catalogue} vervallen",
        "Verwijder het antwoord.",
        "'{id}' was withdrawn in {catalogue}",
        "Remove the answer.",
    ),
    "id-see": Wording(
        "'{id}' is in {catalogue} alleen een verwijzing naar {targets}",
        "Zet het antwoord bij {targets}.",
        "'{id}' only points to {targets} in {catalogue}",
        "Put the answer at {targets}.",
    ),
    "id-no-measure": Wording(
        "'{id}' is in {catalogue} geen overheidsmaatregel",
        "Beantwoord in plaats daarvan {targets}.",
        "'{id}' is no government measure in {catalogue}",
        "Answer {targets} instead.",
    ),
    "judgement-only": Wording(
        "'{key}' kan hier niet: deze beheersmaatregel wordt per overheidsmaatregel beantwoord",
        "Beantwoord {measures}. Hier mogen alleen status, risk-analysis en note: het oordeel of die samen volstaan.",
        "'{key}' cannot stand here: this control is answered by its measures",
        "Answer {measures}. Only status, risk-analysis and note may stand here: the judgement whether they suffice.",
    ),
    "status-against-facets": Wording(
        "de status '{status}' is in strijd met de facetten, die samen '{derived}' zijn",
        "Verwijder de status of verbeter de facetten.",
        "the status '{status}' contradicts the facets, which together are '{derived}'",
        "Remove the status or mend the facets.",
    ),
    "set-aside-without": Wording(
        "niet van toepassing vraagt om '{key}', en dat ontbreekt",
        "Geef reason (waarom het niet kan gelden) en risk-analysis (verwijzing, voor Uitzonderingen op de VvT).",
        "not-applicable needs '{key}', which is missing",
        "Give reason (why it cannot apply) and risk-analysis (reference for the annex of exceptions to the SoA).",
    ),
    "deviation-for-good": Wording(
        "een afwijking van een overheidsmaatregel kan niet voorgoed zijn: 'until' ontbreekt",
        "Noem bij until de laatste dag waarop de afwijking geldt.",
        "a deviation from a government measure cannot be for good: 'until' is missing",
        "Give at until the last day on which the deviation holds.",
    ),
    "unknown-evidence": Wording(
        "het bewijsstuk '{value}' staat niet in het register",
        "Voeg het toe onder evidence:, of verbeter de verwijzing.",
        "the evidence '{value}' is not in the register",
        "Add it under evidence:, or mend the reference.",
    ),
    "unknown-action": Wording(
        "de actie '{value}' staat niet in het register",
        "Voeg haar toe onder actions:, of verbeter de verwijzing.",
        "the action '{value}' is not in the register",
        "Add it under actions:, or mend the reference.",
    ),
    "unknown-kind": Wording(
        "'{value}' is geen bewijssoort",
        "Kies uit: {choices}.",
        "'{value}' is no kind of evidence",
        "Choose from: {choices}.",
    ),
    "date-or-period": Wording(
        "een bewijsstuk heeft óf een 'date' óf een 'period'",
        "Geef een van beide: date: 2026-11-02, of period: {{from: 2026-01-01, to: 2026-09-30}}.",
        "a piece of evidence has either a 'date' or a 'period'",
        "Give one of them: date: 2026-11-02, or period: {{from: 2026-01-01, to: 2026-09-30}}.",
    ),
    "period-reversed": Wording(
        "de periode eindigt voordat zij begint",
        "Wissel from en to om.",
        "the period ends before it begins",
        "Swap from and to.",
    ),
    "hash-differs": Wording(
        "het bestand '{file}' heeft een andere SHA-256: {found}",
        "Het bewijs is gewijzigd sinds het werd vastgelegd: zoek uit waarom, en leg daarna de nieuwe waarde vast.",
        "the file '{file}' has another SHA-256: {found}",
        "The evidence changed since it was recorded: find out why, then record the new value.",
    ),
    # catalogue
    "duplicate-id": Wording(
        "de id '{id}' staat ook op regel {line}",
        "Geef elk onderdeel een eigen id.",
        "the id '{id}' also stands on line {line}",
        "Give each part an id of its own.",
    ),
    "dead-target": Wording(
        "'{id}' verwijst naar '{target}', en dat is geen geldend onderdeel",
        "Verwijs naar een id dat een antwoord krijgt.",
        "'{id}' points to '{target}', which is no live item",
        "Point to an id that gets an answer.",
    ),
    "mixed-spelling": Wording(
        "'{value}' staat elders als '{usual}'",
        "Schrijf het overal gelijk.",
        "'{value}' stands elsewhere as '{usual}'",
        "Write it the same everywhere.",
    ),
    "duplicate-text": Wording(
        "deze tekst staat ook bij '{other}'",
        "Geef elk onderdeel een eigen tekst.",
        "this text also stands at '{other}'",
        "Give each item a text of its own.",
    ),
    "weight-without-reason": Wording(
        "gewicht {weight} zonder 'weight-reason'",
        "Geef de reden, of kies een lager gewicht.",
        "weight {weight} without a 'weight-reason'",
        "Give the reason, or choose a lower weight.",
    ),
    # warnings
    "outside-profile": Wording(
        "het profiel '{profile}' vraagt niet naar '{id}': dit antwoord telt nergens mee",
        "Laat het staan of verwijder het.",
        "the profile '{profile}' does not ask for '{id}': this answer counts nowhere",
        "Leave it or remove it.",
    ),
    "deviation-not-needed": Wording(
        "een afwijking bij een onderdeel met status '{status}' zegt niets",
        "Verwijder de afwijking of verbeter de status.",
        "a deviation on an item with status '{status}' says nothing",
        "Remove the deviation or mend the status.",
    ),
    "deviation-lapsed": Wording(
        "de afwijking van '{id}' is op {date} verlopen",
        "Los het tekort op, of laat opnieuw besluiten.",
        "the deviation from '{id}' lapsed on {date}",
        "Close the gap, or have it decided anew.",
    ),
    "evidence-unused": Wording(
        "geen enkel antwoord verwijst naar bewijsstuk '{id}'",
        "Verwijs ernaar onder evidence: bij een antwoord, of verwijder het.",
        "no answer refers to the evidence '{id}'",
        "Refer to it under evidence: at an answer, or remove it.",
    ),
    "evidence-later": Wording(
        "bewijsstuk '{id}' is van {date}, na de peildatum, en telt nog niet mee",
        "Controleer de datum van het stuk en de peildatum.",
        "the evidence '{id}' is of {date}, after the reference date, and does not count yet",
        "Check the date of the piece and the reference date.",
    ),
    "evidence-lapsed": Wording(
        "bewijsstuk '{id}' is op {date} verlopen, {days} dagen voor de peildatum",
        "Vernieuw het en leg de nieuwe datum vast.",
        "the evidence '{id}' lapsed on {date}, {days} days before the reference date",
        "Renew it and record the new date.",
    ),
    "evidence-lapses": Wording(
        "bewijsstuk '{id}' verloopt op {date}, over {days} dagen",
        "Plan nu de vernieuwing.",
        "the evidence '{id}' lapses on {date}, in {days} days",
        "Plan its renewal now.",
    ),
    "action-unused": Wording(
        "geen enkel antwoord verwijst naar actie '{id}'",
        "Verwijs ernaar onder actions: bij een antwoord, of verwijder haar.",
        "no answer refers to the action '{id}'",
        "Refer to it under actions: at an answer, or remove it.",
    ),
    # usage
    "bad-selector": Wording(
        "'{value}' is geen selectie",
        "Schrijf veld=waarde (velden: {fields}) of catalogus:id, bijvoorbeeld role=hr of bio2:5.17.*",
        "'{value}' is no selector",
        "Write field=value (fields: {fields}) or catalogue:id, for example role=hr or bio2:5.17.*",
    ),
    "empty-selection": Wording(
        "'{value}' selecteert niets",
        "Controleer de spelling; zonder --only ziet u wat er is.",
        "'{value}' selects nothing",
        "Check the spelling; without --only you see what there is.",
    ),
    "unknown-item": Wording(
        "'{value}' is geen onderdeel van dit blad",
        "Zie welke er zijn: bio-check catalogue show {catalogue}",
        "'{value}' is no item of this sheet",
        "See which there are: bio-check catalogue show {catalogue}",
    ),
    "one-format": Wording(
        "naar standaarduitvoer kan maar één vorm tegelijk",
        "Kies één vorm bij --format, of geef met --to een map.",
        "only one format at a time can go to standard output",
        "Choose one format at --format, or give a folder at --to.",
    ),
    "bad-option": Wording(
        "'{value}' kan hier niet",
        "Kies uit: {choices}.",
        "'{value}' is no choice here",
        "Choose from: {choices}.",
    ),
}
"""Every code that a diagnostic may bear. Codes are stable: machines and pages refer to them."""
