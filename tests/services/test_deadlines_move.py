"""What is due at a meeting moves with the meeting, and the day before is remembered."""

from dataclasses import replace
from datetime import date

import pytest

from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Progress
from wibdesk.domain.meetings import MinutesStatus, NextMeeting
from wibdesk.services import actions, approval, meetings, next_meetings

SEPTEMBER, OCTOBER, LATER = date(2026, 9, 1), date(2026, 10, 6), date(2026, 10, 13)
AT_OCTOBER = Due(DueKind.MEETING, OCTOBER, as_written="October board")


@pytest.fixture
def body(clerk):
    return clerk.body()


@pytest.fixture
def september(clerk, body):
    return clerk.meeting(body, SEPTEMBER)


def recorded(clerk, meeting, *due, status=Progress.OPEN):
    entries = [Action(f"Do {n}", ("Ann",), one, status) for n, one in enumerate(due)]
    return clerk.write(meeting.items[0], *entries)


def dues(clerk, body):
    return [row.action.due for row in clerk.desk.read(actions.log, body_id=body.id).result()]


def test_an_action_due_at_a_meeting_moves_with_the_meeting_and_keeps_its_words(clerk, body, september):
    october = clerk.meeting(body, OCTOBER)
    (action,) = recorded(clerk, september, AT_OCTOBER)
    clerk.do(meetings.change_details, replace(october.details, date=LATER))
    assert dues(clerk, body) == [replace(AT_OCTOBER, date=LATER)]
    (before,) = clerk.desk.read(actions.due_history, action.id).result()
    assert before.was == AT_OCTOBER


def test_it_moves_with_an_announced_date_too(clerk, body, september):
    recorded(clerk, september, AT_OCTOBER)
    (date_,) = clerk.do(next_meetings.set_next_meetings, september.id, (NextMeeting(OCTOBER),))
    clerk.do(next_meetings.move_next_meeting, september.id, date_.id, LATER)
    assert dues(clerk, body) == [replace(AT_OCTOBER, date=LATER)]


def test_undo_puts_meeting_and_deadline_back(clerk, body, september):
    october = clerk.meeting(body, OCTOBER)
    recorded(clerk, september, AT_OCTOBER)
    clerk.desk.write(meetings.change_details, replace(october.details, date=LATER), undo="Moved").result()
    clerk.desk.undo().result()
    assert dues(clerk, body) == [AT_OCTOBER]


def test_actions_of_approved_minutes_move_as_their_words_do_not_change(clerk, body, september):
    october = clerk.meeting(body, OCTOBER)
    recorded(clerk, september, AT_OCTOBER)
    clerk.do(approval.approve, september.id, MinutesStatus.APPROVED)
    clerk.do(meetings.change_details, replace(october.details, date=LATER))
    assert dues(clerk, body) == [replace(AT_OCTOBER, date=LATER)]


def test_a_date_another_month_and_a_finished_action_stay(clerk, body, september):
    october = clerk.meeting(body, OCTOBER)
    stay = (
        Due(DueKind.DATE, OCTOBER),
        Due(DueKind.MONTH, month=date(2026, 10, 1)),
        Due(DueKind.MEETING, date(2026, 11, 3)),
    )
    recorded(clerk, september, *stay)
    clerk.write(september.items[1], Action("Done", ("Ann",), AT_OCTOBER, Progress.DONE))
    clerk.do(meetings.change_details, replace(october.details, date=LATER))
    assert dues(clerk, body) == [*stay, AT_OCTOBER]


def test_nothing_moves_while_another_meeting_sits_on_the_former_day(clerk, body, september):
    first, _second = clerk.meeting(body, OCTOBER), clerk.meeting(body, OCTOBER)
    recorded(clerk, september, AT_OCTOBER)
    clerk.do(meetings.change_details, replace(first.details, date=LATER))
    assert dues(clerk, body) == [AT_OCTOBER]


def test_what_is_called_off_or_loses_its_day_moves_nothing(clerk, body, september):
    october = clerk.meeting(body, OCTOBER)
    recorded(clerk, september, AT_OCTOBER)
    clerk.do(meetings.change_details, replace(october.details, date=None, date_as_written="in the autumn"))
    assert dues(clerk, body) == [AT_OCTOBER]
