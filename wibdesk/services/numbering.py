"""Item numbers as the house style of a meeting wants them, on from the meetings before it in the municipal year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import AGENDA, ATTENDANCE, Changes, changed
from wibdesk.domain.item_numbers import NumberingRule, highest, numberless, renumber, rule_of, serial_of, year_begins
from wibdesk.domain.meetings import MinutesStatus, Stage

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from wibdesk.domain.agenda import Item
    from wibdesk.domain.bodies import Body
    from wibdesk.domain.meetings import MeetingDetails
    from wibdesk.store.unit_of_work import UnitOfWork

    Items = tuple[Item, ...]
    Held = tuple[MeetingDetails, ...]


def rule_for(uow: UnitOfWork, details: MeetingDetails) -> NumberingRule:
    """Return how the meeting's items are numbered: by its house style, else by its body's."""
    return rule_in(uow, details, uow.bodies.get(details.body_id))


def rule_in(uow: UnitOfWork, details: MeetingDetails, body: Body) -> NumberingRule:
    """Return how the meeting's items are numbered, by this version of its body, stored or not."""
    return rule_of(uow.house_styles.named(details.house_style or body.house_style))


def put_agenda(uow: UnitOfWork, meeting_id: str, items: Sequence[Item], before: Items) -> tuple[Items, Changes]:
    """Store an agenda that was `before`, with its items numbered; planned meetings after it go on from there.

    Numbers that came with a file stay numbers where the house style gives none by itself, without a gap. Once the
    minutes are circulated no number changes any more: a new item gets the next one, wherever it stands.
    """
    details = uow.meetings.get(meeting_id)
    rule = rule_for(uow, details)
    brought = [n for item in before if (n := serial_of(item.number, rule))] if rule.numbers == "none" else []
    if details.status is MinutesStatus.DRAFT and brought:
        numbered = renumber(tuple(items), replace(rule, numbers="restart"), first=min(brought))
    elif details.status is MinutesStatus.DRAFT:
        numbered = _numbered(uow, details, tuple(items), before)
    else:
        known = {item.id for item in before}
        new = tuple(item for item in items if item.id not in known)
        first = highest((item.number for item in before), rule) + 1
        late = {item.id: item for item in renumber(new, rule, first=first, day=details.date)}
        numbered = tuple(late.get(item.id, item) for item in items)
    _store(uow, meeting_id, numbered, before)
    others = rule.runs_on and number_planned(uow, details.body_id)
    return numbered, changed(AGENDA, ATTENDANCE, meeting_id=None if others else meeting_id)


def numbered_anew(uow: UnitOfWork, details: MeetingDetails, items: Items) -> Items:
    """Return the items of a meeting that is about to be made with its numbers."""
    return _numbered(uow, details, items, ())


def number_planned(uow: UnitOfWork, body_id: str) -> bool:
    """Let the numbers of a body's planned meetings run on where its style has that; say whether any changed."""
    changes = False
    held = uow.meetings.of_body(body_id)
    for details in held:
        if is_planned(details) and rule_for(uow, details).runs_on:
            before = uow.agenda.outline(details.id)
            now = _numbered(uow, details, before, before, held)
            if now != before:
                _store(uow, details.id, now, before)
                changes = True
    return changes


def number_changed(uow: UnitOfWork, details: MeetingDetails, was: NumberingRule, day: dt.date | None) -> bool:
    """Number a planned meeting by its house style and day after it had the rule and day `was`; say whether it did.

    A meeting that has sat, or whose minutes are out, keeps its numbers.
    """
    rule = rule_for(uow, details)
    same = was == rule and (day == details.date or not rule.runs_on)
    if same or not is_planned(details):
        return False
    before = uow.agenda.outline(details.id)
    other_year = bool(day and details.date and year_begins(day, rule) != year_begins(details.date, rule))
    freed = numberless(before, was) if was != rule or other_year else before
    now = _numbered(uow, details, freed, freed)
    _store(uow, details.id, now, before)
    return now != before


def number_restyled(uow: UnitOfWork, style: str, was: NumberingRule) -> None:
    """Number the planned meetings in a house style that has changed from the rule `was`."""
    for body in uow.bodies.all():
        for details in uow.meetings.of_body(body.id):
            if (details.house_style or body.house_style) == style:
                number_changed(uow, details, was, details.date)


def is_planned(details: MeetingDetails) -> bool:
    """Say whether numbers may still change by themselves: the meeting has not sat, and no minutes are out."""
    return details.stage is Stage.PLANNED and details.status is MinutesStatus.DRAFT


def _numbered(uow: UnitOfWork, details: MeetingDetails, items: Items, before: Items, held: Held = ()) -> Items:
    """Number the items of a meeting among those of its body, which are asked for where they are not `held`."""
    rule, first = rule_for(uow, details), 1
    if rule.runs_on:
        first = _first(uow, details, rule, before, held or uow.meetings.of_body(details.body_id))
    return renumber(items, rule, first=first, day=details.date)


def _first(uow: UnitOfWork, details: MeetingDetails, rule: NumberingRule, before: Items, held: Held) -> int:
    """Return the first number of a meeting: the next of its year, or where it is the first, what it began with.

    So a clerk who comes to the desk in mid-year gives the first item its number, and the others follow.
    """
    taken = highest(uow.agenda.numbers(_earlier(held, details, rule)), rule)
    return taken + 1 if taken else next((n for item in before if (n := serial_of(item.number, rule))), 1)


def _earlier(held: Held, details: MeetingDetails, rule: NumberingRule) -> list[str]:
    """Return the ids of the body's meetings before this one in its municipal year."""
    if details.date is None:
        return []
    since, place = year_begins(details.date, rule), (details.date, int(details.ref[1:]))
    dated = [(m.date, int(m.ref[1:]), m.id) for m in held if m.date is not None]
    return [meeting_id for day, ref, meeting_id in dated if since <= day and (day, ref) < place]


def _store(uow: UnitOfWork, meeting_id: str, items: Items, before: Items) -> None:
    uow.agenda.put_items(meeting_id, items)
    now = _shown(items)
    moved = {old: now[item_id] for item_id, old in _shown(before).items() if item_id in now and now[item_id] != old}
    if moved:
        _follow(uow, meeting_id, moved)


def _shown(items: Items) -> dict[str, str]:
    """Return what each item is called by: its number, else its place."""
    return {item.id: item.number or str(place) for place, item in enumerate(items, 1)}


def _follow(uow: UnitOfWork, meeting_id: str, moved: dict[str, str]) -> None:
    """Let arrivals and departures name the item that was open by the number it has now."""
    for attendee in uow.attendance.of_meeting(meeting_id):
        intervals = tuple(
            replace(i, item=moved[i.item]) if i.item is not None and i.item in moved else i for i in attendee.intervals
        )
        if intervals != attendee.intervals:
            uow.attendance.put(meeting_id, replace(attendee, intervals=intervals))
