"""The action log as SQL: which actions a view shows, in groups and in order, and how many each view has."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.dates import short_date
from wibdesk.domain.deadlines import DueKind
from wibdesk.domain.entries import Progress
from wibdesk.domain.log_views import VIEWS, LogGroup, LogView, due_heading
from wibdesk.domain.meetings import Stage
from wibdesk.language import later, say
from wibdesk.store.log_columns import UNFINISHED, action_day, overdue, rag
from wibdesk.store.log_words import ORGANISATION, holds, of_organisation, with_organisations, with_word
from wibdesk.store.rows import Rows
from wibdesk.store.tables import action, action_owner, attendee, body, entry, item, meeting, paragraph, person

Condition = sa.ColumnElement[bool]
Shown = tuple[tuple[str, ...], tuple[LogGroup, ...]]
_HERE = (
    action.join(entry, entry.c.id == action.c.entry_id)
    .join(item, item.c.id == entry.c.item_id)
    .join(meeting, meeting.c.id == item.c.meeting_id)
)
_RAISED = sa.type_coerce(meeting.c.date, sa.Text)
_STATUSES = tuple(Progress)


class ActionLog:
    """Queries over the log that read no more than the ids and headings of what they find."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def shown(self, view: LogView, today: date) -> Shown:
        """Return the ids of the actions of a view in order, and its groups; one under two headings comes twice."""
        found = self._rows.stored(chosen(view, today))
        if view.group_by == "organisation":  # two owners of one organisation are one line of it
            found = list(dict.fromkeys(found))
        if not found:
            return (), ()
        raised = self._raised() if view.group_by == "meeting" else {}
        groups, start = [], 0
        for key, under in groupby(found, key=itemgetter(slice(1, None))) if view.group_by in _GROUPS else ():
            count = len(list(under))
            groups.append(LogGroup(raised.get(key[0]) or _heading(view, key), count, start))
            start += count
        return tuple(row[0] for row in found), tuple(groups)

    def _raised(self) -> dict[str, str]:
        """Return the headings of all meetings by their references."""
        query = sa.select(meeting.c.ref, _RAISED, body.c.name).join(body, body.c.id == meeting.c.body_id)
        return {
            ref: say("Raised {date}, {name}", date=short_date(date.fromisoformat(day)) if day else ref, name=name)
            for ref, day, name in self._rows.stored(query)
        }

    def counts(self, view: LogView, today: date) -> dict[str, int]:
        """Return how many actions each of VIEWS has, however many headings they stand under."""
        ((*found,),) = self._rows.tuples(counted(view, today))
        return {name: int(count or 0) for (name, _), count in zip(VIEWS, found, strict=True)}

    def owners(self, body_id: str) -> tuple[str, ...]:
        """Return who owns an action of a body, or of any, by name."""
        return self._names(
            sa.select(action_owner.c.name).join(_HERE, action.c.entry_id == action_owner.c.entry_id), body_id
        )

    def organisations(self, body_id: str) -> tuple[str, ...]:
        """Return the organisations known on the roster and at the meetings of a body, or of any, by name."""
        there = sa.select(attendee.c.organisation).join(meeting, meeting.c.id == attendee.c.meeting_id)
        of_roster = sa.select(person.c.organisation)
        if body_id:
            of_roster = of_roster.where(person.c.body_id == body_id)
        return tuple(
            sorted({*self._names(there, body_id), *_words(self._rows.tuples(of_roster.distinct()))}, key=str.casefold)
        )

    def sitting(self, body_id: str) -> str | None:
        """Return the meeting of a body that is under way, None where none is."""
        live = sa.select(meeting.c.id).where(meeting.c.body_id == body_id, meeting.c.stage == Stage.LIVE)
        found = self._rows.scalar(live.order_by(meeting.c.date.desc()).limit(1))
        return None if found is None else str(found)

    def with_reference(self, body_id: str, ref: str) -> tuple[str, ...]:
        """Return the actions of a body with a reference, the newest first: each meeting may have its own 3.1."""
        wanted = sa.select(action.c.entry_id).select_from(_HERE)
        wanted = wanted.where(meeting.c.body_id == body_id, sa.func.lower(action.c.ref) == ref.strip().lower())
        return _words(self._rows.tuples(wanted.order_by(meeting.c.date.desc(), item.c.position, entry.c.position)))

    def size(self, body_id: str) -> int:
        """Return how many actions a body has, or all have, whatever the view."""
        ((count,),) = self._rows.tuples(_of_body(sa.select(sa.func.count()).select_from(_HERE), body_id))
        return int(count)

    def said_at(self, meeting_ids: Sequence[str], lead: str) -> dict[str, tuple[str, str]]:
        """Return for each meeting the item and the paragraph that begins with these words, the last where many do."""
        begun = paragraph.c.text.startswith(lead, autoescape=True)
        query = (
            sa.select(item.c.meeting_id, item.c.id, paragraph.c.text)
            .join(entry, entry.c.item_id == item.c.id)
            .join(paragraph, paragraph.c.entry_id == entry.c.id)
            .where(item.c.meeting_id.in_(meeting_ids), begun)
            .order_by(item.c.position, entry.c.position)
        )
        found = self._rows.tuples(query) if meeting_ids else ()
        return {meeting_id: (item_id, text) for meeting_id, item_id, text in found}

    def days_of(self, meeting_ids: Sequence[str]) -> dict[str, tuple[date | None, str]]:
        """Return day and reference of some meetings; those that are gone are left out."""
        query = sa.select(meeting.c.id, meeting.c.date, meeting.c.ref).where(meeting.c.id.in_(meeting_ids))
        return {row["id"]: (row["date"], row["ref"]) for row in self._rows.execute(query)}

    def _names(self, names: sa.Select[Any], body_id: str) -> tuple[str, ...]:
        return tuple(sorted(_words(self._rows.tuples(_of_body(names, body_id).distinct())), key=str.casefold))


def _of_body(query: sa.Select[Any], body_id: str) -> sa.Select[Any]:
    return query.where(meeting.c.body_id == body_id) if body_id else query


def chosen(view: LogView, today: date) -> sa.Select[Any]:
    """Return the query for the ids of a view in order, each with the key of its heading."""
    heads = _GROUPS[view.group_by](view, today) if view.group_by in _GROUPS else []
    query = sa.select(action.c.entry_id, *heads).select_from(_joined(view.group_by))
    query = query.where(*_fitting(view, today), *_in_view(view.view, today))
    if view.group_by == "owner" and view.owner:
        query = query.where(holds(action_owner.c.name, view.owner))
    return query.order_by(*_by_heading(view.group_by, heads), *_within(view))


def counted(view: LogView, today: date) -> sa.Select[Any]:
    """Return the query for how many actions each view has."""
    sums = (sa.func.sum(sa.case((sa.and_(sa.true(), *_in_view(name, today)), 1), else_=0)) for name, _ in VIEWS)
    return sa.select(*sums).select_from(_HERE).where(*_fitting(view, today))


def _in_view(name: str, today: date) -> list[Condition]:
    done = action.c.status == Progress.DONE
    return {
        "open": [sa.or_(UNFINISHED, done)],
        "overdue": [overdue(today)],
        "done": [done],
        "closed": [sa.not_(sa.or_(UNFINISHED, done))],
    }.get(name, [])


def _fitting(view: LogView, today: date) -> list[Condition]:
    """Return the conditions of a view but for open, overdue, done or closed."""
    raised = _RAISED
    asked: Iterator[tuple[bool, Any]] = iter((
        (bool(view.body_id), meeting.c.body_id == view.body_id),
        (bool(view.meeting_id), meeting.c.id == view.meeting_id),
        (view.due_from is not None, action_day >= str(view.due_from)),
        (view.due_before is not None, action_day < str(view.due_before)),
        (view.raised_from is not None, raised >= str(view.raised_from)),
        (view.raised_before is not None, raised < str(view.raised_before)),
        (bool(view.owner), action.c.entry_id.in_(_owned(view.owner))),
        (bool(view.organisation), action.c.entry_id.in_(of_organisation(view.organisation))),
        (bool(view.rag), rag(today) == view.rag),
    ))  # fmt: skip
    return [condition for wanted, condition in asked if wanted] + [with_word(word) for word in view.words.split()]


def _owned(owner: str) -> sa.Select[Any]:
    return sa.select(action_owner.c.entry_id).where(holds(action_owner.c.name, owner))


def _joined(group_by: str) -> sa.FromClause:
    """Return the tables that a heading needs."""
    if group_by == "meeting":
        return _HERE.join(body, body.c.id == meeting.c.body_id)
    if group_by == "owner":
        return _HERE.outerjoin(action_owner, action_owner.c.entry_id == action.c.entry_id)
    if group_by == "organisation":
        return with_organisations(_HERE.outerjoin(action_owner, action_owner.c.entry_id == action.c.entry_id))
    return _HERE


def _due_key(view: LogView, today: date) -> list[Any]:
    """Return rank, day and kind: the day is that of the meeting, or the first of the month."""
    dated = sa.and_(action_day.is_not(None), action_day >= today.isoformat(), UNFINISHED)
    at_meeting = action.c.due_kind == DueKind.MEETING
    rank = sa.case(
        (action.c.status == Progress.DONE, 4), (sa.not_(UNFINISHED), 5), (action_day < today.isoformat(), 0),
        (action_day.is_(None), 3), else_=1,
    )  # fmt: skip
    day = sa.case((at_meeting, action_day), else_=sa.func.substr(action_day, 1, 8) + "01")
    return [rank, sa.case((dated, day), else_=""), sa.case((dated, sa.case((at_meeting, 1), else_=0)), else_=0)]


_GROUPS: dict[str, Callable[[LogView, date], list[Any]]] = {
    "due": _due_key,
    "owner": lambda _view, _today: [action_owner.c.name],
    "organisation": lambda _view, _today: [ORGANISATION],
    "meeting": lambda _view, _today: [meeting.c.ref],
}
_NOBODY = {"owner": later("No owner"), "organisation": later("No organisation known")}


def _by_heading(group_by: str, heads: Sequence[Any]) -> list[Any]:
    if group_by == "meeting":
        return [_RAISED.desc(), body.c.name, meeting.c.ref]
    if group_by in _NOBODY:
        return [heads[0].is_not(None), heads[0].collate("NOCASE"), heads[0]]
    return list(heads)


def _heading(view: LogView, key: Sequence[Any]) -> str:
    if view.group_by == "due":
        rank, day, at_meeting = key
        return due_heading(rank, date.fromisoformat(day) if day else None, meeting=bool(at_meeting))
    return str(key[0] or say(_NOBODY[view.group_by]))


def _within(view: LogView) -> list[Any]:
    """Return what the actions under one heading are sorted by; what they share is told apart by meeting and place."""
    ref = action.c.ref
    figures = (
        sa.cast(ref, sa.Integer),
        sa.cast(sa.func.substr(ref, sa.func.instr(ref, ".") + 1), sa.Integer),
        sa.func.length(ref),
        ref,
    )
    first: dict[str, tuple[Any, ...]] = {
        "due": (action_day.is_(None), action_day),
        "ref": figures,
        "raised": (_RAISED,),
        "status": (sa.case({status: n for n, status in enumerate(_STATUSES)}, value=action.c.status),),
    }
    by = first[view.order]
    return [
        *(part.desc() if view.backwards else part for part in by), _RAISED, *figures[:2], item.c.position,
        entry.c.position,
    ]  # fmt: skip


def _words(found: Sequence[Sequence[Any]]) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in found if row[0])
