"""The rail: the places at the left, each with icon and word; the one you are in has ground and bar."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui import paint
from ui.theme import Theme
from ui.widgets.tips import Tipped
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

LOW = 46  # an entry lower than this, a length of the design, shows its icon alone


class RailEntry(Tipped, QAbstractButton):
    """One place of the rail; `live` is the running time that stands for its word while a meeting runs."""

    stepped = Signal(int)
    tells_key = False

    def __init__(self, theme: Theme, place_id: str, word: str, icon: str, key: str) -> None:
        super().__init__()
        self.theme, self.place_id, self.icon_name, self.live = theme, place_id, icon, ""
        self.here = False
        self.setText(word)
        self.setAccessibleName(word)
        self.told = say("Place, key {key}", key=key) if key else say("Place")
        self.setAccessibleDescription(self.told)
        self.key = key
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_here(self, here: bool) -> None:
        """Stand for the place that the clerk is in, or for another one."""
        self.here = here
        self.setAccessibleDescription(say("{place}, you are here", place=self.told) if here else self.told)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon and word."""
        return QSize(self.theme.size("rail"), self.theme.px(60))

    def minimumSizeHint(self) -> QSize:
        """Return room for the icon alone, for low windows with large text."""
        return QSize(self.theme.size("rail"), self.theme.px(30))

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Go there on Enter as on Space; the arrows go up and down the rail."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint ground, bar, icon and word or running time."""
        t, p, here = self.theme, QPainter(self), self.here
        frame = QRectF(self.rect()).adjusted(t.px(6), 0, -t.px(6), -t.px(4))
        if here or self.underMouse():
            paint.box(p, frame, t.selected if here else t.hover, None, t.px(5))
        if here:
            inset = min(t.px(8), self.height() / 5)
            p.fillRect(QRectF(0, inset, t.px(3), frame.height() - 2 * inset), t.accent)
        ink, low = "on_selected" if here else "muted", self.height() < t.px(LOW)
        lower = (frame.height() - t.px(56)) / 2  # icon and word close up in an entry that is not as high as wished
        middle = frame.center().y() if low else t.px(20) + lower
        side = min(20, max(self.height() / t.scale - 4, 12))  # a guide below the rail may leave it little height
        paint.icon(p, t, self.width() / 2 - t.px(side / 2), middle, self.icon_name, ink, side)
        if self.live and not here and not low:
            self._paint_live(p, t.px(33) + lower)
        elif not low:
            words = QRectF(0, t.px(32) + lower, self.width(), t.px(18))
            paint.text(p, t, words, self.text(), "caption", ink, paint.CENTRE, weight=600 if here else 500)
        if self.hasFocus():
            paint.focus_ring(p, t, frame, 5)

    def _paint_live(self, p: QPainter, top: float) -> None:
        t = self.theme
        width = max(t.px(52), paint.text_width(t, "caption", self.live, 600) + t.px(26))
        tag = QRectF((self.width() - width) / 2, top, width, t.px(19))
        paint.box(p, tag, t.live, None, t.px(4))
        paint.live_dot(p, t, QPointF(tag.left() + t.px(9), tag.center().y()), 3.5)
        paint.text(p, t, tag.adjusted(t.px(17), 0, 0, 0), self.live, "caption", "on_live", weight=600)


class Rail(QWidget):
    """Places given as (id, word, icon); those at the foot apart; `wished` carries the id of the place.

    Tab stops once, at the place that the clerk is in; the arrows go up and down from there. `keys` are the keys of
    places that have no number.
    """

    wished = Signal(str)
    one_stop = fetched = True

    def __init__(
        self,
        theme: Theme,
        places: Sequence[tuple[str, str, str]],
        at_foot: Sequence[tuple[str, str, str]] = (),
        *,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(say("Places"))
        self.column = QVBoxLayout(self)
        self.column.setSpacing(0)
        self.entries: dict[str, RailEntry] = {}
        own, numbers = keys or {}, count(1)
        for at, (place_id, word, icon) in enumerate([*places, *at_foot]):
            if at == len(places):
                self.column.addStretch(1)
            self._add(RailEntry(theme, place_id, word, icon, own.get(place_id) or f"Ctrl {next(numbers)}"))
        if not at_foot:
            self.column.addStretch(1)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_current(self, place_id: str) -> None:
        """Mark the place that the clerk is in."""
        for entry in self.entries.values():
            entry.set_here(entry.place_id == place_id)
            if entry.here:
                self.setFocusProxy(entry)

    def set_live(self, words: str | None, place_id: str = "room") -> None:
        """Show the running time in place of the word of the room, or the word again."""
        entry = self.entries.get(place_id)
        if entry is not None:
            entry.live = words or ""
            entry.setAccessibleName(
                say("{text}, live {words}", text=entry.text(), words=words) if words else entry.text()
            )
            entry.update()

    def restyle(self) -> None:
        """Take the width from the theme again."""
        self.setFixedWidth(self.theme.size("rail"))
        self.column.setContentsMargins(0, self.theme.px(8), 1, self.theme.px(4))
        for entry in self.entries.values():
            entry.updateGeometry()
        self.update()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the ground and the hairline at the right."""
        p = QPainter(self)
        p.fillRect(self.rect(), self.theme.window)
        p.fillRect(self.width() - 1, 0, 1, self.height(), self.theme.line)

    def _add(self, entry: RailEntry) -> None:
        self.entries[entry.place_id] = entry
        entry.clicked.connect(self._wish)
        entry.stepped.connect(self._step)
        self.column.addWidget(entry)

    def _wish(self) -> None:
        entry = self.sender()
        if isinstance(entry, RailEntry):
            self.wished.emit(entry.place_id)

    def _step(self, by: int) -> None:
        entries = list(self.entries.values())
        here = entries.index(self.sender())  # type: ignore[arg-type]  # only entries are connected
        entries[(here + by) % len(entries)].setFocus(Qt.FocusReason.OtherFocusReason)
