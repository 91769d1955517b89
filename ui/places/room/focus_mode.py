"""Focus mode: the item on the sheet with clock, quorum and how the disk stands, and nothing else."""

from typing import TYPE_CHECKING

from wibdesk.language import say

if TYPE_CHECKING:
    from ui.places.room.place import RoomPlace


class FocusMode:
    """Takes agenda, attendance, rail and keys away until F11 or Esc; it is never remembered."""

    def __init__(self, room: "RoomPlace") -> None:
        self.room, self.on = room, False

    def switch(self) -> None:
        """Begin focus mode, or leave it."""
        room = self.room
        self._set(not self.on)
        room.moves.to_sentence()
        words = say("Focus mode, F11 or Escape leaves it") if self.on else say("All of the room again")
        room.context.messages.announce(words)

    def escape(self) -> bool:
        """Leave focus mode where Esc has nothing else to close; say whether it did."""
        room = self.room
        idle = self.on and room.layout_of.over is None and room.sheet.stop().hasFocus()
        if idle:
            self.switch()
        return idle

    def end(self) -> None:
        """Leave focus mode where something else is to be seen: it is not remembered."""
        if self.on:
            self._set(False)

    def _set(self, on: bool) -> None:
        self.on = on
        self.room.layout_of.leave_alone(on)
        self.room.bar.set_alone(on)
        self.room.chrome_changed.emit()
        self.room.keys_changed.emit()
