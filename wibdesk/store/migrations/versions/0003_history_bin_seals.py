"""Versions of minutes, conflicts of two writers, the bin, seals of approved minutes and the record of wiping."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

Column = sa.Column[Any]


def short(name: str, length: int = 32, *, needed: bool = True) -> Column:
    """Return a column of short text."""
    return sa.Column(name, sa.String(length), nullable=not needed)


def texts(*names: str) -> list[Column]:
    """Return columns of text that must have a value."""
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def number(name: str) -> Column:
    """Return a column with a whole number."""
    return sa.Column(name, sa.Integer(), nullable=False)


def flag(name: str) -> Column:
    """Return a column of yes or no."""
    return sa.Column(name, sa.Boolean(), nullable=False)


def moment(name: str, *, needed: bool = True) -> Column:
    """Return a column with a UTC date and time."""
    return sa.Column(name, sa.DateTime(), nullable=not needed)


def packed(name: str, *, needed: bool = True) -> Column:
    """Return a column with packed rows."""
    return sa.Column(name, sa.LargeBinary(), nullable=not needed)


def table(name: str, *columns: Column, of: str | None = None) -> None:
    """Create a table whose rows have ids and places in an order, and go with the record they are `of`."""
    parts: list[sa.schema.SchemaItem] = [short("id")]
    if of is not None:
        rule = sa.ForeignKeyConstraint([f"{of}_id"], [f"{of}.id"], f"fk_{name}_{of}_id", ondelete="CASCADE")
        parts += [short(f"{of}_id"), rule]
    op.create_table(name, *parts, number("position"), *columns, sa.PrimaryKeyConstraint("id", name=f"pk_{name}"))
    if of is not None:
        op.create_index(f"ix_{name}_{of}_id", name, [f"{of}_id"])


def upgrade() -> None:
    """Make the five tables."""
    table("version", moment("at"), flag("kept"), packed("data"), of="item")
    table(
        "conflict",
        short("entry_id"),
        *texts("writer"),
        moment("at"),
        flag("removed"),
        packed("base", needed=False),
        packed("mine", needed=False),
        of="item",
    )
    table(
        "binned",
        short("kind", 20),
        short("record_id"),
        short("body_id", needed=False),
        short("meeting_id", needed=False),
        *texts("title", "belonged_to"),
        flag("minutes"),
        moment("at"),
        packed("data"),
    )
    reason = sa.Column("reason", sa.Text())
    table("seal", moment("at"), *texts("sha256"), moment("reopened_at", needed=False), reason, of="meeting")
    table("wipe", moment("at"), number("notes"), of="meeting")
