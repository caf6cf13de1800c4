"""A crosswalk as an OSCAL 1.2 mapping collection: a map per row, ids as our OSCAL catalogues have them."""

from __future__ import annotations

from datetime import date, datetime

from bio_check.model.crosswalk import Crosswalk, Relationship, Row
from bio_check.model.oscal import NAMESPACE, RELATIONS, to_tokens
from bio_check.render.oscal_parts import Json, identity, metadata, moment, one_line, prop
from bio_check.wording import Language


def mapping_collection(
    crosswalk: Crosswalk, issued: date, language: Language = "en", fixed: datetime | None = None
) -> Json:
    """Return a crosswalk as an OSCAL mapping collection.

    Args:
        crosswalk: What to write.
        issued: The day on which the later of its two catalogues was issued: a crosswalk bears no date of its own.
        language: Of its title and notes; one that was never written in it stands in the other.
        fixed: When it was last changed; the day of issue where left out.
    """
    about = (crosswalk.id, crosswalk.sha256, language)
    ends = {
        "source": (crosswalk.start, crosswalk.start_version),
        "target": (crosswalk.end, crosswalk.end_version),
    }
    title = one_line(crosswalk.title.in_(language))
    starts = to_tokens(dict.fromkeys(row.start for row in crosswalk.rows))
    targets = to_tokens(dict.fromkeys(row.end for row in crosswalk.rows))
    resources = {side: identity("resource", *about, side) for side in ends}
    maps = [
        _map(row, (starts[row.start], targets[row.end]), identity("map", *about, index), language)
        for index, row in enumerate(crosswalk.rows)
    ]
    mapping = {
        "uuid": identity("mapping", *about),
        **{f"{side}-resource": {"type": "catalog", "href": f"#{resources[side]}"} for side in ends},
        "maps": maps,
    }
    props = [prop("crosswalk", crosswalk.id), prop("sha256", crosswalk.sha256), prop("language", language)]
    back = [_resource(resources[side], *end) for side, end in ends.items()]
    collection = {
        "uuid": identity("mapping-collection", *about),
        "metadata": metadata(title, crosswalk.sha256[:12], moment(fixed, issued), props),
        "provenance": _provenance(crosswalk, language),
        "mappings": [mapping],
        "back-matter": {"resources": back},
    }
    return {"mapping-collection": collection}


def _provenance(crosswalk: Crosswalk, language: Language) -> Json:
    """Return who says that the rows hold, and that people judged them by their meaning."""
    told = [
        ", ".join(part for part in (one.name.in_(language), one.licence.in_(language), one.url) if part)
        for one in crosswalk.origins
    ]
    return {
        "method": "human",
        "matching-rationale": "semantic",
        "status": "complete",
        "mapping-description": one_line("; ".join(told)),
    }


def _resource(uuid: str, catalogue: str, version: str) -> Json:
    return {
        "uuid": uuid,
        "title": one_line(f"{catalogue} {version}"),
        "props": [prop("catalogue", catalogue), prop("version", version)],
    }


def _map(row: Row, tokens: tuple[str, str], uuid: str, language: Language) -> Json:
    relation = RELATIONS.get(row.relationship)
    note = row.note.in_(language)
    return {
        "uuid": uuid,
        **({} if relation else {"ns": NAMESPACE}),
        "relationship": relation or Relationship.UNGRADED.value,
        "sources": [_item(tokens[0], row.start, row.printed_start)],
        "targets": [_item(tokens[1], row.end, row.printed_end)],
        "props": [prop("confidence", row.confidence), prop("origin", row.origin.id)],
        **({"remarks": note} if note else {}),
    }


def _item(token: str, ident: str, printed: str | None) -> Json:
    return {"type": "control", "id-ref": token, "props": [prop("label", printed or ident)]}
