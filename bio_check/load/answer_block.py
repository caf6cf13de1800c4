"""The answers to one catalogue as a stretch of text: entries stay, move, get a mark, or are written anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any, Protocol

from bio_check.load.answer_keys import entry_lines
from bio_check.load.sheet_text import Changes, Piece, SheetText, is_mapping, with_changes
from bio_check.model.migration import Landing
from bio_check.wording import Language, quoted_yaml

WIDTH = 100


class Wanted(Protocol):
    """What the answers are to become."""

    @property
    def landings(self) -> tuple[Landing, ...]:
        """In the order of the catalogue."""

    @property
    def answers(self) -> Mapping[str, Any]:
        """What each id is to hold."""

    @property
    def language(self) -> Language:
        """Of our words."""

    def confirm(self, landing: Landing) -> str | None:
        """Return the mark of an answer, if it gets one."""


class AnswerBlock:
    """Writes the answers to one catalogue into the text that they stand in."""

    def __init__(self, source: SheetText, wanted: Wanted) -> None:
        self.source, self.wanted = source, wanted
        self.by_target = {one.target: one for one in wanted.landings}
        self.heir = {one.starts[0]: one.target for one in reversed([*wanted.landings]) if one.starts}
        """Old id to the one new id that keeps the comments above it, where the old one is no more."""

    def changed(self, block: Piece) -> Changes:
        """Return the changes that make a block hold just these answers, each in its place."""
        pieces = self.source.pieces(block.node)
        if not pieces:
            return {}
        changes: Changes = {}
        gap, last = self._gap(pieces), [*pieces][-1]
        ahead, behind = self._beside(pieces, last)
        for key, piece in pieces.items():
            own = [self.by_target[key]] if key in self.by_target else []
            if key in ahead or key in behind or not (own and _stays(own[0])):
                told = [self._entry(one, pieces) for one in (*ahead.get(key, ()), *own, *behind.get(key, ()))]
                until = piece.end if key == last else piece.tail
                tail = self.source.text[piece.end : until] if told or not self._is_parted(piece) else ""
                changes[piece.lead, until] = gap.join(told) + tail
        return changes

    def replaced(self, block: Piece, ident: str) -> Changes:
        """Return the change that puts the answers to another catalogue in the place of a block."""
        pieces = self.source.pieces(block.node) or {}
        entries = [self._entry(one, pieces, column=block.column + 2) for one in self.wanted.landings]
        head = f"{' ' * block.column}{ident}:{self.source.line_end}"
        return {(block.start, block.end): head + self._gap(pieces).join(entries)}

    def _beside(
        self, pieces: Mapping[str, Piece], last: str
    ) -> tuple[dict[str, list[Landing]], dict[str, list[Landing]]]:
        """Return what is to come before and behind each entry that stands there."""
        ahead: dict[str, list[Landing]] = {}
        behind: dict[str, list[Landing]] = {}
        for one in self.wanted.landings:
            if one.target not in pieces:
                if one.before:
                    ahead.setdefault(one.before, []).append(one)
                else:
                    behind.setdefault(one.after or last, []).append(one)
        return ahead, behind

    def _is_parted(self, piece: Piece) -> bool:
        """Whether a blank line stands before an entry."""
        return self.source.text.endswith(("\n\n", "\n\r\n"), 0, piece.lead)

    def _gap(self, pieces: Mapping[str, Piece]) -> str:
        """Return what parts two answers: a blank line where the sheet has one."""
        first = next(iter(pieces.values()), None)
        return self.source.text[first.end : first.tail] if first and len(pieces) > 1 else ""

    def _entry(self, landing: Landing, pieces: Mapping[str, Piece], column: int | None = None) -> str:
        """Return the lines of one answer: its old text with a new key and a mark, or written anew.

        Args:
            landing: The answer.
            pieces: What stands there.
            column: How far it is indented where nothing does; comments of old answers stay behind then.
        """
        start = landing.starts[0] if landing.starts else landing.target
        piece, place = pieces.get(start), pieces.get(landing.target)
        heir = self.heir.get(start) == landing.target and start not in self.by_target
        lead = place or (piece if heir else None)
        above = self.source.text[lead.lead : lead.start] if lead and column is None else ""
        mark = self.wanted.confirm(landing)
        if piece is None or not landing.whole or (mark and not _takes_mark(piece.node)):
            beside = piece or next(iter(pieces.values()), None)
            indent = " " * (beside.column if beside else column or 0)
            return above + "".join(line + self.source.line_end for line in self._anew(landing, indent))
        return above + self._with_mark(piece, landing.target, mark)

    def _with_mark(self, piece: Piece, target: str, mark: str | None) -> str:
        changes: Changes = {}
        if piece.key != target:
            changes[piece.key_start, piece.key_end] = quoted_yaml(target)
        earlier = _mark_of(piece.node)
        if mark is not None and earlier is not None:
            start = earlier.start_mark.index
            changes[start, start + len(self.source.text[start : earlier.end_mark.index].rstrip())] = quoted_yaml(mark)
        elif mark is not None:
            first = piece.node.value[0][0].start_mark.index
            column = first - self.source.text.rfind("\n", 0, first) - 1
            between = ", " if piece.node.flow_style else self.source.line_end + " " * column
            changes[first, first] = f"to-be-confirmed: {quoted_yaml(mark)}{between}"
        moved = {(start - piece.start, end - piece.start): told for (start, end), told in changes.items()}
        text = with_changes(self.source.text[piece.start : piece.end], moved)
        return text if text.endswith("\n") else text + self.source.line_end

    def _anew(self, landing: Landing, indent: str) -> Iterator[str]:
        if (item := landing.item) is not None:
            for text in (f"{item.id}  {item.title.in_(self.wanted.language)}", item.question.in_(self.wanted.language)):
                yield from wrap(text, WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ")
        yield from entry_lines(landing.target, self.wanted.answers[landing.target], indent, "  ")


def _stays(landing: Landing) -> bool:
    """Whether an entry need not be touched."""
    return landing.whole and not landing.confirm and landing.starts in {(), (landing.target,)}


def _takes_mark(node: Any) -> bool:  # noqa: ANN401  # nodes of PyYAML
    """Whether a mark can be put before the first key, or in the place of an earlier one."""
    earlier = _mark_of(node)
    return is_mapping(node) and bool(node.value) and (earlier is None or bool(earlier.value))


def _mark_of(node: Any) -> Any:  # noqa: ANN401  # the same
    """Return the node of the mark that an answer has already; None where it has none."""
    return (
        next((told for key, told in node.value if key.value == "to-be-confirmed"), None) if is_mapping(node) else None
    )
