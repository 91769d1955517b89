"""A short list to choose from at the caret or under a field: words, and the key that chooses each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import paint
from ui.announcing import announce
from ui.theme import Theme
from ui.widgets.pane import name_bars

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

ROW = 30
EDGE = 4  # keeps the rows off the round corners
MOST_ROWS = 11
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
ICON_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True)
class Choice:
    """A row: its words, an icon, and the key shown at the right."""

    words: str
    key: str = ""
    icon: str = ""


class _Rows(QStyledItemDelegate):
    """Paints a row in the look of the house."""

    def __init__(self, offer: "Offer") -> None:
        super().__init__(offer)
        self.offer = offer

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return one row's size."""
        return QSize(0, self.offer.theme.px(ROW))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint bar, icon, words and key."""
        t, rect = self.offer.theme, QRectF(option.rect)
        chosen = index.row() == self.offer.currentRow()
        if chosen:
            p.fillRect(rect, t.selected)
            p.fillRect(QRectF(rect.left(), rect.top(), t.px(3), rect.height()), t.accent)
        ink, x = "on_selected" if chosen else "ink", rect.left() + t.px(12)
        if icon := index.data(ICON_ROLE):
            paint.icon(p, t, x, rect.center().y(), icon, ink, 16)
        x += t.px(24) if self.offer.icons else 0
        key = index.data(KEY_ROLE)
        right = rect.right() - (paint.key_cap_width(t, key) + t.px(10) if key else t.px(8))
        area = QRectF(x, rect.top(), right - x, rect.height())
        paint.text(p, t, area, str(index.data()), "body", ink, weight=600 if chosen else None)
        if key:
            paint.key_cap(p, t, right, rect.center().y(), key)


class Offer(QListWidget):
    """The list; Up and Down choose, Enter or a letter takes, Esc puts it away. It need not have the keyboard itself."""

    taken = Signal(int)
    dropped = Signal()

    def __init__(self, theme: Theme, parent: QWidget, name: str, *, framed: bool = True) -> None:
        super().__init__(parent)
        self.theme, self.icons, self.framed = theme, False, framed  # without a frame, it stands in one
        self.setAccessibleName(name)
        name_bars(self)
        self.setItemDelegate(_Rows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(lambda item: self.taken.emit(self.row(item)))
        theme.changed.connect(self.restyle)
        self.restyle()
        self.hide()

    def offer(self, choices: Sequence[Choice], current: int = 0) -> None:
        """Offer these rows, one of them chosen already."""
        self.clear()
        self.icons = any(choice.icon for choice in choices)
        for choice in choices:
            item = QListWidgetItem(choice.words)
            item.setData(KEY_ROLE, choice.key)
            item.setData(ICON_ROLE, choice.icon)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{choice.words}, {choice.key}" if choice.key else choice.words
            )
            self.addItem(item)
        self.setCurrentRow(current)
        self.fit()

    def fit(self) -> None:
        """Take the size of the rows, of no more at once than there is room for in what it lies over."""
        t, around = self.theme, 2 * self.theme.px(EDGE) + 2
        widest = max((self._width(self.item(n)) for n in range(self.count())), default=0)
        over = self.parentWidget() if self.framed else None
        room = (over.height() - around) // t.px(ROW) if over is not None else MOST_ROWS
        rows = min(self.count(), MOST_ROWS, max(room, 1))
        self.setFixedSize(max(t.px(200), widest) + around, rows * t.px(ROW) + around)

    def step(self, by: int) -> None:
        """Choose the next row or the one before, going round."""
        if self.count():
            self.setCurrentRow((self.currentRow() + by) % self.count())
            if not self.hasFocus() and QAccessible.isActive():
                announce(self, str(self.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)))

    def restyle(self) -> None:
        """Take colours from the theme again."""
        t = self.theme
        edge, corner = t.px(EDGE), t.px(8)
        line = f"1px solid {t.line_strong.name() if self.framed else t.raised.name()}"
        frame = f"border: {line}; border-radius: {corner}px; padding: {edge}px"
        self.setStyleSheet(f"Offer {{ background: {t.raised.name()}; {frame}; }}")
        self.fit()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Choose by arrows, take by Enter or the letter of a row, put away by Esc."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(self.currentRow())
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_F4):
            self.dropped.emit()
        else:
            row = self._row_of(event.text())
            if row is not None:
                self.taken.emit(row)
        event.accept()

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """Choose the row under the pointer."""
        super().mousePressEvent(event)
        event.accept()

    def _row_of(self, letter: str) -> int | None:
        keys = [self.item(n).data(KEY_ROLE) for n in range(self.count())]
        return keys.index(letter.upper()) if letter and letter.upper() in keys else None

    def _width(self, item: QListWidgetItem) -> int:
        t, key = self.theme, item.data(KEY_ROLE)
        words = paint.text_width(t, "body", item.text(), 600) + t.px(36) + (t.px(24) if self.icons else 0)
        return words + (paint.key_cap_width(t, key) + t.px(12) if key else 0)
