"""A desk in a process of its own: when the last meeting takes keys, the memory that takes, and what idling takes.

Run as `python -m tests.benchmarks.opened_desk REGISTER [SECONDS]`; prints a JSON object with seconds since the process
began, bytes, and the share of a processor that the desk used while nobody typed for so many seconds.
"""

import gc
import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from ui import app as desk

LOOK = 2
"""Milliseconds between looks; the caret is ready when a letter that is typed stands in the minutes."""
SETTLED = 70
"""Seconds after which the first backup and what is loaded ahead are through, and the register had a quiet moment."""


def age() -> float:
    """Return the seconds since this process began."""
    fields = Path("/proc/self/stat").read_text("ascii").rsplit(")", 1)[1].split()
    return time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / os.sysconf("SC_CLK_TCK")


def memory() -> dict[str, int]:
    """Return the resident and the proportional memory of this process in bytes."""
    rows = (line.split() for line in Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()[1:])
    sizes = {row[0]: int(row[1]) * 1024 for row in rows}
    return {"rss": sizes["Rss:"], "pss": sizes["Pss:"]}


class Probe:
    """Types one letter as soon as a sentence has the keyboard, then stays for a while and closes the desk."""

    def __init__(self, stay: float) -> None:
        self.stay, self.told = stay, {}
        self.timer = QTimer()
        self.timer.timeout.connect(self.look)
        self.timer.start(LOOK)

    def look(self) -> None:
        """Type into the sentence once it is there."""
        sheet = QApplication.focusWidget()
        if isinstance(sheet, QTextEdit) and sheet.isVisible() and sheet.accessibleName().startswith("Minutes of item"):
            before = sheet.toPlainText()
            QApplication.sendEvent(sheet, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "x"))
            QApplication.processEvents()
            assert len(sheet.toPlainText()) == len(before) + 1, "the letter is not in the minutes"
            self.timer.stop()
            self.told["ready"] = age()
            QTimer.singleShot(SETTLED * 1000 if self.stay > 1 else 0, self.settle)

    def settle(self) -> None:
        """Begin to measure what the desk uses while nobody types."""
        self.told |= memory()
        self.told["used"], self.told["at"] = time.process_time(), time.monotonic()
        QTimer.singleShot(round(self.stay * 1000), self.tell)

    def tell(self) -> None:
        """Print all that and end."""
        used, took = time.process_time() - self.told.pop("used"), time.monotonic() - self.told.pop("at")
        self.told["idle"] = used / took if self.stay else 0.0
        print(json.dumps(self.told), flush=True)
        QApplication.closeAllWindows()


if __name__ == "__main__":
    gc.disable()  # as wibdesk.commands.opening does
    _app = QApplication(["wibdesk", "-style", "fusion"])
    probe = Probe(float(sys.argv[2]) if len(sys.argv) > 2 else 0.0)
    sys.exit(desk.run(Path(sys.argv[1])))
