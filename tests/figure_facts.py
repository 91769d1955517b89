"""Invented facts of a body for the tests of figures, with only what a test is about filled in."""

from datetime import date, timedelta

from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.bodies import Body
from wibdesk.domain.entries import Progress
from wibdesk.domain.figures import ActionFacts, DraftFacts, Facts, MilestoneFacts
from wibdesk.domain.meetings import Meeting, MeetingDetails

TODAY = date(2026, 9, 1)
LONG_NAME = "Professor Dame Alexandra Featherstonehaugh-Cholmondeley of Ash"
"""Sixty letters and two."""


def action(raised: date, ended: date | None = None, due: date | None = None, **more) -> ActionFacts:
    """Return an action that was done on a day, or is still open."""
    steps = ((raised, Progress.OPEN), *(((ended, Progress.DONE),) if ended else ()))
    return ActionFacts(raised, steps, ((raised, due),), **more)


def attended(day: date, **statuses: Status) -> Meeting:
    """Return a meeting with who was there, by name."""
    body = Body("Norbury Board")
    people = tuple(Attendee(name, status) for name, status in statuses.items())
    return Meeting(body, MeetingDetails(body.id, day), people)


def busy(meetings: int = 11, members: int = 6, owners: int = 4) -> Facts:
    """Return facts that fill every chart: so many meetings, members and owners of actions."""
    days = tuple(TODAY - timedelta(days=30 * n) for n in reversed(range(meetings)))
    names = [LONG_NAME, *(f"Member {n}" for n in range(2, members + 1))]
    held = tuple(
        attended(day, **{name: _status(n, at) for at, name in enumerate(names)}) for n, day in enumerate(days[-24:])
    )
    actions = tuple(
        action(
            days[n % meetings], days[n % meetings] + timedelta(days=20 * (n % 4)) if n % 3 else None,
            days[n % meetings] + timedelta(days=30), owners=(f"Owner {n % owners}",),
            organisations=("Norbury Council", "", "Police")[n % 3 : n % 3 + 1] if n % 3 != 1 else (),
        )
        for n in range(3 * max(owners, meetings))
    )  # fmt: skip
    milestones = tuple(
        MilestoneFacts("A step", f"{n % 3 + 1} Workstream", TODAY + timedelta(days=25 * (n - 6)) if n % 5 else None,
                       Progress.DONE if n < 5 else Progress.OPEN)
        for n in range(14)
    )  # fmt: skip
    drafts = tuple(DraftFacts(day, day + timedelta(days=n % 7)) for n, day in enumerate(days))
    return Facts(TODAY, body_name="Norbury Board", days=days, actions=actions, meetings=held, milestones=milestones,
                 drafts=drafts)  # fmt: skip


def _status(meeting: int, member: int) -> Status:
    return (Status.PRESENT, Status.APOLOGIES, Status.PRESENT, Status.ABSENT)[(meeting * (member + 1)) % 4]
