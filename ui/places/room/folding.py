"""A strip of words with buttons: side by side where there is room, the buttons below the words where there is not."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui.theme import Theme
from ui.widgets.labels import row
from ui.widgets.pane import Pane
from ui.widgets.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

NARROW = 600
"""Width of a strip of one sentence, a length of the design."""
LEAST_WORDS = 260
"""The width that words keep beside the buttons, a length of the design."""


class FoldingStrip(Pane):
    """Takes its form from its width; `narrow` is that below which the buttons go under the words."""

    narrow = NARROW

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", "b")

    def lay_out(self, said: QLayout, *buttons: QWidget) -> None:
        """Take the words and the buttons."""
        theme = self.theme
        self.beside = WrappingRow(buttons, theme.px(8))
        self.line_of = row(theme, (said, 1), self.beside, spacing=8, margins=(20, 6, 16, 6))
        self.setLayout(self.line_of)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Put the buttons beside the words, or below them."""
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Take the form that fits the buttons there are now."""
        directions, theme = QBoxLayout.Direction, self.theme
        wanted = max(theme.px(self.narrow), self.beside.sizeHint().width() + theme.px(LEAST_WORDS))
        narrow = self.width() < wanted
        self.line_of.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
