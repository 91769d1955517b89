"""The toast: what was done and how to undo it; goes by itself, stays while it is looked at; never for trouble."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QListWidget,
    QSizePolicy,
    QTextEdit,
    QWidget,
)

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import Field
from ui.widgets.labels import Icon, Label, Thing, row
from ui.widgets.popup import Popup
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent


LOOK_OUT = 150  # milliseconds
KEPT_FREE = "kept_free"
"""The property of a widget that no toast may lie over."""


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
            self.button = Button(theme, say("Undo"), "quiet", key="Ctrl Z")
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
        self.said.setWordWrap(False)  # broken words would wish for the height of a narrow column
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


def free_spot(floor: QWidget, toast: QWidget, edge: int, top: int) -> QPoint | None:
    """Return where the toast hides no caret, no row in use, no frame or list over the page, and no heading.

    Nor a button or a field, where there is room enough. The foot at the left is tried first, then the head, then
    anything between; `edge` and `top` are pixels to the sides and to the head. None where it would hide one of them.
    """
    area = uncovered(floor)
    if toast.width() > area.width() - 2 * edge:
        return None
    kept = [*_worked_at(floor), *_kept_free(floor)]
    wanted = [*floor.findChildren(QAbstractButton), *floor.findChildren(QLineEdit)]
    wanted = [w for w in wanted if w.isVisible() and not isinstance(w.parent(), Toast)]
    rows = [*kept, *(_on(floor, widget, widget.rect()) for widget in wanted)]
    spots = _spots(area, toast, edge, top)
    for hidden in (rows, kept):
        for spot in spots:
            if not any(place.intersects(QRect(spot, toast.size())) for place in hidden):
                return spot
    return None


def uncovered(floor: QWidget) -> QRect:
    """Return what is left of the floor beside the panels that lie over it at its whole height."""
    area, widget = floor.rect(), floor
    while (above := widget.parentWidget()) is not None:
        over = above.children()[above.children().index(widget) + 1 :]  # in the order in which they lie
        for other in (w for w in over if isinstance(w, QWidget) and w.isVisible() and not w.isWindow()):
            place = QRect(floor.mapFrom(above, other.pos()), other.size())
            across = place.top() <= area.top() and place.bottom() >= area.bottom()
            if across and place.left() > area.left():
                area.setRight(min(area.right(), place.left() - 1))
            elif across and place.right() < area.right():
                area.setLeft(max(area.left(), place.right() + 1))
        widget = above
    return area


def _spots(area: QRect, toast: QWidget, edge: int, top: int) -> list[QPoint]:
    low, right = area.height() - toast.height() - edge, area.right() + 1 - toast.width() - edge
    left, between = area.left() + edge, range(low, top, -max(toast.height() // 3, 1))
    return [QPoint(left, low), QPoint(left, top), *(QPoint(x, y) for y in between for x in (left, right))]


def _kept_free(floor: QWidget) -> Iterator[QRect]:
    """Find the line of the sentence, what lies over the page, and what says that nothing may lie over it."""
    for sheet in floor.findChildren(QTextEdit):
        if sheet.isVisible():
            caret, paper = sheet.cursorRect(), sheet.viewport()
            yield _on(floor, paper, QRect(0, caret.top(), paper.width(), caret.height()))
            yield from _shown(floor, paper.findChildren(QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly))
    yield from _shown(floor, [frame for frame in floor.findChildren(Popup) if not isinstance(frame, Toast)])
    yield from _shown(floor, floor.findChildren(QListWidget))
    yield from _shown(floor, [widget for widget in floor.findChildren(QWidget) if widget.property(KEPT_FREE)])


def _shown(floor: QWidget, widgets: Iterable[QWidget]) -> Iterator[QRect]:
    return (_on(floor, widget, widget.rect()) for widget in widgets if widget.isVisible())


def _worked_at(floor: QWidget) -> Iterator[QRect]:
    """Find the line with the caret, or the row, that the clerk is at."""
    here = QApplication.focusWidget()
    if here is None or not floor.isAncestorOf(here) or isinstance(here.parent(), Toast):
        return
    if isinstance(here, QAbstractItemView):
        cell, view = here.visualRect(here.currentIndex()), here.viewport()
        yield _on(floor, view, QRect(0, cell.top(), view.width(), cell.height()))  # of a table the whole row
    else:
        caret = QRectF(here.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).toAlignedRect()
        yield _on(floor, here, QRect(0, caret.top(), here.width(), caret.height()))
        named = next((field for field in floor.findChildren(Field) if field.isAncestorOf(here)), None)
        yield from _shown(floor, [named] if named is not None else [])  # with its caption and what is said of it


def _on(floor: QWidget, widget: QWidget, area: QRect) -> QRect:
    return area.translated(widget.mapTo(floor, QPoint(0, 0)))
