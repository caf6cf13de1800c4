"""The library: catalogues, crosswalks, profiles and kinds of evidence, read and checked when they are wanted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bio_check.errors import Faults, Place, UnusableInputError, diagnostic
from bio_check.load.catalogue import to_catalogue
from bio_check.load.document_kind import load_shape
from bio_check.load.entry import Entry
from bio_check.load.finder import Finder
from bio_check.load.profile import check_kinds, to_kinds, to_profile
from bio_check.load.suggest import unknown
from bio_check.load.yaml_text import Document, parse_document, read_bytes
from bio_check.model.catalogue import Catalogue
from bio_check.model.crosswalk import Crosswalk, Links
from bio_check.model.evidence import EvidenceKind
from bio_check.model.profile import Norms, Profile, Selection
from bio_check.model.text import Text
from bio_check.shipped import compiled_file

OWN_PROFILE = "-"
"""The id of the profile that stands in where a sheet names none: every item of the catalogues that it answers."""


class Library:
    """All norms within reach; each file is read at most once.

    Args:
        own: Folders of the user's own, laid out as `controls/` is; what stands in an earlier one goes before what
            stands in a later one or in what we ship.
    """

    def __init__(self, *own: Path) -> None:
        self.files = Finder(*own)
        self._catalogues: dict[Path, Catalogue] = {}
        self._kinds: dict[str, EvidenceKind] = {}

    def versions(self, ident: str) -> dict[str, Path]:
        """Return the file of each version of a catalogue, the newest first; empty where there is none of this id."""
        newest = self.files.catalogues.get(ident)
        if newest is None:
            return {}
        found = {self._catalogue_in(newest, ident).version: newest}
        older = self.files.older_versions(ident)
        return found | {version: older[version] for version in reversed(older) if version not in found}

    def crosswalk(self, ident: str) -> Crosswalk:
        """Return a crosswalk that is within reach.

        Raises:
            UnusableInputError: Its file is faulty.
        """
        from bio_check.load.crosswalk import to_crosswalk  # noqa: PLC0415  # most commands need none

        file = self.files.crosswalks[ident]
        raw = read_bytes(str(file))
        return to_crosswalk(self._data(raw, file, "crosswalk", ident), hashlib.sha256(raw).hexdigest())

    def kinds(self) -> dict[str, EvidenceKind]:
        """Return the kinds of evidence by id; a kind of the user's own replaces ours of the same id."""
        if not self._kinds:
            for file in reversed(self.files.kinds):
                self._kinds |= to_kinds(self._read(file, "evidence-kinds"))
        return self._kinds

    def catalogue(self, ident: str, version: str | None = None) -> Catalogue:
        """Return a catalogue: one version, or the newest.

        Raises:
            UnusableInputError: There is none of this id or version, or its file is faulty.
        """
        files = self.files.catalogues
        if ident not in files:
            raise UnusableInputError([diagnostic("unknown-catalogue", Place(ident), **unknown(ident, files))])
        newest = self._catalogue_in(files[ident], ident)
        if version in {None, newest.version}:
            return newest
        versions = self.versions(ident)
        if version not in versions:
            values = {"catalogue": ident, "version": version, "known": ", ".join(versions)}
            raise UnusableInputError([diagnostic("unknown-version", Place(f"{ident}@{version}"), **values)])
        return self._catalogue_in(versions[version], ident, version)

    def named(self, name: str) -> Catalogue:
        """Return the catalogue that a user calls `bio2`, for the newest version, or `bio2@1.2`.

        Raises:
            UnusableInputError: There is none of this id or version, or its file is faulty.
        """
        ident, _, version = name.partition("@")
        return self.catalogue(ident, version or None)

    def profile(self, ident: str) -> Profile:
        """Return a profile.

        Raises:
            UnusableInputError: There is none of this id, or its file is faulty.
        """
        files = self.files.profiles
        if ident not in files:
            fault = diagnostic("unknown-profile", Place(ident), **unknown(ident, files))
            raise UnusableInputError([fault])
        return to_profile(self._read(files[ident], "profile", ident))

    def norms(
        self, profile: str | None, versions: dict[str, str], answered: tuple[str, ...], head: Entry
    ) -> Norms | None:
        """Return what a sheet is judged by; None, with faults told at the head of the sheet, where that cannot be.

        Args:
            profile: Id of the profile that the head names, if it does.
            versions: Catalogue versions that the head names.
            answered: Catalogues that the sheet answers.
            head: The sheet, to place faults in.
        """
        before = len(head.faults.found)
        chosen = self._chosen_profile(profile, versions, answered, head)
        if chosen is None:
            return None
        by_id = {selection.catalogue: selection for selection in chosen.selections}
        files = self.files.catalogues
        for key, idents in (("catalogues", versions), ("answers", answered)):
            for ident in idents:
                if ident not in files:
                    head.fault_at_key("unknown-catalogue", key, ident, **unknown(ident, files))
                elif ident not in by_id:
                    head.fault_at_key("catalogue-outside-profile", key, ident, catalogue=ident, profile=chosen.id)
        for ident, version in versions.items():
            if ident in by_id and version not in (known := self.versions(ident)):
                values = {"catalogue": ident, "version": version, "known": ", ".join(known)}
                head.fault("unknown-version", "catalogues", ident, **values)
        if len(head.faults.found) > before:
            return None
        wanted = {ident: versions.get(ident, selection.version) for ident, selection in by_id.items()}
        catalogues = tuple(self.catalogue(*one) for one in wanted.items())
        return Norms(chosen, catalogues, self.kinds(), lambda: self.links(catalogues))

    def links(self, in_use: Iterable[Catalogue] = ()) -> Links:
        """Return all crosswalks within reach.

        Args:
            in_use: Catalogues of which another version than the newest may be meant.
        """
        from bio_check.load.shelf import Shelf  # noqa: PLC0415  # the same

        versions = {one.id: one for one in in_use}

        def catalogue_of(ident: str) -> Catalogue:
            return versions.get(ident) or self.catalogue(ident)

        return Shelf(self.files.crosswalks, self.files.catalogues, self.crosswalk, catalogue_of)

    def add(self, document: Document, file: Path) -> None:
        """Bring a catalogue within reach that passed its check and is yet to be written to that file."""
        data: Any = document.data
        self.files.catalogues[data["id"]] = file
        sha256 = hashlib.sha256(document.raw).hexdigest()
        self._catalogues[file] = to_catalogue(data, sha256, lambda: data["groups"])

    def _chosen_profile(
        self, profile: str | None, versions: dict[str, str], answered: tuple[str, ...], head: Entry
    ) -> Profile | None:
        if profile is None:
            files = self.files.catalogues
            idents = [ident for ident in dict.fromkeys((*versions, *answered)) if ident in files]
            title = Text("alles wat de beantwoorde catalogi vragen", "all that the answered catalogues ask")
            selections = tuple(
                Selection(ident, versions.get(ident) or self.catalogue(ident).version) for ident in idents
            )
            return Profile(OWN_PROFILE, title, title, selections)
        files = self.files.profiles
        if profile not in files:
            head.fault("unknown-profile", "profile", **unknown(profile, files))
            return None
        return self.profile(profile)

    def _catalogue_in(self, file: Path, ident: str, version: str | None = None) -> Catalogue:
        if file not in self._catalogues:
            self._catalogues[file] = self._read_catalogue(file, ident, version)
        return self._catalogues[file]

    def _read_catalogue(self, file: Path, ident: str, version: str | None) -> Catalogue:
        """Return a catalogue; of one that we ship, the texts are read only when they are wanted."""
        raw = read_bytes(str(file))
        sha256 = hashlib.sha256(raw).hexdigest()
        compiled, compiled_groups = compiled_file(sha256), compiled_file(f"{sha256}.groups")
        if compiled.is_file() and compiled_groups.is_file():
            told = json.loads(compiled.read_bytes())
            return to_catalogue(told["head"], sha256, lambda: json.loads(compiled_groups.read_bytes()), told["index"])
        data = self._parse(raw, file, "catalogue", ident, version)
        return to_catalogue(data, sha256, lambda: data["groups"])

    def _read(self, file: Path, kind: str, ident: str | None = None) -> Any:  # noqa: ANN401  # its shape is checked
        """Return the checked data of a file.

        What we ship was checked and compiled to JSON when the package was built; the hash says that it still is
        the same file.

        Args:
            file: What to read.
            kind: What kind of document it must be.
            ident: The id that it must bear, since its file or folder does.
        """
        return self._data(read_bytes(str(file)), file, kind, ident)

    def _data(self, raw: bytes, file: Path, kind: str, ident: str | None) -> Any:  # noqa: ANN401  # the same
        compiled = compiled_file(hashlib.sha256(raw).hexdigest())
        return json.loads(compiled.read_bytes()) if compiled.is_file() else self._parse(raw, file, kind, ident)

    def _parse(self, raw: bytes, file: Path, kind: str, ident: str | None, version: str | None = None) -> Any:  # noqa: ANN401  # the same
        document = parse_document(raw, str(file))
        self.check(document, kind)
        data: Any = document.data
        for key, name in (("id", ident), ("version", version)):
            if name is not None and str(data[key]) != name:
                raise UnusableInputError([diagnostic("id-differs", document.place(key), id=data[key], name=name)])
        return data

    def check(self, document: Document, kind: str) -> None:
        """Hold a catalogue, profile or list of kinds against its schema, and against all that it refers to.

        Raises:
            UnusableInputError: With every fault in it.
        """
        faults = Faults(list(document.faults))
        broken = load_shape(document, kind, faults)
        if not broken:
            if kind == "catalogue":
                from bio_check.load.catalogue_check import check_catalogue  # noqa: PLC0415  # what we ship was checked

                check_catalogue(document, self.kinds(), faults)
            elif kind == "profile":
                from bio_check.load.profile_check import check_profile  # noqa: PLC0415  # the same

                check_profile(document, self, faults)
            elif kind == "crosswalk":
                from bio_check.load.crosswalk import check_crosswalk  # noqa: PLC0415  # the same

                check_crosswalk(document, self, faults)
            else:
                check_kinds(document, faults)
        faults.raise_any()
