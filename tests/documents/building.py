"""Small meetings for the tests of documents, with only what a test is about filled in."""

from datetime import date, time

from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee
from wibdesk.domain.bodies import Body
from wibdesk.domain.entries import Entry
from wibdesk.domain.meetings import Meeting, MeetingDetails, NextMeeting

DAY = date(2026, 9, 1)


def meeting(
    *entries: Entry,
    people: tuple[Attendee, ...] = (),
    items: tuple[Item, ...] = (),
    coming: tuple[NextMeeting, ...] = (),
    name: str = "Norbury Board",
    **details,
) -> Meeting:
    """Return a meeting of 1 September 2026 with one item that holds the entries, or with the items given."""
    body = Body(name)
    known = {"date": DAY, "start": time(9, 30), "end": time(11, 40)} | details
    return Meeting(
        body, MeetingDetails(body.id, **known), people, items or (Item("Front door", "3", entries=entries),), coming
    )
