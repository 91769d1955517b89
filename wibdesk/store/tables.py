"""The tables of the register: one row per record, uuid keys, `rev` counting the changes of a row.

Columns are named as the fields of the domain records. A kind of entry has its own table beside `entry`, which holds
its place. Types are those that every SQL database has; dates and times are ISO text in SQLite.
"""

from enum import Enum

import sqlalchemy as sa

from wibdesk.domain.agenda import ItemState
from wibdesk.domain.attendance import Status
from wibdesk.domain.bin import BinKind
from wibdesk.domain.body_files import FileKind
from wibdesk.domain.deadlines import DueKind
from wibdesk.domain.entries import Progress
from wibdesk.domain.meetings import MeetingType, MinutesStatus, Stage
from wibdesk.domain.people import Group

APPLICATION_ID = 0x57494244
"""`WIBD`: what marks a SQLite file as a register."""
SCHEMA_NUMBER = 3
"""The `user_version` of a register written by this desk."""
HEAD_REVISION = "0003"
"""The migration that leads to SCHEMA_NUMBER."""

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Column = sa.Column[object]


def _id() -> Column:
    return sa.Column("id", sa.String(32), primary_key=True)


def _rev() -> Column:
    return sa.Column("rev", sa.Integer, nullable=False, server_default="1")


def _of(table: str, *, key: bool = False) -> Column:
    """The parent's id: its rows go when the parent goes. As `key` it is part of the row's own key."""
    link = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(f"{table}_id", sa.String(32), link, nullable=False, primary_key=key, index=not key)


def _link(table: str) -> Column:
    """A link that is forgotten when the other row goes."""
    return sa.Column(f"{table}_id", sa.String(32), sa.ForeignKey(f"{table}.id", ondelete="SET NULL"), index=True)


def _place(*, key: bool = False) -> Column:
    return sa.Column("position", sa.Integer, nullable=False, primary_key=key, autoincrement=False)


def _texts(*names: str, need: bool = False) -> tuple[Column, ...]:
    return tuple(sa.Column(name, sa.Text, nullable=not need) for name in names)


def _numbers(*names: str, need: bool = False) -> tuple[Column, ...]:
    return tuple(sa.Column(name, sa.Integer, nullable=not need) for name in names)


def _flags(*names: str, need: bool = True) -> tuple[Column, ...]:
    return tuple(sa.Column(name, sa.Boolean, nullable=not need) for name in names)


def _days(*names: str) -> tuple[Column, ...]:
    return tuple(sa.Column(name, sa.Date) for name in names)


def _times(*names: str) -> tuple[Column, ...]:
    return tuple(sa.Column(name, sa.Time) for name in names)


def _word(name: str, of: type[Enum], *, key: bool = False) -> Column:
    kind = sa.Enum(of, native_enum=False, length=20, values_callable=lambda words: [w.value for w in words])
    return sa.Column(name, kind, nullable=False, primary_key=key)


def _subject(table: str) -> Column:
    """The id of one of the records that a row may tell of: the row goes when that goes."""
    link = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(f"{table}_id", sa.String(32), link, index=True)


def _due() -> tuple[Column, ...]:
    days = _days("due_date", "due_month", "due_start", "due_end")
    return (_word("due_kind", DueKind), *days, *_texts("due_as_written"))


def _table(name: str, *columns: sa.schema.SchemaItem) -> sa.Table:
    return sa.Table(name, metadata, *columns)


def _kind(name: str, *columns: sa.schema.SchemaItem) -> sa.Table:
    """The table of one kind of entry, a row for each."""
    return sa.Table(name, metadata, _of("entry", key=True), *columns)


register = _table(
    "register",
    sa.Column("id", sa.Integer, primary_key=True),
    *_texts("identity", "save_token", need=True),
    *_numbers("save_seq", "last_meeting", "last_plan", need=True),
)

body = _table("body", _id(), *_texts("name", need=True), *_texts("profile", "house_style"), _rev())
body_file = _table(
    "body_file",
    _of("body", key=True),
    _word("kind", FileKind, key=True),
    *_texts("name", "words", need=True),
    sa.Column("data", sa.LargeBinary, nullable=False),
    _rev(),
)
house_style = _table(
    "house_style",
    sa.Column("name", sa.String(80), primary_key=True),
    *_texts("data", need=True),  # the JSON object of a style file
    _rev(),
)
standing_item = _table("standing_item", _of("body", key=True), _place(key=True), *_texts("title", need=True))
person = _table(
    "person",
    _id(),
    _of("body"),
    _place(),
    *_texts("name", "printed", "role", "organisation", "email", "initials", need=True),
    _word("group", Group),
    *_flags("chair"),
    *_days("from_date", "to_date"),
    _rev(),
)

meeting = _table(
    "meeting",
    _id(),
    _of("body"),
    sa.Column("ref", sa.String(20), nullable=False, unique=True),
    *_days("date"),
    *_texts("title", "date_as_written", "venue", "contact", "profile", "house_style"),
    _word("type", MeetingType),
    *_times("start", "end", "planned_start"),
    _word("status", MinutesStatus),
    *_numbers("public_present"),
    _word("stage", Stage),
    _rev(),
)
preamble_paragraph = _table(
    "preamble_paragraph", _of("meeting", key=True), _place(key=True), *_texts("text", need=True)
)
next_meeting = _table(
    "next_meeting",
    _id(),
    _of("meeting"),
    _place(),
    *_days("date", "rearranged_from"),
    *_times("time"),
    *_flags("cancelled"),
    *_texts("as_written"),
    _rev(),
)

attendee = _table(
    "attendee",
    _id(),
    _of("meeting"),
    _place(),
    _link("person"),
    *_texts("name", "role", "organisation", "group_label", "initials", "note", "email"),
    _word("status", Status),
    _word("group", Group),
    *_flags("chair"),
    _rev(),
)
deputy_for = _table("deputy_for", _of("attendee", key=True), _place(key=True), *_texts("name", need=True))
presence = _table("presence", _of("attendee", key=True), _place(key=True), *_times("start", "end"), *_texts("item"))

item = _table(
    "item",
    _id(),
    _of("meeting"),
    _place(),
    *_texts("title", need=True),
    *_texts("number", "presenter", "exempt_paragraph", "public_summary"),
    *_times("time", "began"),
    *_numbers("planned_minutes"),
    *_numbers("part", need=True),
    _word("state", ItemState),
    *_flags("late"),
    _rev(),
)
paper = _table("paper", _of("item", key=True), _place(key=True), *_texts("title", need=True), *_texts("note", "kind"))

plan = _table(
    "plan",
    _id(),
    _of("body"),
    sa.Column("ref", sa.String(20), nullable=False, unique=True),
    *_texts("title", need=True),
    *_texts("period", "updated", "profile", "house_style"),
    _rev(),
)
plan_section = _table("plan_section", _id(), _of("plan"), _place(), *_texts("number", "heading"), _rev())
workstream = _table("workstream", _id(), _of("plan"), _place(), *_texts("title", need=True), *_texts("number"), _rev())
activity = _table("activity", _id(), _of("workstream"), _place(), *_texts("title", need=True), _rev())
lead = _table("lead", _of("activity", key=True), _place(key=True), *_texts("name", need=True), *_texts("role"))
milestone = _table(
    "milestone",
    _id(),
    _of("activity"),
    _place(),
    *_texts("text", need=True),
    *_due(),
    _word("status", Progress),
    _rev(),
)

entry = _table(
    "entry",
    _id(),
    _subject("item"),
    _subject("plan_section"),
    _place(),
    sa.Column("kind", sa.String(20), nullable=False),
    _rev(),
    sa.CheckConstraint("(item_id IS NULL) <> (plan_section_id IS NULL)", name="one_parent"),
)
paragraph = _kind("paragraph", *_texts("text", need=True), *_texts("label"), _rev())
subheading = _kind("subheading", *_texts("text", need=True), *_texts("label", "presenter"), _rev())
bullet = _kind("bullet", *_texts("text", need=True), *_numbers("level", need=True), _rev())
numbered = _kind(
    "numbered",
    *_texts("text", need=True),
    *_numbers("level", need=True),
    *_texts("style"),
    *_numbers("start"),
    _rev(),
)
entry_table = _kind("entry_table", *_texts("caption"), *_numbers("row_count", need=True), _rev())
table_cell = _table(
    "table_cell",
    _of("entry", key=True),
    sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),  # 0 is the header
    sa.Column("column", sa.Integer, primary_key=True, autoincrement=False),
    *_texts("text", need=True),
)
decision = _kind("decision", *_texts("marker", need=True), *_texts("style"), _rev())
decision_part = _table("decision_part", _of("entry", key=True), _place(key=True), *_texts("text", need=True))
action = _kind(
    "action", *_texts("text", need=True), *_due(), _word("status", Progress), sa.Column("ref", sa.String(40)), _rev()
)
action_owner = _table(
    "action_owner", _of("entry", key=True), _place(key=True), *_texts("name", need=True), _link("person")
)
declaration = _kind(
    "declaration",
    *_texts("person", need=True),
    *_texts("item", "interest", "reason", "as_written"),
    *_flags("took_part", "left_room", need=False),
    _rev(),
)
amendment = _kind(
    "amendment",
    *_days("to_meeting"),
    *_texts("place", "now", need=True),
    *_texts("was", "requested_by", "as_written"),
    _rev(),
)
vote = _kind(
    "vote",
    *_texts("motion", "result", need=True),
    *_texts("mover", "seconder", "casting_vote", "as_written"),
    *_numbers("votes_for", "votes_against", "abstained"),
    _rev(),
)
vote_side = _table("vote_side", _of("entry", key=True), _place(key=True), *_texts("side", need=True))
vote_name = _table(
    "vote_name",
    _of("entry", key=True),
    sa.Column("side", sa.Integer, primary_key=True, autoincrement=False),  # the position of its vote_side
    _place(key=True),
    *_texts("name", need=True),
)
private_note = _kind("private_note", *_texts("text", need=True), _rev())

# No link to the entry in these two: undo in the editor brings an action back, and its history and reference with it.
action_update = _table(
    "action_update",
    _id(),
    _of("meeting"),
    sa.Column("action_id", sa.String(32), nullable=False),
    _place(),
    sa.Column("at", sa.DateTime, nullable=False),
    _word("status", Progress),
    *_texts("note", need=True),
)
given_reference = _table(
    "given_reference",
    _of("meeting", key=True),
    sa.Column("ref", sa.String(40), primary_key=True),
    sa.Column("action_id", sa.String(32)),
)

export = _table(
    "export",
    _id(),
    _subject("meeting"),
    _subject("body"),
    _subject("plan"),
    *_texts("kind", "edition", "style", "format", "name", "sha256", "words", need=True),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.CheckConstraint(
        "CASE WHEN meeting_id IS NULL THEN 0 ELSE 1 END + CASE WHEN body_id IS NULL THEN 0 ELSE 1 END"
        " + CASE WHEN plan_id IS NULL THEN 0 ELSE 1 END = 1",
        name="one_subject",
    ),
)

# What was, packed: rows as the desk of their time had them (see `wibdesk.store.packing`).
version = _table(
    "version",
    _id(),
    _of("item"),
    _place(),  # counts up for each item: clocks may step back
    sa.Column("at", sa.DateTime, nullable=False),
    *_flags("kept"),  # never thinned: what stood before an approval
    sa.Column("data", sa.LargeBinary, nullable=False),
)
conflict = _table(
    "conflict",
    _id(),
    _of("item"),
    _place(),
    sa.Column("entry_id", sa.String(32), nullable=False),
    *_texts("writer", need=True),
    sa.Column("at", sa.DateTime, nullable=False),
    *_flags("removed"),  # the other writer took the entry away: the register keeps `mine`
    sa.Column("base", sa.LargeBinary),
    sa.Column("mine", sa.LargeBinary),
)
# No link to what it belonged to: that may be in the bin too.
binned = _table(
    "binned",
    _id(),
    _place(),
    _word("kind", BinKind),
    sa.Column("record_id", sa.String(32), nullable=False),
    sa.Column("body_id", sa.String(32)),
    sa.Column("meeting_id", sa.String(32)),
    *_texts("title", "belonged_to", need=True),
    *_flags("minutes"),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
seal = _table(
    "seal",
    _id(),
    _of("meeting"),
    _place(),
    sa.Column("at", sa.DateTime, nullable=False),
    *_texts("sha256", need=True),
    sa.Column("reopened_at", sa.DateTime),
    *_texts("reason"),
)
wipe = _table(
    "wipe",
    _id(),
    _of("meeting"),
    _place(),
    sa.Column("at", sa.DateTime, nullable=False),
    *_numbers("notes", need=True),
)
