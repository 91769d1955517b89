"""The desk that is listened to: `python desk.py FOLDER` opens the register in the folder.

Its clock stands at what the file `clock` there says, `09:31`.
"""

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui.app import Start, Workbench
from wibdesk.settings import Settings

MORNING = datetime(2026, 9, 1, 9, 28)


def told_time(folder):
    """Return the time of the morning that the file of the clock says."""
    clock = folder / "clock"
    hour, minute = map(int, clock.read_text().split(":")) if clock.exists() else (MORNING.hour, MORNING.minute)
    return MORNING.replace(hour=hour, minute=minute).astimezone()


def main(folder):
    application = QApplication(sys.argv[:1])
    application.setApplicationName("WIBDesk")
    settings = Settings(folder / "settings.json")
    settings.change(motion="none", export_folder=str(folder))
    bench = Workbench(Start(folder / "register.wibdesk"), settings, now=lambda: told_time(folder))
    bench.window.show()
    QTimer.singleShot(0, bench.open_register)
    application.exec()
    return 0 if bench.close() else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
