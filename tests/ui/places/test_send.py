"""Who gets what of a meeting, worked by keys in a real window on a real register."""

import stat
from dataclasses import replace
from datetime import UTC, time
from email import message_from_bytes, policy

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.clerk import Clerk
from tests.ui.places.conftest import NOW, PLACES
from tests.ui.places.mail_clerk import entry, say_yes, texts
from ui.place import Where
from ui.places.send import SendPlace
from wibdesk.desk import Desk
from wibdesk.domain.mail import MailKind, MailRecipient, MailWay
from wibdesk.services import mail_lists, mailings, meetings, people

SEND = entry(SendPlace)


@pytest.fixture
def clerk(qtbot, theme, tmp_path):
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: NOW)
    desk.opened.result(30)
    made = Clerk(qtbot, theme, desk, (*PLACES, SEND))
    yield made
    made.go_home()
    desk.close()


@pytest.fixture
def send(clerk, board, meeting):
    """The clerk at the Send place of a meeting; all but one of the roster have an address."""
    for person in clerk.read(people.roster, board.id):
        if person.name != "K Rowe":
            address = f"{person.name.split()[-1].lower()}@norbury.example"
            clerk.do(people.change_person, replace(person, email=address))
    clerk.context.settings.change(clerk="R Devlin")
    clerk.do(meetings.start_meeting, meeting.id, time(9, 30))
    clerk.do(meetings.close_meeting, meeting.id, time(11))
    clerk.go("send", Where(meeting_id=meeting.id))
    return clerk


def to_send(clerk):
    return clerk.place.to_send


def rows(clerk):
    return texts(to_send(clerk).table)


def test_the_list_says_who_gets_what_and_who_has_no_address(send):
    assert rows(send) == ["Minutes to 3 people, Word and PDF", "Det Supt K Rowe, no e-mail address"]
    letter = to_send(send).letter
    assert letter.subject.text() == "Draft minutes: Norbury Improvement Board, 1 September 2026"
    assert letter.words.toPlainText().endswith("R Devlin\nClerk to Norbury Improvement Board")
    assert letter.remark.text() == "Each of them is on the roster of this body."
    assert send.place.send_button.text() == "Send 3 by the desk"
    assert to_send(send).outgoing.is_ready()


def test_a_message_is_left_out_and_taken_in_again(send):
    send.press("X")
    assert rows(send)[-2:] == ["Left out, 1", "Minutes to 3 people, left out"]
    assert not send.place.send_button.isEnabled()
    send.press("End", "X")
    assert rows(send)[0] == "Minutes to 3 people, Word and PDF"


def test_a_person_is_left_out_of_a_message_by_the_tick(send):
    send.press("L", "Down", "Space")
    assert rows(send)[0] == "Minutes to 2 people, 2 of 3 people"
    send.press("Esc", "L")
    assert not to_send(send).letter.people.ticks


def test_words_of_the_clerk_are_marked_and_the_template_comes_back(send):
    send.press("E")
    send.type("Hello. ")
    assert to_send(send).letter.words_field.caption.text() == "Words, changed by you"
    send.press("Esc")
    assert rows(send)[0].endswith("Word and PDF, your words")
    assert to_send(send).outgoing.mails()[0].words.startswith("Hello. Dear colleagues")
    send.press("R")
    assert to_send(send).letter.words.toPlainText().startswith("Dear colleagues")
    assert rows(send)[0].endswith("Word and PDF")


def test_the_line_that_is_typed_in_comes_into_sight_under_many_addresses(send):
    letter = send.place.to_send.letter
    send.press("L", "Esc", "E", "Ctrl+End")
    send.type(" See you there.")
    send.settle()
    caret = letter.words.viewport().mapTo(letter.scroll.viewport(), letter.words.cursorRect().center())
    assert letter.scroll.viewport().rect().contains(caret)
    assert letter.words.toPlainText().endswith("See you there.")


def test_a_missing_address_is_given_where_it_is_missed_and_kept_on_the_roster(send, board):
    send.press("Down")
    assert to_send(send).letter.nobody.heading.text() == "Det Supt K Rowe has no e-mail address"
    send.press("Return")
    send.type("rowe@")
    send.press("Ctrl+Return")
    assert to_send(send).addressing.address.address_field.note.text().startswith("The address")
    send.type("police.example")
    send.press("Ctrl+Return")
    assert rows(send) == ["Minutes to 4 people, Word and PDF"]
    assert "rowe@police.example" in [person.email for person in send.read(people.roster, board.id)]
    send.press("Ctrl+Z")
    assert "Det Supt K Rowe, no e-mail address" in rows(send)


def test_an_address_is_put_right_among_the_others(send, board):
    send.press("F2", "Down", "F2")
    assert to_send(send).addressing.address.who.name == "Councillor B Sutton MBE"
    send.press("Ctrl+A")
    send.type("b.sutton@norbury.example")
    send.press("Return")
    assert "b.sutton@norbury.example" in [person.email for person in send.read(people.roster, board.id)]
    assert to_send(send).table.hasFocus()


def test_somebody_more_joins_those_who_got_the_minutes_and_is_named_in_the_question(send, board):
    send.press("A", "Ctrl+Return")
    assert to_send(send).addressing.somebody.name_field.note.text() == "Type the name."
    send.type("Press office")
    send.press("Tab")
    send.type("press@norbury.example")
    send.press("Ctrl+Return")
    assert rows(send)[0] == "Minutes to 4 people, Word and PDF"
    assert "Not on the roster: Press office." in to_send(send).outgoing.question()
    assert send.place.banner.isVisible()
    listed = send.read(mail_lists.recipients, board.id)
    assert [each.name for each in listed][-1] == "Press office"
    assert len(listed) == 6 - 1
    send.press("L", "End")
    to_send(send).letter.people.ticks[-1].setFocus()
    send.press("F2")
    to_send(send).addressing.address.off.click()
    send.settle()
    assert rows(send)[0] == "Minutes to 3 people, Word and PDF"


def test_the_web_editor_gets_the_public_pdf_only(send, board):
    send.do(mail_lists.keep_recipient, MailRecipient(board.id, "Web", "web@norbury.example", MailKind.PUBLIC))
    assert rows(send)[1] == "Web, public PDF only"
    send.press("F2")
    assert not to_send(send).addressing.is_open()
    send.press("Esc", "Down", "F2")
    assert to_send(send).addressing.address.who.name == "Web"


def test_messages_are_saved_as_files_and_the_record_says_so(send, meeting, tmp_path):
    send.press("F")
    dialog = send.place.findChild(QFileDialog)
    folder = tmp_path / "out"
    folder.mkdir()
    dialog.fileSelected.emit(str(folder))
    dialog.reject()
    send.settle()
    [file] = folder.iterdir()
    found = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert found["x-unsent"] == "1"
    assert found["subject"] == "Draft minutes: Norbury Improvement Board, 1 September 2026"
    send.place.show_part("sent")
    assert texts(send.place.sent.table)[1] == "Helen Ferrer, Saved as a file"
    assert send.place.sent.detail.state.text() == "Saved as a file"


def test_after_something_left_the_minutes_are_noted_as_circulated_by_one_key(send, meeting, tmp_path):
    assert not send.place.circulated.isVisible()
    send.do(mailings.keep_mailing, to_send(send).outgoing.mailing(MailWay.FILE, NOW.astimezone(UTC)))
    assert send.place.circulated.isVisible()
    send.press("Alt+C")
    assert send.read(meetings.meeting, meeting.id).details.status.value == "circulated"
    assert not send.place.circulated.isVisible()
    send.press("Ctrl+Z")
    assert send.place.circulated.isVisible()


def test_drafts_open_in_the_mail_program_after_one_question(send, tmp_path, monkeypatch):
    program = tmp_path / "bin" / "thunderbird"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\ncd {tmp_path} && printf "%s" "$2" > part && mv part asked\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    send.place.program = "Thunderbird"
    send.place.show_part("to_send")
    assert send.place.draft_button.text() == "Open 1 in Thunderbird"
    send.press("Ctrl+Return")
    say_yes(send)
    send.qtbot.waitUntil((tmp_path / "asked").exists, timeout=20_000)
    assert "to='ferrer@norbury.example" in (tmp_path / "asked").read_text("utf-8")
    assert send.said[-1] == "1 draft opened in Thunderbird"


def test_templates_show_a_sample_and_are_kept_for_the_body_or_all(send, board):
    send.press("T")
    part = send.place.templates
    assert texts(part.table)[0] == "Minutes, Word and PDF, the desk's own"
    send.press("Return", "Ctrl+A")
    send.type("Dear all, here are the {minutes} of {body}.")
    assert part.sheet.sample.text().startswith("Dear all, here are the draft minutes of Norbury Improvement Board.")
    assert part.sheet.sample.text().endswith("R Devlin\nClerk to Norbury Improvement Board")
    part.sheet.whose.choose("body")
    send.press("Ctrl+Return")
    assert texts(part.table)[0] == "Minutes, Word and PDF, of this body"
    assert send.read(mail_lists.template, MailKind.MINUTES, board.id).words.startswith("Dear all, here")
    send.press("Esc")
    assert to_send(send).letter.words.toPlainText().startswith("Dear all, here are the draft minutes")
    send.press("T")
    part.sheet.back_button.click()
    send.settle()
    assert texts(part.table)[0] == "Minutes, Word and PDF, the desk's own"


def test_a_template_that_was_typed_is_kept_by_going_on(send, board):
    send.press("T", "Return", "Ctrl+A")
    send.type("Dear all.")
    send.press("Esc")
    assert send.read(mail_lists.template, MailKind.MINUTES, board.id).words == "Dear all."
    part = send.place.templates
    send.press("End", "Return", "Ctrl+A")
    send.type("Yours")
    send.place.tabs.choose("to_send")
    send.settle()
    assert send.read(mail_lists.template, MailKind.SIGNATURE, board.id).words == "Yours"
    send.place.show_part("templates")
    part.sheet.words.setPlainText("")
    part.table.choose("minutes")
    send.settle()
    assert send.read(mail_lists.template, MailKind.SIGNATURE, board.id).words == ""


def test_a_slot_that_is_none_is_told_at_the_words(send):
    send.press("T", "Down", "Return", "Ctrl+A")
    send.type("Dear {nobody}")
    send.press("Ctrl+Return")
    assert send.place.templates.sheet.words_field.note.text().startswith("There is no slot {nobody}")
    send.press("Esc", "Esc")
    assert send.place.part is send.place.to_send


def test_where_nobody_signs_the_name_is_asked_for(send):
    send.context.settings.change(clerk="")
    send.place.refresh()
    send.settle()
    assert send.place.banner.heading.text() == "Nobody signs the messages yet"
    send.press("M")
    send.type("A Clerk")
    send.press("Ctrl+Return")
    assert send.context.settings.now.clerk == "A Clerk"
    assert to_send(send).letter.words.toPlainText().endswith("A Clerk\nClerk to Norbury Improvement Board")


def test_it_is_reached_from_a_meeting_and_goes_back_there(send, meeting):
    send.press("Esc")
    assert send.at == "meetings"
    send.press("S")
    assert send.at == "send"
    assert send.place.meeting_id == meeting.id


def test_in_a_narrow_window_the_message_takes_the_place_of_the_list(send):
    send.window.resize(700, 500)
    send.settle()
    assert not to_send(send).letter.isVisible()
    send.press("Return")
    assert to_send(send).letter.isVisible()
    assert not to_send(send).table.isVisible()
    send.press("Esc")
    assert to_send(send).table.hasFocus()


def test_without_a_meeting_it_says_so(clerk):
    clerk.go("send")
    assert clerk.place.to_send.empty.heading.text() == "No meeting yet"
    assert not clerk.place.send_button.isEnabled()
    clerk.go("send", Where(meeting_id="gone"))
    assert clerk.place.to_send.empty.heading.text() == "This meeting is not there any more"
