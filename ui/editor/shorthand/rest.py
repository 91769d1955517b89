"""A rest of the keyboard: told once when no key was pressed for a while, at next to no cost for each key."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

REST = 700
"""Milliseconds without a key after which the clerk is listening rather than typing."""


class Rest(QObject):
    """`came` when nothing was touched for a while; a key that comes meanwhile only moves the moment."""

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stroke = 0.0
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._look)

    def touch(self) -> None:
        """Begin to wait, or wait longer: a key was pressed."""
        self.stroke = time.monotonic()
        if not self.timer.isActive():
            self.timer.start(REST)

    def stop(self) -> None:
        """Wait no more."""
        self.timer.stop()

    def _look(self) -> None:
        left = REST - round((time.monotonic() - self.stroke) * 1000)
        if left > 0:
            self.timer.start(left)
        else:
            self.came.emit()
