"""What became of the actions of a body, for its figures: lean rows, for there may be tens of thousands."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.entries import Progress
from wibdesk.domain.figures import ActionFacts
from wibdesk.store.log_columns import UNFINISHED
from wibdesk.store.log_columns import last_day as last_day_of
from wibdesk.store.records import utc
from wibdesk.store.rows import AT_ONCE, Rows
from wibdesk.store.tables import action, action_owner, action_update, attendee, due_change, entry, item, meeting, person

_Grouped = dict[str, list[Sequence[Any]]]


class FigureActions:
    """Queries over the actions of one body."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def facts(self, body_id: str, first: date, today: date) -> tuple[ActionFacts, ...]:
        """Return the actions that were raised from the first day on, or open at some time since, oldest first.

        Only those raised from the first day on name owners and organisations.
        """
        chosen = self._rows.tuples(_chosen(body_id, first, today))
        steps = self._kept(action_update, chosen, action_update.c.status)
        dues = self._kept(due_change, chosen, last_day_of(due_change))
        owners = _grouped(self._rows.tuples(_owners(body_id, first)))
        return tuple(_facts(row, steps.get(row[0], ()), dues.get(row[0], ()), owners.get(row[0], ())) for row in chosen)

    def _kept(self, table: sa.Table, chosen: Sequence[Sequence[Any]], kept: sa.ColumnElement[Any]) -> _Grouped:
        """Return what the history keeps of actions, oldest first, each with its moment."""
        wanted = sa.select(table.c.action_id, table.c.at, kept).order_by(table.c.position)
        ids = [row[0] for row in chosen]
        parts = (ids[at : at + AT_ONCE] for at in range(0, len(ids), AT_ONCE))
        return _grouped(row for part in parts for row in self._rows.tuples(wanted.where(table.c.action_id.in_(part))))


def _chosen(body_id: str, first: date, today: date) -> sa.Select[Any]:
    since = sa.select(action_update.c.action_id).where(
        action_update.c.at >= datetime.combine(first, datetime.min.time())
    )
    return (
        sa.select(action.c.entry_id, meeting.c.date, action.c.status, item.c.part, last_day_of(action))
        .join(entry, entry.c.id == action.c.entry_id)
        .join(item, item.c.id == entry.c.item_id)
        .join(meeting, meeting.c.id == item.c.meeting_id)
        .where(meeting.c.body_id == body_id, meeting.c.date <= today)
        .where(sa.or_(meeting.c.date >= first, UNFINISHED, action.c.entry_id.in_(since)))
        .order_by(meeting.c.date)
    )


def _owners(body_id: str, first: date) -> sa.Select[Any]:
    """Select owners with their organisations: as they stood at the meeting, else as on the roster."""
    there = sa.and_(
        attendee.c.meeting_id == meeting.c.id,
        attendee.c.name == action_owner.c.name,
        attendee.c.organisation != "",
    )
    organisation = sa.func.coalesce(attendee.c.organisation, person.c.organisation, "")
    return (
        sa.select(action_owner.c.entry_id, action_owner.c.name, organisation)
        .join(entry, entry.c.id == action_owner.c.entry_id)
        .join(item, item.c.id == entry.c.item_id)
        .join(meeting, meeting.c.id == item.c.meeting_id)
        .outerjoin(attendee, there)
        .outerjoin(person, person.c.id == action_owner.c.person_id)
        .where(meeting.c.body_id == body_id, meeting.c.date >= first)
        .order_by(action_owner.c.position)
    )


def _grouped(rows: Iterable[Sequence[Any]]) -> _Grouped:
    """Return rows by their first column, which is an action's id."""
    out: _Grouped = {}
    for key, *rest in rows:
        out.setdefault(key, []).append(rest)
    return out


def _facts(
    row: Sequence[Any],
    updates: Iterable[Sequence[Any]],
    changes: Sequence[Sequence[Any]],
    owners: Sequence[Sequence[Any]],
) -> ActionFacts:
    _, raised, status, part, last = row
    steps = [(raised, Progress.OPEN)]
    for at, reached in updates:
        steps.append((max(steps[-1][0], _local(at)), reached))
    known = steps[-1][1].unfinished == status.unfinished
    if not (known or status.unfinished):
        steps.append((steps[-1][0], status))
    return ActionFacts(
        raised,
        tuple(steps),
        _dues(raised, changes, last),
        tuple(dict.fromkeys(name for name, _ in owners)),
        tuple(dict.fromkeys(organisation for _, organisation in owners if organisation)),
        part,
        known or status.unfinished,
    )


def _dues(raised: date, changes: Sequence[Sequence[Any]], now: str | None) -> tuple[tuple[date, date | None], ...]:
    """Return each last day in time with the day from which it held: a new one from the day that it was set."""
    if not changes:
        return ((raised, _day(now)),)
    starts = [raised]
    for at, _ in changes:
        starts.append(max(starts[-1], _local(at)))
    return tuple(zip(starts, (*(_day(was) for _, was in changes), _day(now)), strict=True))


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso is not None else None


def _local(at: datetime) -> date:
    return utc(at).astimezone().date()
