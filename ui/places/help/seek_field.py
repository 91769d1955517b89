"""The field that finds in the help: Down goes to what was found, Enter reads it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ui.widgets.fields import LineField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class SeekField(LineField):
    """`down` goes to what was found, `entered` reads it."""

    down = Signal()
    entered = Signal()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Work the keys that leave the field."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
