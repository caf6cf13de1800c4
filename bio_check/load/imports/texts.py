"""The texts of a norm of others: a language of its own, and translations beside each text."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from bio_check.load.imports.draft import Cuts
from bio_check.load.imports.imported import Remarks, to_plain
from bio_check.wording import LANGUAGES

Raw = Mapping[str, Any]


def mapping(one: object) -> Raw:
    """Return a mapping; an empty one for anything else."""
    return one if isinstance(one, Mapping) else {}


def listed(one: object) -> list[Any]:
    """Return a list; an empty one for nothing, and one of one for anything else."""
    return one if isinstance(one, list) else [] if one is None else [one]


def plain(one: object) -> str:
    """Return what stands under a key as text, whole; empty for nothing and for what is no text."""
    return "" if one is None or isinstance(one, Mapping | list) else to_plain(one, sys.maxsize)


class Texts:
    """Picks Dutch and English out of the texts of a norm.

    Args:
        locale: Language of the norm, such as `en` or `fr_FR`.
        remarks: Gets what the reader must know about the languages.
    """

    def __init__(self, locale: str, remarks: Remarks) -> None:
        self.language = locale.strip().lower()[:2] or "en"
        self.main = self.language if self.language in LANGUAGES else "en"
        self.cuts = Cuts()
        self.remarks = remarks
        self.total = 0
        self.found = dict.fromkeys(LANGUAGES, 0)
        self.foreign = 0

    def of(self, values: Raw, *keys: str) -> dict[str, str]:
        """Return the text under the first of these keys that has one, per language; empty where none has."""
        key = next((key for key in keys if plain(values.get(key))), None)
        return self.pair({self.language: plain(values[key]), **self._translated(values, key)}) if key else {}

    def pair(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Return a text per language of ours; the main language always has one."""
        fit = {language: self.cuts.text(texts[language]) for language in LANGUAGES if texts.get(language)}
        own = {language: text for language, text in fit.items() if text}
        lent = next(filter(None, map(self.cuts.text, texts.values())), "") if self.main not in own else own[self.main]
        if not lent:
            return {}
        self.total += 1
        self.foreign += self.language not in LANGUAGES and self.main not in own
        for language in own:
            self.found[language] += 1
        own[self.main] = lent
        return {language: own[language] for language in LANGUAGES if language in own}

    def languages(self) -> list[str]:
        """Return the languages in which every text so far stands."""
        return [language for language in LANGUAGES if language == self.main or self.found[language] == self.total]

    def tell(self) -> None:
        """Warn of texts in another language, in one language only, or too long."""
        if self.foreign:
            self.remarks.remark("import-other-language", language=self.language, count=self.foreign, kept=self.main)
        for language in LANGUAGES:
            lent = self.foreign if language == self.main else 0
            if 0 < self.found[language] < self.total - lent:
                count, total = self.found[language], self.total
                self.remarks.remark("import-part-translated", language=language, count=count, total=total)
        self.cuts.tell(self.remarks)

    @staticmethod
    def _translated(values: Raw, key: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for locale, texts in mapping(values.get("translations")).items():
            language, text = str(locale).strip().lower()[:2], plain(mapping(texts).get(key))
            if text:
                found.setdefault(language, text)
        return found
