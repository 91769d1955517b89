"""Starting: first paint, typing in the last meeting of a large register, memory, and what an idle desk uses.

Fresh processes, ours and a bare PySide6 window with a text field in turn, so that neither has the quieter machine.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import sqlalchemy as sa

from tests.benchmarks.figures import Ratio, verdict
from tests.benchmarks.large_log import TODAY, write_log
from wibdesk.store.database import Database
from wibdesk.store.tables import action, entry, item, meeting

ROOT = Path(__file__).parents[2]
LARGE, SMALL = 5000, 50
"""Meetings in the registers that are opened."""
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
        QTimer.singleShot(0, self.tell)
    def tell(self):
        print(age(), open("/proc/self/smaps_rollup").read().split("Rss:")[1].split()[0])
        sys.stdout.flush()
        os._exit(0)
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
import gc
gc.disable()  # as wibdesk.commands.opening does
from pathlib import Path
from ui import app
app.run(Path(sys.argv[1]), first_paint=lambda: (print(age(), flush=True), os._exit(0)))
"""
)


@dataclass(frozen=True)
class Share:
    """A number that has a ceiling, as a share of a processor or a multiple of something."""

    what: str
    number: float
    goal: float

    def __str__(self) -> str:
        return f"{self.what}: {self.number:.4g} (goal at most {self.goal}): {verdict(self.number, self.goal)}"


def run(*, short: bool) -> Iterator[Ratio | Share]:
    """Measure warm starts; the first round warms the disk cache."""
    with tempfile.TemporaryDirectory(prefix="wibdesk-start-") as folder:
        home = Path(folder)
        yield _first_paint(home, 3 if short else 15)
        large, small = (
            _register(home / "large.wibdesk", SMALL if short else LARGE),
            _register(home / "small.wibdesk", SMALL),
        )
        yield from _typing(home, large, small, 2 if short else 9)
        bare = _output(home, "-c", BARE)[1] * 1024
        for meetings, register in ((SMALL, small), (LARGE, large)):
            told = _opened(home, register, 1 if short else 60)
            where = f"in the room of a register of {meetings:,}"
            yield Share(f"Idle {where}, of one processor", told["idle"], 0.005)
            yield Share(f"Memory at rest {where}, of a bare window's", told["rss"] / bare, 2.5)


def _first_paint(home: Path, rounds: int) -> Ratio:
    ours, floor = [], []
    for n in range(rounds):
        bare, desk = _output(home, "-c", BARE)[0], _output(home, "-c", DESK, str(home / "start.wibdesk"))[0]
        if n:
            floor.append(bare)
            ours.append(desk)
    return Ratio("Start to first paint", ours, floor, "bare PySide6 window", 1.5)


def _typing(home: Path, large: Path, small: Path, rounds: int) -> Iterator[Ratio | Share]:
    ours, floor, held, bare = [], [], [], []
    for n in range(rounds):
        many, few = _opened(home, large), _opened(home, small)
        if n:
            ours.append(many["ready"])
            floor.append(few["ready"])
            held.append(many["rss"])
            bare.append(_output(home, "-c", BARE)[1] * 1024)
    yield Ratio(f"Start to typing in the last of {LARGE:,} meetings", ours, floor, f"of {SMALL}", 1.1)
    yield Share("The same, seconds", median(ours), 1.0)
    yield Share("Memory when the caret is ready, of a bare window's", median(held) / median(bare), 2.5)


def _register(path: Path, meetings: int) -> Path:
    """Write a register whose last meeting is live and was in the room last."""
    write_log(path, meetings)
    database = Database(path)
    database.open()
    with database.connection.begin():
        raised = entry.join(item, item.c.id == entry.c.item_id).join(meeting, meeting.c.id == item.c.meeting_id)
        # Actions of more than a year ago are closed, and so are meetings, as in any register that somebody works with.
        old = sa.select(entry.c.id).select_from(raised).where(meeting.c.date < TODAY.replace(year=TODAY.year - 1))
        database.connection.execute(sa.update(action).where(action.c.entry_id.in_(old)).values(status="closed"))
        latest = sa.select(meeting.c.id).order_by(meeting.c.date.desc()).limit(1)
        last = str(database.connection.execute(latest).scalar())
        database.connection.execute(sa.update(meeting).values(stage="closed"))
        database.connection.execute(sa.update(meeting).where(meeting.c.id == last).values(stage="live"))
    database.close()
    path.with_suffix(".last").write_text(last, encoding="utf-8")
    return path


def _opened(home: Path, register: Path, stay: float = 0) -> dict[str, Any]:
    """Open the desk in the last meeting of a register; return what `opened_desk` tells."""
    settings = home / "config" / "WIBDesk" / "settings.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    last = register.with_suffix(".last").read_text(encoding="utf-8")
    settings.write_text(json.dumps({"last_place": "room", "last_meeting": last}), encoding="utf-8")
    told = _run(home, "-m", "tests.benchmarks.opened_desk", str(register), str(stay), wait=stay + 120)
    found: dict[str, Any] = json.loads(told)
    return found


def _output(home: Path, *words: str) -> list[float]:
    return [float(word) for word in _run(home, *words).split()]


def _run(home: Path, *words: str, wait: float = 60) -> str:
    # An installed program has its byte code; a shell that forbids writing it would measure the compiler.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env |= {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    env |= {f"XDG_{kind.upper()}_HOME": str(home / kind) for kind in ("config", "data", "state")}
    command = [sys.executable, *words]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True, timeout=wait).stdout
