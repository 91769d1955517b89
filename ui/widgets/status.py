"""Facts of the header at a fixed width: they change, they never move."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from ui import paint
from ui.theme import Theme
from ui.widgets.painted import Painted

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class StatusItem(Painted):
    """A fact with its icon and a note; `sample` keeps the width that the longest words need; `pill` is the live one."""

    def __init__(
        self, theme: Theme, words: str = "", *, icon: str = "", tone: str = "ink", sample: str = "", pill: bool = False
    ) -> None:
        super().__init__()
        self.theme, self.words, self.icon_name, self.tone = theme, words, icon, tone
        self.sample, self.pill, self.note = sample, pill, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        theme.changed.connect(self.restyle)

    def show_fact(self, words: str, note: str = "", *, icon: str = "", tone: str = "ink", spoken: str = "") -> None:
        """Show this fact from now on; `spoken` is what a screen reader says for it."""
        if (words, note, icon or self.icon_name, tone) == (self.words, self.note, self.icon_name, self.tone):
            return
        wide = self.sizeHint()
        self.words, self.note, self.icon_name, self.tone = words, note, icon or self.icon_name, tone
        self.setAccessibleName(spoken or f"{words} {note}".strip())
        if self.sizeHint() != wide:
            self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Take size and look from the theme again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the words or their sample, whichever is wider, icon and note."""
        t = self.theme
        width = max(paint.text_width(t, "strong", words) for words in (self.sample, self.words))
        width += t.px(38) if self.pill else t.px(26) if self.icon_name else t.px(4)
        width += paint.text_width(t, "small", self.note) + t.px(8) if self.note else 0
        return QSize(width, t.px(32))

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint pill or icon, words and note."""
        t, p = self.theme, QPainter(self)
        rect, centre, x, ink = QRectF(self.rect()), self.height() / 2, 0.0, self.tone
        if self.pill:
            paint.box(p, rect.adjusted(0, t.px(2), 0, -t.px(2)), t.live, None, t.px(5))
            paint.live_dot(p, t, QPointF(t.px(15), centre), 4.5)
            ink, x = "on_live", float(t.px(26))
        elif self.icon_name:
            x += paint.icon(p, t, x, centre, self.icon_name, self.tone, 16) + t.px(6)
        x += paint.text(p, t, QRectF(x, 0, rect.width() - x, rect.height()), self.words, "strong", ink)
        x += t.px(6)
        if self.note and paint.text_width(t, "small", self.note) <= rect.width() - x + 1:  # half a note says nothing
            paint.text(p, t, QRectF(x, 0, rect.width() - x, rect.height()), self.note, "small", "muted")
