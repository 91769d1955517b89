"""A few invented lines of minutes in the look that is chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import paint
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.theme import Theme

TITLE = later("Front door")
LINES = (later("Contacts had risen by nine per cent."), later("Two boroughs reported the same."))
DECISION = later("One shared definition from 1 October.")
TITLE_HIGH, GAP, EDGE = 44, 8, 112  # of the title, between paragraphs, the margin's: lengths of the design


class Sample(QWidget):
    """An item with a paragraph and a decision, as the sheet shows them: face, size, spacing, colours and caret."""

    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("A few lines of minutes in this look"))
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return room for a title, a paragraph and a decision, in the lines that they take at this width."""
        t = self.theme
        count = len(self._paragraph()) + len(self._decision())
        return QSize(t.px(300), t.px(TITLE_HIGH + 3 * GAP) + count * t.line_height("minutes"))

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Ask for the height that another width takes."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint an item as the sheet does, the caret behind its last word."""
        t, p = self.theme, QPainter(self)
        paint.box(p, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), t.sheet, t.line_strong, t.px(8))
        edge, high = t.px(EDGE), t.line_height("minutes")
        p.fillRect(QRectF(edge, 1, 1, self.height() - 2), t.line)
        room = QRectF(edge + t.px(16), t.px(4), self.width() - edge - t.px(32), t.px(TITLE_HIGH))
        margin = QRectF(0, room.top(), edge - t.px(12), room.height())
        paint.text(p, t, margin, "3", "item_title", "muted", paint.RIGHT)
        paint.text(p, t, room, say(TITLE), "item_title")
        top = room.bottom() + t.px(2)
        for words in self._paragraph():
            paint.text(p, t, QRectF(room.left(), top, room.width(), high), words, "minutes")
            top += high
        top += t.px(GAP)
        decision, wide = self._decision(), 0.0
        p.fillRect(QRectF(edge - 1, top, t.px(3), len(decision) * high), t.ink)
        paint.text(p, t, QRectF(0, top, edge - t.px(12), high), say("Agreed"), "small_strong", "ink", paint.RIGHT)
        for number, words in enumerate(decision):
            top += high if number else 0
            wide = paint.text(p, t, QRectF(room.left(), top, room.width(), high), words, "minutes_strong")
        tall = t.px(20)
        p.fillRect(QRectF(room.left() + wide + 2, top + (high - tall) / 2, t.caret_width, tall), t.caret)

    def _paragraph(self) -> list[str]:
        return [line for words in LINES for line in self._broken(say(words), "minutes")]

    def _decision(self) -> list[str]:
        return self._broken(say(DECISION), "minutes_strong")

    def _broken(self, words: str, role: str) -> list[str]:
        room = self.width() - self.theme.px(EDGE + 36)  # the caret stands behind the last word
        return paint.balanced_lines(self.theme, words, room, role, most=4)
