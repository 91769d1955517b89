"""Between a row and its domain record: columns are named as fields, and what differs is named."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

import sqlalchemy as sa

from wibdesk.domain.deadlines import Due

T = TypeVar("T")
Row = dict[str, Any]


def row_of(table: sa.Table, record: object, **more: object) -> Row:
    """Return the columns of a table that the record has as fields, and `more`."""
    named = {f.name for f in fields(record)}  # type: ignore[arg-type]  # every domain record is a dataclass
    return {c.name: getattr(record, c.name) for c in table.columns if c.name in named} | more


def record_of(record_type: type[T], row: Mapping[str, Any], **more: object) -> T:
    """Return the record of a row, with `more` for the fields that are no columns."""
    named = {f.name for f in fields(record_type)}  # type: ignore[arg-type]  # every domain record is a dataclass
    return record_type(**{name: row[name] for name in row if name in named} | more)


def due_row(due: Due) -> Row:
    """Return the six columns of a deadline."""
    return {f"due_{f.name}": getattr(due, f.name) for f in fields(due)}


def due_of(row: Mapping[str, Any]) -> Due:
    """Return the deadline of a row."""
    return Due(**{f.name: row[f"due_{f.name}"] for f in fields(Due)})


def naive(at: dt.datetime) -> dt.datetime:
    """Return a time as it is stored: UTC, without saying so. A time without an offset is taken for UTC."""
    return at.astimezone(dt.UTC).replace(tzinfo=None) if at.tzinfo else at


def utc(at: dt.datetime) -> dt.datetime:
    """Return a stored time as what it is: UTC."""
    return at.replace(tzinfo=dt.UTC)
