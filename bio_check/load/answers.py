"""The answer sheet: from a document to values in which every reference is known to hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from bio_check.errors import Diagnostic, Faults, UnusableInputError
from bio_check.load.answer import Registers, to_answer, to_judgement
from bio_check.load.document_kind import load_shape
from bio_check.load.entry import Entry
from bio_check.load.library import Library
from bio_check.load.register import to_action, to_evidence
from bio_check.load.suggest import closest_id
from bio_check.load.yaml_text import Document, Key
from bio_check.model.answers import Answer, AnswerSheet, Organisation
from bio_check.model.catalogue import Catalogue
from bio_check.model.profile import Norms
from bio_check.value import value

Answers = Mapping[str, Mapping[str, Answer]]
"""Catalogue id to item id to answer."""


@value
class Loaded:
    """A sheet, and the norms that it is to be judged by."""

    sheet: AnswerSheet
    norms: Norms


def load_answers(document: Document, library: Library) -> Loaded:
    """Return the answer sheet in a document, with the norms that its head names.

    Raises:
        UnusableInputError: With every fault in the sheet.
    """
    faults = Faults(list(document.faults))
    broken = load_shape(document, "answers", faults)
    return _SheetLoader(document, library, faults, broken).load()


class _SheetLoader:
    def __init__(
        self, document: Document, library: Library, faults: Faults, broken: frozenset[tuple[Key, ...]]
    ) -> None:
        self.document = document
        self.library = library
        self.faults = faults
        self.broken = broken  # paths at which the shape is wrong: what stands there is not looked into
        data: Any = document.data
        self.root = Entry(document, (), data, faults)

    def load(self) -> Loaded:
        norms = self._norms()
        registers = Registers(
            evidence={
                str(entry.path[-1]): to_evidence(entry, norms.kinds) if sound else None
                for entry, sound in self._each("evidence", needs=("title", "kind", "shows"))
            },
            actions={
                str(entry.path[-1]): to_action(entry, str(entry.path[-1])) if sound else None
                for entry, sound in self._each("actions", needs=("title",))
            },
        )
        answered = self._answers(norms, registers)
        organisation = self._organisation()
        reference_date = None if self._is_broken("reference-date") else self.root.date("reference-date")
        self.faults.raise_any()
        return Loaded(self._sheet(norms, registers, answered, organisation, reference_date or date.max), norms)

    def _sheet(
        self,
        norms: Norms,
        registers: Registers,
        answered: tuple[Answers, Answers],
        organisation: Organisation,
        reference_date: date,
    ) -> AnswerSheet:
        answers, judgements = answered
        return AnswerSheet(
            file=self.document.file,
            organisation=organisation,
            scope=self.root.text("scope"),
            reference_date=reference_date,
            profile=self.root.text("profile"),
            versions={catalogue.id: catalogue.version for catalogue in norms.catalogues},
            answers=answers,
            judgements=judgements,
            evidence={ident: piece for ident, piece in registers.evidence.items() if piece is not None},
            actions={ident: action for ident, action in registers.actions.items() if action is not None},
            draft=bool(self.root.values.get("draft")),
            sha256=hashlib.sha256(self.document.raw).hexdigest(),
            warnings=self._warnings(norms, registers, reference_date),
        )

    def _organisation(self) -> Organisation:
        entry = None if self._is_broken("organisation") else self.root.below("organisation")
        if entry is None:
            return Organisation("")
        return Organisation(entry.must("name"), entry.text("kind"), entry.values.get("inhabitants"))

    def _norms(self) -> Norms:
        """Return what the head names; with a fault in the head nothing else can be judged, so it is told at once."""
        if self._is_broken("answers", exactly=True) or self._is_broken("catalogues") or self._is_broken("profile"):
            self.faults.raise_any()
        versions = {key: str(value) for key, value in (self.root.values.get("catalogues") or {}).items()}
        norms = None
        try:
            answered = tuple(self.root.values["answers"])
            norms = self.library.norms(self.root.text("profile"), versions, answered, self.root)
        except UnusableInputError as error:  # a profile or catalogue of the user's own
            self.faults.found.extend(error.diagnostics)
        if norms is None:
            self.faults.raise_any()
            message = "norms are missing without a fault"
            raise AssertionError(message)
        return norms

    def _answers(self, norms: Norms, registers: Registers) -> tuple[Answers, Answers]:
        """Return the answers to items, and the judgements on controls that have measures."""
        answers: dict[str, dict[str, Answer]] = {}
        judgements: dict[str, dict[str, Answer]] = {}
        for catalogue in norms.catalogues:
            answers[catalogue.id], judgements[catalogue.id] = {}, {}
            for entry, sound in self._each("answers", catalogue.id):
                ident = str(entry.path[-1])
                if (kind := catalogue.index.items.get(ident)) is not None:
                    if sound:
                        answers[catalogue.id][ident] = to_answer(entry, kind, registers)
                elif (measures := catalogue.index.measures.get(ident)) is not None:
                    if sound:
                        judgements[catalogue.id][ident] = to_judgement(entry, ", ".join(measures))
                else:
                    _tell_unknown(entry, ident, catalogue)
        return answers, judgements

    def _each(self, *path: str, needs: tuple[str, ...] = ()) -> Iterator[tuple[Entry, bool]]:
        """Give the sound part of each mapping below a path, and whether it has the keys that are needed."""
        below: Any = self.document.data
        if self._is_broken(*path, exactly=True):
            return
        for key in path:
            below = below.get(key) or {}
        for key, values in below.items():
            here = (*path, key)
            sound = not self.broken or not self._is_broken(*here, exactly=True)
            kept = (values or {}) if sound else {}
            if self.broken:
                kept = self._sound_part(here, kept)
            yield Entry(self.document, here, kept, self.faults), sound and all(one in kept for one in needs)

    def _sound_part(self, path: tuple[Key, ...], values: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a mapping without the keys that are told to be wrong, and without what hangs on them."""
        wrong = {key for key in values if self._is_broken(*path, key)}
        if wrong & {"reason", "risk-analysis"}:
            wrong.add("status")  # or the reason would be told to be missing
        if wrong & {"date", "period"}:
            wrong.add("kind")  # the same: without a date there is no piece of evidence
        return {key: value for key, value in values.items() if key not in wrong}

    def _is_broken(self, *path: Key, exactly: bool = False) -> bool:
        return any(one == path[: len(one)] or (not exactly and one[: len(path)] == path) for one in self.broken)

    def _warnings(self, norms: Norms, registers: Registers, reference_date: date) -> tuple[Diagnostic, ...]:
        warnings = registers.warnings
        for catalogue in norms.catalogues:
            newest = self.library.catalogue(catalogue.id).version
            if catalogue.version != newest:
                place = self.document.place("catalogues", catalogue.id)
                values = {"catalogue": catalogue.id, "version": catalogue.version, "newest": newest}
                warnings.add("older-version", place, file=self.document.file, **values)
        for ident, piece in registers.evidence.items():
            if piece and ident not in registers.used:
                warnings.add("evidence-unused", piece.place, id=ident)
            if piece and piece.dated > reference_date:
                warnings.add("evidence-later", piece.place, id=ident, date=piece.dated)
        for ident, action in registers.actions.items():
            if action and ident not in registers.used:
                warnings.add("action-unused", action.place, id=ident)
        return tuple(sorted(warnings.found))


def _tell_unknown(entry: Entry, ident: str, catalogue: Catalogue) -> None:
    retired = catalogue.index.retired.get(ident)
    name = catalogue.edition
    if retired is None:
        known = (*catalogue.index.items, *catalogue.index.measures)
        entry.fault_at_key("unknown-id", id=ident, catalogue=name, show=catalogue.id, **closest_id(ident, known))
    elif retired.targets:
        entry.fault_at_key(f"id-{retired.status}", id=ident, catalogue=name, targets=", ".join(retired.targets))
    else:
        entry.fault_at_key("id-withdrawn-for-good", id=ident, catalogue=name)
