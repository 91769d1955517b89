"""The system asks the desk to end: the session closes, or a signal comes. Everything is stored first, in order."""

import signal
import socket
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal
from PySide6.QtGui import QGuiApplication, QSessionManager

NAMES = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")
"""Signals that ask a program to end; a system has some of them."""


class SessionEnd(QObject):
    """`asked` when the desk shall close; `save` sends what was typed and says whether nothing is lost by ending."""

    asked = Signal()

    def __init__(self, save: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.save = save
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.commitDataRequest.connect(self.commit, Qt.ConnectionType.DirectConnection)
        # Python hears of a signal only when it runs, and the window mostly waits inside Qt: a socket wakes it.
        self._wakes, self._heard = socket.socketpair()
        self._wakes.setblocking(False)
        self._heard.setblocking(False)
        self._fd = signal.set_wakeup_fd(self._wakes.fileno(), warn_on_full_buffer=False)
        numbers = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
        self._before = {number: signal.signal(number, _nothing) for number in numbers}
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def commit(self, manager: QSessionManager) -> None:
        """Store what was typed before the session ends; ask the system to wait where the disk refuses it."""
        if not self.save() and manager.allowsInteraction():
            manager.cancel()

    def stop(self) -> None:
        """Give the signals back to whoever had them."""
        self._notifier.setEnabled(False)
        for number, before in self._before.items():
            signal.signal(number, before)
        signal.set_wakeup_fd(self._fd)
        self._wakes.close()
        self._heard.close()

    def _woken(self) -> None:
        with suppress(BlockingIOError):
            while self._heard.recv(64):
                pass
        self.asked.emit()


def _nothing(_number: int, _frame: object) -> None:
    """Take the signal: the socket tells of it."""
