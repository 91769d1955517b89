"""How the rows of the Meetings place are painted."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui import paint
from ui.lists import ROW, Index, RowDelegate, RowState
from ui.places.meetings.card import EDGE, Card, is_narrow
from ui.places.meetings.rows import MeetingRow
from ui.theme import Theme
from wibdesk.language import later, say

HEIGHTS = {"title": 46, "head": 30, "meeting": 50, "date": 50, "minutes": 56, "chase": 34}
STEPS = (later("Draft"), later("Circulated"), later("Approved"), later("Signed"))
WHEN, AGENDA = 148, 208
RIGHT_EDGE = 24


class MeetingDelegate(RowDelegate):
    """Paints the card with its ground, and the rows of the sections below it; `pressed` is a click on its button."""

    pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.card = Card(theme)

    def row_height(self, row: MeetingRow, width: int) -> int:
        """Return the height of the kind of row; minutes take a third line where they have no room beside."""
        narrow = is_narrow(self.theme, width)
        if row.kind == "card":
            return self.card.height(row, width)
        more = {"minutes": 22, "chase": 18}.get(row.kind, 0) if narrow else 0
        return self.theme.px(HEIGHTS[row.kind] + more)

    def paint_safely(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the ground of the card to the card."""
        if index.data(ROW).kind == "card":
            focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self.card.paint(p, QRectF(option.rect), index.data(ROW), RowState(chosen=chosen, focus=focus, hover=False))
        else:
            super().paint_safely(p, option, index)

    def draw(self, p: QPainter, rect: QRectF, row: MeetingRow, state: RowState) -> None:
        """Paint one row by its kind."""
        inner = rect.adjusted(self.theme.px(EDGE), 0, -self.theme.px(RIGHT_EDGE), 0)
        painters = {
            "title": self._title, "head": self._head, "minutes": self._minutes, "chase": self._chase,
        }  # fmt: skip
        painters.get(row.kind, self._coming)(p, inner, row, state)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Take a click on the button that the card paints."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            rect = QRectF(option.rect)
            wide = not is_narrow(self.theme, rect.width())
            if index.data(ROW).kind == "card" and wide and self.card.button(rect).contains(event.position()):
                self.pressed.emit()
                return True
        return super().editorEvent(event, model, option, index)

    def _title(self, p: QPainter, inner: QRectF, row: MeetingRow, state: RowState) -> None:
        t = self.theme
        below = inner.adjusted(0, t.px(12), 0, 0)
        used = paint.text(p, t, below, row.first, "heading") + t.px(14)
        if row.second:
            paint.text(p, t, below.adjusted(used, 0, 0, 0), row.second, "small", "muted")

    def _chase(self, p: QPainter, inner: QRectF, row: MeetingRow, state: RowState) -> None:
        t = self.theme
        self._line_below(p, inner)
        narrow, left = self._narrow(inner), inner.left() + t.px(14)
        high = t.px(HEIGHTS["chase"]) if narrow else inner.height()
        x = left + paint.icon(p, t, left, inner.top() + high / 2, row.icon, row.tone, 16) + t.px(10)
        line = QRectF(x, inner.top(), inner.right() - x, high)
        used = paint.text(p, t, line, row.first, weight=600 if state.chosen else None)
        second = line.translated(0, t.px(19)) if narrow else line.adjusted(used + t.px(14), 0, 0, 0)
        paint.text(p, t, second, row.second, "small", "muted")

    def _head(self, p: QPainter, inner: QRectF, row: MeetingRow, state: RowState) -> None:
        p.fillRect(inner, self.theme.panel)
        when, what, agenda = self._columns(inner)
        paint.text(p, self.theme, when, row.first, "label", "muted")
        paint.text(p, self.theme, what, row.third, "label", "muted")
        if agenda is not None:
            paint.text(p, self.theme, agenda, row.fifth, "label", "muted")

    def _coming(self, p: QPainter, inner: QRectF, row: MeetingRow, state: RowState) -> None:
        t = self.theme
        when, what, agenda = self._columns(inner)
        self._line_below(p, inner)
        self._two(p, when, row.first, row.second)
        moved = "repeat" if row.kind == "date" and row.fourth else ""
        second = (
            row.fourth if agenda is not None else ", ".join(part for part in (row.fourth, row.fifth.lower()) if part)
        )
        self._two(p, what, row.third, second, icon=moved, tone="warn" if moved else "muted", strong=state.chosen)
        if agenda is not None:
            x = agenda.left() + paint.icon(p, t, agenda.left(), agenda.center().y(), row.icon, row.tone, 16) + t.px(7)
            paint.text(p, t, agenda.adjusted(x - agenda.left(), 0, 0, 0), row.fifth, "body", row.tone)

    def _minutes(self, p: QPainter, inner: QRectF, row: MeetingRow, state: RowState) -> None:
        t = self.theme
        self._line_below(p, inner)
        narrow = self._narrow(inner)
        left = inner.width() - t.px(14) if narrow else inner.width() - t.px(AGENDA + 176)
        top = QRectF(inner.left() + t.px(14), inner.top(), left, t.px(HEIGHTS["minutes"]))
        self._two(p, top, row.first, row.second, strong=state.chosen)
        x = top.left() if narrow else top.right()
        y = inner.top() + t.px(52 if narrow else 6)
        for number, step in enumerate(map(say, STEPS)):
            done, here = number < row.step, number == row.step
            name, tone = ("circle-check", "good") if done else ("circle-dot", "accent") if here else ("circle", "muted")
            x += paint.icon(p, t, x, y + t.px(12), name, tone, 15) + t.px(5)
            area = QRectF(x, y, t.px(120), t.px(24))
            weight = 600 if here else 400
            x += paint.text(p, t, area, step, "small", "ink" if here else "muted", weight=weight) + t.px(14)
        if not narrow:
            facts = QRectF(top.right(), inner.top() + t.px(28), inner.right() - top.right(), t.px(18))
            paint.text(p, t, facts, row.third, "small", "muted")

    def _narrow(self, inner: QRectF) -> bool:
        # Measured over the whole row, as its height is.
        return is_narrow(self.theme, inner.width() + self.theme.px(EDGE + RIGHT_EDGE))

    def _columns(self, inner: QRectF) -> tuple[QRectF, QRectF, QRectF | None]:
        t = self.theme
        left, top, high = inner.left() + t.px(14), inner.top(), inner.height()
        when = QRectF(left, top, t.px(WHEN - 12), high)
        start = left + t.px(WHEN)
        if self._narrow(inner):
            return when, QRectF(start, top, inner.right() - start, high), None
        agenda = QRectF(inner.right() - t.px(AGENDA), top, t.px(AGENDA), high)
        return when, QRectF(start, top, agenda.left() - t.px(14) - start, high), agenda

    def _two(
        self, p: QPainter, rect: QRectF, first: str, second: str, *,
        icon: str = "", tone: str = "muted", strong: bool = False,
    ) -> None:  # fmt: skip
        t, centre = self.theme, rect.center().y()
        above = QRectF(rect.left(), centre - t.px(20), rect.width(), t.px(20)) if second else rect
        paint.text(p, t, above, first, weight=600 if strong else None)
        x = rect.left() + (paint.icon(p, t, rect.left(), centre + t.px(10), icon, tone, 13) + t.px(5) if icon else 0)
        paint.text(p, t, QRectF(x, centre + t.px(1), rect.right() - x, t.px(18)), second, "small", tone)

    def _line_below(self, p: QPainter, inner: QRectF) -> None:
        p.fillRect(QRectF(inner.left(), inner.bottom() - 1, inner.width(), 1), self.theme.line)
