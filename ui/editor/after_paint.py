"""What can wait until the letter stands on the screen: done once, right after what is to be painted was painted."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

_KIND = QEvent.Type(QEvent.registerEventType())
_LAST = Qt.EventPriority.LowEventPriority.value - 1  # Qt paints at low priority


class AfterPaint(QObject):
    """Does one deed; however often it is asked for meanwhile, it is done once.

    A timer of no time at all would not do: on Windows it comes before the paint.
    """

    def __init__(self, parent: QObject, deed: Callable[[], object]) -> None:
        super().__init__(parent)
        self.deed, self.waiting = deed, False

    def ask(self) -> None:
        """Have it done after the next paint, or as soon as the loop of events is idle where nothing is painted."""
        if not self.waiting:
            self.waiting = True
            QCoreApplication.postEvent(self, QEvent(_KIND), _LAST)

    def customEvent(self, event: QEvent) -> None:
        """Do it now."""
        self.waiting = False
        self.deed()
