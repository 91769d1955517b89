"""Rows packed into bytes for what was: versions of minutes and things in the bin.

Packed rows outlive the schema that they were written in: a column or table that is no more is passed over, one that
has come since takes what a new row would have.
"""

import base64
import datetime as dt
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from wibdesk.store.columns import metadata
from wibdesk.store.records import Row

Rows_of_tables = Iterable[tuple[sa.Table, Row]]

_READ: tuple[tuple[type[sa.types.TypeEngine[Any]], Callable[[Any], Any]], ...] = (
    (sa.LargeBinary, base64.b64decode),
    (sa.DateTime, dt.datetime.fromisoformat),
    (sa.Date, dt.date.fromisoformat),
    (sa.Time, dt.time.fromisoformat),
)
_NEW: tuple[tuple[type[sa.types.TypeEngine[Any]], Any], ...] = (
    (sa.Boolean, False),
    (sa.Integer, 0),
    (sa.LargeBinary, b""),
    (sa.String, ""),
)


def pack(rows: Rows_of_tables, **more: Any) -> bytes:
    """Return rows of any tables as bytes, in their order, and `more` that JSON can hold."""
    listed = [[table.name, row] for table, row in rows]
    words = json.dumps({"rows": listed} | more, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return zlib.compress(words.encode("utf-8"))


def unpack(data: bytes) -> list[tuple[sa.Table, Row]]:
    """Return packed rows as the tables have them today."""
    return list(_rows(packed_with(data)["rows"]))


def packed_with(data: bytes) -> dict[str, Any]:
    """Return what was packed as JSON gave it: `rows` and what more there was."""
    held: dict[str, Any] = json.loads(zlib.decompress(data))
    return held


def _rows(listed: Iterable[tuple[str, Row]]) -> Iterator[tuple[sa.Table, Row]]:
    for name, row in listed:
        table = metadata.tables.get(name)
        if table is not None:
            yield table, {column.name: value_of(column, row) for column in table.columns}


def value_of(column: sa.Column[Any], row: Row) -> Any:
    """Return the value that a row read from JSON has for a column."""
    if column.name not in row:
        return _new_value(column)
    value = row[column.name]
    if value is None:
        return None
    if isinstance(column.type, sa.Enum) and column.type.enum_class is not None:
        return column.type.enum_class(value)
    return next((read(value) for kind, read in _READ if isinstance(column.type, kind)), value)


def _new_value(column: sa.Column[Any]) -> Any:
    if column.nullable:
        return None
    if isinstance(column.type, sa.Enum):
        return next(iter(column.type.enum_class or ()))
    if column.name == "rev":
        return 1
    return next((value for kind, value in _NEW if isinstance(column.type, kind)), None)


def _plain(value: Any) -> str:
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else str(value.isoformat())
