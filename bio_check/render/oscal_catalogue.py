"""A catalogue as an OSCAL catalogue, in one language; what OSCAL has no word for is a property of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from bio_check.model.catalogue import Catalogue, Context, Control, Group, Item, Kind, Retired
from bio_check.model.oscal import CONTROL, GROUP, to_tokens
from bio_check.render.oscal_parts import Json, identity, metadata, moment, one_line, part, prop, some
from bio_check.wording import Language

_WITHDRAWN = {"name": "status", "value": "withdrawn"}
"""As OSCAL itself marks what its publisher withdrew."""


def oscal_catalogue(catalogue: Catalogue, language: Language, fixed: datetime | None = None) -> Json:
    """Return a catalogue as OSCAL 1.2.

    Args:
        catalogue: What to write.
        language: Of its texts; a text that was never written in it stands in the other.
        fixed: When it was last changed; the day on which it was issued where left out.
    """
    return {"catalog": _Writer(catalogue, language).write(fixed)}


class _Writer:
    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self.catalogue = catalogue
        self.language = language
        index = catalogue.index
        idents = [*catalogue.controls, *catalogue.items, *index.retired, *(one.id for one in catalogue.context)]
        self.tokens: Mapping[str, str] = to_tokens(dict.fromkeys(idents), CONTROL)
        self.groups: Mapping[str, str] = to_tokens((group.id for group in catalogue.groups), GROUP)

    def write(self, fixed: datetime | None) -> Json:
        one, source = self.catalogue, self.catalogue.source
        about = (one.id, one.version, one.sha256, self.language)
        props = [
            prop("catalogue", one.id),
            prop("edition", one.edition),
            prop("issued", one.issued),
            prop("language", self.language),
            prop("wording", one.wording),
            prop("sha256", one.sha256),
            prop("source", source.name),
            *([prop("licence", source.licence)] if source.licence else []),
            *([prop("attribution", source.attribution)] if source.attribution else []),
        ]
        links = [{"href": one_line(source.url), "rel": "source"}] if source.url.startswith("http") else []
        groups = [self._group(group) for group in one.groups]
        title = one.title.in_(self.language)
        return {
            "uuid": identity("catalogue", *about),
            "metadata": metadata(title, one.version, moment(fixed, one.issued), props, links),
            "groups": [*groups, *([self._context()] if one.context else [])],
        }

    def _group(self, group: Group) -> Json:
        return {
            "id": self.groups[group.id],
            "title": one_line(group.title.in_(self.language)),
            "props": [prop("label", group.id)],
            "controls": [self._control(control) for control in group.controls],
        }

    def _control(self, control: Control) -> Json:
        """Return a control; its measures, and the ids that were retired under it, are controls in it."""
        own = next((item for item in control.items if item.kind is Kind.CONTROL), None)
        below = [self._item(item) for item in control.items if item is not own]
        below += [self._retired(one) for one in self.catalogue.index.retired.values() if one.control == control.id]
        attributes = [prop("attribute", value, kind) for kind, values in control.attributes.items() for value in values]
        return {
            "id": self.tokens[control.id],
            "title": one_line(control.title.in_(self.language)),
            "props": [prop("label", control.id), *attributes, *(self._props(own) if own else ())],
            **some("parts", self._parts(own) if own else ()),
            **some("controls", below),
        }

    def _item(self, item: Item) -> Json:
        return {
            "id": self.tokens[item.id],
            "class": "measure",
            "title": one_line(item.title.in_(self.language)),
            "props": [prop("label", item.id), prop("kind", "measure"), *self._props(item)],
            **some("parts", self._parts(item)),
        }

    def _props(self, item: Item) -> Iterator[Json]:
        yield prop("duty", item.duty.value)
        yield prop("role", item.role)
        yield prop("weight", item.weight, remarks=item.weight_reason.in_(self.language))
        yield prop("effort", item.effort)
        yield prop("phase", item.phase)
        if item.rhythm:
            yield prop("rhythm", item.rhythm)
        for one in item.audience:
            yield prop("audience", one)
        for kind, articles in item.articles.items():
            for article in articles:
                yield prop("article", article, kind)

    def _parts(self, item: Item) -> Iterator[Json]:
        token = self.tokens[item.id]
        if text := item.statement.in_(self.language):
            yield part(f"{token}_smt", "statement", text)
        if text := item.question.in_(self.language):
            yield part(f"{token}_qst", "question", text, ours=True)
        if text := item.why.in_(self.language):
            yield part(f"{token}_why", "why", text, ours=True)

    def _retired(self, one: Retired) -> Json:
        rel = "moved-to" if one.status == "moved" else "see"
        links = [
            {"href": f"#{self.tokens[target]}", "rel": rel, "text": target}
            for target in one.targets
            if target in self.tokens
        ]
        return {
            "id": self.tokens[one.id],
            "class": "measure",
            "title": one_line(one.id),
            "props": [_WITHDRAWN, prop("label", one.id), prop("kind", "measure"), prop("status", one.status)],
            **some("links", links),
        }

    def _context(self) -> Json:
        """Return what asks nothing as parts of a group of its own."""
        title = "Zonder vraag" if self.language == "nl" else "Asks nothing"
        parts = [self._asks_nothing(one) for one in self.catalogue.context]
        return {"id": "context", "class": "context", "title": title, "parts": parts}

    def _asks_nothing(self, one: Context) -> Json:
        note = one.note.in_(self.language)
        return {
            "id": self.tokens[one.id],
            "name": "item",
            "title": one_line(one.title.in_(self.language)),
            "props": [prop("label", one.id)],
            **({"prose": note} if note else {}),
        }
