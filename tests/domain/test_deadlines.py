"""Deadlines: what is typed, what it means, and that the words are kept."""

from datetime import date

import pytest

from wibdesk.domain.deadlines import Due, DueKind, month_end, read_due

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
