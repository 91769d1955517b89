"""What a meeting or plan file is, in words, and how it stands to the register."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

from wibdesk.domain.dates import clock, short_date
from wibdesk.domain.entries import PrivateNote
from wibdesk.domain.meetings import Meeting, MinutesStatus, Stage
from wibdesk.domain.plans import Plan
from wibdesk.errors import UserError
from wibdesk.language import counted, later, say

Record: TypeAlias = Meeting | Plan
AS = {
    Stage.LIVE: later("It is of today and has no closing time: it comes in open, and you go on with it."),
    Stage.CLOSED: later("It has no closing time, and comes in as held."),
}
"""How a meeting with minutes comes in of which the file does not say when it ended."""
# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any


@dataclass(frozen=True)
class Incoming:
    """A record that was read from a file; `written` is when the file was last written, None where unknown."""

    path: Path
    record: Record
    written: datetime | None = None


@dataclass(frozen=True)
class Standing:
    """How it stands to the register: what is there of it, whether that is the same, whether its body is new."""

    stored: Record | None = None
    same: bool = False
    new_body: bool = False


def read(path: Path) -> Incoming:
    """Read a file; UserError in words where it is no meeting or plan file."""
    # The reader brings jsonschema with it, which the start of the desk must not wait for.
    from wibdesk.interchange.meeting_file import read_file  # noqa: PLC0415
    from wibdesk.interchange.ordinary_files import refuse_pipes  # noqa: PLC0415  (as said above)

    refuse_pipes(path)
    record = read_file(path)
    try:
        written = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError as trouble:
        raise UserError(say("{name}: the file is gone.", name=path.name)) from trouble
    return Incoming(path, record, written)


def gone_on_with(record: Record, today: date) -> Record:
    """Return a record with a meeting of today open that has begun and not ended: a file has no word for that."""
    if not isinstance(record, Meeting):
        return record
    d = record.details
    begun = d.stage is Stage.CLOSED and d.end is None and d.start is not None and d.status is MinutesStatus.DRAFT
    return replace(record, details=replace(d, stage=Stage.LIVE)) if begun and d.date == today else record


def standing(uow: Transaction, record: Record) -> Standing:
    """Compare a record with the register."""
    # Read on the register's thread, with what brings the database and the reader with it.
    from wibdesk.interchange.meeting_file import write_meeting, write_plan  # noqa: PLC0415  (as said above)
    from wibdesk.services.transfer import is_new_body, stored_like  # noqa: PLC0415  (as said above)

    stored = stored_like(uow, record)
    if isinstance(stored, Meeting) and isinstance(record, Meeting):
        same = write_meeting(stored) == write_meeting(record)
    else:
        same = isinstance(stored, Plan) and isinstance(record, Plan) and write_plan(stored) == write_plan(record)
    return Standing(stored, same, is_new_body(uow, record))


def heading(record: Record) -> str:
    """Return body and day of a meeting, or body and title of a plan."""
    if isinstance(record, Plan):
        return f"{record.body_name}, {record.title}"
    return f"{record.body.name}, {_day(record)}"


def holding(record: Record) -> str:
    """Return what is in it, counted: items, entries, actions and people; what is private is said."""
    if isinstance(record, Plan):
        activities = [activity for stream in record.workstreams for activity in stream.activities]
        milestones = sum(len(activity.milestones) for activity in activities)
        parts = (
            counted(len(record.workstreams), "{number} workstream", "{number} workstreams"),
            counted(len(activities), "{number} activity", "{number} activities"),
            counted(milestones, "{number} milestone", "{number} milestones"),
        )
        return ", ".join(parts)
    entries = [entry for item in record.items for entry in item.entries]
    private = sum(isinstance(entry, PrivateNote) for entry in entries)
    parts = (
        counted(len(record.items), "{number} item", "{number} items"),
        counted(len(entries), "{number} entry", "{number} entries"),
        counted(len(list(record.actions())), "{number} action", "{number} actions"),
        counted(len(record.attendance), "{number} person", "{number} people"),
        *([counted(private, "{number} private note", "{number} private notes")] if private else []),
    )
    return ", ".join(parts)


def how_it_stands(found: Incoming, now: Standing) -> str:
    """Return the sentences that tell whether it is new, there already, or different."""
    stored = now.stored
    sentences = []
    if stored is None:
        sentences.append(say("It is not in your register yet."))
    elif now.same:
        sentences.append(say("It is in your register, word for word."))
    else:
        sentences.append(say("Your register has another version of it: {held}.", held=holding(stored)))
    if now.new_body:
        sentences.append(say("Its body is new here and comes with it."))
    if isinstance(found.record, Meeting) and now.stored is None and found.record.details.end is None:
        sentences += [say(AS[stage]) for stage in AS if stage is found.record.details.stage]
    if found.written is not None:
        day, time = short_date(found.written.date()), clock(found.written.time())
        sentences.append(say("The file was written on {day} at {time}.", day=day, time=time))
    return " ".join(sentences)


def _day(meeting: Meeting) -> str:
    day = meeting.details.date
    return short_date(day) if day is not None else meeting.details.date_as_written or say("no day yet")
