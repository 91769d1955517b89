"""The frame under a typed line: what Enter will record, as chips, and the keys; it never has the keyboard."""

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ui import paint
from ui.theme import Theme
from ui.widgets.key_bar import Pairs
from ui.widgets.popup import Popup
from wibdesk.shorthand.reading import Chip, Reading

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

T = TypeVar("T")
EDGE = 12
CHIP_ROW = 30
KEY_ROW = 28
ABOVE = 18  # what the chips keep free above and below them, the hairline among it
NARROWEST = 340


class Preview(Popup):
    """Shows a reading; its rows wrap at the width that it is given.

    They are drawn once and kept as a picture: every key in the line over it has it painted again.
    """

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, over)
        self.reading, self.pairs, self.most = Reading(""), [("", "")], 0
        self.chips: list[list[tuple[Chip, str, int]]] = []
        self.keys: list[list[tuple[str, str]]] = []
        self.picture = QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def show_reading(self, reading: Reading, pairs: Pairs, wide: int) -> None:
        """Show what a line becomes and what the keys do, in at most so many pixels of width."""
        if (reading, list(pairs), wide) == (self.reading, self.pairs, self.most):
            return
        self.reading, self.pairs, self.most = reading, list(pairs), wide
        self.setAccessibleName(reading.words)
        self.arrange()

    def arrange(self) -> None:
        """Lay the chips and keys out in rows and take the size that they need."""
        t = self.theme
        room = self.most - 2 * t.px(EDGE)
        self.chips = self._chip_rows(room)
        self.keys = _wrapped(self.pairs, [self._key_width(pair) for pair in self.pairs], room)
        rows = [sum(wide for _, _, wide in row) for row in self.chips]
        widest = max(*rows, *(sum(map(self._key_width, row)) for row in self.keys), t.px(NARROWEST))
        over = t.px(ABOVE) if self.chips else t.px(3)
        high = t.px(CHIP_ROW) * len(self.chips) + t.px(KEY_ROW) * len(self.keys) + over + t.px(6)
        self.setFixedSize(min(widest + 2 * t.px(EDGE), self.most), high)
        self.picture = QPixmap()
        self.update()

    def restyle(self) -> None:
        """Take sizes from the theme again."""
        super().restyle()
        if getattr(self, "most", 0):
            self.arrange()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the frame, the chips, a hairline and the keys."""
        ratio = self.devicePixelRatio()
        if self.picture.isNull() or self.picture.devicePixelRatio() != ratio:
            self.picture = QPixmap(self.size() * ratio)
            self.picture.setDevicePixelRatio(ratio)
            self.picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self.picture)
            self._draw(painter)
            painter.end()
        QPainter(self).drawPixmap(0, 0, self.picture)

    def _draw(self, p: QPainter) -> None:
        t = self.theme
        paint.box(p, QRectF(self.rect()), t.raised, t.line_strong, t.px(self.radius))
        y: float = t.px(8) if self.chips else t.px(3)
        for row in self.chips:
            x: float = t.px(EDGE)
            for chip, words, wide in row:
                paint.chip(p, t, x, y + t.px(CHIP_ROW) / 2, words, chip.icon or None, _state(chip))
                x += wide
            y += t.px(CHIP_ROW)
        if self.chips:
            p.fillRect(QRectF(1, y + t.px(7), self.width() - 2, 1), t.line)
            y += t.px(10)
        for keys in self.keys:
            x = t.px(EDGE)
            for key, words in keys:
                right = paint.key_cap(p, t, x, y + t.px(KEY_ROW) / 2, key) + t.px(6)
                paint.text(p, t, QRectF(right, y, self.width() - right, t.px(KEY_ROW)), words, "small", "muted")
                x += self._key_width((key, words))
            y += t.px(KEY_ROW)

    def _chip_rows(self, room: int) -> list[list[tuple[Chip, str, int]]]:
        """Return the chips in rows: each with its words, shortened where they are wider than a row, and its width."""
        t = self.theme
        metrics = QFontMetricsF(t.font("small"))
        made = []
        for chip in chips_of(self.reading):
            icon = chip.icon or None
            around = paint.chip_width(t, "", icon)
            words = metrics.elidedText(chip.words, Qt.TextElideMode.ElideRight, max(room - around - 1, 1))
            made.append((chip, words, paint.chip_width(t, words, icon) + t.px(6)))
        return _wrapped(made, [wide for _, _, wide in made], room + t.px(6)) if made else []

    def _key_width(self, pair: tuple[str, str]) -> int:
        t = self.theme
        return paint.key_cap_width(t, pair[0]) + paint.text_width(t, "small", pair[1]) + t.px(24)


def chips_of(reading: Reading) -> tuple[Chip, ...]:
    """Return the facts that are read; where nothing can be, what is missing."""
    if reading.recorded:
        return reading.chips
    return (Chip(reading.words.partition(". ")[0], "circle-help", doubtful=True),)


def _state(chip: Chip) -> str:
    """Return how sure a chip looks: in doubt, read from the words, or the words themselves."""
    return "warn" if chip.doubtful else "new" if chip.icon else "plain"


def _wrapped(things: list[T], widths: list[int], room: int) -> list[list[T]]:
    rows: list[list[T]] = [[]]
    left = room
    for thing, wide in zip(things, widths, strict=True):
        if rows[-1] and wide > left:
            rows.append([])
            left = room
        rows[-1].append(thing)
        left -= wide
    return rows
