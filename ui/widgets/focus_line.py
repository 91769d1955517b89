"""The line along the top of a page that is only read while it has the keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class FocusLine(QWidget):
    """Lies over its page, which paints nothing of its own where its words are."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self.theme, self.page = theme, page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        page.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the keyboard, as wide as the page."""
        if watched is self.page and event.type() in (QEvent.Type.FocusIn, QEvent.Type.Resize):
            self.setGeometry(0, 0, self.page.width(), self.theme.focus_width)
            self.raise_()
            self.setVisible(self.page.hasFocus())
        elif watched is self.page and event.type() == QEvent.Type.FocusOut:
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), self.theme.focus)
