"""The table of the log: it lays out only the heads of groups, keeps its row by id, and marks rows with Space."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.places.actions.log_rows import LogModel, MakeRow
from ui.places.actions.rows import WIDE
from ui.tables import Column, Table, show_heads
from ui.theme import Theme
from wibdesk.domain.log_views import LogPage
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

HEAD = 34  # height of the head of a group, a length of the design


class LogTable(Table):
    """`marks_changed` after rows were marked or freed; `marked` has the ids of the marked actions in their order."""

    marks_changed = Signal()

    def __init__(self, theme: Theme, columns: Sequence[Column], make: MakeRow, hidden: Callable[[str], bool]) -> None:
        # Before the table itself, which lays out its rows and columns as it is made.
        self.hidden, self.marked, self.heads = hidden, dict[str, None](), list[int]()
        self.was_narrow = False
        self.log_model = LogModel(columns, make)
        super().__init__(theme, columns, say("Action log"))
        self.log_model.setParent(self)
        self.table_model = self.log_model
        self.setModel(self.log_model)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.restyle()

    def show_page(self, page: LogPage, *, same: bool) -> None:
        """Show a view, the `same` as before or another; the chosen row stays chosen by its id, else the nearest one is.

        The list stays put, save where the chosen row would go out of sight.
        """
        row, number, offset = self.current_row(), self.currentIndex().row(), self.verticalScrollBar().value()
        follow = not same or self.viewport().rect().intersects(self.visualRect(self.currentIndex()))
        self.log_model.show_page(page)
        if self.marked:
            there = set(page.ids)
            self.marked = {action_id: None for action_id in self.marked if action_id in there}
        show_heads(self, some=bool(page.ids))
        self._lay_rows()
        if self.current_row() is None and page.ids:
            position = self.log_model.number_of(row.row_id) if row is not None else None
            self._choose(self.log_model.nearest(max(number, 0)) if position is None else position)
        self.verticalScrollBar().setValue(offset)
        if follow and self.currentIndex().isValid():
            self._choose(self.currentIndex().row())
            self.scrollTo(self.currentIndex())

    def top_line(self) -> int:
        """Return the place among all actions of the first one in sight."""
        first = max(self.rowAt(0), 0)
        return self.log_model.rows.line_of(first) if self.log_model.rowCount() else 0

    def targets(self) -> tuple[str, ...]:
        """Return the ids that a key acts on: those marked, else the chosen one."""
        row = self.current_row()
        return tuple(self.marked) or ((row.row_id,) if row is not None else ())

    def mark(self, ids: Sequence[str], *, on: bool = True) -> None:
        """Mark actions, or free them."""
        for action_id in ids:
            if on:
                self.marked[action_id] = None
            else:
                self.marked.pop(action_id, None)
        self.log_model.make_again()
        self.marks_changed.emit()

    def to_marked(self) -> None:
        """Go to a marked row where the chosen one is not marked: the field for all lies over one of them."""
        row = self.current_row()
        if self.marked and (row is None or row.row_id not in self.marked):
            self.choose(next(reversed(self.marked)))

    def free_all(self) -> None:
        """Free every row."""
        self.mark(tuple(self.marked), on=False)

    def cell_rect(self, word: str, over: QWidget) -> QRect:
        """Return where a cell of the chosen row stands on a widget; that of the action where its column is left out."""
        words = [column.word for column in self.columns]
        number = words.index(word)
        if self.isColumnHidden(number):
            number = words.index("Action")
        cell = self.visualRect(self.log_model.index(self.currentIndex().row(), number))
        return QRect(self.viewport().mapTo(over, cell.topLeft()), cell.size())

    def is_narrow(self) -> bool:
        """Say whether there is no room for columns, so that each row tells all on its second line."""
        return self.viewport().width() / self.theme.scale < WIDE

    def lay_columns(self) -> None:
        """Show the columns that the clerk wants and the width has room for."""
        self._lay_columns()
        self.viewport().update()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Mark on Space, and from row to row with Shift and an arrow."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._mark_and_go_on()
            return
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._mark_along(step)
            return
        super().keyPressEvent(event)

    def step(self, by: int) -> bool:
        """Choose the action after the chosen one, or before it; say whether there was one."""
        number = self.currentIndex().row() + by
        while 0 <= number < self.log_model.rowCount():
            if self.log_model.rows.group_at(number) is None:
                self._choose(number)
                return True
            number += by
        return False

    def _mark_and_go_on(self) -> None:
        row = self.current_row()
        if row is not None:
            self.mark((row.row_id,), on=row.row_id not in self.marked)
            self.step(1)

    def _mark_along(self, step: int) -> None:
        row = self.current_row()
        if row is not None:
            self.mark((row.row_id,))
            self.step(step)
            after = self.current_row()
            if after is not None:
                self.mark((after.row_id,))

    def _lay_columns(self) -> None:
        super()._lay_columns()
        for number, column in enumerate(self.columns):
            if self.hidden(column.word):
                self.setColumnHidden(number, True)
        if self.is_narrow() is not self.was_narrow:
            self.was_narrow = self.is_narrow()
            self.log_model.make_again()

    def _lay_rows(self) -> None:
        self.clearSpans()
        high = self.theme.px(self.height_of_row)
        self.verticalHeader().setDefaultSectionSize(high)
        heads, count = self.log_model.rows.heads, self.log_model.rowCount()
        for number in self.heads:
            if number < count:
                self.setRowHeight(number, high)
        for number in heads:
            self.setRowHeight(number, self.theme.px(HEAD))
            self.setSpan(number, 0, 1, len(self.columns))
        self.heads = list(heads)
