"""What can go wrong in what a user gives us: placed faults, and the exceptions that carry them."""

from __future__ import annotations

from collections.abc import Iterable

from bio_check.value import value
from bio_check.wording import Language, word_fact, word_hint

MAX_FAULTS = 1000


@value
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

    def __lt__(self, other: Place) -> bool:
        return (self.file, self.line, self.column, self.path) < (other.file, other.line, other.column, other.path)

    def __str__(self) -> str:
        position = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{position}: {self.path}" if self.path else position


@value
class Diagnostic:
    """One fault, or one warning, in what a user wrote."""

    place: Place
    code: str
    """Stable name, a key of `bio_check.sentences.DIAGNOSTICS`."""
    values: tuple[tuple[str, str], ...] = ()
    """What the sentence of this code needs, by name."""

    def __lt__(self, other: Diagnostic) -> bool:
        if self.place != other.place:
            return self.place < other.place
        return (self.code, self.values) < (other.code, other.values)

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


class Faults:
    """A basket: every step gathers its faults here, and raises them together.

    Args:
        found: What is in it from the start.
        most: How many it holds: a file of another kind is faulty everywhere, and nobody reads that.
    """

    def __init__(self, found: Iterable[Diagnostic] = (), most: int = MAX_FAULTS) -> None:
        self.found = list(found)
        self.most = most

    def add(self, code: str, place: Place, **values: object) -> None:
        """Put one fault in the basket.

        Raises:
            UnusableInputError: The basket is full.
        """
        self.found.append(diagnostic(code, place, **values))
        if len(self.found) >= self.most:
            self.found.append(diagnostic("too-many-faults", Place(place.file), limit=self.most))
            self.raise_any()

    def raise_any(self) -> None:
        """Raise what was gathered.

        Raises:
            UnusableInputError: There was at least one fault.
        """
        if self.found:
            raise UnusableInputError(self.found)
