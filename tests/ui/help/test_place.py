"""The help in the window: opened where one is, found in, read by keys, and left for the work again."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from tests.journeys.screen import keyboard_place
from tests.ui.benches import PASSPHRASE, Opened, register_with_meeting
from ui.place import Where
from wibdesk.services.bodies import bodies


def shown(desk):
    return desk.window.place.trail.here


def test_f1_in_the_sentence_opens_the_page_of_the_room_and_esc_leads_back_to_the_caret(desk):
    desk.type("The Chair welcomed")
    editor = desk.window.place.sheet.editor
    desk.press("Left", "Left")
    before = editor.textCursor().position()
    desk.press("F1")
    desk.at("In the room")
    assert shown(desk) == "room"
    desk.press("Escape")
    desk.at("Minutes of item 1")
    assert editor.textCursor().position() == before
    desk.type("x")
    assert "welcomxed" in editor.toPlainText()


def test_f1_opens_what_is_being_done_and_f1_again_leads_back(desk):
    desk.press("Ctrl+E")
    desk.at("Attendance")
    desk.press("F1")
    desk.at("Who is there")
    desk.press("F1")
    desk.at("Attendance")


def test_what_is_typed_finds_at_once_and_enter_reads_it(desk):
    desk.press("F1", "/")
    desk.at("Find in the help")
    desk.type("tie")
    desk.see("The vote is a tie")
    assert "Keys here: ↓ to what was found" in desk.screen()
    desk.press("Return")
    desk.at("Decisions, votes and interests")
    assert shown(desk) == "votes#the-vote-is-a-tie"


def test_the_list_shows_each_row_as_it_is_gone_to(desk):
    desk.press("F1", "Ctrl+F")
    desk.type("quorum")
    desk.press("Down")
    desk.at("Pages of the help")
    desk.press("Down")
    first = shown(desk)
    desk.press("Down")
    assert shown(desk) != first
    desk.press("Return")
    assert desk.window.place.reader.hasFocus()


def test_nothing_found_is_said_and_esc_shows_the_contents_again(desk):
    desk.press("F1", "/")
    desk.type("zebra")
    desk.see("Nothing found")
    desk.press("Return", "Down")
    desk.at("Find in the help")
    desk.press("Escape")
    desk.see("Before the meeting")
    desk.gone("Nothing found")
    desk.press("Escape")
    desk.at("Minutes of item 1")


def test_pages_are_gone_through_back_and_on(desk):
    desk.press("F1")
    place = desk.window.place
    place.read("votes")
    place.read("votes")
    place.read("people#initials")
    desk.press("Alt+Left")
    assert shown(desk) == "votes"
    desk.press("Alt+Left")
    assert shown(desk) == "room"
    desk.press("Alt+Left", "Alt+Right")
    assert shown(desk) == "votes"
    assert "Decisions, votes and interests, Help" in desk.window.windowTitle()


def test_headings_are_reached_by_key_and_read_out(desk):
    said = []
    desk.context.messages.announced.connect(lambda words, urgent: said.append(words))
    desk.press("F1", "Ctrl+Down")
    assert said[-1].startswith("Start. F5 starts the meeting")
    desk.press("Ctrl+Down")
    assert said[-1].startswith("From item to item.")
    desk.press("Ctrl+Up")
    assert said[-1].startswith("Start. ")
    count = len(said)
    desk.press("Ctrl+Up")
    assert len(said) == count


def test_links_lead_to_pages_sections_and_commands(desk):
    desk.press("F1")
    place = desk.window.place
    place.reader.followed.emit("private")
    assert shown(desk) == "private"
    place.reader.followed.emit("#the-public-leave")
    assert shown(desk) == "private#the-public-leave"
    place.reader.followed.emit("nowhere")
    assert shown(desk) == "private#the-public-leave"
    place.reader.followed.emit("command:larger")
    assert desk.window.theme.scale == 1.25


def test_tab_goes_from_link_to_link_and_enter_follows(desk):
    desk.press("F1")
    desk.press("Tab", "Return")
    assert shown(desk) == "room#start"


def test_the_page_follows_look_and_size_where_it_was(desk):
    desk.press("F1", "Ctrl+Down", "Ctrl+Down", "Ctrl+Down")
    reader = desk.window.place.reader
    bar = reader.verticalScrollBar()
    share = bar.value() / bar.maximum()
    desk.window.theme.switch("dark", 1.5)
    assert abs(bar.value() / bar.maximum() - share) < 0.1
    assert reader.document().defaultFont().pixelSize() == desk.window.theme.font("body").pixelSize()


def test_where_it_is_narrow_page_and_list_take_turns(desk):
    desk.window.theme.switch(scale=2.0)
    desk.press("F1")
    place = desk.window.place
    assert place.reader.isVisible()
    assert not place.side.isVisible()
    desk.press("/")
    assert place.side.isVisible()
    assert not place.reader.isVisible()
    desk.type("tie")
    desk.press("Return")
    desk.at("Decisions, votes and interests")
    assert not place.side.isVisible()


def test_a_page_is_read_out_whole_when_it_is_reached(desk):
    desk.press("Ctrl+E", "F1")
    assert "Somebody arrives late. Press J on the name" in keyboard_place()


def test_f6_goes_round_page_field_and_list(desk):
    desk.press("F1", "F6")
    desk.at("Find in the help")
    desk.press("F6")
    desk.at("Pages of the help")


def test_the_lock_page_has_help_and_nothing_else_opens(qapp, tmp_path):
    register_with_meeting(tmp_path / "register.wibdesk", secret=PASSPHRASE)
    opened = Opened(tmp_path)
    opened.see("Passphrase")
    before = opened.window.place
    opened.press("F1")
    opened.at("How your words are kept")
    assert not opened.window.rail.isVisible()
    opened.window.go("meetings")
    assert opened.window.place.place_id == "help"
    opened.press("Escape")
    assert opened.window.place is before
    opened.window.close()
    assert opened.bench.close()
    opened.drop()
    qapp.setStyleSheet("")


def test_what_is_new_is_told_in_one_line_after_an_update_and_never_again(qapp, tmp_path):
    register_with_meeting(tmp_path / "register.wibdesk")
    first = Opened(tmp_path).ready()
    assert "was updated" not in first.screen()
    first.context.settings.change(seen_release="0.0.9")
    first.close()
    again = Opened(tmp_path).ready()
    again.see("WIBDesk was updated to")
    again.press("Alt+W")
    again.at("What is new")
    assert "was updated" not in again.screen()
    again.close()
    third = Opened(tmp_path).ready()
    assert "was updated" not in third.screen()
    third.close()
    qapp.setStyleSheet("")


@pytest.mark.parametrize("chord", ["Alt+Q"])
def test_the_line_of_what_is_new_is_put_away_by_its_key(qapp, tmp_path, chord):
    register_with_meeting(tmp_path / "register.wibdesk")
    opened = Opened(tmp_path).ready()
    opened.context.settings.change(seen_release="0.0.9")
    opened.close()
    again = Opened(tmp_path).ready()
    again.see("WIBDesk was updated to")
    again.press(chord)
    again.gone("was updated")
    assert [
        label for label in again.window.findChildren(QLabel) if "updated" in label.text() and label.isVisible()
    ] == []
    again.close()
    qapp.setStyleSheet("")


def test_an_agenda_that_is_being_pasted_is_still_there_after_a_look_at_the_help(desk):
    desk.window.go("agenda", Where(meeting_id=desk.window.place.session.meeting.id))
    desk.until(lambda: desk.window.place.meeting is not None, "the agenda is read")
    QApplication.clipboard().setText("Front door\nBudget")
    desk.press("Ctrl+V")
    desk.see("Add 2 items")
    desk.press("F1")
    desk.at("The agenda")
    desk.press("Escape")
    assert desk.window.place.pasting.isVisible()
    assert desk.window.place.pasting.text.toPlainText() == "Front door\nBudget"
    assert desk.window.place.page.panel.isAncestorOf(QApplication.focusWidget())


def test_a_body_that_is_being_changed_is_still_there_after_a_look_at_the_help(desk):
    (body,) = desk.window.context.desk.read(bodies).result(20)
    desk.window.go("body", Where(body_id=body.id))
    desk.see("Change the body")
    desk.window.place.fields.name.setText("Norbury Board")
    desk.press("F1", "Escape")
    assert desk.window.place.fields.name.text() == "Norbury Board"
    assert desk.window.place.body.id == body.id


def test_the_part_of_sending_is_still_in_sight_after_a_look_at_the_help(desk):
    desk.window.go("send", Where(note="account"))
    place = desk.window.place
    desk.press("F1", "Escape")
    assert place.isVisible()
    assert place.part is place.account


def test_the_list_of_house_styles_has_the_keyboard_again_after_a_look_at_the_help(desk):
    desk.window.go("house_style")
    place = desk.window.place
    desk.press("F1", "Escape")
    assert place.isVisible()
    assert place.list.hasFocus()


def test_what_is_read_back_is_still_there_after_a_look_at_the_help(desk):
    desk.press("Ctrl+Shift+R")
    room = desk.window.place
    assert room.reading.open_now
    desk.press("F1", "Escape")
    assert room.reading.open_now
    desk.press("Escape")
    assert not room.reading.open_now
    desk.window.go("meetings")
    desk.window.go("room")
    assert not room.reading.open_now
