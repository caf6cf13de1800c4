"""Make the crosswalks in this folder from the reference files they were gathered in.

Run as `python controls/crosswalks/generate.py REFERENCE_DIR`. The folder of reference files (crosswalks.json,
iso27001-2022.json, bio-1.04.json) is not part of the repository: it holds official texts that are not ours to share.
What the script takes from it are facts: which id goes with which, how, and who says so. The texts beside them (titles,
names of sources, notes) are ours and stand below, in Dutch and in English.

One file comes out per pair of catalogues. An id that is finer than its catalogue is lifted to the nearest id above it
that the catalogue holds, and the id as the source prints it stays beside it; rows that become the same are merged. The
same input gives the same bytes. At the end the script tells how many rows went in and came out.
"""
# ruff: noqa: INP001, T201  # a script, not a package; printing is how it reports

import argparse
import json
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NotRequired, TypedDict

import yaml

HERE = Path(__file__).resolve().parent
LINE = 120


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Dutch and in English."""

    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rows of one set come from."""

    name: Text
    licence: Text
    note: Text


@dataclass(frozen=True, slots=True)
class Row:
    """One link between two catalogues."""

    from_id: str
    to_id: str
    relationship: str
    confidence: str
    source: str
    """A key of SOURCES."""
    printed_from: tuple[str, ...]
    """The ids as the source prints them; the same as from_id where nothing was lifted."""
    printed_to: tuple[str, ...]
    note: Text | None = None
    support: int | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a crosswalk needs to know of a catalogue."""

    id: str
    version: str
    ids: frozenset[str]
    """Groups, controls, measures and context."""

    def holds(self, name: str) -> bool:
        """Tell whether the id is one of ours, or stands for all that begin with it: 21.3 for 21.3.a to 21.3.j."""
        return name in self.ids or any(known.startswith(f"{name}.") for known in self.ids)

    def lift(self, name: str) -> str:
        """Return the id, or the nearest id above it that the catalogue holds."""
        found = name
        while not self.holds(found):
            found = found.rpartition(".")[0]
            if not found:
                raise SystemExit(f"error: catalogue '{self.id}' has no '{name}', nor anything above it")
        return found


class ReferenceRow(TypedDict):
    """A row of crosswalks.json, as far as it is used here."""

    set: str
    from_catalogue: str
    from_id: str
    to_catalogue: str
    to_id: str
    relation: str | None
    confidence: str
    to_id_draft: NotRequired[str]
    from_points: NotRequired[list[str]]
    note: NotRequired[str]
    support: NotRequired[int]


RENAMED = {"iso27001-2022": "iso27001"}
"""Catalogues that the reference calls otherwise."""

NAMES = {
    "bio1": Text("BIO 1.x", "BIO 1.x"),
    "bio2": Text("BIO2", "BIO2"),
    "cbb": Text("het Cyberbeveiligingsbesluit", "the Cyberbeveiligingsbesluit"),
    "cbw": Text("de Cyberbeveiligingswet", "the Cyberbeveiligingswet"),
    "cbw-cf": Text("het Cbw (NIS2) Control Framework", "the Cbw (NIS2) Control Framework"),
    "iso27001": Text("ISO/IEC 27001:2022", "ISO/IEC 27001:2022"),
    "iso27001-2013": Text("ISO/IEC 27001:2013", "ISO/IEC 27001:2013"),
    "nis2": Text("de NIS2-richtlijn", "the NIS2 Directive"),
    "nis2-ir": Text("Uitvoeringsverordening (EU) 2024/2690", "Implementing Regulation (EU) 2024/2690"),
}

CC_BY = Text("CC BY 4.0", "CC BY 4.0")
LAW = Text("wettekst, vrij van auteursrecht", "text of law, free of copyright")
FACTS = Text("feiten (nummers)", "facts (numbers)")
WORKBOOK = Text(
    "ADR & NOREA, Cbw (NIS2) Control Framework, werkboek 1.0 van 30 september 2025",
    "ADR & NOREA, Cbw (NIS2) Control Framework, workbook 1.0 of 30 September 2025",
)
ENISA = Text(
    "ENISA, NIS2 Technical Implementation Guidance 1.0 (juni 2025)",
    "ENISA, NIS2 Technical Implementation Guidance 1.0 (June 2025)",
)

SOURCES = {
    "nis2-cbw": Source(
        Text(
            "Richtlijn (EU) 2022/2555 en Cyberbeveiligingswet (Stb. 2026, 187), door bio-check naast elkaar gelegd",
            "Directive (EU) 2022/2555 and Cyberbeveiligingswet (Stb. 2026, 187), compared by bio-check",
        ),
        LAW,
        Text(
            "Onze eigen vergelijking; de officiële transponeringstabel is niet gelezen. Gelijk staat er alleen waar de"
            " wet de richtlijn herhaalt.",
            "Our own comparison; the official transposition table was not read. A row says equal only where the act"
            " repeats the directive.",
        ),
    ),
    "nis2-cbb": Source(
        Text(
            "Cyberbeveiligingsbesluit, hoofdstuk zorgplicht; nummers naar github.com/WimLee115/dpo-fg-tool",
            "Cyberbeveiligingsbesluit, chapter on the duty of care; numbers after github.com/WimLee115/dpo-fg-tool",
        ),
        LAW,
        Text(
            "Het gepubliceerde besluit is niet volledig gelezen. De nummers komen uit een bron die zichzelf"
            " ongeverifieerd noemt; zij kloppen met het ontwerp van 2025. Het besluit werkt de wet uit en is dus"
            " smaller dan de letter van de richtlijn.",
            "The published decree was not read in full. The numbers come from a source that calls itself unverified;"
            " they agree with the draft of 2025. As it works out the act, the decree covers less than the letter of the"
            " directive.",
        ),
    ),
    "cf-cbw-domain": Source(
        Text(
            "Dxfferent NIS2 Quickscan (github.com/Dxfferent/nis2-quickscan),"
            " op 5 augustus 2026 naast Stb. 2026, 187 gelegd",
            "Dxfferent NIS2 Quickscan (github.com/Dxfferent/nis2-quickscan), compared with Stb. 2026, 187"
            " on 5 August 2026",
        ),
        Text(
            "feiten (nummers); de bron zelf is AGPL-3.0, het raamwerk CC BY 4.0",
            "facts (numbers); the framework is under CC BY 4.0, the source itself under AGPL-3.0",
        ),
        Text(
            "Per domein van het raamwerk, naar de gepubliceerde wet.",
            "By domain of the framework, to the act as published.",
        ),
    ),
    "cf-cbw-printed": Source(
        Text(
            f"{WORKBOOK.nl}, kolom met artikelen van Cbw en Cbb", f"{WORKBOOK.en}, column with articles of Cbw and Cbb"
        ),
        CC_BY,
        Text(
            "Zoals gedrukt, naar het wetsvoorstel. Bij 4.1 en 4.2 staat 21.2; in de gepubliceerde wet lijkt 21.3.b"
            " bedoeld. Beheersmaatregel 6.3 kwam later en heeft geen gedrukt artikel.",
            "As printed, after the bill. At 4.1 and 4.2 it says 21.2; in the published act 21.3.b seems to be meant."
            " Control 6.3 was added later and has no printed article.",
        ),
    ),
    "cf-cbb-printed": Source(
        Text(
            f"{WORKBOOK.nl}, kolom met artikelen van Cbw en Cbb", f"{WORKBOOK.en}, column with articles of Cbw and Cbb"
        ),
        CC_BY,
        Text(
            "Het werkboek volgt het ontwerpbesluit. Tot en met artikel 17 zijn de nummers gelijk; vanaf 19 is het"
            " gepubliceerde nummer één lager, door ons afgeleid. Het gedrukte artikel 18 (bij 1.1) heeft geen zekere"
            " opvolger en ontbreekt.",
            "The workbook follows the draft decree. Up to Article 17 the numbers are the same; from 19 on the published"
            " number is one lower, inferred by us. Article 18, printed at 1.1, is missing: what became of it is not"
            " certain.",
        ),
    ),
    "cf-nis2": Source(
        Text("bio-check: cf-cbw-domain en nis2-cbw aan elkaar gelegd", "bio-check: cf-cbw-domain and nis2-cbw joined"),
        CC_BY,
        Text(
            "Van domein via de wet naar de richtlijn: de letters van 21, derde lid, Cbw zijn die van 21, tweede lid,"
            " NIS2.",
            "From domain through the act to the directive: the letters of Article 21(3) of the act are those of"
            " Article 21(2) of NIS2.",
        ),
    ),
    "cf-ir": Source(
        Text(f"{WORKBOOK.nl}, kolom Uitvoeringsverordening", f"{WORKBOOK.en}, column on the implementing regulation"),
        CC_BY,
        Text(
            "Toont welke punten van de verordening hielpen om de beheersmaatregel uit te leggen. Domeinen 14, 16 en 17"
            " vallen buiten de verordening; 15 verwijst naar haar artikelen, niet naar de bijlage.",
            "Shows which points of the regulation helped to explain the control. Domain 15 refers to articles of the"
            " regulation instead of its annex; 14, 16 and 17 fall outside it.",
        ),
    ),
    "nis2-ir": Source(
        Text(
            "Uitvoeringsverordening (EU) 2024/2690, opschriften van de bijlage",
            "Implementing Regulation (EU) 2024/2690, headings of the annex",
        ),
        LAW,
        Text(
            "De verordening drukt zelf af bij welke letter een hoofdstuk hoort; in hoofdstuk 13 staat dat in de aanhef"
            " van 13.1 tot en met 13.3. Zij bindt bepaalde aanbieders, geen gemeenten.",
            "The regulation itself prints the letter that a chapter belongs to; in chapter 13 it stands in the opening"
            " words of 13.1 to 13.3. It binds certain providers, not municipalities.",
        ),
    ),
    "ir-iso": Source(
        Text(
            f"{ENISA.nl}, koppeltabel, naar de CISO Assistant community library (9 juli 2025)",
            f"{ENISA.en}, mapping table, after the CISO Assistant community library (9 July 2025)",
        ),
        CC_BY,
        Text(
            "ENISA koppelt per opschrift en noemt elke koppeling een overlap; een koppeling is volgens ENISA geen"
            " gelijkwaardigheid. De bibliotheek herhaalt de rij per punt; hier staat zij één keer.",
            "ENISA maps by heading and calls every link an intersection; a mapping, says ENISA, is not equivalence. The"
            " library repeats the row for each point; here it stands once.",
        ),
    ),
    "nis2-iso-derived": Source(
        Text(
            f"bio-check: nis2-ir en ir-iso ({ENISA.nl}) aan elkaar gelegd",
            f"bio-check: nis2-ir and ir-iso ({ENISA.en}) joined",
        ),
        CC_BY,
        Text(
            "Normen die ENISA koppelt aan een opschrift in een hoofdstuk van die letter; support telt die opschriften."
            " Hoofdstuk 11 hoort bij i en j: wij lezen 11.7 als j, 11.6 als beide en de rest als i.",
            "Clauses and controls linked by ENISA to any heading in the chapters of that letter; support counts those"
            " headings. Chapter 11 belongs to i and j: we read 11.7 as j, 11.6 as both and the rest as i.",
        ),
    ),
    "iso-bio2": Source(
        Text(
            "BIO2 1.3: nummers en opbouw volgen bijlage A van ISO/IEC 27001:2022",
            "BIO2 1.3: numbers and structure follow Annex A of ISO/IEC 27001:2022",
        ),
        FACTS,
        Text(
            "Alleen de beheersmaatregel is gelijk. De overheidsmaatregelen eronder komen erbij en staan niet in ISO/IEC"
            " 27001.",
            "Only the control is the same. The government measures under it come on top and are not in ISO/IEC 27001.",
        ),
    ),
    "bio2-cbw": Source(
        Text(f"{WORKBOOK.nl}, blad Mapping BIO2", f"{WORKBOOK.en}, sheet Mapping BIO2"),
        CC_BY,
        Text(
            "Zoals gedrukt. Het blad zegt zelf dat de relatie niet één op één is. Twaalf beheersmaatregelen hebben in"
            " de bron geen rij.",
            "As printed. The sheet itself says that the relation is not one to one. Twelve controls have no row in the"
            " source.",
        ),
    ),
    "bio2-cbb": Source(
        Text(f"{WORKBOOK.nl}, blad Mapping BIO2", f"{WORKBOOK.en}, sheet Mapping BIO2"),
        CC_BY,
        Text(
            "Zoals gedrukt, naar het ontwerpbesluit. Tot en met artikel 17 zijn de nummers gelijk; vanaf 19 is het"
            " gepubliceerde nummer één lager, door ons afgeleid.",
            "As printed, after the draft decree. Up to Article 17 the numbers are the same; from 19 on the published"
            " number is one lower, inferred by us.",
        ),
    ),
    "nis2-bio2": Source(
        Text(
            f"bio-check: bio2-cbw ({WORKBOOK.nl}, blad Mapping BIO2) en nis2-cbw aan elkaar gelegd",
            f"bio-check: bio2-cbw ({WORKBOOK.en}, sheet Mapping BIO2) and nis2-cbw joined",
        ),
        CC_BY,
        Text(
            "De letters van 21, derde lid, Cbw zijn die van 21, tweede lid, NIS2. De bron weegt de relatie niet, wij"
            " dus ook niet.",
            "The letters of Article 21(3) of the act are those of Article 21(2) of NIS2. The source does not grade the"
            " relation, so neither do we.",
        ),
    ),
    "iso-2013-2022": Source(
        Text(
            "Drie openbare lijsten naast elkaar: een MySQL-dump van 20 mei 2023, intuitem/ciso-assistant-community en"
            " moag1000/Little-ISMS-Helper",
            "Three public lists beside each other: a MySQL dump of 20 May 2023, intuitem/ciso-assistant-community and"
            " moag1000/Little-ISMS-Helper",
        ),
        FACTS,
        Text(
            "De tabel van ISO zelf is niet gelezen. Overlap staat er waar een norm zich splitst of waar er meer"
            " samenkomen; elders weten wij niet of de eis gelijk bleef en staat er geen oordeel.",
            "ISO's own table was not read. A row says intersects where a control splits or where several come together;"
            " elsewhere we do not know whether the demand stayed the same, and nothing is graded.",
        ),
    ),
    "bio1-bio2": Source(
        Text(
            "bio-check: nummers van BIO 1.x via de overgang van ISO/IEC 27002:2013 naar 2022 (drie openbare lijsten)",
            "bio-check: numbers of BIO 1.x by way of ISO/IEC 27002:2013 to 2022 (three public lists)",
        ),
        FACTS,
        Text(
            "De officiële was-wordt-lijst van BIO 1.04zv naar BIO2 was niet beschikbaar. Deze rijen volgen ISO en"
            " zeggen niets over de overheidsmaatregelen.",
            "The official was-wordt list from BIO 1.04zv to BIO2 was not available. These rows follow ISO and say"
            " nothing about the government measures.",
        ),
    ),
    "bio1-iso": Source(
        Text(
            "bio-check: BIO 1.x volgt de nummers van ISO/IEC 27002:2013, dus van bijlage A van ISO/IEC 27001:2013",
            "bio-check: BIO 1.x follows the numbers of ISO/IEC 27002:2013, and so of Annex A of ISO/IEC 27001:2013",
        ),
        FACTS,
        Text(
            "Zelfde nummer. De nummers komen uit een uitgave van 2019 die niet naast BIO 1.04zv is gelegd.",
            "Same number. The numbers come from an edition of 2019 that was not compared with BIO 1.04zv.",
        ),
    ),
}
"""The sets of rows, in the order in which they appear in a file."""

AS_PRINTED = Text("'Cbw 21.2 / Cbb 8.4' staat zo gedrukt.", "'Cbw 21.2 / Cbb 8.4' is kept as printed.")
AUTOFILL = Text(
    "De gedrukte cel loopt door naar Cbb {articles}; wij lezen dat als automatisch doorvoeren en laten het weg.",
    "In print the cell continues to Cbb {articles}; we take that for spreadsheet autofill and leave it out.",
)
NOTES = {
    "alerts and advice; letter after the framework's domain 13 reference": Text(
        "Attenderingen en adviezen; de letter volgt domein 13 van het raamwerk.",
        "Alerts and advice; the letter follows domain 13 of the framework.",
    ),
    "printed; the published act has incident handling in 21.3.b": Text(
        "Zo gedrukt; in de gepubliceerde wet staat incidentenbehandeling in 21.3.b.",
        "As printed; in the act as published, incident handling is 21.3.b.",
    ),
    "only for the points listed": Text("Alleen voor dit punt.", "Only for this point."),
    "the printed cell runs on to Cbb 13 and 14; read as spreadsheet autofill and left out": Text(
        AUTOFILL.nl.format(articles="13 en 14"), AUTOFILL.en.format(articles="13 and 14")
    ),
    "the printed cell runs on to Cbb 13, 14, 15; read as spreadsheet autofill and left out": Text(
        AUTOFILL.nl.format(articles="13, 14 en 15"), AUTOFILL.en.format(articles="13, 14 and 15")
    ),
    "the printed cell runs on to Cbb 12, 13, 14 (read as autofill, left out);"
    " 'Cbw 21.2 / Cbb 8.4' kept as printed": Text(
        f"{AUTOFILL.nl.format(articles='12, 13 en 14')} {AS_PRINTED.nl}",
        f"{AUTOFILL.en.format(articles='12, 13 and 14')} {AS_PRINTED.en}",
    ),
    "'Cbw 21.2 / Cbb 8.4' kept as printed": AS_PRINTED,
    "letter f with Cbb 6.2 as printed": Text(
        "Letter f met Cbb 6.2 staat zo gedrukt.", "Letter f with Cbb 6.2 is as printed."
    ),
    "letter f with Cbb 10 as printed; looks inconsistent (Cbb 10 is the supply chain)": Text(
        "Letter f met Cbb 10 staat zo gedrukt, maar rijmt niet: Cbb 10 gaat over de toeleveringsketen.",
        "Letter f with Cbb 10 is as printed but looks inconsistent: Cbb 10 is about the supply chain.",
    ),
}
"""What the reference says beside a row, in our words."""

NOTES_2013 = {
    ("A.8.3.3", "A.7.10"): Text(
        "Twee van de drie lijsten zeggen dit; één noemt A.5.14.", "Two of the three lists say so; one names A.5.14."
    ),
    ("A.18.2.3", "A.8.8"): Text(
        "Eén van de drie lijsten zegt dit; de andere noemen alleen A.5.36.",
        "One of the three lists says so; the others name A.5.36 alone.",
    ),
}
WITHDRAWN = Text("De BIO liet deze beheersmaatregel vervallen.", "The BIO withdrew this control.")


def main() -> None:
    """Read the reference and the catalogues, write the crosswalks, tell what was done."""
    parser = argparse.ArgumentParser(description="Make the crosswalks from the reference files.")
    parser.add_argument("reference", type=Path, help="Folder with crosswalks.json and the other reference files.")
    parser.add_argument("--catalogues", type=Path, default=HERE.parent, help="Folder of catalogue folders.")
    parser.add_argument("--out", type=Path, default=HERE, help="Where the crosswalks go.")
    arguments = parser.parse_args()
    catalogues = {name: read_catalogue(arguments.catalogues / name / "catalogue.yaml") for name in NAMES}
    shared: list[ReferenceRow] = read_json(arguments.reference / "crosswalks.json")["rows"]
    iso = read_json(arguments.reference / "iso27001-2022.json")
    bio = read_json(arguments.reference / "bio-1.04.json")
    own = [*rows_of_2013(iso), *rows_of_bio1(bio)]

    pairs: dict[tuple[str, str], list[Row]] = {}
    for row in [*shared, *own]:
        source, target = (RENAMED.get(row[end], row[end]) for end in ("from_catalogue", "to_catalogue"))
        pairs.setdefault((source, target), []).append(to_row(row, catalogues[source], catalogues[target]))
    for (source, target), rows in sorted(pairs.items()):
        merged = merge(rows)
        text = "\n".join(to_yaml(catalogues[source], catalogues[target], merged)) + "\n"
        (arguments.out / f"{source}--{target}.yaml").write_text(text, encoding="utf-8", newline="\n")
        print(f"{source}--{target}.yaml: {len(rows)} rows in, {len(merged)} rows out")
    taken = sum(len(rows) for rows in pairs.values())
    print(f"{len(pairs)} files, {taken} rows in: {len(shared)} from crosswalks.json, {len(own)} from the other files")


def read_json(path: Path) -> Any:  # noqa: ANN401  # JSON can be anything
    """Return what the file holds."""
    return json.loads(path.read_text(encoding="utf-8"))


def read_catalogue(path: Path) -> Catalogue:
    """Return the ids and the version of a catalogue, all of it as text."""
    loaded = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  # BaseLoader makes text only
    ids = {entry["id"] for entry in loaded.get("context", [])}
    for group in loaded["groups"]:
        ids.add(group["id"])
        for control in group["controls"]:
            ids.add(control["id"])
            ids.update(measure["id"] for measure in control.get("measures", []))
    return Catalogue(loaded["id"], loaded["version"], frozenset(ids))


def rows_of_2013(iso: Any) -> Iterator[ReferenceRow]:  # noqa: ANN401  # JSON can be anything
    """Yield where the controls of ISO/IEC 27001:2013 went."""
    links = [(control["id"], new) for control in iso["controls_2013"] for new in control["iso27001_2022"]]
    begins, ends = Counter(old for old, _ in links), Counter(new for _, new in links)
    for old, new in links:
        yield {
            "set": "iso-2013-2022",
            "from_catalogue": "iso27001-2013",
            "from_id": old,
            "to_catalogue": "iso27001",
            "to_id": new,
            "relation": "intersects" if begins[old] > 1 or ends[new] > 1 else None,
            "confidence": "secondary",
        }


def rows_of_bio1(bio: Any) -> Iterator[ReferenceRow]:  # noqa: ANN401  # JSON can be anything
    """Yield where the controls of BIO 1.x went in BIO2, and which control of ISO/IEC 27001:2013 each follows."""
    for control in bio["controls"]:
        number = control["id"]
        note = "withdrawn" if control["status"] == "withdrawn" else ""
        goals = [("bio1-iso", "iso27001-2013", f"A.{number}")]
        for new in control["iso27002_2022"]:
            chapter, _, place = new.partition(".")
            goals.append(("bio1-bio2", "bio2", f"{chapter}.{place:0>2}"))
        for of, catalogue, goal in goals:
            yield {
                "set": of,
                "from_catalogue": "bio1",
                "from_id": number,
                "to_catalogue": catalogue,
                "to_id": goal,
                "relation": None,
                "confidence": "inferred",
                "note": note,
            }


def to_row(row: ReferenceRow, source: Catalogue, target: Catalogue) -> Row:
    """Return the row with ids that the catalogues hold, and with our words."""
    if row["set"] not in SOURCES:
        raise SystemExit(f"error: nothing is said here of set '{row['set']}'")
    return Row(
        from_id=source.lift(row["from_id"]),
        to_id=target.lift(row["to_id"]),
        relationship=row["relation"] or "ungraded",
        confidence=row["confidence"],
        source=row["set"],
        printed_from=tuple(row.get("from_points", [row["from_id"]])),
        printed_to=(row.get("to_id_draft", row["to_id"]),),
        note=to_note(row),
        support=row.get("support"),
    )


def to_note(row: ReferenceRow) -> Text | None:
    """Return what is to be said of this row alone."""
    draft = row.get("to_id_draft", row["to_id"])
    if draft != row["to_id"]:
        return Text(f"In het ontwerpbesluit artikel {draft}.", f"Article {draft} in the draft decree.")
    if row["set"] == "iso-2013-2022":
        return NOTES_2013.get((row["from_id"], row["to_id"]))
    said = row.get("note", "")
    if said == "withdrawn":
        return WITHDRAWN
    if said and said not in NOTES:
        raise SystemExit(f"error: a note of the reference has no words of ours yet: {said}")
    return NOTES.get(said)


def merge(rows: Iterable[Row]) -> list[Row]:
    """Return the rows in order, those that differ in their printed ids alone made one."""
    found: dict[Row, Row] = {}
    for row in sorted(rows, key=place):
        bare = replace(row, printed_from=(), printed_to=())
        before = found.get(bare, bare)
        found[bare] = replace(
            before,
            printed_from=tuple(dict.fromkeys([*before.printed_from, *row.printed_from])),
            printed_to=tuple(dict.fromkeys([*before.printed_to, *row.printed_to])),
        )
    return list(found.values())


def place(row: Row) -> tuple[object, ...]:
    """Return what rows are sorted by: set, then ids, with 5.2 before 5.10."""
    return (list(SOURCES).index(row.source), *map(steps, (row.from_id, row.to_id)), *map(steps, row.printed_to))


def steps(name: str) -> list[tuple[int, int, str]]:
    """Return the parts of an id, numbers as numbers and before words."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.split(r"\.", name)]


def to_yaml(source: Catalogue, target: Catalogue, rows: list[Row]) -> Iterator[str]:
    """Yield the lines of a crosswalk file."""
    yield "# Made by generate.py: do not edit by hand. Where the rows come from: SOURCE.md."
    yield "format: bio-check/crosswalk/1"
    yield f"id: {source.id}--{target.id}"
    yield f"from: {{catalogue: {source.id}, version: {quote(source.version)}}}"
    yield f"to: {{catalogue: {target.id}, version: {quote(target.version)}}}"
    yield from block("title", title_of(source.id, target.id), 0)
    yield "sources:"
    for key in dict.fromkeys(row.source for row in rows):
        said = SOURCES[key]
        yield f"  {key}:"
        yield from block("name", said.name, 4)
        yield from block("licence", said.licence, 4)
        yield from block("note", said.note, 4)
    yield "rows:"
    for row in rows:
        yield f"  - {{{', '.join(fields_of(row))}}}"


def title_of(source: str, target: str) -> Text:
    """Return the title of a crosswalk."""
    begin, end = NAMES[source], NAMES[target]
    return Text(f"Van {begin.nl} naar {end.nl}", f"From {begin.en} to {end.en}")


def fields_of(row: Row) -> Iterator[str]:
    """Yield the keys of a row with their values, in flow style."""
    yield f"from: {quote(row.from_id)}"
    yield f"to: {quote(row.to_id)}"
    yield f"relationship: {row.relationship}"
    yield f"confidence: {row.confidence}"
    yield f"source: {row.source}"
    if row.printed_from != (row.from_id,):
        yield f"printed-from: {quote(', '.join(row.printed_from))}"
    if row.printed_to != (row.to_id,):
        yield f"printed-to: {quote(', '.join(row.printed_to))}"
    if row.note:
        yield f"note: {flow(row.note)}"
    if row.support is not None:
        yield f"support: {row.support}"


def block(key: str, text: Text, indent: int) -> Iterator[str]:
    """Yield a text in both languages, on one line where it fits."""
    line = f"{' ' * indent}{key}: {flow(text)}"
    if len(line) <= LINE:
        yield line
        return
    yield f"{' ' * indent}{key}:"
    yield from folded("nl", text.nl, indent + 2)
    yield from folded("en", text.en, indent + 2)


def folded(key: str, value: str, indent: int) -> Iterator[str]:
    """Yield a text, quoted on one line where it fits and folded where not."""
    line = f"{' ' * indent}{key}: {quote(value)}"
    if len(line) <= LINE:
        yield line
        return
    yield f"{' ' * indent}{key}: >-"
    margin = " " * (indent + 2)
    yield from textwrap.wrap(
        value, LINE, initial_indent=margin, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
    )


def flow(text: Text) -> str:
    """Return a text in both languages as one YAML value."""
    return f"{{nl: {quote(text.nl)}, en: {quote(text.en)}}}"


def quote(value: str) -> str:
    """Return the text as YAML in double quotes; JSON's are the same."""
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    main()
