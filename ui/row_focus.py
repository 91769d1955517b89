"""What lists and tables do alike with the keyboard: a row has it at once and is read out, or the list shows it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAccessible, QPainter

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent
    from PySide6.QtWidgets import QAbstractItemView

    from ui.theme import Theme

    View = QAbstractItemView
else:
    View = object  # Qt allows one base of its own


class RowFocus(View):
    """Goes before the view that it is mixed into; `choose_first` is the view's own."""

    theme: "Theme"
    reading: "RowRead | None" = None

    def choose_first(self) -> None:
        """Choose the first row that can be chosen."""
        raise NotImplementedError

    def focusInEvent(self, event: "QFocusEvent") -> None:
        """Give the keyboard to a row at once, and have it read out."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose_first()
        elif event.reason() != Qt.FocusReason.MouseFocusReason and QAccessible.isActive():
            self.reading = self.reading or RowRead(self)
            self.reading.start()
        self.viewport().update()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the rows; where there is none, a line along the top shows that the list has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            area = self.viewport()
            QPainter(area).fillRect(0, 0, area.width(), self.theme.focus_width, self.theme.focus)


class RowRead(QTimer):
    """Has the current row read out once a list has the keyboard: Qt tells a reader of the list alone, and that last."""

    def __init__(self, view: Any) -> None:
        super().__init__(view, singleShot=True, interval=0)
        self.view = view
        self.timeout.connect(self._read)

    def _read(self) -> None:
        if self.view.hasFocus():
            self.view.currentChanged(self.view.currentIndex(), QModelIndex())
