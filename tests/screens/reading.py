"""What a clerk reads on the screen just now, and what of it is cut off: of real widgets and of all that is painted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from ui import paint
from ui.pseudo_language import CLOSED, OPENED
from ui.theme import Theme

BRACKETS = {ord(OPENED): None, ord(CLOSED): None}
"""What a made-up language puts round its words, and no real one does."""
UNLAID = 12
"""Pixels of room that only what is not laid out yet has, in the moment before it is."""
BESIDE = "small in a row"
"""Where words stand that a row tells beside its own: elided, they are whole in its sentence and in the panel of it."""


@dataclass
class Seen:
    """Words that were seen, by where they stood; `cut` are those that had not the room they need."""

    words: dict[str, str] = field(default_factory=dict)
    cut: dict[str, str] = field(default_factory=dict)
    now: str = ""  # the picture that is looked at

    def note(self, words: str, where: str) -> None:
        """Note words."""
        if words.strip():
            self.words.setdefault(words, f"{where} {self.now}".strip())

    def note_cut(self, words: str, where: str) -> None:
        """Note words that had not the room they need."""
        self.cut.setdefault(words, f"{where} {self.now}".strip())


def read(window: QWidget, seen: Seen) -> None:
    """Note the words of every widget in sight, and those that are cut off."""
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible():
            for words in _words_of(widget):
                seen.note(words, type(widget).__name__)
            for words in _cut_off(widget):
                seen.note_cut(words, f"{type(widget).__name__} {widget.width()}x{widget.height()}")


@contextmanager
def painted(seen: Seen) -> Iterator[None]:
    """Note as well what is painted until the end of the block."""
    before = paint.text

    def text(p, theme: Theme, rect, words: str, role: str = "body", colour="ink", align=paint.LEFT, **more) -> float:
        seen.note(words, "painted")
        weight, italic = more.get("weight"), more.get("italic", False)
        measure = QFontMetricsF(theme.font(role, weight, italic)).horizontalAdvance
        if UNLAID < QRectF(rect).width() < measure(words.translate(BRACKETS)) - 1:
            row = _paints_rows(p) and role == "small"
            seen.note_cut(words, f"{BESIDE if row else 'painted'} in {QRectF(rect).width():.0f}")
        return before(p, theme, rect, words, role, colour, align, **more)

    paint.text = text
    try:
        yield
    finally:
        paint.text = before


def _paints_rows(painter: QPainter) -> bool:
    device = painter.device()
    return isinstance(device, QWidget) and isinstance(device.parent(), QAbstractItemView)


def _words_of(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(n) for n in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        columns = range(model.columnCount(QModelIndex())) if isinstance(widget, QTableView) else (0,)
        for row in range(min(model.rowCount(QModelIndex()), 60)):
            for column in columns:
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    yield str(model.index(row, column).data(role) or "")


def _cut_off(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLineEdit) and not widget.text():
        hint, edges = widget.placeholderText(), widget.textMargins()
        room = widget.contentsRect().width() - edges.left() - edges.right()
        if room < widget.fontMetrics().horizontalAdvance(hint.translate(BRACKETS)):
            yield hint
    if not isinstance(widget, QLabel) or not widget.text() or hasattr(widget, "all_or_nothing"):
        return
    brackets = sum(map(widget.text().count, (OPENED, CLOSED))) * widget.fontMetrics().horizontalAdvance(OPENED)
    if widget.wordWrap():
        if widget.height() < widget.heightForWidth(widget.width() + brackets):
            yield widget.text()
    elif widget.width() + brackets < widget.sizeHint().width():
        yield widget.text()
