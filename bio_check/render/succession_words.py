"""What happened to an item between two versions, in words."""

from __future__ import annotations

from collections.abc import Mapping

from bio_check.model.succession import Change
from bio_check.model.text import Text
from bio_check.wording import Language

CHANGES: Mapping[Change, Text] = {
    Change.SAME: Text("ongewijzigd", "unchanged"),
    Change.WORDING: Text("alleen anders verwoord", "wording only"),
    Change.SUBSTANCE: Text("gewijzigd", "changed"),
    Change.MOVED: Text("verplaatst", "moved"),
    Change.SPLIT: Text("gesplitst", "split"),
    Change.MERGED: Text("samengevoegd", "merged"),
    Change.WITHDRAWN: Text("vervallen", "withdrawn"),
}
"""In the order in which counts are told."""
ADDED = Text("nieuw", "new")
_ACROSS = {
    Change.SAME: Text("gelijk", "equal"),
    Change.MOVED: Text("één op één", "one to one"),
    Change.WITHDRAWN: Text("zonder opvolger in de koppeling", "without a successor in the crosswalk"),
}


def change_name(change: Change, language: Language, *, across: bool) -> str:
    """Return what a change is called, between versions or between two catalogues."""
    name = _ACROSS.get(change, CHANGES[change]) if across else CHANGES[change]
    return name.in_(language)
