"""Counts of open actions that want chasing, by body, in one pass over the log."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.nudges import WEEK, Chase, Nudge
from wibdesk.store.log_columns import UNFINISHED, action_day
from wibdesk.store.rows import Rows
from wibdesk.store.tables import action, action_update, body, entry, item, meeting


class Nudges:
    """Queries that count and read no action."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, today: date, body_id: str = "") -> tuple[Nudge, ...]:
        """Return what wants chasing on a day, of one body or of all."""
        found = self._rows.tuples(counted(today, body_id))
        return tuple(
            Nudge(chase, of_body, name, count, since if chase is Chase.UNREPORTED else None)
            for of_body, name, since, *counts in found
            for chase, count in zip(Chase, counts, strict=True)
            if count
        )

    def carried(self, body_id: str, meeting_id: str, day: date | None) -> int:
        """Return how many open actions of a body come over into a meeting from those before it."""
        query = sa.select(sa.func.count()).select_from(_RAISED)
        query = query.where(UNFINISHED, meeting.c.body_id == body_id, meeting.c.id != meeting_id)
        before = sa.true() if day is None else sa.or_(meeting.c.date.is_(None), meeting.c.date < day)
        return int(self._rows.scalar(query.where(before)))


_RAISED = (
    action.join(entry, entry.c.id == action.c.entry_id)
    .join(item, item.c.id == entry.c.item_id)
    .join(meeting, meeting.c.id == item.c.meeting_id)
)


def counted(today: date, body_id: str = "") -> sa.Select[Any]:
    """Return the query: of each body its id, name and last meeting, and a count for every reason to chase."""
    last, day = _last_meetings(today), action_day
    now, week = today.isoformat(), (today + WEEK).isoformat()
    due = sa.and_(day >= now, day < week)
    unreported = sa.and_(meeting.c.date <= last.c.day, sa.not_(_reported(last)))
    reasons = {Chase.OVERDUE: day < now, Chase.DUE: due, Chase.UNREPORTED: unreported}
    sums = [sa.func.sum(sa.case((reasons[chase], 1), else_=0)).label(chase) for chase in Chase]
    # Counted by what the meetings hold themselves: with the names of the bodies in it, it takes three times as long.
    counts = sa.select(meeting.c.body_id, sa.func.max(last.c.day).label("day"), *sums)
    counts = counts.select_from(_RAISED.outerjoin(last, last.c.body_id == meeting.c.body_id)).where(UNFINISHED)
    if body_id:
        counts = counts.where(meeting.c.body_id == body_id)
    of = counts.group_by(meeting.c.body_id).subquery()
    return sa.select(body.c.id, body.c.name, of.c.day, *(of.c[chase] for chase in Chase)).join(
        of, of.c.body_id == body.c.id
    )


def _last_meetings(today: date) -> sa.Subquery:
    """Return the last meeting of each body that is over."""
    newest = sa.func.max(meeting.c.date).label("day")
    return sa.select(meeting.c.body_id, newest).where(meeting.c.date < today).group_by(meeting.c.body_id).subquery()


def _reported(last: sa.Subquery) -> sa.ColumnElement[bool]:
    """Say that something was recorded of an action after the day of the last meeting."""
    after = sa.func.date(last.c.day, "+1 day")
    there = sa.select(action_update.c.id).where(action_update.c.action_id == action.c.entry_id)
    return there.where(sa.type_coerce(action_update.c.at, sa.Text) >= after).exists()
