"""A blank answer sheet: each question, or what the norm says where it asks none, above the place for its answer."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bio_check.model.catalogue import Catalogue, Item
from bio_check.model.text import Text
from bio_check.render.words import word
from bio_check.wording import Language, printable, quoted_yaml

SCHEMA_NAME = "bio-check-answers.schema.json"
WIDTH = 100
LONGEST_NAME = 500
"""Of an organisation, by the schema of the sheet."""

_HEAD = Text(
    """\
Antwoordblad voor bio-check. Vul per vraag de status in: met (voldoet), partial (voldoet gedeeltelijk), \
not-met (voldoet niet) of not-applicable (niet van toepassing: dan ook reason en risk-analysis). \
Leeg betekent: nog niet beantwoord. Controleer met: bio-check validate""",
    """\
Answer sheet for bio-check. Give each question a status: met, partial, not-met or not-applicable (then also \
reason and risk-analysis). Empty means: not answered yet. Check with: bio-check validate""",
)
_EVIDENCE = Text(
    """\
Bewijsregister: elk stuk staat hier eenmaal; antwoorden verwijzen ernaar. Voorbeeld, haal het hekje weg en verander:""",
    "Evidence register: each piece stands here once; answers refer to it. An example, uncomment and change:",
)
_ACTIONS = Text(
    "Actieregister: één actie mag meer tekorten dekken. Voorbeeld:",
    "Action register: one action may cover several gaps. An example:",
)
_EXAMPLES = {
    "nl": (
        "ib-beleid: {title: IB-beleid 2026, kind: policy, date: 2026-02-10, shows: [design], location: zaak 123}",
        "mfa-beheer: {title: MFA op alle beheerportalen, owner: ICT, due: 2027-02-01, cost: 12000, status: open}",
    ),
    "en": (
        "is-policy: {title: IS policy 2026, kind: policy, date: 2026-02-10, shows: [design], location: case 123}",
        "mfa-admin: {title: MFA on all admin portals, owner: IT, due: 2027-02-01, cost: 12000, status: open}",
    ),
}


Asked = Sequence[tuple[Catalogue, Sequence[Item]]]
"""Catalogues in order, each with the items that apply."""


def blank_sheet(organisation: str, profile: str, asked: Asked, reference_date: date, language: Language) -> str:
    """Return a sheet that loads as it is, with every item unanswered."""
    versions = ", ".join(f"{one.id}: {quoted_yaml(one.version)}" for one, _ in asked)
    lines = [
        f"# yaml-language-server: $schema={SCHEMA_NAME}",
        *_comment(_HEAD.in_(language), ""),
        "format: bio-check/answers/1",
        "draft: true",
        f"organisation: {{name: {quoted_yaml(printable(organisation, LONGEST_NAME))}}}",
        "scope:",
        f"reference-date: {reference_date}",
        f"profile: {profile}",
        f"catalogues: {{{versions}}}",
        "",
        "answers:",
    ]
    for catalogue, items in asked:
        lines += [f"  {catalogue.id}:", *_questions(catalogue, items, language)]
    evidence, action = _EXAMPLES[language]
    lines += ["", *_comment(_EVIDENCE.in_(language), ""), "evidence:", f"  # {evidence}"]
    lines += ["", *_comment(_ACTIONS.in_(language), ""), "actions:", f"  # {action}"]
    return "\n".join(lines) + "\n"


def _questions(catalogue: Catalogue, items: Iterable[Item], language: Language) -> Iterator[str]:
    titles = {group.id: group.title.in_(language) for group in catalogue.groups}
    group = None
    for item in items:
        if item.group != group:
            group = item.group
            title = f"{group}  {_one_line(titles[group])}"
            yield from ("", f"    # {'=' * len(title)}", f"    # {title}", f"    # {'=' * len(title)}")
        yield ""
        yield f"    # {item.id}  {_one_line(item.title.in_(language))}  ({_owners(item, language)})"
        yield from _comment((item.question or item.statement).in_(language), "    ")
        pieces = "; ".join(_piece(one.title.in_(language), one.shows, language) for one in item.evidence)
        if pieces:
            yield from _comment(f"{'Bewijs' if language == 'nl' else 'Evidence'}: {pieces}", "    ")
        yield f"    {quoted_yaml(item.id)}:"
        yield "      status:"
        yield "      owner:"
        yield "      note:"
        yield "      evidence: []"


def _owners(item: Item, language: Language) -> str:
    return ", ".join(word(one, language) for one in (item.role, *item.audience))


def _piece(title: str, shows: Iterable[str], language: Language) -> str:
    return f"{title} [{', '.join(word(facet, language) for facet in shows)}]"


def _comment(text: str, indent: str) -> Iterator[str]:
    prefix = f"{indent}# "
    yield from textwrap.wrap(
        _one_line(text),
        WIDTH,
        initial_indent=prefix,
        subsequent_indent=prefix,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _one_line(text: str) -> str:
    """Return text without line breaks, YAML's own included: what comes after one is no comment any more."""
    return " ".join(text.split())
