"""Trouble with the disk is told at once, keeps every word, and is over when the disk is well again."""

import contextlib
import errno
import os
import signal
import subprocess
import threading

import pytest

from tests.registers import WAIT, Clerk
from wibdesk.domain.entries import Paragraph
from wibdesk.errors import StoreError
from wibdesk.services import bodies, minutes
from wibdesk.store.trouble import SENTENCES, code_of, opening_error, sentence

resource = pytest.importorskip("resource", reason="no such limits on this system")

LONG = "Every word that was said at this meeting. " * 400


class Watch:
    """Hears the status of a desk."""

    def __init__(self):
        self.troubled, self.well = threading.Event(), threading.Event()
        self.sentences = []

    def __call__(self, status):
        if status.trouble:
            self.sentences.append(status.trouble)
            self.well.clear()
            self.troubled.set()
        elif not status.pending:
            self.well.set()


@contextlib.contextmanager
def no_file_larger_than(size):
    """Have the system refuse to let any file of this process grow beyond a size."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


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
        assert watch.troubled.wait(WAIT)
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
    assert watch.well.wait(WAIT)
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
    assert watch.troubled.wait(WAIT)
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
    assert watch.troubled.wait(WAIT)
    away.rename(stick)
    clerk.desk.retry()
    write.result(WAIT)
    assert [b.name for b in clerk.ask(bodies.bodies)] == ["One"]
    clerk.desk.close()


@pytest.fixture
def small_disk(tmp_path):
    """A disk of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("a disk of one megabyte can be made by root on Linux alone")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told_and_nothing_is_lost(small_disk):
    watch = Watch()
    clerk = Clerk(small_disk / "register.wibdesk", on_status=watch)
    meeting = clerk.meeting()
    ballast = small_disk / "ballast"
    fill(ballast)
    waiting = clerk.desk.write(minutes.save_entries, meeting.items[0].id, (Paragraph(LONG),))
    assert watch.troubled.wait(WAIT)
    assert watch.sentences[0].startswith("The disk is full: free some space on it.")
    ballast.unlink()
    clerk.desk.retry()
    waiting.result(WAIT)
    clerk.restart()
    assert texts(clerk, meeting) == [LONG]
    clerk.desk.close()


def fill(path):
    """Write until the disk is full."""
    with path.open("wb", buffering=0) as out:
        for size in (65536, 4096, 512):
            with contextlib.suppress(OSError):
                while True:
                    out.write(bytes(size))


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
