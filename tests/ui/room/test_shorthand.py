"""Lines of shorthand typed in the room: recorded in the register, taken back and done again by one key."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from wibdesk.domain.attendance import Interval, Status
from wibdesk.domain.entries import KINDS
from wibdesk.domain.people import Group
from wibdesk.services import attendance, meetings


@pytest.fixture
def room(live):
    """The live room at the third item, its clock at 09:58."""
    live.press("Ctrl+Down", "Ctrl+Down")
    live.clock.go_on(28)
    assert live.session.item.number == "3"
    return live


def entries(clerk):
    return clerk.stored().items[2].entries


def previewed(clerk):
    """Say whether the frame is shown, once the line was read."""
    while clerk.editor.shorthand.soon.isActive():
        QApplication.processEvents()
    return clerk.editor.shorthand.shown.preview.isVisible()


def kinds(clerk):
    return [entry.kind for entry in entries(clerk)]


def row(clerk, name):
    return next((a for a in clerk.stored().attendance if a.name == name), None)


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("/a in heat map of vacancies by 6/10", ["action"]),
        ("ACTION: IN to bring heat maps", ["action"]),
        ("/r That the plan be adopted.", ["decision"]),
        ("/g One shared definition.", ["decision"]),
        ("/rec That it goes to the Council.", ["decision"]),
        ("/noted The figures.", ["decision"]),
        ("/i in 3 governor of the school", ["declaration"]),
        ("/v 4-1-1", ["vote"]),
        ("/amend page 5: five -> six", ["amendment"]),
        ("/n Ring her before circulating.", ["private_note"]),
        ("/park Voice of young people", ["private_note"]),
        ("/h Workforce", ["subheading"]),
    ],
)
def test_every_command_is_shown_recorded_taken_back_and_done_again(room, line, made):
    room.type(line)
    assert previewed(room)
    room.press("Return")
    assert kinds(room) == made
    recorded = entries(room)
    room.press("Ctrl+Z")
    assert [(e.kind, e.text) for e in entries(room)] == [("paragraph", line)]
    assert room.editor.caret().at.offset == len(line)
    room.press("Ctrl+Y")
    assert [type(e) for e in entries(room)] == [KINDS[kind] for kind in made]
    assert [e.id for e in entries(room)] == [e.id for e in recorded]


def test_what_is_typed_after_a_command_stands_in_the_next_entry(room):
    for line in ("/n Ring her.", "/h Workforce", "/a in heat map", "Prose."):
        room.type(line)
        room.press("Return")
    assert [e.text for e in entries(room)] == ["Ring her.", "Workforce", "heat map", "Prose."]


def test_somebody_joins_by_a_line_and_one_undo_takes_both_back(room):
    hart = row(room, "Dr P Hart")
    room.type("/in ph")
    room.press("Return")
    assert (row(room, "Dr P Hart").status, row(room, "Dr P Hart").intervals[0].item) == (Status.PRESENT, "3")
    assert room.said[-1] == "Dr P Hart joined at 09:58, item 3"
    assert entries(room) == ()
    room.press("Ctrl+Z")
    assert row(room, "Dr P Hart") == hart
    assert [e.text for e in entries(room)] == ["/in ph"]
    assert room.said[-1] == "Taken back: Dr P Hart joined at 09:58, item 3"
    room.press("Ctrl+Y")
    assert row(room, "Dr P Hart").status is Status.PRESENT
    assert entries(room) == ()


def test_somebody_leaves_at_the_time_typed(room):
    room.do(attendance.set_status, row(room, "I Nolan").id, Status.PRESENT)
    room.type("/out in 0955")
    room.press("Return")
    (gone,) = row(room, "I Nolan").intervals
    assert (gone.end.isoformat("minutes"), gone.item) == ("09:55", "3")
    assert room.said[-1] == "I Nolan left at 09:55, item 3"
    room.press("Ctrl+Z")
    assert row(room, "I Nolan").intervals == ()


def test_a_stranger_who_joins_is_put_on_the_list_and_taken_off_again(room):
    room.type("/in Dr L Whitcombe 9.58")
    room.press("Return")
    came = row(room, "Dr L Whitcombe")
    assert (came.status, came.group, came.intervals[0].start.isoformat("minutes")) == (
        Status.PRESENT,
        Group.IN_ATTENDANCE,
        "09:58",
    )
    room.press("Ctrl+Z")
    assert row(room, "Dr L Whitcombe") is None
    room.press("Ctrl+Y")
    assert row(room, "Dr L Whitcombe").status is Status.PRESENT


def test_typing_goes_on_where_somebody_came_in(room):
    room.type("The Board heard")
    room.press("Return")
    room.type("/in ph")
    room.press("Return")
    room.type("that it was late.")
    assert [e.text for e in entries(room)] == ["The Board heard", "that it was late."]


def test_undo_after_more_was_typed_takes_the_words_first_and_then_the_movement(room):
    room.type("/in ph")
    room.press("Return")
    room.type("Late.")
    room.press("Ctrl+Z")
    assert row(room, "Dr P Hart").status is Status.PRESENT
    room.press("Ctrl+Z")
    assert row(room, "Dr P Hart").status is Status.UNKNOWN
    assert [e.text for e in entries(room)] == ["/in ph"]


def test_the_toast_takes_back_the_movement_with_its_line(room):
    room.type("/in ph")
    room.press("Return")
    room.press("Ctrl+E", "Ctrl+Z")
    assert row(room, "Dr P Hart").status is Status.UNKNOWN
    assert [e.text for e in entries(room)] == ["/in ph"]


def test_the_toast_takes_back_the_movement_alone_where_more_was_typed(room):
    room.type("/in ph")
    room.press("Return")
    room.type("Late.")
    room.press("Ctrl+E", "Ctrl+Z")
    assert row(room, "Dr P Hart").status is Status.UNKNOWN
    assert [e.text for e in entries(room)] == ["Late."]


def test_a_movement_taken_back_before_it_was_stored_is_taken_back_all_the_same(room):
    QTest.keyClicks(room.editor, "/in ph")
    for key, held in ((Qt.Key.Key_Return, ""), (Qt.Key.Key_Z, "Ctrl"), (Qt.Key.Key_Y, "Ctrl"), (Qt.Key.Key_Z, "Ctrl")):
        modifier = Qt.KeyboardModifier.ControlModifier if held else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(room.editor, key, modifier)
    QApplication.processEvents()
    room.settle()
    assert row(room, "Dr P Hart").intervals == ()
    assert [e.text for e in entries(room)] == ["/in ph"]


def test_a_movement_that_cannot_be_gives_the_line_back_and_says_why(room):
    room.type("/in ph")
    room.press("Return")
    room.type("/in ph")
    assert previewed(room)
    assert not room.editor.shorthand.reading.recorded
    room.press("Return")
    assert "in the room already" in room.said[-1]
    assert [e.text for e in entries(room)] == ["/in ph"]
    assert row(room, "Dr P Hart").intervals == (Interval(row(room, "Dr P Hart").intervals[0].start, item="3"),)


def test_nobody_leaves_who_is_not_on_the_list(room):
    room.type("/out Mr Nobody")
    room.press("Return")
    assert room.said[-1] == "Mr Nobody, not on the list. Nothing is recorded."
    assert entries(room)[0].text == "/out Mr Nobody"


def test_before_the_start_people_are_present_and_nobody_leaves(clerk, meeting):
    clerk.enter(meeting)
    clerk.type("/in ph")
    clerk.press("Return")
    assert clerk.person("Dr P Hart").status is Status.PRESENT
    assert clerk.person("Dr P Hart").intervals == ()
    clerk.type("/out ph")
    clerk.press("Return")
    assert "has not started" in clerk.said[-1]
    assert clerk.stored().items[0].entries[-1].text == "/out ph"


def test_what_is_typed_after_a_refused_line_stands_in_the_next_entry(clerk, meeting):
    clerk.enter(meeting)
    clerk.type("/out ph")
    assert previewed(clerk)
    assert "has not started" in clerk.editor.shorthand.shown.preview.accessibleName()
    clerk.press("Return")
    clerk.type("Welcome.")
    assert [e.text for e in clerk.stored().items[0].entries] == ["/out ph", "Welcome."]


def test_nobody_leaves_who_sent_apologies_but_whoever_is_not_marked_was_here_till_then(room):
    room.do(attendance.set_status, row(room, "Dr P Hart").id, Status.APOLOGIES)
    for line in ("/out ph", "/out in"):
        room.type(line)
        room.press("Return")
    assert "Dr P Hart sent apologies, so cannot leave. Record first with /in when they came." in room.said
    assert [e.text for e in entries(room)] == ["/out ph"]
    assert (row(room, "Dr P Hart").status, row(room, "I Nolan").has_left) == (Status.APOLOGIES, True)


def test_nobody_leaves_twice(room):
    for _ in range(2):
        room.type("/out in")
        room.press("Return")
    assert "has left already" in room.said[-1]
    assert [e.text for e in entries(room)] == ["/out in"]


def test_after_the_end_a_time_has_to_be_typed(room):
    room.do(meetings.close_meeting, room.session.meeting.id, room.clock().time())
    room.type("/in ph")
    room.press("Return")
    assert "is closed" in room.said[-1]
    room.press("Up", "End")
    room.type(" 9.50")
    room.press("Return")
    assert row(room, "Dr P Hart").intervals[0].start.isoformat("minutes") == "09:50"


def test_esc_in_the_question_of_a_tie_records_no_result(room):
    room.type("/v 3-3")
    room.press("Return", "Escape")
    assert [e.text for e in entries(room)] == ["/v 3-3"]
    room.press("Return", "1")
    (vote, *_) = entries(room)
    assert (vote.result, vote.casting_vote) == ("carried", "for")


def test_a_tie_asks_for_the_casting_vote(room):
    room.type("/v 3-3")
    room.press("Return")
    assert room.editor.hasFocus()
    assert kinds(room) == ["paragraph"]
    room.press("1")
    (vote,) = entries(room)
    assert (vote.kind, vote.casting_vote is not None) == ("vote", True)


def test_a_line_half_typed_is_a_command_again_when_the_clerk_comes_back_to_its_item(room):
    room.type("/a in heat map")
    room.press("Ctrl+Up")
    assert not previewed(room)
    room.press("Ctrl+Down")
    assert previewed(room)


def test_a_sentence_that_sounds_like_an_action_gets_one_faint_hint_and_stays_words(room, qtbot):
    hint = room.editor.shorthand.hint
    room.type("Mr Nolan asked that for the next meeting there is a report")
    qtbot.waitUntil(hint.isVisible, timeout=5000)
    with qtbot.waitSignal(room.editor.shorthand.rest.came, timeout=5000):
        room.type(".")
    assert not hint.isVisible()
    room.press("Return")
    assert kinds(room) == ["paragraph"]


def test_nothing_is_read_in_approved_minutes(clerk, meeting):
    clerk.enter(meeting)
    clerk.editor.set_read_only(True)
    clerk.type("/a in heat map")
    clerk.press("Return")
    assert not previewed(clerk)
    assert clerk.stored().items == meeting.items


def test_undo_in_the_attendance_takes_back_the_last_movement_and_nothing_older(room):
    room.do(attendance.set_status, row(room, "I Nolan").id, Status.PRESENT)
    room.type("/in ph")
    room.press("Return")
    room.window.voice.drop_toast()
    room.press("Ctrl+E", "Ctrl+Z")
    assert row(room, "Dr P Hart").status is Status.UNKNOWN
    assert row(room, "I Nolan").status is Status.PRESENT
    room.press("Escape", "Ctrl+Z")
    assert [e.text for e in entries(room)] == ["/in ph"]
    assert row(room, "Dr P Hart").status is Status.UNKNOWN


def test_a_stranger_who_was_taken_off_the_list_meanwhile_leaves_only_the_line_to_take_back(room):
    room.type("/in Dr L Whitcombe")
    room.press("Return")
    room.do(attendance.remove_attendee, row(room, "Dr L Whitcombe").id)
    room.press("Ctrl+Z")
    assert [e.text for e in entries(room)] == ["/in Dr L Whitcombe"]
    room.press("Ctrl+Y")
    assert row(room, "Dr L Whitcombe").status is Status.PRESENT


def test_the_palette_begins_a_line_of_shorthand_at_the_sentence(room):
    room.type("The Board heard.")
    room.press("Ctrl+K")
    room.type("somebody leaves")
    room.press("Return")
    assert room.editor.hasFocus()
    room.do(attendance.set_status, row(room, "I Nolan").id, Status.PRESENT)
    room.type("in")
    assert previewed(room)
    room.press("Return")
    assert row(room, "I Nolan").has_left
    assert [e.text for e in entries(room)] == ["The Board heard."]


def test_a_line_that_is_refused_after_more_was_typed_stands_before_it(room):
    room.type("/in ph")
    room.press("Return")
    QTest.keyClicks(room.editor, "/in ph")
    QTest.keyClick(room.editor, Qt.Key.Key_Return)
    QTest.keyClicks(room.editor, "Late.")
    room.settle()
    assert "in the room already" in room.said[-1]
    assert [e.text for e in entries(room)] == ["/in ph", "Late."]


@pytest.mark.parametrize(("more", "left"), [("", ["/in ph"]), ("Late.", ["/in ph", "Late."])])
def test_a_line_that_only_the_register_refuses_comes_back(room, more, left):
    room.type("/in ph")
    elsewhere = room.desk.write(attendance.arrive, row(room, "Dr P Hart").id, time(9, 40)).result(20)
    QTest.keyClick(room.editor, Qt.Key.Key_Return)
    QTest.keyClicks(room.editor, more)
    room.settle()
    assert "already in the room" in room.troubles[-1]
    assert [e.text for e in entries(room)] == left
    assert row(room, "Dr P Hart").intervals == elsewhere.value.intervals


def test_an_owner_of_nobody_here_is_in_doubt_once_recorded_too(live):
    live.press("Ctrl+Down")
    live.type("/a Mr Nobody to ring round")
    live.press("Return")
    assert live.editor.surroundings.stranger("Mr Nobody")
    assert not live.editor.surroundings.stranger("Norbury Police")
