"""`wibdesk search`: what the register holds of some words, the best first, as lines with tabs or as one JSON array."""

import json
from dataclasses import replace
from typing import Any

from wibdesk.commands.call import Call
from wibdesk.commands.naming import find_body
from wibdesk.domain.search import Hit, Query, SearchKind
from wibdesk.domain.search_typed import read_query
from wibdesk.interchange.fields import day_json
from wibdesk.language import say
from wibdesk.services.search import search

COLUMNS = ("kind", "meeting", "date", "item", "ref", "people", "words")
"""What a line shows; the JSON has it all."""


def run(call: Call) -> int:
    """Print what is found; how much more there is, on stderr."""
    _get_ready(call)
    page = call.read(search, _query(call), 0, call.args.most)
    rows = [_row(hit) for hit in page.hits]
    if call.args.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2), file=call.out)
    else:
        for row in rows:
            call.row(*(row[column] or "" for column in COLUMNS))
    if page.partly:
        call.remark(say("Nothing has all of these words: this has some of them."))
    if page.more or page.count > len(rows):
        more = say("more than {count:,}", count=page.count) if page.more else f"{page.count:,}"
        call.remark(say("Shown are {shown:,} of {count}: --most shows more.", shown=len(rows), count=more))
    return 0


def _get_ready(call: Call) -> None:
    """Have the search of an old register made ready, and say so where that takes its time."""
    if call.desk.fill_search().result() < 1:
        call.remark(say("Getting the search ready: once only, it may take a minute."))
        while call.desk.fill_search().result() < 1:
            pass


def _query(call: Call) -> Query:
    """Return what is meant; every word is whole, and private notes are found only when they are named."""
    query = read_query(" ".join(call.args.words) + " ", call.desk.now().date())
    if call.args.kind is not None:
        query = replace(query, kinds=frozenset({SearchKind(call.args.kind)}))
    if call.args.body is not None:
        query = replace(query, body_ids=frozenset({find_body(call, call.args.body).id}))
    return query if query.kinds else replace(query, kinds=frozenset(SearchKind) - {SearchKind.NOTE})


def _row(hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.kind.value,
        "body": hit.body_name,
        "meeting": hit.meeting_ref,
        "date": day_json(hit.day),
        "item": hit.item_number,
        "item_title": hit.item_title,
        "plan": hit.plan_title,
        "ref": hit.ref,
        "people": hit.people,
        "due": hit.due,
        "status": hit.status,
        "words": hit.words,
    }
