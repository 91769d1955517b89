"""The tables of the register: one row per record, uuid keys, `rev` counting the changes of a row.

Columns are named as the fields of the domain records. A kind of entry has its own table beside `entry`, which holds
its place. Types are those that every SQL database has; dates and times are ISO text in SQLite.
"""

import sqlalchemy as sa

from wibdesk.domain.agenda import ItemState
from wibdesk.domain.attendance import Status
from wibdesk.domain.bin import BinKind
from wibdesk.domain.body_files import FileKind
from wibdesk.domain.entries import Progress
from wibdesk.domain.meetings import MeetingType, MinutesStatus, Stage
from wibdesk.domain.people import Group
from wibdesk.domain.terms import TermKind
from wibdesk.store import mail_tables  # noqa: F401 - they belong to the same register
from wibdesk.store.columns import (
    days,
    due,
    flags,
    ident,
    link,
    metadata,
    numbers,
    of,
    place,
    rev,
    subject,
    table,
    texts,
    times,
    word,
)

APPLICATION_ID = 0x57494244
"""`WIBD`: what marks a SQLite file as a register."""
SCHEMA_NUMBER = 6
"""The `user_version` of a register written by this desk."""
HEAD_REVISION = "0006"
"""The migration that leads to SCHEMA_NUMBER."""


def _kind(name: str, *columns: sa.schema.SchemaItem) -> sa.Table:
    """The table of one kind of entry, a row for each."""
    return sa.Table(name, metadata, of("entry", key=True), *columns)


register = table(
    "register",
    sa.Column("id", sa.Integer, primary_key=True),
    *texts("identity", "save_token", need=True),
    *numbers("save_seq", "last_meeting", "last_plan", need=True),
    sa.Column("phrases_given", sa.Boolean, nullable=False, server_default="0"),  # those that the desk ships
)

body = table("body", ident(), *texts("name", need=True), *texts("profile", "house_style"), rev(), *texts("quorum"))
body_file = table(
    "body_file",
    of("body", key=True),
    word("kind", FileKind, key=True),
    *texts("name", "words", need=True),
    sa.Column("data", sa.LargeBinary, nullable=False),
    rev(),
)
house_style = table(
    "house_style",
    sa.Column("name", sa.String(80), primary_key=True),
    *texts("data", need=True),  # the JSON object of a style file
    rev(),
)
standing_item = table("standing_item", of("body", key=True), place(key=True), *texts("title", need=True))
person = table(
    "person",
    ident(),
    of("body"),
    place(),
    *texts("name", "printed", "role", "organisation", "email", "initials", need=True),
    word("group", Group),
    *flags("chair"),
    *days("from_date", "to_date"),
    rev(),
)
term = table("term", ident(), subject("body"), word("kind", TermKind), *texts("short", "full", need=True), rev())
phrase = table(
    "phrase",
    ident(),
    subject("body"),
    *texts("name", "text", need=True),
    sa.Column("used_at", sa.DateTime),
    *numbers("uses", need=True),
    rev(),
)

meeting = table(
    "meeting",
    ident(),
    of("body"),
    sa.Column("ref", sa.String(20), nullable=False, unique=True),
    *days("date"),
    *texts("title", "date_as_written", "venue", "contact", "profile", "house_style"),
    word("type", MeetingType),
    *times("start", "end", "planned_start"),
    word("status", MinutesStatus),
    *numbers("public_present"),
    word("stage", Stage),
    rev(),
)
preamble_paragraph = table("preamble_paragraph", of("meeting", key=True), place(key=True), *texts("text", need=True))
next_meeting = table(
    "next_meeting",
    ident(),
    of("meeting"),
    place(),
    *days("date", "rearranged_from"),
    *times("time"),
    *flags("cancelled"),
    *texts("as_written"),
    rev(),
)

attendee = table(
    "attendee",
    ident(),
    of("meeting"),
    place(),
    link("person"),
    *texts("name", "role", "organisation", "group_label", "initials", "note", "email"),
    word("status", Status),
    word("group", Group),
    *flags("chair"),
    rev(),
    sa.Index("ix_attendee_meeting_id_name", "meeting_id", "name"),  # of which organisation an owner was
)
deputy_for = table("deputy_for", of("attendee", key=True), place(key=True), *texts("name", need=True))
presence = table("presence", of("attendee", key=True), place(key=True), *times("start", "end"), *texts("item"))

item = table(
    "item",
    ident(),
    of("meeting"),
    place(),
    *texts("title", need=True),
    *texts("number", "presenter", "exempt_paragraph", "public_summary"),
    *times("time", "began"),
    *numbers("planned_minutes"),
    *numbers("part", need=True),
    word("state", ItemState),
    *flags("late"),
    rev(),
)
paper = table("paper", of("item", key=True), place(key=True), *texts("title", need=True), *texts("note", "kind"))

adjournment = table(
    "adjournment",
    ident(),
    of("meeting"),
    place(),
    sa.Column("began", sa.Time, nullable=False),
    *times("resumed"),
    link("item"),
    rev(),
)

plan = table(
    "plan",
    ident(),
    of("body"),
    sa.Column("ref", sa.String(20), nullable=False, unique=True),
    *texts("title", need=True),
    *texts("period", "updated", "profile", "house_style"),
    rev(),
)
plan_section = table("plan_section", ident(), of("plan"), place(), *texts("number", "heading"), rev())
workstream = table("workstream", ident(), of("plan"), place(), *texts("title", need=True), *texts("number"), rev())
activity = table("activity", ident(), of("workstream"), place(), *texts("title", need=True), rev())
lead = table("lead", of("activity", key=True), place(key=True), *texts("name", need=True), *texts("role"))
milestone = table(
    "milestone",
    ident(),
    of("activity"),
    place(),
    *texts("text", need=True),
    *due(),
    word("status", Progress),
    rev(),
)

# What a milestone was until `at`; no link to it: its history stays when it goes.
milestone_change = table(
    "milestone_change",
    ident(),
    of("plan"),
    sa.Column("milestone_id", sa.String(32), nullable=False),
    place(),
    sa.Column("at", sa.DateTime, nullable=False),
    *texts("text", "note", need=True),
    *due(),
    word("status", Progress),
    *texts("by"),
    link("meeting", "reported_in_id"),
)
plan_snapshot = table(
    "plan_snapshot",
    ident(),
    of("plan"),
    place(),
    sa.Column("at", sa.DateTime, nullable=False),
    *texts("name", need=True),
    sa.Column("data", sa.LargeBinary, nullable=False),
)

entry = table(
    "entry",
    ident(),
    subject("item"),
    subject("plan_section"),
    place(),
    sa.Column("kind", sa.String(20), nullable=False),
    rev(),
    sa.CheckConstraint("(item_id IS NULL) <> (plan_section_id IS NULL)", name="one_parent"),
)
paragraph = _kind("paragraph", *texts("text", need=True), *texts("label"), rev())
subheading = _kind("subheading", *texts("text", need=True), *texts("label", "presenter"), rev())
bullet = _kind("bullet", *texts("text", need=True), *numbers("level", need=True), rev())
numbered = _kind(
    "numbered",
    *texts("text", need=True),
    *numbers("level", need=True),
    *texts("style"),
    *numbers("start"),
    rev(),
)
entry_table = _kind("entry_table", *texts("caption"), *numbers("row_count", need=True), rev())
table_cell = table(
    "table_cell",
    of("entry", key=True),
    sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),  # 0 is the header
    sa.Column("column", sa.Integer, primary_key=True, autoincrement=False),
    *texts("text", need=True),
)
decision = _kind("decision", *texts("marker", need=True), *texts("style"), rev())
decision_part = table("decision_part", of("entry", key=True), place(key=True), *texts("text", need=True))
action = _kind(
    "action", *texts("text", need=True), *due(), word("status", Progress), sa.Column("ref", sa.String(40)), rev()
)
action_owner = table("action_owner", of("entry", key=True), place(key=True), *texts("name", need=True), link("person"))
declaration = _kind(
    "declaration",
    *texts("person", need=True),
    *texts("item", "interest", "reason", "as_written"),
    *flags("took_part", "left_room", need=False),
    rev(),
)
amendment = _kind(
    "amendment",
    *days("to_meeting"),
    *texts("place", "now", need=True),
    *texts("was", "requested_by", "as_written"),
    rev(),
)
vote = _kind(
    "vote",
    *texts("motion", "result", need=True),
    *texts("mover", "seconder", "casting_vote", "as_written"),
    *numbers("votes_for", "votes_against", "abstained"),
    rev(),
)
vote_side = table("vote_side", of("entry", key=True), place(key=True), *texts("side", need=True))
vote_name = table(
    "vote_name",
    of("entry", key=True),
    sa.Column("side", sa.Integer, primary_key=True, autoincrement=False),  # the position of its vote_side
    place(key=True),
    *texts("name", need=True),
)
private_note = _kind("private_note", *texts("text", need=True), rev())

# No link to the entry in these: undo in the editor brings an action back, and its history and reference with it.
action_update = table(
    "action_update",
    ident(),
    of("meeting"),
    sa.Column("action_id", sa.String(32), nullable=False, index=True),
    place(),
    sa.Column("at", sa.DateTime, nullable=False),
    word("status", Progress),
    *texts("note", need=True),
    *texts("by"),
    sa.Column("reported_in_id", sa.String(32)),  # the meeting at which it was reported
    sa.Column("successor_id", sa.String(32)),  # the action that took its place
)
due_change = table(
    "due_change",
    ident(),
    of("meeting"),  # the one that raised the action
    sa.Column("action_id", sa.String(32), nullable=False, index=True),
    place(),
    sa.Column("at", sa.DateTime, nullable=False),
    link("meeting", "carried_in_id"),
    *due(),
    *texts("by"),
)
judgement = table(
    "judgement",
    ident(),
    of("body"),
    sa.Column("record_id", sa.String(32), nullable=False, index=True),  # an action or a milestone
    place(),
    sa.Column("at", sa.DateTime, nullable=False),
    *texts("rag", "reason", need=True),  # no word: as the rule says again
    *texts("by"),
)
saved_view = table("saved_view", ident(), subject("body"), place(), *texts("name", "data", need=True), rev())
given_reference = table(
    "given_reference",
    of("meeting", key=True),
    sa.Column("ref", sa.String(40), primary_key=True),
    sa.Column("action_id", sa.String(32)),
)

export = table(
    "export",
    ident(),
    subject("meeting"),
    subject("body"),
    subject("plan"),
    *texts("kind", "edition", "style", "format", "name", "sha256", "words", need=True),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.CheckConstraint(
        "CASE WHEN meeting_id IS NULL THEN 0 ELSE 1 END + CASE WHEN body_id IS NULL THEN 0 ELSE 1 END"
        " + CASE WHEN plan_id IS NULL THEN 0 ELSE 1 END = 1",
        name="one_subject",
    ),
)

# What was, packed: rows as the desk of their time had them (see `wibdesk.store.packing`).
version = table(
    "version",
    ident(),
    of("item"),
    place(),  # counts up for each item: clocks may step back
    sa.Column("at", sa.DateTime, nullable=False),
    *flags("kept"),  # never thinned: what stood before an approval
    sa.Column("data", sa.LargeBinary, nullable=False),
)
conflict = table(
    "conflict",
    ident(),
    of("item"),
    place(),
    sa.Column("entry_id", sa.String(32), nullable=False),
    *texts("writer", need=True),
    sa.Column("at", sa.DateTime, nullable=False),
    *flags("removed"),  # the other writer took the entry away: the register keeps `mine`
    sa.Column("base", sa.LargeBinary),
    sa.Column("mine", sa.LargeBinary),
)
# No link to what it belonged to: that may be in the bin too.
binned = table(
    "binned",
    ident(),
    place(),
    word("kind", BinKind),
    sa.Column("record_id", sa.String(32), nullable=False),
    sa.Column("body_id", sa.String(32)),
    sa.Column("meeting_id", sa.String(32)),
    *texts("title", "belonged_to", need=True),
    *flags("minutes"),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
seal = table(
    "seal",
    ident(),
    of("meeting"),
    place(),
    sa.Column("at", sa.DateTime, nullable=False),
    *texts("sha256", need=True),
    sa.Column("reopened_at", sa.DateTime),
    *texts("reason"),
)
wipe = table(
    "wipe",
    ident(),
    of("meeting"),
    place(),
    sa.Column("at", sa.DateTime, nullable=False),
    *numbers("notes", need=True),
)
