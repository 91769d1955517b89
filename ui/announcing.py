"""Has a screen reader say what stands nowhere that has the keyboard; without one running nothing is done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.lists import RowList

REST = 700
"""Milliseconds without a key after which what is chosen by typing is said: who types is not talked over."""


def announce(widget: "QWidget", words: str, *, urgent: bool = False) -> None:
    """Have the words said: at once when they are urgent, else when the screen reader has a moment."""
    event = QAccessibleAnnouncementEvent(widget, words)
    manner = QAccessible.AnnouncementPoliteness
    event.setPoliteness(manner.Assertive if urgent else manner.Polite)
    QAccessible.updateAccessibility(event)


class Quarters:
    """Tells when a quarter more of some long work is done: who hears how far it is hears it three times, not a hundred.

    The end is told by what has come of the work.
    """

    def __init__(self) -> None:
        self.told = 0

    def passed(self, share: float) -> int | None:
        """Return 25, 50 or 75 where that many per cent are done for the first time; less than nothing begins anew."""
        quarter = int(share * 4)
        before, self.told = self.told, 0 if share < 0 else max(self.told, quarter)
        return quarter * 25 if before < quarter < 4 else None


class ChosenSaid(QObject):
    """Says which row of a list is chosen while the keyboard stays in the field above it.

    At once after an arrow key (`now`), else once typing rests.
    """

    def __init__(self, rows: "RowList") -> None:
        super().__init__(rows)
        self.rows = rows
        self.resting = QTimer(self, singleShot=True, interval=REST)
        self.resting.timeout.connect(self.now)
        rows.chosen.connect(self.soon)

    def soon(self, _row: object = None) -> None:
        """Say it once typing rests."""
        if QAccessible.isActive():
            self.resting.start()

    def now(self) -> None:
        """Say it at once."""
        self.resting.stop()
        row = self.rows.current_row()
        if row is not None and self.rows.isVisible() and QAccessible.isActive():
            announce(self.rows, row.sentence or row.text)
