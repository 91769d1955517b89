"""A meeting with all that belongs to it, and the dates of the meetings to come."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee
from wibdesk.domain.bodies import Body
from wibdesk.domain.entries import Action, Entry
from wibdesk.domain.ids import new_id
from wibdesk.domain.paper_words import write


class MeetingType(StrEnum):
    """The kind of sitting."""

    ORDINARY = "ordinary"
    ANNUAL = "annual"
    SPECIAL = "special"
    EXTRAORDINARY = "extraordinary"
    ADJOURNED = "adjourned"

    @property
    def words(self) -> str:
        """What such a sitting is called on screen and page; an ordinary one has no name of its own."""
        return {
            "ordinary": "",
            "annual": write("Annual meeting"),
            "special": write("Special meeting"),
            "extraordinary": write("Extraordinary meeting"),
            "adjourned": write("Adjourned meeting"),
        }[self.value]


class MinutesStatus(StrEnum):
    """How far the minutes are: draft, circulated, approved as a correct record, signed."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"
    SIGNED = "signed"

    @property
    def final(self) -> bool:
        """Say whether the meeting has approved them."""
        return self in (MinutesStatus.APPROVED, MinutesStatus.SIGNED)


class Stage(StrEnum):
    """Where the sitting itself stands; the desk's own record."""

    PLANNED = "planned"
    LIVE = "live"
    CLOSED = "closed"


@dataclass(frozen=True)
class NextMeeting:
    """A future date; `rearranged_from` keeps the day it was moved from, `date` may be None beside `as_written`."""

    date: dt.date | None
    time: dt.time | None = None
    rearranged_from: dt.date | None = None
    cancelled: bool = False
    as_written: str | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class MeetingDetails:
    """A meeting without its lists. `ref` is the short reference used on the command line, as M3.

    `profile` and `house_style` are what the meeting file named, or the body's when the meeting was made here.
    `start` is the planned time until the meeting is opened, then the stamped one, with `planned_start` kept beside it.
    """

    body_id: str
    date: dt.date | None
    ref: str = ""
    title: str | None = None
    type: MeetingType = MeetingType.ORDINARY
    date_as_written: str | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    planned_start: dt.time | None = None
    venue: str | None = None
    contact: str | None = None
    status: MinutesStatus = MinutesStatus.DRAFT
    public_present: int | None = None
    preamble: tuple[str, ...] = ()
    stage: Stage = Stage.PLANNED
    profile: str | None = None
    house_style: str | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Meeting:
    """A whole meeting, as exported, composed and shown in the room."""

    body: Body
    details: MeetingDetails
    attendance: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()
    next_meetings: tuple[NextMeeting, ...] = ()

    @property
    def id(self) -> str:
        """The meeting's identifier."""
        return self.details.id

    def item(self, item_id: str) -> Item:
        """Return the item with this id; KeyError where there is none."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def entries(self) -> list[tuple[Item, Entry]]:
        """Return every entry with its item, in order."""
        return [(item, entry) for item in self.items for entry in item.entries]

    def actions(self) -> list[tuple[Item, Action]]:
        """Return every action with its item, in order."""
        return [(item, entry) for item, entry in self.entries() if isinstance(entry, Action)]

    @property
    def chair(self) -> Attendee | None:
        """Who presides, where it is recorded."""
        return next((a for a in self.attendance if a.chair), None)


@dataclass(frozen=True)
class MeetingSummary:
    """One row of the list of meetings."""

    id: str
    ref: str
    body_id: str
    body_name: str
    details: MeetingDetails
    items: int
    present: int
    members: int
    actions: int
