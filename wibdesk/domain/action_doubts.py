"""Doubts about actions: owner and date missing or odd, and the same action twice."""

from collections.abc import Collection, Sequence
from datetime import date
from difflib import SequenceMatcher

from wibdesk.domain.agenda import Item
from wibdesk.domain.dates import short_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.doubts import Doubt, DoubtKind
from wibdesk.domain.entries import Action
from wibdesk.domain.known_names import KnownName, is_known, of_initials, of_organisation
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.rich_text import plain_text
from wibdesk.language import say

ALIKE = 0.88
"""How alike the words of two actions of one owner are, from 0 to 1, before they are taken for the same."""
SATURDAY = 5


def action_doubts(meeting: Meeting, people: Sequence[KnownName], holidays: Collection[date] = ()) -> tuple[Doubt, ...]:
    """Return what is doubtful about the actions of a meeting, in order; a finished action needs no date."""
    found: list[Doubt] = []
    before: list[tuple[Item, Action]] = []
    for item, action in meeting.actions():
        found += _owner(item, action, people)
        found += _date(item, action, holidays)
        found += _twice(item, action, before)
        before.append((item, action))
    return tuple(found)


def _doubt(kind: DoubtKind, words: str, item: Item, action: Action, about: str = "") -> Doubt:
    return Doubt(kind, words, item.id, action.id, about=about or plain_text(action.text))


def _owner(item: Item, action: Action, people: Sequence[KnownName]) -> list[Doubt]:
    if not action.owners:
        return [_doubt(DoubtKind.NO_OWNER, say("no owner"), item, action)]
    told = ((name, _of_name(name, people)) for name in (action.owners if people else ()))
    return [_doubt(doubt[0], doubt[1], item, action, name) for name, doubt in told if doubt is not None]


def _of_name(name: str, people: Sequence[KnownName]) -> tuple[DoubtKind, str] | None:
    """Return what is doubtful about the name of an owner; None where it is somebody's, a role or a group."""
    meant = of_initials(name, people)
    if len(meant) > 1:
        return DoubtKind.AMBIGUOUS_OWNER, say(
            "{name} is {one}", name=name, one=say(" or ").join(one.shown for one in meant)
        )
    if of_organisation(name, people):
        return DoubtKind.ORGANISATION_OWNER, say("{name}: name a person", name=name)
    known = bool(meant) or is_known(name, people)
    return None if known else (DoubtKind.UNKNOWN_OWNER, say("{name} is not on the roster", name=name))


def _date(item: Item, action: Action, holidays: Collection[date]) -> list[Doubt]:
    due, typed = action.due, (action.due.as_written or "").strip()
    if not action.status.unfinished:
        return []
    if due.kind is DueKind.NONE and not typed:
        return [_doubt(DoubtKind.NO_DATE, say("no date"), item, action)]
    if due.kind is DueKind.NONE:
        # Figures were meant as a day; words such as ASAP never were.
        impossible = any(char.isdigit() for char in typed)
        kind = DoubtKind.IMPOSSIBLE_DATE if impossible else DoubtKind.NOT_A_DATE
        return [
            _doubt(
                kind,
                say("{typed}, no such day", typed=typed) if impossible else say("no date: {typed}", typed=typed),
                item,
                action,
                typed,
            )
        ]
    if due.kind is DueKind.MEETING and due.date is None:
        return [
            _doubt(
                DoubtKind.NO_MEETING,
                say("no meeting scheduled: {typed}", typed=typed or say("a meeting")),
                item,
                action,
                typed,
            )
        ]
    return _day(item, action, _last_day(due), holidays)


def _last_day(due: Due) -> date | None:
    """Return the very day by which something is due; a month has none, and a meeting chose its own day."""
    return due.end if due.kind is DueKind.RANGE else due.date if due.kind is DueKind.DATE else None


def _day(item: Item, action: Action, day: date | None, holidays: Collection[date]) -> list[Doubt]:
    if day is None:
        return []
    if day.weekday() >= SATURDAY:
        return [_doubt(DoubtKind.WEEKEND, say("{date} is a weekend", date=short_date(day)), item, action)]
    if day in holidays:
        return [_doubt(DoubtKind.HOLIDAY, say("{date} is a bank holiday", date=short_date(day)), item, action)]
    return []


def _twice(item: Item, action: Action, before: Sequence[tuple[Item, Action]]) -> list[Doubt]:
    for other_item, other in before:
        shared = set(action.owners) & set(other.owners) or not (action.owners or other.owners)
        if shared and _alike(plain_text(action.text), plain_text(other.text)):
            where = (
                say("action {ref}", ref=other.ref)
                if other.ref
                else say("one of item {number}", number=other_item.number or other_item.title)
            )
            return [_doubt(DoubtKind.DUPLICATE, say("the same as {where}?", where=where), item, action)]
    return []


def _alike(one: str, other: str) -> bool:
    mine, theirs = one.casefold().split(), other.casefold().split()
    if len(mine) < 2 or not 0.5 < len(mine) / max(len(theirs), 1) < 2:
        return mine == theirs and bool(mine)
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= ALIKE
