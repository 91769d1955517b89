"""The clerk's private notes, wherever the register keeps them: in minutes, versions, words that wait and the bin."""

from collections.abc import Collection, Iterable, Iterator

import sqlalchemy as sa

from wibdesk.domain.entries import PrivateNote
from wibdesk.store.bin import Bin
from wibdesk.store.conflicts import Conflicts
from wibdesk.store.history import History
from wibdesk.store.packing import pack, packed_with, unpack
from wibdesk.store.records import Row
from wibdesk.store.rows import Rows
from wibdesk.store.tables import entry, item

KIND = PrivateNote.kind
PACKED = {"version": ("data",), "conflict": ("base", "mine")}
"""Columns that hold packed rows themselves, by table: a thing in the bin may have versions."""


class PrivateNotes:
    """Queries over the private notes of one meeting."""

    def __init__(self, rows: Rows, history: History, conflicts: Conflicts, bin: Bin) -> None:  # noqa: A002 - its name
        self._rows = rows
        self._history = history
        self._conflicts = conflicts
        self._bin = bin

    def ids(self, meeting_id: str) -> frozenset[str]:
        """Return the ids of the entries that are private notes, or were when they were last in the minutes."""
        current = self._current(meeting_id)
        found = {entry_id for entry_id, kind in current.items() if kind == KIND}
        for data in self._blobs(meeting_id):
            found |= {e for e in _notes(unpack(data)) if current.get(e, KIND) == KIND}
        return frozenset(found)

    def wipe_past(self, meeting_id: str, ids: Collection[str]) -> None:
        """Delete these notes from all but the minutes themselves, also what they said as entries of another kind."""
        for version_id, data in self._history.blobs(meeting_id):
            if (new := without(data, ids)) != data:
                self._history.repack(version_id, new)
        for bin_id, data in self._bin.blobs(meeting_id):
            if (new := without(data, ids)) != data:
                self._bin.repack(bin_id, new)
        for conflict_id, base, mine in self._conflicts.blobs(meeting_id):
            if any(data is not None and without(data, ids) != data for data in (base, mine)):
                self._conflicts.drop([conflict_id])

    def _current(self, meeting_id: str) -> dict[str, str]:
        chosen = sa.select(entry.c.id, entry.c.kind).join(item, item.c.id == entry.c.item_id)
        return {row["id"]: row["kind"] for row in self._rows.execute(chosen.where(item.c.meeting_id == meeting_id))}

    def _blobs(self, meeting_id: str) -> Iterator[bytes]:
        yield from (data for _, data in self._history.blobs(meeting_id))
        yield from (data for _, data in self._bin.blobs(meeting_id))
        for _, base, mine in self._conflicts.blobs(meeting_id):
            yield from (data for data in (base, mine) if data is not None)


def _notes(rows: Iterable[tuple[sa.Table, Row]]) -> Iterator[str]:
    for table, row in rows:
        if table is entry and row["kind"] == KIND:
            yield row["id"]
        for column in PACKED.get(table.name, ()):
            if row[column] is not None:
                yield from _notes(unpack(row[column]))


def without(data: bytes, ids: Collection[str]) -> bytes:
    """Return packed rows without all that belongs to these entries, the very same where there is nothing."""
    rows = unpack(data)
    kept = [(table, _row_without(table, row, ids)) for table, row in rows if not _belongs(table, row, ids)]
    if kept == rows:
        return data
    return pack(kept, **{name: value for name, value in packed_with(data).items() if name != "rows"})


def _belongs(table: sa.Table, row: Row, ids: Collection[str]) -> bool:
    return (row["id"] if table is entry else row.get("entry_id")) in ids


def _row_without(table: sa.Table, row: Row, ids: Collection[str]) -> Row:
    held = {column: row[column] for column in PACKED.get(table.name, ()) if row[column] is not None}
    return row | {column: without(data, ids) for column, data in held.items()}
