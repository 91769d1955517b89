"""Going through what is carried forward: one key each, the sentence in the minutes, the deadline before kept."""

from dataclasses import replace
from datetime import date

import pytest

from wibdesk.domain.deadlines import DueKind
from wibdesk.domain.entries import Progress
from wibdesk.services import actions, agenda, minutes


@pytest.fixture
def reviewing(clerk, july, meeting):
    """The item on matters arising is on the sheet, the keyboard in the list of what came over."""
    clerk.do(minutes.save_entries, meeting.items[1].id, ())
    clerk.do(agenda.change_item, replace(meeting.items[1], title="Matters arising"))
    clerk.enter(meeting, meeting.items[1].id)
    clerk.press("Ctrl+J")
    return clerk


def log(clerk):
    return {row.action.text: row.action for row in clerk.desk.read(actions.log).result(20)}


def test_a_step_is_written_into_the_minutes_of_the_item(reviewing):
    reviewing.press("K")
    assert log(reviewing)["report on waiting times"].status is Progress.CLOSED
    assert reviewing.texts(2) == ["Action 1.1 (J Amari), report on waiting times: completed and closed."]
    assert reviewing.room.side.carried.list.hasFocus()
    reviewing.press("Ctrl+Z")
    assert reviewing.texts(2) == []
    assert log(reviewing)["report on waiting times"].status is Progress.OPEN
    reviewing.press("Ctrl+Y")
    assert log(reviewing)["report on waiting times"].status is Progress.CLOSED
    carried = reviewing.room.side.carried
    reviewing.qtbot.waitUntil(lambda: [entry.action.text for entry in carried.unfinished()] == ["write to schools"])


def test_carrying_asks_for_the_deadline_and_keeps_the_one_before(reviewing):
    reviewing.press("C")
    assert "1 Aug 2026" in reviewing.room.side.carried.picker.help.text()
    reviewing.type("6/10")
    reviewing.press("Return")
    action = log(reviewing)["report on waiting times"]
    assert (action.status, action.due.kind, action.due.date) == (Progress.CARRIED, DueKind.DATE, date(2026, 10, 6))
    (before,) = reviewing.desk.read(actions.due_history, action.id).result(20)
    assert before.was.date == date(2026, 8, 1)
    (said,) = reviewing.texts(2)
    assert said.endswith("carried forward to 6 October 2026 (was 1 August 2026).")


def test_rewording_makes_a_new_action_here(reviewing):
    reviewing.press("W")
    reviewing.press("Ctrl+A")
    reviewing.type("report on waiting times by ward")
    reviewing.press("Return")
    found = log(reviewing)
    assert found["report on waiting times"].status is Progress.SUPERSEDED
    assert found["report on waiting times by ward"].owners == ("J Amari",)
    assert [text.partition(":")[2] for text in reviewing.texts(2) if text.startswith("Action")] == [
        f" replaced by action {found['report on waiting times by ward'].ref}."
    ]


def test_a_step_taken_on_another_item_is_not_written_unless_it_is_switched_on(clerk, july, meeting):
    clerk.enter(meeting, meeting.items[2].id)
    clerk.press("Ctrl+J", "D")
    assert clerk.texts(3) == []
    assert clerk.room.side.carried.into.text() == "Not written into item 3. S switches it on."
    clerk.press("S", "K")
    assert clerk.texts(3) == ["Action 1.1 (J Amari), report on waiting times: completed and closed."]


def test_esc_in_the_question_leaves_the_action_as_it_was(reviewing):
    reviewing.press("C", "Escape")
    assert reviewing.room.side.carried.list.hasFocus()
    assert log(reviewing)["report on waiting times"].status is Progress.OPEN


def test_words_that_are_no_date_are_kept_as_typed(reviewing):
    reviewing.press("C")
    reviewing.type("31/9")
    reviewing.press("Return")
    action = log(reviewing)["report on waiting times"]
    assert (action.due.kind, action.due.as_written) == (DueKind.NONE, "31/9")
    assert reviewing.said[-1].endswith("to 31/9, kept as typed, no such day is known")


def test_every_action_keeps_its_row_so_that_going_down_comes_on_none_twice(reviewing):
    rows = reviewing.room.side.carried.list.row_model
    before = [row.text for row in rows.rows]
    reviewing.press("C")
    reviewing.type("6/10/2027")
    reviewing.press("Return", "Down", "K")
    reviewing.press("Ctrl+J", "Ctrl+J")
    assert [row.text for row in rows.rows] == before
    found = log(reviewing)
    assert [found[words].status for words in before] == [Progress.CARRIED, Progress.CLOSED]


def test_a_new_wording_begins_with_the_old_one_to_be_typed_on(reviewing):
    reviewing.press("W")
    reviewing.type(" by ward")
    reviewing.press("Return")
    assert "report on waiting times by ward" in log(reviewing)
