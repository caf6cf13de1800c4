"""Libraries of CISO Assistant: each framework a catalogue, each implementation group a profile."""

from __future__ import annotations

from collections.abc import Iterator
from glob import escape
from typing import Any

from bio_check.errors import Place, UnusableInputError, diagnostic
from bio_check.load.imports.ciso_mappings import read_mappings
from bio_check.load.imports.ciso_tree import Tree, to_nodes
from bio_check.load.imports.draft import Ids, both, tell, tell_taken, to_day, to_name, to_produced, to_title, wording_of
from bio_check.load.imports.imported import Imported, Produced, Remarks, to_ident
from bio_check.load.imports.source import Options, Source
from bio_check.load.imports.texts import Raw, Texts, listed, mapping, plain


def read_ciso_assistant(source: Source, options: Options) -> Imported:
    """Return the frameworks of a library as catalogues and profiles, and its mappings as crosswalks.

    Raises:
        UnusableInputError: It holds neither a framework nor a mapping that can be used.
    """
    library, remarks = mapping(source.data), Remarks(source.file)
    objects = mapping(library.get("objects"))
    documents: list[Produced] = []
    ids = Ids()
    for framework in _frameworks(objects):
        documents += _read_framework(library, framework, options, ids, remarks)
    documents += read_mappings(library, objects, options, remarks)
    if not documents:
        fault = diagnostic("import-nothing", Place(source.file))
        raise UnusableInputError([fault, *remarks.found])
    return Imported(tuple(documents), tuple(remarks.found))


def _frameworks(objects: Raw) -> list[Raw]:
    """Return the frameworks in either spelling: one, or a list."""
    found = listed(objects.get("framework")) + listed(objects.get("frameworks"))
    return [one for one in found if isinstance(one, dict)]


def _read_framework(library: Raw, framework: Raw, options: Options, ids: Ids, remarks: Remarks) -> Iterator[Produced]:
    own = plain(framework.get("ref_id")) or plain(library.get("ref_id")) or plain(framework.get("urn")).split(":")[-1]
    ident = ids.take(options.id or to_ident(own))
    texts = Texts(options.language or plain(framework.get("locale")) or plain(library.get("locale")), remarks)
    title = texts.of(framework, "name", "ref_id") or texts.of(library, "name", "ref_id") or {"nl": ident, "en": ident}
    title = {language: to_title(text) for language, text in title.items()}
    nodes = to_nodes(framework.get("requirement_nodes"))
    tree = Tree(nodes, texts, (to_name(own) or ident, title))
    if not tree.groups:
        remarks.remark("import-nothing-to-answer", "objects.framework", id=ident)
        return
    tell_taken(remarks, ident)
    groups, context = list(tree.groups.values()), tree.context()
    version = to_name(plain(library.get("version"))) or "1"
    tree.tell(remarks)
    head = _head(library, options, version, remarks)
    head |= {"title": title, "wording": wording_of(groups), "languages": texts.languages(), "context": context}
    order = ("version", "title", "issued", "source", "wording", "languages", "licence", "attribution", "context")
    texts.tell()
    yield to_produced(ident, {key: head.get(key) for key in order}, groups)
    yield from _profiles(framework, tree, texts, {"id": ident, "version": version, "title": title}, remarks)


def _head(library: Raw, options: Options, version: str, remarks: Remarks) -> dict[str, Any]:
    issued = to_day(library.get("publication_date"))
    if issued is None:
        remarks.remark("import-no-date", "publication_date", date=options.today)
    urn = to_name(plain(library.get("urn"))) or "CISO Assistant"
    name = to_name(f"CISO Assistant: {plain(library.get('name')) or urn} ({version})")
    return {
        "version": version,
        "issued": issued or options.today.isoformat(),
        "source": {"name": name, "url": urn, "read": options.today.isoformat()},
        "licence": to_name(plain(library.get("copyright"))),
        "attribution": to_name(plain(library.get("provider"))),
    }


def _profiles(framework: Raw, tree: Tree, texts: Texts, about: dict[str, Any], remarks: Remarks) -> Iterator[Produced]:
    """Return a profile for each implementation group, with the items that name it."""
    chosen: dict[str, list[str]] = {}
    spelt: dict[str, str] = {}
    for node in tree.nodes:
        if node.is_item:
            for name in {plain(one): None for one in listed(node.values.get("implementation_groups"))}:
                spelt.setdefault(name.casefold(), name)
                chosen.setdefault(name.casefold(), []).append(tree.idents[id(node)])
    chosen.pop("", None)
    raw = listed(framework.get("implementation_groups_definition"))
    defined = {plain(one.get("ref_id")).casefold(): one for one in raw if isinstance(one, dict)}
    tell(remarks, "import-empty-group", [plain(one.get("ref_id")) for key, one in defined.items() if key not in chosen])
    tell(remarks, "import-unknown-group", [spelt[key] for key in chosen if key not in defined])
    ids = Ids()
    for key in [*(key for key in defined if key in chosen), *(key for key in chosen if key not in defined)]:
        values = defined.get(key, {"ref_id": spelt[key]})
        called = both(texts.of(values, "name", "ref_id") or {"en": spelt[key]})
        ident = ids.take(f"{about['id']}-{to_ident(spelt[key], 'group').strip('-')}")
        label = {language: f"{text}: {called[language]}" for language, text in both(about["title"]).items()}
        text = texts.of(values, "description")
        selection = {"id": about["id"], "version": about["version"]}
        items = list(dict.fromkeys(escape(item) for item in chosen[key]))
        data = {
            "format": "bio-check/profile/1",
            "id": ident,
            "title": label,
            "description": both(text) if text else label,
            "catalogues": [{**selection, "items": items}],
        }
        yield Produced("profile", ident, data)
