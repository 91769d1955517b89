"""A narrow list with a wide page beside it; where there is no room for both, one takes the place of the other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

QWIDGETSIZE_MAX = 16777215  # Qt's own "no limit", which PySide6 does not name
LIST, BESIDE = 264, 720  # the width of the list, and from where on a page stands beside it: lengths of the design


class Halves(QWidget):
    """`page` stands beside the list; `open_page` shows it, or something in its place, `close_page` goes back.

    `settled` tells of either.
    """

    settled = Signal()

    def __init__(self, theme: Theme, listed: QWidget, page: QWidget) -> None:
        super().__init__()
        self.theme, self.listed, self.page, self.shown, self.asked = theme, listed, page, page, False
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(0)
        self.line.addWidget(listed)
        self.line.addWidget(page, 1)
        self.line.addStretch(0)
        theme.changed.connect(self.settle)
        self.settle()

    def open_page(self, page: QWidget | None = None) -> None:
        """Show the page, or something else in its place, also where only one of both has room."""
        wanted = page or self.page
        if self.line.indexOf(wanted) < 0:
            self.line.insertWidget(self.line.count() - 1, wanted, 1)
        if wanted is not self.shown:
            self.shown.hide()
        self.shown, self.asked = wanted, True
        self.settle()
        self.settled.emit()

    def close_page(self) -> None:
        """Go back to the list with its page beside it."""
        if self.shown is not self.page:
            self.shown.hide()
        self.shown, self.asked = self.page, False
        self.settle()
        self.settled.emit()

    def beside(self) -> bool:
        """Say whether there is room for both."""
        return self.width() >= self.theme.px(BESIDE)

    def covered(self) -> bool:
        """Say whether a page stands in the place of the list."""
        return self.asked and not self.beside()

    def settle(self) -> None:
        """Lay list and page out for the width that there is."""
        beside, width = self.beside(), self.theme.px(LIST)
        self.listed.setMinimumWidth(width if beside else 0)
        self.listed.setMaximumWidth(width if beside else QWIDGETSIZE_MAX)
        self.line.setStretch(0, 0 if beside else 1)
        self.listed.setVisible(beside or not self.asked)
        self.shown.setVisible(beside or self.asked)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Lay out again for another width."""
        super().resizeEvent(event)
        self.settle()
