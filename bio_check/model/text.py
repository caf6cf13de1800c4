"""Text for people, in both languages."""

from __future__ import annotations

from bio_check.value import value
from bio_check.wording import Language


@value
class Text:
    """The same words in Dutch and in English."""

    nl: str
    en: str

    def in_(self, language: Language) -> str:
        """Return the words in one language."""
        return self.nl if language == "nl" else self.en
