"""The timetable of an agenda: when each item begins and when the meeting should end, as far as they follow."""

from collections.abc import Sequence
from datetime import time

from wibdesk.domain.agenda import Item

_DAY = 24 * 60


def starting_times(items: Sequence[Item], start: time | None) -> tuple[time | None, ...]:
    """Return when each item begins: its own time, else what follows from the minutes of the items before it.

    Nothing follows on an agenda without planned minutes, after an item without them, or over midnight.
    """
    return _run(items, start)[0]


def expected_finish(items: Sequence[Item], start: time | None) -> time | None:
    """Return when the last item should end; None where that does not follow."""
    return _run(items, start)[1]


def _run(items: Sequence[Item], start: time | None) -> tuple[tuple[time | None, ...], time | None]:
    planned = any(item.planned_minutes for item in items)
    begins: list[time | None] = []
    at = start if planned else None
    for item in items:
        begins.append(item.time or at)
        at = _later(begins[-1], item.planned_minutes)
    return tuple(begins), at if items else None


def _later(moment: time | None, minutes: int | None) -> time | None:
    if moment is None or not minutes:
        return None
    after = moment.hour * 60 + moment.minute + minutes
    return time(*divmod(after, 60)) if 0 <= after < _DAY else None
