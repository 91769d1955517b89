"""Tables of two-line rows: a painted head, group rows, real selection by row id."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
)

from ui import paint
from ui.cells import Cell, text_of
from ui.lists import ENTER, ROW, GuardedDelegate, Index
from ui.row_focus import RowFocus
from ui.theme import Theme
from ui.widgets.pane import name_bars
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

CELL_GAP = 14  # before the words of a cell, a length of the design


@dataclass(frozen=True)
class Column:
    """A column: its word, its width in lengths of the design (0 takes what is left), when it is left out."""

    word: str
    width: float = 0
    right: bool = False
    least: int = 0  # left out when the table is narrower than this, in lengths of the design


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """One row of cells, or the head of a group (its first cell runs across)."""

    row_id: str
    cells: tuple[Cell, ...]
    sentence: str = ""
    group: bool = False
    strong: bool = False
    data: Any = None  # what the row stands for, for its owner


class TableModel(QAbstractTableModel):
    """Rows of cells in order; told only what changed when the same rows come back."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns, self.rows = list(columns), list[TableRow]()

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows: rows that keep their place are only repainted, anything else starts afresh."""
        if [(row.row_id, row.group) for row in rows] != [(row.row_id, row.group) for row in self.rows]:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
            return
        before, self.rows = self.rows, list(rows)
        for number, (old, new) in enumerate(zip(before, self.rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))

    def row_at(self, index: Index) -> TableRow | None:
        """Return the row at an index, or None."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def nearest(self, number: int) -> int | None:
        """Return the number of the row nearest to this one that is not the head of a group."""
        free = [n for n, row in enumerate(self.rows) if not row.group]
        return min(free, key=lambda n: abs(n - number)) if free else None

    def number_of(self, row_id: str) -> int | None:
        """Return the position of the row with this id, or None."""
        return next((n for n, row in enumerate(self.rows) if row.row_id == row_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the word of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(self.columns[section].word)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, what is read out for it, or its row."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._described(row, index.row()) or None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return text_of(row.cells[index.column()]) if index.column() < len(row.cells) else ""
        return None

    def _described(self, row: TableRow, number: int) -> str:
        """Return the sentence of a row with the head that it stands under: two heads may hold the same row."""
        head = self.head_over(number) if row.sentence and not row.group else None
        return (
            say("{sentence}, under {head}", sentence=row.sentence, head=text_of(head.cells[0]))
            if head
            else row.sentence
        )

    def head_over(self, number: int) -> TableRow | None:
        """Return the head of the group that a row stands in, None where there is none."""
        return next((self.rows[n] for n in range(number - 1, -1, -1) if self.rows[n].group), None)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let heads of groups be seen but not chosen."""
        row = self.row_at(index)
        if row is None or row.group:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class CellDelegate(GuardedDelegate):
    """Paints the ground of a row over all its cells, then each cell by its own kind."""

    def __init__(self, theme: Theme, table: "Table") -> None:
        super().__init__(theme, table)
        self.table = table

    def paint_safely(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, hairline, cell and the ring that runs round the whole row."""
        t, row, rect = self.theme, index.data(ROW), QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if row.group:
            p.fillRect(rect, t.panel)
        else:
            hover = self.table.hovered == index.row()
            paint.row_ground(p, t, rect, chosen=chosen, hover=hover, bar=index.column() == 0)
        p.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), t.line)
        self._cell(p, self.table.inner(rect, index.column(), whole=row.group), row, index.column())
        if index.row() == self.table.currentIndex().row() and self.table.hasFocus():
            p.setClipRect(rect)
            width = self.table.viewport().width()
            paint.focus_ring(p, t, QRectF(2, rect.top() + 1, width - 4, rect.height() - 3), 4)

    def _cell(self, p: QPainter, rect: QRectF, row: TableRow, number: int) -> None:
        cell = row.cells[number] if number < len(row.cells) else ""
        if isinstance(cell, str):
            role = "strong" if row.group or row.strong else "body"
            align = paint.RIGHT if self.table.columns[number].right and not row.group else paint.LEFT
            paint.text(p, self.theme, rect, cell, role, "ink", align)
        else:
            cell.paint(p, self.theme, rect, strong=row.strong)


class Head(QHeaderView):
    """Column words in small semibold ink; the sorted one carries an arrow."""

    def __init__(self, theme: Theme, table: "Table") -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.theme, self.table = theme, table
        self.sorted_by, self.downwards = -1, False
        self.setHighlightSections(False)

    def paintSection(self, p: QPainter, rect: QRect, index: int) -> None:
        """Paint the ground, the word and the arrow of one column."""
        t, area, column = self.theme, QRectF(rect), self.table.columns[index]
        p.fillRect(area, t.panel)
        inner = self.table.inner(area, index)
        paint.text(p, t, inner, say(column.word), "label", "muted", paint.RIGHT if column.right else paint.LEFT)
        if index == self.sorted_by:
            x = inner.left() + paint.text_width(t, "label", say(column.word)) + t.px(4)
            if column.right:
                x = inner.right() - paint.text_width(t, "label", say(column.word)) - t.px(18)
            paint.icon(p, t, x, area.center().y(), "arrow-down" if self.downwards else "arrow-up", "muted", 13)

    def sizeHint(self) -> QSize:
        """Return the height of the head."""
        return QSize(super().sizeHint().width(), self.theme.px(30))


class Table(RowFocus, QTableView):
    """A table that keeps its row by id; `opened` on Enter, `chosen` on a new row, `sort_wished` on a head."""

    opened = Signal(object)
    chosen = Signal(object)
    sort_wished = Signal(int)

    def __init__(
        self, theme: Theme, columns: Sequence[Column], name: str, *, height: float = 50, edge: float = 28
    ) -> None:
        super().__init__()
        self.theme, self.columns, self.height_of_row, self.edge, self.hovered = theme, list(columns), height, edge, -1
        self.told: str | None = None  # the row last told of, so that a refresh does not tell it again
        self.table_model = TableModel(columns, self)
        self.setModel(self.table_model)
        name_bars(self)
        self.setItemDelegate(CellDelegate(theme, self))
        self.head = Head(theme, self)
        self.setHorizontalHeader(self.head)
        self._set_up(name)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows; the chosen row stays chosen by its id, else the nearest one is, and the view stays put."""
        row, number, offset = self.current_row(), self.currentIndex().row(), self.verticalScrollBar().value()
        self.table_model.set_rows(rows)
        show_heads(self, some=bool(rows))
        self._lay_rows()
        if row is not None and self.current_row() is None:
            position = self.table_model.number_of(row.row_id)
            self._choose(self.table_model.nearest(number) if position is None else position)
        self.verticalScrollBar().setValue(offset)
        if self.hasFocus() and self.currentIndex().row() != number:
            self.scrollTo(self.currentIndex())  # what the keyboard is on went elsewhere: the view goes with it

    def set_sorted(self, column: int, *, downwards: bool = False) -> None:
        """Show the arrow at this column; -1 shows none."""
        self.head.sorted_by, self.head.downwards = column, downwards
        self.head.viewport().update()

    def current_row(self) -> TableRow | None:
        """Return the row with the keyboard, or None."""
        return self.table_model.row_at(self.currentIndex())

    def choose(self, row_id: str) -> bool:
        """Choose a row by its id; say whether it is there."""
        number = self.table_model.number_of(row_id)
        self._choose(number)
        return number is not None

    def choose_first(self) -> None:
        """Choose the first row that is not the head of a group."""
        self._choose(self.table_model.nearest(0))

    def drop(self, row_id: str) -> None:
        """Take a row away before the register has answered: a quick second key means the next row, not this one."""
        self.set_rows([row for row in self.table_model.rows if row.row_id != row_id])

    def inner(self, rect: QRectF, column: int, *, whole: bool = False) -> QRectF:
        """Return where the words of a cell stand inside it."""
        shown = [n for n in range(len(self.columns)) if not self.isColumnHidden(n)]
        left = self.edge if shown and column == shown[0] else CELL_GAP
        right = self.edge - 6 if whole or (shown and column == shown[-1]) else 8
        return rect.adjusted(self.theme.px(left), 0, -self.theme.px(max(right, 8)), -1)

    def restyle(self) -> None:
        """Set the sizes of rows and columns from the theme again."""
        self.verticalHeader().setMinimumSectionSize(self.theme.px(24))
        self.head.setFixedHeight(self.theme.px(30))
        self._lay_columns()
        self._lay_rows()
        self.viewport().update()

    def fit_rows(self, most: int) -> None:
        """Be as high as the whole rows that fit into this many pixels: a row that is cut in half is hard to read."""
        heights = (self.rowHeight(number) for number in range(len(self.table_model.rows)))
        fitting = [high for high in accumulate(heights, initial=self.theme.px(30)) if high <= most]
        self.setFixedHeight(fitting[-1] + 2 * self.frameWidth())

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Leave out the columns that a narrow table has no room for."""
        super().resizeEvent(event)
        self._lay_columns()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Open the row on Enter; Home and End go to the first and the last row."""
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open(self.currentIndex())
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            # Qt goes sideways with these; the first and the last row are what a clerk means.
            held = event.modifiers() | Qt.KeyboardModifier.ControlModifier
            event = QKeyEvent(event.type(), event.key(), held)
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the commands of the table."""

    def _set_up(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.head.setSectionsClickable(True)
        self.head.sectionClicked.connect(self.sort_wished)
        self.entered.connect(self._hover)
        self.viewportEntered.connect(self._hover)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def _lay_columns(self) -> None:
        room = self.viewport().width() / self.theme.scale
        for number, column in enumerate(self.columns):
            self.setColumnHidden(number, bool(column.least) and room < column.least)
            stretch = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            self.head.setSectionResizeMode(number, stretch)
            if column.width:
                edges = CELL_GAP + (self.edge if number in (0, len(self.columns) - 1) else 8)
                word = paint.text_width(self.theme, "label", say(column.word)) + self.theme.px(edges)
                self.head.resizeSection(number, max(self.theme.px(column.width), word))

    def _lay_rows(self) -> None:
        self.clearSpans()
        self.verticalHeader().setDefaultSectionSize(self.theme.px(self.height_of_row))
        for number, row in enumerate(self.table_model.rows):
            self.setRowHeight(number, self.theme.px(34 if row.group else self.height_of_row))
            if row.group and len(self.columns) > 1:
                self.setSpan(number, 0, 1, len(self.columns))

    def _choose(self, number: int | None) -> None:
        if number is not None:
            self.setCurrentIndex(self.table_model.index(number, 0))
            if number == self.table_model.nearest(0):
                self.scrollToTop()  # the head of the first group is in sight with its first row

    def _open(self, index: QModelIndex) -> None:
        row = self.table_model.row_at(index)
        if row is not None and not row.group:
            self.opened.emit(row)

    def _hover(self, index: QModelIndex | None = None) -> None:
        self.hovered = index.row() if index is not None else -1
        self.viewport().update()

    def _tell(self) -> None:
        row = self.current_row()
        told, self.told = self.told, row.row_id if row is not None else None
        if self.told != told:
            self.chosen.emit(row)
        self.viewport().update()


def show_heads(table: Table, *, some: bool) -> None:
    """Show the heads of a table with some rows; without any none, and leave the room to what tells why."""
    table.head.setVisible(some)
    policy = table.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Expanding if some else QSizePolicy.Policy.Ignored)
    table.setSizePolicy(policy)
