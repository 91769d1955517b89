"""The calendar file as another program reads it: every day as it is on record, and a later file believed."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime
from datetime import time as clock

import icalendar
import pytest
from hypothesis import given

from tests.documents.making import documents, random_documents
from wibdesk.documents.document import CalendarEntry, Document
from wibdesk.documents.ics_writer import write_ics
from wibdesk.documents.kinds import KINDS
from wibdesk.documents.legal_text import legal
from wibdesk.documents.styles import house_style
from wibdesk.documents.writers import WRITERS

STYLE = house_style(None)
EMPTY = Document("Norbury – Calendar", "Meeting calendar", "Norbury Board", "Norbury", (), stamp=1_795_000_000)
MEETING = CalendarEntry("m1", "Norbury Board", date(2026, 9, 1), clock(9, 30), clock(11, 30), "Room 1, Town Hall")


@pytest.fixture
def in_london(monkeypatch: pytest.MonkeyPatch):
    """The clock of this computer shows the time of London."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system has no way to be told another time zone")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/London")
        time.tzset()
        yield
    time.tzset()


def events(*entries: CalendarEntry, **more) -> list:
    return read(write_ics(replace(EMPTY, dates=entries, **more), STYLE))


def read(data: bytes) -> list:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_a_meeting_is_at_its_moment_in_summer_and_in_winter(in_london):
    winter = replace(MEETING, uid="m2", day=date(2026, 12, 1))
    summer, later = events(MEETING, winter)
    assert summer.decoded("dtstart") == datetime(2026, 9, 1, 8, 30, tzinfo=UTC)
    assert summer.decoded("dtend") == datetime(2026, 9, 1, 10, 30, tzinfo=UTC)
    assert later.decoded("dtstart") == datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
    assert (summer["summary"], summer["location"]) == ("Norbury Board", "Room 1, Town Hall")
    assert (summer["status"], summer["transp"], summer["uid"]) == ("CONFIRMED", "OPAQUE", "m1@wibdesk")


def test_a_meeting_that_ends_after_midnight_ends_on_the_next_day(in_london):
    (event,) = events(replace(MEETING, day=date(2026, 12, 1), start=clock(19), end=clock(0, 30)))
    assert event.decoded("dtend") == datetime(2026, 12, 2, 0, 30, tzinfo=UTC)


def test_a_deadline_fills_its_day_and_blocks_no_time():
    about = "Owner: J Amari\nOpen; “soon”"
    (event,) = events(CalendarEntry("a1", "Due: 3.1 heat maps", date(2026, 10, 6), about=about))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 10, 6), date(2026, 10, 7))
    assert (event["transp"], event["description"]) == ("TRANSPARENT", "Owner: J Amari\nOpen; “soon”")


def test_what_is_called_off_leaves_the_calendars_under_the_same_name_in_a_later_version():
    (first,) = events(MEETING)
    (second,) = events(replace(MEETING, day=date(2026, 9, 8), cancelled=True), stamp=EMPTY.stamp + 60)
    assert first["uid"] == second["uid"]
    assert second["sequence"] > first["sequence"] > 0
    assert (second["status"], second["transp"]) == ("CANCELLED", "TRANSPARENT")
    assert second.decoded("dtstamp") == second.decoded("last-modified") > first.decoded("dtstamp")


def test_the_file_says_whose_calendar_it_is_and_is_empty_without_days():
    data = write_ics(EMPTY, STYLE)
    assert icalendar.Calendar.from_ical(data)["x-wr-calname"] == "Norbury Board – Meeting calendar"
    assert read(data) == []


def test_the_lines_are_those_of_the_standard():
    about = "Ysgrifennydd y Bwrdd – “Gŵyl” 🗳 " * 20 + "\r\nATTENDEE:mailto:x@y.example"
    data = write_ics(replace(EMPTY, dates=(replace(MEETING, words=about, about=about),)), STYLE)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert not any(line.startswith(b"ATTENDEE") for line in lines)
    for line in lines:
        line.decode()


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_there_are_can_be_written(day):
    late = replace(MEETING, start=clock(23), end=clock(1), day=day)
    whole, timed = events(replace(MEETING, start=None, day=day), late)
    assert whole.decoded("dtstart") == day
    assert timed["summary"] == "Norbury Board"


@random_documents
@given(documents(*(name for name, kind in KINDS.items() if "ics" in kind.data)))
def test_every_day_of_a_document_comes_back(made):
    found = {event["uid"].removesuffix("@wibdesk"): event for event in read(WRITERS["ics"](made.document, made.style))}
    assert found.keys() == {entry.uid for entry in made.document.dates}
    for entry in made.document.dates:
        event = found[entry.uid]
        assert event["summary"] == legal(entry.words)
        assert (event["status"] == "CANCELLED") is entry.cancelled
        if entry.start is None:
            assert event.decoded("dtstart") == entry.day
