"""Garbage is collected on the window's thread alone.

Python collects on whichever thread happens to allocate. A widget that is part of a cycle would then be freed on the
saver's thread, and Qt ends the process for that. What was freed goes back to the system.
"""

import ctypes
import gc
import sys

from PySide6.QtCore import QObject, QTimer

PAUSE = 1000
"""Milliseconds between looks at how much has gathered."""
GIVING = 15_000
"""Milliseconds between givings back to the system."""


class Collector(QObject):
    """Takes collecting away from the threads for as long as it runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.collect)
        self.timer.start(PAUSE)
        self.giving = QTimer(self)
        self.giving.timeout.connect(give_back)
        self.giving.start(GIVING)
        gc.disable()

    def collect(self) -> None:
        """Collect the oldest generation that has gathered more than Python's own limit."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Collect what a closed window leaves behind, and give collecting back."""
        self.timer.stop()
        self.giving.stop()
        gc.collect()
        gc.enable()


def give_back() -> None:
    """Give back to the system what was freed: the C library of Linux keeps what a thread freed for that thread."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
