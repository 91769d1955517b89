"""The table of items: as tall as its rows, so that the row for a new item follows the last one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ui.places.agenda.rows import COLUMNS, NARROW
from ui.tables import Table, TableRow
from ui.theme import Theme
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent


class ItemTable(Table):
    """`past_end` when the clerk goes down from the last row, `narrowed` when it loses columns or gains them again."""

    past_end, narrowed = Signal(), Signal()
    narrow = False

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, COLUMNS, say("Agenda items"))

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows and take the height that they need."""
        super().set_rows(rows)
        self._hug()

    def restyle(self) -> None:
        """Take sizes from the theme again."""
        super().restyle()
        self._hug()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Tell when a panel beside takes so much that columns go, or gives it back."""
        super().resizeEvent(event)
        narrow = self.width() / self.theme.scale < NARROW
        if narrow != self.narrow:
            self.narrow = narrow
            self.narrowed.emit()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Leave downwards from the last row."""
        last = self.currentIndex().row() == len(self.table_model.rows) - 1
        if event.key() == Qt.Key.Key_Down and last and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.past_end.emit()
            return
        super().keyPressEvent(event)

    def _hug(self) -> None:
        self.setMaximumHeight(self.theme.px(30) + len(self.table_model.rows) * self.theme.px(self.height_of_row) + 1)
