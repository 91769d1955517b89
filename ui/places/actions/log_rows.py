"""The rows of a view of the log, of which only those in sight have been read: heads of groups and actions in order."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, overload

from PySide6.QtCore import QModelIndex, Qt, Signal

from ui.lists import ROW, Index
from ui.tables import Column, TableModel, TableRow
from wibdesk.domain.actions import LogAction
from wibdesk.domain.log_views import LogPage
from wibdesk.language import say

PAGE = 50
"""Actions that are read at once."""
MakeRow = Callable[[LogAction], TableRow]


class LogRows(Sequence[TableRow]):
    """Every row of a view by its number; one that has not been read yet has no data."""

    def __init__(self, page: LogPage, make: MakeRow) -> None:
        self.page, self.make = page, make
        self.heads = [group.start + number for number, group in enumerate(page.groups)]
        self.lines = {line.action.id: line for line in page.lines}
        self.made: dict[str, TableRow] = {}

    def __len__(self) -> int:
        return len(self.page.ids) + len(self.heads)

    @overload
    def __getitem__(self, number: int) -> TableRow: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[TableRow]: ...
    def __getitem__(self, number: int | slice) -> TableRow | Sequence[TableRow]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        number = range(len(self))[number]
        group = self.group_at(number)
        if group is not None:
            words = f"{self.page.groups[group].name}, {self.page.groups[group].count:,}"
            return TableRow(row_id=f"group {group}", cells=(words,), sentence=words, group=True)
        action_id = self.page.ids[self.line_of(number)]
        if action_id not in self.made:
            line = self.lines.get(action_id)
            if line is None:
                return TableRow(row_id=action_id, cells=("",) * 10, sentence=say("Not read yet"))
            self.made[action_id] = self.make(line)
        return self.made[action_id]

    def group_at(self, number: int) -> int | None:
        """Return the place of the group whose head stands there, or None."""
        place = bisect_right(self.heads, number) - 1
        return place if place >= 0 and self.heads[place] == number else None

    def line_of(self, number: int) -> int:
        """Return the place among all actions of the row with this number."""
        return number - bisect_right(self.heads, number)

    def number_of(self, line: int) -> int:
        """Return the number of the row of the action at this place among all."""
        starts = [group.start for group in self.page.groups] if self.heads else []
        return line + bisect_right(starts, line)

    def take(self, lines: Iterable[LogAction]) -> None:
        """Know these actions from now on."""
        for line in lines:
            self.lines[line.action.id] = line
            self.made.pop(line.action.id, None)

    def ids(self, first: int, last: int) -> Iterator[str]:
        """Give the ids of the actions from one row to another, heads left out."""
        for number in range(max(first, 0), min(last, len(self) - 1) + 1):
            if self.group_at(number) is None:
                yield self.page.ids[self.line_of(number)]


class LogModel(TableModel):
    """`wanted` carries the place among all actions of one that is in sight and has not been read."""

    wanted = Signal(int)

    def __init__(self, columns: Sequence[Column], make: MakeRow) -> None:
        super().__init__(columns)
        self.make = make
        self.rows: LogRows = LogRows(LogPage(), make)

    def head_over(self, number: int) -> TableRow | None:
        """Return the head of the group that a row stands in, without a look at the rows between."""
        heads = self.rows.heads
        place = bisect_right(heads, number) - 1
        return self.rows[heads[place]] if place >= 0 else None

    def show_page(self, page: LogPage) -> None:
        """Show a view: the same actions in the same order are only repainted, anything else starts afresh."""
        before = self.rows.page
        if (before.ids, before.groups) == (page.ids, page.groups):
            self.rows = LogRows(page, self.make)
            self.repaint()
            return
        self.beginResetModel()
        self.rows = LogRows(page, self.make)
        self.endResetModel()

    def take(self, lines: Iterable[LogAction]) -> None:
        """Show actions that were asked for."""
        self.rows.take(lines)
        self.repaint()

    def make_again(self) -> None:
        """Make the rows again, as for another width or other marks."""
        self.rows.made.clear()
        self.repaint()

    def repaint(self) -> None:
        """Have all rows painted again."""
        if len(self.rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, and ask for a row that is painted before it was read."""
        if role == ROW and index.isValid() and index.column() == 0:
            row = self.row_at(index)
            if row is not None and row.data is None and not row.group:
                self.wanted.emit(self.rows.line_of(index.row()))
        return super().data(index, role)

    def nearest(self, number: int) -> int | None:
        """Return the number of the row nearest to this one that is not the head of a group."""
        last = len(self.rows) - 1
        around = (number, number + 1, number - 1)
        inside = (n for n in (min(max(n, 0), last) for n in around) if last >= 0)
        return next((n for n in inside if self.rows.group_at(n) is None), None)

    def number_of(self, row_id: str) -> int | None:
        """Return the number of the first row of an action, or None."""
        ids = self.rows.page.ids
        return self.rows.number_of(ids.index(row_id)) if row_id in ids else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)
