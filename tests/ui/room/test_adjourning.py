"""Adjourning and resuming by one key: the stamp, the sentence, the times that stand still, and undo of all of it."""

from dataclasses import replace
from datetime import time

import pytest

from wibdesk.services import adjournments, bodies, house_styles, meetings

SAID = "The meeting adjourned at 9.45 am."
ON = "The meeting resumed at 9.57 am."


def stamps(clerk):
    held = clerk.read(adjournments.adjournments, clerk.session.meeting.id)
    return [(each.began, each.resumed) for each in held]


@pytest.fixture
def paused(live, clock):
    """The meeting of 09:30, adjourned at 09:45 in its second item."""
    live.press("Ctrl+Down")
    live.type(" Read.")
    clock.go_on(15)
    live.press("Ctrl+F5")
    return live


def test_one_key_stamps_the_time_and_the_minutes_say_so(paused):
    assert stamps(paused) == [(time(9, 45), None)]
    assert paused.texts(2) == ["The minutes were agreed. Read.", SAID]
    assert paused.said[-1] == "The meeting adjourned at 09:45"
    assert paused.editor.hasFocus()


def test_the_clerk_types_on_below_the_sentence(paused):
    paused.type("Tea was served.")
    assert paused.texts(2)[1:] == [SAID, "Tea was served."]


def test_a_caret_in_the_middle_of_the_item_stays_there(live):
    live.press("Ctrl+Down", "Return")
    live.type("Second")
    live.press("Up", "Ctrl+F5")
    live.type("!")
    assert live.texts(2) == ["The mi!nutes were agreed.", "Second", "The meeting adjourned at 9.30 am."]


def test_header_and_strip_tell_of_the_pause_and_time_stands_still(paused, clock):
    clock.go_on(12)
    paused.room.tick()
    bar, strip = paused.room.bar, paused.room.sheet.strip
    assert bar.live.words == "Adjourned 0:12"
    assert bar.live.accessibleName() == "Adjourned for 12 minutes"
    assert strip.isVisible()
    assert strip.words.text() == "Adjourned since 09:45. The attendance stays as it was."
    assert paused.session.live_words() == "0:15"
    assert paused.session.spent()[paused.session.items[1].id] == 15


def test_the_same_key_resumes_and_the_toast_says_to_check_who_came_back(paused, clock):
    clock.go_on(12)
    paused.press("Ctrl+F5")
    assert stamps(paused) == [(time(9, 45), time(9, 57))]
    assert paused.texts(2)[1:] == [SAID, ON]
    assert paused.said[-1] == "Resumed at 09:57. Check who came back: Ctrl E"
    assert not paused.room.sheet.strip.isVisible()
    clock.go_on(3)
    paused.room.tick()
    assert paused.room.bar.live.words == "Live 0:18"
    assert paused.room.agenda.pace.figure == "11:02"


def test_the_button_of_the_strip_resumes(paused):
    paused.room.sheet.strip.resume.click()
    paused.settle()
    assert stamps(paused) == [(time(9, 45), time(9, 45))]
    assert not paused.room.sheet.strip.isVisible()


def test_undo_in_the_sentence_takes_stamp_and_sentence_back_and_redo_puts_both_again(paused, clock):
    clock.go_on(12)
    paused.press("Ctrl+F5", "Ctrl+Z")
    assert (stamps(paused), paused.texts(2)[1:]) == ([(time(9, 45), None)], [SAID])
    assert paused.said[-1] == "Taken back: the meeting resumed at 09:57"
    assert paused.room.sheet.strip.isVisible()
    paused.press("Ctrl+Z")
    assert (stamps(paused), paused.texts(2)) == ([], ["The minutes were agreed. Read."])
    assert not paused.room.sheet.strip.isVisible()
    paused.press("Ctrl+Y", "Ctrl+Y")
    assert stamps(paused) == [(time(9, 45), time(9, 57))]
    assert paused.texts(2)[1:] == [SAID, ON]


def test_undo_of_the_toast_takes_the_sentence_back_too(paused):
    paused.window.voice.undo_said()
    paused.settle()
    assert (stamps(paused), paused.texts(2)) == ([], ["The minutes were agreed. Read."])


def test_undo_in_the_register_finds_the_sentence_among_what_was_typed_since(paused):
    paused.type("Tea was served.")
    paused.context.operations.undo()
    paused.settle()
    assert (stamps(paused), paused.texts(2)[1:]) == ([], ["Tea was served."])


def test_undo_in_the_register_finds_the_sentence_in_an_item_that_is_not_on_the_sheet(paused):
    paused.stored()
    paused.press("Ctrl+Down")
    paused.context.operations.undo()
    paused.settle()
    assert (stamps(paused), paused.texts(2)) == ([], ["The minutes were agreed. Read."])
    paused.press("Ctrl+Up")
    assert paused.editor.toPlainText().strip() == "The minutes were agreed. Read."


def test_undo_in_the_register_leaves_a_sentence_that_the_clerk_has_changed(paused):
    paused.press("Up", "End")
    paused.type(" Tea.")
    paused.context.operations.undo()
    paused.settle()
    assert (stamps(paused), paused.texts(2)[1:]) == ([], [f"{SAID} Tea."])


def test_the_time_is_written_as_the_house_style_of_the_body_has_it(live, body):
    style = live.do(house_styles.copy_style, {"label": "Ours", "time_form": "14.30"}, "Ours", body_id=body.id)
    live.do(bodies.change_body, replace(live.session.meeting.body, house_style=style.name))
    live.do(meetings.change_details, replace(live.session.meeting.details, house_style=style.name))
    live.press("Ctrl+F5")
    assert live.texts(1) == ["The meeting adjourned at 09.30."]


def test_a_pause_that_the_register_refuses_leaves_no_sentence(live):
    live.desk.write(adjournments.adjourn, live.session.meeting.id, time(9, 31)).result(20)
    live.press("Ctrl+Down", "Ctrl+F5")
    assert any("adjourned already" in trouble for trouble in live.troubles)
    assert live.texts(2) == ["The minutes were agreed."]


def test_the_key_pressed_twice_at_once_adjourns_once(live):
    live.room.adjourning.press()
    live.room.adjourning.press()
    live.settle()
    assert len(stamps(live)) == 1
    assert live.texts(1) == ["The meeting adjourned at 9.30 am."]


def test_a_meeting_that_has_not_started_does_not_adjourn(clerk, meeting):
    clerk.enter(meeting)
    clerk.press("Ctrl+F5")
    assert stamps(clerk) == []


def test_a_pause_from_another_window_is_seen_and_another_meeting_knows_nothing_of_it(live, bare):
    live.do(adjournments.adjourn, live.session.meeting.id, time(9, 30))
    assert live.room.sheet.strip.isVisible()
    live.enter(bare)
    assert live.session.adjournments == ()


def test_the_palette_tells_the_chair_how_the_time_stands(live, clock):
    clock.go_on(25)
    live.context.commands.run("room.pace")
    assert live.said[-1] == "5 min late: 4 items left, 55 min to the planned end."
