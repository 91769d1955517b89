"""Meetings: make one from its body, find it, start and close it, take it away."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import ACTIONS, AGENDA, ATTENDANCE, BIN, ENTRIES, MEETINGS, Changes, Done, changed
from wibdesk.domain.agenda import Item, ItemState
from wibdesk.domain.attendance import Attendee
from wibdesk.domain.ids import new_id
from wibdesk.domain.meetings import Meeting, MeetingDetails, MeetingSummary, MeetingType, NextMeeting, Stage
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.agenda import finish_current, open_item
from wibdesk.services.deadlines import follow_meeting
from wibdesk.services.elsewhere import together
from wibdesk.services.next_meetings import cancel_next_meeting, move_next_meeting, set_next_meetings
from wibdesk.services.numbering import number_changed, number_planned, numbered_anew, rule_for
from wibdesk.services.removing import bin_meeting, meeting_words

if TYPE_CHECKING:
    from wibdesk.domain.people import Person
    from wibdesk.store.unit_of_work import UnitOfWork

__all__ = [
    "cancel_next_meeting",
    "change_details",
    "close_meeting",
    "find",
    "meeting",
    "meetings",
    "move_next_meeting",
    "new_meeting",
    "next_date",
    "remove_meeting",
    "reopen_meeting",
    "set_next_meetings",
    "stages",
    "start_meeting",
]


def meetings(uow: UnitOfWork, body_id: str | None = None) -> tuple[MeetingSummary, ...]:
    """Return a summary of every meeting, newest first; with `body_id`, of that body only."""
    return uow.meetings.summaries(body_id)


def stages(uow: UnitOfWork) -> dict[str, Stage]:
    """Return the stage of every meeting, by its id."""
    return uow.meetings.stages()


def meeting(uow: UnitOfWork, meeting_id: str) -> Meeting:
    """Return a whole meeting; UserError where it is gone."""
    return uow.meetings.whole(meeting_id)


def find(uow: UnitOfWork, ref: str) -> Meeting:
    """Return the meeting with a short reference, as M3; UserError that names the reference where there is none."""
    details = uow.meetings.by_ref(ref)
    if details is None:
        raise UserError(
            say("There is no meeting {ref} in this register: list the meetings to see their references.", ref=ref)
        )
    return uow.meetings.whole(details.id)


def new_meeting(  # noqa: PLR0913 - what the clerk may say of a new meeting
    uow: UnitOfWork,
    body_id: str,
    *,
    date: dt.date | None,
    start: dt.time | None = None,
    venue: str | None = None,
    type: MeetingType = MeetingType.ORDINARY,  # noqa: A002 - the field's own name
    title: str | None = None,
    copy_from: str | None = None,
) -> Done[Meeting]:
    """Make a meeting: the roster of that day as attendees, the standing items, the body's later dates.

    With `copy_from`, a meeting's id, the agenda is that meeting's (no minutes), and its venue where none is given.
    """
    body = uow.bodies.get(body_id)
    source = uow.meetings.whole(copy_from) if copy_from else None
    details = MeetingDetails(
        body_id,
        date,
        uow.meetings.next_ref(),
        title,
        type,
        start=start,
        planned_start=start,
        venue=venue or (source.details.venue if source else None),
        contact=source.details.contact if source else None,
        profile=body.profile,
        house_style=body.house_style,
    )
    people = [p for p in uow.people.of_body(body_id) if p.serves_on(date)]
    items = tuple(_fresh(i) for i in source.items) if source else _standing(body.standing_items)
    made = Meeting(
        body,
        details,
        tuple(_attendee(p) for p in people),
        numbered_anew(uow, details, items),
        _later_dates(uow, body_id, date),
    )
    uow.meetings.put_whole(made)
    return Done(made, _numbered_on(uow, details, MEETINGS, AGENDA, ATTENDANCE, ACTIONS))


def _attendee(person: Person) -> Attendee:
    return Attendee(
        person.prints_as,
        group=person.group,
        role=person.role or None,
        organisation=person.organisation or None,
        initials=person.short_initials or None,
        chair=person.chair,
        email=person.email or None,
        person_id=person.id,
    )


def _standing(titles: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(Item(title, number=str(n)) for n, title in enumerate(titles, 1))


def _fresh(item: Item) -> Item:
    return Item(
        item.title,
        item.number,
        item.time,
        item.planned_minutes,
        item.presenter,
        item.part,
        item.exempt_paragraph,
        item.public_summary,
    )


def _later_dates(uow: UnitOfWork, body_id: str, day: dt.date | None) -> tuple[NextMeeting, ...]:
    latest = _latest(uow, body_id, before=day)
    if latest is None:
        return ()
    dates = uow.meetings.next_meetings(latest.id)
    return tuple(replace(n, id=new_id()) for n in dates if day is None or (n.date is not None and n.date > day))


def _latest(uow: UnitOfWork, body_id: str, *, before: dt.date | None = None) -> MeetingDetails | None:
    dated = [m for m in uow.meetings.of_body(body_id) if m.date and (before is None or m.date <= before)]
    return max(dated, key=lambda m: m.date or dt.date.min, default=None)


def next_date(uow: UnitOfWork, body_id: str) -> NextMeeting | None:
    """Return the first date after the body's latest meeting that this meeting lists and that is not called off."""
    latest = _latest(uow, body_id)
    if latest is None or latest.date is None:
        return None
    dates = [n for n in uow.meetings.next_meetings(latest.id) if n.date and n.date > latest.date and not n.cancelled]
    return min(dates, key=lambda n: n.date or dt.date.max, default=None)


def change_details(
    uow: UnitOfWork, details: MeetingDetails, base: MeetingDetails | None = None
) -> Done[MeetingDetails]:
    """Store a meeting's changed details; body, reference and stage stay as they are.

    A form may hold details from before the meeting was opened: only starting, closing and reopening move the stage.
    With `base`, what the details were when the change began, what changed elsewhere since stays.
    """
    old = uow.meetings.get(details.id)
    was = rule_for(uow, old)
    new = together(base, details, old, meeting_words(old))
    new = replace(new, ref=old.ref, body_id=old.body_id, stage=old.stage)
    uow.meetings.put(new)
    numbers = (AGENDA, ATTENDANCE) if number_changed(uow, new, was, old.date) else ()
    if follow_meeting(uow, new.body_id, old.date, new.date):
        return Done(new, changed(MEETINGS, ACTIONS, ENTRIES, *numbers, body_id=new.body_id))
    return Done(new, _numbered_on(uow, new, MEETINGS, ACTIONS, *numbers))


def remove_meeting(uow: UnitOfWork, meeting_id: str) -> Done[MeetingDetails]:
    """Put a meeting into the bin with all that belongs to it."""
    gone = uow.meetings.get(meeting_id)
    bin_meeting(uow, gone)
    uow.meetings.remove(meeting_id)
    return Done(gone, _numbered_on(uow, gone, MEETINGS, AGENDA, ATTENDANCE, ENTRIES, ACTIONS, BIN))


def _numbered_on(uow: UnitOfWork, details: MeetingDetails, *kinds: str) -> Changes:
    """Let the numbers of the planned meetings follow a change of this one; return what changed in all."""
    if number_planned(uow, details.body_id):
        return changed(*kinds, AGENDA, ATTENDANCE, body_id=details.body_id)
    return changed(*kinds, meeting_id=details.id, body_id=details.body_id)


def start_meeting(uow: UnitOfWork, meeting_id: str, at: dt.time) -> Done[MeetingDetails]:
    """Open the meeting: stamp the time, keep the planned one beside it, go to the first item."""
    old = uow.meetings.get(meeting_id)
    if old.stage is Stage.LIVE:
        raise UserError(say("The meeting is already open: close it when it ends."))
    if old.stage is Stage.CLOSED:
        raise UserError(say("The meeting is closed: reopen it to go on."))
    new = replace(old, stage=Stage.LIVE, start=at, planned_start=old.planned_start or old.start)
    uow.meetings.put(new)
    items = uow.agenda.outline(meeting_id)
    if items and not any(i.state is ItemState.NOW for i in items):
        open_item(uow, meeting_id, items[0].id, at)
    return _moved(new)


def close_meeting(uow: UnitOfWork, meeting_id: str, at: dt.time) -> Done[MeetingDetails]:
    """Close the meeting: stamp the end, finish the item that is open."""
    old = uow.meetings.get(meeting_id)
    if old.stage is not Stage.LIVE:
        raise UserError(say("Only a meeting that is open can be closed: start it first."))
    new = replace(old, stage=Stage.CLOSED, end=at)
    uow.meetings.put(new)
    finish_current(uow, meeting_id)
    return _moved(new)


def reopen_meeting(uow: UnitOfWork, meeting_id: str) -> Done[MeetingDetails]:
    """Take back the closing of a meeting: it is open again, without an end."""
    old = uow.meetings.get(meeting_id)
    if old.stage is not Stage.CLOSED:
        raise UserError(say("Only a closed meeting can be reopened."))
    new = replace(old, stage=Stage.LIVE, end=None)
    uow.meetings.put(new)
    return _moved(new)


def _moved(details: MeetingDetails) -> Done[MeetingDetails]:
    return Done(details, changed(MEETINGS, AGENDA, meeting_id=details.id, body_id=details.body_id))
