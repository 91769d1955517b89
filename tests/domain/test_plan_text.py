"""Milestones and leads as plans print them."""

from datetime import date

import pytest

from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.plan_text import read_leads, read_milestone, read_plan_due
from wibdesk.domain.plans import Lead

ON = date(2018, 4, 1)


def day(when: date, written: str) -> Due:
    return Due(DueKind.DATE, when, as_written=written)


@pytest.mark.parametrize(
    ("words", "text", "due"),
    [
        ("Agree the programme 31/05/18", "Agree the programme", day(date(2018, 5, 31), "31/05/18")),
        ("Panel in place by 16/4/18", "Panel in place", day(date(2018, 4, 16), "by 16/4/18")),
        ("Coaching in audit – underway from 31/03/18", "Coaching in audit",
         day(date(2018, 3, 31), "underway from 31/03/18")),
        ("Agree (by 30/09/18)", "Agree", day(date(2018, 9, 30), "by 30/09/18")),
        ("Report 3rd October 2018", "Report", day(date(2018, 10, 3), "3rd October 2018")),
        ("Programme agreed. To begin 01/11/18", "Programme agreed.", day(date(2018, 11, 1), "To begin 01/11/18")),
        ("Group runs by end of June 2018", "Group runs",
         Due(DueKind.MONTH, month=date(2018, 6, 1), as_written="by end of June 2018")),
        ("Roll out 31/05/18 – 30/09/18", "Roll out",
         Due(DueKind.RANGE, start=date(2018, 5, 31), end=date(2018, 9, 30), as_written="31/05/18 – 30/09/18")),
        ("Changes made 31/09/18", "Changes made", Due(as_written="31/09/18")),
        ("Toolkit live Spring 2019", "Toolkit live", Due(as_written="Spring 2019")),
        ("Training – underway 2 year rolling programme", "Training",
         Due(as_written="underway 2 year rolling programme")),
        ("Board meets (TBC)", "Board meets", Due(as_written="TBC")),
        ("Plan for 2018", "Plan for 2018", Due()),
        ("Nothing said of a day", "Nothing said of a day", Due()),
        ("30/04/18", "30/04/18", day(date(2018, 4, 30), "30/04/18")),
        ("Back 30/09/18 to 31/05/18", "Back", day(date(2018, 5, 31), "30/09/18 to 31/05/18")),
    ],
)  # fmt: skip
def test_a_milestone_parts_into_text_and_deadline(words, text, due):
    read = read_milestone(words, on=ON)
    assert (read.text, read.due) == (text, due)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Training to begin 01/05/18, and update 30/09/18", "to begin 01/05/18, and update 30/09/18"),
        ("Forum underway 31/03/18 with stocktake by 30/09/18. Focus on: work",
         "underway 31/03/18 with stocktake by 30/09/18"),
    ],
)  # fmt: skip
def test_a_deadline_amid_the_words_leaves_them_whole(words, written):
    read = read_milestone(words, on=ON)
    assert (read.text, read.due.kind, read.due.as_written) == (words, DueKind.RANGE, written)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("", Due()),
        ("ongoing", Due(as_written="ongoing")),
        ("by 30/04/18", day(date(2018, 4, 30), "by 30/04/18")),
        ("underway 30/04/18", day(date(2018, 4, 30), "underway 30/04/18")),
        ("Spring", Due(as_written="Spring")),
        ("Sept 2018", Due(DueKind.MONTH, month=date(2018, 9, 1), as_written="Sept 2018")),
    ],
)
def test_a_deadline_of_its_own_column_is_read_with_its_words(words, due):
    assert read_plan_due(words, on=ON) == due


def test_leads_have_a_name_and_the_post_after_a_dash():
    assert read_leads("J Amari - Head of Front Door\nK Rowe; M Osei – Head, Schools\n") == (
        Lead("J Amari", "Head of Front Door"), Lead("K Rowe"), Lead("M Osei", "Head, Schools"),
    )  # fmt: skip
    assert read_leads("Anne-Marie Lee") == (Lead("Anne-Marie Lee"),)
