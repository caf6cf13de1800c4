"""`bio-check schema`: the JSON Schema of a kind of document."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Kind(StrEnum):
    """Documents that have a schema."""

    ANSWERS = "answers"
    CATALOGUE = "catalogue"
    CROSSWALK = "crosswalk"
    PROFILE = "profile"
    EVIDENCE_KINDS = "evidence-kinds"


def schema(
    kind: Annotated[
        Kind, typer.Argument(metavar="KIND", help="answers, catalogue, crosswalk, profile or evidence-kinds.")
    ],
) -> None:
    """Print the JSON Schema of a kind of document.

    Example: bio-check schema answers > bio-check-answers.schema.json
    """
    from bio_check.cli.show import write
    from bio_check.shipped import schema_file

    write(schema_file(kind.value).read_text("utf-8"))
