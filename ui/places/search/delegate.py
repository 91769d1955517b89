"""How a hit is painted: what it is and its facts, and below its words with what was looked for in a frame."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from ui import paint
from ui.lists import RowDelegate, RowState
from ui.places.search.rows import KINDS, HitRow
from wibdesk.domain.search import SearchKind
from wibdesk.language import say

EDGE, KIND, HIGH, LINE = 28, 124, 64, 26
"""The edge of the page, room for the word of a kind, height of a row and of its words: lengths of the design."""
CUT = "… "
Marked = tuple[tuple[int, int], ...]


class HitDelegate(RowDelegate):
    """Two lines: icon, kind and facts; the words in the face of the minutes."""

    height = HIGH

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint what was found, or a search of before, which has no facts."""
        t = self.theme
        p.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), t.line)
        left, right = rect.left() + t.px(EDGE), rect.right() - self.inset(24)
        if not isinstance(row, HitRow):
            paint.icon(p, t, left, rect.center().y(), "history", "muted", 16)
            paint.text(p, t, QRectF(left + t.px(28), rect.top(), right - left - t.px(28), rect.height()), row.text)
            return
        word, icon = KINDS[row.hit.kind]
        private = row.hit.kind is SearchKind.NOTE
        tone, centre = "private" if private else "ink", rect.top() + t.px(20)
        paint.icon(p, t, left, centre, icon, "private" if private else "muted", 16)
        first = QRectF(left + t.px(24), centre - t.px(10), right - left - t.px(24), t.px(20))
        used = paint.text(p, t, first, say(word), "label", tone)
        facts = first.adjusted(max(t.px(KIND), used + t.px(14)), 0, 0, 0)
        if row.private:
            paint.icon(p, t, facts.left(), centre, "lock", "private", 14)
            facts.adjust(t.px(19), 0, 0, 0)
            facts.adjust(paint.text(p, t, facts, row.private, "small", "private") + t.px(12), 0, 0, 0)
        paint.text(p, t, facts, row.facts, "small", "muted")
        words = QRectF(first.left(), rect.top() + t.px(33), first.width(), t.px(LINE))
        self._words(p, words, row.hit.words, row.hit.marked)

    def _words(self, p: QPainter, rect: QRectF, words: str, marked: Marked) -> None:
        """Paint the words on one line, so that the first thing that was looked for is in sight."""
        t = self.theme
        plain = QFontMetricsF(t.font("minutes")).horizontalAdvance
        bold = QFontMetricsF(t.font("minutes", 600)).horizontalAdvance
        shown, ranges = in_sight(words, marked, rect.width(), bold)
        x = rect.left()
        for piece, is_marked in pieces(shown, ranges):
            wide = (bold if is_marked else plain)(piece)
            room = rect.right() - x
            if room < t.px(12):
                break
            area = QRectF(x, rect.top(), min(wide, room) + 1, rect.height())
            if is_marked:
                frame = area.adjusted(-1, t.px(2), 0, -t.px(1))
                paint.box(p, frame, t.warn_soft, t.warn, t.px(3), 1)
            paint.text(p, t, area, piece, "minutes", "ink", weight=600 if is_marked else None)
            x += wide


def pieces(words: str, marked: Marked) -> Iterator[tuple[str, bool]]:
    """Give the words in pieces, each with whether it was looked for."""
    at = 0
    for start, end in marked:
        if at < start:
            yield words[at:start], False
        yield words[start:end], True
        at = end
    if at < len(words):
        yield words[at:], False


def in_sight(words: str, marked: Marked, width: float, measure: Callable[[str], float]) -> tuple[str, Marked]:
    """Return words and marks without as much of the beginning as keeps the first mark from being seen."""
    if not marked or measure(words[: marked[0][1]]) <= width:
        return words, marked
    first, end = marked[0]
    start = first
    # Some of what stands before it tells what it is about.
    while (before := words.rfind(" ", 0, start - 1) + 1) and measure(CUT + words[before:end]) < width / 2:
        start = before
    moved = len(CUT) - start
    return CUT + words[start:], tuple((a + moved, b + moved) for a, b in marked)
