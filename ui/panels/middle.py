"""A card in the middle of a quiet ground: what is shown before a register is open, or while it is locked."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.labels import Line, column
from ui.widgets.pane import Pane, Scroll

if TYPE_CHECKING:
    from ui.theme import Theme


def in_the_middle(theme: "Theme", card: QWidget) -> Line:
    """Return the layout of a place that shows nothing but the card; it scrolls where the window is low."""
    page = QWidget()
    middle = QHBoxLayout(page)
    middle.addStretch(1)
    middle.addWidget(card, 100)
    middle.addStretch(1)
    ground = Pane(theme, "window")
    ground.setLayout(column(theme, (Scroll(page), 1), spacing=0))
    return column(theme, ground, spacing=0)
