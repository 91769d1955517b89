"""Who said it and where, judgements of RAG, kept views of the log, the course of plans, and what leaves by e-mail."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

Column = sa.Column[Any]


def short(name: str, length: int = 32, *, needed: bool = True) -> Column:
    """Return a column of short text."""
    return sa.Column(name, sa.String(length), nullable=not needed)


def texts(*names: str, needed: bool = True) -> list[Column]:
    """Return columns of text; those that are needed always have a value."""
    return [sa.Column(name, sa.Text(), nullable=not needed) for name in names]


def number(name: str) -> Column:
    """Return a column with a whole number."""
    return sa.Column(name, sa.Integer(), nullable=False)


def moment(name: str, *, needed: bool = True) -> Column:
    """Return a column with a UTC date and time."""
    return sa.Column(name, sa.DateTime(), nullable=not needed)


def packed(name: str) -> Column:
    """Return a column with bytes."""
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def rev() -> Column:
    """Return the count of the changes of a row."""
    return sa.Column("rev", sa.Integer, nullable=False, server_default="1")


def due() -> list[Column]:
    """Return the columns of a deadline."""
    days = [sa.Column(name, sa.Date()) for name in ("due_date", "due_month", "due_start", "due_end")]
    return [short("due_kind", 20), *days, sa.Column("due_as_written", sa.Text())]


def of(name: str, *, needed: bool = True) -> tuple[Column, str]:
    """Return the id of a parent, with whom the row goes."""
    return short(f"{name}_id", needed=needed), "CASCADE"


def table(name: str, *columns: Column | tuple[Column, str], key: tuple[str, ...] = ("id",)) -> None:
    """Create a table; a column with a rule names another record, whose table its own name tells."""
    parts: list[sa.schema.SchemaItem] = []
    links = []
    for column in columns:
        plain, rule = column if isinstance(column, tuple) else (column, "")
        parts.append(plain)
        if rule:
            parent = "meeting" if plain.name == "reported_in_id" else plain.name.removesuffix("_id")
            parts.append(
                sa.ForeignKeyConstraint([plain.name], [f"{parent}.id"], f"fk_{name}_{plain.name}", ondelete=rule)
            )
            links += [] if plain.name in key else [plain.name]
    op.create_table(name, *parts, sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"))
    for link in links:
        op.create_index(f"ix_{name}_{link}", name, [link])


def widen(name: str, *columns: Column) -> None:
    """Add columns, and write every row anew with them: what saves rows of a damaged file knows them by their width."""
    for column in columns:
        op.add_column(name, column)
    last = columns[-1].name
    rows = sa.table(name, sa.column(last))
    op.execute(sa.update(rows).values({last: rows.c[last]}))


def upgrade() -> None:
    """Make the tables of log, plans and mail, and widen the history of actions."""
    by = texts("by", needed=False)
    widen(
        "action_update",
        *texts("by", needed=False),
        short("reported_in_id", needed=False),
        short("successor_id", needed=False),
    )
    widen("due_change", *texts("by", needed=False))
    table(
        "judgement",
        short("id"),
        of("body"),
        short("record_id"),
        number("position"),
        moment("at"),
        *texts("rag", "reason"),
        *by,
    )
    for name, link in (("action_update", "action_id"), ("due_change", "action_id"), ("judgement", "record_id")):
        op.create_index(f"ix_{name}_{link}", name, [link])
    op.create_index("ix_attendee_meeting_id_name", "attendee", ["meeting_id", "name"])
    table("saved_view", short("id"), of("body", needed=False), number("position"), *texts("name", "data"), rev())
    _plans()
    _mail()


def _plans() -> None:
    table(
        "milestone_change",
        short("id"),
        of("plan"),
        short("milestone_id"),
        number("position"),
        moment("at"),
        *texts("text", "note"),
        *due(),
        short("status", 20),
        *texts("by", needed=False),
        (short("reported_in_id", needed=False), "SET NULL"),
    )
    table("plan_snapshot", short("id"), of("plan"), number("position"), moment("at"), *texts("name"), packed("data"))


def _mail() -> None:
    person = (short("person_id", needed=False), "SET NULL")
    named = texts("name", "address")
    table("mail_recipient", short("id"), of("body"), number("position"), person, *named, short("gets", 20), rev())
    told = texts("subject", "words")
    table("mail_template", short("id"), of("body", needed=False), short("kind", 20), *told, rev())
    table("mailing", short("id"), of("meeting"), number("position"), moment("at"), rev())
    table(
        "mail_file", short("id"), of("mailing"), number("position"), *texts("name", "media", "sha256"), packed("data")
    )
    table(
        "mail_message",
        short("id"),
        of("mailing"),
        number("position"),
        short("kind", 20),
        *texts("name", "address", "subject", "words", "message_id"),
        short("way", 20),
        short("state", 20),
        number("tries"),
        *texts("trouble", needed=False),
        *(moment(name, needed=False) for name in ("next_try", "handed_at", "settled_at")),
        rev(),
    )
    key = ("mail_message_id", "position")
    table("mail_enclosure", of("mail_message"), number("position"), of("mail_file"), key=key)
