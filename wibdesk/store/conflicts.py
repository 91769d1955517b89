"""Entries that two writers changed: one's words are in the minutes, the other's wait here until the clerk chooses."""

import datetime as dt

from wibdesk.domain.entries import Entry
from wibdesk.domain.ids import new_id
from wibdesk.domain.merging import Conflict
from wibdesk.store.entry_rows import entries_in, rows_of
from wibdesk.store.packing import pack, unpack
from wibdesk.store.records import Row, naive
from wibdesk.store.rows import Rows
from wibdesk.store.tables import conflict, item


class Conflicts:
    """Queries over the words that wait."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_item(self, item_id: str, writer: str, now: dict[str, Entry]) -> tuple[Conflict, ...]:
        """Return the conflicts of a writer in an item whose entries by id are `now`, in the order they came."""
        return tuple(_conflict(row, now.get(row["entry_id"])) for row in self._held(item_id, writer))

    def put(self, item_id: str, writer: str, found: Conflict, at: dt.datetime) -> None:
        """Keep a conflict; an earlier one of the writer over the same entry makes room."""
        held = self._held(item_id, writer)
        old = next((row for row in held if row["entry_id"] == found.entry_id), None)
        position = max((row["position"] + 1 for row in held), default=0)
        row = old or {"id": new_id(), "item_id": item_id, "position": position, "entry_id": found.entry_id}
        words = {"removed": found.theirs is None, "base": _packed(found.base), "mine": _packed(found.mine)}
        self._rows.put(conflict, row | {"writer": writer, "at": naive(at)} | words)

    def remove(self, item_id: str, writer: str, entry_id: str) -> None:
        """Forget the conflict over an entry."""
        gone = [row["id"] for row in self._held(item_id, writer) if row["entry_id"] == entry_id]
        self._rows.delete(conflict, "id", gone)

    def blobs(self, meeting_id: str) -> list[tuple[str, bytes | None, bytes | None]]:
        """Return the conflicts of a meeting's items by id: base and own words as they are packed."""
        items = [row["id"] for row in self._rows.matching(item, "meeting_id", [meeting_id])]
        return [(row["id"], row["base"], row["mine"]) for row in self._rows.matching(conflict, "item_id", items)]

    def drop(self, ids: list[str]) -> None:
        """Forget conflicts by their own ids."""
        self._rows.delete(conflict, "id", ids)

    def _held(self, item_id: str, writer: str) -> list[Row]:
        held = [row for row in self._rows.matching(conflict, "item_id", [item_id]) if row["writer"] == writer]
        return sorted(held, key=lambda row: int(row["position"]))


def _packed(entry: Entry | None) -> bytes | None:
    return None if entry is None else pack(rows_of([entry]))


def _entry(data: bytes | None) -> Entry | None:
    return None if data is None else next(iter(entries_in(unpack(data))), None)


def _conflict(row: Row, now: Entry | None) -> Conflict:
    base, mine = _entry(row["base"]), _entry(row["mine"])
    # What the other writer took away stands in the minutes as this one goes on typing it.
    return (
        Conflict(row["entry_id"], base, now or mine, None)
        if row["removed"]
        else Conflict(row["entry_id"], base, mine, now)
    )
