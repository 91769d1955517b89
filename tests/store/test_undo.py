"""Any step of the clerk can be taken back and done again, and never takes later minutes with it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.registers import clock
from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.attendance import Status
from wibdesk.domain.body_files import LARGEST_FILE, BodyFile, FileKind
from wibdesk.domain.entries import Action, Decision, Paragraph, Progress, Table, Vote
from wibdesk.domain.meetings import NextMeeting
from wibdesk.domain.people import Person
from wibdesk.errors import UserError
from wibdesk.services import actions, agenda, attendance, bodies, body_files, checking, meetings, people
from wibdesk.store.rows import RowChange
from wibdesk.store.steps import BYTES_KEPT, Steps
from wibdesk.store.undo import UndoStep


def test_there_is_nothing_to_undo_at_first(clerk):
    for step in (clerk.undo, clerk.redo):
        with pytest.raises(UserError, match="There is nothing to"):
            step()


def state(clerk, meeting):
    whole = clerk.whole(meeting)
    return whole, clerk.ask(people.roster, whole.body.id), clerk.ask(actions.log)


def test_every_step_of_a_session_is_undone_to_the_start_and_redone_to_the_end(clerk):
    body = clerk.body(members=[Person("", "Ann"), Person("", "Bo")])
    meeting = clerk.meeting(body)
    ann, bo = meeting.attendance
    first = meeting.items[0]
    action = clerk.write(first, Action("Do it", ("Ann",)), Paragraph("Said."))[0]
    steps = [
        (agenda.add_item, meeting.id, Item("Budget", papers=(Paper("Report"),))),
        (agenda.move_item, first.id, 2),
        (agenda.change_item, replace(first, title="Opening", papers=(Paper("List"), Paper("Map")))),
        (agenda.paste_items, meeting.id, "One\nTwo\nThree"),
        (attendance.set_status, ann.id, Status.APOLOGIES),
        (attendance.set_deputy, bo.id, ("Ann",)),
        (attendance.walk_in, meeting.id, "Cy"),
        (attendance.set_chair, bo.id),
        (attendance.depart, bo.id, clock(10), "2"),
        (meetings.start_meeting, meeting.id, clock(9)),
        (meetings.set_next_meetings, meeting.id, (NextMeeting(date(2026, 10, 1)), NextMeeting(None, as_written="x"))),
        (meetings.change_details, replace(meeting.details, venue="Hall", preamble=("a", "b"))),
        (actions.set_owners_and_due, action.id, ("Bo", "Cy"), action.due),
        (people.remove_person, ann.person_id),
        (agenda.remove_item, first.id),
        (attendance.remove_attendee, bo.id),
        (bodies.change_body, replace(body, name="Renamed", standing_items=("Only",))),
        (meetings.close_meeting, meeting.id, clock(12)),
    ]
    before = [state(clerk, meeting)]
    for n, (verb, *arguments) in enumerate(steps):
        clerk.do(verb, *arguments, undo=f"step {n}")
        before.append(state(clerk, meeting))
        assert before[-1] != before[-2], verb
    for n in reversed(range(len(steps))):
        assert clerk.undo() == f"step {n}"
        assert state(clerk, meeting) == before[n]
    for n in range(len(steps)):
        assert clerk.redo() == f"step {n}"
        assert state(clerk, meeting) == before[n + 1]
    assert clerk.ask(checking.check) == ()


def test_a_removed_meeting_comes_back_with_every_list(clerk):
    meeting = clerk.meeting()
    entries = (
        Table((("a", "b"),), ("c", "d")),
        Decision(("One", "Two")),
        Vote("That", names=(("for", ("Ann", "Bo")),)),
        Action("Do", ("Ann",)),
    )
    saved = clerk.write(meeting.items[0], *entries)
    clerk.do(actions.set_progress, saved[-1].id, Progress.DONE, "Sent", at=clerk.desk.now())
    before = state(clerk, meeting)
    clerk.do(meetings.remove_meeting, meeting.id, undo="Meeting removed")
    assert clerk.ask(actions.log) == ()
    clerk.undo()
    assert state(clerk, meeting) == before


def test_a_new_step_forgets_what_was_undone(clerk):
    body = clerk.do(bodies.add_body, "One", undo="One added")
    clerk.undo()
    clerk.do(bodies.add_body, "Two", undo="Two added")
    with pytest.raises(UserError, match="nothing to redo"):
        clerk.redo()
    assert body.name == "One"


def test_a_step_that_changed_nothing_is_no_step(clerk):
    body = clerk.do(bodies.add_body, "One", undo="One added")
    clerk.do(bodies.change_body, body, undo="Nothing changed")
    assert clerk.undo() == "One added"


def test_undo_never_takes_later_minutes_with_it(clerk):
    meeting = clerk.meeting()
    clerk.do(bodies.add_body, "Earlier", undo="Earlier added")
    item = clerk.do(agenda.add_item, meeting.id, Item("Budget"), undo="Budget added")
    clerk.write(item, Paragraph("Typed since."))
    with pytest.raises(UserError, match="“Budget added” cannot be undone: minutes have been typed under it since"):
        clerk.undo()
    assert clerk.whole(meeting).items[-1].entries[0].text == "Typed since."
    assert clerk.undo() == "Earlier added"


def test_undo_of_a_meeting_with_minutes_typed_since_is_refused(clerk):
    body = clerk.body()
    meeting = clerk.do(meetings.new_meeting, body.id, date=date(2026, 9, 1), undo="Meeting added")
    clerk.write(meeting.items[0], Paragraph("Typed."))
    with pytest.raises(UserError, match="minutes have been typed"):
        clerk.undo()


def test_undo_leaves_what_was_changed_again_since(clerk):
    meeting = clerk.meeting()
    item = meeting.items[0]
    clerk.do(agenda.change_item, replace(item, title="New", presenter="Bo"), undo="Item changed")
    clerk.do(agenda.change_item, replace(item, title="Newer", presenter="Bo"))
    clerk.undo()
    now = clerk.whole(meeting).items[0]
    assert (now.title, now.presenter) == ("Newer", None)


def test_undo_of_rows_that_are_gone_or_back_already_does_nothing_more(clerk):
    meeting = clerk.meeting()
    first, second = meeting.items[:2]
    clerk.do(agenda.change_item, replace(first, title="New"), undo="First changed")
    clerk.do(agenda.remove_item, first.id)
    assert clerk.undo() == "First changed"
    assert first.id not in [i.id for i in clerk.whole(meeting).items]
    added = clerk.do(agenda.add_item, meeting.id, Item("Budget"), undo="Budget added")
    clerk.do(agenda.remove_item, added.id)
    assert clerk.undo() == "Budget added"
    clerk.do(agenda.remove_item, second.id, undo="Second removed")
    clerk.do(agenda.add_item, meeting.id, replace(second, title="Back already"))
    clerk.undo()
    assert "Back already" in [i.title for i in clerk.whole(meeting).items]


def test_undo_of_a_part_of_something_that_is_gone_is_refused_in_words(clerk):
    meeting = clerk.meeting()
    clerk.do(agenda.remove_item, meeting.items[0].id, undo="Item removed")
    clerk.do(meetings.remove_meeting, meeting.id)
    with pytest.raises(UserError, match="cannot be undone any more"):
        clerk.undo()


def test_references_stay_given_after_undo(clerk):
    meeting = clerk.meeting()
    item = clerk.do(agenda.add_item, meeting.id, Item("Budget", entries=(Action("Do"),)), undo="Budget added")
    assert item.entries[0].ref == "7.1"
    clerk.undo()
    again = clerk.item(meeting, "Other")
    assert clerk.write(again, Action("Other"))[0].ref == "7.2"
    body = clerk.body("Elsewhere")
    clerk.do(meetings.new_meeting, body.id, date=None, undo="Meeting added")
    clerk.undo()
    assert clerk.meeting(body).details.ref == "M3"


def step(words, size):
    """A step that exchanged one file for another of the same size."""
    row = {"body_id": "b", "kind": "logo", "name": words, "data": bytes(size), "rev": 1}
    return UndoStep(words, None, (RowChange("body_file", ("b", "logo"), row, row | {"name": "new"}),))


def test_the_oldest_steps_are_forgotten_when_there_are_too_many():
    steps = Steps(number=2)
    for words in ("one", "two", "three"):
        steps.put(step(words, 1))
    assert steps.newest.words == "three"
    steps.drop()
    assert steps.newest.words == "two"
    steps.drop()
    assert not steps


def test_steps_hold_no_more_bytes_of_files_than_they_may_and_always_the_newest():
    steps = Steps(size=100)
    for words in ("one", "two", "three"):
        steps.put(step(words, 20))
    assert steps.newest.size == 40
    steps.drop()
    steps.drop()
    assert not steps
    steps.put(step("small", 20))
    steps.put(step("large", 5000))
    assert steps.newest.words == "large"
    steps.drop()
    assert not steps


def test_files_exchanged_many_times_can_be_undone_as_far_as_the_memory_may_hold(clerk):
    body = clerk.body()
    size = LARGEST_FILE - 1
    for n in range(8):
        logo = BodyFile(body.id, FileKind.LOGO, f"{n}.png", n.to_bytes(1) + bytes(size))
        clerk.do(body_files.keep_body_file, logo, undo=f"Logo {n}")
    possible = BYTES_KEPT // (2 * LARGEST_FILE)
    for _ in range(possible):
        clerk.undo()
    assert clerk.ask(body_files.body_file, body.id, FileKind.LOGO).name == f"{7 - possible}.png"
    with pytest.raises(UserError, match="nothing to undo"):
        clerk.undo()
