"""The toast: what was done and how to undo it; goes by itself, stays while it is looked at; never for trouble."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QListWidget,
    QSizePolicy,
    QWidget,
)

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Icon, Label, Thing, row
from ui.widgets.popup import Popup

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent


LOOK_OUT = 150  # milliseconds


class Toast(Popup):
    """One line about what was done; with `undo`, a button that takes it back (the key is Ctrl Z)."""

    gone = Signal()
    moved_on = Signal()  # from time to time: the caret may stand where the toast is by now

    def __init__(
        self, theme: Theme, words: str, undo: Callable[[], None] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.words, self.undo = words, undo
        said = Label(theme, words)
        said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        said.setMinimumWidth(1)
        self.said = said
        parts: list[Thing] = [Icon(theme, "circle-check", "good"), (said, 1)]
        if undo is not None:
            self.button = Button(theme, "Undo", "quiet", key="Ctrl Z")
            self.button.clicked.connect(self.take_back)
            parts.append(self.button)
        self.line_of = row(theme, *parts, spacing=10, margins=(14, 4, 14 if undo is None else 4, 4))
        self.setLayout(self.line_of)
        self.setAccessibleName(words)
        self.clock = QTimer(self)
        self.clock.setSingleShot(True)
        self.clock.timeout.connect(self._time_is_up)
        self.clock.start(int(theme.tokens["motion"]["toast_stay"]))
        self.look_out = QTimer(self)
        self.look_out.timeout.connect(self.moved_on)
        self.look_out.start(LOOK_OUT)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self.moved_on)

    def take_back(self) -> None:
        """Undo what was done and go."""
        if self.undo is not None:
            undo, self.undo = self.undo, None
            undo()
        self.gone.emit()

    def fit(self, width: int) -> None:
        """Take the width that the words need, but no more than this: then they go on in a second line."""
        wished = self.line_of.sizeHint()  # the words count for one pixel in it, so that they may be broken
        full = wished.width() + self.said.fontMetrics().horizontalAdvance(self.words) + self.theme.px(8)
        self.said.setWordWrap(full > width)
        high = self.said.heightForWidth(width - wished.width()) + self.theme.px(16) if full > width else 0
        self.resize(min(full, width), max(wished.height(), high, self.theme.px(40)))

    def enterEvent(self, event: "QEnterEvent") -> None:
        """Stay while the mouse is here."""
        self.clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: "QEvent") -> None:
        """Count down again."""
        self.clock.start(int(self.theme.tokens["motion"]["toast_stay"]))
        super().leaveEvent(event)

    def _time_is_up(self) -> None:
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus():
            self.clock.start(int(self.theme.tokens["motion"]["toast_stay"]))
        else:
            self.gone.emit()


def free_spot(floor: QWidget, toast: QWidget, spots: Sequence[QPoint]) -> QPoint:
    """Return the first spot where the toast hides no button and no frame in use, else no caret, else the first."""
    at = list(_worked_at(floor))
    buttons = [b for b in floor.findChildren(QAbstractButton) if b.isVisible() and not isinstance(b.parent(), Toast)]
    rows = [*at, *(_on(floor, button, button.rect()) for button in buttons)]
    for hidden in (rows, at[:1]):
        for spot in spots:
            if not any(place.intersects(QRect(spot, toast.size())) for place in hidden):
                return spot
    return spots[0]


def _worked_at(floor: QWidget) -> Iterator[QRect]:
    """Find the caret or row that the clerk is at, then the frames round it and on it that lie over the page."""
    here = QApplication.focusWidget()
    if here is None or not floor.isAncestorOf(here) or isinstance(here.parent(), Toast):
        return
    if isinstance(here, QAbstractItemView):
        yield _on(floor, here.viewport(), here.visualRect(here.currentIndex()))
    else:
        caret = here.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        yield _on(floor, here, QRectF(caret).toAlignedRect())
    frame: QWidget | None = here
    while frame is not None and frame is not floor:
        if isinstance(frame, (Popup, QListWidget)):
            yield _on(floor, frame, frame.rect())
        frame = frame.parentWidget()
    for on in here.findChildren(Popup):
        if on.isVisible():
            yield _on(floor, on, on.rect())


def _on(floor: QWidget, widget: QWidget, area: QRect) -> QRect:
    return area.translated(widget.mapTo(floor, QPoint(0, 0)))
