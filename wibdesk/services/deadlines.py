"""Deadlines that name a meeting move with it when the schedule moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.domain.deadlines import DueKind

if TYPE_CHECKING:
    from datetime import date

    from wibdesk.store.unit_of_work import UnitOfWork


def follow_meeting(uow: UnitOfWork, body_id: str, was: date | None, now: date | None) -> bool:
    """Move every unfinished action of a body that is due at its meeting of one day to another day; say whether any was.

    The day before is kept in the history of each deadline. Nothing moves while another meeting of the body still sits
    on the former day.
    """
    if was is None or now is None or was == now or was in _days(uow, body_id):
        return False
    due = [
        row
        for row in uow.actions.unfinished(body_id)
        if row.action.due.kind is DueKind.MEETING and row.action.due.date == was
    ]
    for row in due:
        uow.actions.add_due_change(row, uow.now)
        uow.actions.put(replace(row.action, due=replace(row.action.due, date=now)))
    return bool(due)


def _days(uow: UnitOfWork, body_id: str) -> set[date]:
    """Return the days on which the body still meets: its meetings, and what the latest of them announces."""
    held = {meeting.date: meeting.id for meeting in uow.meetings.of_body(body_id) if meeting.date is not None}
    announced = uow.meetings.next_meetings(held[max(held)]) if held else ()
    return {*held, *(n.date for n in announced if n.date is not None and not n.cancelled)}
