"""The list of what is read back: words in a margin, a rule, the line at the size of the minutes, facts at its end."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from ui import paint
from ui.lists import RowDelegate, RowState
from ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

MARGIN, NARROW_MARGIN = 190, 108
MEASURE = 720
"""Lengths of the design: the margin, the same where there is little room, and line with facts together."""
LINES = 12  # of one text before the last is elided
EDGE, END = 16, 28  # before the words, and after the facts
FACTS = 0.42  # share of the line that the facts may take


class ReadDelegate(RowDelegate):
    """Paints one line; `narrow` puts the facts under it instead of beside."""

    def __init__(self, theme: Theme, parent: "QObject | None" = None) -> None:
        super().__init__(theme, parent)
        self.narrow = False

    def row_height(self, row: Any, width: int) -> int:
        """Return room for the words, and for facts that stand under them."""
        t = self.theme
        if row.heading:
            return t.px(46)
        under = t.line_height("small") if self._stands_under(row, width) else 0
        return t.line_height("minutes") * len(self._lines(row, width)) + under + t.px(8)

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint margin, rule, words and facts."""
        t, left = self.theme, rect.left() + self._margin()
        p.fillRect(QRectF(left, rect.top(), 1, rect.height()), t.line)
        if row.heading:
            self._heading(p, rect, row)
            return
        chosen = "on_selected" if state.chosen else ""
        high = t.line_height("minutes")
        line = QRectF(left + t.px(EDGE), rect.top() + t.px(4), self._wide(rect.width()), high)
        margin = QRectF(rect.left() + t.px(EDGE), line.top(), self._margin() - t.px(EDGE + 14), high)
        paint.text(p, t, margin, row.margin, "small_strong", chosen or row.tone, paint.RIGHT)
        if row.bar:
            bar = QRectF(left - t.px(1), rect.top() + t.px(4), t.px(3), rect.height() - t.px(8))
            p.fillRect(bar, t.colour(row.bar))
        facts, align = QRectF(line), paint.RIGHT
        for words in self._lines(row, int(rect.width())):
            paint.text(p, t, line, words, "minutes", chosen or "ink")
            line.translate(0, high)
        if self._stands_under(row, int(rect.width())):
            facts, align = QRectF(line.left(), line.top(), line.width(), t.line_height("small")), paint.LEFT
        paint.text(p, t, facts, row.right, "small", chosen or row.right_tone, align)

    def _heading(self, p: QPainter, rect: QRectF, row: Any) -> None:
        t = self.theme
        area = QRectF(rect.left() + self._margin() + t.px(EDGE), rect.top() + t.px(14), rect.width(), t.px(26))
        used = paint.text(p, t, area, row.text, "heading")
        paint.text(p, t, area.adjusted(used + t.px(10), t.px(1), 0, 0), row.about, "small", "muted")

    def _margin(self) -> int:
        return self.theme.px(NARROW_MARGIN if self.narrow else MARGIN)

    def _wide(self, width: float) -> float:
        """Return how wide line and facts are together."""
        t = self.theme
        return max(min(width - self._margin() - self.inset(END) - t.px(EDGE), t.px(MEASURE)), t.px(80))

    def _facts(self, row: Any) -> int:
        return paint.text_width(self.theme, "small", row.right)

    def _stands_under(self, row: Any, width: int) -> bool:
        return bool(row.right) and (self.narrow or self._facts(row) > FACTS * self._wide(width))

    def _lines(self, row: Any, width: int) -> list[str]:
        t, wide = self.theme, self._wide(width)
        if row.right and not self._stands_under(row, width):
            wide -= self._facts(row) + t.px(24)
        return _broken(QFontMetricsF(t.font("minutes")).horizontalAdvance, row.text, wide)


def _broken(measure: Callable[[str], float], words: str, width: float) -> list[str]:
    """Return words in lines as full as they get; more than enough of them end in one that is elided."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if len(lines) < LINES and lines[-1] and measure(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
