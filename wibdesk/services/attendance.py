"""Attendance: one person's status, deputies, walk-ins, who comes, goes and presides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import ATTENDANCE, Changes, Done, changed
from wibdesk.domain.agenda import ItemState
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.people import Group, Person
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.elsewhere import together

if TYPE_CHECKING:
    import datetime as dt

    from wibdesk.store.unit_of_work import UnitOfWork


def attendance(uow: UnitOfWork, meeting_id: str) -> tuple[Attendee, ...]:
    """Return who is on the meeting's attendance list, in order."""
    return uow.attendance.of_meeting(meeting_id)


def set_status(uow: UnitOfWork, attendee_id: str, status: Status) -> Done[Attendee]:
    """Mark a person; who is not present loses the times of coming and going."""
    old = uow.attendance.get(attendee_id)
    intervals = old.intervals if status is Status.PRESENT else ()
    return change_attendee(uow, replace(old, status=status, intervals=intervals))


def change_attendee(uow: UnitOfWork, attendee: Attendee, base: Attendee | None = None) -> Done[Attendee]:
    """Store a changed row of the attendance list.

    With `base`, what the row was when the change began, what changed elsewhere since stays.
    """
    meeting_id = uow.attendance.meeting_of(attendee.id)
    old = uow.attendance.get(attendee.id)
    attendee = together(base, attendee, old, old.shown)
    if not (attendee.name or "").strip() and not (attendee.role or "").strip():
        raise UserError(say("A row of the attendance list needs a name or a role: type one, or remove the row."))
    uow.attendance.put(meeting_id, attendee)
    return Done(attendee, _touched(meeting_id))


def set_deputy(uow: UnitOfWork, attendee_id: str, for_names: tuple[str, ...]) -> Done[Attendee]:
    """Record for whom a person deputises: the deputy is present, the one stood in for gives apologies if unmarked.

    Who deputises for a member counts among the members. Empty `for_names` takes the deputising back and leaves status
    and group as they are.
    """
    deputy = uow.attendance.get(attendee_id)
    meeting_id = uow.attendance.meeting_of(attendee_id)
    if deputy.name is not None and deputy.name in for_names:
        raise UserError(say("{deputy} cannot be their own deputy: name whom they stand in for.", deputy=deputy.name))
    for other in uow.attendance.of_meeting(meeting_id):
        if other.name in for_names and other.status is Status.UNKNOWN:
            uow.attendance.put(meeting_id, replace(other, status=Status.APOLOGIES))
    if not for_names:
        return change_attendee(uow, replace(deputy, deputy_for=()))
    # Whoever stands in for a member sits in a member's seat.
    members = {other.name for other in uow.attendance.of_meeting(meeting_id) if other.group is Group.MEMBER}
    group = Group.MEMBER if members & set(for_names) else deputy.group
    return change_attendee(uow, replace(deputy, deputy_for=for_names, status=Status.PRESENT, group=group))


def walk_in(
    uow: UnitOfWork,
    meeting_id: str,
    name: str,
    *,
    role: str | None = None,
    organisation: str | None = None,
    group: Group = Group.IN_ATTENDANCE,
    at: dt.time | None = None,
) -> Done[Attendee]:
    """Add somebody who came, as present; a name on the roster brings its details, one on the list is marked present.

    `at` is when they came in, where the meeting had already begun; the item that is open then is noted with it.
    """
    wanted = " ".join(name.split())
    if not wanted:
        raise UserError(say("Type the name of the person who came."))
    rows = uow.attendance.of_meeting(meeting_id)
    arrived = (Interval(at, item=_open_item(uow, meeting_id)),) if at else ()
    listed = next((a for a in rows if a.name and a.name.casefold() == wanted.casefold()), None)
    if listed is not None:
        return change_attendee(uow, replace(listed, status=Status.PRESENT, intervals=listed.intervals or arrived))
    known = _on_roster(uow, meeting_id, wanted)
    came = _from_roster(known) if known else Attendee(wanted, group=group, role=role, organisation=organisation)
    came = replace(came, status=Status.PRESENT, intervals=arrived)
    uow.attendance.put(meeting_id, came)
    return Done(came, _touched(meeting_id))


def _open_item(uow: UnitOfWork, meeting_id: str) -> str | None:
    """Return what the item that is open is called by: its number, else its place."""
    items = enumerate(uow.agenda.outline(meeting_id), 1)
    return next((item.number or str(place) for place, item in items if item.state is ItemState.NOW), None)


def _on_roster(uow: UnitOfWork, meeting_id: str, name: str) -> Person | None:
    people = uow.people.of_body(uow.meetings.get(meeting_id).body_id)
    wanted = name.casefold()
    return next((p for p in people if wanted in (p.name.casefold(), p.printed.casefold())), None)


def _from_roster(person: Person) -> Attendee:
    return Attendee(
        person.prints_as,
        group=person.group,
        role=person.role or None,
        organisation=person.organisation or None,
        initials=person.short_initials or None,
        email=person.email or None,
        person_id=person.id,
    )


def arrive(uow: UnitOfWork, attendee_id: str, at: dt.time, item_number: str | None = None) -> Done[Attendee]:
    """Record that somebody came in: present from then on, beside any earlier stretch."""
    old = uow.attendance.get(attendee_id)
    if old.intervals and old.intervals[-1].end is None:
        raise UserError(say("{old} is already in the room: record when they leave first.", old=old.shown))
    came = Interval(start=at, item=item_number)
    return change_attendee(uow, replace(old, status=Status.PRESENT, intervals=(*old.intervals, came)))


def depart(uow: UnitOfWork, attendee_id: str, at: dt.time, item_number: str | None = None) -> Done[Attendee]:
    """Record that somebody left: their last stretch ends, and they count as present no longer."""
    old = uow.attendance.get(attendee_id)
    if old.has_left:
        raise UserError(say("{old} has already left: record when they come back first.", old=old.shown))
    last = old.intervals[-1] if old.intervals else Interval()
    gone = replace(last, end=at, item=item_number or last.item)
    return change_attendee(uow, replace(old, status=Status.PRESENT, intervals=(*old.intervals[:-1], gone)))


def set_chair(uow: UnitOfWork, attendee_id: str) -> Done[tuple[Attendee, ...]]:
    """Record who presides: this person, present, and nobody else."""
    meeting_id = uow.attendance.meeting_of(attendee_id)
    uow.attendance.get(attendee_id)
    for row in uow.attendance.of_meeting(meeting_id):
        if row.id == attendee_id:
            status = Status.PRESENT if row.status is Status.UNKNOWN else row.status
            uow.attendance.put(meeting_id, replace(row, chair=True, status=status))
        elif row.chair:
            uow.attendance.put(meeting_id, replace(row, chair=False))
    return Done(uow.attendance.of_meeting(meeting_id), _touched(meeting_id))


def remove_attendee(uow: UnitOfWork, attendee_id: str) -> Done[Attendee]:
    """Take a row off the attendance list."""
    meeting_id = uow.attendance.meeting_of(attendee_id)
    gone = uow.attendance.get(attendee_id)
    uow.attendance.remove(attendee_id)
    return Done(gone, _touched(meeting_id))


def _touched(meeting_id: str) -> Changes:
    return changed(ATTENDANCE, meeting_id=meeting_id)
