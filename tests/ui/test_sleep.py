"""Sleep: told by the system where it tells, seen by the clock where not; stored before, stored and said after."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.ui.benches import PASSPHRASE, Opened, in_the_room, register_with_meeting
from ui.sleep import NAP, TICK, Sleep, steady

DESKTOP_BUS = shutil.which("dbus-daemon")


class Nights:
    """A clock that is set by hand, and what was told of it."""

    def __init__(self) -> None:
        self.at, self.told = 100.0, []
        self.sleep = Sleep(clock=lambda: self.at)
        self.sleep.falls_asleep.connect(lambda: self.told.append("asleep"))
        self.sleep.woke.connect(lambda: self.told.append("woke"))

    def pass_by(self, seconds):
        """Let time go by, then look."""
        self.at += seconds
        self.sleep.look()


@pytest.fixture
def nights(qapp):
    """A clock set by hand."""
    made = Nights()
    yield made
    made.sleep.timer.stop()


def test_a_clock_that_jumps_between_two_looks_tells_that_the_computer_slept(nights):
    for _ in range(3):
        nights.pass_by(TICK)
    nights.pass_by(TICK + NAP / 2)
    assert nights.told == []
    nights.pass_by(3600)
    nights.pass_by(TICK)
    assert nights.told == ["woke"]


def test_what_the_system_told_is_not_told_twice_by_the_clock(nights):
    nights.sleep.prepare(True)
    nights.at += 3600
    nights.sleep.prepare(False)
    nights.pass_by(TICK)
    assert nights.told == ["asleep", "woke"]


def test_the_clock_never_goes_back():
    first = steady()
    assert steady() >= first


@pytest.mark.skipif(DESKTOP_BUS is None or sys.platform != "linux", reason="There is no message bus here")
def test_the_message_bus_tells_of_sleep(tmp_path):
    code = """
import os, sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from ui.sleep import Sleep
app = QCoreApplication([])
sleep = Sleep()
sleep.listen()
sleep.falls_asleep.connect(lambda: print("asleep", flush=True))
sleep.woke.connect(lambda: (print("woke", flush=True), app.quit()))
system = QDBusConnection.connectToBus(os.environ["DBUS_SYSTEM_BUS_ADDRESS"], "system")
assert system.registerService("org.freedesktop.login1")
for going in (True, False):
    path, name = "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
    message = QDBusMessage.createSignal(path, name, "PrepareForSleep")
    message.setArguments([going])
    system.send(message)
QTimer.singleShot(20000, lambda: app.exit(3))
sys.exit(app.exec())
"""
    address = f"unix:path={tmp_path / 'bus'}"
    command = [DESKTOP_BUS, "--session", "--nofork", "--print-address=1", f"--address={address}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as bus:
        assert bus.stdout is not None
        assert bus.stdout.readline().startswith("unix:")
        environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address}
        run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
        bus.terminate()
    assert (run.stdout.split(), run.returncode) == (["asleep", "woke"], 0), run.stderr


def test_sleep_stores_and_waking_says_that_all_is_there(qapp, tmp_path):
    register_with_meeting(tmp_path / "register.wibdesk")
    desk = in_the_room(Opened(tmp_path, watched=True))
    desk.type("Typed just before the lid was shut")
    desk.watch.sleep.prepare(True)
    assert not desk.context.desk.status.pending
    assert desk.context.desk.status.saved_at is not None
    desk.watch.sleep.prepare(False)
    desk.see("Everything typed is saved (")
    desk.at("Minutes of item 1")
    desk.close()
    qapp.setStyleSheet("")


def test_an_encrypted_register_is_locked_before_the_computer_sleeps(qapp, tmp_path):
    register_with_meeting(tmp_path / "register.wibdesk", secret=PASSPHRASE)
    desk = Opened(tmp_path, watched=True)
    desk.at("Passphrase")
    desk.type(PASSPHRASE)
    desk.press("Return")
    in_the_room(desk)
    desk.type("Typed just before the lid was shut")
    desk.watch.sleep.prepare(True)
    desk.see("This register is locked")
    desk.watch.sleep.prepare(False)
    desk.type(PASSPHRASE)
    desk.press("Return")
    desk.see("Typed just before the lid was shut")
    desk.close()
    qapp.setStyleSheet("")
