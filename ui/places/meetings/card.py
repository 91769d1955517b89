"""The card of the meeting that is live or next: what it is, and the button that opens its room."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from ui import paint
from ui.lists import RowState
from ui.places.meetings.rows import MeetingRow
from ui.theme import Theme
from wibdesk.language import say

EDGE = 28
NARROW = 620  # below this, in lengths of the design, a row says its third column on its second line
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


def is_narrow(theme: Theme, width: float) -> bool:
    """Say whether a row of this width has no room for its third column."""
    return width / theme.scale < NARROW


class Card:
    """Measures and paints the card; long names wrap, nothing is cut."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def height(self, row: MeetingRow, width: int) -> int:
        """Return the height of the card in a row of this width in pixels."""
        return self._lines(row, width)[-1]

    def button(self, rect: QRectF) -> QRectF:
        """Return where the card says how it is opened."""
        t = self.theme
        words = paint.text_width(t, "strong", say("Open the room")) + paint.key_cap_width(t, "Enter") + t.px(62)
        right = rect.right() - t.px(24 + 20)
        return QRectF(right - words, rect.center().y() - t.px(20), words, t.px(32))

    def paint(self, p: QPainter, rect: QRectF, row: MeetingRow, state: RowState) -> None:
        """Paint the card in its row."""
        t = self.theme
        inner = rect.adjusted(t.px(EDGE), 0, -t.px(24), 0)
        card = inner.adjusted(0, t.px(4), 0, -t.px(8))
        paint.box(p, card, t.selected, t.accent, t.px(8), 2 if state.chosen else 1)
        narrow, x, width = is_narrow(t, rect.width()), card.left() + t.px(20), self._room(rect.width())
        title, facts, keys, _ = self._lines(row, int(rect.width()))
        top = inner.top()
        paint.text(p, t, QRectF(x, top + t.px(16), width, t.px(20)), row.first, "small_strong", "on_selected")
        self._wrapped(p, QRectF(x, top + t.px(40), width, title), row.second, "item_title")
        self._wrapped(p, QRectF(x, top + t.px(44) + title, width, facts), row.third, "body")
        self._keys(p, QPointF(x, top + keys), row, narrow=narrow)
        if not narrow:
            self._open_button(p, self.button(rect))
        if state.focus:
            paint.focus_ring(p, t, card.adjusted(-3, -3, 3, 3), 10)

    def _room(self, width: float) -> float:
        """Return the room for the words of the card in a row of this width."""
        t = self.theme
        left, right = t.px(EDGE + 20), width - t.px(24 + 16)
        button = self.button(QRectF(0, 0, width, 100))
        return (right if is_narrow(t, width) else button.left() - t.px(16)) - left

    def _lines(self, row: MeetingRow, width: int) -> tuple[int, int, int, int]:
        """Return the heights of title and facts, where the keys stand, and the height of the rect card."""
        t, room = self.theme, int(self._room(width))
        title, facts = (
            self._wrapped_height(row.second, "item_title", room),
            self._wrapped_height(row.third, "body", room),
        )
        keys = t.px(44) + title + facts + t.px(18)
        return title, facts, keys, keys + t.px(36)

    def _wrapped_height(self, words: str, role: str, width: int) -> int:
        metrics = QFontMetrics(self.theme.font(role))
        lines = metrics.boundingRect(QRect(0, 0, width, 9999), WRAP, words).height() / metrics.height()
        return max(round(lines), 1) * self.theme.line_height(role)

    def _wrapped(self, p: QPainter, rect: QRectF, words: str, role: str) -> None:
        p.setFont(self.theme.font(role))
        p.setPen(self.theme.ink)
        p.drawText(rect, WRAP, words)

    def _keys(self, p: QPainter, at: QPointF, row: MeetingRow, *, narrow: bool) -> None:
        t, x = self.theme, at.x()
        pairs = [("Enter", say("open the room"))] if narrow else []
        pairs += [("A", say("agenda")), ("F2", say("details"))] + ([("C", row.fourth)] if row.fourth else [])
        for key, word in pairs[: 2 if narrow else 4]:
            x = paint.key_cap(p, t, x, at.y(), key) + t.px(6)
            x += paint.text(p, t, QRectF(x, at.y() - t.px(12), t.px(240), t.px(24)), word, "small", "muted") + t.px(14)

    def _open_button(self, p: QPainter, button: QRectF) -> None:
        t, centre = self.theme, button.center().y()
        paint.box(p, button, t.accent, None, t.px(5))
        x = button.left() + t.px(11)
        x += paint.icon(p, t, x, centre, "notebook-pen", "on_accent", 16) + t.px(7)
        x += paint.text(
            p, t, QRectF(x, button.top(), button.width(), button.height()), say("Open the room"), "strong", "on_accent"
        )
        paint.key_cap(p, t, x + t.px(9), centre, "Enter", on_accent=True)
