"""The action log over all meetings of a body."""

from datetime import UTC, date, datetime

import pytest

from tests.registers import NOW
from wibdesk.changes import ACTIONS
from wibdesk.domain.actions import ActionUpdate
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Progress
from wibdesk.domain.meetings import NextMeeting
from wibdesk.domain.people import Person
from wibdesk.errors import UserError
from wibdesk.services import actions, attendance, meetings


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
