"""The one place that writes rows: it writes only what differs, and keeps what was there before for undo."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa

from wibdesk.store.columns import metadata
from wibdesk.store.mail_tables import mail_enclosure, mail_file, mail_message, mailing
from wibdesk.store.records import Row
from wibdesk.store.tables import export, given_reference, register, seal, version, wipe

Key = tuple[Any, ...]
AT_ONCE = 5000
"""Values in one IN list: SQLite takes 32,766 parameters in a statement."""
NEVER_UNDONE = {
    table.name
    for table in (
        register,
        given_reference,
        export,
        version,
        seal,
        wipe,
        mailing,
        mail_file,
        mail_message,
        mail_enclosure,
    )
}
"""Counters, references once given, what was sent and the records of what was are never taken back by undo.

They come back with what they went with.
"""


@dataclass(frozen=True)
class RowChange:
    """A row before and after: None before is an insertion, None after a deletion."""

    table: str
    key: Key
    before: Row | None
    after: Row | None


class Rows:
    """Reads and writes rows in one transaction.

    `changes` tells what was written, when `recording`; `touched` each row that was, as it stood before and after.
    """

    def __init__(self, connection: sa.Connection, *, writable: bool = True, recording: bool = True) -> None:
        self._connection = connection
        self._writable = writable
        self._recording = recording
        self.changes: list[RowChange] = []
        self.touched: list[tuple[sa.Table, Row]] = []

    def execute(self, statement: sa.Select[Any]) -> Sequence[sa.RowMapping]:
        """Run a query and return its rows as mappings."""
        return self._connection.execute(statement).mappings().all()

    def tuples(self, statement: sa.Select[Any]) -> Sequence[Sequence[Any]]:
        """Run a query and return its rows as bare tuples: many come in half the time."""
        return self._connection.execute(statement).all()

    def stored(self, statement: sa.Select[Any]) -> Sequence[tuple[Any, ...]]:
        """Run a query and return its rows as the driver has them: only for words and numbers, of which many come."""
        with self._connection.execute(statement) as found:
            return found.cursor.fetchall() if found.cursor is not None else ()

    def scalar(self, statement: sa.Select[Any]) -> Any:
        """Run a query for one value; None where there is no row."""
        return self._connection.execute(statement).scalar()

    def get(self, table: sa.Table, key: Key) -> Row | None:
        """Return the row with this key."""
        found = self._connection.execute(sa.select(table).where(*_is(table, key))).mappings().first()
        return dict(found) if found is not None else None

    def matching(self, table: sa.Table, column: str, values: Iterable[Any]) -> list[Row]:
        """Return the rows whose column has one of the values."""
        found: list[Row] = []
        for some in _chunks(list(values)):
            chosen = self._connection.execute(sa.select(table).where(table.c[column].in_(some)))
            found.extend(dict(row) for row in chosen.mappings())
        return found

    def put(self, table: sa.Table, row: Row) -> bool:
        """Store one row by its key, new or not; say whether anything changed."""
        old = self.get(table, key_of(table, row))
        return self._write(table, {} if old is None else {key_of(table, row): old}, [row])

    def add(self, table: sa.Table, rows: Sequence[Row]) -> None:
        """Insert rows; those whose keys are taken are left out."""
        first = _key_names(table)[0]
        taken = {key_of(table, row) for row in self.matching(table, first, {row[first] for row in rows})}
        self._write(table, {}, [row for row in rows if key_of(table, row) not in taken])

    def sync(
        self,
        table: sa.Table,
        column: str,
        parents: Sequence[Any],
        rows: Sequence[Row],
        *,
        held: Sequence[Row] | None = None,
    ) -> bool:
        """Make the rows of these parents be exactly `rows`; say whether anything changed.

        A row that is stored under another parent moves: its key is its identity. `held` are the rows of these parents
        where they have just been read.
        """
        old = {key_of(table, r): r for r in (self.matching(table, column, parents) if held is None else held)}
        keys = {key_of(table, r) for r in rows}
        gone = [row for key, row in old.items() if key not in keys]
        if len(table.primary_key.columns) == 1 and column != _key_names(table)[0]:
            strangers = [key[0] for key in keys if key not in old]
            old |= {key_of(table, r): r for r in self.matching(table, _key_names(table)[0], strangers)}
        removed = self._remove(table, gone)
        return self._write(table, old, rows) or removed

    def delete(self, table: sa.Table, column: str, values: Iterable[Any]) -> bool:
        """Delete the rows whose column has one of the values, with all that belongs to them."""
        return self._remove(table, self.matching(table, column, values))

    def remove(self, table: sa.Table, row: Row) -> None:
        """Delete one row by its key, with all that belongs to it."""
        self._remove(table, [row])

    def _write(self, table: sa.Table, old: dict[Key, Row], rows: Sequence[Row]) -> bool:
        new: list[Row] = []
        updates: dict[tuple[str, ...], list[tuple[Row, Row]]] = {}
        for row in rows:
            before = old.get(key_of(table, row))
            if before is None:
                new.append(row)
            elif differing := tuple(name for name, value in row.items() if before[name] != value):
                updates.setdefault(differing, []).append((before, row))
        if not new and not updates:
            return False
        self._check_writable()
        for names, pairs in updates.items():
            self._update(table, names, pairs)
        if new:
            self._insert(table, new)
        self._count_parents(table, new + [row for pairs in updates.values() for _, row in pairs])
        return True

    def _count_parents(self, table: sa.Table, rows: Sequence[Row]) -> None:
        """Count a change of a part as one of the record that it is part of."""
        link = part_of(table)
        if link is not None:
            parent, column = link
            changed = [{"key": row_id} for row_id in {row[column]: None for row in rows}]
            counted = sa.update(parent).where(parent.c.id == sa.bindparam("key")).values(rev=parent.c.rev + 1)
            self._connection.execute(counted, changed)

    def _insert(self, table: sa.Table, rows: list[Row]) -> None:
        complete = [{"rev": 1} | row for row in rows] if "rev" in table.c else rows
        self._connection.execute(sa.insert(table), complete)
        for row in complete:
            self._record(table, None, row)

    def _update(self, table: sa.Table, names: tuple[str, ...], pairs: list[tuple[Row, Row]]) -> None:
        counted = "rev" in table.c and "rev" not in names
        values: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in names}
        if counted:
            values["rev"] = table.c.rev + 1
        where = [table.c[name] == sa.bindparam(f"key_{name}") for name in _key_names(table)]
        bound = [
            {f"new_{n}": row[n] for n in names} | {f"key_{n}": row[n] for n in _key_names(table)} for _, row in pairs
        ]
        self._connection.execute(sa.update(table).where(*where).values(values), bound)
        for before, row in pairs:
            after = before | row | ({"rev": before["rev"] + 1} if counted else {})
            self._record(table, before, after)

    def _remove(self, table: sa.Table, rows: Sequence[Row]) -> bool:
        if not rows:
            return False
        self._check_writable()
        if self._recording:
            self._remove_children(table, rows)
        names = _key_names(table)
        where = [table.c[name] == sa.bindparam(f"key_{name}") for name in names]
        self._connection.execute(
            sa.delete(table).where(*where), [{f"key_{name}": row[name] for name in names} for row in rows]
        )
        for row in rows:
            self._record(table, row, None)
        self._count_parents(table, rows)
        return True

    def _remove_children(self, table: sa.Table, rows: Sequence[Row]) -> None:
        """Take away by hand what the database would take with the parent, so that undo can bring it back."""
        for child, column, rule in children_of(table):
            held = self.matching(child, column, [row["id"] for row in rows])
            if rule == "CASCADE":
                self._remove(child, held)
            else:
                self._write(child, {key_of(child, r): r for r in held}, [r | {column: None} for r in held])

    def _check_writable(self) -> None:
        if not self._writable:
            raise RuntimeError("a reading verb tried to write: run it with Desk.write")

    def _record(self, table: sa.Table, before: Row | None, after: Row | None) -> None:
        self.touched += [(table, row) for row in (before, after) if row is not None]
        if self._recording and (after is None or table.name not in NEVER_UNDONE):
            self.changes.append(RowChange(table.name, key_of(table, after or before or {}), before, after))


def key_of(table: sa.Table, row: Row) -> Key:
    """Return the primary key of a row."""
    return tuple(row[name] for name in _key_names(table))


def children_of(table: sa.Table) -> Iterator[tuple[sa.Table, str, str]]:
    """Give each table and column that points at this table, with what happens when its row goes."""
    for child in metadata.tables.values():
        for link in child.foreign_keys:
            if link.column.table is table:
                yield child, link.parent.name, link.ondelete or ""


@cache
def part_of(table: sa.Table) -> tuple[sa.Table, str] | None:
    """Return the table of the records that these rows are parts of, and the column that names the record.

    Parts are changed through their record only, so its `rev` counts their changes.
    """
    for link in table.foreign_keys:
        if link.parent.primary_key and table.name not in NEVER_UNDONE:
            return link.column.table, link.parent.name
    return None


def _key_names(table: sa.Table) -> list[str]:
    return [column.name for column in table.primary_key.columns]


def _is(table: sa.Table, key: Key) -> list[sa.ColumnElement[bool]]:
    return [column == value for column, value in zip(table.primary_key.columns, key, strict=True)]


def _chunks(values: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
