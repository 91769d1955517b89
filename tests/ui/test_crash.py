"""A fault of the program: saved first, told once on a calm card, its report without a word, a restart at the caret."""

import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from tests.ui.benches import Opened, in_the_room, register_with_meeting
from ui.app import Start
from ui.crash import QUIET, Crashes
from ui.keeping import Kept
from wibdesk.desk import local_now

# The tests' own hook for exceptions would stand in the way of the desk's.
pytestmark = pytest.mark.qt_no_exception_capture
CANARY = "kumquat"
HEADING = "A fault in WIBDesk stopped what it was doing"


class Sender(QObject):
    """Calls what is connected."""

    sent = Signal()


@pytest.fixture
def desk(qapp, tmp_path):
    """A watched window in the room of a meeting."""
    register_with_meeting(tmp_path / "register.wibdesk")
    made = in_the_room(Opened(tmp_path, watched=True))
    yield made
    made.close()
    qapp.setStyleSheet("")


def fail(words=CANARY):
    raise ValueError(words)


def fail_in_a_slot(words=CANARY):
    """Have an exception leave a slot, as a bug does."""
    QTimer.singleShot(1, lambda: fail(words))


def reports(state):
    return sorted(state.glob("crash-*.txt"))


@pytest.fixture
def state(desk):
    """The folder of reports, empty to begin with."""
    folder = desk.watch.crashes.folder
    for old in reports(folder):
        old.unlink()
    return folder


def test_what_was_typed_is_on_the_disk_before_the_card_says_so(desk, state):
    desk.type(f"{CANARY} was typed a moment before")
    fail_in_a_slot()
    desk.see(HEADING)
    desk.see("Everything typed is saved (")
    assert desk.context.desk.status.pending is False
    desk.at("Restart WIBDesk")
    desk.press("Escape")
    desk.gone(HEADING)
    desk.at("Minutes of item 1")
    desk.type(", and more after it")
    desk.see("a moment before, and more after it")


def test_the_report_says_where_and_holds_no_word(desk, state, capfd):
    desk.type(CANARY)
    fail_in_a_slot(f"{CANARY} in {desk.folder}")
    desk.see(HEADING)
    text = reports(state)[0].read_text("utf-8")
    assert "ValueError" in text
    assert "tests/ui/test_crash.py:" in text
    assert "in fail" in text
    for hidden in (CANARY, str(desk.folder), "Norbury"):
        assert hidden not in text
        assert hidden not in capfd.readouterr().err
    saved = desk.folder / "report.txt"
    desk.bench.reports.write(text, saved)
    desk.until(saved.exists, "the report is saved")
    assert saved.read_text("utf-8") == text


def test_the_report_is_saved_where_the_clerk_says(desk, state):
    fail_in_a_slot()
    desk.see(HEADING)
    dialog = desk.bench.reports.save("report")
    desk.until(dialog.isVisible, "the dialog stands")
    dialog.fileSelected.emit(str(desk.folder / "mine.txt"))
    desk.until((desk.folder / "mine.txt").exists, "the report is saved")
    dialog.reject()


def test_the_same_fault_again_and_again_is_told_once(desk, state):
    for _ in range(20):
        fail_in_a_slot()
    desk.see(HEADING)
    desk.press("Escape")
    fail_in_a_slot()
    desk.typist.settle()
    desk.gone(HEADING)
    assert len(reports(state)) == 1


def test_another_fault_while_the_card_stands_goes_into_its_report(desk, state):
    fail_in_a_slot()
    desk.see(HEADING)
    QTimer.singleShot(1, lambda: {}["nothing of that name"])
    desk.until(lambda: "KeyError" in reports(state)[-1].read_text("utf-8"), "the second fault is in the report")
    desk.press("Escape")
    desk.gone(HEADING)


def test_a_fault_on_a_thread_is_told_too(desk, state):
    thread = threading.Thread(target=fail, name="a worker")
    thread.start()
    thread.join()
    desk.see(HEADING)
    assert "in: a worker" in reports(state)[-1].read_text("utf-8")


def test_restart_opens_the_same_meeting_item_and_caret(desk, state):
    desk.press("Ctrl+Down")
    desk.type("The minutes were read")
    desk.press("Home", "Ctrl+Right")
    fail_in_a_slot()
    desk.see(HEADING)
    desk.press("Return")
    desk.until(lambda: not desk.window.isVisible(), "the window is closed")
    assert desk.bench.next_start == Start(desk.bench.start.register)
    desk.bench.close()
    again = Opened(desk.folder, desk.bench.next_start).ready()
    again.at("Minutes of item 2")
    again.type("old ")
    again.see("The old minutes were read")
    again.close()


def test_a_fault_in_leaving_the_place_keeps_the_window_open_once_and_not_for_ever(desk, state):
    desk.window.place.leave = fail
    QTimer.singleShot(1, partial(_close, desk.window))
    desk.see(HEADING)
    assert desk.window.isVisible()
    desk.watch.restart()
    desk.see("Restart without it?")
    desk.press("Tab", "Return")
    desk.until(lambda: not desk.window.isVisible(), "the window is closed")
    del desk.window.place.leave


def _close(window):
    """Close a window from Python, as the desk's own commands do."""
    window.close()


class Told:
    """Crashes without a window, saved by a function of the test."""

    def __init__(self, folder: Path, save) -> None:
        self.seconds, self.crashes = 0.0, []
        self.hooks = Crashes(folder, save=save, now=local_now, clock=lambda: self.seconds)
        self.hooks.told.connect(self.crashes.append)

    def meet(self, error: Exception) -> None:
        """Take an exception as Python's hook would."""
        try:
            raise error
        except type(error) as raised:
            self.hooks.caught(type(raised), raised, raised.__traceback__)
        QApplication.processEvents()


@pytest.fixture
def told(qapp, tmp_path):
    """Crashes that are saved at once."""
    return Told(tmp_path, lambda: Kept(everything=True))


def test_a_second_fault_while_saving_loses_nothing_of_the_first(qapp, tmp_path):
    told = Told(tmp_path, fail)
    told.meet(KeyError("kumquat"))
    text = told.crashes[0].text
    assert text.index("KeyError") < text.index("ValueError")
    assert "in: saving" in text
    assert told.crashes[0].kept.everything is False


def test_the_same_fault_is_told_anew_after_a_while_of_quiet(told):
    told.meet(KeyError("one"))
    told.hooks.put_away()
    told.seconds = QUIET / 2
    told.meet(KeyError("one"))
    assert len(told.crashes) == 1
    told.seconds = 3 * QUIET
    told.meet(KeyError("one"))
    assert len(told.crashes) == 2


def test_going_on_is_not_offered_where_it_is_not_safe(told):
    told.meet(MemoryError())
    assert not told.crashes[0].safe
    told.hooks.put_away()
    told.meet(KeyError())
    assert told.crashes[1].safe


def test_the_saver_that_ended_makes_it_unsafe(told, tmp_path):
    told.hooks.install()
    try:
        saver = threading.Thread(target=fail, name="saver")
        saver.start()
        saver.join()
    finally:
        told.hooks.uninstall()
    QApplication.processEvents()
    assert not told.crashes[0].safe


def test_the_hooks_are_given_back(told):
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    told.hooks.install()
    assert sys.excepthook == told.hooks.caught
    told.hooks.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (Kept(everything=True), "Everything typed is saved."),
        (Kept(everything=False), "What was typed last is not on the disk yet: it is still in this window."),
        (
            Kept(everything=False, rescued=Path("/somewhere/rescue/file")),
            "What was typed last is kept in a rescue file in “/somewhere/rescue” and comes back at the next start.",
        ),
    ],
)
def test_the_card_says_what_the_disk_said(kept, words):
    assert kept.words == words
    assert "somewhere" not in kept.told
