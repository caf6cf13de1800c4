"""Build hook: shipped YAML is compiled to JSON and templates to Python, so that starting costs no parse of either.

What is compiled is named by the SHA-256 of its source: a source that changed is simply read again.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileControls(BuildHookInterface):  # type: ignore[type-arg]  # hatchling gives no type for its argument
    """Puts the compiled files in `bio_check/_compiled`, for wheels and editable installs alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's signature
        """Compile every YAML file under `controls/` and every template."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from bio_check.load.catalogue import index_of  # noqa: PLC0415  # only after the path is set
        from bio_check.load.yaml_text import parse_document  # noqa: PLC0415  # the same
        from bio_check.render.environment import new_environment, templates_key  # noqa: PLC0415  # the same

        folder = root / "bio_check" / "_compiled"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for file in sorted((root / "controls").rglob("*.yaml")):
            raw = file.read_bytes()
            document = parse_document(raw, str(file))
            if document.faults:
                message = f"{document.faults[0].place}: {document.faults[0].fact('en')}"
                raise ValueError(message)
            _write(folder, hashlib.sha256(raw).hexdigest(), document.data, index_of)
        new_environment("nl").compile_templates(folder / templates_key(), zip=None, ignore_errors=False)
        build_data["artifacts"].append("/bio_check/_compiled/")


def _write(folder: Path, name: str, data: Any, index_of: Callable[[Any], Any]) -> None:  # noqa: ANN401  # any document
    """Write a document as JSON; the groups of a catalogue apart, since most commands need only their ids."""
    if "groups" in data:
        groups = data.pop("groups")
        _write_json(folder / f"{name}.groups.json", groups)
        data = {"head": data, "index": index_of(groups)}
    _write_json(folder / f"{name}.json", data)


def _write_json(file: Path, data: object) -> None:
    file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
