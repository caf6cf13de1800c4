"""Text for people, in both languages."""

from __future__ import annotations

from bio_check.value import value
from bio_check.wording import Language


@value
class Text:
    """The same words in Dutch and in English; one that is empty was never written."""

    nl: str
    en: str

    def in_(self, language: Language) -> str:
        """Return the words in one language, or else in the other; empty where there are none."""
        return (self.nl or self.en) if language == "nl" else (self.en or self.nl)

    def __bool__(self) -> bool:
        return bool(self.nl or self.en)


NO_TEXT = Text("", "")
