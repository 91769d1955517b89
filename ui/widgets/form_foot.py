"""The two buttons at the foot of a form: side by side where there is width for both, else one below the other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import column

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

EDGES, GAP = 40, 8  # at both ends together, and between the buttons: lengths of the design


class FormFoot(QWidget):
    """Large text leaves a form little height: what the second row of buttons took goes to its fields."""

    def __init__(self, theme: Theme, *buttons: Button) -> None:
        super().__init__()
        self.theme, self.buttons = theme, buttons
        self.line = column(theme, *buttons, None, spacing=GAP, margins=(EDGES // 2, 8, EDGES // 2, 16))
        self.setLayout(self.line)
        theme.changed.connect(self.settle)

    def settle(self) -> None:
        """Set the buttons side by side where they fit."""
        wide = sum(button.sizeHint().width() + self.theme.px(GAP) for button in self.buttons)
        beside = wide + self.theme.px(EDGES) <= self.width()
        self.line.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the wider button only, so that a narrow form can have them one below the other."""
        widest = max(button.minimumSizeHint().width() for button in self.buttons)
        return QSize(widest + self.theme.px(EDGES), super().minimumSizeHint().height())

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Set the buttons anew for another width."""
        super().resizeEvent(event)
        self.settle()
