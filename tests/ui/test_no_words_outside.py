"""Nothing of the minutes or of names is in what the window itself keeps: log, reports, settings, notes, its title."""

import pytest
from PySide6.QtCore import QTimer

from tests.ui.benches import Opened, in_the_room, register_with_meeting
from wibdesk.paths import state_folder

# The tests' own hook for exceptions would stand in the way of the desk's.
pytestmark = pytest.mark.qt_no_exception_capture
CANARIES = ("kumquat", "Quillfeather", "Zennor")


def fail():
    raise ValueError("kumquat of Quillfeather in Zennor")


def test_canaries_are_in_no_file_but_the_register(qapp, tmp_path):
    register_with_meeting(tmp_path / "register.wibdesk", body="Zennor Board")
    desk = in_the_room(Opened(tmp_path, watched=True))
    desk.type("The kumquat was weighed by Quillfeather")
    QTimer.singleShot(1, fail)
    desk.see("A fault in WIBDesk stopped")
    desk.press("Escape")
    desk.watch.sleep.prepare(True)
    desk.watch.sleep.prepare(False)
    desk.press("Ctrl+1")
    desk.press("Ctrl+2")
    desk.context.settings.settle(20)
    looked_at = set()
    for folder in (state_folder(), tmp_path):
        for path in (path for path in folder.rglob("*") if path.is_file()):
            if path.name.startswith("register.wibdesk") and not path.name.endswith(".lock"):
                continue
            looked_at.add(path.name.partition("-")[0])
            data = path.read_bytes()
            for canary in CANARIES:
                for written in (canary.encode(), canary.encode("utf-16-le")):
                    assert written not in data, path
                assert canary not in path.name
    assert {"wibdesk.log", "crash", "running", "settings.json", "register.wibdesk.lock"} <= looked_at
    desk.close()
    qapp.setStyleSheet("")
