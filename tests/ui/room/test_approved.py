"""Approved minutes are read-only and say so; private notes are deleted for good; a copy to read offers no change."""

import pytest

from tests.ui.room.conftest import Clerk
from ui.backing_up import BackingUp
from wibdesk.desk import Desk
from wibdesk.domain.backups import Reason
from wibdesk.domain.entries import Paragraph, PrivateNote
from wibdesk.domain.meetings import MinutesStatus, Stage
from wibdesk.services import approval, meetings, minutes, wiping

SECRET = "Ring the presenter first about Orla Quint."


@pytest.fixture
def closed(live):
    """The clerk in the room of the September meeting after it closed, with a paragraph and a private note."""
    words = (Paragraph("Welcome."), PrivateNote(SECRET))
    live.do(minutes.save_entries, live.session.items[0].id, words)
    live.press("Shift+F5", "Ctrl+Return", "Esc")
    assert live.session.stage is Stage.CLOSED
    return live


@pytest.fixture
def approved(closed):
    closed.room.sheet.strip.approve.click()
    closed.press("Return")
    closed.settle()
    return closed


def strip(clerk):
    return clerk.room.sheet.approved


def test_approving_says_what_it_does_and_seals_the_minutes(closed):
    closed.context.commands.run("room.approve")
    first = closed.room.sheet.first
    assert "read-only" in first.words.text()
    assert "resolution in the minutes of a later meeting" in first.words.text()
    closed.press("Return")
    assert closed.stored().details.status is MinutesStatus.APPROVED
    seal = closed.read(approval.seal_of, closed.session.meeting.id)
    assert strip(closed).words.text() == f"Approved on 1 September 2026. Read-only. Checksum {seal.sha256[:12]}…"
    assert closed.room.sheet.strip.isHidden()
    assert closed.editor.hasFocus()


def test_minutes_are_recorded_as_signed(closed):
    closed.context.commands.run("room.approve")
    closed.room.sheet.first.other.click()
    closed.settle()
    assert closed.stored().details.status is MinutesStatus.SIGNED
    assert strip(closed).words.text().startswith("Signed on 1 September 2026.")


def test_escape_approves_nothing(closed):
    closed.context.commands.run("room.approve")
    closed.press("Escape")
    assert closed.stored().details.status is MinutesStatus.DRAFT
    assert closed.room.sheet.first.isHidden()
    assert closed.editor.hasFocus()


def test_minutes_of_a_meeting_that_sits_are_not_approved(live):
    assert not live.context.commands.run("room.approve")


def test_typing_into_approved_minutes_does_nothing_and_says_why_once(approved):
    before = approved.editor.entries()
    approved.type("More")
    assert approved.editor.entries() == before
    assert "Nothing was typed" in strip(approved).more.text()
    assert [words for words in approved.announced if "Nothing was typed" in words] == [strip(approved).more.text()]
    assert approved.troubles == []


def test_nothing_is_offered_that_approved_minutes_refuse(approved):
    offered = {command.command_id for command in approved.context.commands.at_hand()}
    refused = {"room.start", "room.close", "room.reopen", "room.take", "room.times", "room.new_item", "room.paste"}
    assert not offered & refused
    assert {"room.reopen_approved", "room.wipe", "room.versions"} <= offered


def test_they_are_reopened_with_a_reason(approved):
    strip(approved).reopen.click()
    approved.type("Cllr Anand was there")
    approved.press("Return")
    assert approved.stored().details.status is MinutesStatus.DRAFT
    (seal,) = approved.read(approval.seals, approved.session.meeting.id)
    assert seal.reason == "Cllr Anand was there"
    assert strip(approved).isHidden()
    approved.type(" Really.")
    assert "Really." in str(approved.texts(1))


def test_without_a_reason_they_stay_approved(approved):
    strip(approved).reopen.click()
    approved.press("Return")
    assert approved.stored().details.status is MinutesStatus.APPROVED
    assert any("only with a reason" in words for words in (*approved.said, *approved.troubles))


def test_undo_leaves_approved_minutes_alone(approved):
    approved.window.undo()
    approved.settle()
    assert approved.stored().details.status is MinutesStatus.APPROVED


def test_words_changed_past_the_desk_are_told(approved, tmp_path):
    def forge(database, _between):
        database.connection.exec_driver_sql("UPDATE item SET title = 'Forged' WHERE title = 'Front door'")
        database.connection.commit()

    approved.desk.copy(forge).result(20)
    approved.session.read_again()
    approved.settle()
    assert "no longer those that were approved" in strip(approved).more.text()


def test_private_notes_are_deleted_for_good_with_the_backups_that_held_them(approved, tmp_path):
    backing = approved.context.backing_up = BackingUp(approved.context, rest=100_000)
    backing.start()
    approved.settle()
    backing.make(Reason.OPENING)
    approved.settle()
    (old,) = backing.backups.all()
    approved.clock.go_on(5)
    strip(approved).wipe.click()
    first = approved.room.sheet.first
    assert first.heading.text() == "Delete 1 private note of this meeting for good?"
    assert "asked to see" in first.words.text()
    assert first.no.hasFocus()
    first.yes.click()
    approved.settle()
    assert approved.read(wiping.notes_to_wipe, approved.session.meeting.id) == 0
    assert not old.path.exists()
    assert len(backing.backups.all()) == 1
    assert approved.said[-1] == "1 private note is deleted for good. 1 older backup was removed"
    assert strip(approved).more.text() == "1 private note was deleted for good on 1 September 2026."
    assert strip(approved).wipe.isHidden()
    assert [e.text for e in approved.session.items[0].entries] == ["Welcome."]
    held = [path for path in tmp_path.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
    assert held == []
    backing.close()


def test_private_notes_stay_where_the_question_is_left(approved):
    strip(approved).wipe.click()
    approved.press("Escape")
    assert approved.read(wiping.notes_to_wipe, approved.session.meeting.id) == 1


def test_the_question_is_read_whole_at_the_largest_text(approved, theme):
    theme.switch(scale=2.0)
    strip(approved).wipe.click()
    words = approved.room.sheet.first.words
    approved.qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()) > 0)


def test_a_copy_to_read_can_be_read_and_offers_no_change(desk, meeting, clock, qtbot, theme, settings):
    desk.write(minutes.save_entries, meeting.items[0].id, (Paragraph("Welcome."),)).result(20)
    desk.close()
    reading = Desk(desk.register, now=clock, read_only=True)
    reading.opened.result(30)
    clerk = Clerk(qtbot, theme, reading, clock, settings=settings)
    clerk.enter(meeting)
    clerk.type("More")
    clerk.press("F5", "Ctrl+N", "Ctrl+Shift+A")
    clerk.settle()
    assert clerk.read(meetings.meeting, meeting.id).items[0].entries[0].text == "Welcome."
    assert clerk.troubles == []
    assert not clerk.room.sheet.strip.isVisible()
    assert not clerk.room.sheet.approved.isVisible()
    offered = {command.command_id for command in clerk.context.commands.at_hand()}
    assert not offered & {"room.start", "room.new_item", "room.times", "room.approve", "room.paste"}
    clerk.go_home()
    reading.close()


def test_the_keys_of_the_attendance_are_off_in_approved_minutes_and_not_in_the_foot(approved):
    before = approved.stored().attendance
    said = list(approved.said)
    approved.press("Ctrl+E")
    assert approved.people.hasFocus()
    foot = approved.room.keys()
    assert "apologies" not in [words for _, words in foot]
    for key in ("P", "A", "-", "U", "Space", "D", "J", "L", "T", "C", "N", "E", "G", "Delete"):
        approved.press(key)
        assert approved.people.hasFocus(), key
        assert approved.room.side.attendance.picker.isHidden(), key
    assert approved.stored().attendance == before
    assert approved.said == said
    assert approved.troubles == []


def test_actions_carried_into_approved_minutes_are_read_and_offer_no_key(july, approved):
    panel = approved.room.side.carried
    approved.press("Ctrl+J", "D")
    assert panel.list.hasFocus()
    assert len(panel.unfinished()) == 2
    assert panel.foot.isHidden()
    approved.context.commands.run("room.reopen_approved")
    approved.type("A name was wrong")
    approved.press("Return", "Ctrl+J")
    assert panel.foot.isVisible()
