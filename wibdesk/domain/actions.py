"""The action log: every action of a body, with its meeting and history, and the rules of overdue and reference."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from wibdesk.domain.deadlines import Due, DueKind, month_end
from wibdesk.domain.entries import Action, Progress


@dataclass(frozen=True)
class ActionUpdate:
    """A change of status with the clerk's note: `at` is UTC, `by` who recorded it, None where nobody said.

    `reported_in_id` is the meeting at which it was said, `successor_id` the action that took its place.
    """

    at: datetime
    status: Progress
    note: str = ""
    by: str | None = None
    reported_in_id: str | None = None
    successor_id: str | None = None


@dataclass(frozen=True)
class DueChange:
    """A deadline that an action had until `at` (UTC), and the meeting that set a new one, None outside a meeting.

    `by` is who moved it, empty where that clerk had no name, None where it moved with the meeting that it names.
    """

    at: datetime
    was: Due
    meeting_id: str | None = None
    by: str | None = None


@dataclass(frozen=True)
class Judgement:
    """A RAG word set by hand at `at` (UTC) with its reason; an empty word lets the rule speak again."""

    at: datetime
    rag: str
    reason: str = ""
    by: str | None = None


@dataclass(frozen=True)
class LogAction:
    """An action as the log shows it: the record, where it was raised and what became of it.

    `dues` are the deadlines it had before, `updates` its steps, both oldest first; `judgement` is the latest one.
    """

    action: Action
    body_id: str
    body_name: str
    meeting_id: str
    meeting_ref: str
    meeting_date: date | None
    item_id: str
    item_number: str | None
    item_title: str
    part: int = 1
    updates: tuple[ActionUpdate, ...] = ()
    organisations: tuple[str, ...] = ()
    dues: tuple[DueChange, ...] = ()
    judgement: Judgement | None = None


def last_day(due: Due) -> date | None:
    """Return the last day on which the action is in time; None where no day is known."""
    if due.kind in (DueKind.DATE, DueKind.MEETING):
        return due.date
    if due.kind is DueKind.MONTH and due.month is not None:
        return month_end(due.month)
    return due.end if due.kind is DueKind.RANGE else None


def is_overdue(action: Action, today: date) -> bool:
    """Say whether an unfinished action's last day has passed."""
    day = last_day(action.due)
    return action.status.unfinished and day is not None and day < today


def next_reference(item_number: str, taken: Iterable[str | None]) -> str:
    """Return the next free reference for an item: `3.2` where 3.1 was ever given."""
    used = set(taken)
    serial = 1
    while f"{item_number}.{serial}" in used:
        serial += 1
    return f"{item_number}.{serial}"
