"""One chart on the screen: a picture that the keyboard goes through bar by bar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui import paint
from ui.lists import ENTER
from ui.places.figures import looks
from wibdesk.documents.charts.painters import drawn_chart

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from ui.theme import Theme
    from wibdesk.documents.charts.chart import Chart
    from wibdesk.documents.charts.drawing import Drawing, Spot

RING = 6
"""Room round the picture for its focus ring, a length of the design."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChartView(QLabel):
    """A chart; `led` carries the key of the bar that Enter or a click chose, `told` the words of the one reached.

    It is a label with a picture, which is what programs that read aloud take for a graphic.
    """

    led = Signal(str)
    told = Signal(str)
    reached = Signal()

    def __init__(self, theme: "Theme", chart: "Chart") -> None:
        super().__init__()
        self.theme, self.chart = theme, chart
        self.drawing: Drawing | None = None
        self.spot = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(chart.finding)
        self.setAccessibleDescription(f"{chart.about}. {chart.values}")
        theme.changed.connect(self.draw_again)

    def spots(self) -> tuple["Spot", ...]:
        """Return what leads somewhere, in reading order."""
        return self.drawing.spots if self.drawing is not None else ()

    def draw_again(self) -> None:
        """Draw the picture for the width and the look in force."""
        edge = self.theme.px(RING)
        room = self.width() - 2 * edge
        if room > 0:
            self.drawing = drawn_chart(self.chart.picture, room, looks.pen(self.theme))
            self.setPixmap(looks.pixmap(self.theme, self.drawing, self.devicePixelRatioF()))
            self.setFixedHeight(round(self.drawing.height) + 2 * edge)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return a small size: the picture follows the room that there is."""
        return QSize(self.theme.px(200), self.theme.px(60))

    def sizeHint(self) -> QSize:
        """Return the height that the picture has."""
        return QSize(self.theme.px(200), self.height())

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Draw anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.draw_again()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the picture, the bar that was reached, and the focus."""
        if self.drawing is None:
            return
        p, edge = QPainter(self), self.theme.px(RING)
        if self.hasFocus() and 0 <= self.spot < len(self.spots()):
            paint.box(p, self._box(self.spots()[self.spot]), self.theme.selected, None, self.theme.px(3))
        p.drawPixmap(edge, edge, self.pixmap())
        if self.hasFocus():
            paint.focus_ring(p, self.theme, QRectF(self.rect()), 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from bar to bar with the arrows; Enter follows one."""
        spots = self.spots()
        step = _STEPS.get(Qt.Key(event.key()))
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif step and spots:
            first = 0 if step > 0 else len(spots) - 1
            self.spot = first if self.spot < 0 else min(max(self.spot + step, 0), len(spots) - 1)
            self.told.emit(spots[self.spot].words)
            self.update()
        elif event.key() in ENTER and spots:
            self.led.emit(spots[max(self.spot, 0)].key)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        """Begin at the first bar again the next time."""
        super().focusOutEvent(event)
        self.spot = -1
        self.update()

    def focusInEvent(self, event: "QFocusEvent") -> None:
        """Show the ring; tell that Tab came here."""
        super().focusInEvent(event)
        self.update()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.reached.emit()

    def mouseMoveEvent(self, event: "QMouseEvent") -> None:
        """Show by the pointer what leads somewhere."""
        found = self._at(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        self.setToolTip(found.words if found else "")

    def mouseReleaseEvent(self, event: "QMouseEvent") -> None:
        """Follow the bar that was clicked."""
        found = self._at(event)
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.led.emit(found.key)

    def _at(self, event: "QMouseEvent") -> "Spot | None":
        return next((spot for spot in self.spots() if self._box(spot).contains(event.position())), None)

    def _box(self, spot: "Spot") -> QRectF:
        edge = self.theme.px(RING)
        return QRectF(*spot.box).translated(edge, edge)
