"""What is typed between the first paint and the caret: kept for the sentence of the last meeting.

Only letters and what edits them, and only where the desk goes on in the room: in a list a letter is a command, and
nobody means one that is not on screen yet. Keys with Ctrl or Alt act at once, as ever.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from ui.app import Workbench

LOOK, PATIENCE = 20, 250
"""Milliseconds between looks for the caret once something was typed, and looks before it is given up."""
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
EDITS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace)


class EarlyKeys(QObject):
    """Keeps keys while no place is shown, and types them into the room's sentence once that takes keys."""

    def __init__(self, bench: "Workbench") -> None:
        super().__init__(bench)
        self.window = bench.window
        self.kept: list[QKeyEvent] = []
        self.looks = 0
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        bench.opening.arrived.connect(self.arrive)
        self._listen(True)

    def arrive(self) -> None:
        """Wait for the caret where the room is shown; forget what was typed where it is not."""
        if self.kept and self.window.place is self.window.places.get("room"):
            self.timer.start(LOOK)
        else:
            self.end()

    def look(self) -> None:
        """Type what was kept as soon as the sentence takes it."""
        self.looks += 1
        sheet = self._sentence()
        if sheet is not None:
            kept, self.kept = self.kept, []
            self.end()
            for key in kept:
                QApplication.sendEvent(sheet, key)
        elif self.looks > PATIENCE:
            self.end()

    def end(self) -> None:
        """Keep no more."""
        self.timer.stop()
        self.kept = []
        self._listen(False)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep a key instead of letting it go to whatever happens to have the keyboard."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        place = self.window.place
        # The page of a register that was not opened is barred, and has choices to be pressed.
        waits = place is None or (place.place_id == "opening" and not self.window.barred)
        early = waits or self.timer.isActive()
        wanted = event.key() in EDITS or (event.text().isprintable() and bool(event.text()))
        if not early or not wanted or event.modifiers() & COMMANDS:
            return False
        self.kept.append(event.clone())
        return True

    def _sentence(self) -> QObject | None:
        room = self.window.places.get("room")
        here = QApplication.focusWidget()
        if room is None or room.held is None or here is None or room.held.meeting() is None:
            return None
        return here if here is room.panels()[0] else None

    def _listen(self, on: bool) -> None:
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self) if on else app.removeEventFilter(self)
