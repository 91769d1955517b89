"""The small timeline of a plan: months over the columns, a line for each activity, a mark for each milestone."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui import paint
from ui.cells import Two
from ui.tables import Column, Head, Table
from ui.theme import Theme
from wibdesk.domain.dates import brief_month

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_COLUMNS = 8
STEPS = (1, 2, 3, 6, 12, 24, 60)
"""Months between the lines: as few as leave no more columns than there is room for."""


@dataclass(frozen=True)
class Months:
    """The time in sight: the first day of its first month, how many columns, and the months of each."""

    first: date = date(2000, 1, 1)
    count: int = 1
    step: int = 1

    def place(self, day: date) -> float:
        """Return where a day stands, 0 at the left edge and 1 at the right."""
        days = (_shifted(self.first, self.count * self.step) - self.first).days
        return (day - self.first).days / days

    def starts(self) -> list[date]:
        """Return the first day of each column."""
        return [_shifted(self.first, n * self.step) for n in range(self.count)]

    def words(self, start: date) -> str:
        """Return what heads a column: its month, with the year where that is not plain, or the year alone."""
        if self.step >= 12:
            return str(start.year)
        turn = start.month <= self.step
        alone = start == self.first and _shifted(start, self.step).month > self.step
        return f"{brief_month(start)}{f' {start:%y}' if self.step > 1 and (turn or alone) else ''}"


@dataclass(frozen=True)
class Mark:
    """A milestone on the line: `look` is done, open or overdue."""

    day: date
    look: str


@dataclass(frozen=True)
class Course(Two):
    """The line of an activity or milestone over the months; read out as its words."""

    months: Months = field(default_factory=Months)
    today: date = date(2000, 1, 1)
    start: date | None = None
    end: date | None = None
    marks: "tuple[Mark, ...]" = ()

    def paint(self, p: QPainter, t: Theme, rect: QRectF, *, strong: bool = False) -> None:
        """Paint month lines, today, the line and the marks."""
        p.save()
        p.setClipRect(rect.adjusted(-t.px(8), 0, t.px(8), 0))
        for month in self.months.starts():
            p.fillRect(QRectF(self._x(rect, month), rect.top(), 1, rect.height()), t.line)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = rect.center().y()
        if self.start and self.end and self.end > self.start:
            left, right = self._x(rect, self.start), self._x(rect, self.end)
            height = t.px(6)
            bar = QRectF(left, middle - height / 2, max(right - left, height), height)
            paint.box(p, bar, t.panel, t.line_strong, height / 2)
        if 0 <= self.months.place(self.today) <= 1:
            p.fillRect(QRectF(self._x(rect, self.today) - t.px(1), rect.top(), t.px(2), rect.height()), t.accent)
        for mark in self.marks:
            self._paint_mark(p, t, QPointF(self._x(rect, mark.day), middle), mark.look)
        p.restore()

    def _x(self, rect: QRectF, day: date) -> float:
        return rect.left() + rect.width() * self.months.place(day)

    def _paint_mark(self, p: QPainter, t: Theme, at: QPointF, look: str) -> None:
        side = t.px(7)
        if look == "overdue":
            p.setPen(QPen(t.sheet, t.px(1)))
            p.setBrush(t.rag_red)
            x, y = at.x(), at.y()
            corners = [QPointF(x, y - side), QPointF(x + side, y), QPointF(x, y + side), QPointF(x - side, y)]
            p.drawPolygon(QPolygonF(corners))
            return
        p.setPen(QPen(t.rag_green if look == "done" else t.accent, t.px(1.5)))
        p.setBrush(t.sheet)
        p.drawEllipse(at, side, side)
        if look == "done":
            paint.icon(p, t, at.x() - t.px(5), at.y(), "check", "rag_green", 10)


class PlanTable(Table):
    """The tracker: the last column's head names the months."""

    def __init__(self, theme: Theme, columns: "Sequence[Column]", name: str) -> None:
        super().__init__(theme, columns, name, height=48)
        self.months = Months()
        self.head = MonthHead(theme, self)
        self.setHorizontalHeader(self.head)
        self.restyle()

    def show_months(self, months: Months) -> None:
        """Name these months over the last column."""
        self.months = months
        self.head.viewport().update()


class MonthHead(Head):
    """Column words, and over the timeline the short names of its months."""

    def paintSection(self, p: QPainter, rect: QRect, index: int) -> None:
        """Paint the word of a column, or the months."""
        super().paintSection(p, rect, index)
        table = self.table
        if not isinstance(table, PlanTable) or index != len(table.columns) - 1:
            return
        t, inner, months = self.theme, table.inner(QRectF(rect), index), table.months
        p.fillRect(QRectF(rect), t.panel)
        wide = inner.width() / months.count
        free = inner.left()
        for number, start in enumerate(months.starts()):
            left, words = inner.left() + wide * number, months.words(start)
            needed = paint.text_width(t, "caption", words)
            if left < free or left + needed > rect.right():
                continue  # a month before it took the room: its line stands there all the same
            paint.text(p, t, QRectF(left, inner.top(), needed + 1, inner.height()), words, "caption", "muted")
            free = left + needed + t.px(4)


def months_of(days: "Iterable[date]", today: date) -> Months:
    """Return the columns that show all of a plan; those of today where it has no day."""
    known = sorted(days) or [today]
    first, last = known[0].replace(day=1), known[-1]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((step for step in STEPS if months <= step * MOST_COLUMNS), STEPS[-1])
    return Months(first, min(max(-(-months // step), 2), MOST_COLUMNS), step)


def _shifted(first: date, months: int) -> date:
    """Return the first day of the month so many months on."""
    number = first.year * 12 + first.month - 1 + months
    return date(min(max(number // 12, 1), 9998), number % 12 + 1, 1)
