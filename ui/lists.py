"""Lists of rows painted by delegates: a small model of frozen rows, one guarded delegate, one view."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import paint
from ui.row_focus import RowFocus
from ui.theme import Theme
from ui.widgets.pane import name_bars

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, kw_only=True)
class Row:
    """What one row shows; subclass it with what the delegate paints."""

    row_id: str
    text: str
    sentence: str = ""  # what a screen reader says, when it is more than the text
    heading: bool = False  # heads a group: painted, never chosen


@dataclass(frozen=True)
class RowState:
    """How a row stands just now."""

    chosen: bool
    focus: bool
    hover: bool


class RowModel(QAbstractListModel):
    """Rows in order; told only what changed when the same rows come back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows: rows that keep their place are only repainted, anything else starts afresh."""
        if [row.row_id for row in rows] != [row.row_id for row in self.rows]:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
            return
        before, self.rows = self.rows, list(rows)
        for number, (old, new) in enumerate(zip(before, self.rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number), self.index(number))

    def row_at(self, index: Index) -> Row | None:
        """Return the row at an index, or None."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def index_of(self, row_id: str) -> QModelIndex:
        """Return where the row with this id stands; an invalid index when it is not there."""
        return next((self.index(n) for n, row in enumerate(self.rows) if row.row_id == row_id), QModelIndex())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the sentence to be read out, or the row itself."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.sentence or row.text
        return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be seen but not chosen."""
        row = self.row_at(index)
        if row is None or row.heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class GuardedDelegate(QStyledItemDelegate):
    """The one place where painting of rows and cells may fail: it is logged once and the plain text is painted."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.failed: set[str] = set()

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint in a saved state that is always restored: an exception inside a paint could end the process."""
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            self.paint_safely(p, option, index)
        except Exception as error:
            p.restore()
            p.save()
            self._log(error, index)
            paint.text(p, self.theme, QRectF(option.rect).adjusted(8, 0, -8, 0), str(index.data() or ""))
        p.restore()

    def paint_safely(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row or cell; subclasses do."""
        raise NotImplementedError

    def _log(self, error: Exception, index: Index) -> None:
        words = repr(error)
        if words not in self.failed:
            self.failed.add(words)
            logging.getLogger(__name__).error("A row could not be painted: %s", index.data(), exc_info=error)


class RowDelegate(GuardedDelegate):
    """Paints ground, hover, choice and focus, and leaves the words of the row to `draw`."""

    height: float = 40  # of a row, a length of the design

    def row_height(self, row: Any, width: int) -> int:
        """Return the height of a row in pixels when it has this width in pixels."""
        return self.theme.px(self.height)

    def inset(self, length: float) -> int:
        """Return how far before a row's end its words end, so that the scroll bar moves nothing."""
        view = self.parent()
        bar = view.verticalScrollBar() if isinstance(view, QAbstractItemView) else None
        taken = bar.width() if bar is not None and bar.isVisible() else 0
        return max(self.theme.px(length) - taken, self.theme.px(8))  # clear of the ring of the focus

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint the words of a row in its rectangle; subclasses do, this paints the plain text."""
        t = self.theme
        role, ink = ("label", "muted") if row.heading else ("body", "on_selected" if state.chosen else "ink")
        paint.text(p, t, rect.adjusted(t.px(16), 0, -t.px(12), 0), row.text, role, ink)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the row asks for at the width of the list."""
        view, row = self.parent(), index.data(ROW)
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        return QSize(10, self.row_height(row, width) if row is not None else self.theme.px(self.height))

    def paint_safely(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, words and focus of one row."""
        t, row, rect = self.theme, index.data(ROW), QRectF(option.rect)
        state = _state(option)
        paint.row_ground(p, t, rect, chosen=state.chosen, hover=state.hover and not row.heading)
        self.draw(p, rect, row, state)
        if state.focus:
            paint.focus_ring(p, t, rect.adjusted(t.px(4), 2, -t.px(4), -2), 4)


class RowList(RowFocus, QListView):
    """A list that keeps its row by id when refreshed; `opened` on Enter or double click, `chosen` on a new row."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, theme: Theme, delegate: RowDelegate, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.told: str | None = None  # the row last told of, so that a refresh does not tell it again
        self.row_model = RowModel(self)
        self.setModel(self.row_model)
        name_bars(self)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self.restyle)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the chosen row stays chosen by its id, else the nearest one is, and the view stays put."""
        row, number, offset = self.current_row(), self.currentIndex().row(), self.verticalScrollBar().value()
        seen = row is not None and self.viewport().rect().contains(self.visualRect(self.currentIndex()))
        self.row_model.set_rows(rows)
        if row is not None and self.current_row() is None:
            index = self.row_model.index_of(row.row_id)
            self.setCurrentIndex(index if index.isValid() else self._nearest(number))
        self.verticalScrollBar().setValue(offset)
        if seen:  # rows that came above it must not push what has the keyboard out of sight
            self.scrollTo(self.currentIndex())

    def current_row(self) -> Any:
        """Return the row with the keyboard, or None."""
        return self.row_model.row_at(self.currentIndex())

    def choose(self, row_id: str) -> bool:
        """Choose a row by its id; say whether it is there."""
        index = self.row_model.index_of(row_id)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def choose_first(self) -> None:
        """Choose the first row that is not a heading."""
        self.setCurrentIndex(self._nearest(0))

    def restyle(self) -> None:
        """Lay the rows out again at the sizes of the theme."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out again where their width changed, as titles wrap; keep the row with the keyboard in sight."""
        here, low = self.currentIndex(), event.oldSize().height()
        seen = here.isValid() and self.visualRect(here).top() >= 0 and self.visualRect(here).bottom() < low
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        if seen and event.size().height() < low:
            self.scrollTo(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row on Enter; Home and End go to the first and the last row, where Qt stops at a heading."""
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.setCurrentIndex(self._nearest(0 if event.key() == Qt.Key.Key_Home else len(self.row_model.rows)))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the commands of the list."""

    def _nearest(self, number: int) -> QModelIndex:
        free = [n for n, row in enumerate(self.row_model.rows) if not row.heading]
        return self.row_model.index(min(free, key=lambda n: abs(n - number))) if free else QModelIndex()

    def _open(self, index: QModelIndex) -> None:
        row = self.row_model.row_at(index)
        if row is not None and not row.heading:
            self.opened.emit(row)

    def _tell(self) -> None:
        row = self.current_row()
        told, self.told = self.told, row.row_id if row is not None else None
        if self.told != told:
            if row is not None and self.currentIndex() == self._nearest(0):
                self.scrollToTop()  # the heading over the first row is in sight with it
            self.chosen.emit(row)


def _state(option: QStyleOptionViewItem) -> RowState:
    state = option.state
    return RowState(
        chosen=bool(state & QStyle.StateFlag.State_Selected),
        focus=bool(state & QStyle.StateFlag.State_HasFocus),
        hover=bool(state & QStyle.StateFlag.State_MouseOver),
    )
