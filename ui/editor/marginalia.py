"""What is painted beside the sentence: the rule, the bar and words of each kind, dots, numbers, hatching, chips.

A key press paints its line and what touches it again, so words and chips are drawn once each and then kept as pictures.
"""

from collections.abc import Callable
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QTextBlock

from ui import paint
from ui.editor.chips import Rows, paint_rows, room_of
from ui.editor.formats import INDENT, PART_INDENT
from ui.editor.kinds import Look, look_of, margin_words
from ui.editor.lines import line_count, says_nothing
from ui.editor.numbering import part_mark
from ui.editor.words.marks import mark_look
from ui.theme import Theme
from wibdesk.domain.entries import Bullet, Decision, Entry, Numbered, Paragraph, Table
from wibdesk.language import say

KEPT = 600
MARKED = ("bullet", "numbered", "decision")


class Place(NamedTuple):
    """One line of the sheet as it stands on screen: its rectangle, the rule of the margin, the right edge.

    `block` is the line in the document and `words` what stands in it, as Qt has it.
    """

    entry: Entry
    part: int
    rect: QRectF
    edge: float
    right: float
    block: QTextBlock
    words: str
    rows: Rows = ()
    mark: str = ""
    foot: float | None = None


class Marginalia:
    """Paints for one theme; forgets its pictures when the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._pictures: dict[object, QPixmap] = {}
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        """Drop every picture."""
        self._pictures.clear()

    def seen(self, places: list[Place]) -> list[Place]:
        """Return these lines as they show, which may be otherwise than they are."""
        return places

    def paint_ground(self, p: QPainter, place: Place) -> None:
        """Paint what lies under the words: the bar of the kind, the hatching of a note, the lines of a table."""
        look = look_of(place.entry)
        if isinstance(place.entry, Table):
            self._paint_row(p, place)
        if look.bar:
            self._paint_bar(p, place, look)

    def paint_beside(self, p: QPainter, place: Place) -> None:
        """Paint what stands beside and below the words: the margin, the mark of a list line, the chips."""
        if place.part == 0:
            self._paint_margin(p, place)
        if place.entry.kind in MARKED:
            self._paint_mark(p, place)
        if not place.words:
            self._paint_hint(p, place)
        if place.rows and place.part == line_count(place.entry) - 1:
            self._paint_chips(p, place)

    def _paint_bar(self, p: QPainter, place: Place, look: Look) -> None:
        t = self.theme
        # The bar runs on through the gap between the parts of a decision.
        top = place.rect.top() + t.px(2) + t.sink - (t.px(9) if place.part else 0)
        tail = room_of(t, place.rows) - t.px(6) if place.rows else 0
        bottom = place.rect.bottom() + t.px(3) + t.sink + tail
        full = QRectF(place.edge, top, place.right - place.edge, bottom - top)
        if place.entry.kind == "private_note":
            self._paint_private(p, full)
        else:
            bar = QRectF(place.edge - t.px(1), full.top() + t.px(2), t.px(3), full.height() - t.px(2))
            p.fillRect(bar, t.colour(look.bar))

    def _paint_private(self, p: QPainter, full: QRectF) -> None:
        t = self.theme
        size = round(full.width()), round(full.height())
        picture = self._picture(p, ("private", size), size, lambda q: self._draw_private(q, QRectF(0, 0, *size)))
        p.drawPixmap(QPointF(full.left() - t.px(1), full.top()), picture)

    def _draw_private(self, q: QPainter, full: QRectF) -> None:
        t = self.theme
        ground, line = full.adjusted(t.px(4), 0, 0, 0), QColor(t.private)
        line.setAlphaF(0.35 if t.high_contrast else 0.13)
        q.fillRect(ground, t.private_soft)
        paint.hatch(q, t, ground, line)
        q.fillRect(QRectF(t.px(1), 0, 1, full.height()), t.line)
        y = 0
        while y < full.bottom():
            q.fillRect(QRectF(0, y, t.px(3), min(t.px(5), full.bottom() - y)), t.private)
            y += t.px(9)

    def _paint_row(self, p: QPainter, place: Place) -> None:
        """Paint the hairline over a row of a table, and under the last one."""
        t, wide = self.theme, place.right - place.edge - self.theme.px(32)
        left = place.edge + t.px(18)
        if place.part:
            p.fillRect(QRectF(left, round(place.rect.top() - t.px(6)), wide, 1), t.line_strong)
        if place.foot is not None:
            p.fillRect(QRectF(left, round(place.foot), wide, 1), t.line_strong)

    def _paint_margin(self, p: QPainter, place: Place) -> None:
        words, look = margin_words(place.entry), look_of(place.entry)
        if not words:
            marked = mark_look(place.entry)
            if marked is None:
                return
            words, look = say(marked.margin), marked
        t = self.theme
        wide, high = round(place.edge) - t.px(14), t.line_height("minutes") + t.px(4)
        key = ("margin", words, look.kind, wide)
        picture = self._picture(
            p, key, (wide, high), lambda q: self._draw_margin(q, words, look, QRectF(0, 0, wide, high))
        )
        p.drawPixmap(QPointF(0, place.rect.top() + t.sink), picture)

    def _draw_margin(self, q: QPainter, words: str, look: Look, area: QRectF) -> None:
        t = self.theme
        role = "small_strong" if look.kind in ("decision", "action") else "small"
        used, icon = paint.text_width(t, role, words), t.px(20) if look.icon else 0
        paint.text(q, t, area, words, role, look.ink, paint.RIGHT)
        if icon and used + icon <= area.width():  # at large text the word stays and its icon goes
            paint.icon(q, t, area.right() - used - icon, area.center().y(), look.icon, look.ink, 14)

    def _paint_chips(self, p: QPainter, place: Place) -> None:
        t, rows = self.theme, place.rows
        wide = round(place.right - place.rect.left())
        above = t.px(6)  # the tails of letters reach into the room of the chips
        size = wide, room_of(t, rows) - above
        picture = self._picture(p, ("chips", rows, wide), size, lambda q: paint_rows(q, t, 0, -above, rows))
        p.drawPixmap(QPointF(place.rect.left(), place.rect.bottom() + above + 2 * t.sink), picture)

    def _paint_mark(self, p: QPainter, place: Place) -> None:
        t, entry, high = self.theme, place.entry, self.theme.line_height("minutes")
        if isinstance(entry, Bullet):
            self._paint_dot(
                p, entry.level, QPointF(place.rect.left() - t.px(INDENT - 9), place.rect.top() + high * 0.6)
            )
            return
        words = part_mark(entry, place.part) if isinstance(entry, Decision) else place.mark
        if words and isinstance(entry, (Numbered, Decision)):
            role = "minutes_strong" if isinstance(entry, Decision) else "minutes"
            gap = t.px(PART_INDENT if isinstance(entry, Decision) else INDENT + 10)
            area = QRectF(place.rect.left() - gap, place.rect.top() + t.px(2) + t.sink, gap - t.px(6), high)
            paint.text(p, t, area, words, role, "ink", paint.RIGHT)

    def _paint_dot(self, p: QPainter, level: int, centre: QPointF) -> None:
        t = self.theme
        if level > 2:
            p.fillRect(QRectF(centre.x() - t.px(3), centre.y() - 0.5, t.px(6), max(1.5, t.scale)), t.ink)
            return
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(t.ink, t.scale))
        p.setBrush(t.ink if level == 1 else QBrush(Qt.BrushStyle.NoBrush))
        p.drawEllipse(centre, t.px(5) / 2, t.px(5) / 2)

    def _paint_hint(self, p: QPainter, place: Place) -> None:
        """Say quietly what an empty line waits for; nothing of it is in the text."""
        t, entry = self.theme, place.entry
        if not isinstance(entry, (Table, Bullet, Numbered, Paragraph)) and says_nothing(entry):
            area = QRectF(
                place.rect.left() + t.px(4), place.rect.top() + t.sink, t.px(320), t.line_height("minutes") + t.px(4)
            )
            paint.text(p, t, area, say(look_of(entry).name), "small", "faint")

    def _picture(
        self, p: QPainter, key: object, size: tuple[float, float], draw: Callable[[QPainter], None]
    ) -> QPixmap:
        """Return what was drawn under this key, or draw it on the ground of the sheet and keep it."""
        if key not in self._pictures:
            if len(self._pictures) > KEPT:
                self._pictures.clear()
            picture = self._blank(p, *size, self.theme.sheet)
            q = QPainter(picture)
            draw(q)
            q.end()
            self._pictures[key] = picture
        return self._pictures[key]

    def _blank(self, p: QPainter, wide: float, high: float, ground: QColor) -> QPixmap:
        ratio = p.device().devicePixelRatio()
        picture = QPixmap(max(1, ceil(wide * ratio)), max(1, ceil(high * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(ground)
        return picture
