"""Presses keys in the window as a clerk would: the self-test and the journeys work the desk with nothing else."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

PAUSE = 5
"""Milliseconds between looks at whether something holds."""


class Typist:
    """Each key goes to whatever has the keyboard, so a lost focus is found at once."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.keys_pressed = 0

    def press(self, *chords: str) -> None:
        """Press chords one after the other, written as `Ctrl+Shift+A`, `Alt+Up`, `Return`, `P`."""
        for chord in chords:
            combination = QKeySequence(chord)[0]  # type: ignore[index]  # PySide6 has no hint for it
            QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
            self.keys_pressed += 1
            self.settle()

    def type(self, words: str) -> None:
        """Type words letter by letter; a line end is the Enter key."""
        for letter in words:
            if letter == "\n":
                self.press("Return")
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(self.focused(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
            self.keys_pressed += 1
        self.settle()

    def focused(self) -> QWidget:
        """Return the widget that has the keyboard; a desk where nothing has it is at fault."""
        widget = QApplication.focusWidget()
        if widget is None:
            raise AssertionError("Nothing in the window has the keyboard")
        return widget

    def settle(self) -> None:
        """Let the window do what is due now."""
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def until(self, holds: Callable[[], bool], what: str, *, seconds: float = 20) -> None:
        """Let the window work until something holds; AssertionError names `what` when it does not in time."""
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"Waited in vain until {what}")
            self._rest()

    def _rest(self) -> None:
        """Let the window do what becomes due; `QTest.qWait` would hold up every other thread, the saver too."""
        loop = QEventLoop()
        QTimer.singleShot(PAUSE, loop.quit)
        loop.exec()

    def _target(self) -> QWindow:
        popup = QApplication.activePopupWidget()
        widget = popup or self.focused().window()
        handle = widget.windowHandle()
        if handle is None:
            raise AssertionError("The window is not on the screen")
        return handle
