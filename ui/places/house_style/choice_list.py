"""The list at the left: Enter takes what is chosen, PgUp and PgDn turn the pages beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.lists import RowList


class ChoiceList(RowList):
    """Styles and letterhead; `paged` carries by how many pages to go on."""

    paged = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave PgUp and PgDn to the pages."""
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.paged.emit(step)
