"""The list of who is there: a mark with the letter of its key, the name, and one line for what is not as expected."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui import paint
from ui.lists import RowDelegate, RowState
from ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class AttendanceDelegate(RowDelegate):
    """Paints one person, or the heading of a group with its count."""

    def __init__(self, theme: Theme, parent: "QObject | None" = None) -> None:
        super().__init__(theme, parent)
        self.compact = False

    def row_height(self, row: Any, width: int) -> int:
        """Return the height: a heading is low, a second line adds."""
        two = row.note or (not row.heading and self._tag_below(row, width))
        return self.theme.px(30 if row.heading else 46 if two else 34)

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint mark, name, organisation and second line."""
        t = self.theme
        if row.heading:
            area = rect.adjusted(t.px(16), t.px(6), -self.inset(14), 0)
            paint.text(p, t, area, row.text, "label", "muted")
            paint.text(p, t, area, row.right, "small", "muted", paint.RIGHT)
            return
        x = paint.tick_box(p, t, rect.left() + t.px(16), rect.center().y(), row.letter, row.state) + t.px(10)
        right = rect.right() - self.inset(14)
        name = QRectF(x, rect.top(), right - x, rect.height())
        below = self._tag_below(row, int(rect.width()))
        if row.note or below:
            name = QRectF(x, rect.top() + t.px(4), right - x, t.px(22))
        tag = 0 if below else self._tag(p, name, row)
        ink = "muted" if row.state in ("apologies", "absent") else "ink"
        if state.chosen:
            ink = "on_selected"
        weight = 600 if row.tag == "Chair" else 400
        paint.text(p, t, name.adjusted(0, 0, -tag, 0), row.text, "body", ink, weight=weight)
        line = QRectF(x, rect.top() + t.px(24), right - x, t.px(18))
        if below:
            paint.text(p, t, line, row.tag, "caption", "muted")
        elif row.note:
            self._note(p, line, row)

    def _tag_below(self, row: Any, width: int) -> bool:
        """Say whether the organisation stands below the name: no room beside it, no note that needs the line."""
        t = self.theme
        if row.note or row.officer or self.compact or not row.tag:
            return False
        beside = paint.text_width(t, "body", row.text) + t.px(10) + paint.text_width(t, "small", row.tag)
        return beside > width - t.px(16 + 22 + 10) - self.inset(14)

    def _tag(self, p: QPainter, name: QRectF, row: Any) -> float:
        t = self.theme
        if not row.tag or (self.compact and not row.officer):
            return 0
        # The name comes first: the organisation gets what it leaves, and nothing where that says too little.
        wanted = paint.text_width(t, "body", row.text, 600 if row.tag == "Chair" else 400) + t.px(10)
        width = min(paint.text_width(t, "small", row.tag), name.width() - wanted)
        if width < t.px(44) and width < paint.text_width(t, "small", row.tag):
            return 0
        area = QRectF(name.right() - width, name.top(), width, name.height())
        paint.text(p, t, area, row.tag, "small", "muted", paint.RIGHT)
        return width + t.px(8)

    def _note(self, p: QPainter, area: QRectF, row: Any) -> None:
        t, x = self.theme, area.left()
        if row.note_icon:
            x += paint.icon(p, t, x, area.center().y(), row.note_icon, "muted", 13) + t.px(4)
        paint.text(p, t, QRectF(x, area.top(), area.right() - x, area.height()), row.note, "caption", "muted")
