"""One desk for each register, as processes: a second start, a signal, a kill, and what the next start says of it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.ui.benches import Opened, in_the_room, register_with_meeting
from wibdesk.ending import Running
from wibdesk.paths import state_folder
from wibdesk.services import bodies
from wibdesk.store.lock import ask_running_desk, come_forward, holder

ROOT = Path(__file__).resolve().parents[2]
WAIT = 60


class Process:
    """A desk in a process of its own, off screen; `ready` once it takes commands."""

    def __init__(self, register: Path, *more: str) -> None:
        self.register = register
        self.process = subprocess.Popen(
            [sys.executable, "-m", "wibdesk", "--store", str(register), *more],
            cwd=ROOT, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def ready(self) -> "Process":
        """Wait until it takes commands."""
        end = time.monotonic() + WAIT
        running = Running(state_folder(), self.register)
        while (told := holder(self.register)) is None or not told.address or not running.faults.exists():
            assert self.process.poll() is None, self.process.stderr.read()
            assert time.monotonic() < end, "the desk never took commands"
        # The file for faults is there a moment before it is in use: an answered command takes longer than that.
        assert ask_running_desk(self.register, ["list", "bodies"], ".")[0] == 0
        return self

    def end(self, number: int) -> int:
        """Send a signal and return the exit code."""
        self.process.send_signal(number)
        return self.code()

    def code(self) -> int:
        """Wait for the end and return the exit code."""
        try:
            return self.process.wait(WAIT)
        finally:
            self.process.stderr.close()


@pytest.fixture
def register(tmp_path):
    """A register with a meeting."""
    path = tmp_path / "register.wibdesk"
    register_with_meeting(path)
    return path


def traces(register):
    running = Running(state_folder(), register)
    return [path for path in (running.marker, running.faults) if path.exists()]


def test_a_second_start_ends_at_once_with_0_and_the_first_goes_on(register):
    first = Process(register).ready()
    second = Process(register)
    assert second.code() == 0
    assert first.process.poll() is None
    assert first.end(signal.SIGTERM) == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_closes_the_desk_in_order(register, number):
    desk = Process(register).ready()
    assert traces(register)
    assert desk.end(number) == 0
    assert traces(register) == []
    assert [path.name for path in register.parent.iterdir() if path.is_file()] == [register.name]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize(("number", "told"), [(signal.SIGKILL, False), (signal.SIGSEGV, True)])
def test_the_start_after_a_sudden_end_tells_of_it_quietly_with_the_report_if_there_is_one(qapp, register, number, told):
    assert Process(register).ready().end(number) == -number
    again = Opened(register.parent).ready()
    again.see("WIBDesk ended unexpectedly on ")
    again.see("is here.")
    assert ("Save the report" in again.screen()) is told
    assert "?" not in "".join(again.window.voice.banners["ended"].heading.text())
    again.press("Alt+C")
    again.gone("WIBDesk ended unexpectedly")
    again.close()
    assert traces(register) == []
    calm = Opened(register.parent).ready()
    calm.gone("WIBDesk ended unexpectedly")
    calm.close()
    qapp.setStyleSheet("")


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_window_that_was_put_away_comes_to_the_front_when_it_is_asked_for(qapp, register):
    opened = Opened(register.parent).ready()
    opened.window.showMinimized()
    assert opened.window.isMinimized()
    asked = subprocess.Popen([sys.executable, "-m", "wibdesk", "--store", str(register)], cwd=ROOT)
    opened.until(lambda: asked.poll() is not None, "the other process was answered")
    assert asked.returncode == 0
    opened.until(
        lambda: not opened.window.isMinimized() and opened.window.isActiveWindow(), "the window is at the front"
    )
    opened.close()
    assert not come_forward(register)
    qapp.setStyleSheet("")


def test_a_register_that_is_open_elsewhere_says_who_has_it_and_offers_its_newest_backup_to_read(qapp, register):
    from wibdesk.desk import Desk  # noqa: PLC0415 - as above
    from wibdesk.domain.backups import Reason  # noqa: PLC0415 - as above
    from wibdesk.safety.backups import Backups  # noqa: PLC0415 - it brings the store with it

    desk = Desk(register)
    desk.opened.result(WAIT)
    backups = Backups(desk)
    made = backups.make(Reason.ASKED).result(WAIT)
    backups.close()
    window = Opened(register.parent)
    window.see("This register is open elsewhere")
    window.see("on this computer since ")
    window.see("Open the newest backup to read")
    window.press("1")
    window.see("This register is open elsewhere")
    window.press("2")
    window.until(lambda: not window.window.isVisible(), "the window is closed")
    assert window.bench.next_start.register == made.path
    window.bench.close()
    start = window.bench.next_start
    window.drop()
    reading = in_the_room(Opened(register.parent, start))
    reading.see("This is a copy to read")
    assert reading.window.windowTitle().endswith("copy to read, WIBDesk")
    before = made.path.read_bytes()
    reading.type("Nothing of this is kept")
    assert "Nothing of this is kept" not in reading.screen()
    reading.context.operations.write(bodies.add_body, "Another body")
    reading.until(lambda: "told" in reading.window.voice.banners, "the refusal is told")
    for key in ("F5", "Ctrl+1", "Ctrl+3", "Ctrl+4", "Ctrl+2", "Ctrl+Z"):
        reading.press(key)
    assert made.path.read_bytes() == before
    desk.close()
    reading.press("Alt+O")
    reading.until(lambda: not reading.window.isVisible(), "the copy is closed")
    assert reading.bench.next_start.register == register
    reading.bench.close()
    reading.drop()
    qapp.setStyleSheet("")
