"""The sentences that the desk writes from fields."""

from datetime import date, time

import pytest

from tests.documents.building import meeting
from wibdesk.documents import wording
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.date_forms import Forms
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.meetings import NextMeeting

DAY = date(2026, 10, 6)


@pytest.mark.parametrize(
    ("due", "beside", "words"),
    [
        (Due(), "", ""),
        (Due(DueKind.DATE, DAY), "", "6 October 2026"),
        (Due(DueKind.DATE, DAY, as_written="by 6/10"), "", "by 6/10 (6 October 2026)"),
        (Due(DueKind.DATE, DAY, as_written="by 06/10/26"), "", "by 06/10/26"),
        (Due(DueKind.DATE, DAY, as_written="By 6 October 2026"), "", "By 6 October 2026"),
        (Due(DueKind.DATE, DAY, as_written="6 October"), "", "6 October 2026"),
        (Due(DueKind.DATE, DAY, as_written="6th October 2026"), "", "6th October 2026"),
        (Due(DueKind.DATE, date(2026, 10, 16), as_written="6 October"), "", "6 October (16 October 2026)"),
        (Due(DueKind.MEETING, DAY), "", "6 October 2026 meeting"),
        (Due(DueKind.MEETING, DAY, as_written="October Board"), "", "October Board (6 October 2026)"),
        (Due(DueKind.MEETING, as_written="at a future meeting"), "", "at a future meeting"),
        (Due(DueKind.MONTH, month=date(2026, 12, 1)), "", "December 2026"),
        (Due(DueKind.MONTH, month=date(2026, 12, 1), as_written="in December"), "report in December", "December 2026"),
        (Due(DueKind.RANGE, start=DAY, end=date(2026, 11, 1)), "", "6 October 2026 to 1 November 2026"),
        (Due(DueKind.FROM, DAY), "", "from 6 October 2026"),
        (Due(as_written="31/09/18"), "", "31/09/18"),
        (Due(as_written="at a future meeting"), "Report at a future meeting", ""),
    ],
)
def test_a_deadline_prints_the_words_as_written_and_the_day_that_they_mean(due, beside, words):
    assert wording.due_words(due, beside) == words


def test_a_narrow_column_has_the_day_above_the_words_as_written():
    assert wording.due_lines(Due(DueKind.DATE, DAY, as_written="by 6/10")) == "6 Oct 2026\nby 6/10"
    assert wording.due_lines(Due(DueKind.MONTH, month=DAY)) == "October 2026"


@pytest.mark.parametrize(
    ("coming", "words"),
    [
        (
            NextMeeting(date(2026, 11, 10), time(9, 30), date(2026, 11, 3)),
            "Tuesday 10 November 2026, 9.30 am (rearranged from 3 November 2026)",
        ),
        (NextMeeting(DAY, cancelled=True), "Tuesday 6 October 2026 – cancelled"),
        (NextMeeting(None, as_written="at a future date"), "at a future date"),
        (NextMeeting(None), "Date to be confirmed"),
        (NextMeeting(DAY, as_written="the October Board"), "the October Board (Tuesday 6 October 2026)"),
    ],
)
def test_a_future_date_says_where_it_was_moved_from_and_whether_it_is_cancelled(coming, words):
    assert wording.next_meeting_words(coming) == words


@pytest.mark.parametrize(
    ("intervals", "words"),
    [
        ((Interval(time(9, 30), time(10, 41), "4"),), ("left 10.41 am, item 4",)),
        ((Interval(time(9, 58), None, "3"),), ("arrived 9.58 am, item 3",)),
        ((Interval(time(9, 30), time(11, 40)),), ()),
        ((Interval(None, None, "4"),), ("present for item 4",)),
        ((Interval(time(9, 30), time(10, 0)), Interval(time(10, 30), None)), ("left 10 am; returned 10.30 am",)),
    ],
)
def test_comings_and_goings_are_told_where_they_differ_from_the_meeting(intervals, words):
    person = Attendee("K Rowe", Status.PRESENT, intervals=intervals)
    assert wording.attendance_notes(person, meeting().details) == words


def test_a_deputy_and_a_remark_stand_beside_the_name():
    person = Attendee("I Nolan", Status.PRESENT, deputy_for=("Dr P Hart", "B Ali"), note="online")
    assert wording.attendance_notes(person, meeting().details) == ("for Dr P Hart and B Ali", "online")


def test_the_day_of_a_meeting_may_be_known_in_words_alone():
    assert wording.meeting_date(meeting(date=None, date_as_written="Summer 2012").details) == "Summer 2012"
    named = meeting(date_as_written="the first Tuesday").details
    assert wording.meeting_date(named) == "the first Tuesday (Tuesday 1 September 2026)"
    assert wording.meeting_date(meeting(date_as_written="1st September, 2026").details) == "1st September, 2026"
    assert wording.meeting_date(meeting().details, Forms("ordinal")) == "Tuesday 1st September 2026"


def test_every_date_and_time_takes_the_form_of_the_house():
    forms = Forms("numeric", "14:30")
    assert (
        wording.due_words(Due(DueKind.RANGE, start=DAY, end=date(2026, 11, 1)), forms=forms) == "06/10/26 to 01/11/26"
    )
    assert wording.due_lines(Due(DueKind.DATE, DAY), forms) == "06/10/26"
    coming = NextMeeting(DAY, time(14, 30), date(2026, 10, 1))
    assert wording.next_meeting_words(coming, forms) == "06/10/26, 14:30 (rearranged from 01/10/26)"
    person = Attendee("K Rowe", Status.PRESENT, intervals=(Interval(time(9, 58), None, "3"),))
    assert wording.attendance_notes(person, meeting().details, forms) == ("arrived 09:58, item 3",)
