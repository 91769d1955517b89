"""Whether the computer goes to sleep and wakes again: told by the system where it tells, else seen by the clock."""

import ctypes
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, QTimer, Signal, Slot

TICK = 5.0
"""Seconds between looks at the clock."""
NAP = 20.0
"""Seconds by which a look may come late before the computer counts as having slept."""
WM_POWERBROADCAST, SUSPEND, RESUMED = 0x0218, 0x0004, (0x0007, 0x0012)


def steady() -> float:
    """Return seconds that go on while the computer sleeps and that setting the clock does not move."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class Sleep(QObject):
    """`falls_asleep` before the computer sleeps, where the system says so; `woke` after it, in any case."""

    falls_asleep = Signal()
    woke = Signal()

    def __init__(self, *, clock: Callable[[], float] = steady, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock, self.last = clock, clock()
        self.bus: object | None = None
        self.filter: PowerMessages | None = None
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        self.timer.start(int(TICK * 1000))

    def listen(self) -> None:
        """Ask the system to be told; where there is nobody to ask, the clock alone tells."""
        if sys.platform == "win32":
            self.filter = PowerMessages(self)
            app = QCoreApplication.instance()
            assert app is not None
            app.installNativeEventFilter(self.filter)
        elif sys.platform == "linux":
            # Only a system with a bus has it, and the first paint does not wait for it.
            from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415

            self.bus = QDBusConnection.systemBus()
            self.bus.connect(
                "org.freedesktop.login1",
                "/org/freedesktop/login1",
                "org.freedesktop.login1.Manager",
                "PrepareForSleep",
                self,
                SLOT("prepare(bool)"),  # type: ignore[call-overload]  # a str in truth, bytes in the hints
            )

    @Slot(bool)
    def prepare(self, going: bool) -> None:
        """Hear from the system that the computer goes to sleep, or that it woke."""
        (self.falls_asleep if going else self.woke).emit()
        self.last = self.clock()

    def look(self) -> None:
        """Notice by the clock that nothing ran for a while."""
        now, last = self.clock(), self.last
        self.last = now
        if now - last > TICK + NAP:
            self.woke.emit()


class PowerMessages(QAbstractNativeEventFilter):
    """Hears what Windows says to every window of a program about sleep."""

    def __init__(self, sleep: Sleep) -> None:
        super().__init__()
        self.sleep = sleep

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Take note of a power message and let it pass."""
        if bytes(kind) == b"windows_generic_MSG":  # type: ignore[arg-type]  # a QByteArray gives its bytes
            # HWND, message number and its first parameter, as Windows lays them out.
            number = ctypes.c_uint.from_address(int(message) + ctypes.sizeof(ctypes.c_void_p)).value
            if number == WM_POWERBROADCAST:
                what = ctypes.c_size_t.from_address(int(message) + 2 * ctypes.sizeof(ctypes.c_void_p)).value
                if what == SUSPEND:
                    self.sleep.prepare(True)
                elif what in RESUMED:
                    self.sleep.prepare(False)
        return False, 0
