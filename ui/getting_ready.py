"""Getting the search ready: the index of an old register is filled in slices, behind the clerk's work."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from ui.context import Context

REST = 300
"""Milliseconds after opening before the first slice: the clerk's first screen comes first."""
PAUSE = 4
"""Milliseconds between two slices, in which whatever waits for the register has its turn."""


class GettingReady(QObject):
    """Fills the index of the window's register; `moved` with the share that is ready whenever that is a percent more.

    The desk keeps how far it came, so that closing or a crash stops it and the next start goes on. A disk that refuses
    stops it as well: a search that finds it short begins it anew.
    """

    moved = Signal(float)

    def __init__(self, context: "Context", parent: QObject | None = None, *, rest: int = REST) -> None:
        super().__init__(parent)
        self.context, self.share, self.begun = context, 1.0, False
        self.clock = QTimer(self)
        self.clock.setSingleShot(True)
        self.clock.setInterval(rest)
        self.clock.timeout.connect(self._fill)

    def start(self) -> None:
        """Begin anew, once a register is open."""
        self.begun = True
        self.clock.start()

    def go_on(self) -> None:
        """Begin again where it was stopped."""
        if not self.begun:
            self.start()

    def close(self) -> None:
        """Stop, because the register is let go of; once one is open again, `start` begins anew."""
        self.begun = False
        self.clock.stop()

    def _fill(self) -> None:
        if self.context.desk is None:  # the window was locked or is closing: a search goes on from here
            self.begun = False
            return
        self.context.tasks.then(self.context.desk.fill_search(), self._filled, self._stopped)

    def _filled(self, share: float) -> None:
        percent, self.share = int(self.share * 100), share
        if int(share * 100) != percent:
            self.moved.emit(share)
        self.begun = share < 1
        if self.begun:
            self.clock.start(PAUSE)

    def _stopped(self, _error: BaseException) -> None:
        self.begun = False
