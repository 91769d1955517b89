"""A machine that sleeps, and a disk that answers nothing for a while: no word is lost and no key waits."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.journeys.clerk import Clerk as ClerkAtWindow
from tests.journeys.clerk import WallClock
from tests.registers import WAIT, Clerk
from wibdesk.domain.entries import Paragraph
from wibdesk.services import checking, meetings
from wibdesk.settings import Settings
from wibdesk.store.lock import InUseError

ROOT = Path(__file__).parents[2]
WORDS = "The partners agreed to count in one way, and said so twice."


def heard_until(pipe, words):
    """Return what came through a pipe up to these words, and perhaps a little more."""
    heard = b""
    while words not in heard:
        came = pipe.read(65536)
        assert came, "the desk ended by itself"
        heard += came
    return heard


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGSTOP")
def test_a_desk_that_slept_kept_its_register_and_goes_on_saving(tmp_path):
    register = tmp_path / "register.wibdesk"
    command = [sys.executable, "-m", "tests.faults.endless_clerk", str(register)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, bufsize=0) as asleep:
        said = heard_until(asleep.stdout, b"\nstored 20 ")
        os.kill(asleep.pid, signal.SIGSTOP)
        os.waitid(os.P_PID, asleep.pid, os.WSTOPPED | os.WNOWAIT)
        with pytest.raises(InUseError, match="in use by another desk on this computer since"):
            Clerk(register)
        os.set_blocking(asleep.stdout.fileno(), False)
        said += asleep.stdout.read() or b""
        assert asleep.stdout.read() is None, "a desk that sleeps says nothing"
        last = said.count(b"\n")
        os.set_blocking(asleep.stdout.fileno(), True)
        os.kill(asleep.pid, signal.SIGCONT)
        said += heard_until(asleep.stdout, f"stored {last + 20} ".encode())
        asleep.kill()
        said += asleep.stdout.read()
        asleep.wait(WAIT)
    numbers = [int(line.split()[1]) for line in said.splitlines(keepends=True) if line.endswith(b"\n")]
    assert numbers == list(range(numbers[-1] + 1))
    clerk = Clerk(register)
    (meeting,) = clerk.ask(meetings.meetings)
    (text,) = clerk.ask(meetings.meeting, meeting.id).items[0].entries
    assert int(text.text.split()[0]) >= numbers[-1]
    assert clerk.ask(checking.check) == ()
    clerk.desk.close()


class Stall:
    """Holds every commit of a desk up until it is let go; a test that waits for one is let go by the clock."""

    def __init__(self, desk):
        self.reached, self.over = threading.Event(), threading.Event()
        self.in_vain = threading.Timer(WAIT, self.over.set)
        self.in_vain.daemon = True
        self.in_vain.start()
        desk.copy(lambda database, between: sa.event.listen(database.connection, "commit", self.hold)).result(WAIT)

    def hold(self, connection):
        self.reached.set()
        self.over.wait()

    def end(self):
        self.in_vain.cancel()
        self.over.set()


@pytest.fixture
def room(qapp, tmp_path):
    """The real window in the room of a live meeting."""
    clerk = Clerk(tmp_path / "register.wibdesk")
    meeting = clerk.meeting()
    clerk.do(meetings.start_meeting, meeting.id, clerk.desk.now().time())
    clerk.write(meeting.items[0], Paragraph("Before."))
    clerk.desk.close()
    Settings(tmp_path / "settings.json").change(
        last_place="room", last_body=meeting.body.id, last_meeting=meeting.id, last_item=""
    )
    window = ClerkAtWindow(tmp_path, WallClock(), size=(1280, 800))
    window.at("Minutes of item 1")
    yield window
    window.go_home()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_no_key_waits_for_a_disk_that_answers_nothing(room):
    desk = room.bench.context.desk
    stall = Stall(desk)
    room.press("Ctrl+End")
    room.type(" First.")
    room.typist.until(stall.reached.is_set, "a save waits for the disk")
    for letter in WORDS:
        shown = QApplication.focusWidget().toPlainText()
        room.typist.type(letter)
        assert QApplication.focusWidget().toPlainText() == shown + letter
        assert not stall.over.is_set()
    room.press("Ctrl+Down")
    room.at("Minutes of item 2")
    room.type("Typed at the next item.")
    room.see("Typed at the next item.")
    assert desk.status.pending
    assert not stall.over.is_set()
    stall.end()
    room.window.close()
    assert room.bench.close()
    # What the saver told last is heard while the window is still there.
    room.typist.settle()
    assert not desk.status.pending
    clerk = Clerk(desk.register)
    (meeting,) = clerk.ask(meetings.meetings)
    first, second, *_ = clerk.ask(meetings.meeting, meeting.id).items
    assert [entry.text for entry in (*first.entries, *second.entries)] == [
        f"Before. First.{WORDS}",
        "Typed at the next item.",
    ]
    clerk.desk.close()
