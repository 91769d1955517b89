"""The tip of the button that has the keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from ui.widgets.labels import Label, row
from ui.widgets.popup import Popup

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from ui.theme import Theme


class Tip(Popup):
    """Words in a frame at the right of a button, or below it where there is no room."""

    def __init__(self, theme: "Theme", words: str, button: "QAbstractButton") -> None:
        window = button.window()
        super().__init__(theme, window, layout=row(theme, Label(theme, words, "small"), margins=(8, 4, 8, 4)))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.adjustSize()
        gap = theme.px(4)
        place = button.mapTo(window, QPoint(button.width() + gap, (button.height() - self.height()) // 2))
        if place.x() + self.width() > window.width():
            place = button.mapTo(window, QPoint(0, button.height() + gap))
        right, low = window.width() - self.width() - gap, window.height() - self.height() - gap
        self.move(max(min(place.x(), right), gap), max(min(place.y(), low), gap))
        self.show()
        self.raise_()
