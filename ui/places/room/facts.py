"""Lines of facts at the foot of a panel, and the head of a panel with its key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from ui import paint
from ui.theme import Theme
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, row
from ui.widgets.painted import Painted
from ui.widgets.pane import Pane

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Fact(Painted):
    """Words at the left, a figure at the right: read out as one, reached by F6 with the rest of the foot."""

    def __init__(self, theme: Theme, words: str, icon: str, key: str = "") -> None:
        super().__init__()
        self.theme, self.words, self.icon_name, self.key = theme, words, icon, key
        self.figure, self.tone = "", "ink"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_figure(self, figure: str, tone: str = "ink", spoken: str = "") -> None:
        """Show this figure; an empty one hides the line."""
        self.figure, self.tone = figure, tone
        self.setVisible(bool(figure))
        self.setAccessibleName(spoken or f"{self.words}: {figure}")
        self.update()

    def restyle(self) -> None:
        """Take the height from the theme again."""
        self.setFixedHeight(self.theme.px(30))
        self.update()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint icon, words, key and figure."""
        t, p, x = self.theme, QPainter(self), float(self.theme.px(16))
        tone = self.tone if self.tone != "ink" else "muted"
        x += paint.icon(p, t, x, self.height() / 2, self.icon_name, tone, 15) + t.px(8)
        area = QRectF(x, 0, self.width() - x - t.px(14), self.height())
        used = paint.text(p, t, area, self.words, "body", "ink")
        if self.key and used + paint.key_cap_width(t, self.key) + t.px(60) < area.width():
            paint.key_cap(p, t, x + used + t.px(8), self.height() / 2, self.key)
        paint.text(p, t, area, self.figure, "body", self.tone, paint.RIGHT, weight=600)
        if self.hasFocus():
            paint.focus_ring(p, t, QRectF(self.rect()).adjusted(t.px(4), 1, -t.px(4), -1), 4)


class PanelHead(Pane):
    """The name of a panel, the key that leads to it, and quiet words at the right."""

    def __init__(self, theme: Theme, title: str, key: str, right: str = "") -> None:
        super().__init__(theme, "panel", height=38)
        self.words = Label(theme, title, "strong")
        self.right = Label(theme, right, "small", "muted")
        keys = Keys(theme, [(key, "")])
        self.setLayout(row(theme, self.words, keys, None, self.right, spacing=8, margins=(16, 6, 14, 0)))
