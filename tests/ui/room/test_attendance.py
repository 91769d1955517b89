"""Attendance by one key on a row, everything else in a line below the list."""

from datetime import time

import pytest

from tests.keys import press, type_words
from wibdesk.domain.attendance import Interval, Status
from wibdesk.domain.people import Group
from wibdesk.services import bodies, meetings

PLURAL = "Members: 1 of 4 present"


@pytest.mark.parametrize(
    ("key", "status"),
    [("P", Status.PRESENT), ("A", Status.APOLOGIES), ("-", Status.ABSENT), ("Space", Status.PRESENT)],
)
def test_one_key_on_a_row_gives_the_status(live, key, status):
    live.go_to_person("Det Supt K Rowe")
    live.press(key)
    assert live.person("Det Supt K Rowe").status is status


def test_u_and_space_take_a_mark_back(live):
    live.go_to_person("Det Supt K Rowe")
    live.press("A", "U")
    assert live.person("Det Supt K Rowe").status is Status.UNKNOWN
    live.press("P", "Space")
    assert live.person("Det Supt K Rowe").status is Status.UNKNOWN


def test_the_count_is_shown_and_said(live):
    live.go_to_person("Helen Ferrer")
    live.press("P")
    assert live.people.row_model.rows[0].right == "1 of 4 present"
    assert live.room.bar.members.accessibleName() == "1 of 4 members present"
    assert PLURAL in live.announced


def test_the_same_keys_are_letters_in_the_sentence(live):
    live.type("PAUDJLCNE - g")
    assert live.texts(1) == ["PAUDJLCNE - g"]
    assert {a.status for a in live.stored().attendance} == {Status.UNKNOWN}


def test_control_e_goes_there_and_back_to_the_same_caret(live):
    live.type("Half a sen")
    live.press("Ctrl+E", "P", "Ctrl+E")
    live.type("tence.")
    assert live.texts(1) == ["Half a sentence."]


def test_escape_goes_back_to_the_sentence_too(live):
    live.press("Ctrl+E", "Escape")
    assert live.editor.hasFocus()


def test_a_deputy_is_named_by_typing_part_of_the_name(live):
    live.go_to_person("I Nolan")
    live.press("D")
    live.type("hart")
    live.press("Return")
    assert live.person("I Nolan").deputy_for == ("Dr P Hart",)
    assert live.person("I Nolan").status is Status.PRESENT
    assert live.person("Dr P Hart").status is Status.APOLOGIES
    assert live.people.hasFocus()


def test_a_deputy_may_stand_in_for_somebody_not_on_the_list(live):
    live.go_to_person("I Nolan")
    live.press("D")
    live.type("Prof Q Unknown")
    live.press("Return")
    assert live.person("I Nolan").deputy_for == ("Prof Q Unknown",)


def test_nobody_takes_a_deputy_back(live):
    live.go_to_person("I Nolan")
    live.press("D")
    live.type("hart")
    live.press("Return", "D", "Ctrl+A", "Backspace", "Return")
    assert live.person("I Nolan").deputy_for == ()


def test_leaving_the_line_by_escape_records_nothing_and_keeps_the_words(live):
    live.go_to_person("I Nolan")
    live.press("N")
    live.type("Cllr Half")
    live.press("Escape")
    assert live.people.hasFocus()
    live.press("N")
    assert live.room.side.attendance.picker.edit.text() == "Cllr Half"


def test_a_walk_in_is_added_with_organisation_and_time(live):
    live.clock.go_on(28)
    live.press("Ctrl+E", "N")
    live.type("R Devlin, Norbury Council")
    live.press("Return")
    came = live.person("R Devlin")
    assert (came.organisation, came.group, came.status) == ("Norbury Council", Group.IN_ATTENDANCE, Status.PRESENT)
    assert came.intervals == (Interval(time(9, 58), item="1"),)
    live.qtbot.waitUntil(lambda: live.people.current_row().text == "R Devlin")


def test_a_latecomer_and_one_who_leaves_get_time_and_item(live):
    live.press("Ctrl+Down")
    live.type(" x")
    live.clock.go_on(28)
    live.go_to_person("Det Supt K Rowe")
    live.press("J")
    live.clock.go_on(43)
    live.press("L")
    assert live.person("Det Supt K Rowe").intervals == (Interval(time(9, 58), time(10, 41), "2"),)
    assert live.people.current_row().note == "09:58 to 10:41, left in item 2"


def test_a_stamp_is_put_right_by_typing_the_times(live):
    live.go_to_person("Det Supt K Rowe")
    live.press("J", "T", "Ctrl+A")
    live.type("9:40 to 10.15")
    live.press("Return")
    (interval,) = live.person("Det Supt K Rowe").intervals
    assert (interval.start, interval.end) == (time(9, 40), time(10, 15))


def test_words_that_are_no_times_change_nothing(live):
    live.go_to_person("Det Supt K Rowe")
    live.press("J", "T", "Ctrl+A")
    live.type("later")
    live.press("Return")
    assert live.person("Det Supt K Rowe").intervals[0].start == time(9, 30)
    assert live.said[-1] == "“later” are no times: type them as 9:30 to 10:41"


def test_nobody_leaves_a_meeting_that_has_not_started(clerk, meeting):
    clerk.enter(meeting)
    clerk.go_to_person("Det Supt K Rowe")
    clerk.press("P", "L")
    assert clerk.person("Det Supt K Rowe").intervals == ()
    assert clerk.said[-1] == "The meeting has not started: nobody can leave it yet"


def test_after_the_meeting_the_time_is_asked(live):
    live.press("Shift+F5", "Ctrl+Return")
    live.go_to_person("Det Supt K Rowe")
    live.press("P", "L")
    live.type("10:41")
    live.press("Return")
    assert live.person("Det Supt K Rowe").intervals[0].end == time(10, 41)


def test_the_acting_chair_is_exactly_one(live):
    live.go_to_person("Det Supt K Rowe")
    live.press("C")
    assert [a.name for a in live.stored().attendance if a.chair] == ["Det Supt K Rowe"]


def test_role_organisation_and_note_are_typed_one_after_the_other(live):
    live.go_to_person("J Amari")
    live.press("E", "Ctrl+A")
    live.type("Director")
    live.press("Return", "Return")
    live.type("by video")
    live.press("Return")
    changed = live.person("J Amari")
    assert (changed.role, changed.organisation, changed.note) == ("Director", "Norbury Council", "by video")


def test_a_walk_in_is_taken_off_and_brought_back_by_undo(live):
    live.press("Ctrl+E", "N")
    live.type("R Devlin")
    live.press("Return")
    live.go_to_person("R Devlin")
    live.press("Delete")
    assert "R Devlin" not in [a.name for a in live.stored().attendance]
    live.press("Ctrl+Z")
    assert live.person("R Devlin").status is Status.PRESENT


def test_a_key_pressed_at_once_after_a_name_means_the_person_just_typed(live):
    live.go_to_person("Det Supt K Rowe")
    press(live.window, "N")
    type_words(live.window, "R Devlin, Norbury Police")
    press(live.window, "Return", "A")
    press(live.window, "N")
    type_words(live.window, "S Amos")
    press(live.window, "Return", "D")
    live.settle()
    live.qtbot.waitUntil(live.room.side.attendance.picker.isVisible)
    assert live.room.side.attendance.picker.caption.text() == "S Amos is deputy for"
    assert live.person("R Devlin").status is Status.APOLOGIES
    assert live.person("Det Supt K Rowe").status is Status.UNKNOWN


def test_a_second_press_on_the_same_person_is_too_many_and_is_no_trouble(live):
    live.press("Ctrl+E", "N")
    live.type("R Devlin")
    live.press("Return")
    live.go_to_person("R Devlin")
    press(live.window, "Delete", "Delete")
    live.settle()
    assert "R Devlin" not in [a.name for a in live.stored().attendance]
    assert live.troubles == []


def test_a_member_of_the_body_is_not_taken_off(live):
    live.go_to_person("Det Supt K Rowe")
    live.press("Delete")
    assert live.person("Det Supt K Rowe")


def test_a_person_changes_the_group_by_one_key(live):
    live.go_to_person("J Amari")
    live.press("G")
    assert live.person("J Amari").group is Group.OBSERVER


def test_the_foot_shows_the_keys_of_the_list_while_it_has_the_keyboard(live):
    before = live.window.key_bar.accessibleName()
    live.press("Ctrl+E")
    after = live.window.key_bar.accessibleName()
    assert "P present" not in before
    assert "P present" in after


def test_a_meeting_with_nobody_says_what_to_press(clerk, desk):
    empty = desk.write(bodies.add_body, "Nobody's board").result(20).value
    clerk.enter(desk.write(meetings.new_meeting, empty.id, date=None).result(20).value)
    assert clerk.room.side.attendance.empty.isVisible()
    clerk.press("Ctrl+E", "N")
    clerk.type("A Person")
    clerk.press("Return")
    assert [a.name for a in clerk.stored().attendance] == ["A Person"]
    assert not clerk.room.side.attendance.empty.isVisible()
