"""Windows are freed on the window's thread, whichever thread allocates, and closed ones with all that they held."""

import gc
import sys
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tests.ui.benches import Opened, in_the_room, register_with_meeting
from ui.collecting import Collector, give_back


class Cycle(QObject):
    """An object that only the collector can free."""

    def __init__(self):
        super().__init__()
        self.myself = self


def test_no_thread_frees_what_belongs_to_the_window(qapp, qtbot):
    collector = Collector()
    gone = weakref.ref(Cycle())
    busy = threading.Thread(target=lambda: [[] for _ in range(200_000)])
    busy.start()
    busy.join()
    assert gone() is not None
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    collector.collect()
    assert gone() is None
    assert kept
    collector.stop()
    assert gc.isenabled()


def in_memory() -> int:
    """Return the kilobytes of this process that are in memory."""
    return int(Path("/proc/self/smaps_rollup").read_text("ascii").split("Rss:")[1].split()[0])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system has it back at once")
def test_what_a_thread_freed_goes_back_to_the_system():
    pieces: list[bytearray] = []
    busy = threading.Thread(target=lambda: pieces.extend(bytearray(3000) for _ in range(20_000)))
    busy.start()
    busy.join()
    pieces = pieces[::100]  # each that stays holds on to what lies before it
    gc.collect()
    before = in_memory()
    give_back()
    assert before - in_memory() > 20_000
    assert pieces


def test_a_window_that_is_closed_is_let_go_with_the_meeting_that_it_held(qapp, tmp_path):
    register_with_meeting(tmp_path / "register.wibdesk")
    opened = in_the_room(Opened(tmp_path))
    opened.type("/a somebody to bring mulberries")
    opened.press("Return", "Ctrl+;", "Escape", "F7", "Escape", "Ctrl+K", "Escape", "Ctrl+2", "Ctrl+1")
    room = opened.window.places["room"]
    held = {
        "window": opened.window,
        "bench": opened.bench,
        "session": room.session,
        "meeting": room.session.meeting,
        "editor": room.sheet.editor,
    }
    left = {name: weakref.ref(thing) for name, thing in held.items()}
    opened.close()
    del opened, room, held
    QApplication.processEvents()
    gc.collect()
    qapp.setStyleSheet("")
    assert [name for name, thing in left.items() if thing() is not None] == []
