"""Deadlines without a day: each is found, said as it was written, and offered what it may mean."""

from datetime import date

import pytest

from tests.services.plan_samples import norbury_plan, on
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.plan_dates import DateTrouble, date_doubts, may_mean, settled, trouble_of


def test_every_unfinished_milestone_without_a_day_is_listed_in_order():
    found = [(doubt.step.milestone.id, doubt.words) for doubt in date_doubts(norbury_plan())]
    assert found == [
        ("toolkit", "31/09/26, no such day, kept as typed"),
        ("trained", "Spring 2027, no day named, kept as typed"),
        ("told", "No date"),
    ]


@pytest.mark.parametrize(
    ("due", "trouble"),
    [
        (on(date(2026, 9, 30)), None),
        (Due(DueKind.MONTH, month=date(2026, 9, 1)), None),
        (Due(DueKind.FROM, date(2026, 9, 1)), None),
        (Due(DueKind.MEETING, as_written="at a future meeting"), DateTrouble.VAGUE),
        (Due(as_written="29/02/26"), DateTrouble.IMPOSSIBLE),
        (Due(as_written="29/02"), DateTrouble.VAGUE),
        (Due(as_written="30 February 2028"), DateTrouble.IMPOSSIBLE),
        (Due(), DateTrouble.MISSING),
    ],
)
def test_what_is_doubtful_is_told_by_its_kind(due, trouble):
    assert trouble_of(due) is trouble


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("31/09/18", [date(2018, 9, 30), date(2018, 10, 1)]),
        ("30 February 2028", [date(2028, 2, 29), date(2028, 3, 1)]),
        ("Spring 2018", [date(2018, 5, 31)]),
        ("summer term 2018", [date(2018, 8, 31)]),
        ("winter 2018", [date(2018, 12, 31)]),
        ("Q2 2018", [date(2018, 6, 30)]),
        ("late September 2018", [date(2018, 9, 30)]),
        ("some time in 2019", [date(2019, 12, 31)]),
        ("09/30/18", [date(2018, 9, 30)]),
        ("45/45/18", []),
        ("31/09", []),
        ("underway 2 year rolling programme", []),
        ("", []),
    ],
)
def test_what_may_be_meant_is_offered_and_keeps_the_words(words, days):
    meant = may_mean(Due(as_written=words))
    assert [due.date for due in meant] == days
    assert {due.as_written for due in meant} <= {words}


def test_a_date_that_was_found_keeps_the_words_as_written_for_ever():
    assert settled(Due(as_written="31/09/18"), on(date(2018, 9, 30), "30 Sep 2018")).as_written == "31/09/18"
    assert settled(Due(), on(date(2018, 9, 30), "30 Sep 2018")).as_written == "30 Sep 2018"
    assert may_mean(on(date(2018, 9, 30))) == ()
