"""Finding actions of the log by words: each word may stand anywhere that the log shows something."""

import re
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.dates import month_number, read_date
from wibdesk.store.log_columns import action_day
from wibdesk.store.tables import action, action_owner, action_update, attendee, entry, item, meeting, person

_DAY = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"\d{4}")


def holds(column: sa.ColumnElement[Any], word: str) -> sa.ColumnElement[bool]:
    """Say that a column has the word in it, whatever its capitals: SQLite folds those of English alone."""
    # LIKE needs no memory for each row, unlike lower(): in a locked register that is what costs.
    escaped = re.sub(r"([%_\\])", r"\\\1", word)
    # The other letters are tried as typed, small, and with capitals.
    forms = {escaped, escaped.lower(), escaped.upper(), escaped.capitalize()} if not word.isascii() else {escaped}
    return sa.or_(*(column.like(f"%{form}%", escape="\\") for form in sorted(forms)))


def with_word(word: str) -> sa.ColumnElement[bool]:
    """Say that an action has the word: in its own words, its owners, updates, meeting, item or days."""
    own = [_text(word), holds(action.c.ref, word), holds(action.c.due_as_written, word)]
    named = sa.union_all(_of_owners(word), of_organisation(word), _of_updates(word), _of_places(word))
    return sa.or_(*own, *_days(action_day, word), action.c.entry_id.in_(named))


def of_organisation(word: str) -> sa.Select[Any]:
    """Select the actions one of whose owners was of an organisation with this word: at the meeting, else by roster."""
    # Whoever is of it by the roster, or was at any meeting: few, and only theirs is looked up at the meeting.
    named = sa.select(attendee.c.name).where(holds(attendee.c.organisation, word))
    may_be = sa.or_(holds(person.c.organisation, word), action_owner.c.name.in_(named))
    owners = action_owner.outerjoin(person, person.c.id == action_owner.c.person_id)
    places = owners.join(entry, entry.c.id == action_owner.c.entry_id).join(item, item.c.id == entry.c.item_id)
    there = places.outerjoin(attendee, _AT_MEETING)
    return sa.select(action_owner.c.entry_id).select_from(there).where(may_be, holds(ORGANISATION, word))


def with_organisations(owners: sa.FromClause) -> sa.FromClause:
    """Return owners and items with the rows that tell ORGANISATION of each owner."""
    known = owners.outerjoin(attendee, _AT_MEETING)
    return known.outerjoin(person, person.c.id == action_owner.c.person_id)


_AT_MEETING = sa.and_(
    attendee.c.meeting_id == item.c.meeting_id,
    attendee.c.name == action_owner.c.name,
    attendee.c.organisation != "",
)
ORGANISATION = sa.func.coalesce(attendee.c.organisation, sa.func.nullif(person.c.organisation, ""))
"""The organisation of an owner: as it stood at the meeting that raised the action, else as on the roster."""


def _of_owners(word: str) -> sa.Select[Any]:
    return sa.select(action_owner.c.entry_id).where(holds(action_owner.c.name, word))


def _of_updates(word: str) -> sa.Select[Any]:
    return sa.select(action_update.c.action_id).where(holds(action_update.c.note, word))


def _of_places(word: str) -> sa.Select[Any]:
    """Select the actions of items and meetings that have the word in title, reference or day."""
    raised = sa.type_coerce(meeting.c.date, sa.Text)
    here = sa.select(meeting.c.id).where(sa.or_(holds(meeting.c.ref, word), *_days(raised, word)))
    places = sa.select(item.c.id).where(sa.or_(holds(item.c.title, word), item.c.meeting_id.in_(here)))
    return sa.select(entry.c.id).where(entry.c.kind == "action", entry.c.item_id.in_(places))


def _days(day: sa.ColumnElement[Any], word: str) -> list[sa.ColumnElement[bool]]:
    """Say that a day as ISO text is, or has, what the word says: 4, Aug, 2026, 4/8/26."""
    if _YEAR.fullmatch(word):
        return [sa.func.substr(day, 1, 4) == word]
    if _DAY.fullmatch(word):
        return [sa.func.substr(day, 9, 2) == word.zfill(2)]
    month = month_number(word) if len(word) > 2 else None
    if month is not None:
        return [sa.func.substr(day, 6, 2) == f"{month:02}"]
    whole = read_date(word) if re.search(r"\d\D+\d", word) else None
    return [day == whole.isoformat()] if whole is not None else []


def _text(word: str) -> sa.ColumnElement[bool]:
    """Say that the words of an action have the word, also where a mark of bold or italic stands inside it."""
    text = action.c.text
    unmarked = sa.func.replace(sa.func.replace(text, "*", ""), "__", "")
    marked = sa.or_(text.like("%*%"), text.contains("__", autoescape=True))
    return sa.or_(holds(text, word), sa.and_(marked, holds(unmarked, word)))
