"""The sentences that the desk writes from fields."""

from dataclasses import replace
from datetime import date, time

import pytest

from tests.documents.building import meeting
from wibdesk.documents import wording
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Amendment, Declaration, Vote
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


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (Declaration("B Morgan"), "B Morgan declared an interest."),
        (
            Declaration("I Nolan", "4", "personal", "knows the reviewer", True, False),
            "I Nolan declared a personal interest in item 4 (knows the reviewer), took part and stayed in the room.",
        ),
        (
            Declaration("A", interest="other registrable interest", left_room=True),
            "A declared an other registrable interest and left the room.",
        ),
        (Declaration("A", took_part=False), "A declared an interest and took no part."),
        (Declaration("A Bee", as_written="Cllr A Bee declared."), "Cllr A Bee declared."),
        (Declaration("A Bee", as_written="declared item 8"), "A Bee: declared item 8"),
        (
            Declaration("A Bee", "8", "personal", "knows the owner", as_written="declared item 8"),
            "A Bee: declared item 8 (personal, knows the owner)",
        ),
    ],
)
def test_a_declaration_is_a_sentence(entry, words):
    assert wording.declaration_words(entry) == words


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (
            Amendment(date(2026, 7, 7), "page 2", "a third", "a quarter"),
            "In the minutes of 7 July 2026, page 2, “a quarter” should read “a third”.",
        ),
        (
            Amendment(None, "", "a third", requested_by="B Ali"),
            "In the earlier minutes, the wording should read “a third”, at the request of B Ali.",
        ),
        (Amendment(None, "page 5", "a third", as_written="Page 5 says a third."), "Page 5 says a third."),
        (
            Amendment(None, "page 5", "a third", "a quarter", "B Ali", as_written="Page 5 was put right."),
            "Page 5 was put right. (was “a quarter”, now “a third”, requested by B Ali)",
        ),
    ],
)
def test_an_amendment_is_a_sentence(entry, words):
    assert wording.amendment_words(entry) == words


def test_a_vote_tells_the_motion_the_numbers_the_names_and_the_result():
    vote = Vote(
        "That it be so", "carried", "A", "B", 4, 1, 1, "for", (("for", ("A", "B")), ("against", ("C",)), ("absent", ()))
    )
    assert wording.vote_words(vote) == (
        "That it be so, moved by A, seconded by B.",
        "4 for, 1 against, 1 abstained.",
        "For: A, B.",
        "Against: C.",
        "Casting vote: for.",
        "Result: carried.",
    )


def test_a_vote_as_written_prints_with_whatever_it_leaves_out():
    assert wording.vote_words(Vote("so", as_written="It was carried so")) == ("It was carried so",)
    vote = Vote(
        "That it be so", "lost", "A Bee", "C Dee", 1, 2, names=(("for", ("A Bee",)), ("against", ("C Dee", "E Eff")))
    )
    assert wording.vote_words(replace(vote, as_written="A Bee voted for")) == (
        "A Bee voted for.",
        "Motion: That it be so, moved by A Bee, seconded by C Dee.",
        "Against: C Dee, E Eff.",
        "Result: lost.",
    )


@pytest.mark.parametrize(
    ("day", "ending"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (13, "13th"), (22, "22nd"), (31, "31st")],
)
def test_an_ordinal_date_has_the_right_ending(day, ending):
    assert f" {ending} October" in wording.ordinal_date(date(2026, 10, day))


def test_the_day_of_a_meeting_may_be_known_in_words_alone():
    assert (
        wording.meeting_date(meeting(date=None, date_as_written="Summer 2012").details, ordinal=False) == "Summer 2012"
    )
    named = meeting(date_as_written="the first Tuesday").details
    assert wording.meeting_date(named, ordinal=False) == "the first Tuesday (Tuesday 1 September 2026)"
    assert wording.meeting_date(meeting().details, ordinal=True) == "Tuesday 1st September 2026"
