"""Terms, phrases, adjournments, the deadlines that actions had before, and the quorum of a body."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

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


def rev() -> Column:
    """Return the count of the changes of a row."""
    return sa.Column("rev", sa.Integer, nullable=False, server_default="1")


def due() -> list[Column]:
    """Return the columns of a deadline."""
    days = [sa.Column(name, sa.Date()) for name in ("due_date", "due_month", "due_start", "due_end")]
    return [short("due_kind", 20), *days, sa.Column("due_as_written", sa.Text())]


def table(name: str, *columns: Column, links: dict[str, tuple[str, str]]) -> None:
    """Create a table whose rows have ids; `links` are its columns that name records: of which table, and the rule."""
    rules = [
        sa.ForeignKeyConstraint([column], [f"{parent}.id"], f"fk_{name}_{column}", ondelete=rule)
        for column, (parent, rule) in links.items()
    ]
    op.create_table(name, short("id"), *columns, *rules, sa.PrimaryKeyConstraint("id", name=f"pk_{name}"))
    for column in links:
        op.create_index(f"ix_{name}_{column}", name, [column])


def widen(name: str, column: Column) -> None:
    """Add a column, and write every row anew with it: what saves rows of a damaged file knows them by their width."""
    op.add_column(name, column)
    rows = sa.table(name, sa.column(column.name))
    op.execute(sa.update(rows).values({column.name: rows.c[column.name]}))


def upgrade() -> None:
    """Make the four tables and the two columns."""
    body = {"body_id": ("body", "CASCADE")}
    table("term", short("body_id", needed=False), short("kind", 20), *texts("short", "full"), rev(), links=body)
    used = sa.Column("used_at", sa.DateTime())
    table("phrase", short("body_id", needed=False), *texts("name", "text"), used, number("uses"), rev(), links=body)
    table(
        "adjournment",
        short("meeting_id"),
        number("position"),
        sa.Column("began", sa.Time(), nullable=False),
        sa.Column("resumed", sa.Time()),
        short("item_id", needed=False),
        rev(),
        links={"meeting_id": ("meeting", "CASCADE"), "item_id": ("item", "SET NULL")},
    )
    table(
        "due_change",
        short("meeting_id"),
        short("action_id"),
        number("position"),
        sa.Column("at", sa.DateTime(), nullable=False),
        short("carried_in_id", needed=False),
        *due(),
        links={"meeting_id": ("meeting", "CASCADE"), "carried_in_id": ("meeting", "SET NULL")},
    )
    widen("body", sa.Column("quorum", sa.Text()))
    widen("register", sa.Column("phrases_given", sa.Boolean(), nullable=False, server_default="0"))
