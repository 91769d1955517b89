"""An encrypted register in the window: asked for its passphrase, locked with nothing left, unlocked at the caret."""

import gc
import weakref

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.journeys.screen import words_on
from tests.ui.benches import PASSPHRASE, Opened, in_the_room, register_with_meeting
from ui.locking.idle import Idle
from ui.locking.place import wait_after
from wibdesk.domain.entries import Paragraph
from wibdesk.domain.meetings import Meeting
from wibdesk.safety.locked_registers import recovery_key
from wibdesk.settings import Settings

CANARY, WORD = "kumquat marmalade", "kumquat"


@pytest.fixture
def locked(qapp, tmp_path):
    """A window on an encrypted register that asks for its passphrase."""
    register_with_meeting(tmp_path / "register.wibdesk", secret=PASSPHRASE)
    made = Opened(tmp_path)
    made.see("This register is locked")
    made.at("Passphrase")
    yield made
    made.close()
    qapp.setStyleSheet("")


def unlock(opened, secret=PASSPHRASE):
    opened.type(secret)
    opened.press("Return")


@pytest.fixture
def open_one(locked):
    """The same, unlocked and in the room."""
    unlock(locked)
    return in_the_room(locked)


def test_the_window_asks_for_the_passphrase_and_shows_nothing_of_the_register(locked):
    assert locked.window.windowTitle() == "Locked, WIBDesk"
    assert "Norbury" not in locked.screen()
    assert not locked.window.rail.isVisible()
    locked.press("Ctrl+1")
    assert locked.window.place.place_id == "locked"
    line = QApplication.focusWidget()
    assert line.echoMode() == QLineEdit.EchoMode.Password
    locked.type("typed")
    locked.press("Alt+S")
    assert line.echoMode() == QLineEdit.EchoMode.Normal
    locked.press("Alt+S")
    assert line.echoMode() == QLineEdit.EchoMode.Password


def test_a_wrong_passphrase_is_told_below_the_field_with_the_caret_back_in_it(locked):
    unlock(locked, "not that one at all")
    locked.until(lambda: "does not open" in locked.screen(), "the passphrase is refused")
    locked.at("Passphrase")
    assert QApplication.focusWidget().selectedText()
    unlock(locked)
    locked.ready()
    locked.see("Norbury Board")


def test_after_five_wrong_ones_each_costs_a_longer_wait(locked):
    assert [wait_after(tries) for tries in (0, 4, 5, 6, 7, 20)] == [0, 0, 5, 10, 20, 60]
    page = locked.window.place
    for tries in range(1, 6):
        unlock(locked, f"wrong and wrong again {tries}")
        locked.until(lambda tries=tries: page.wrong == tries, "the passphrase is refused")
    assert not page.unlock.isEnabled()
    locked.see("Wait 5 seconds")
    locked.see("Restore a backup")
    unlock(locked)
    assert page.wrong == 5
    for _ in range(5):
        page.tick()
    locked.press("Return")
    locked.ready()


def test_the_recovery_key_opens_it_too(qapp, tmp_path):
    register_with_meeting(tmp_path / "register.wibdesk", secret=PASSPHRASE)
    first = Opened(tmp_path)
    first.at("Passphrase")
    unlock(first)
    key = recovery_key(first.ready().context.desk)
    first.close()
    again = Opened(tmp_path)
    again.at("Passphrase")
    unlock(again, key.lower())
    again.ready()
    again.close()
    qapp.setStyleSheet("")


def test_locking_stores_clears_every_widget_and_unlocking_comes_back_to_the_caret(open_one):
    open_one.type(f"{CANARY} was served")
    open_one.press("Home", "Ctrl+Right")
    open_one.press("F12")
    open_one.see("This register is locked")
    assert open_one.window.windowTitle() == "Locked, WIBDesk"
    assert open_one.context.desk is None
    assert list(open_one.window.places) == ["locked"]
    for widget in QApplication.topLevelWidgets():
        assert WORD not in words_on(widget)
    assert not [w for w in QApplication.allWidgets() if w.window() is not open_one.window and w.isVisible()]
    unlock(open_one)
    open_one.at("Minutes of item 1")
    open_one.see(CANARY)
    open_one.type("and plum ")
    open_one.see("kumquat and plum marmalade was served")


def test_no_record_of_the_register_stays_in_memory_while_it_is_locked(open_one):
    # Words and widgets of this test alone: what other tests of the same process hold is not this register's.
    open_one.type("mulberry and damson cheese was served")
    room = weakref.ref(open_one.window.places["room"])
    session = weakref.ref(open_one.window.places["room"].session)
    open_one.press("F12")
    open_one.see("This register is locked")

    def held():
        gc.collect()  # what was being read when the key came is answered first, and let go then
        records = [thing for thing in gc.get_objects() if isinstance(thing, Meeting | Paragraph)]
        return [thing for thing in (room(), session()) if thing] + [r for r in records if "mulberry" in repr(r)]

    def forgotten():
        return not held()

    try:
        open_one.typist.until(forgotten, "no record of the register is in memory")
    except AssertionError as failure:
        held_by = [(type(thing), [type(by) for by in gc.get_referrers(thing)]) for thing in held()]
        raise AssertionError(f"{failure}: {held_by}") from failure


def test_a_plain_register_is_never_locked(qapp, tmp_path):
    register_with_meeting(tmp_path / "register.wibdesk")
    plain = in_the_room(Opened(tmp_path))
    plain.press("F12")
    plain.bench.locking.lock()
    assert plain.window.place.place_id == "room"
    assert "Lock the register now" not in [c.words for c in plain.context.commands.at_hand()]
    plain.close()
    qapp.setStyleSheet("")


def test_nobody_there_for_a_while_locks_it_and_a_key_puts_that_off(qapp, qtbot):
    at, told = [0.0], []
    idle = Idle(lambda: 15, clock=lambda: at[0])
    idle.passed.connect(lambda: told.append(at[0]))
    idle.start()
    at[0] = 899
    idle.look()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    idle.watch(window.windowHandle())
    qtbot.keyClick(window.windowHandle(), "a")
    at[0] = 1500
    idle.look()
    assert told == []
    at[0] = 1800
    idle.look()
    idle.look()
    assert told == [1800]
    idle.stop()


def test_a_desk_that_shall_never_lock_does_not(qapp):
    at, told = [0.0], []
    idle = Idle(lambda: 0, clock=lambda: at[0])
    idle.passed.connect(lambda: told.append(1))
    at[0] = 1e6
    idle.look()
    assert told == []


def test_the_minutes_without_a_key_are_a_setting(open_one, tmp_path):
    assert Settings(tmp_path / "none.json").now.lock_after == 15
    open_one.context.settings.change(lock_after=1)
    assert open_one.bench.locking.idle.minutes() == 1
    open_one.bench.locking.idle.passed.emit()
    open_one.see("This register is locked")


def test_a_refusing_disk_is_locked_as_soon_as_the_words_are_safe(open_one, tmp_path):
    away = tmp_path.with_name(tmp_path.name + "-away")
    register = tmp_path / "register.wibdesk"
    moved = away / "register.wibdesk"
    away.mkdir()
    register.rename(moved)
    open_one.type(CANARY)
    open_one.press("F12")
    open_one.until(lambda: open_one.window.place.place_id == "locked", "the register is locked")
    assert CANARY not in open_one.screen()
    unlock(open_one)
    open_one.see("The disk still refuses your last words")
    moved.rename(register)
    open_one.until(lambda: open_one.bench.locking.finish(0.1), "the disk takes everything")
    open_one.window.place.line.clear()
    unlock(open_one)
    open_one.see(CANARY)
