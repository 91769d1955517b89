"""Tabs: views of one place, words in a row, the current one underlined and bold."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTabBar, QToolButton

from ui import paint
from ui.theme import Theme
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

LEAST, WISHED = 12, 26  # from one word to the next, lengths of the design
ARROWS = {"ScrollLeftButton": later("Views before"), "ScrollRightButton": later("Views after")}
"""The buttons that Qt shows where the words have no room side by side, by its names for them."""


class Tabs(QTabBar):
    """Views given as (id, word); counts stand beside the words; `currentChanged` tells, `current` is the id."""

    def __init__(self, theme: Theme, views: Sequence[tuple[str, str]], *, name: str = "") -> None:
        super().__init__()
        self.theme, self.views = theme, list(views)
        self.counts: dict[str, int] = {}
        self.gap = theme.px(WISHED)
        self.setAccessibleName(name or say("Views"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        for arrow in self.findChildren(QToolButton):
            arrow.setAccessibleName(say(ARROWS[arrow.objectName()]))
        self.setMouseTracking(True)
        self.setProperty("kept_free", True)  # no toast lies over it
        for _, word in self.views:
            self.addTab(word)
        theme.changed.connect(self.restyle)

    def current(self) -> str:
        """Return the id of the view shown."""
        return self.views[self.currentIndex()][0]

    def choose(self, view: str) -> None:
        """Show the view with this id."""
        self.setCurrentIndex(next(n for n, (key, _) in enumerate(self.views) if key == view))

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show a figure beside the words of these views, where there is room for all of them."""
        self.counts = dict(counts)
        self.restyle()

    def restyle(self) -> None:
        """Measure the words again, closer together and without figures where there is little room."""
        full = self._full()
        tight = self._wide(full) + self.count() * self.theme.px(LEAST) > self.width()
        for number, (_, word) in enumerate(self.views):
            if self.tabText(number) != (shown := word if tight else full[number]):
                self.setTabText(number, shown)
        room = (self.width() - self._words_width()) // max(self.count(), 1)
        self.gap = min(max(room, self.theme.px(LEAST)), self.theme.px(WISHED))
        self.setFont(self.theme.font("body", 600))
        self.setIconSize(self.iconSize())  # makes Qt ask for the sizes again

    def sizeHint(self) -> QSize:
        """Ask for the wished room between the words."""
        return QSize(self._wide(self._full()) + self.count() * self.theme.px(WISHED), self.theme.px(38))

    def tabSizeHint(self, index: int) -> QSize:
        """Return room for the word at its boldest."""
        return QSize(self._word_width(index) + self.gap, self.theme.px(38))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the same: words are not cut, the bar scrolls."""
        return self.tabSizeHint(index)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Put the words as far apart as the room is wide."""
        super().resizeEvent(event)
        self.restyle()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the words, the line under the current one and the focus."""
        t, p = self.theme, QPainter(self)
        p.fillRect(0, self.height() - 1, self.width(), 1, t.line)
        for number in range(self.count()):
            self._paint_tab(p, number)

    def _full(self) -> list[str]:
        return [f"{word}  {self.counts[view]}" if view in self.counts else word for view, word in self.views]

    def _wide(self, words: list[str]) -> int:
        return sum(paint.text_width(self.theme, "body", word, 600) for word in words)

    def _words_width(self) -> int:
        return sum(self._word_width(number) for number in range(self.count()))

    def _word_width(self, index: int) -> int:
        return paint.text_width(self.theme, "body", self.tabText(index), 600)

    def _paint_tab(self, p: QPainter, number: int) -> None:
        t, rect, here = self.theme, QRectF(self.tabRect(number)), number == self.currentIndex()
        words = rect.adjusted(0, 0, 2 - self.gap, -2)
        weight, ink = (600, "ink") if here else (None, "muted")
        width = paint.text(p, t, words, self.tabText(number), "body", ink, weight=weight)
        if here:
            p.fillRect(QRectF(rect.left(), self.height() - t.px(3), width, t.px(3)), t.accent)
        if here and self.hasFocus():
            ring = QRectF(rect.left() - t.px(6), t.px(3), width + t.px(12), self.height() - t.px(8))
            paint.focus_ring(p, t, ring.intersected(QRectF(self.rect()).adjusted(0, 1, 0, -1)))
