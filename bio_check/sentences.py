"""Every fault and warning in words, in Dutch and in English; loaded only when there is something to tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Wording(NamedTuple):
    """One code in words: what is wrong, and what to do about it."""

    nl: str
    nl_hint: str
    en: str
    en_hint: str


TERMS: Mapping[str, Wording] = {
    "text": Wording(
        "tekst",
        "Schrijf er tekst, zo nodig tussen aanhalingstekens; controleer ook de inspringing.",
        "text",
        "Write text, in quotes where needed; check the indentation too.",
    ),
    "integer": Wording(
        "een heel getal",
        "Schrijf hoogstens 18 cijfers, zonder aanhalingstekens, punten of komma's.",
        "a whole number",
        "Write at most 18 digits, without quotes, points or commas.",
    ),
    "boolean": Wording(
        "true of false",
        "Schrijf true of false, in kleine letters en zonder aanhalingstekens.",
        "true or false",
        "Write true or false, in lower case and without quotes.",
    ),
    "array": Wording(
        "een lijst",
        "Zet elk deel op een eigen regel achter een streepje, of alles tussen rechte haken: [een, twee].",
        "a list",
        "Put each part on a line of its own after a hyphen, or all of them in square brackets: [one, two].",
    ),
    "object": Wording(
        "een blok met sleutels",
        "Zet er sleutels onder, verder ingesprongen, elk op een eigen regel als sleutel: waarde.",
        "a block of keys",
        "Put keys below it, indented further, each on a line of its own as key: value.",
    ),
    "date": Wording(
        "een datum",
        "Schrijf een bestaande dag als 2026-11-21.",
        "a date",
        "Write an existing day as 2026-11-21.",
    ),
    "null": Wording("niets", "", "empty", ""),
}
"""What a value must be or is, with the hint how to write it."""

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
        "Controleer of de map bestaat, of u er mag schrijven en of er ruimte is.",
        "the file cannot be written: {reason}",
        "Check that the folder exists, that you may write there, and that there is room.",
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
    "no-such-folder": Wording(
        "deze map is er niet",
        "Controleer de naam bij --catalogues, of in de omgevingsvariabele BIO_CHECK_CATALOGUES.",
        "there is no such folder",
        "Check the name at --catalogues, or in the environment variable BIO_CHECK_CATALOGUES.",
    ),
    "too-many-faults": Wording(
        "er zijn {limit} fouten gemeld; verder is niet gekeken",
        "Is dit het goede bestand? Verbeter anders eerst deze fouten.",
        "{limit} faults are told; nothing further was looked at",
        "Is this the right file? If so, mend these faults first.",
    ),
    # YAML
    "not-utf-8": Wording(
        "hier staat een teken dat geen UTF-8 is",
        "Sla het bestand op als UTF-8.",
        "a character here is not UTF-8",
        "Save the file as UTF-8.",
    ),
    "control-character": Wording(
        "hier staat het stuurteken {character}, dat niet in tekst hoort",
        "Verwijder het teken; nieuwe regels en tabs in tekst mogen wel.",
        "the control character {character} stands here, which does not belong in text",
        "Remove it; line breaks and tabs in text are fine.",
    ),
    "yaml-tab": Wording(
        "hier staat een tab, en YAML springt in met spaties",
        "Vervang de tab door spaties; veel editors doen dat voor u met 'tabs naar spaties'.",
        "a tab stands here, and YAML indents with spaces",
        "Replace the tab by spaces; many editors do so with 'tabs to spaces'.",
    ),
    "yaml-sign": Wording(
        "met het teken {sign} mag in YAML geen tekst beginnen",
        "Zet aanhalingstekens om de tekst.",
        "in YAML no text may begin with the sign {sign}",
        "Put quotes around the text.",
    ),
    "yaml-colon": Wording(
        "hier staat een dubbele punt waar geen sleutel kan staan",
        "Zet aanhalingstekens om tekst met een dubbele punt, of laat deze regel even ver inspringen als de vorige.",
        "a colon stands here where there can be no key",
        "Put quotes around text that holds a colon, or indent this line like the one above.",
    ),
    "yaml-no-colon": Wording(
        "op deze regel staat geen 'sleutel: waarde'",
        "Zet een dubbele punt en een spatie achter de sleutel; hoort dit bij de tekst erboven, spring dan verder in.",
        "this line holds no 'key: value'",
        "Put a colon and a space after the key; if this belongs to the text above, indent it further.",
    ),
    "yaml-quote": Wording(
        "dit aanhalingsteken wordt nergens gesloten",
        "Sluit de tekst met hetzelfde teken; schrijf een ' in tekst tussen enkele aanhalingstekens dubbel.",
        "this quote is never closed",
        "Close the text with the same sign; in text between single quotes write ' twice.",
    ),
    "yaml-bracket": Wording(
        "hier ontbreekt een komma of een haak; de haak van regel {line} is nog open",
        "Zet komma's tussen de delen en sluit de haak; zet tekst met haken of komma's tussen aanhalingstekens.",
        "a comma or a bracket is missing here; the bracket of line {line} is still open",
        "Put commas between the parts and close the bracket; put text with brackets or commas in quotes.",
    ),
    "yaml-indent": Wording(
        "dit past niet bij wat ervoor staat",
        "Laat sleutels die bij elkaar horen even ver inspringen; controleer ook haken en streepjes.",
        "this does not fit what stands before it",
        "Indent keys that belong together equally far; check brackets and hyphens too.",
    ),
    "yaml-after-quote": Wording(
        "hier staat nog iets achter tekst die al met een aanhalingsteken gesloten is",
        "Zet dubbele aanhalingstekens om tekst met een ' erin, en omgekeerd: \"foto's\".",
        "something stands here after text that a quote has closed already",
        "Put double quotes around text that holds a ', and the other way around: \"it's\".",
    ),
    "yaml-dash": Wording(
        "een lijst met streepjes kan niet midden op een regel beginnen",
        "Zet elk streepje op een eigen regel, schrijf [een, twee], of zet aanhalingstekens om de tekst.",
        "a list of hyphens cannot begin in the middle of a line",
        "Put each hyphen on a line of its own, write [one, two], or put quotes around the text.",
    ),
    "yaml-escape": Wording(
        "achter een \\ staat hier een teken dat daar niets betekent",
        "Gebruik enkele aanhalingstekens, bijvoorbeeld 'C:\\map', of schrijf elke \\ dubbel.",
        "after a \\ a character stands here that means nothing there",
        "Use single quotes, for example 'C:\\folder', or write each \\ twice.",
    ),
    "yaml-syntax": Wording(
        "dit is geen geldige YAML ({problem})",
        "Controleer inspringing, dubbele punten, haken en aanhalingstekens op deze regel en die erboven.",
        "this is not valid YAML ({problem})",
        "Check indentation, colons, brackets and quotes on this line and the one above.",
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
        "Zet tekst die met een haak begint tussen aanhalingstekens; controleer ook de inspringing.",
        "a key must be text, not a list or a block",
        "Put text that begins with a bracket in quotes; check the indentation too.",
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
        "Verbeter of verwijder hem; bio-check schema {kind} toont wat hier mag.",
        "the key '{key}' is not known here",
        "Mend or remove it; bio-check schema {kind} shows what may stand here.",
    ),
    "missing-key": Wording(
        "de sleutel '{key}' ontbreekt",
        "Vul hem aan; bio-check schema {kind} toont wat erin hoort.",
        "the key '{key}' is missing",
        "Add it; bio-check schema {kind} shows what belongs in it.",
    ),
    "not-a-choice": Wording(
        "'{value}' kan hier niet",
        "Kies uit: {choices}.",
        "'{value}' is no choice here",
        "Choose from: {choices}.",
    ),
    "wrong-type": Wording(
        "hier hoort {wanted}, maar er staat {found}{shown}",
        "{how}",
        "this must be {wanted}, but is {found}{shown}",
        "{how}",
    ),
    "wrong-form": Wording(
        "'{value}' heeft niet de vorm die hier hoort",
        "bio-check schema {kind} toont de vorm.",
        "'{value}' does not have the form that belongs here",
        "bio-check schema {kind} shows the form.",
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
        "Schrijf 64 tekens 0-9 en a-f, zoals sha256sum of Get-FileHash ze geeft.",
        "'{value}' is no SHA-256",
        "Write 64 characters 0-9 and a-f, as sha256sum or Get-FileHash gives them.",
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
    "too-low": Wording(
        "{value} is te laag: {low} is het minste",
        "Kies een hoger getal, of laat de waarde leeg.",
        "{value} is too low: {low} is the least",
        "Choose a higher number, or leave the value empty.",
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
        "'{value}' staat hier voor de tweede keer in de lijst",
        "Verwijder de herhaling.",
        "'{value}' stands here for the second time in the list",
        "Remove the repetition.",
    ),
    # answer sheet
    "unknown-catalogue": Wording(
        "de catalogus '{value}' is niet bekend",
        "Bekend zijn: {choices}. Zie bio-check catalogue list.",
        "the catalogue '{value}' is not known",
        "Known are: {choices}. See bio-check catalogue list.",
    ),
    "unknown-source": Wording(
        "de bron '{value}' staat niet onder sources",
        "Kies uit: {choices}, of beschrijf de bron onder sources.",
        "the source '{value}' does not stand under sources",
        "Choose from: {choices}, or describe the source under sources.",
    ),
    "duplicate-row": Wording(
        "deze rij staat al op regel {line}, uit dezelfde bron",
        "Houd één van beide rijen.",
        "this row stands on line {line} already, from the same source",
        "Keep one of the two.",
    ),
    "unknown-crosswalk": Wording(
        "er is geen overgangstabel '{value}'",
        "Er zijn: {choices}.",
        "there is no crosswalk '{value}'",
        "There are: {choices}.",
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
        'Schrijf "{known}" nadat u hebt nagegaan dat wat hier staat over die versie gaat.',
        "version '{version}' of '{catalogue}' is not here; {known} is",
        'Write "{known}" once you know that what stands here is about that version.',
    ),
    "unknown-id": Wording(
        "{catalogue} kent geen '{id}'",
        "Zie welke er zijn: bio-check catalogue show {show}",
        "{catalogue} has no '{id}'",
        "See which there are: bio-check catalogue show {show}",
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
    "id-differs": Wording(
        "hier staat de id '{id}', maar het bestand of de map heet '{name}'",
        "Geef beide dezelfde naam.",
        "the id here is '{id}', but the file or folder is called '{name}'",
        "Give both the same name.",
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
    # profile
    "selects-nothing": Wording(
        "'{value}' selecteert niets uit {catalogue}",
        "Controleer de spelling: bio-check catalogue show {catalogue}",
        "'{value}' selects nothing from {catalogue}",
        "Check the spelling: bio-check catalogue show {catalogue}",
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
    "to-be-confirmed": Wording(
        "nog te bevestigen antwoorden in {catalogue}: {count} ({ids})",
        "Ga na of het antwoord nog klopt en verwijder dan de sleutel to-be-confirmed.",
        "answers still to be confirmed in {catalogue}: {count} ({ids})",
        "See whether the answer still holds, then remove the key to-be-confirmed.",
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
    "other-organisation": Wording(
        "het oude blad is van '{old}', het nieuwe van '{new}'",
        "Vergelijk twee bladen van dezelfde organisatie, of lees het verschil als een verschil tussen organisaties.",
        "the old sheet is of '{old}', the new one of '{new}'",
        "Compare two sheets of the same organisation, or read the change as a difference between organisations.",
    ),
    "dates-reversed": Wording(
        "de peildatum van het oude blad ({old}) ligt na die van het nieuwe ({new})",
        "Geef het oudste blad eerst: bio-check compare OUD NIEUW.",
        "the reference date of the old sheet ({old}) is later than that of the new one ({new})",
        "Give the oldest sheet first: bio-check compare OLD NEW.",
    ),
    "versions-reversed": Wording(
        "het nieuwe blad volgt een eerdere versie van {catalogue} ({new}) dan het oude ({old})",
        "Geef het oudste blad eerst; wat nieuw heet, verviel, en andersom.",
        "the new sheet follows an earlier version of {catalogue} ({new}) than the old one ({old})",
        "Give the oldest sheet first; what is called new was withdrawn, and the other way round.",
    ),
    "versions-unlinked": Wording(
        "van {catalogue} {old} naar {new} is niet vastgelegd wat er veranderde",
        "Onderdelen met hetzelfde id zijn als hetzelfde behandeld; zet `next` bij de oude versie als dat niet klopt.",
        "nothing records what changed from {catalogue} {old} to {new}",
        "Items with equal ids were taken as the same; put `next` in the older version where that is wrong.",
    ),
    "nothing-to-compare": Wording(
        "de bladen hebben geen norm gemeen die beide zelf beantwoorden",
        "Kies twee bladen die dezelfde norm beantwoorden.",
        "the sheets share no norm that both answer themselves",
        "Choose two sheets that answer the same norm.",
    ),
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
    "json-or-format": Wording(
        "--json en --format gaan niet samen",
        "Laat --json weg, of vraag JSON met --format json.",
        "--json and --format do not go together",
        "Leave --json out, or ask for JSON with --format json.",
    ),
    "bad-option": Wording(
        "'{value}' kan hier niet",
        "Kies uit: {choices}.",
        "'{value}' is no choice here",
        "Choose from: {choices}.",
    ),
}
"""Every code that a diagnostic may bear. Codes are stable: machines and pages refer to them."""
