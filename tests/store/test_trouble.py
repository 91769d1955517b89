"""Trouble with the disk is told at once, keeps every word, and is over when the disk is well again."""

import errno
import os

import pytest

from tests.registers import WAIT, Clerk
from tests.store.disks import HUGE, LONG, Watch, fill, no_file_larger_than, small_disk
from wibdesk.domain.entries import Paragraph
from wibdesk.errors import StoreError, UserError
from wibdesk.services import bodies, meetings, minutes
from wibdesk.store.saver import AHEAD
from wibdesk.store.trouble import SENTENCES, code_of, opening_error, sentence


def texts(clerk, meeting):
    return [e.text for _, e in clerk.whole(meeting).entries()]


def test_what_is_typed_while_the_disk_refuses_is_saved_in_order_afterwards(tmp_path):
    watch = Watch()
    clerk = Clerk(tmp_path / "register.wibdesk", on_status=watch)
    meeting = clerk.meeting()
    clerk.write(meeting.items[0], Paragraph("Before"))
    with no_file_larger_than(8192):
        waiting = [
            clerk.desk.write(minutes.save_entries, meeting.items[n].id, (Paragraph(f"{n} {LONG}"),)) for n in (1, 2, 3)
        ]
        added = clerk.desk.write(bodies.add_body, "Added meanwhile", undo="Body added")
        watch.wait_for(lambda s: s.trouble)
        status = clerk.desk.status
        assert "What was typed is kept" in status.trouble
        assert status.pending
        assert status.unsaved_since == clerk.desk.now()
        assert not any(future.done() for future in waiting)
        assert not clerk.desk.close(wait=0.01)
    clerk.desk.retry()
    for future in waiting:
        future.result(WAIT)
    assert added.result(WAIT).value.name == "Added meanwhile"
    watch.wait_for(lambda s: not s.pending)
    assert (clerk.desk.status.trouble, clerk.desk.status.pending) == (None, False)
    clerk.restart()
    assert texts(clerk, meeting) == ["Before", f"1 {LONG}", f"2 {LONG}", f"3 {LONG}"]
    assert [b.name for b in clerk.ask(bodies.bodies)].count("Added meanwhile") == 1
    clerk.desk.close()


def test_a_command_gives_up_on_a_disk_that_refuses_and_says_why(tmp_path):
    clerk = Clerk(tmp_path / "register.wibdesk", patience=1)
    meeting = clerk.meeting()
    with no_file_larger_than(8192):
        with pytest.raises(StoreError, match=r"does not take what is written.* is kept"):
            clerk.write(meeting.items[0], Paragraph(LONG))
        assert texts(clerk, meeting) == []
    assert clerk.write(meeting.items[0], Paragraph("After"))
    assert texts(clerk, meeting) == ["After"]
    clerk.desk.close()


def test_a_new_register_on_a_disk_that_refuses_is_told_in_words(tmp_path):
    with no_file_larger_than(4096), pytest.raises(StoreError, match="cannot be opened"):
        Clerk(tmp_path / "register.wibdesk")
    assert list(tmp_path.iterdir()) == []
    clerk = Clerk(tmp_path / "register.wibdesk")
    assert clerk.ask(bodies.bodies) == ()
    clerk.desk.close()


def test_a_register_whose_folder_goes_away_is_saved_when_it_comes_back(tmp_path):
    watch = Watch()
    stick = tmp_path / "stick"
    clerk = Clerk(stick / "register.wibdesk", on_status=watch)
    meeting = clerk.meeting()
    away = stick.rename(tmp_path / "away")
    waiting = clerk.desk.write(minutes.save_entries, meeting.items[0].id, (Paragraph("Typed"),))
    watch.wait_for(lambda s: s.trouble)
    assert "no longer at" in watch.sentences[0]
    assert not stick.exists()
    away.rename(stick)
    clerk.desk.retry()
    waiting.result(WAIT)
    assert texts(clerk, meeting) == ["Typed"]
    clerk.desk.close()


def test_a_read_of_a_register_that_is_gone_is_told_and_not_waited_for(tmp_path):
    watch = Watch()
    stick = tmp_path / "stick"
    clerk = Clerk(stick / "register.wibdesk", on_status=watch)
    away = stick.rename(tmp_path / "away")
    write = clerk.desk.write(bodies.add_body, "One")
    watch.wait_for(lambda s: s.trouble)
    away.rename(stick)
    clerk.desk.retry()
    write.result(WAIT)
    assert [b.name for b in clerk.ask(bodies.bodies)] == ["One"]
    clerk.desk.close()


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        watch = Watch()
        clerk = Clerk(disk / "register.wibdesk", on_status=watch)
        meeting = clerk.meeting()
        ballast = disk / "ballast"
        fill(ballast)
        waiting = clerk.desk.write(minutes.save_entries, meeting.items[0].id, (Paragraph(HUGE),))
        watch.wait_for(lambda s: s.trouble)
        assert watch.sentences[0].startswith("The disk is full: free some space on it.")
        ballast.unlink()
        clerk.desk.retry()
        waiting.result(WAIT)
        clerk.restart()
        assert texts(clerk, meeting) == [HUGE]
        clerk.desk.close()


def test_what_is_read_while_the_disk_refuses_holds_what_waits(tmp_path):
    watch = Watch()
    clerk = Clerk(tmp_path / "register.wibdesk", on_status=watch)
    meeting = clerk.meeting()
    with no_file_larger_than(8192):
        first = clerk.desk.write(minutes.save_entries, meeting.items[0].id, (Paragraph(LONG),))
        watch.wait_for(lambda s: s.trouble)
        assert texts(clerk, meeting) == [LONG]
        refused = clerk.desk.write(bodies.add_body, " ")
        second = clerk.desk.write(minutes.save_entries, meeting.items[1].id, (Paragraph("Second"),))
        assert texts(clerk, meeting) == [LONG, "Second"]
        with pytest.raises(UserError, match="no longer"):
            clerk.ask(meetings.meeting, "none")
        with pytest.raises(RuntimeError, match=r"run it with Desk\.write"):
            clerk.ask(bodies.add_body, "Read")
        stored = clerk.desk.stored()
        undone = clerk.desk.undo()
        after = clerk.desk.read(bodies.bodies)
        assert clerk.desk.status.waiting == 4
    clerk.desk.retry()
    first.result(WAIT)
    second.result(WAIT)
    stored.result(WAIT)
    with pytest.raises(UserError):
        refused.result(WAIT)
    with pytest.raises(UserError, match="nothing to undo"):
        undone.result(WAIT)
    assert [b.name for b in after.result(WAIT)] == ["Norbury Board"]
    assert texts(clerk, meeting) == [LONG, "Second"]
    clerk.desk.close()


def test_where_very_much_waits_what_is_read_waits_with_it(tmp_path):
    watch = Watch()
    clerk = Clerk(tmp_path / "register.wibdesk", on_status=watch)
    meeting = clerk.meeting()
    with no_file_larger_than(8192):
        clerk.desk.write(minutes.save_entries, meeting.items[0].id, (Paragraph(LONG),))
        watch.wait_for(lambda s: s.trouble)
        for _ in range(AHEAD):
            clerk.desk.write(bodies.add_body, " ")
        late = clerk.desk.read(bodies.bodies)
        clerk.desk.retry()
        watch.wait_for(lambda s: s.trouble)
        assert not late.done()
    clerk.desk.retry()
    assert [b.name for b in late.result(WAIT)] == ["Norbury Board"]
    clerk.desk.close()


def test_a_register_whose_folder_is_gone_can_still_be_read(tmp_path):
    watch = Watch()
    stick = tmp_path / "stick"
    clerk = Clerk(stick / "register.wibdesk", on_status=watch)
    meeting = clerk.meeting()
    away = stick.rename(tmp_path / "away")
    waiting = clerk.desk.write(minutes.save_entries, meeting.items[0].id, (Paragraph("Typed"),))
    watch.wait_for(lambda s: s.trouble)
    assert texts(clerk, meeting) == ["Typed"]
    assert not waiting.done()
    away.rename(stick)
    clerk.desk.retry()
    waiting.result(WAIT)
    assert texts(clerk, meeting) == ["Typed"]
    clerk.desk.close()


def test_a_register_that_cannot_be_opened_again_is_read_when_it_can(tmp_path):
    watch = Watch()
    stick = tmp_path / "stick"
    clerk = Clerk(stick / "register.wibdesk", on_status=watch)
    away = stick.rename(tmp_path / "away")
    waiting = clerk.desk.write(bodies.add_body, "One")
    watch.wait_for(lambda s: s.trouble)
    stick.mkdir()
    (stick / "register.wibdesk").write_bytes(b"")
    clerk.desk.retry()
    watch.wait_for(lambda s: s.trouble)
    asked = clerk.desk.read(bodies.bodies)
    (stick / "register.wibdesk").unlink()
    stick.rmdir()
    away.rename(stick)
    clerk.desk.retry()
    assert [b.name for b in asked.result(WAIT)] == ["One"]
    waiting.result(WAIT)
    clerk.desk.close()


@pytest.mark.parametrize("code", SENTENCES)
def test_every_kind_of_trouble_says_what_to_do_and_that_nothing_is_lost(code):
    words = sentence(code)
    assert ": " in words
    assert words.endswith("as soon as that is put right.")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.EIO, "disk does not"),
    ],
)
def test_errors_of_the_system_are_told_like_those_of_the_register(tmp_path, number, words):
    error = OSError(number, os.strerror(number))
    assert words in str(opening_error(tmp_path / "register.wibdesk", error))


def test_what_is_no_trouble_of_the_disk_has_no_code(tmp_path):
    assert code_of(ValueError("a bug")) is None
    assert "cannot be opened" in str(opening_error(tmp_path, ValueError("a bug")))
