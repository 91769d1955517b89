"""All that the Meetings place shows, read in one go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, TypeAlias

from wibdesk.domain.bodies import Body
from wibdesk.domain.meeting_calendar import planned_end
from wibdesk.domain.meetings import Meeting, MeetingSummary, NextMeeting, Stage
from wibdesk.services import bodies as body_verbs
from wibdesk.services import meetings as meeting_verbs
from wibdesk.services.nudges import carried_count

# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any


@dataclass(frozen=True)
class FutureDate:
    """A date of a body that is listed but has no meeting yet; `meeting_id` is the meeting whose minutes list it."""

    meeting_id: str
    body_id: str
    body_name: str
    listed: NextMeeting


@dataclass(frozen=True)
class Overview:
    """Bodies, meetings and listed dates; `first` is the meeting on the card, with what is to be said of it."""

    bodies: tuple[Body, ...] = ()
    meetings: tuple[MeetingSummary, ...] = ()
    dates: tuple[FutureDate, ...] = ()
    first: MeetingSummary | None = None
    planned_end: time | None = None
    carried: int = 0


def read_overview(uow: Transaction, *, today: date, body_id: str = "") -> Overview:
    """Read bodies, meetings (of one body or all) and the dates to come."""
    everyone, summaries = body_verbs.bodies(uow), meeting_verbs.meetings(uow)
    shown = tuple(m for m in summaries if body_id in ("", m.body_id))
    dates: list[FutureDate] = []
    for body in everyone:
        if body_id in ("", body.id):
            own = [m for m in summaries if m.body_id == body.id]
            dates.extend(_dates_of(body, [meeting_verbs.meeting(uow, m.id) for m in telling(own, today)], own, today))
    first = next_meeting(shown, today)
    whole = meeting_verbs.meeting(uow, first.id) if first else None
    carried = carried_count(uow, first.id) if first else 0
    return Overview(everyone, summaries, tuple(dates), first, planned_end(whole) if whole else None, carried)


def telling(meetings: Iterable[MeetingSummary], today: date) -> list[MeetingSummary]:
    """Return the meetings whose lists of dates count: the last one up to today and all that are later."""
    dated = sorted((m for m in meetings if m.details.date), key=lambda m: m.details.date or today)
    past = [m for m in dated if m.details.date and m.details.date <= today]
    return [*past[-1:], *dated[len(past) :]]


def next_meeting(meetings: Sequence[MeetingSummary], today: date) -> MeetingSummary | None:
    """Return the meeting for the card: the one that is live, else the first planned one from today on."""
    live = [m for m in meetings if m.details.stage is Stage.LIVE]
    ahead = [m for m in meetings if is_ahead(m, today) and m.details.date]
    return next(iter(live or sorted(ahead, key=when)), None)


def is_ahead(meeting: MeetingSummary, today: date) -> bool:
    """Say whether a meeting has neither begun nor passed; one without a date is still ahead."""
    day = meeting.details.date
    return meeting.details.stage is Stage.PLANNED and (day is None or day >= today)


def when(meeting: MeetingSummary) -> tuple[date, time]:
    """Return what meetings are put in order by; the ones without a date come last."""
    return meeting.details.date or date.max, meeting.details.start or time.min


def _dates_of(
    body: Body, meetings: Sequence[Meeting], own: Sequence[MeetingSummary], today: date
) -> Iterable[FutureDate]:
    """Yield the dates to come: each is told by the last meeting before it, and none that has become a meeting."""
    taken = {m.details.date for m in own}
    starts = [m.details.date or today for m in meetings]
    for number, meeting in enumerate(meetings):
        until = starts[number + 1] if number + 1 < len(starts) else date.max
        for listed in meeting.next_meetings:
            day = listed.date
            if day is not None and day >= today and day not in taken and starts[number] < day <= until:
                yield FutureDate(meeting.id, body.id, body.name, listed)
