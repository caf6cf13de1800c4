"""A sheet written anew after a plan: what does not change stays byte for byte, comments and order included."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from bio_check.errors import UnusableInputError
from bio_check.load.answer_block import AnswerBlock
from bio_check.load.answer_keys import answer_keys, entry_lines, flow_text
from bio_check.load.sheet_text import Piece, SheetText, read_sheet_text, with_changes
from bio_check.load.yaml_text import Document, parse_document
from bio_check.model.migration import Landing, Migration
from bio_check.value import value
from bio_check.wording import Language, quoted_yaml

BYTE_ORDER_MARK = "\ufeff"
_COMMENT = re.compile(r"(^|\s)#", re.MULTILINE)
_LEAD = re.compile(r"\A(\s*#[^\n]*\n)+")
BLANK: Mapping[str, Any] = {"status": None, "owner": None, "note": None, "evidence": []}
"""A place to fill in, as `new` makes it."""


@value
class Rewritten:
    """The text of a migrated sheet."""

    text: str
    old_texts: Mapping[str, str]
    """Id of each old answer to its text, comments included."""
    kept_form: bool
    """Whether comments and layout are those of the old sheet; not where its answers stood on one line."""
    uncommented: frozenset[str] = frozenset()
    """Ids of the old answers that had comments of their own, and were written anew without."""


def rewrite(document: Document, plan: Migration, language: Language) -> Rewritten:
    """Return a sheet as a plan wants it.

    Args:
        document: The old sheet, which loads without a fault.
        plan: What is to become of it.
        language: Of the reasons why something must be confirmed.
    """
    data: Any = document.data
    wanted = _Wanted(data, plan, language)
    text = document.raw.decode("utf-8-sig")
    if text.lstrip().startswith("{"):
        told = json.dumps(wanted.data, ensure_ascii=False, indent=2) + "\n"
        return Rewritten(told, _told_anew(data, plan.old.id), kept_form=True)
    mark = BYTE_ORDER_MARK if document.raw.startswith(BYTE_ORDER_MARK.encode()) else ""
    source = read_sheet_text(text)
    root = source.pieces(source.root) or {}
    old_texts = _old_texts(source, root, data, plan.old.id)
    for attempt in (_with_answers_changed, _with_answers_anew):
        changed = attempt(source, root, wanted)
        if changed is not None and _holds(changed, wanted.data):
            kept_form = attempt is _with_answers_changed
            return Rewritten(
                mark + changed, old_texts, kept_form, _uncommented(old_texts, plan, all_of_them=not kept_form)
            )
    lines = (line for key, one in wanted.data.items() for line in entry_lines(key, one, "", "  "))
    told = mark + "".join(line + source.line_end for line in lines)
    return Rewritten(told, old_texts, kept_form=False, uncommented=_uncommented(old_texts, plan, all_of_them=True))


class _Wanted:
    """What the new sheet is to hold, as data."""

    def __init__(self, data: Mapping[str, Any], plan: Migration, language: Language) -> None:
        self.plan, self.language = plan, language
        self.landings = plan.landings
        self.before = {key: one or {} for key, one in data["answers"].items()}
        self.answers = {landing.target: self._answer(landing) for landing in plan.landings}
        self.versions = self._versions(data.get("catalogues") or {})
        self.data = {key: one for key, one in data.items() if key != "profile" or plan.profile is None}
        self.data["catalogues"] = self.versions
        told = {key: one for key, one in data["answers"].items() if key != plan.old.id or not plan.across}
        if plan.across or self.before.get(plan.old.id):
            told[plan.new.id] = self.answers or None
        self.data["answers"] = told

    def confirm(self, landing: Landing) -> str | None:
        """Return the mark of an answer, if it gets one."""
        return landing.confirm.in_(self.language) or None

    def _answer(self, landing: Landing) -> Any:  # noqa: ANN401  # what a sheet may hold
        if landing.answer is None:
            return dict(BLANK)
        mark = {"to-be-confirmed": self.confirm(landing)} if landing.confirm else {}
        start = landing.starts[0] if landing.starts else landing.target
        of = self.plan.old.id if landing.starts else self.plan.new.id
        given = self.before[of][start] if landing.whole else answer_keys(landing.answer)
        return mark | {key: one for key, one in given.items() if key not in mark} if mark else given

    def _versions(self, given: Mapping[str, Any]) -> dict[str, Any]:
        old, new = self.plan.old.id, self.plan.new
        kept = {
            (new.id if key == old else key): new.version if key in {old, new.id} else one for key, one in given.items()
        }
        return kept if new.id in kept else {**kept, new.id: new.version}


def _uncommented(old_texts: Mapping[str, str], plan: Migration, *, all_of_them: bool) -> frozenset[str]:
    """Return the ids of commented answers of which the text is not kept; comments above an answer do not count."""
    retold = {one.starts[0] for one in plan.landings if one.starts and not one.whole}
    lost = old_texts if all_of_them else {key: text for key, text in old_texts.items() if key in retold}
    return frozenset(key for key, text in lost.items() if _COMMENT.search(_LEAD.sub("", text)))


def _holds(text: str, data: object) -> bool:
    """Whether a text reads as just this data, but for line ends at the end of a text: what stands below gives those."""
    try:
        found = parse_document(text.encode(), "-")
    except UnusableInputError:
        return False
    return not found.faults and _without_last_ends(found.data) == _without_last_ends(data)


def _without_last_ends(data: object) -> object:
    if isinstance(data, Mapping):
        return {key: _without_last_ends(one) for key, one in data.items()}
    if isinstance(data, list):
        return [_without_last_ends(one) for one in data]
    return data.rstrip("\n") if isinstance(data, str) else data


def _with_answers_changed(source: SheetText, root: Mapping[str, Piece], wanted: _Wanted) -> str | None:
    """Return the text with the least changes; None where the answers are not laid out in blocks."""
    plan = wanted.plan
    answers = source.pieces(root["answers"].node) if root else None
    if answers is None:
        return None
    changes = _head(source, root, wanted)
    old, new = answers.get(plan.old.id), answers.get(plan.new.id)
    block = AnswerBlock(source, wanted)
    if old is not None and not plan.across:
        changes |= block.changed(old)
    elif old is not None and new is None:
        changes |= block.replaced(old, plan.new.id)
    elif old is not None and new is not None:
        changes |= block.changed(new) | {(old.lead, old.tail): ""}
    return with_changes(source.text, changes)


def _with_answers_anew(source: SheetText, root: Mapping[str, Piece], wanted: _Wanted) -> str | None:
    """Return the text with all answers written anew and the rest as it was; None where even that is no block."""
    if not root:
        return None
    lines = entry_lines("answers", wanted.data["answers"], "", "  ")
    told = "".join(line + source.line_end for line in lines)
    return with_changes(source.text, _head(source, root, wanted) | {(root["answers"].start, root["answers"].end): told})


def _head(source: SheetText, root: Mapping[str, Piece], wanted: _Wanted) -> dict[tuple[int, int], str]:
    plan, end = wanted.plan, source.line_end
    changes: dict[tuple[int, int], str] = {}
    named = root.get("catalogues")
    versions = source.pieces(named.node) if named else None
    told = f"catalogues: {flow_text({key: str(one) for key, one in wanted.versions.items()})}{end}"
    if named is None:
        changes[root["answers"].lead, root["answers"].lead] = told
    elif not plan.across and (node := _value_of(named.node, plan.new.id)) is not None:
        changes[node.start_mark.index, node.end_mark.index] = quoted_yaml(plan.new.version)
    elif versions is None or plan.across:
        changes[named.start, named.end] = told
    else:
        changes[named.end, named.end] = (
            f"{' ' * next(iter(versions.values())).column}{plan.new.id}: {quoted_yaml(plan.new.version)}{end}"
        )
    if plan.profile is not None:
        changes[root["profile"].start, root["profile"].end] = ""
    return changes


def _value_of(node: Any, key: str) -> Any:  # noqa: ANN401  # nodes of PyYAML
    return next((below for name, below in node.value if name.value == key), None) if node.id == "mapping" else None


def _old_texts(source: SheetText, root: Mapping[str, Piece], data: Mapping[str, Any], catalogue: str) -> dict[str, str]:
    """Return the text of each old answer: as it stands there, or else anew."""
    answers = source.pieces(root["answers"].node) if root else None
    pieces = source.pieces(answers[catalogue].node) if answers and catalogue in answers else None
    if pieces is None:
        return _told_anew(data, catalogue)
    texts = {}
    for key, piece in pieces.items():
        margin = " " * piece.column
        lines = source.text[piece.lead : piece.end].splitlines()
        texts[key] = "\n".join(line.removeprefix(margin).rstrip() for line in lines)
    return texts


def _told_anew(data: Mapping[str, Any], catalogue: str) -> dict[str, str]:
    given = data["answers"].get(catalogue) or {}
    return {key: "\n".join(entry_lines(key, one, "", "  ")) for key, one in given.items()}
