"""How long nobody has touched the desk: an encrypted register locks itself then."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

LOOK = 5_000
"""Milliseconds between looks."""
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove,
        QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.InputMethod,
    }
)  # fmt: skip


class Idle(QObject):
    """`passed` once nobody has pressed a key or moved the mouse for `minutes`, 0 for never.

    It watches the windows rather than every widget in them: one look at each key, off the typing path.
    """

    passed = Signal()

    def __init__(
        self, minutes: Callable[[], int], *, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.minutes, self.clock, self.last = minutes, clock, clock()
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch: the register is open and encrypted."""
        self.last = self.clock()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self.watch)
        self.watch(app.focusWindow())
        self.timer.start(LOOK)

    def stop(self) -> None:
        """Watch no more: there is nothing to lock."""
        self.timer.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.disconnect(self.watch)
            for window in app.allWindows():
                window.removeEventFilter(self)

    def watch(self, window: QWindow | None) -> None:
        """Take note of what is pressed in this window from now on."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
            self.last = self.clock()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take note that somebody is there."""
        if event.type() in TOUCHES:
            self.last = self.clock()
        return False

    def look(self) -> None:
        """Tell once that the time has passed."""
        minutes = self.minutes()
        if minutes > 0 and self.clock() - self.last >= minutes * 60:
            self.last = self.clock()
            self.passed.emit()
