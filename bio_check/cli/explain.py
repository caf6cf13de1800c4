"""`bio-check explain`: one item from norm to arithmetic."""

from __future__ import annotations

from typing import Annotated

import typer

from bio_check.cli.options import DateOption, JsonOption, Lang, LangOption, Sheet, day, own_folders


def explain(
    context: typer.Context,
    file: Sheet,
    item: Annotated[str, typer.Argument(metavar="ITEM", help="An id such as 5.17.01, or iso27001:5.1 to be exact.")],
    reference_date: DateOption = None,
    as_json: JsonOption = False,
    lang: LangOption = Lang.NL,
) -> None:
    """Take one item apart, from norm to arithmetic.

    Shows the norm, the answer, why each piece of evidence counts or not, its place in the gap order, and what it is
    linked to; for an item that nobody answered, what carries over to it and how the way was chosen.

    Example: bio-check explain answers.yaml 5.17.01
    """
    from bio_check import api
    from bio_check.assess.find import find_item
    from bio_check.assess.reach import hops_from
    from bio_check.cli.show import show, show_json

    loaded = api.load_sheet(file, *own_folders(context))
    assessment = api.judge(loaded, day(reference_date))
    one, finding = find_item(assessment, item)
    links = loaded.norms.read_links() if loaded.norms.read_links else None
    hops = hops_from(finding.item, one.catalogue, links) if links else ()
    if as_json:
        from bio_check.render.facts import FORMAT_VERSION
        from bio_check.render.links_text import links_facts
        from bio_check.render.report_facts import finding_texts

        facts = finding_texts(finding, assessment, lang.value) | links_facts(one, finding, hops, lang.value)
        show_json({"format_version": FORMAT_VERSION} | facts)
    else:
        from bio_check.render.explain_text import explain_blocks
        from bio_check.render.links_text import links_blocks

        page = explain_blocks(one, finding, assessment.reference_date, lang.value)
        show([*page, *links_blocks(one, finding, hops, lang.value)])
