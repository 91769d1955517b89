"""Start to first paint of the desk, against a bare PySide6 window with a text field; fresh processes, taken in turn."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figures import Ratio

AGE = """
import os, sys, time
def age():
    fields = open("/proc/self/stat").read().rsplit(")", 1)[1].split()
    return time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / os.sysconf("SC_CLK_TCK")
"""
BARE = (
    AGE
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
class Edit(QTextEdit):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: (print(age()), os._exit(0)))
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(Edit())
window.resize(1280, 800)
window.show()
app.exec()
"""
)
DESK = (
    AGE
    + """
from pathlib import Path
from ui import app
app.run(Path(sys.argv[1]), first_paint=lambda: (print(age(), flush=True), os._exit(0)))
"""
)


def _first_paint(program: str, folder: str) -> float:
    root = Path(__file__).parents[2]
    # An installed program has its byte code; a shell that forbids writing it would measure the compiler.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env |= {"PYTHONPATH": str(root), "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    command = [sys.executable, "-c", program, f"{folder}/start.wibdesk"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True, timeout=60)
    return float(done.stdout.split()[0])


def run(*, short: bool) -> Iterator[Ratio]:
    """Measure warm starts, the two programs in turn so that neither has the quieter machine."""
    ours, floor = [], []
    with tempfile.TemporaryDirectory() as folder:
        for n in range(3 if short else 15):
            bare, desk = _first_paint(BARE, folder), _first_paint(DESK, folder)
            if n:  # the first round warms the disk cache
                floor.append(bare)
                ours.append(desk)
    yield Ratio("Start to first paint", ours, floor, "bare PySide6 window", 1.6)
