"""The calendar of a body as a document: what is ahead first, what moved and was called off in words."""

from datetime import date, datetime, time

from wibdesk.documents.compose.meeting_calendar import compose_calendar
from wibdesk.documents.document import Document, Heading, Table, texts, words_of
from wibdesk.documents.styles import house_style
from wibdesk.domain.meeting_calendar import CalendarDate
from wibdesk.domain.meetings import MeetingType, Stage

NOW = datetime(2026, 9, 12, 10, 15)
PAST = CalendarDate("a", date(2026, 9, 1), time(9, 30), time(11), "Town Hall", ref="M1", stage=Stage.CLOSED)
NEXT = CalendarDate("b", date(2026, 10, 6), time(9, 30), ref="M2", type=MeetingType.SPECIAL)
MOVED = CalendarDate("c", date(2026, 11, 10), rearranged_from=date(2026, 11, 3))
OFF = CalendarDate("d", date(2026, 12, 1), time(14), title="Budget meeting", cancelled=True)


def composed(*dates: CalendarDate) -> Document:
    return compose_calendar("Norbury Board", dates, house_style("plain"), now=NOW)


def tables(document: Document) -> dict[str, list[list[str]]]:
    """The cells of each table by its heading, its own head first."""
    return {
        words_of(heading.runs): [list(table.header), *([words_of(cell) for cell in row] for row in table.rows)]
        for heading, table in zip(document.blocks, document.blocks[1:], strict=False)
        if isinstance(heading, Heading) and isinstance(table, Table)
    }


def test_what_is_to_come_stands_before_what_is_past_and_no_column_is_empty():
    document = composed(PAST, NEXT, MOVED, OFF)
    assert tables(document) == {
        "To come": [
            ["Date", "Time", "Meeting", "Remark"],
            ["Tuesday 6 October 2026", "09:30", "Special meeting", ""],
            ["Tuesday 10 November 2026", "", "Meeting", "Rearranged from 3 November 2026"],
            ["Tuesday 1 December 2026", "14:00", "Budget meeting", "Cancelled"],
        ],
        "Past": [
            ["Date", "Time", "Meeting", "Venue"],
            ["Tuesday 1 September 2026", "09:30 to 11:00", "Meeting", "Town Hall"],
        ],
    }
    assert "2 meetings to come." in list(texts(document))


def test_the_same_facts_are_values_and_days_of_a_calendar():
    document = composed(PAST, NEXT, MOVED, OFF)
    (sheet,) = document.sheets
    assert [(row[0], row[-2], row[-1]) for row in sheet.rows] == [
        (PAST.date, None, "Past"), (NEXT.date, None, "Planned"), (MOVED.date, date(2026, 11, 3), "Date listed"),
        (OFF.date, None, "Cancelled"),
    ]  # fmt: skip
    assert [(day.uid, day.words, day.cancelled) for day in document.dates] == [
        ("a", "Norbury Board", False), ("b", "Norbury Board: Special meeting", False), ("c", "Norbury Board", False),
        ("d", "Norbury Board: Budget meeting", True),
    ]  # fmt: skip
    assert document.dates[2].about == "Rearranged from Tue 3 Nov 2026."
    assert (document.dates[0].place, document.dates[0].end) == ("Town Hall", time(11))


def test_a_file_of_a_minute_later_has_a_later_stamp():
    later = compose_calendar("Norbury Board", [NEXT], house_style("plain"), now=NOW.replace(minute=16))
    assert later.stamp == composed(NEXT).stamp + 60


def test_without_meetings_one_sentence_says_so():
    assert list(texts(composed()))[-1] == "No meeting to come is listed."
    assert list(texts(composed(OFF)))[2] == "No meeting to come is listed."
