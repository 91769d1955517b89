"""The meeting in the room as the register holds it, kept up to date while the clerk works on it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wibdesk.changes import ATTENDANCE, ENTRIES, EVERYTHING, PEOPLE, Changes
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee
from wibdesk.domain.entries import Entry
from wibdesk.domain.meetings import Meeting, Stage
from wibdesk.domain.people import Person
from wibdesk.services import attendance, meetings, people

if TYPE_CHECKING:
    from ui.context import Context


class MeetingKept(QObject):
    """Reads the meeting and reads it again when something of it changed; widgets hear `opened` and `refreshed`.

    `read_anew` comes before `refreshed` when the words too are as the register has them; `log_changed` when actions of
    any meeting may have changed.
    """

    opened = Signal()
    read_anew = Signal()
    refreshed = Signal()
    log_changed = Signal()
    leaving_item = Signal()

    def __init__(self, context: "Context") -> None:
        super().__init__()
        self.context = context
        self.meeting: Meeting | None = None
        self.roster: tuple[Person, ...] = ()
        self.own_saves = 0  # how many saves of words were sent: a reading from before one is out of date
        self.announcing = False  # true while this room tells of its own saves, which it need not read again
        self._waiting: list[Callable[[], object]] = []
        context.events.changed.connect(self._heard)

    @property
    def items(self) -> tuple[Item, ...]:
        """The agenda in order; empty without a meeting."""
        return self.meeting.items if self.meeting else ()

    @property
    def attendees(self) -> tuple[Attendee, ...]:
        """Who is on the list of the meeting."""
        return self.meeting.attendance if self.meeting else ()

    @property
    def stage(self) -> Stage:
        """Where the sitting stands; planned without a meeting."""
        return self.meeting.details.stage if self.meeting else Stage.PLANNED

    @property
    def live(self) -> bool:
        """Say whether the meeting is sitting."""
        return self.stage is Stage.LIVE

    def now(self) -> datetime:
        """Return the time on the desk's clock."""
        return self.context.desk.now()

    def open(self, meeting_id: str, item_id: str | None = None, *, quietly: bool = False) -> None:
        """Bring a meeting into the room, at an item where one is named; `quietly` says nothing when it is gone."""
        failed = self._gone if quietly else None
        operations = self.context.operations
        operations.read(meetings.meeting, meeting_id, then=lambda read: self._open(read, item_id), failed=failed)

    def hold(self, item_id: str, entries: tuple[Entry, ...]) -> None:
        """Keep the words of an item as the sheet has them, so that the lists count what was just typed."""
        if self.meeting is not None:
            kept = tuple(replace(i, entries=entries) if i.id == item_id else i for i in self.meeting.items)
            self.meeting = replace(self.meeting, items=kept)

    def read_again(self) -> None:
        """Read the whole meeting anew."""
        if self.meeting is not None:
            sent, read = self.own_saves, self.context.operations.read
            read(meetings.meeting, self.meeting.id, then=lambda m: self._arrived(m, sent), failed=self._gone)

    def when_refreshed(self, act: Callable[[], object]) -> None:
        """Do something once the lists have been read again after a write."""
        self._waiting.append(act)

    def begin(self, item_id: str | None) -> None:
        """Go to an item of the meeting that was just opened; the session does."""

    def settle(self, before: tuple[Item, ...]) -> None:
        """Find the item on the sheet again after the agenda changed; the session does."""

    def _open(self, read: Meeting, item_id: str | None) -> None:
        if self.meeting is not None:
            self.leaving_item.emit()
        self.meeting = read
        self.begin(item_id)
        self._read_roster()
        self.opened.emit()

    def _gone(self, _error: BaseException) -> None:
        if self.meeting is not None:
            self.leaving_item.emit()
        self.meeting = None
        self.begin(None)
        self.opened.emit()

    def _arrived(self, read: Meeting, sent: int) -> None:
        if self.meeting is None or read.id != self.meeting.id:
            return
        if sent != self.own_saves:
            self.read_again()
            return
        before, self.meeting = self.items, read
        self.read_anew.emit()
        self.log_changed.emit()
        self._tell()
        self.settle(before)

    def _heard(self, changes: Changes) -> None:
        meeting = self.meeting
        if meeting is None or self.announcing or not changes.touches(*EVERYTHING):
            return
        if changes.touches(PEOPLE):
            self._read_roster()
        other_body = changes.body_id is not None and changes.body_id != meeting.body.id
        if changes.meeting_id is not None and changes.meeting_id != meeting.id:
            if changes.touches(ENTRIES):
                self.log_changed.emit()
        elif changes.kinds == {ATTENDANCE}:
            self.context.operations.read(attendance.attendance, meeting.id, then=self._attended)
        elif not other_body:
            self.read_again()

    def _attended(self, attendees: tuple[Attendee, ...]) -> None:
        if self.meeting is not None:
            self.meeting = replace(self.meeting, attendance=attendees)
            self._tell()

    def _read_roster(self) -> None:
        if self.meeting is not None:
            self.context.operations.read(people.roster, self.meeting.body.id, then=self._got_roster)

    def _got_roster(self, roster: tuple[Person, ...]) -> None:
        self.roster = roster
        self.refreshed.emit()

    def _tell(self) -> None:
        self.refreshed.emit()
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
