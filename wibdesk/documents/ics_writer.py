"""Writes the days of a document as a calendar file (iCalendar, RFC 5545) for Outlook, Google and Apple calendars.

Deadlines are all-day events and not to-dos: Google Calendar and the new Outlook pass over a VTODO without a word, Apple
sends it elsewhere, and all three take an event. As an event nobody has to attend it blocks no time in the day.

A clock time is written in UTC, for the moment that the clock of this computer shows it: the files need no rules of
summer time, of which calendars have different ideas. The SEQUENCE is the moment of the file, so that of two files the
later one is believed, however often a date was moved, called off and put back.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from wibdesk.documents.document import CalendarEntry, Document
from wibdesk.documents.legal_text import legal
from wibdesk.domain.house_style import HouseStyle

MAKER = "-//WIBDesk//Meetings and actions//EN"
_FIRST_SEQUENCE = 1_767_225_600
"""The beginning of 2026 in seconds since 1970: the number of a version must fit into 31 bits."""


def write_ics(document: Document, style: HouseStyle) -> bytes:
    """Return the document's days as a calendar file, an empty one where it has none."""
    # Only a calendar file waits for the library.
    from icalendar import Calendar  # noqa: PLC0415

    calendar = Calendar()
    for name, value in (
        ("prodid", MAKER),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("x-wr-calname", legal(f"{document.author} – {document.subject}")),
    ):
        calendar.add(name, value)
    for entry in document.dates:
        calendar.add_component(_event(entry, document.stamp))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, stamp: int) -> Any:
    from icalendar import Event  # noqa: PLC0415 - as above

    event, moment = Event(), datetime.fromtimestamp(stamp, UTC)
    event.add("uid", f"{entry.uid}@wibdesk")
    event.add("dtstamp", moment)
    event.add("last-modified", moment)
    event.add("sequence", max(stamp - _FIRST_SEQUENCE, 0))
    event.add("summary", legal(entry.words))
    _add_times(event, entry)
    if entry.place:
        event.add("location", legal(entry.place))
    if entry.about:
        event.add("description", legal(entry.about))
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.start and not entry.cancelled else "TRANSPARENT")
    return event


def _add_times(event: Any, entry: CalendarEntry) -> None:
    if entry.start is None:
        event.add("dtstart", entry.day)
        # The first day that it does not fill; one day more than the calendar has is left to the reader.
        if entry.day < date.max:
            event.add("dtend", entry.day + timedelta(days=1))
        return
    event.add("dtstart", _moment(entry.day, entry.start))
    if entry.end is not None:
        into_next = entry.end <= entry.start and entry.day < date.max
        event.add("dtend", _moment(entry.day + timedelta(days=into_next), entry.end))


def _moment(day: date, at: time) -> datetime:
    local = datetime.combine(day, at.replace(second=0, microsecond=0))
    try:
        return local.astimezone(UTC)
    except (OSError, OverflowError, ValueError):
        # Beyond what the clock of this system knows; a time without a zone is that of whoever reads it.
        return local
