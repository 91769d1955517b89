"""How saving stands, in the header: the time of the last durable commit, or that something is not on the disk."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from ui.places.room.header import RoomHeader
from ui.places.room.saving import LiveSave
from wibdesk.changes import SaveStatus
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.context import Context

SLOW = 1000
"""Milliseconds that writing may take before the header says that it is not done."""


class SavedStatus(QObject):
    """Hears from the disk and tells the header; `save_aloud` sends what was typed and says when it is there."""

    def __init__(self, context: "Context", header: RoomHeader, saving: LiveSave) -> None:
        super().__init__(header)
        self.context, self.header, self.saving = context, header, saving
        self.status = context.desk.status
        self.slow = QTimer(self)
        self.slow.setSingleShot(True)
        self.slow.setInterval(SLOW)
        self.slow.timeout.connect(self._still_pending)
        context.events.saved.connect(self._changed)
        header.show_saved(self.status, slow=False)

    def save_aloud(self) -> None:
        """Send what was typed, and say when it is on the disk."""
        self.saving.flush()
        self.context.tasks.then(self.context.desk.stored(), self._say, self.context.messages.tell)

    def _changed(self, status: SaveStatus) -> None:
        # What the disk says while the window goes may come after it.
        if not isValid(self):
            return
        self.status = status
        if not status.pending or status.trouble or status.stalled:
            self.slow.stop()
            self.header.show_saved(status, slow=False)
        elif not self.slow.isActive():
            self.slow.start()

    def _still_pending(self) -> None:
        self.header.show_saved(self.status, slow=self.status.pending)

    def _say(self, _: object) -> None:
        saved = self.context.desk.status.saved_at
        self.context.messages.announce(say("Saved {saved:%H:%M:%S}", saved=saved) if saved else say("No changes yet"))
