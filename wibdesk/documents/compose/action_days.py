"""The deadlines of actions as days for a calendar."""

from collections.abc import Iterable

from wibdesk.documents.document import CalendarEntry
from wibdesk.documents.wording import listed
from wibdesk.domain.actions import LogAction, last_day
from wibdesk.domain.dates import short_date
from wibdesk.domain.entries import Progress
from wibdesk.domain.paper_words import write
from wibdesk.domain.rich_text import plain_text

_LONGEST = 120
"""Letters of an event's name; the whole text stands below it."""


def days_of(actions: Iterable[LogAction]) -> tuple[CalendarEntry, ...]:
    """Return the last day of each action that has one; a finished one is taken out of the calendars that hold it."""
    return tuple(_entry(log) for log in actions if last_day(log.action.due))


def _entry(log: LogAction) -> CalendarEntry:
    action, day = log.action, last_day(log.action.due)
    assert day is not None
    text = " ".join(plain_text(action.text).split())
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]} …"
    return CalendarEntry(
        action.id,
        write("Due: {action}", action=" ".join(filter(None, (action.ref, short)))),
        day,
        about="\n".join(filter(None, (text if short != text else "", *_facts(log)))),
        cancelled=not action.status.unfinished,
    )


def _facts(log: LogAction) -> tuple[str, ...]:
    action = log.action
    raised = short_date(log.meeting_date) if log.meeting_date else log.meeting_ref
    return (
        write("Owner: {names}", names=listed(action.owners)) if action.owners else write("No owner"),
        write("Raised: {body}, {meeting}", body=log.body_name, meeting=raised),
        write("Deadline as written: {words}", words=action.due.as_written) if action.due.as_written else "",
        "" if action.status is Progress.OPEN else write("Status: {status}", status=action.status.words),
    )
