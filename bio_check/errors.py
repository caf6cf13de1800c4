"""What can go wrong in what a user gives us: placed faults, and the exceptions that carry them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bio_check.wording import Language, word_fact, word_hint


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file something stands."""

    file: str
    """As the user named it; `-` for standard input."""
    line: int = 0
    """Counted from 1; 0 where the whole file is meant."""
    column: int = 0
    """Counted from 1, in characters; 0 where the whole file is meant."""
    path: str = ""
    """Keys on the way there, joined by dots: `answers.bio2.5.17.01.status`."""

    def __str__(self) -> str:
        position = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{position}: {self.path}" if self.path else position


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One fault, or one warning, in what a user wrote."""

    place: Place
    code: str
    """Stable name, a key of `bio_check.wording.DIAGNOSTICS`."""
    values: tuple[tuple[str, str], ...] = ()
    """What the sentence of this code needs, by name."""

    def fact(self, language: Language) -> str:
        """Return what is wrong, as one sentence without a full stop."""
        return word_fact(self.code, dict(self.values), language)

    def hint(self, language: Language) -> str:
        """Return what to do about it."""
        return word_hint(self.code, dict(self.values), language)


def diagnostic(code: str, place: Place, **values: object) -> Diagnostic:
    """Return a diagnostic whose values are turned into text."""
    return Diagnostic(place, code, tuple((name, str(value)) for name, value in sorted(values.items())))


class BioCheckError(Exception):
    """We cannot go on, for a reason that the user can mend.

    Attributes:
        diagnostics: One or more faults, in the order of the file.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(set(diagnostics)))
        super().__init__("; ".join(f"{one.place}: {one.fact('en')}" for one in self.diagnostics))


class UnusableInputError(BioCheckError):
    """A file, or what it holds, cannot be used (exit code 3)."""


class WrongUsageError(BioCheckError):
    """The command was called in a way that it cannot follow (exit code 2)."""


@dataclass(slots=True)
class Faults:
    """A basket: every step gathers its faults here, and raises them together."""

    found: list[Diagnostic] = field(default_factory=list)

    def add(self, code: str, place: Place, **values: object) -> None:
        """Put one fault in the basket."""
        self.found.append(diagnostic(code, place, **values))

    def raise_any(self) -> None:
        """Raise what was gathered.

        Raises:
            UnusableInputError: There was at least one fault.
        """
        if self.found:
            raise UnusableInputError(self.found)
