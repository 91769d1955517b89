"""A field in a row of the log: Enter keeps what was typed, Esc leaves the row as it was."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from ui.panels.one_line import Asking, OneLine
from ui.theme import Theme
from ui.widgets.labels import column

LEAST = 260  # narrowest field, a length of the design


class RowEditor(OneLine):
    """Lies over the cell that it changes."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, "raised", "all", "caption", radius=5)
        self.setParent(over)
        self.remark.setIndent(theme.px(6))
        self.setLayout(column(theme, self.entry, self.remark, spacing=1, margins=(3, 3, 3, 3)))
        self.hide()

    def open_on(self, cell: QRect, asking: Asking) -> None:
        """Show the field over a cell, as what it lies over counts."""
        self.show_asking(asking)
        self.lie_on(cell)
        self.start()

    def lie_on(self, cell: QRect) -> None:
        """Lie over the cell where it stands now."""
        over = self.parentWidget()
        width = min(max(cell.width(), self.theme.px(LEAST)), over.width())
        left = min(max(cell.left(), 0), over.width() - width)
        high = max(self.sizeHint().height(), cell.height())
        self.setGeometry(left, max(min(cell.top(), over.height() - high), 0), width, high)
