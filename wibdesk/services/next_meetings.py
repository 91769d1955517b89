"""The dates of the meetings to come: list them, move one and keep its old day, call one off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import ACTIONS, ENTRIES, MEETINGS, Done, changed
from wibdesk.domain.meetings import NextMeeting
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.deadlines import follow_meeting

if TYPE_CHECKING:
    import datetime as dt

    from wibdesk.store.unit_of_work import UnitOfWork

Dates = tuple[NextMeeting, ...]


def set_next_meetings(uow: UnitOfWork, meeting_id: str, dates: Dates) -> Done[Dates]:
    """Store the future dates that a meeting lists, in the order given; actions due at one that moved move with it."""
    details = uow.meetings.get(meeting_id)
    before = {n.id: n.date for n in uow.meetings.next_meetings(meeting_id)}
    uow.meetings.put_next(meeting_id, dates)
    moved = [follow_meeting(uow, details.body_id, before.get(n.id), n.date) for n in dates if not n.cancelled]
    if any(moved):
        return Done(dates, changed(MEETINGS, ACTIONS, ENTRIES, body_id=details.body_id))
    return Done(dates, changed(MEETINGS, meeting_id=meeting_id, body_id=details.body_id))


def move_next_meeting(uow: UnitOfWork, meeting_id: str, next_id: str, new_date: dt.date) -> Done[Dates]:
    """Move a future date; the first day it ever had is kept, and moving it back there forgets the move."""
    dates = uow.meetings.next_meetings(meeting_id)
    old = _one(dates, next_id)
    first = old.rearranged_from or old.date
    moved = replace(old, date=new_date, rearranged_from=None if first == new_date else first, as_written=None)
    return set_next_meetings(uow, meeting_id, _with(dates, moved))


def cancel_next_meeting(uow: UnitOfWork, meeting_id: str, next_id: str, cancelled: bool = True) -> Done[Dates]:
    """Call off a future date, or with `cancelled` False take that back."""
    dates = uow.meetings.next_meetings(meeting_id)
    return set_next_meetings(uow, meeting_id, _with(dates, replace(_one(dates, next_id), cancelled=cancelled)))


def _one(dates: Dates, next_id: str) -> NextMeeting:
    found = next((n for n in dates if n.id == next_id), None)
    if found is None:
        raise UserError(say("That date is no longer on the list: look at the list of future dates again."))
    return found


def _with(dates: Dates, changed_date: NextMeeting) -> Dates:
    return tuple(changed_date if n.id == changed_date.id else n for n in dates)
