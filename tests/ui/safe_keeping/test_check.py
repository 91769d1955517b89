"""The check on screen: sound or not, what was repaired, and which private notes were wiped."""

from sqlcipher3 import dbapi2

from tests.ui.safe_keeping.conftest import NOW
from wibdesk.domain.agenda import Item
from wibdesk.domain.entries import PrivateNote
from wibdesk.services import agenda, approval, bodies, meetings, minutes, wiping


def with_low_counter(make_clerk):
    """Open a register whose counter of meetings is below what is in use."""
    first = make_clerk()
    body = first.do(bodies.add_body, "Norbury Improvement Board")
    first.do(meetings.new_meeting, body.id, date=NOW.date())
    first.go_home()
    first.desk.close()
    with dbapi2.connect(str(first.desk.register)) as connection:
        connection.execute("UPDATE register SET last_meeting = 0")
    connection.close()
    return make_clerk()


def test_a_sound_register_is_said_to_be_sound_and_when(clerk, board):
    clerk.open("check")
    assert "Not checked in this window yet" in clerk.screen()
    clerk.press("Return")
    assert "Sound, checked today 09:00" in clerk.screen()
    assert "Sound, checked today 09:00" in clerk.announced
    assert not list(clerk.desk.register.parent.glob("backups/.*"))


def test_what_is_wrong_is_said_and_repaired_after_a_copy_was_kept(make_clerk):
    clerk = with_low_counter(make_clerk)
    clerk.open("check")
    clerk.press("C")
    assert "1 thing needs a look" in clerk.screen()
    assert "The reference of the next meeting would be one in use: they go up to 1." in clerk.screen()
    clerk.press("R")
    assert "nothing is taken away" in clerk.screen()
    clerk.press("Tab", "Return")
    clerk.settle()
    assert "The counter of meetings was set to 1" in clerk.screen()
    assert "Sound, checked today" in clerk.screen()
    assert len(clerk.keeper.backups.all()) == 1


def test_where_no_copy_can_be_made_the_register_itself_is_checked_and_a_repair_refused(make_clerk):
    clerk = with_low_counter(make_clerk)
    clerk.keeper.backups.own.write_text("no folder")
    clerk.open("check")
    clerk.press("C")
    assert "1 thing needs a look" in clerk.screen()
    clerk.part.repair()
    clerk.settle()
    assert any("could be" in told or "No copy" in told for told in clerk.troubles)
    assert "1 thing needs a look" in clerk.screen()


def test_a_check_is_stopped_by_esc(clerk, board):
    part = clerk.open("check")
    part.check()
    clerk.press("Esc")
    assert "The check was stopped" in clerk.said
    assert "Not checked in this window yet" in clerk.screen()


def test_the_record_of_wiped_notes_is_shown(clerk, board):
    item = clerk.do(agenda.add_item, board.id, Item("Front door"))
    clerk.do(minutes.save_entries, item.id, (PrivateNote("Ask again."),))
    clerk.do(approval.approve, board.id)
    clerk.do(wiping.wipe_private_notes, board.id)
    clerk.open("check")
    assert "1 private note of Norbury Improvement Board, Tue 1 Sep 2026, wiped today 09:00." in clerk.screen()
    clerk.open("check")
    assert clerk.screen().count("1 private note of") == 1
