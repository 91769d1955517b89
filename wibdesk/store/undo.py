"""Undo of any unit of work: rows go back to what they were, but never over a later change."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import sqlalchemy as sa

from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.columns import metadata
from wibdesk.store.records import Row
from wibdesk.store.rows import RowChange, Rows, children_of
from wibdesk.store.tables import entry


@dataclass(frozen=True)
class UndoStep:
    """A step that can be taken back: its words, what it touched (handed through), and its rows."""

    words: str
    touched: Any
    rows: tuple[RowChange, ...]

    @cached_property
    def size(self) -> int:
        """Bytes of the files among its rows; words weigh nothing beside them."""
        held = (row for change in self.rows for row in (change.before, change.after) if row is not None)
        return sum(len(value) for row in held for value in row.values() if isinstance(value, bytes))


def take_back(rows: Rows, step: UndoStep) -> None:
    """Undo a step, newest row first; UserError, with nothing changed, where later minutes would go with it."""
    inserted = {(c.table, c.key) for c in step.rows if c.before is None}
    try:
        for change in reversed(step.rows):
            _take_back(rows, change, inserted, step.words)
    except sa.exc.IntegrityError as error:
        raise UserError(
            say("“{step}” cannot be undone any more: what it belonged to is gone.", step=step.words)
        ) from error


def _take_back(rows: Rows, change: RowChange, inserted: set[tuple[str, tuple[Any, ...]]], words: str) -> None:
    table = metadata.tables[change.table]
    now = rows.get(table, change.key)
    if change.before is None:
        if now is not None:
            _check_no_later_minutes(rows, table, [now], inserted, words)
            rows.remove(table, now)
    elif now is None:
        if change.after is None:
            rows.put(table, change.before)
    elif change.after is not None:
        rows.put(table, _kept(change.before, change.after, now))


def _kept(before: Row, after: Row, now: Row) -> Row:
    """Return the row as it was, save for what was changed again since."""
    back = {name for name in before if before[name] != after[name] and now[name] == after[name] and name != "rev"}
    return now | {name: before[name] for name in back}


def _check_no_later_minutes(
    rows: Rows, table: sa.Table, found: Sequence[Row], inserted: set[tuple[str, tuple[Any, ...]]], words: str
) -> None:
    for child, column, rule in children_of(table):
        if rule != "CASCADE" or "id" not in child.c:
            continue
        held = rows.matching(child, column, [row["id"] for row in found])
        if child is entry and any((child.name, (row["id"],)) not in inserted for row in held):
            raise UserError(say("“{words}” cannot be undone: minutes have been typed under it since.", words=words))
        if held:
            _check_no_later_minutes(rows, child, held, inserted, words)
