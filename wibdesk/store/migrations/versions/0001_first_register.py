"""The first register: bodies, people, meetings with agenda, attendance and entries, actions and plans."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Column = sa.Column[Any]


def table(name: str, *parts: sa.schema.SchemaItem) -> None:
    """Create a table with the indexes of its columns."""
    columns = [part for part in parts if isinstance(part, sa.Column)]
    key = sa.PrimaryKeyConstraint(*[c.name for c in columns if c.primary_key], name=f"pk_{name}")
    op.create_table(name, *parts, key, *_links(name, columns))
    for column in columns:
        if column.info.get("indexed"):
            op.create_index(f"ix_{name}_{column.name}", name, [column.name])


def _links(name: str, columns: Sequence[Column]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([c.name], [f"{c.info['parent']}.id"], f"fk_{name}_{c.name}", ondelete=c.info["rule"])
        for c in columns
        if "parent" in c.info
    ]


def key() -> Column:
    """Return the identifier of a record."""
    return sa.Column("id", sa.String(32), primary_key=True)


def part_of_key(name: str) -> Column:
    """Return a number that is part of the key."""
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False)


def rev() -> Column:
    """Return the count of the changes of a row."""
    return sa.Column("rev", sa.Integer, nullable=False, server_default="1")


def of(parent: str, *, key: bool = False, needed: bool = True) -> Column:
    """Return the identifier of the record to which a row belongs, and with which it goes."""
    info = {"parent": parent, "rule": "CASCADE", "indexed": not key}
    return sa.Column(f"{parent}_id", sa.String(32), nullable=not needed, primary_key=key, info=info)


def link(parent: str) -> Column:
    """Return the identifier of a record that a row knows of, forgotten when that goes."""
    info = {"parent": parent, "rule": "SET NULL", "indexed": True}
    return sa.Column(f"{parent}_id", sa.String(32), info=info)


def unique(name: str, column: str) -> sa.UniqueConstraint:
    """Return the rule that no two rows have the same value."""
    return sa.UniqueConstraint(column, name=f"uq_{name}_{column}")


def columns(kind: sa.types.TypeEngine[Any], names: Sequence[str]) -> list[Column]:
    """Return columns of one type; a name that ends in `!` must have a value."""
    return [sa.Column(name.rstrip("!"), kind, nullable=not name.endswith("!")) for name in names]


def texts(*names: str) -> list[Column]:
    """Return columns of text of any length."""
    return columns(sa.Text(), names)


def short(*names: str, length: int = 32) -> list[Column]:
    """Return columns of short text."""
    return columns(sa.String(length), names)


def words(*names: str) -> list[Column]:
    """Return columns that hold one of a few words."""
    return columns(sa.String(20), [f"{name}!" for name in names])


def numbers(*names: str) -> list[Column]:
    """Return columns of whole numbers."""
    return columns(sa.Integer(), names)


def flags(*names: str) -> list[Column]:
    """Return columns of yes or no."""
    return columns(sa.Boolean(), names)


def days(*names: str) -> list[Column]:
    """Return columns of dates."""
    return columns(sa.Date(), names)


def times(*names: str) -> list[Column]:
    """Return columns of clock times."""
    return columns(sa.Time(), names)


def moments(*names: str) -> list[Column]:
    """Return columns of UTC dates with time."""
    return columns(sa.DateTime(), names)


def upgrade() -> None:
    """Make every table."""
    _bodies()
    _meetings()
    _attendance()
    _agenda()
    _plans()
    _entries()
    _longer_entries()
    _actions()
    _first_row()


def _first_row() -> None:
    """Write the one row of the register itself."""
    names = ("id", "identity", "save_token", "save_seq", "last_meeting", "last_plan")
    register = sa.table("register", *[sa.column(name) for name in names])
    op.execute(sa.insert(register).values(dict(zip(names, (1, uuid4().hex, "", 0, 0, 0), strict=True))))


def _bodies() -> None:
    """Make the register itself, bodies and rosters."""
    table(
        "register",
        part_of_key("id"),
        *texts("identity!", "save_token!"),
        *numbers("save_seq!", "last_meeting!", "last_plan!"),
    )
    table("body", key(), *texts("name!", "profile", "house_style"), rev())
    table("standing_item", of("body", key=True), part_of_key("position"), *texts("title!"))
    table(
        "person",
        key(),
        of("body"),
        *numbers("position!"),
        *texts("name!", "printed!", "role!", "organisation!", "email!", "initials!"),
        *words("group"),
        *flags("chair!"),
        *days("from_date", "to_date"),
        rev(),
    )


def _meetings() -> None:
    """Make meetings with their future dates."""
    table(
        "meeting",
        key(),
        of("body"),
        *short("ref!", length=20),
        *days("date"),
        *texts("title", "date_as_written", "venue", "contact", "profile", "house_style"),
        *words("type"),
        *times("start", "end", "planned_start"),
        *words("status"),
        *numbers("public_present"),
        *words("stage"),
        rev(),
        unique("meeting", "ref"),
    )
    table("preamble_paragraph", of("meeting", key=True), part_of_key("position"), *texts("text!"))
    table(
        "next_meeting",
        key(),
        of("meeting"),
        *numbers("position!"),
        *days("date", "rearranged_from"),
        *times("time"),
        *flags("cancelled!"),
        *texts("as_written"),
        rev(),
    )


def _attendance() -> None:
    """Make attendance lists."""
    table(
        "attendee",
        key(),
        of("meeting"),
        *numbers("position!"),
        link("person"),
        *texts("name", "role", "organisation", "group_label", "initials", "note", "email"),
        *words("status", "group"),
        *flags("chair!"),
        rev(),
    )
    table("deputy_for", of("attendee", key=True), part_of_key("position"), *texts("name!"))
    table("presence", of("attendee", key=True), part_of_key("position"), *times("start", "end"), *texts("item"))


def _agenda() -> None:
    """Make agenda items with their papers."""
    table(
        "item",
        key(),
        of("meeting"),
        *numbers("position!"),
        *texts("title!", "number", "presenter", "exempt_paragraph", "public_summary"),
        *times("time", "began"),
        *numbers("planned_minutes", "part!"),
        *words("state"),
        *flags("late!"),
        rev(),
    )
    table("paper", of("item", key=True), part_of_key("position"), *texts("title!", "note", "kind"))


def _plans() -> None:
    """Make plans."""
    table(
        "plan",
        key(),
        of("body"),
        *short("ref!", length=20),
        *texts("title!", "period", "updated", "profile", "house_style"),
        rev(),
        unique("plan", "ref"),
    )
    table("plan_section", key(), of("plan"), *numbers("position!"), *texts("number", "heading"), rev())
    table("workstream", key(), of("plan"), *numbers("position!"), *texts("title!", "number"), rev())
    table("activity", key(), of("workstream"), *numbers("position!"), *texts("title!"), rev())
    table("lead", of("activity", key=True), part_of_key("position"), *texts("name!", "role"))
    table(
        "milestone",
        key(),
        of("activity"),
        *numbers("position!"),
        *texts("text!"),
        *words("due_kind"),
        *days("due_date", "due_month", "due_start", "due_end"),
        *texts("due_as_written"),
        *words("status"),
        rev(),
    )


def _entries() -> None:
    """Make entries, with a table for each kind of few parts."""
    table(
        "entry",
        key(),
        of("item", needed=False),
        of("plan_section", needed=False),
        *numbers("position!"),
        *short("kind!", length=20),
        rev(),
        sa.CheckConstraint("(item_id IS NULL) <> (plan_section_id IS NULL)", name="ck_entry_one_parent"),
    )
    table("paragraph", of("entry", key=True), *texts("text!", "label"), rev())
    table("subheading", of("entry", key=True), *texts("text!", "label", "presenter"), rev())
    table("bullet", of("entry", key=True), *texts("text!"), *numbers("level!"), rev())
    table(
        "numbered",
        of("entry", key=True),
        *texts("text!"),
        *numbers("level!"),
        *texts("style"),
        *numbers("start"),
        rev(),
    )
    table("entry_table", of("entry", key=True), *texts("caption"), *numbers("row_count!"), rev())
    table("table_cell", of("entry", key=True), part_of_key("row"), part_of_key("column"), *texts("text!"))
    table("decision", of("entry", key=True), *texts("marker!", "style"), rev())
    table("decision_part", of("entry", key=True), part_of_key("position"), *texts("text!"))


def _longer_entries() -> None:
    """Make the kinds of entry with many parts."""
    table(
        "declaration",
        of("entry", key=True),
        *texts("person!", "item", "interest", "reason", "as_written"),
        *flags("took_part", "left_room"),
        rev(),
    )
    table(
        "amendment",
        of("entry", key=True),
        *days("to_meeting"),
        *texts("place!", "now!", "was", "requested_by", "as_written"),
        rev(),
    )
    table(
        "vote",
        of("entry", key=True),
        *texts("motion!", "result!", "mover", "seconder", "casting_vote", "as_written"),
        *numbers("votes_for", "votes_against", "abstained"),
        rev(),
    )
    table("vote_side", of("entry", key=True), part_of_key("position"), *texts("side!"))
    table("vote_name", of("entry", key=True), part_of_key("side"), part_of_key("position"), *texts("name!"))
    table("private_note", of("entry", key=True), *texts("text!"), rev())


def _actions() -> None:
    """Make actions with owners and history."""
    table(
        "action",
        of("entry", key=True),
        *texts("text!"),
        *words("due_kind"),
        *days("due_date", "due_month", "due_start", "due_end"),
        *texts("due_as_written"),
        *words("status"),
        *short("ref", length=40),
        rev(),
    )
    table("action_owner", of("entry", key=True), part_of_key("position"), *texts("name!"), link("person"))
    table(
        "action_update",
        key(),
        of("meeting"),
        *short("action_id!"),
        *numbers("position!"),
        *moments("at!"),
        *words("status"),
        *texts("note!"),
    )
    table(
        "given_reference",
        of("meeting", key=True),
        sa.Column("ref", sa.String(40), primary_key=True),
        *short("action_id"),
    )
