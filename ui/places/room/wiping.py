"""Deleting the private notes of approved minutes for good: asked first, told step by step, and put on record."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from wibdesk.domain.backups import Reason
from wibdesk.language import counted, later, say
from wibdesk.services import wiping

if TYPE_CHECKING:
    from ui.context import Context
    from ui.places.room.approving import Approving
    from ui.places.room.session import RoomSession
    from ui.places.room.sheet import SheetPanel
    from wibdesk.changes import Done
    from wibdesk.domain.approval import Wiped
    from wibdesk.domain.backups import Backup

SOURCE = "wiping"
WHAT_GOES = later(
    "They go from the minutes, from earlier versions and the bin; the register is written anew, and every backup made "
    "before is removed. Nothing done before can be undone. What stays is the record of when, and how many. Sticks that "
    "are not plugged in, copies made by hand and words set aside in trouble are not reached.\n"
    "Notes are information held: if somebody has asked to see it, keep them until that is answered."
)


class Wiping(QObject):
    """Runs the steps one after the other; what stands in the way of one is told with what is left to do."""

    def __init__(self, context: "Context", session: "RoomSession", sheet: "SheetPanel", approving: "Approving") -> None:
        super().__init__(sheet)
        self.context, self.session, self.sheet, self.approving = context, session, sheet, approving
        self.under_way = False
        sheet.approved.wipe_wished.connect(self.ask)

    def possible(self) -> bool:
        """Say whether the minutes in the room are approved and have private notes left."""
        return self.approving.may_reopen() and bool(self._notes()) and not self.under_way

    def ask(self) -> None:
        """Say what goes and what stays, and ask whether to."""
        if self.possible():
            count = self._notes()
            notes = say("1 private note") if count == 1 else say("{count} private notes", count=count)
            words = say("Delete the note for good") if count == 1 else say("Delete the notes for good")
            self.sheet.first.ask(
                say("Delete {notes} of this meeting for good?", notes=notes),
                say(WHAT_GOES),
                words,
                self.wipe,
                warn=True,
            )

    def wipe(self) -> None:
        """Delete the notes, then everything that still holds them."""
        meeting = self.session.meeting
        self.sheet.first.leave()
        if meeting is None or self.under_way:
            return
        self.under_way = True
        self._tell(say("Deleting the private notes…"))
        tasks, desk = self.context.tasks, self.context.desk
        tasks.then(desk.write(wiping.wipe_private_notes, meeting.id), self._deleted, self._refused)

    def _notes(self) -> int:
        standing = self.approving.standing
        return standing.notes if standing is not None else 0

    def _deleted(self, done: "Done[Wiped]") -> None:
        self.context.events.changed.emit(done.changes)
        self._tell(say("The notes are deleted. Writing the register anew without them…"))
        desk, record = self.context.desk, done.value
        self.context.tasks.then(desk.compact(), lambda _: self._back_up(record), self._stopped)

    def _back_up(self, record: "Wiped") -> None:
        backing = self.context.backing_up
        if backing is None or backing.backups is None:
            self._end(record, say("Backups made before still hold them."))
            return
        self._tell(say("The register is clean. Making a new backup…"))
        begun = backing.make(Reason.ASKED, then=lambda made: self._forget(record, made), failed=self._stopped)
        if not begun:
            self._end(record, say("A backup is just being made: backups made before still hold the notes."))

    def _forget(self, record: "Wiped", made: "Backup") -> None:
        backing = self.context.backing_up
        if backing is None or backing.backups is None:  # the register is being closed
            return
        self._tell(say("Removing the backups made before…"))
        forget = partial(backing.backups.forget_before, record.at, keep=made)
        self.context.tasks.run(forget, on_done=lambda gone: self._end(record, _removed(gone)), on_error=self._stopped)

    def _end(self, record: "Wiped", words: str) -> None:
        self.under_way = False
        notes = say("1 private note is") if record.notes == 1 else say("{notes} private notes are", notes=record.notes)
        self.approving.refresh()
        self._tell(say("{notes} deleted for good. {words}", notes=notes, words=words).strip())
        backing = self.context.backing_up
        if backing is not None:
            backing.changed.emit()

    def _refused(self, error: BaseException) -> None:
        self.under_way = False
        self.approving.refresh()
        self.context.messages.tell(error)

    def _stopped(self, error: BaseException) -> None:
        """Say that the notes are gone from the minutes, but not yet from all that was kept of them."""
        self.under_way = False
        words = say("The notes are gone from the minutes, but older copies may still hold them.")
        self.context.messages.trouble(say("Not all is deleted yet"), f"{words} {error}", tone="warn", source=SOURCE)
        self.approving.refresh()

    def _tell(self, words: str) -> None:
        self.context.messages.say(words.rstrip("."))
        self.context.messages.announce(words)


def _removed(count: int) -> str:
    if not count:
        return say("No backup held them.")
    return counted(count, "{number} older backup was removed.", "{number} older backups were removed.")
