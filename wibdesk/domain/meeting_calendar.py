"""The calendar of a body: its meetings and the dates that are only listed yet, each under an identity that stays."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wibdesk.domain.meetings import MeetingType, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wibdesk.domain.agenda import Item
    from wibdesk.domain.meetings import Meeting, NextMeeting


@dataclass(frozen=True)
class CalendarDate:
    """A day on which a body meets, met, or was to meet; `end` is the planned one until the meeting has closed.

    `uid` stays the same when the date is moved or called off, and when a meeting is made of it. `ref` is the meeting's
    short reference, empty for a date that is only listed.
    """

    uid: str
    date: dt.date
    start: dt.time | None = None
    end: dt.time | None = None
    venue: str = ""
    title: str = ""
    type: MeetingType = MeetingType.ORDINARY
    ref: str = ""
    rearranged_from: dt.date | None = None
    cancelled: bool = False
    stage: Stage = Stage.PLANNED


def calendar_of(meetings: Sequence[Meeting], today: dt.date) -> tuple[CalendarDate, ...]:
    """Return a body's calendar, oldest first: every dated meeting, and what is listed from today on.

    A listed date is told by the last meeting before it alone, and is the meeting itself once one stands on that day.
    """
    dated = sorted(
        ((meeting.details.date, meeting) for meeting in meetings if meeting.details.date is not None),
        key=lambda each: (each[0], each[1].details.start or dt.time.min),
    )
    found: list[CalendarDate] = []
    listed = _listed([meeting for _, meeting in dated])
    taken: set[dt.date] = set()
    for day, meeting in dated:
        # Of two sittings on one day the first is the one that was listed.
        found.append(_of_meeting(meeting, day, listed.get(day) if day not in taken else None))
        taken.add(day)
    ahead = ((day, date_of) for day, date_of in listed.items() if day >= today and day not in taken)
    found += (_of_listing(meetings[0].body.id, day, listing) for day, listing in ahead)
    return tuple(sorted(found, key=lambda each: (each.date, each.start or dt.time.min)))


def planned_end(meeting: Meeting) -> dt.time | None:
    """Return when the agenda ends as planned, None where the start or some length is not known."""
    start = meeting.details.planned_start or meeting.details.start
    if start is None or not meeting.items or any(i.planned_minutes is None for i in meeting.items):
        return None
    return _after(start, meeting.items)


def _after(start: dt.time, items: Sequence[Item]) -> dt.time | None:
    minutes = start.hour * 60 + start.minute
    for item in items:
        if item.time is not None:
            minutes = item.time.hour * 60 + item.time.minute
        minutes += item.planned_minutes or 0
    return dt.time(minutes // 60, minutes % 60) if minutes < 24 * 60 else None


def _listed(dated: Sequence[Meeting]) -> dict[dt.date, NextMeeting]:
    """Return the listed dates by day, each as the last meeting before it tells it."""
    starts = [meeting.details.date or dt.date.min for meeting in dated]
    told: dict[dt.date, NextMeeting] = {}
    for number, meeting in enumerate(dated):
        until = starts[number + 1] if number + 1 < len(starts) else dt.date.max
        told |= {each.date: each for each in _between(meeting.next_meetings, starts[number], until) if each.date}
    return told


def _between(listed: Iterable[NextMeeting], after: dt.date, until: dt.date) -> Iterable[NextMeeting]:
    # A date that was called off gives way to one that stands on the same day.
    kept = (each for each in listed if each.date is not None and after < each.date <= until)
    return sorted(kept, key=lambda each: not each.cancelled)


def _uid(body_id: str, day: dt.date) -> str:
    return f"{body_id}-{day.isoformat()}"


def _of_meeting(meeting: Meeting, day: dt.date, listing: NextMeeting | None) -> CalendarDate:
    details = meeting.details
    closed = details.stage is Stage.CLOSED
    return CalendarDate(
        _uid(meeting.body.id, listing.rearranged_from or day) if listing else details.id,
        day,
        details.start or details.planned_start,
        details.end if closed and details.end else planned_end(meeting),
        details.venue or "",
        details.title or "",
        details.type,
        details.ref,
        listing.rearranged_from if listing else None,
        stage=details.stage,
    )


def _of_listing(body_id: str, day: dt.date, listing: NextMeeting) -> CalendarDate:
    return CalendarDate(
        _uid(body_id, listing.rearranged_from or day),
        day,
        listing.time,
        rearranged_from=listing.rearranged_from,
        cancelled=listing.cancelled,
    )
