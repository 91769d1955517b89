"""What the tables of the register are made of: keys, links, words, days and deadlines."""

from enum import Enum

import sqlalchemy as sa

from wibdesk.domain.deadlines import DueKind

Column = sa.Column[object]

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def table(name: str, *columns: sa.schema.SchemaItem) -> sa.Table:
    """Return a table of the register."""
    return sa.Table(name, metadata, *columns)


def ident() -> Column:
    """Return the identifier of a record."""
    return sa.Column("id", sa.String(32), primary_key=True)


def rev() -> Column:
    """Return the count of the changes of a row."""
    return sa.Column("rev", sa.Integer, nullable=False, server_default="1")


def of(table: str, *, key: bool = False) -> Column:
    """Return the parent's id: the row goes when the parent goes. As `key` it is part of the row's own key."""
    parent = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(f"{table}_id", sa.String(32), parent, nullable=False, primary_key=key, index=not key)


def link(table: str, name: str = "") -> Column:
    """Return a link that is forgotten when the other row goes; `name` where the table's own is taken."""
    other = sa.ForeignKey(f"{table}.id", ondelete="SET NULL")
    return sa.Column(name or f"{table}_id", sa.String(32), other, index=True)


def place(*, key: bool = False) -> Column:
    """Return the place in a list, from 0; as `key` it is part of the row's own key."""
    return sa.Column("position", sa.Integer, nullable=False, primary_key=key, autoincrement=False)


def texts(*names: str, need: bool = False) -> tuple[Column, ...]:
    """Return columns of text of any length; with `need`, they always hold some."""
    return tuple(sa.Column(name, sa.Text, nullable=not need) for name in names)


def numbers(*names: str, need: bool = False) -> tuple[Column, ...]:
    """Return columns of whole numbers."""
    return tuple(sa.Column(name, sa.Integer, nullable=not need) for name in names)


def flags(*names: str, need: bool = True) -> tuple[Column, ...]:
    """Return columns of yes or no."""
    return tuple(sa.Column(name, sa.Boolean, nullable=not need) for name in names)


def days(*names: str) -> tuple[Column, ...]:
    """Return columns of dates."""
    return tuple(sa.Column(name, sa.Date) for name in names)


def times(*names: str) -> tuple[Column, ...]:
    """Return columns of clock times."""
    return tuple(sa.Column(name, sa.Time) for name in names)


def word(name: str, words: type[Enum], *, key: bool = False) -> Column:
    """Return a column that holds one of a few words."""
    kind = sa.Enum(words, native_enum=False, length=20, values_callable=lambda each: [one.value for one in each])
    return sa.Column(name, kind, nullable=False, primary_key=key)


def subject(table: str) -> Column:
    """Return the id of a record that a row may tell of: the row goes when that goes."""
    parent = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(f"{table}_id", sa.String(32), parent, index=True)


def due() -> tuple[Column, ...]:
    """Return the six columns of a deadline."""
    named = days("due_date", "due_month", "due_start", "due_end")
    return (word("due_kind", DueKind), *named, *texts("due_as_written"))
