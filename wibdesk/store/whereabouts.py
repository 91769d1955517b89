"""Finds items, meetings and people by a part of their name; a few of each, the nearest first."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.whereabouts import Thing, ThingKind
from wibdesk.store.rows import Rows
from wibdesk.store.tables import body, item, meeting, person

MOST = 6
"""Of each kind: who wants another types another letter."""


class Whereabouts:
    """Queries over all bodies."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def items(self, words: Sequence[str], meeting_id: str) -> tuple[Thing, ...]:
        """Return items whose title or number holds every word: those of this meeting first, then the latest."""
        place = meeting.c.id.label("meeting_id"), meeting.c.date.label("day"), item.c.number
        found = (
            sa.select(*_named(item.c.id, item.c.title), *place)
            .select_from(
                item.join(meeting, item.c.meeting_id == meeting.c.id).join(body, meeting.c.body_id == body.c.id)
            )
            .where(*_holds(words, item.c.title, item.c.number))
            .order_by((item.c.meeting_id == meeting_id).desc(), meeting.c.date.desc(), item.c.position)
        )
        return self._things(ThingKind.ITEM, found)

    def meetings(self, words: Sequence[str], day: date | None) -> tuple[Thing, ...]:
        """Return meetings whose reference, title, venue or body holds every word, and those of this day."""
        named = sa.and_(*_holds(words, meeting.c.ref, meeting.c.title, meeting.c.venue, body.c.name))
        found = _meetings().where(sa.or_(named, meeting.c.date == day) if day is not None else named)
        return self._things(ThingKind.MEETING, found)

    def meetings_named(self, ids: Sequence[str]) -> tuple[Thing, ...]:
        """Return the meetings with these ids; those that are gone are left out."""
        return self._things(ThingKind.MEETING, _meetings().where(meeting.c.id.in_(ids)), len(ids))

    def people(self, words: Sequence[str], body_id: str) -> tuple[Thing, ...]:
        """Return people of the rosters whose name, role or organisation holds every word, this body's first."""
        found = (
            sa.select(*_named(person.c.id, person.c.name))
            .select_from(person.join(body, person.c.body_id == body.c.id))
            .where(*_holds(words, person.c.name, person.c.role, person.c.organisation))
            .order_by((person.c.body_id == body_id).desc(), person.c.name)
        )
        return self._things(ThingKind.PERSON, found)

    def _things(self, kind: ThingKind, found: Any, most: int = MOST) -> tuple[Thing, ...]:
        rows = self._rows.execute(found.limit(most))
        return tuple(Thing(kind, **{**row, "number": row.get("number") or ""}) for row in rows)


def _meetings() -> Any:
    """Return the query for meetings by the name that they are called, the latest first."""
    named = _named(meeting.c.id, sa.func.coalesce(meeting.c.title, body.c.name))
    return (
        sa.select(*named, meeting.c.id.label("meeting_id"), meeting.c.date.label("day"))
        .select_from(meeting.join(body, meeting.c.body_id == body.c.id))
        .order_by(meeting.c.date.desc(), meeting.c.ref)
    )


def _named(key: sa.ColumnElement[str], words: sa.ColumnElement[str]) -> tuple[sa.Label[str], ...]:
    return key.label("id"), words.label("words"), body.c.id.label("body_id"), body.c.name.label("body_name")


def _holds(words: Sequence[str], *columns: sa.ColumnElement[str]) -> list[sa.ColumnElement[bool]]:
    """Return conditions: each word is in one of the columns, whatever its capitals."""
    return [
        sa.or_(*(sa.func.coalesce(column, "").icontains(word, autoescape=True) for column in columns)) for word in words
    ]
