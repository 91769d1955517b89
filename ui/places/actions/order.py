"""The order of the log: by deadline, owner, reference or meeting, each with the heads of its groups."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from wibdesk.domain.actions import LogAction, is_overdue, last_day
from wibdesk.domain.dates import month_words, short_date
from wibdesk.domain.deadlines import DueKind
from wibdesk.domain.entries import Progress

ORDERS = (("due", "due"), ("owner", "owner"), ("ref", "reference"), ("meeting", "meeting"))
NEVER = date.max
Group = tuple[tuple[int, date, str], str]
"""What a group is sorted by, and its head; an empty head is painted as no head."""


def grouped(actions: Iterable[LogAction], order: str, today: date) -> list[tuple[str, list[LogAction]]]:
    """Return the actions in order, in groups with their heads."""
    group_of = _GROUPS[order]
    groups: dict[Group, list[LogAction]] = {}
    for action in sorted(actions, key=_within(order)):
        groups.setdefault(group_of(action, today), []).append(action)
    return [(head, groups[key, head]) for key, head in sorted(groups)]


def raised_words(action: LogAction) -> str:
    """Return when an action was raised: the day of its meeting, else the meeting's reference."""
    return short_date(action.meeting_date) if action.meeting_date else action.meeting_ref


def natural(words: str) -> tuple[tuple[int, str], ...]:
    """Return what sorts 3.2 before 3.10."""
    return tuple((int(part) if part.isdigit() else -1, part.casefold()) for part in re.findall(r"\d+|\D+", words))


def _within(order: str) -> Callable[[LogAction], tuple[object, ...]]:
    def key(action: LogAction) -> tuple[object, ...]:
        reference = natural(action.action.ref or "")
        due, raised = last_day(action.action.due) or NEVER, action.meeting_date or NEVER
        if order == "ref":
            return (reference, raised, action.action.id)
        return (raised, reference) if order == "meeting" else (due, raised, reference)

    return key


def _due_group(action: LogAction, today: date) -> Group:
    record, day = action.action, last_day(action.action.due)
    if record.status is Progress.DONE:
        return (4, NEVER, ""), "Done, to be accepted by the board"
    if not record.status.unfinished:
        return (5, NEVER, ""), "Closed"
    if is_overdue(record, today):
        return (0, NEVER, ""), "Overdue"
    if day is None:
        return (3, NEVER, ""), "No date"
    if record.due.kind is DueKind.MEETING:
        return (1, day, ""), f"Due at the meeting of {short_date(day)}"
    return (1, day.replace(day=1), ""), f"Due in {month_words(day)}"


def _owner_group(action: LogAction, today: date) -> Group:
    owners = action.action.owners
    if not owners:
        return (0, NEVER, ""), "No owner"
    return (1, NEVER, owners[0].casefold()), owners[0]


def _ref_group(action: LogAction, today: date) -> Group:
    return (0, NEVER, ""), ""


def _meeting_group(action: LogAction, today: date) -> Group:
    raised = action.meeting_date or date.min
    # The newest meeting comes first.
    newest = date.fromordinal(date.max.toordinal() - raised.toordinal() + 1)
    return (0, newest, action.body_name), f"Raised {raised_words(action)}, {action.body_name}"


_GROUPS: dict[str, Callable[[LogAction, date], Group]] = {
    "due": _due_group,
    "owner": _owner_group,
    "ref": _ref_group,
    "meeting": _meeting_group,
}
