"""Which item of the meeting is on the sheet, which one the meeting is at, and where the clerk came from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from ui.places.room.meeting_kept import MeetingKept
from ui.places.room.times import hours_and_minutes, pace_words, sitting_minutes, spent_minutes
from wibdesk.domain.adjournments import Adjournment
from wibdesk.domain.agenda import Item, ItemState
from wibdesk.domain.quorum import Quorum, quorum_of
from wibdesk.language import say
from wibdesk.services import agenda

if TYPE_CHECKING:
    from ui.context import Context
    from wibdesk.domain.meetings import Meeting

REST = 2000
"""Milliseconds on an item that nobody wrote in before it counts as taken: leafing through the agenda stamps nothing."""


class RoomSession(MeetingKept):
    """Widgets read it and hear from it, and change nothing in it themselves."""

    item_changed = Signal()

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        self.item_id: str | None = None
        self.last_item_id: str | None = None
        self.taken_id = ""
        self.refreshed.connect(self._follow_taken)
        self.adjournments: tuple[Adjournment, ...] = ()
        self._reckoned: tuple[Meeting | None, Item | None, Quorum | None] = (None, None, None)
        self.arrived_at = context.desk.now()
        self.resting = QTimer(self)
        self.resting.setSingleShot(True)
        self.resting.setInterval(REST)
        self.resting.timeout.connect(self.take_item)

    @property
    def item(self) -> Item | None:
        """The item on the sheet."""
        return next((i for i in self.items if i.id == self.item_id), None)

    @property
    def changeable(self) -> bool:
        """Say whether anything of the meeting can be changed: approved minutes and a copy to read cannot."""
        return self.meeting is not None and not self.meeting.details.status.final and not self.context.desk.read_only

    @property
    def adjourned(self) -> Adjournment | None:
        """The adjournment that lasts; None while the meeting sits or is not live."""
        return next((each for each in self.adjournments if each.lasts), None) if self.live else None

    @property
    def item_now(self) -> Item | None:
        """The item that is open or just taken up, else the one on the sheet."""
        taken = next((i for i in self.items if i.id == self.taken_id), None)
        return taken or next((i for i in self.items if i.state is ItemState.NOW), self.item)

    def number_of(self, item: Item) -> str:
        """Return the printed number of an item, else its place on the agenda."""
        return item.number or str(next(n for n, i in enumerate(self.items, 1) if i.id == item.id))

    def number_now(self) -> str | None:
        """Return the number of the item that is open, else of the one on the sheet: stamped on comings and goings."""
        item = self.item_now
        return self.number_of(item) if item else None

    def spent(self) -> dict[str, int]:
        """Return the minutes that each item begun took."""
        if self.meeting is None:
            return {}
        return spent_minutes(self.items, self.now().time(), self.meeting.details.end, self.adjournments)

    def pace_words(self) -> str:
        """Return how the time stands, in words for the chair."""
        meeting = self.meeting
        return pace_words(meeting.details, self.items, self.now().time(), self.adjournments) if meeting else ""

    def quorum(self) -> Quorum | None:
        """Return how the quorum stands for the item that is open; None where the body has no rule."""
        if self.meeting is None:
            return None
        meeting, item, _ = self._reckoned
        if meeting is not self.meeting or item is not self.item_now:  # asked for more often than it changes
            self._reckoned = self.meeting, self.item_now, quorum_of(self.meeting, self.item_now)
        return self._reckoned[2]

    def live_words(self) -> str | None:
        """Return how long the meeting has been sitting, as `0:47`; None while none is."""
        minutes = self.live_minutes()
        return hours_and_minutes(minutes) if minutes is not None else None

    def live_minutes(self) -> int | None:
        """Return how many minutes the meeting has been sitting, without adjournments; None while none is."""
        start = self.meeting.details.start if self.meeting is not None and self.live else None
        return sitting_minutes(start, self.now().time(), self.adjournments) if start is not None else None

    def show_item(self, item_id: str) -> None:
        """Put an item on the sheet at once; the register hears of it when somebody writes or stays there."""
        if item_id == self.item_id or all(i.id != item_id for i in self.items):
            return
        self.leaving_item.emit()
        self.last_item_id, self.item_id = self.item_id, item_id
        self.arrived_at = self.now()
        self.resting.start()
        self.item_changed.emit()

    def step(self, by: int) -> None:
        """Put the next (1) or the previous (-1) item on the sheet; it stops at the ends."""
        places = [i.id for i in self.items]
        if self.item_id in places:
            place = min(max(places.index(self.item_id) + by, 0), len(places) - 1)
            self.show_item(places[place])

    def back(self) -> None:
        """Put the item on the sheet that was there before."""
        if self.last_item_id is not None:
            self.show_item(self.last_item_id)

    def take_item(self, *, again: bool = False) -> None:
        """Record that the meeting is at this item now; one that is done is taken up only when asked to `again`."""
        self.resting.stop()
        item, meeting = self.item, self.meeting
        if item is None or meeting is None or not self.live or item.state is ItemState.NOW:
            return
        if item.state is ItemState.DONE and not again:
            return
        at = self.arrived_at.time().replace(second=0, microsecond=0)
        self.taken_id = item.id  # what is stamped before the register has it belongs to it already
        self.context.operations.write(agenda.open_item, meeting.id, item.id, at, failed=self._not_taken)
        if again:  # the way back is the same key on the item that it was: no undo of its own
            number = self.number_of(item)
            done = item.state is ItemState.DONE
            self.context.messages.say(
                say("Item {number} is taken up again", number=number)
                if done
                else say("Item {number} is taken up now", number=number)
            )

    def _not_taken(self, error: BaseException) -> None:
        self.taken_id = ""
        self.context.messages.tell(error)

    def _follow_taken(self) -> None:
        if any(i.id == self.taken_id and i.state is ItemState.NOW for i in self.items):
            self.taken_id = ""

    def begin(self, item_id: str | None) -> None:
        """Go to an item of the meeting that was just opened: the one named, the one that is open, or the first."""
        self.resting.stop()
        self.last_item_id, self.taken_id = None, ""
        ids = [i.id for i in self.items]
        now = next((i.id for i in self.items if i.state is ItemState.NOW), ids[0] if ids else None)
        self.item_id = item_id if item_id in ids else now
        self.arrived_at = self.now()

    def settle(self, before: tuple[Item, ...]) -> None:
        """Go to the nearest item where the one on the sheet was taken off the agenda, or to the first of a new one."""
        if self.item is None and (self.items or self.item_id is not None):
            places = [i.id for i in before]
            place = min(places.index(self.item_id), len(self.items) - 1) if self.item_id in places else 0
            self.item_id = self.items[place].id if self.items else None
            self.item_changed.emit()
