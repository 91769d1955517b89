"""A place: one screen of the desk that the rail and Ctrl 1 to n lead to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wibdesk.language import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QMimeData

    from ui.context import Context
    from wibdesk.domain.meetings import Meeting


BODY_HERE = "body here"
"""The note that asks for the body that the clerk is at, else for any."""
PUBLIC_SUMMARY = "public summary"
"""The note that asks the agenda for the public summary of the item."""


@dataclass(frozen=True)
class Where:
    """What a place is asked to show; anything left out is the place's own choice.

    `back`: the clerk only looked something up, as in the help, so what was half done there stays as it was.
    """

    body_id: str | None = None
    meeting_id: str | None = None
    item_id: str | None = None
    note: str = ""
    entry_id: str | None = None
    back: bool = False


class Held(Protocol):
    """What a place holds that may not be on the disk yet."""

    def unsaved(self) -> str:
        """Return a sentence on how much was typed that is not on the disk, empty where all is."""

    def meeting(self) -> "Meeting | None":
        """Return the meeting with what was typed last, for a copy that no register is needed for."""


class Place(QWidget):
    """A screen with a name and keys of its own; made on the first visit, entered on each.

    `files_taken` takes files that were dropped, and says whether it could; `words_taken` words that were.
    `keys_changed` wishes the key bar read again; `chrome_changed` the window title, the header and the rail.
    """

    place_id: ClassVar[str] = ""
    word: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    keys_changed = Signal()
    chrome_changed = Signal()
    held: "Held | None" = None
    files_taken: "Callable[[Sequence[Path]], bool] | None" = None
    words_taken: "Callable[[QMimeData], None] | None" = None
    body_id: str | None = ""

    def __init__(self, context: "Context") -> None:
        super().__init__()
        self.context = context

    def keys(self) -> list[tuple[str, str]]:
        """Return (key, word) pairs for the foot, at most nine; the last is Ctrl K or the way back."""
        return [("Ctrl K", say("any command"))]

    def title(self) -> str:
        """Return what the window is called while this place is shown."""
        return say(self.word)

    def enter(self, where: Where) -> None:
        """Show what is asked for and give the keyboard to the first thing; called each time the place is shown."""

    def leave(self) -> None:
        """Put away what is half done: flush what was typed, close what lies over; called before another place shows."""

    def body_here(self) -> str:
        """Return the id of the body that is shown, empty where it is none or all of them."""
        return self.body_id or ""

    def header(self) -> QWidget | None:
        """Return the strip that runs over rail and place alike, or None; the place keeps it alive."""
        return None

    def shows_rail(self) -> bool:
        """Say whether the rail stands beside this place just now."""
        return True

    def live(self) -> str | None:
        """Return how long a meeting has been running here ("0:47"), None where none is; the rail shows it elsewhere."""
        return None

    def floor(self) -> QWidget:
        """Return where a toast stands, at the bottom left."""
        return self

    def go_on(self, place_id: str, where: Where) -> None:
        """Go where work that was begun here leads, unless the clerk went elsewhere before it was done."""
        if self.isVisible():
            self.context.go(place_id, where)

    def panels(self) -> list[QWidget]:
        """Return what F6 goes round, in order: widgets that take the focus; those out of sight are passed over."""
        return []
