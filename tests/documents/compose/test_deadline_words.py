"""A deadline in a narrow column: the day, the words as written, and what is wrong with them."""

from datetime import date

import pytest

from wibdesk.documents.compose.deadline_words import deadline_lines, due_trouble, impossible_day
from wibdesk.domain.date_forms import Forms
from wibdesk.domain.deadlines import Due, DueKind

DAY, FIRST = date(2026, 10, 6), date(2026, 12, 1)


@pytest.mark.parametrize(
    ("due", "lines"),
    [
        (Due(DueKind.DATE, DAY), "6 Oct 2026"),
        (Due(DueKind.DATE, DAY, as_written="by 6/10"), "6 Oct 2026\nby 6/10"),
        (Due(DueKind.MEETING, DAY, as_written="October Board"), "6 Oct 2026 meeting\nOctober Board"),
        (Due(DueKind.MONTH, month=FIRST, as_written="December"), "December 2026"),
        (Due(DueKind.RANGE, start=DAY, end=FIRST), "6 Oct 2026 to 1 Dec 2026"),
        (Due(DueKind.FROM, DAY), "from 6 Oct 2026"),
        (Due(), "No date"),
        (Due(as_written="ASAP"), "ASAP\nNo date"),
        (Due(as_written="31/09/18"), "31/09/18 is not a day"),
        (Due(as_written="31/09/18 at the latest"), "31/09/18 at the latest\n31/09/18 is not a day"),
        (Due(DueKind.MEETING, as_written="at a future meeting"), "at a future meeting\nNo date"),
    ],
)
def test_a_deadline_says_its_day_its_words_and_its_trouble_once(due, lines):
    assert deadline_lines(due, Forms()) == lines


def test_days_are_written_as_the_style_writes_them():
    assert deadline_lines(Due(DueKind.FROM, DAY), Forms("numeric")) == "from 06/10/26"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("by 31/09/18", "31/09/18"),
        ("31.9", "31.9"),
        ("31 September", "31 September"),
        ("the 31st June 2026", "31st June 2026"),
        ("29/02/27", "29/02/27"),
        ("29/02", None),
        ("29 February", None),
        ("30/09/18 or 31/09/18", "31/09/18"),
        ("10 people", None),
        ("12/13/2026", "12/13/2026"),
        ("1.2.3.4", None),
        ("ASAP", None),
        ("", None),
    ],
)
def test_a_day_that_no_calendar_has_is_found_among_words(words, found):
    assert impossible_day(words) == found


def test_a_known_day_is_no_trouble_whatever_was_written():
    assert due_trouble(Due(DueKind.DATE, DAY, as_written="31/09/18")) == ""
