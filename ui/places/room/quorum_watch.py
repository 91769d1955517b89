"""Too few members: a banner that stays while the quorum is lost, said at once when it is and gently when it is back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.messages import Answer
from ui.place import Where
from ui.places.room.adjourning import with_last
from wibdesk.domain.attendance import Status
from wibdesk.domain.entries import Paragraph
from wibdesk.domain.people import Group
from wibdesk.domain.quorum import Quorum, QuorumState
from wibdesk.services import sittings

if TYPE_CHECKING:
    from ui.context import Context
    from ui.places.room.adjourning import Adjourning
    from ui.places.room.session import RoomSession
    from ui.places.room.sheet import SheetPanel
    from wibdesk.changes import Changes
    from wibdesk.domain.date_forms import Forms

SOURCE = "quorum"


class QuorumWatch(QObject):
    """Looks whenever somebody comes, goes or declares an interest; it never takes the keyboard and stops nothing.

    `looked` when the figures may have changed.
    """

    looked = Signal()

    def __init__(
        self, context: "Context", session: "RoomSession", sheet: "SheetPanel", adjourning: "Adjourning"
    ) -> None:
        super().__init__()
        self.context, self.session, self.sheet, self.adjourning = context, session, sheet, adjourning
        self.told: Quorum | None = None  # what the banner says; None while there is none
        context.messages.clear_trouble(SOURCE)
        session.opened.connect(self._opened)
        session.refreshed.connect(self.look)
        session.item_changed.connect(self.look)
        context.events.changed.connect(self._heard)

    def look(self) -> None:
        """Show the banner, change it or take it away, as the quorum stands now."""
        self.looked.emit()
        stands = self._sitting()
        lost = stands if stands is not None and self._is_lost(stands) else None
        if lost == self.told:
            return
        before, self.told = self.told, lost
        if lost is not None:
            self._say(lost)
            return
        self.context.messages.clear_trouble(SOURCE)
        if before is not None and stands is not None:
            self.context.messages.announce(f"{stands.spoken}: there are enough members again")

    def _heard(self, _changes: "Changes") -> None:
        """Look again: what was typed may have been an interest."""
        self.look()

    def _sitting(self) -> Quorum | None:
        """Return how the quorum stands while the meeting sits and its record can be changed."""
        session = self.session
        sits = session.live and session.changeable and session.adjourned is None
        return session.quorum() if sits else None

    def _is_lost(self, stands: Quorum) -> bool:
        """Say whether too few are here; while members are still being marked at the start nothing is lost yet."""
        if stands.state is not QuorumState.LOST or stands.since is not None:
            return stands.state is QuorumState.LOST
        return all(a.status is not Status.UNKNOWN for a in self.session.attendees if a.group is Group.MEMBER)

    def _say(self, lost: Quorum) -> None:
        head = f"Quorum lost at {lost.since:%H:%M}" if lost.since else "There is no quorum"
        heading = f"{head}: {lost.have} here, {lost.need} needed"
        words = "No decision can be taken: suspend business, adjourn, or note it and go on."
        note = Answer("Note it", self._note, "Alt M")
        adjourn = Answer("Adjourn the meeting", self.adjourning.press, "Alt J")
        self.context.messages.trouble(heading, words, note, adjourn, source=SOURCE)

    def _note(self) -> None:
        """Put a sentence on it at the end of the item on the sheet."""
        meeting = self.session.meeting
        if meeting is not None:
            self.context.operations.read(sittings.forms_of, meeting.id, then=self._write)

    def _write(self, forms: "Forms") -> None:
        lost, editor = self.told, self.sheet.editor
        if lost is None or self.session.item is None:
            return
        if not self.sheet.isVisible():
            self.context.go("room", Where())
        since = f" from {forms.time(lost.since)}" if lost.since else ""
        words = f"The meeting was not quorate{since}: {lost.have} of the {lost.need} members needed were present."
        editor.apply(with_last(editor.sheet(), Paragraph(words)))

    def _opened(self) -> None:
        self.told = None
        self.context.messages.clear_trouble(SOURCE)
        self.look()
