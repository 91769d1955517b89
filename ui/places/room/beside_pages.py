"""The pages beside the sentence: without most of their white edges, at the item in hand until somebody reads on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ui.panels.pages import PagesView
from ui.panels.pages.view import POINT, WIDEST_FIT
from ui.theme import Theme
from wibdesk.documents.typography import MARGIN

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent

    from ui.places.room.minutes_paper import Spot, Stretch

EDGE = 20.0  # points of the white edge that stay in sight beside the words
ABOVE, BELOW = 6, 24  # lengths of the design between the edge of the view and what is brought into it


class BesidePages(PagesView):
    """Fits the words, not the paper, to its narrow place; `turned` when the clerk scrolls or turns by hand."""

    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().actionTriggered.connect(self.turned)
        self.moved.connect(self._centre)

    def share(self) -> float:
        """Return how large the pages are shown: by themselves so that the words fill the width."""
        if self.zoom is not None or not self.sizes:
            return super().share()
        words = max(wide for wide, _ in self.sizes) - 2 * (MARGIN - EDGE)
        return min(max(self.viewport().width() / (words * POINT), 0.2), WIDEST_FIT * self.theme.scale)

    def step_zoom(self, by: int) -> None:
        """Make the pages a step larger or smaller; 0 fits their words to the width."""
        super().step_zoom(by)
        policies = Qt.ScrollBarPolicy
        fitted = self.zoom is None
        self.setHorizontalScrollBarPolicy(policies.ScrollBarAlwaysOff if fitted else policies.ScrollBarAsNeeded)

    def bring(self, stretch: "Stretch", share: float) -> None:
        """Bring an item into sight from its heading on; where it is too long for that, this share of its words."""
        if max(stretch.start.page, stretch.end.page) >= len(self.places):
            return
        t, height = self.theme, self.viewport().height()
        top, end = self._down(stretch.start), self._down(stretch.end)
        here = top + share * (end - top)
        self.verticalScrollBar().setValue(int(max(top - t.px(ABOVE), here + t.px(BELOW) - height)))

    def focusInEvent(self, event: "QFocusEvent") -> None:
        """Say that its keys work now."""
        super().focusInEvent(event)
        self.moved.emit()

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        """Say that its keys work no more."""
        super().focusOutEvent(event)
        self.moved.emit()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Turn pages as ever, and say so."""
        before = self.verticalScrollBar().value()
        super().keyPressEvent(event)
        if self.verticalScrollBar().value() != before:
            self.turned.emit()

    def wheelEvent(self, event: "QWheelEvent") -> None:
        """Scroll or zoom as ever, and say so."""
        super().wheelEvent(event)
        self.turned.emit()

    def _down(self, spot: "Spot") -> float:
        place = self.places[spot.page]
        return place.top() + spot.down * place.height()

    def _centre(self) -> None:
        if self.zoom is None:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.maximum() // 2)
