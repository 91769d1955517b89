"""What the clerk does with the meeting as a whole: start and reopen it, put its times right, find words in it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.editor.sheet import Spot
from ui.lists import Row
from ui.place import Where
from ui.places.room.finding import Hit, find
from ui.places.room.picker import Ask
from ui.places.room.saving import LiveSave
from ui.places.room.session import RoomSession
from ui.places.room.sheet import SheetPanel
from wibdesk.domain.dates import clock, read_time
from wibdesk.domain.history import Version
from wibdesk.domain.meetings import MeetingDetails, Stage
from wibdesk.language import say
from wibdesk.services import history, meetings

if TYPE_CHECKING:
    from ui.context import Context


class RoomActs(QObject):
    """Works on the session's meeting; `done` when the keyboard belongs in the sentence again."""

    done = Signal()

    def __init__(self, context: "Context", session: RoomSession, sheet: SheetPanel, saving: LiveSave) -> None:
        super().__init__()
        self.context, self.session, self.sheet, self.saving = context, session, sheet, saving
        self.hits: list[Hit] = []
        self.hit, self.sought = -1, ""
        sheet.strip.start_wished.connect(self.start)
        sheet.strip.reopen_wished.connect(self.reopen)
        sheet.asking.closed.connect(self.done)

    def start(self) -> None:
        """Start the meeting and stamp the time."""
        meeting = self.session.meeting
        if meeting is not None and self.session.stage is Stage.PLANNED:
            self.saving.flush()
            at = self._minute()
            words = say("The meeting started at {time}", time=clock(at))
            self.context.operations.write_once(meetings.start_meeting, meeting.id, at, undo=words)
            self.done.emit()

    def reopen(self) -> None:
        """Take the closing back."""
        meeting = self.session.meeting
        if meeting is not None and self.session.stage is Stage.CLOSED:
            self.context.operations.write_once(
                meetings.reopen_meeting, meeting.id, undo=say("The meeting is open again")
            )
            self.done.emit()

    def ask_times(self) -> None:
        """Ask when the meeting started, and when it ended where it is closed."""
        meeting = self.session.meeting
        if meeting is None:
            return
        details = meeting.details
        word = say("Planned start") if details.stage is Stage.PLANNED else say("Started at")
        self._ask_time(word, details.start, lambda at: self._started(details, at))

    def _started(self, details: MeetingDetails, at: time | None) -> None:
        planned = at if details.stage is Stage.PLANNED else details.planned_start
        new = replace(details, start=at, planned_start=planned)
        if details.stage is Stage.CLOSED:
            self._ask_time(say("Ended at"), details.end, lambda end: self._keep(replace(new, end=end)))
        else:
            self._keep(new)

    def _ask_time(self, caption: str, known: time | None, take: Callable[[time | None], None]) -> None:
        def read(words: str, _row: Row | None) -> None:
            at = read_time(words)
            if words and at is None:
                self.context.messages.say(say("“{words}” is no time: type it as 9:30", words=words))
            else:
                take(at)

        self.sheet.asking.ask(
            Ask(caption, say("As 9:30, or nothing where it is not known"), read, clock(known) if known else "")
        )

    def _keep(self, details: MeetingDetails) -> None:
        self.context.operations.write(meetings.change_details, details, undo=say("Times of the meeting kept"))

    def restore(self, version: Version) -> None:
        """Let the item on the sheet say again what it said; what stands there now is kept as a version."""
        self.saving.flush()
        at = version.at.astimezone(self.session.now().tzinfo)
        words = say("The item says again what it said at {at:%H:%M}", at=at)
        self.context.operations.write_once(history.restore_version, version.id, once=version.id, undo=words)

    def ask_words(self) -> None:
        """Open the line that finds words in the whole meeting; asked again with words in it, search everything."""
        if self.session.meeting is None:
            return
        if self.sheet.asking.isVisible() and self.sought:
            self.context.go("search", Where(note=self.sought))
            return
        self.saving.flush()
        help_words = say("Enter goes there, F3 to the next place")
        ask = Ask(
            say("Find in the meeting"), help_words, self._go, self.sought, offers=self._find, enter=say("go there")
        )
        self.sheet.asking.ask(ask)

    def next_hit(self) -> None:
        """Go to the next place where the words stand; after the last comes the first."""
        self.saving.flush()
        self.hits = find(self.session.items, self.sought)
        if self.hits:
            self.hit = (self.hit + 1) % len(self.hits)
            self._show_hit()
        elif self.sought:
            self.context.messages.say(say("“{sought}” stands nowhere in this meeting", sought=self.sought))
        else:
            self.ask_words()

    def show_entry(self, entry_id: str) -> None:
        """Put the caret into an entry of the item on the sheet."""
        self.saving.caret_at(Spot(entry_id))
        self.done.emit()

    def _find(self, words: str) -> Sequence[Row]:
        self.sought = words
        self.hits = find(self.session.items, words)
        return self.hits

    def _go(self, words: str, row: Row | None) -> None:
        self.sought = words
        self.hit = next((n for n, hit in enumerate(self.hits) if row is not None and hit.row_id == row.row_id), -1)
        if self.hit >= 0:
            self._show_hit()
        elif words:
            self.context.messages.say(say("“{words}” stands nowhere in this meeting", words=words))

    def _show_hit(self) -> None:
        hit = self.hits[self.hit]
        self.session.show_item(hit.item_id)
        self.sheet.editor.finding.mark(self.sought)
        if hit.start is not None:
            self.saving.caret_at(hit.end or hit.start, hit.start if hit.end else None)
        self.context.messages.announce(
            say("{hit} of {number}, {sentence}", hit=self.hit + 1, number=len(self.hits), sentence=hit.sentence)
        )
        self.done.emit()

    def _minute(self) -> time:
        return self.session.now().time().replace(second=0, microsecond=0)
