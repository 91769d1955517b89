"""A list whose row is marked only while the list has the keyboard: beside the sentence it is there to be read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel

from ui.lists import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

    from ui.lists import Row


class QuietList(RowList):
    """Keeps its row when the keyboard leaves, and marks it again when it comes back."""

    def set_rows(self, rows: "Sequence[Row]") -> None:
        """Show these rows, none of them marked while the keyboard is elsewhere."""
        super().set_rows(rows)
        if not self.hasFocus():
            self.selectionModel().clearSelection()

    def focusInEvent(self, event: "QFocusEvent") -> None:
        """Mark the row that has the keyboard again."""
        super().focusInEvent(event)
        here = self.currentIndex()
        if here.isValid():
            self.selectionModel().select(here, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        """Take the mark away; the row stays the current one."""
        super().focusOutEvent(event)
        self.selectionModel().clearSelection()
