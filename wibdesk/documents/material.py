"""All that a document can be made of, read from the register in one go; the kind of document takes what it needs."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from wibdesk.documents.document import Picture
from wibdesk.domain.actions import LogAction
from wibdesk.domain.agenda import Item
from wibdesk.domain.figures import Facts
from wibdesk.domain.meeting_calendar import CalendarDate
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.plan_course import PlanCourse
from wibdesk.domain.plan_snapshot import Snapshot
from wibdesk.domain.plans import Plan


class LogOrder(StrEnum):
    """What the action log is grouped by."""

    DUE = "due"
    OWNER = "owner"
    ORGANISATION = "organisation"
    MEETING = "meeting"


@dataclass(frozen=True)
class Letterhead:
    """What a body prints its papers on: its logo, and its own Word file to write into."""

    logo: Picture | None = None
    template: bytes | None = None


@dataclass(frozen=True)
class Material:
    """The records behind one document, read at one moment.

    `now`, and the moment of each update of the actions, is local time. `body_name` is empty for a log of all bodies.
    `item_id` names one item of the meeting, None where none was chosen. `actions` are the log, whose own order holds
    where it is `as_shown`, else what is overdue comes first; `meetings` the body's
    meetings up to this one (or today), oldest first, of which a document tells only who was there; `dates` are all its
    meetings and listed dates, `facts` what the body's figures are made of. `course` is what
    became of the plan, `last_update` how it stood at the last update that was made final.
    """

    now: datetime
    body_name: str = ""
    meeting: Meeting | None = None
    item_id: str | None = None
    actions: tuple[LogAction, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    dates: tuple[CalendarDate, ...] = ()
    plan: Plan | None = None
    course: PlanCourse | None = None
    last_update: Snapshot | None = None
    order: LogOrder = LogOrder.DUE
    as_shown: bool = False
    facts: Facts = field(default_factory=Facts)
    letterhead: Letterhead = field(default_factory=Letterhead)

    @property
    def sitting(self) -> Meeting:
        """The meeting that the document is of; a kind that needs one is only offered where there is one."""
        assert self.meeting is not None
        return self.meeting

    @property
    def item(self) -> Item:
        """The item chosen; the first where none was."""
        items = self.sitting.items
        return next((item for item in items if item.id == self.item_id), items[0])
