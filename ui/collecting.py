"""Garbage is collected on the window's thread alone.

Python collects on whichever thread happens to allocate. A widget that is part of a cycle would then be freed on the
saver's thread, and Qt ends the process for that.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 1000
"""Milliseconds between looks at how much has gathered."""


class Collector(QObject):
    """Takes collecting away from the threads for as long as it runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.collect)
        self.timer.start(PAUSE)
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
        gc.collect()
        gc.enable()
