"""What the action log tells of an action, as expressions of SQL: last day, whether it slipped, its RAG word."""

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.deadlines import DueKind
from wibdesk.domain.entries import Progress
from wibdesk.domain.rag import AMBER, AMBER_DAYS, COMPLETE, GREEN, NO_DATE, RED
from wibdesk.store.tables import action, due_change, judgement

Words = sa.ColumnElement[Any]

UNFINISHED = action.c.status.in_([status for status in Progress if status.unfinished])


def last_day(table: sa.FromClause) -> Words:
    """Return the last day in time of a table with a deadline, as ISO text; NULL where no day is known."""
    due = {name: sa.type_coerce(table.c[f"due_{name}"], sa.Text) for name in ("date", "month", "end")}
    month_end = sa.func.coalesce(sa.func.date(due["month"], "+1 month", "-1 day"), "9999-12-31")
    return sa.case(
        (table.c.due_kind.in_([DueKind.DATE, DueKind.MEETING]), due["date"]),
        (table.c.due_kind == DueKind.MONTH, sa.case((due["month"].is_not(None), month_end))),
        (table.c.due_kind == DueKind.RANGE, due["end"]),
    )


action_day = last_day(action)


def overdue(today: date) -> Words:
    """Say which actions are unfinished after their last day."""
    return sa.and_(UNFINISHED, action_day < today.isoformat())


def rag(today: date) -> Words:
    """Return the RAG word, by the same rule as `wibdesk.domain.rag.rag_of`."""
    amber = (today + timedelta(days=AMBER_DAYS)).isoformat()
    latest = _latest_judgement()
    outrun = sa.and_(latest.c.rag == GREEN, action.c.entry_id.in_(_slipped(after=latest.c.at)))
    by_hand = (
        sa.select(sa.case((outrun, None), else_=sa.func.nullif(latest.c.rag, "")))
        .where(latest.c.record_id == action.c.entry_id)
        .scalar_subquery()
    )
    rule = sa.case(
        (action_day.is_(None), NO_DATE),
        (action_day < today.isoformat(), RED),
        (action_day <= amber, AMBER),
        (action.c.entry_id.in_(_slipped()), AMBER),
        else_=GREEN,
    )
    return sa.case((sa.not_(UNFINISHED), COMPLETE), else_=sa.func.coalesce(by_hand, rule))


def _slipped(after: Words | None = None) -> sa.Select[Any]:
    """Select the actions with a deadline before that is earlier than the present one, set since then or ever."""
    now = action.alias("now")
    moved = sa.and_(
        due_change.c.due_kind == DueKind.MEETING,
        now.c.due_kind == DueKind.MEETING,
        due_change.c.by.is_(None),
        due_change.c.carried_in_id.is_(None),
        due_change.c.due_as_written.is_not_distinct_from(now.c.due_as_written),
    )
    chosen = (
        sa.select(due_change.c.action_id)
        .join(now, now.c.entry_id == due_change.c.action_id)
        .where(last_day(due_change) < last_day(now), sa.not_(moved))
    )
    return chosen if after is None else chosen.where(due_change.c.at > after)


def _latest_judgement() -> sa.Subquery:
    newer = judgement.alias("newer")
    newest = sa.select(sa.func.max(newer.c.position)).where(newer.c.record_id == judgement.c.record_id)
    return sa.select(judgement).where(judgement.c.position == newest.scalar_subquery()).subquery("latest")
