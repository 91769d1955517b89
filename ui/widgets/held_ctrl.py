"""Whether Ctrl is held: what tells of it, for the strip of keys that shows itself only then."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

AFTER = 250
"""Milliseconds that Ctrl is held before it counts: a chord that is known needs no help."""


class HeldCtrl(QObject):
    """`changed` as Ctrl begins to be held and is let go in the window of a widget.

    It watches between start and stop.
    """

    changed = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget, self.held = widget, False
        self.watched: QObject | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(lambda: self._set(True))

    def start(self) -> None:
        """Watch the keys of the window that the widget stands in."""
        window = self.widget.window().windowHandle()
        if window is not None and window is not self.watched:
            self.stop()
            self.watched = window
            window.installEventFilter(self)

    def stop(self) -> None:
        """Watch no longer."""
        if self.watched is not None:
            self.watched.removeEventFilter(self)
        self.watched = None
        self._set(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at each key of the window, and let all of them pass."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            alone = cast("QKeyEvent", event).key() == Qt.Key.Key_Control
            if alone and not self.held:
                self.timer.start(AFTER)
            elif not alone:
                self.timer.stop()
        elif kind == QEvent.Type.FocusOut or (
            kind == QEvent.Type.KeyRelease and cast("QKeyEvent", event).key() == Qt.Key.Key_Control
        ):
            self._set(False)
        return super().eventFilter(watched, event)

    def _set(self, held: bool) -> None:
        self.timer.stop()
        if held != self.held:
            self.held = held
            self.changed.emit()
