"""What can be printed just now: a meeting and the actions of its body, read in one go, and orders made of them."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeAlias

from ui.panels.log_choice import LogChoice
from wibdesk.changes import Done
from wibdesk.domain.actions import LogAction
from wibdesk.domain.bodies import DEFAULT_HOUSE_STYLE, Body
from wibdesk.domain.dates import short_date
from wibdesk.domain.meetings import Meeting, MinutesStatus
from wibdesk.errors import UserError
from wibdesk.services import actions as action_verbs
from wibdesk.services import bodies as body_verbs
from wibdesk.services import meetings as meeting_verbs

# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any
MINUTES, AGENDA, ACTIONS = "minutes", "agenda", "actions"
KIND_WORDS = {MINUTES: "Minutes", AGENDA: "Agenda", ACTIONS: "Action log"}
FINISHED = (MinutesStatus.APPROVED, MinutesStatus.SIGNED)


@dataclass(frozen=True)
class Papers:
    """The meeting, None in a register without one; the actions of the log and the body that they are narrowed to."""

    meeting: Meeting | None = None
    log: tuple[LogAction, ...] = ()
    body: Body | None = None

    def kinds(self) -> tuple[str, ...]:
        """Return what can be printed."""
        return (MINUTES, AGENDA, ACTIONS) if self.meeting is not None else (ACTIONS,)


@dataclass(frozen=True)
class Order:
    """One document to set: all that it is made of, so that a worker needs nothing else."""

    kind: str
    papers: Papers
    style_name: str
    now: datetime

    @property
    def body(self) -> Body | None:
        """The body that the document is of; None for the log of all bodies."""
        meeting = self.papers.meeting
        return meeting.body if self.kind != ACTIONS and meeting is not None else self.papers.body

    @property
    def body_name(self) -> str:
        """The name of that body; empty for the log of all bodies."""
        return self.body.name if self.body is not None else ""

    @property
    def day(self) -> date | None:
        """The day that stands in the file's name: the meeting's, for the log today."""
        if self.kind == ACTIONS or self.papers.meeting is None:
            return self.now.date()
        return self.papers.meeting.details.date

    @property
    def draft(self) -> bool:
        """Say whether these are minutes not yet approved."""
        meeting = self.papers.meeting
        return self.kind == MINUTES and meeting is not None and meeting.details.status not in FINISHED

    def words(self) -> str:
        """Return whose paper this is and of which day, for the head of the place."""
        meeting = self.papers.meeting
        if self.kind == ACTIONS or meeting is None:
            return f"{self.body_name or 'All bodies'} · {short_date(self.now.date())}"
        when = short_date(meeting.details.date) if meeting.details.date else meeting.details.date_as_written or ""
        return " · ".join(part for part in (meeting.body.name, when) if part)


def order_of(kind: str, papers: Papers, now: datetime) -> Order:
    """Return the order for a document: a meeting's own house style, else that of the body."""
    style = papers.body.style_name if papers.body is not None else DEFAULT_HOUSE_STYLE
    if kind != ACTIONS and papers.meeting is not None:
        style = papers.meeting.details.house_style or papers.meeting.body.style_name
    return Order(kind, papers, style, now)


def read_papers(uow: Transaction, *, meeting_id: str, choice: LogChoice | None, today: date) -> Papers:
    """Read the meeting, else the latest up to today, and the log: as chosen, else what is open of the body."""
    meeting = _meeting(uow, meeting_id) or _latest(uow, today)
    wanted = choice or LogChoice(body_id=meeting.body.id if meeting else "")
    known = {body.id: body for body in body_verbs.bodies(uow)}
    log = wanted.chosen(action_verbs.log(uow, body_id=wanted.body_id or None), today)
    return Papers(meeting, log, known.get(wanted.body_id))


def keep_style(uow: Transaction, body: Body, meeting: Meeting | None, name: str) -> Done[Body]:
    """Keep a house style for a body, and for the meeting in hand where a file gave it a style of its own."""
    done = body_verbs.change_body(uow, replace(body_verbs.body(uow, body.id), house_style=name))
    if meeting is not None:
        details = meeting_verbs.meeting(uow, meeting.id).details
        if details.status not in FINISHED:
            meeting_verbs.change_details(uow, replace(details, house_style=name))
    return done


def _meeting(uow: Transaction, meeting_id: str) -> Meeting | None:
    try:
        return meeting_verbs.meeting(uow, meeting_id) if meeting_id else None
    except UserError:  # taken away since it was shown last
        return None


def _latest(uow: Transaction, today: date) -> Meeting | None:
    known = meeting_verbs.meetings(uow)
    been = [m for m in known if m.details.date is not None and m.details.date <= today]
    first = next(iter(been or known), None)
    return meeting_verbs.meeting(uow, first.id) if first else None
