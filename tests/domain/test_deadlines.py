"""Deadlines: what is typed, what it means, and that the words are kept."""

from datetime import date

import pytest

from wibdesk.domain.deadlines import (
    Due,
    DueKind,
    is_impossible,
    month_end,
    names_no_day,
    read_due,
    wants_a_meeting,
)

ON = date(2017, 8, 1)
MEETINGS = (date(2017, 9, 5), date(2017, 10, 3), date(2017, 11, 7))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("5/9", Due(DueKind.DATE, date(2017, 9, 5))),
        ("by 31/8", Due(DueKind.DATE, date(2017, 8, 31))),
        ("13 Aug", Due(DueKind.DATE, date(2017, 8, 13))),
        ("October Board", Due(DueKind.MEETING, date(2017, 10, 3))),
        ("for the September meeting", Due(DueKind.MEETING, date(2017, 9, 5))),
        ("next mtg", Due(DueKind.MEETING, date(2017, 9, 5))),
        ("the next Board meeting", Due(DueKind.MEETING, date(2017, 9, 5))),
        ("at a future meeting", Due(DueKind.MEETING)),
        ("December board", Due(DueKind.MONTH, month=date(2017, 12, 1))),
        ("March 2018", Due(DueKind.MONTH, month=date(2018, 3, 1))),
        ("March", Due(DueKind.MONTH, month=date(2018, 3, 1))),
        ("2018-03", Due(DueKind.MONTH, month=date(2018, 3, 1))),
        ("31/05/18 – 30/09/18", Due(DueKind.RANGE, start=date(2018, 5, 31), end=date(2018, 9, 30))),
        ("1 Sep to 3 Sep", Due(DueKind.RANGE, start=date(2017, 9, 1), end=date(2017, 9, 3))),
        ("from 31/3/18", Due(DueKind.FROM, date(2018, 3, 31))),
        ("31/9", Due()),
        ("2018-13", Due()),
        ("30/9/18 – 31/5/18", Due()),
        ("ASAP", Due()),
        ("first board", Due()),
        ("5-9-17", Due(DueKind.DATE, date(2017, 9, 5))),
        ("2017-09-05", Due(DueKind.DATE, date(2017, 9, 5))),
        ("2017-02-30", Due()),
        ("Mon 4/9", Due(DueKind.DATE, date(2017, 9, 4))),
        ("by EOP Friday", Due(DueKind.DATE, date(2017, 8, 4))),
        ("end Sept", Due(DueKind.MONTH, month=date(2017, 9, 1))),
        ("mid-October", Due(DueKind.MONTH, month=date(2017, 10, 1))),
        ("early in October 2018", Due(DueKind.MONTH, month=date(2018, 10, 1))),
        ("the beginning of Sept", Due(DueKind.MONTH, month=date(2017, 9, 1))),
        ("mid-term", Due()),
        ("by close of play Friday", Due(DueKind.DATE, date(2017, 8, 4))),
        ("no later than 5 Sep", Due(DueKind.DATE, date(2017, 9, 5))),
        ("w/c 4 Sep", Due(DueKind.RANGE, start=date(2017, 9, 4), end=date(2017, 9, 8))),
        ("week commencing soon", Due()),
        ("Nov", Due(DueKind.MEETING, date(2017, 11, 7))),
        ("end of November", Due(DueKind.MONTH, month=date(2017, 11, 1))),
        ("November 2017", Due(DueKind.MONTH, month=date(2017, 11, 1))),
        ("next month", Due(DueKind.MONTH, month=date(2017, 9, 1))),
        ("meeting after next", Due(DueKind.MEETING, date(2017, 10, 3))),
        ("the September Improvement Board", Due(DueKind.MEETING, date(2017, 9, 5))),
        ("3 October meeting", Due(DueKind.MEETING, date(2017, 10, 3))),
        ("the meeting on 3 October", Due(DueKind.MEETING, date(2017, 10, 3))),
        ("soon meeting", Due()),
    ],
)
def test_words_are_read_and_always_kept(typed, expected):
    read = read_due(typed, on=ON, meetings=MEETINGS)
    assert read.as_written == typed
    assert (read.kind, read.date, read.month, read.start, read.end) == (
        expected.kind,
        expected.date,
        expected.month,
        expected.start,
        expected.end,
    )


def test_no_words_are_no_deadline():
    assert read_due("  ", on=ON) == Due()


def test_the_next_meeting_without_a_schedule_keeps_its_words():
    assert read_due("next meeting", on=ON) == Due(DueKind.MEETING, as_written="next meeting")


def test_a_deadline_reads_as_words():
    day = date(2026, 10, 6)
    assert Due(DueKind.DATE, day).words == "Tue 6 Oct 2026"
    assert Due(DueKind.MEETING, day).words == "Tue 6 Oct 2026 meeting"
    assert Due(DueKind.MEETING, as_written="at a future meeting").words == "at a future meeting"
    assert Due(DueKind.MONTH, month=date(2026, 12, 1)).words == "December 2026"
    assert Due(DueKind.RANGE, start=day, end=date(2026, 10, 8)).words == "Tue 6 Oct 2026 to Thu 8 Oct 2026"
    assert Due(DueKind.FROM, day).words == "from Tue 6 Oct 2026"
    assert Due(as_written="31/09/18").words == "31/09/18"
    assert Due().words == ""


def test_the_last_day_of_a_month_is_found_in_any_year():
    assert month_end(date(2028, 2, 1)) == date(2028, 2, 29)
    assert month_end(date(2026, 12, 1)) == date(2026, 12, 31)
    assert month_end(date(9999, 12, 1)) == date(9999, 12, 31)


def test_no_deadline_is_beyond_the_calendar():
    assert read_due("next month", on=date(9999, 12, 1)) == Due(as_written="next month")
    assert read_due("January", on=date(9999, 12, 1)) == Due(as_written="January")


@pytest.mark.parametrize("words", ["31/9", "by 31 September", "30 Feb", "2026-02-29", "2017-13-40", "31-9-17", "10/13"])
def test_a_day_that_no_calendar_has_is_known_for_one(words):
    assert is_impossible(words)


@pytest.mark.parametrize("words", ["5/9", "29 Feb", "12 angry", "ASAP", "September", "", "the plan"])
def test_other_words_are_no_impossible_day(words):
    assert not is_impossible(words)


def test_words_that_never_name_a_day_are_known():
    assert [words for words in ("ASAP", "ongoing", "TBC", "as soon as possible", "Fri", "") if names_no_day(words)] == [
        "ASAP",
        "ongoing",
        "TBC",
        "as soon as possible",
    ]


@pytest.mark.parametrize("words", ["next mtg", "meeting after next", "December board", "by Dec", "six months"])
def test_words_that_want_a_meeting_are_known(words):
    assert wants_a_meeting(words)


@pytest.mark.parametrize("words", ["Fri", "end of December", "December 2017", "2017-12", "first board", "two weeks"])
def test_words_that_want_no_meeting_are_known(words):
    assert not wants_a_meeting(words)
