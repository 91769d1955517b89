"""The People place, worked by keys in a real window on a real register."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from tests.keys import press
from ui.cells import text_of
from ui.place import Where
from wibdesk.domain.people import Group
from wibdesk.services import bodies, people


@pytest.fixture
def roster(clerk, board):
    clerk.go("people", Where(body_id=board.id))
    return clerk


def names(clerk):
    return [text_of(row.cells[0]) for row in clerk.place.table.table_model.rows]


def stored(clerk):
    return {person.name: person for person in clerk.read(people.roster, clerk.place.body_id)}


def test_the_roster_is_grouped_and_those_who_left_are_out_of_sight(roster):
    assert names(roster) == [
        "Members, 3", "Helen Ferrer, Independent Chair", "Councillor B Sutton MBE, Lead member", "Det Supt K Rowe",
        "In attendance, 1", "J Amari, Head of Front Door",
    ]  # fmt: skip
    assert roster.place.finder.count.text() == "4 people, initials all different"
    assert roster.place.table.current_row().sentence == (
        "Helen Ferrer, Independent Chair, Department for Education, Chair, initials HF"
    )


def test_f_shows_and_hides_past_members(roster):
    roster.press("F")
    assert "Dr P Hart" in names(roster)
    assert text_of(roster.place.table.table_model.rows[4].cells[5]) == "left 31 Mar 2026"
    roster.press("F")
    assert "Dr P Hart" not in names(roster)


def test_a_new_person_is_typed_field_by_field(roster):
    roster.press("N")
    for words in ("M Osei", "Ms M Osei OBE", "Head teacher", "Norbury Schools Forum", "m.osei@example.org"):
        roster.type(words)
        roster.press("Return")
    roster.press("Ctrl+Return")
    made = stored(roster)["M Osei"]
    assert (made.printed, made.role, made.organisation) == ("Ms M Osei OBE", "Head teacher", "Norbury Schools Forum")
    assert (made.email, made.group, made.short_initials) == ("m.osei@example.org", Group.MEMBER, "MO")
    assert roster.place.person().name == "M Osei"
    assert roster.place.table.hasFocus()


def test_what_is_wrong_is_said_at_its_field_and_nobody_is_added(roster):
    before = stored(roster)
    roster.press("N", "Ctrl+Return")
    form = roster.place.new_form
    assert form.person.name_field.note.text() == "A person on the roster needs a name."
    roster.type("M Osei")
    form.person.email.setFocus()
    roster.type("osei at school")
    form.person.first.line.setFocus()
    roster.type("1/9/2026")
    form.person.last.line.setFocus()
    roster.type("31/8/2026")
    roster.press("Ctrl+Return")
    assert form.person.email_field.note.text() == "“osei at school” is no e-mail address."
    assert form.person.last.field.note.text() == "The last day is before the first."
    assert QApplication.focusWidget() is form.person.email
    assert stored(roster) == before


def test_enter_changes_a_person_and_down_goes_on_with_the_next(roster):
    roster.press("Return")
    roster.type("H Ferrer")
    roster.press("Esc")
    assert "H Ferrer" in stored(roster)
    roster.press("Return")
    roster.place.table.setFocus()
    roster.press("Down")
    assert roster.place.form.heading.text() == "Councillor B Sutton MBE"


def test_the_tick_of_the_chair_alone_is_a_change(roster):
    roster.press("Down", "Return")
    roster.place.form.person.chair.setFocus()
    roster.press("Space", "Esc")
    assert stored(roster)["B Sutton"].chair


def test_pasted_lines_are_read_before_they_are_added(roster):
    QApplication.clipboard().setText("M Osei, Head teacher, Schools Forum\nObservers:\nA Lee")
    roster.press("Ctrl+V")
    rows = roster.place.pasting.table.table_model.rows
    assert [[text_of(c) for c in row.cells] for row in rows] == [
        ["M Osei, Head teacher, Schools Forum", "Member"], ["A Lee", "Observer"],
    ]  # fmt: skip
    assert roster.place.pasting.take_button.text() == "Add 2 people"
    assert ("Ctrl Enter", "add 2 people") in roster.window.key_bar.pairs
    roster.press("Return")
    assert stored(roster)["A Lee"].group is Group.OBSERVER
    assert roster.place.person().name == "M Osei"


def test_a_low_window_with_large_text_leaves_room_for_the_note_and_for_what_was_read(roster):
    roster.context.theme.switch(scale=2.0)
    roster.window.resize(1024, 640)
    QApplication.clipboard().setText("M Osei, Head teacher, Schools Forum")
    roster.press("Ctrl+V")
    pasting = roster.place.pasting
    note, text = pasting.text_field.note, pasting.text
    roster.qtbot.waitUntil(lambda: text.lines == 2)
    roster.qtbot.waitUntil(lambda: note.height() >= note.heightForWidth(note.width()))
    assert note.y() > text.geometry().bottom()
    assert pasting.table.viewport().height() > 0
    roster.window.resize(1024, 1000)
    roster.qtbot.waitUntil(lambda: text.lines == 5)


def test_e_ends_the_term_today_and_undo_takes_that_back(roster):
    roster.press("E")
    assert stored(roster)["Helen Ferrer"].to_date == date(2026, 9, 1)
    assert "Helen Ferrer, Independent Chair" in names(roster), "the last day is still served"
    roster.press("Ctrl+Z")
    assert stored(roster)["Helen Ferrer"].to_date is None


def test_del_takes_a_person_off_the_roster_and_undo_puts_them_back(roster):
    roster.press("Down", "Del")
    assert "B Sutton" not in stored(roster)
    roster.press("Ctrl+Z")
    assert names(roster)[2] == "Councillor B Sutton MBE, Lead member"


def test_del_pressed_twice_in_a_row_takes_two_people_off_and_complains_of_none(roster):
    before = set(stored(roster))
    press(roster.window, "Down", "Del", "Del")
    roster.settle()
    assert len(before - set(stored(roster))) == 2
    assert "B Sutton" not in stored(roster)
    assert roster.troubles == []


def test_slash_finds_by_name_initials_or_organisation_past_members_too(roster):
    roster.press("/")
    roster.type("kr")
    assert names(roster) == ["Members, 1", "Det Supt K Rowe"]
    assert roster.place.finder.count.text() == "1 shown of 5"
    roster.press("Ctrl+A")
    roster.type("norbury icb")
    assert names(roster) == ["Members, 1", "Dr P Hart"]
    roster.press("Ctrl+A")
    roster.type("zz")
    assert "Nobody on this roster fits “zz”" in roster.place.empty.why.text()
    roster.press("Esc")
    assert roster.place.table.hasFocus()
    assert len(names(roster)) == 6


def test_initials_that_two_people_share_are_pointed_out(roster):
    QApplication.clipboard().setText("Hugo Finch")
    roster.press("Ctrl+V", "Return")
    assert roster.place.finder.count.text() == "5 people, initials HF given twice"


def test_b_shows_the_roster_of_another_body(roster):
    other = roster.do(bodies.add_body, "Highways Sub-Committee")
    roster.press("B", "1")
    assert roster.place.body_id == other.id
    assert roster.place.empty.heading.text() == "Nobody on the roster yet"


def test_ctrl_p_shows_the_attendance_register_of_the_body(roster):
    roster.press("Ctrl+P")
    assert roster.at == "preview"
    assert roster.asked("preview") == Where(body_id=roster.window.places["people"].body_id, note="register")


def test_without_a_body_n_sets_one_up(clerk):
    place = clerk.go("people")
    assert "N sets one up" in place.empty.why.text()
    clerk.press("N")
    assert clerk.at == "body"


def test_a_narrow_table_says_the_organisation_on_the_second_line(roster):
    roster.context.theme.switch(scale=2.0)
    roster.qtbot.waitUntil(lambda: "Department" in names(roster)[1])
    assert names(roster)[1] == "Helen Ferrer, Independent Chair, Department for Education"
