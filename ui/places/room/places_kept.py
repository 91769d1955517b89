"""Where the clerk was when the room was last left: the meeting, the item and the caret, kept over restarts."""

from typing import TYPE_CHECKING

from ui.editor.sheet import Caret, Spot
from wibdesk.settings import Settings

if TYPE_CHECKING:
    from ui.places.room.session import RoomSession


class PlaceKept:
    """Written on leaving; `last_item` holds the item and the caret in it, separated by blanks."""

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

    def caret_of(self, item_id: str) -> Spot | None:
        """Return where the caret stood when that item was left."""
        words = self.settings.now.last_item.split(" ")
        if len(words) != 4 or words[0] != item_id or not (words[2] + words[3]).isdigit():
            return None
        return Spot(words[1], int(words[2]), int(words[3]))

    def keep(self, session: "RoomSession", caret: Caret | None) -> None:
        """Remember where the clerk is now."""
        if session.meeting is None:
            return
        words = session.item_id or ""
        if caret is not None and words:
            words = f"{words} {caret.at.entry} {caret.at.part} {caret.at.offset}"
        self.settings.change(last_meeting=session.meeting.id, last_item=words)
