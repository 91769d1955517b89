"""The field to search with, and the filters beside it, or below it where they have no room."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.panels.find_strip import FindStrip
from ui.panels.page import QWIDGETSIZE_MAX
from ui.widgets.wrapping_row import WrappingRow
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ui.theme import Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
HIGH, FIELD, COUNT, EDGES = 52, 300, 190, 52
"""The height of the strip, and room for the field, the count and the edges: lengths of the design."""


class SearchField(FindStrip):
    """`taken` on Enter, `gone` on Esc in an empty field; Esc in another clears it and stays."""

    taken = Signal()
    gone = Signal()

    def __init__(self, theme: "Theme", filters: Sequence[QWidget]) -> None:
        self.chips = QWidget()
        super().__init__(theme, say("Search everything"), filters=(self.chips,), always=True)
        self.chips.setLayout(WrappingRow(tuple(filters), theme.px(4)))

    def settle(self) -> None:
        """Set the filters beside the field, or below it where they have no room."""
        px, lines = self.theme.px, self.layout()
        wanted = self.chips.sizeHint().width() + px(FIELD + COUNT + EDGES)
        beside = wanted <= self.width()
        if isinstance(lines, QBoxLayout):
            way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
            lines.setDirection(way)
        high = QSizePolicy.Policy.Fixed if beside else QSizePolicy.Policy.Preferred
        self.chips.setSizePolicy(QSizePolicy.Policy.Preferred, high)  # beside it in its middle, below in several lines
        policy = self.count.sizePolicy()
        policy.setRetainSizeWhenHidden(beside)  # below each other, what is hidden would leave an empty line
        self.count.setSizePolicy(policy)
        self.high = HIGH if beside else None
        if beside:
            self.restyle()
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(QWIDGETSIZE_MAX)
            self.field.setFixedWidth(self.width() - px(EDGES))
            self.count.setVisible(False)
        self.updateGeometry()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Settle for another width."""
        super().resizeEvent(event)
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Esc; the rest is as in every strip."""
        if event.type() == QEvent.Type.KeyPress:
            key = cast("QKeyEvent", event)
            if key.key() == Qt.Key.Key_Escape:
                if self.words():
                    self.field.clear()
                else:
                    self.gone.emit()
                return True
            if key.key() in ENTER and not key.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.taken.emit()
                return True
        return super().eventFilter(watched, event)
