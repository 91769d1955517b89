"""What the columns of a register can hold: whether a stored value fits, and what stands where one is lost."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

import sqlalchemy as sa

from wibdesk.store.columns import metadata

Column = sa.Column[Any]

UNKNOWN = ("unknown", "none")
"""The words that say nothing, among those that a column may hold."""


def columns_of(table: str, names: Sequence[str]) -> list[Column | None]:
    """Return the columns of these names; None for one that the table has no more."""
    return [metadata.tables[table].columns.get(name) for name in names]


def fits(column: Column, value: object) -> bool:
    """Say whether a value, as SQLite stores it, is one that the column can hold."""
    kind = column.type
    if value is None:
        return bool(column.nullable) or is_row_number(column)
    if isinstance(kind, sa.Enum):
        return value in kind.enums
    if isinstance(kind, sa.String):
        return isinstance(value, str) and (kind.length is None or len(value) <= kind.length)
    if isinstance(kind, sa.Date | sa.Time | sa.DateTime):
        return isinstance(value, str) and _is_moment(kind, value)
    if isinstance(kind, sa.LargeBinary):
        return isinstance(value, bytes)
    # Yes and no are stored as 1 and 0.
    return isinstance(value, int) and (not isinstance(kind, sa.Boolean) or value in (0, 1))


def is_row_number(column: Column) -> bool:
    """Say whether SQLite keeps the column as the number of the row, and not among its values."""
    key = column.table.primary_key.columns
    return column.primary_key and len(key) == 1 and isinstance(column.type, sa.Integer)


def holds_file(column: Column) -> bool:
    """Say whether the column holds a file, or rows that are packed: nothing can stand in for that."""
    return isinstance(column.type, sa.LargeBinary) and not column.nullable


def stand_in(column: Column, words: str) -> object:
    """Return what stands in a column whose value is lost: `words` where it holds any, else as little as it can."""
    kind = column.type
    if column.nullable:
        return None
    if isinstance(kind, sa.Enum):
        return next((word for word in UNKNOWN if word in kind.enums), kind.enums[0])
    if isinstance(kind, sa.String):
        return words if column.name in ("text", "title", "name", "motion", "now") else ""
    if isinstance(kind, sa.DateTime):
        return "1970-01-01 00:00:00.000000"
    return 1 if column.name in ("rev", "level") else 0


def _is_moment(kind: object, value: str) -> bool:
    reader: Any = datetime if isinstance(kind, sa.DateTime) else date if isinstance(kind, sa.Date) else time
    try:
        reader.fromisoformat(value)
    except ValueError:
        return False
    return True
