"""Where the clerk was when the room was last left: the meeting, the item and the caret, kept over restarts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.editor.lines import line_count, lines_of, words_of
from ui.editor.sheet import Caret, Spot
from ui.recent import note_meeting
from wibdesk.domain.entries import Entry
from wibdesk.settings import Settings

if TYPE_CHECKING:
    from ui.places.room.session import RoomSession


def line_length(entries: Sequence[Entry], spot: Spot) -> int | None:
    """Return how many characters stand in the line of a place; None where the line is not there."""
    entry = next((e for e in entries if e.id == spot.entry), None)
    if entry is None or spot.part >= line_count(entry):
        return None
    return len(words_of(lines_of(entry)[spot.part]))


class Throttle(QTimer):
    """Fires once, so many milliseconds after the first time that it was begun: what follows does not put it off."""

    def __init__(self, interval: int, parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(interval)

    def begin(self) -> None:
        """Start unless it runs already."""
        if not self.isActive():
            self.start()


class PlaceKept:
    """Written while the clerk works, off the typing path; `last_item` holds the item and the caret, between blanks.

    The caret is told by its entry and line, by how many characters follow it there, and by how many stand before it.
    What follows stays the same while somebody types, so that a note a second old still finds the place.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @property
    def meeting_id(self) -> str:
        """The meeting that was last in the room, empty when there was none."""
        return self.settings.now.last_meeting

    def item_of(self, meeting_id: str) -> str | None:
        """Return the item that was on the sheet when that meeting was left."""
        words = self.settings.now.last_item.split(" ")
        return words[0] if meeting_id == self.meeting_id and words[0] else None

    def caret_of(self, item_id: str) -> tuple[Spot, int | None] | None:
        """Return where the caret stood when that item was left, and how many characters followed it in its line."""
        words = self.settings.now.last_item.split(" ")
        if len(words) not in (4, 5) or words[0] != item_id or not "".join(words[2:]).isdigit():
            return None
        after = int(words[3]) if len(words) == 5 else None
        return Spot(words[1], int(words[2]), int(words[-1])), after

    def keep(self, session: "RoomSession", caret: Caret | None, entries: Sequence[Entry]) -> None:
        """Remember where the clerk is now, on a sheet of these entries."""
        if session.meeting is None:
            return
        words = session.item_id or ""
        if caret is not None and words:
            after = max((line_length(entries, caret.at) or 0) - caret.at.offset, 0)
            words = f"{words} {caret.at.entry} {caret.at.part} {after} {caret.at.offset}"
        self.settings.note(last_meeting=session.meeting.id, last_item=words)
        if not session.context.desk.read_only:
            note_meeting(self.settings, session.context.desk.register, session.meeting.id)
