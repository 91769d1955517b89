"""Each kind of entry as rows: its own table, and one for each list that it holds."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.entries import KINDS, Action, Decision, Entry, Table, Vote
from wibdesk.store import tables as t
from wibdesk.store.records import Row, due_of, due_row, record_of, row_of

MAIN: dict[str, sa.Table] = {
    "paragraph": t.paragraph,
    "subheading": t.subheading,
    "bullet": t.bullet,
    "numbered": t.numbered,
    "table": t.entry_table,
    "decision": t.decision,
    "action": t.action,
    "declaration": t.declaration,
    "amendment": t.amendment,
    "vote": t.vote,
    "private_note": t.private_note,
}
LISTS: dict[str, tuple[sa.Table, ...]] = {
    "table": (t.table_cell,),
    "decision": (t.decision_part,),
    "action": (t.action_owner,),
    "vote": (t.vote_side, t.vote_name),
}
Lists = Mapping[str, list[Row]]
"""The rows of an entry's lists in order, by the name of their table."""


def main_row(entry: Entry) -> Row:
    """Return the row of the entry in the table of its kind."""
    row = row_of(MAIN[entry.kind], entry, entry_id=entry.id)
    if isinstance(entry, Action):
        row |= due_row(entry.due)
    if isinstance(entry, Table):
        row["row_count"] = len(entry.rows)
    return row


def list_rows(entry: Entry, people: Mapping[str, str]) -> Iterator[tuple[sa.Table, Row]]:
    """Give the rows of the lists that an entry holds; `people` links the names of owners to the roster."""
    if isinstance(entry, Table):
        yield from _cell_rows(entry)
    elif isinstance(entry, Decision):
        for n, part in enumerate(entry.parts):
            yield t.decision_part, {"entry_id": entry.id, "position": n, "text": part}
    elif isinstance(entry, Action):
        for n, name in enumerate(entry.owners):
            link = people.get(name.casefold())
            yield t.action_owner, {"entry_id": entry.id, "position": n, "name": name, "person_id": link}
    elif isinstance(entry, Vote):
        yield from _name_rows(entry)


def _cell_rows(entry: Table) -> Iterator[tuple[sa.Table, Row]]:
    for n, cells in enumerate((entry.header, *entry.rows)):
        for column, text in enumerate(cells):
            yield t.table_cell, {"entry_id": entry.id, "row": n, "column": column, "text": text}


def _name_rows(entry: Vote) -> Iterator[tuple[sa.Table, Row]]:
    for side, (word, names) in enumerate(entry.names):
        yield t.vote_side, {"entry_id": entry.id, "position": side, "side": word}
        for n, name in enumerate(names):
            yield t.vote_name, {"entry_id": entry.id, "side": side, "position": n, "name": name}


def rows_of(entries: Sequence[Entry]) -> Iterator[tuple[sa.Table, Row]]:
    """Give all rows of some entries, each entry's own place and kind before the rows of its words."""
    for entry in entries:
        yield t.entry, {"id": entry.id, "kind": entry.kind}
        yield MAIN[entry.kind], main_row(entry)
        yield from list_rows(entry, {})


def entries_in(rows: Iterable[tuple[sa.Table, Row]]) -> tuple[Entry, ...]:
    """Return the entries of rows that `rows_of` gave; one of a kind that is no more is passed over."""
    kinds: dict[str, str] = {}
    held: dict[tuple[str, str], list[Row]] = {}
    for table, row in rows:
        if table is t.entry:
            kinds[row["id"]] = row["kind"]
        else:
            held.setdefault((row["entry_id"], table.name), []).append(row)
    out = []
    for entry_id, kind in kinds.items():
        for main in held.get((entry_id, MAIN[kind].name), ()) if kind in MAIN else ():
            lists = {table.name: held.get((entry_id, table.name), []) for table in LISTS.get(kind, ())}
            out.append(entry_of(kind, main, lists))
    return tuple(out)


def entry_of(kind: str, row: Row, lists: Lists) -> Entry:
    """Return the entry of its rows."""
    more = _MORE.get(kind, _nothing)(row, lists)
    return record_of(KINDS[kind], row, id=row["entry_id"], **more)


def _nothing(row: Row, lists: Lists) -> dict[str, Any]:
    return {}


def _table_lists(row: Row, lists: Lists) -> dict[str, Any]:
    grid: list[list[str]] = [[] for _ in range(row["row_count"] + 1)]
    for cell in lists["table_cell"]:
        grid[cell["row"]].append(cell["text"])
    return {"header": tuple(grid[0]), "rows": tuple(tuple(cells) for cells in grid[1:])}


def _decision_lists(row: Row, lists: Lists) -> dict[str, Any]:
    return {"parts": tuple(r["text"] for r in lists["decision_part"])}


def _action_lists(row: Row, lists: Lists) -> dict[str, Any]:
    return {"owners": tuple(r["name"] for r in lists["action_owner"]), "due": due_of(row)}


def _vote_lists(row: Row, lists: Lists) -> dict[str, Any]:
    names: dict[int, list[str]] = {}
    for name in lists["vote_name"]:
        names.setdefault(name["side"], []).append(name["name"])
    return {"names": tuple((s["side"], tuple(names.get(s["position"], ()))) for s in lists["vote_side"])}


_MORE: dict[str, Callable[[Row, Lists], dict[str, Any]]] = {
    "table": _table_lists,
    "decision": _decision_lists,
    "action": _action_lists,
    "vote": _vote_lists,
}
