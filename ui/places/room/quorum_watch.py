"""Too few members: a banner that stays while the quorum is lost, said at once when it is and gently when it is back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.messages import Answer
from ui.place import Where
from ui.places.room.adjourning import with_last
from wibdesk.domain.attendance import Status
from wibdesk.domain.entries import Paragraph
from wibdesk.domain.paper_words import write, writing_in
from wibdesk.domain.people import Group
from wibdesk.domain.quorum import Quorum, QuorumState
from wibdesk.language import say
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
            self.context.messages.announce(say("{spoken}: there are enough members again", spoken=stands.spoken))

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
        head = say("Quorum lost at {since:%H:%M}", since=lost.since) if lost.since else say("There is no quorum")
        heading = say("{head}: {have} here, {need} needed", head=head, have=lost.have, need=lost.need)
        words = say("No decision can be taken: suspend business, adjourn, or note it and go on.")
        note = Answer(say("Note it"), self._note, "Alt M")
        adjourn = Answer(say("Adjourn the meeting"), self.adjourning.press, "Alt J")
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
        with writing_in(forms.words):
            words = _sentence(lost, forms)
        editor.apply(with_last(editor.sheet(), Paragraph(words)))

    def _opened(self) -> None:
        self.told = None
        self.context.messages.clear_trouble(SOURCE)
        self.look()


def _sentence(lost: Quorum, forms: "Forms") -> str:
    """Return what the minutes say of a meeting that has too few members."""
    if lost.since is None:
        return write(
            "The meeting was not quorate: {here} of the {needed} members needed were present.",
            here=lost.have,
            needed=lost.need,
        )
    return write(
        "The meeting was not quorate from {time}: {here} of the {needed} members needed were present.",
        time=forms.time(lost.since),
        here=lost.have,
        needed=lost.need,
    )
