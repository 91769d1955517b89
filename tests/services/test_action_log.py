"""The action log over all meetings of a body."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.registers import NOW, clock
from wibdesk.changes import ACTIONS
from wibdesk.domain.actions import ActionUpdate
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Progress
from wibdesk.domain.meetings import NextMeeting
from wibdesk.domain.people import Person
from wibdesk.errors import UserError
from wibdesk.services import actions, attendance, checking, meetings
from wibdesk.services import bin as the_bin


def due(month, day):
    return Due(DueKind.DATE, date(2026, month, day))


@pytest.fixture
def board(clerk):
    """Three meetings of a board with an action or two each, and one of another body."""
    body = clerk.body(members=[Person("", "Kit Rowe", printed="Dr Kit Rowe", organisation="Norbury Trust")])
    for day, rows in (
        (date(2026, 10, 6), [Action("Third", ("Bo",), due(9, 10))]),
        (date(2026, 7, 7), [Action("First", ("dr kit rowe", "Bo"), due(8, 1)), Action("Done", status=Progress.DONE)]),
        (None, [Action("Undated", ("Bo",), Due(DueKind.MONTH, month=date(2026, 8, 1)))]),
    ):
        clerk.write(clerk.meeting(body, day).items[2], *rows)
    other = clerk.meeting(clerk.body("Other"), date(2026, 1, 1))
    clerk.write(other.items[0], Action("Elsewhere", ("Kit Rowe",), due(1, 2)))
    return body


def texts(rows):
    return [row.action.text for row in rows]


def test_the_log_runs_over_all_meetings_of_a_body_in_order(clerk, board):
    rows = clerk.ask(actions.log, body_id=board.id)
    assert texts(rows) == ["Undated", "First", "Done", "Third"]
    first = rows[1]
    assert (first.meeting_ref, first.meeting_date, first.item_number) == ("M2", date(2026, 7, 7), "3")
    assert (first.item_title, first.body_name, first.part) == ("Minutes of the last meeting", board.name, 1)
    assert texts(clerk.ask(actions.log)) == ["Undated", "Elsewhere", "First", "Done", "Third"]


def test_the_log_is_filtered_by_owner_open_overdue_and_due_before(clerk, board):
    assert texts(clerk.ask(actions.log, owner="KIT")) == ["Elsewhere", "First"]
    assert texts(clerk.ask(actions.log, body_id=board.id, open_only=True)) == ["Undated", "First", "Third"]
    assert texts(clerk.ask(actions.log, body_id=board.id, overdue_on=date(2026, 8, 31))) == ["First"]
    assert texts(clerk.ask(actions.log, body_id=board.id, due_before=date(2026, 9, 10))) == ["Undated", "First"]


def test_organisations_are_those_of_the_meeting_else_of_the_roster(clerk, board):
    row = clerk.ask(actions.log, body_id=board.id)[1]
    assert row.organisations == ("Norbury Trust",)
    clerk.do(attendance.walk_in, row.meeting_id, "Bo", organisation="Police")
    assert clerk.ask(actions.log, body_id=board.id)[1].organisations == ("Norbury Trust", "Police")


def test_unfinished_actions_of_earlier_meetings_are_carried_into_the_next(clerk, board):
    new = clerk.meeting(board, date(2026, 9, 1))
    assert texts(clerk.ask(actions.carried_into, new.id)) == ["Undated", "First"]
    undated = clerk.meeting(board, None)
    assert texts(clerk.ask(actions.carried_into, undated.id)) == ["Undated", "First", "Third"]


def test_progress_is_kept_step_by_step_with_its_notes(clerk, board):
    first = clerk.ask(actions.log, body_id=board.id)[1].action
    at = datetime(2026, 9, 1, 8, 30, tzinfo=UTC)
    clerk.do(actions.set_progress, first.id, Progress.IN_PROGRESS, " Begun ", at=at)
    clerk.do(actions.set_progress, first.id, Progress.DONE, at=NOW)
    clerk.restart()
    row = clerk.ask(actions.log, body_id=board.id)[1]
    assert row.action.status is Progress.DONE
    assert row.updates == (
        ActionUpdate(at, Progress.IN_PROGRESS, "Begun"),
        ActionUpdate(NOW.replace(tzinfo=UTC), Progress.DONE, ""),
    )


def test_an_action_of_the_log_is_the_entry_in_the_minutes(clerk, board):
    row = clerk.ask(actions.log, body_id=board.id)[1]
    changed = clerk.do(actions.set_owners_and_due, row.action.id, ["Bo", "Kit Rowe"], Due(as_written="soon"))
    assert clerk.changes.touches(ACTIONS)
    item = clerk.ask(meetings.meeting, row.meeting_id).items[2]
    assert item.entries[0] == changed.action
    assert (changed.action.owners, changed.action.due.as_written) == (("Bo", "Kit Rowe"), "soon")
    renamed = clerk.do(actions.change_action, Action("New words", ref="99", id=row.action.id)).action
    assert (renamed.text, renamed.ref) == ("New words", row.action.ref)
    with pytest.raises(UserError, match="no longer in the minutes"):
        clerk.do(actions.set_progress, "gone", Progress.DONE, at=NOW)


def test_scheduled_days_are_those_of_meetings_and_future_dates(clerk, board):
    meeting = clerk.ask(meetings.find, "M2")
    dates = (NextMeeting(date(2026, 12, 1)), NextMeeting(date(2026, 11, 1), cancelled=True), NextMeeting(None))
    clerk.do(meetings.set_next_meetings, meeting.id, dates)
    assert clerk.ask(actions.due_dates, meeting.id) == (date(2026, 10, 6), date(2026, 12, 1))


def test_a_carried_action_has_its_new_deadline_and_keeps_the_ones_before(clerk, board):
    row = clerk.ask(actions.log, body_id=board.id)[1]
    review = clerk.meeting(board, date(2026, 9, 8))
    carried = clerk.do(actions.carry, row.action.id, due(9, 30), " Waits for the audit. ", at=NOW, meeting_id=review.id)
    assert (carried.action.due, carried.action.status) == (due(9, 30), Progress.CARRIED)
    assert [(step.status, step.note) for step in carried.updates] == [(Progress.CARRIED, "Waits for the audit.")]
    clerk.do(actions.carry, row.action.id, due(10, 30), at=NOW)
    found = clerk.ask(actions.due_history, row.action.id)
    assert [(change.was, change.meeting_id) for change in found] == [(due(8, 1), review.id), (due(9, 30), None)]
    assert found[0].at == NOW.replace(tzinfo=UTC)
    clerk.do(meetings.remove_meeting, review.id)
    assert [change.meeting_id for change in clerk.ask(actions.due_history, row.action.id)] == [None, None]
    clerk.do(the_bin.put_back, clerk.ask(the_bin.binned)[0].id)
    assert clerk.ask(actions.due_history, row.action.id) == found
    assert clerk.ask(checking.check) == ()


def test_carrying_is_undone_with_its_history(clerk, board):
    row = clerk.ask(actions.log, body_id=board.id)[1]
    clerk.do(actions.carry, row.action.id, due(9, 30), at=NOW, undo="Carry the action")
    clerk.undo()
    assert clerk.ask(actions.log, body_id=board.id)[1] == row
    assert clerk.ask(actions.due_history, row.action.id) == ()


def test_only_what_is_unfinished_is_carried_and_in_a_meeting_that_is_there(clerk, board):
    _, first, finished, _ = clerk.ask(actions.log, body_id=board.id)
    with pytest.raises(UserError, match="is done already: reopen it before it is carried"):
        clerk.do(actions.carry, finished.action.id, due(9, 30), at=NOW)
    with pytest.raises(UserError, match="no longer in the register"):
        clerk.do(actions.carry, first.action.id, due(9, 30), at=NOW, meeting_id="gone")


def test_a_deadline_changed_after_its_meeting_is_remembered(clerk, board):
    _, first, _, third = clerk.ask(actions.log, body_id=board.id)
    clerk.do(actions.set_owners_and_due, first.action.id, ("Bo",), due(9, 1))
    clerk.do(actions.set_owners_and_due, first.action.id, ("Cy",), due(9, 1))
    clerk.do(actions.change_action, replace(first.action, due=Due()))
    clerk.do(actions.change_action, replace(first.action, due=due(9, 4)))
    assert [change.was for change in clerk.ask(actions.due_history, first.action.id)] == [due(8, 1), due(9, 1)]
    clerk.do(actions.set_owners_and_due, third.action.id, ("Bo",), due(12, 1))
    assert clerk.ask(actions.due_history, third.action.id) == ()
    clerk.do(meetings.start_meeting, third.meeting_id, clock(9))
    clerk.do(meetings.close_meeting, third.meeting_id, clock(10))
    clerk.do(actions.set_owners_and_due, third.action.id, ("Bo",), due(12, 8))
    assert [change.was for change in clerk.ask(actions.due_history, third.action.id)] == [due(12, 1)]


def test_a_meeting_comes_back_from_the_bin_with_the_deadlines_of_its_actions(clerk, board):
    row = clerk.ask(actions.log, body_id=board.id)[1]
    review = clerk.meeting(board, date(2026, 9, 8))
    clerk.do(actions.carry, row.action.id, due(9, 30), at=NOW, meeting_id=review.id)
    clerk.do(meetings.remove_meeting, row.meeting_id)
    assert clerk.ask(actions.due_history, row.action.id) == ()
    clerk.do(meetings.remove_meeting, review.id)
    for thing in reversed(clerk.ask(the_bin.binned)):
        clerk.do(the_bin.put_back, thing.id)
    (change,) = clerk.ask(actions.due_history, row.action.id)
    assert (change.was, change.meeting_id) == (due(8, 1), None)
    assert clerk.ask(checking.check) == ()
