"""The real pages one below the other, white in every theme; only what is in sight is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui import paint
from ui.panels.pages.press import Rendered
from ui.theme import Theme
from ui.widgets.pane import name_bars
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent

Sizes = Sequence[tuple[float, float]]
POINT = 96 / 72  # pixels of the design in a point
ZOOMS = (0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0)
WIDEST_FIT = 1.25
KEPT = 3  # pages above and below what is in sight whose pictures are kept


@dataclass
class Picture:
    """A page as a picture of a width; stale when newer pages were set since."""

    image: QImage
    words: str
    width: int
    stale: bool = False


class PagesView(QAbstractScrollArea):
    """`wanted` asks for a page at a width in device pixels; `moved` tells of another page or another zoom."""

    wanted = Signal(int, int)
    moved = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.sizes, self.zoom, self.current = theme, list[tuple[float, float]](), None, 0
        self.pictures: dict[int, Picture] = {}
        self.asked: dict[int, int] = {}
        self.places: list[QRectF] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Pages"))
        name_bars(self)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        theme.changed.connect(self._lay)

    zoom: float | None

    def show_pages(self, sizes: Sizes) -> None:
        """Show pages of these sizes in points; what was shown stays until its new picture comes."""
        self.sizes = list(sizes)
        self.asked.clear()
        self.pictures = {n: p for n, p in self.pictures.items() if n < len(self.sizes)}
        for picture in self.pictures.values():
            picture.stale = True
        self.current = min(self.current, max(len(self.sizes) - 1, 0))
        self._lay()

    def start_over(self) -> None:
        """Forget the pages of another document and begin at the first of the next."""
        self.pictures.clear()
        self.current = 0
        self.verticalScrollBar().setValue(0)

    def receive(self, page: Rendered) -> None:
        """Take the picture of a page."""
        self.pictures[page.number] = Picture(page.image, page.words, page.image.width())
        self._describe()
        self.viewport().update()

    def go_to(self, number: int) -> None:
        """Bring a page to the top."""
        if self.places:
            number = min(max(number, 0), len(self.places) - 1)
            top = self.places[number].top() if number else 0
            self.verticalScrollBar().setValue(int(top - self.theme.px(8)))
            self.current = number
            self._describe()

    def step_zoom(self, by: int) -> None:
        """Make the pages a step larger or smaller; 0 fits them to the width."""
        here = self.share()
        larger = [z for z in ZOOMS if z > here + 0.01]
        smaller = [z for z in ZOOMS if z < here - 0.01]
        self.zoom = None if by == 0 else (larger or ZOOMS[-1:])[0] if by > 0 else (smaller or list(ZOOMS[:1]))[-1]
        self._lay()
        self.go_to(self.current)

    def share(self) -> float:
        """Return how large the pages are shown: 1.0 is their size on paper."""
        if self.zoom is not None:
            return self.zoom
        widest = max((w for w, _ in self.sizes), default=595.0)
        room = self.viewport().width() - 2 * self.theme.px(20)
        return float(min(max(room / (widest * POINT), 0.2), WIDEST_FIT * self.theme.scale))

    def words(self) -> str:
        """Return what a screen reader says of the page in sight, as far as it is known yet."""
        return self.pictures[self.current].words if self.current in self.pictures else ""

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the pages in sight."""
        p, t, area = QPainter(self.viewport()), self.theme, QRectF(event.rect())
        p.fillRect(area, t.window)
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        p.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for number in self._in_sight():
            place, picture = self.places[number], self.pictures.get(number)
            p.fillRect(place, QColor(Qt.GlobalColor.white))
            if picture is not None:
                p.drawImage(place, picture.image)
            paint.box(p, place.adjusted(-1, -1, 1, 1), None, t.line_strong)
        p.resetTransform()
        if self.hasFocus():
            p.fillRect(0, 0, self.viewport().width(), t.focus_width, t.focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to pages with PgUp, PgDn, Home and End; scroll with Space and the arrows."""
        bar, key = self.verticalScrollBar(), Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        pages = {Qt.Key.Key_PageDown: self.current + 1, Qt.Key.Key_PageUp: self.current - 1, Qt.Key.Key_Home: 0}
        if key in pages:
            self.go_to(pages[key])
        elif key == Qt.Key.Key_End:
            self.go_to(len(self.places) - 1)
        elif key == Qt.Key.Key_Space:
            step = self.viewport().height() - self.theme.px(40)
            bar.setValue(bar.value() + (-step if shift else step))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: "QWheelEvent") -> None:
        """Zoom while Ctrl is held, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        t, share, top = self.theme, self.share(), float(self.theme.px(8))
        widest = max((w for w, _ in self.sizes), default=0) * POINT * share
        across = max(self.viewport().width(), widest + 2 * t.px(20))
        self.places = []
        for wide, high in self.sizes:
            place = QRectF(round((across - wide * POINT * share) / 2), round(top), round(wide * POINT * share), 0)
            place.setHeight(round(high * POINT * share))
            self.places.append(place)
            top = place.bottom() + t.px(16)
        view = self.viewport()
        self.verticalScrollBar().setRange(0, max(int(top) - view.height(), 0))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(t.px(60))
        self.horizontalScrollBar().setRange(0, max(int(across) - view.width(), 0))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setSingleStep(t.px(40))
        self._ask()
        self._describe()
        view.update()

    def _in_sight(self) -> list[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return [n for n, place in enumerate(self.places) if place.bottom() >= top and place.top() <= bottom]

    def _ask(self) -> None:
        seen = self._in_sight()
        for number in seen:
            width, picture = round(self.places[number].width() * self.devicePixelRatioF()), self.pictures.get(number)
            fresh = picture is not None and picture.width == width and not picture.stale
            if not fresh and self.asked.get(number) != width:
                self.asked[number] = width
                self.wanted.emit(number, width)
        if seen:
            for number in [n for n in self.pictures if not seen[0] - KEPT <= n <= seen[-1] + KEPT]:
                del self.pictures[number]
                self.asked.pop(number, None)

    def _scrolled(self, value: int) -> None:
        middle = value + self.viewport().height() / 3
        self.current = next((n for n, place in enumerate(self.places) if place.bottom() >= middle), self.current)
        self._ask()
        self._describe()
        self.viewport().update()

    def _describe(self) -> None:
        page = (
            say("Page {current} of {number}", current=self.current + 1, number=len(self.sizes))
            if self.sizes
            else say("No page yet")
        )
        self.setAccessibleDescription(f"{page}. {self.words()}")
        self.moved.emit()
