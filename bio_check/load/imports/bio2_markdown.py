"""The official BIO2 measures in Markdown, from the repository of the ministry: their text in our catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bio_check.errors import Place, UnusableInputError, diagnostic
from bio_check.load.catalogue import is_live
from bio_check.load.imports.draft import Cuts, tell, to_name
from bio_check.load.imports.imported import Imported, Produced, Remarks
from bio_check.load.imports.markdown_measures import Found, read_measures
from bio_check.load.imports.source import Options, Source
from bio_check.load.yaml_text import parse_document, read_bytes
from bio_check.shipped import shipped_folder
from bio_check.wording import LANGUAGES

CATALOGUE = "bio2"
PUBLISHER = "https://github.com/MinBZK/Baseline-Informatiebeveiliging-Overheid"
DIFFER_AT_MOST = 10
"""Percent of the ids that may differ before the file is taken for another version."""
_RETIRED = re.compile(
    r"\W*(geen\s+(aanvullende\s+|specifieke\s+)?(overheids)?maatregel|vervallen\b|verplaatst\s+naar"
    r"|deze\s+(overheids)?maatregel\s+is\s+(vervallen|verplaatst)\b|zie\b[^\n]{0,80}$)",
    re.IGNORECASE,
)
OURS = {
    "nl": "De officiële tekst stond niet in het ingelezen bestand: de tekst is van bio-check.",
    "en": "The official text was not in the imported file: the text is by bio-check.",
}
HEAD = {
    "nl": "Officieel is alleen de Nederlandse tekst van de overheidsmaatregelen, zoals die in het ingelezen bestand "
    "staat. Titels, vragen, redenen, bewijs, gewichten en de Engelse tekst zijn van bio-check.",
    "en": "Official is only the Dutch text of the government measures, as it stands in the imported file. Titles, "
    "questions, reasons, evidence, weights and the English text are by bio-check.",
}


def read_bio2_markdown(source: Source, options: Options) -> Imported:
    """Return our BIO2 catalogue with the official text of each measure that the file holds.

    Raises:
        UnusableInputError: It holds no measure that the catalogue knows.
    """
    remarks, cuts = Remarks(source.file), Cuts()
    text = source.raw.decode("utf-8-sig", "replace")
    if "\ufffd" in text:
        text = source.raw.decode("cp1252", "replace")
        remarks.remark("import-not-utf-8")
    raw = _shipped()
    measures = {_number(str(one["id"])): one for one in _measures(raw)}
    found: dict[tuple[int, ...], Found] = {}
    twice: list[str] = []
    for one in read_measures(text):
        if _number(one.id) in found:
            twice.append(one.id)
        found.setdefault(_number(one.id), one)
    if not found.keys() & measures.keys():
        raise UnusableInputError([diagnostic("bio2-no-measures", Place(source.file))])
    tell(remarks, "bio2-same-ids", twice)
    _compare(found, measures, raw, remarks)
    _fill(found, measures, cuts, remarks)
    cuts.tell(remarks)
    ident = options.id or CATALOGUE
    return Imported((Produced("catalogue", ident, _head(raw, ident, source, options)),), tuple(remarks.found))


def _shipped() -> dict[str, Any]:
    file = str(shipped_folder("controls") / CATALOGUE / "catalogue.yaml")
    raw: Any = parse_document(read_bytes(file), file).data
    return dict(raw)


def _measures(raw: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for group in raw["groups"]:
        for control in group["controls"]:
            yield from control.get("measures", ())


def _number(ident: str) -> tuple[int, ...]:
    """Return an id as numbers: `5.10.3` and `5.10.03` are the same measure."""
    return tuple(int(part) for part in ident.split("."))


def _compare(
    found: Mapping[tuple[int, ...], Found],
    measures: Mapping[tuple[int, ...], dict[str, Any]],
    raw: Mapping[str, Any],
    remarks: Remarks,
) -> None:
    """Warn of every id that the file and the catalogue do not agree on."""
    edition = str(raw.get("edition", raw["version"]))
    unknown = [one.id for number, one in found.items() if number not in measures]
    missing = [str(one["id"]) for number, one in measures.items() if number not in found and is_live(one)]
    shared = [(one, measures[number]) for number, one in found.items() if number in measures]
    live_there = [str(ours["id"]) for one, ours in shared if not is_live(ours) and not _is_retired(one)]
    retired_there = [str(ours["id"]) for one, ours in shared if is_live(ours) and _is_retired(one)]
    tell(remarks, "bio2-unknown-ids", unknown, edition=edition)
    tell(remarks, "bio2-missing-ids", missing, edition=edition)
    tell(remarks, "bio2-live-there", live_there, edition=edition)
    tell(remarks, "bio2-retired-there", retired_there, edition=edition)
    differ = len(unknown) + len(missing) + len(live_there) + len(retired_there)
    if differ * 100 > len(measures) * DIFFER_AT_MOST:
        remarks.remark("bio2-other-version", count=differ, total=len(measures), edition=edition)


def _fill(
    found: Mapping[tuple[int, ...], Found],
    measures: Mapping[tuple[int, ...], dict[str, Any]],
    cuts: Cuts,
    remarks: Remarks,
) -> None:
    """Put the official texts in the measures; a text that stands twice goes to the first only."""
    first: dict[str, str] = {}
    same: list[str] = []
    for number, measure in measures.items():
        if not is_live(measure):
            continue
        one, ident = found.get(number), str(measure["id"])
        text = cuts.text(one.text) if one and not _is_retired(one) else ""
        other = first.setdefault(" ".join(text.casefold().split()), ident) if text else ident
        if other != ident:
            same.append(f"{ident} = {other}")
        if text and other == ident:
            measure["statement"] = {"nl": text, "en": measure.get("statement", {}).get("en", text)}
        else:
            measure["unverified"] = OURS
    tell(remarks, "bio2-same-text", same)


def _is_retired(one: Found) -> bool:
    return _RETIRED.match(one.text) is not None


def _head(raw: Mapping[str, Any], ident: str, source: Source, options: Options) -> dict[str, Any]:
    """Return the document: our catalogue, told to be in official words, with what these do not reach."""
    about = {
        "id": ident,
        "source": {
            "name": to_name(f"{raw.get('edition', raw['version'])}: {source.name} (MinBZK), {raw['source']['name']}"),
            "url": PUBLISHER,
            "read": options.today.isoformat(),
        },
        "wording": "official",
        "languages": list(raw.get("languages", LANGUAGES)),
        "unverified": HEAD,
    }
    data = {**raw, **about}
    return {**{key: one for key, one in data.items() if key != "groups"}, "groups": data["groups"]}
