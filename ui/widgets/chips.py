"""Chips that are pressed: filters that are on or may be added."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import paint
from ui.theme import Theme
from ui.widgets.tips import Tipped
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent


class FilterChip(Tipped, QAbstractButton):
    """A filter: a tick when it is on, a plus when it may be added; `toggled` tells."""

    def __init__(self, theme: Theme, words: str, *, on: bool = False) -> None:
        super().__init__()
        self.theme = theme
        self.setText(words)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(say("Filter: {words}", words=words))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_words(self, words: str) -> None:
        """Show other words from now on."""
        self.setText(words)
        self.setAccessibleName(say("Filter: {words}", words=words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon, words and focus ring."""
        return QSize(paint.chip_width(self.theme, self.text(), "check") + 8, self.theme.px(24) + 8)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Turn on and off on Enter as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the chip and its focus."""
        p, on = QPainter(self), self.isChecked()
        state = "new" if on else "plain"
        paint.chip(p, self.theme, 4, self.height() / 2, self.text(), "check" if on else "plus", state)
        if self.hasFocus():
            paint.focus_ring(p, self.theme, self.rect(), 7)
