"""What the room does about the minutes of the last meeting while their item is on the sheet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ui.commands import Command
from ui.editor.lines import says_nothing
from ui.editor.sheet import Caret, end_of, sheet_of
from ui.places.room.previous.correcting import Correcting
from wibdesk.domain.dates import plain_date
from wibdesk.domain.entries import Decision, Entry
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.domain.paper_words import writing_in
from wibdesk.domain.previous_minutes import Outcome, decided, decision_on, is_minutes_item
from wibdesk.language import later, say
from wibdesk.services import approval
from wibdesk.services.previous_minutes import PreviousMinutes, previous_minutes

if TYPE_CHECKING:
    from ui.places.room.place import RoomPlace

REASON = Qt.FocusReason.OtherFocusReason


class PreviousKept(QObject):
    """Shows the strip, writes what is chosen into the sheet as one step of undo, marks the last minutes approved."""

    def __init__(self, room: "RoomPlace") -> None:
        super().__init__(room)
        self.room, self.session, self.strip = room, room.session, room.sheet.minutes
        self.editor = room.sheet.editor
        self.correcting = Correcting(room)
        self.meeting_id = ""
        self.found: PreviousMinutes | None = None
        self.shown_here = self.decided_here = self.going = False
        self.strip.approve_wished.connect(lambda: self.decide(Outcome.APPROVED))
        self.strip.defer_wished.connect(lambda: self.decide(Outcome.DEFERRED))
        self.strip.amend_wished.connect(self.correct)
        self.correcting.left.connect(self.leave)
        self.strip.mark_wished.connect(self.mark)
        self.strip.left.connect(self.leave)
        self.session.refreshed.connect(self.follow)
        self.session.item_changed.connect(self.follow)
        self.editor.edited.connect(self._edited)

    def command(self) -> Command:
        """Return the command that leads to the strip."""
        words = say("The last minutes: approve, correct, defer")

        def offered() -> bool:
            return self.session.meeting is not None and self.session.changeable

        return Command("room.last_minutes", words, ("Ctrl M",), later("room"), self.go, "book-open", when=offered)

    def follow(self) -> None:
        """Have the strip be that of the item on the sheet; the last minutes are read when they are wanted first."""
        meeting, item, self.shown_here = self.session.meeting, self.session.item, False
        if meeting is None or item is None or not self.session.changeable or not is_minutes_item(item):
            self.correcting.put_away()
            self.strip.hide()
            self.going = False
            return
        if self.meeting_id != meeting.id:
            self.meeting_id, self.found = meeting.id, None
            self._read()
        self._show()

    def go(self) -> None:
        """Give the keyboard to the strip, or to the last minutes while they are corrected."""
        if self.correcting.to_lines():
            return
        self.room.reading.hide()
        item = next((each for each in self.session.items if is_minutes_item(each)), None)
        if item is None:
            self.room.context.messages.say(say("The agenda has no item for the last minutes"))
            return
        self.going = True
        if item.id != self.session.item_id:
            self.session.show_item(item.id)
        self._arrive()
        if self.going and self.found is not None:
            self.going = False
            self.room.context.messages.say(say("The last minutes are decided already"))

    def decide(self, outcome: Outcome) -> None:
        """Write the decision on the last minutes into the item."""
        meeting, found = self.session.meeting, self.found
        if meeting is not None and found is not None:
            profile = meeting.details.profile or meeting.body.profile_name
            with writing_in(found.forms.words):
                decision = decision_on(outcome, found.details.date, profile, self.editor.entries())
            self._write(decision)
            self.leave()
            self._show()

    def correct(self) -> None:
        """Show the last minutes with the form of a correction in place of the room."""
        if self.found is not None:
            self.correcting.show_minutes(day_words(self.found), self.found)

    def mark(self) -> None:
        """Mark the last minutes approved themselves."""
        found = self.found
        if found is not None:
            words = say("The minutes of {date} are approved", date=day_words(found))
            self.room.context.operations.write_once(
                approval.approve, found.details.id, MinutesStatus.APPROVED, then=lambda _: self._marked(words)
            )

    def leave(self) -> None:
        """Go back to the sentence."""
        self.correcting.put_away()
        self.room.moves.to_sentence()

    def _edited(self) -> None:
        # An undo takes a decision back, and what the clerk types decides as well; most keys do neither.
        if self.shown_here and decided(self.editor.entries()) is not self.decided_here:
            self._show()

    def _marked(self, words: str) -> None:
        # Approving is not taken back by the way, so no undo is offered: the meeting itself can be reopened.
        self.room.context.messages.say(words)
        self._read()
        self.leave()

    def _write(self, entry: Entry) -> None:
        """Put an entry at the end of the sheet, the caret in it; a line left empty there makes way."""
        entries = self.editor.sheet().entries
        kept = entries[:-1] if entries and says_nothing(entries[-1]) else entries
        self.editor.history.close()
        self.editor.apply(sheet_of((*kept, entry), Caret(end_of(entry))))
        self.editor.history.close()
        self.room.saving.flush()

    def _read(self) -> None:
        asked = self.meeting_id

        def got(found: PreviousMinutes | None) -> None:
            if asked == self.meeting_id:
                self.found = found
                self._show()
                self._arrive()

        self.room.context.operations.read(previous_minutes, asked, then=got)

    def _arrive(self) -> None:
        """Give the keyboard to the strip that was asked for, as soon as the last minutes have been read."""
        item, stop = self.session.item, self.strip.stop()
        if self.going and item is not None and is_minutes_item(item) and stop is not None:
            self.going = False
            stop.setFocus(REASON)

    def _show(self) -> None:
        item, found = self.session.item, self.found
        if found is None or item is None or not is_minutes_item(item):
            self.strip.hide()
            return
        self.shown_here = self.room.saving.shown == item.id
        entries = self.editor.entries() if self.shown_here else item.entries
        self.decided_here = decided(entries)
        if not self.decided_here:
            self.strip.offer(day_words(found))
        elif not found.details.status.final and _approved(entries):
            self.strip.offer_mark(day_words(found))
        else:
            self.strip.hide()


def day_words(found: PreviousMinutes) -> str:
    """Return the day of the last minutes in words."""
    day = found.details.date
    return plain_date(day) if day is not None else say("the last meeting")


def _approved(entries: tuple[Entry, ...]) -> bool:
    decisions = [entry for entry in entries if isinstance(entry, Decision)]
    words = " ".join(part for decision in decisions for part in decision.parts).casefold()
    return "approved" in words and "deferred" not in words and "not approved" not in words
