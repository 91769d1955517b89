"""The list of the agenda: mark, number, title on up to four lines, minutes, and one thing that wants attention."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui import paint
from ui.lists import RowDelegate, RowState
from ui.places.room.rows import AgendaRow
from ui.theme import Theme
from wibdesk.domain.agenda import ItemState

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

WIDE, NARROW = 25, 18
MOST_LINES = 4


class AgendaDelegate(RowDelegate):
    """Paints one item: done tick, now arrow or later ring; the item on the sheet is strong."""

    def __init__(self, theme: Theme, parent: "QObject | None" = None) -> None:
        super().__init__(theme, parent)
        self.compact = False
        self.longest_number = ""

    def row_height(self, row: Any, width: int) -> int:
        """Return room for the lines of the title and for the note."""
        lines = len(self._title_lines(row, width))
        note = 18 if row.note and not self.compact else 0
        return self.theme.px(18 + 20 * lines + note)

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint mark, number, title, minutes and note."""
        t = self.theme
        ink = "on_selected" if state.chosen else "muted" if row.state is ItemState.DONE else "ink"
        weight = 600 if row.shown else 400
        line = QRectF(rect.left(), rect.top() + t.px(9), rect.width(), t.px(20))
        x = rect.left() + t.px(14)
        self._mark(p, QPointF(x + t.px(8), line.center().y()), row.state)
        number = QRectF(x + t.px(25), line.top(), self._number_width(), line.height())
        paint.text(p, t, number, row.number, "body", ink, weight=weight)
        self._minutes(p, line, row)
        left, width = rect.left() + self._title_left(), self._title_width(int(rect.width()))
        beside = self._beside(row)
        for words in self._title_lines(row, int(rect.width())):
            area = QRectF(left, line.top(), width - beside, t.px(20))
            paint.text(p, t, area, words, "body", ink, weight=weight)
            line, beside = line.translated(0, t.px(20)), 0
        if row.note and not self.compact:
            self._note(p, QRectF(left, line.top(), rect.right() - left - t.px(8), t.px(18)), row, ink)

    def _minutes(self, p: QPainter, line: QRectF, row: AgendaRow) -> None:
        t = self.theme
        tone, weight = ("warn", 600) if row.over else ("muted", 400)
        area = QRectF(line.left(), line.top(), line.width() - self.inset(14), line.height())
        paint.text(p, t, area, row.minutes, "small", tone, paint.RIGHT, weight=weight)

    def _note(self, p: QPainter, area: QRectF, row: AgendaRow, ink: str) -> None:
        t, x = self.theme, area.left()
        if row.note_icon:
            mark = "warn" if row.note_icon == "flag" else "muted"
            x += paint.icon(p, t, x, area.center().y(), row.note_icon, mark, 13) + t.px(5)
        tone = ink if ink == "on_selected" else "muted"
        paint.text(p, t, QRectF(x, area.top(), area.right() - x, area.height()), row.note, "caption", tone)

    def _mark(self, p: QPainter, centre: QPointF, state: ItemState) -> None:
        t, side = self.theme, float(self.theme.px(6))
        if state is ItemState.DONE:
            paint.icon(p, t, centre.x() - t.px(8), centre.y(), "check", "good", 16)
            return
        if state is ItemState.NOW:
            corners = ((-0.7, -1.0), (1.0, 0.0), (-0.7, 1.0))
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(t.accent)
            p.drawPolygon(QPolygonF([centre + QPointF(x * side, y * side) for x, y in corners]))
            return
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(t.line_strong, 1.4))
        p.drawEllipse(centre, side * 0.75, side * 0.75)

    def _number_width(self) -> float:
        # "12a" and "66/E" are numbers too: the column is as wide as the longest.
        longest = paint.text_width(self.theme, "body", self.longest_number, 600)
        return max(self.theme.px(NARROW), longest + self.theme.px(6))

    def _title_left(self) -> float:
        return self.theme.px(14 + WIDE) + self._number_width()

    def _title_width(self, width: int) -> float:
        return max(width - self._title_left() - self.inset(14), self.theme.px(40))

    def _beside(self, row: AgendaRow) -> float:
        """Return what the minutes take of the first line of the title."""
        return paint.text_width(self.theme, "small", row.minutes, 600) + self.theme.px(8) if row.minutes else 0

    def _title_lines(self, row: AgendaRow, width: int) -> list[str]:
        room = self._title_width(width)
        return paint.balanced_lines(self.theme, row.text, room, "strong", most=MOST_LINES, beside=self._beside(row))
