"""Whole meetings and plans that come in from a file: each goes in entirely, or not at all."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from wibdesk.changes import EVERYTHING, Changes, Done
from wibdesk.domain.bodies import Body
from wibdesk.domain.dates import plain_date
from wibdesk.domain.entries import Action, Entry
from wibdesk.domain.people import Person
from wibdesk.domain.plans import Plan
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.bodies import checked_name
from wibdesk.services.references import give_references
from wibdesk.services.removing import bin_meeting, bin_plan

if TYPE_CHECKING:
    from wibdesk.domain.meetings import Meeting, MeetingDetails
    from wibdesk.store.unit_of_work import UnitOfWork


def put_meeting(uow: UnitOfWork, meeting: Meeting, *, replace: bool = False) -> Done[MeetingDetails]:
    """Store a meeting from a file, with its body and roster where that is new, and give its actions their references.

    The same body, day, title and type again is refused unless `replace`; the replaced one's reference stays, and what
    it was goes into the bin.
    """
    new_body = uow.bodies.by_name(meeting.body.name) is None
    body = _body(uow, meeting.body)
    if new_body:
        _fill_roster(uow, body, meeting)
    details = dataclasses.replace(meeting.details, body_id=body.id)
    same = _same_meeting(uow, details)
    if same and not replace:
        raise UserError(
            say(
                "The meeting of {body} {when} is already in the register as {ref}: say that it should be "
                "replaced if this file is newer.",
                body=body.name,
                when=_when(details),
                ref=same.ref,
            )
        )
    if same:
        bin_meeting(uow, same)
        details = dataclasses.replace(details, id=same.id, ref=same.ref)
    else:
        details = dataclasses.replace(details, ref=uow.meetings.next_ref())
    whole = dataclasses.replace(meeting, body=body, details=details)
    _store(uow, whole)
    return Done(details, Changes(EVERYTHING, details.id, body.id))


def stored_like(uow: UnitOfWork, record: Meeting | Plan) -> Meeting | Plan | None:
    """Return the meeting or plan of the register that a record from a file would take the place of."""
    body = uow.bodies.by_name(record.body_name if isinstance(record, Plan) else record.body.name)
    if body is None:
        return None
    if isinstance(record, Plan):
        return next((p for p in uow.plans.all(body.id) if p.title == record.title), None)
    same = _same_meeting(uow, dataclasses.replace(record.details, body_id=body.id))
    return uow.meetings.whole(same.id) if same is not None else None


def is_new_body(uow: UnitOfWork, record: Meeting | Plan) -> bool:
    """Say whether a record from a file would bring its body with it."""
    return uow.bodies.by_name(record.body_name if isinstance(record, Plan) else record.body.name) is None


def put_plan(uow: UnitOfWork, plan: Plan, *, replace: bool = False) -> Done[Plan]:
    """Store a plan from a file, with its body where that is new; the same body and title again is refused.

    With `replace` it takes the place, and the reference, of the one stored, which goes into the bin.
    """
    body = _body(uow, Body(plan.body_name, plan.profile, plan.house_style, id=plan.body_id))
    same = next((p for p in uow.plans.all(body.id) if p.title == plan.title), None)
    if same and not replace:
        raise UserError(
            say(
                "The plan “{title}” of {body} is already in the register as {ref}: say that it should be "
                "replaced if this file is newer.",
                title=plan.title,
                body=body.name,
                ref=same.ref,
            )
        )
    if same:
        bin_plan(uow, same)
    named = dataclasses.replace(plan, body_id=body.id, body_name=body.name)
    new = (
        dataclasses.replace(named, id=same.id, ref=same.ref)
        if same
        else dataclasses.replace(named, ref=uow.plans.next_ref())
    )
    uow.plans.put(new)
    return Done(new, Changes(EVERYTHING, None, body.id))


def _body(uow: UnitOfWork, wanted: Body) -> Body:
    known = uow.bodies.by_name(wanted.name)
    if known is not None:
        return known
    checked_name(uow, wanted.name, None)
    uow.bodies.put(wanted)
    return wanted


def _fill_roster(uow: UnitOfWork, body: Body, meeting: Meeting) -> None:
    """Put whoever came in their own right on the roster of a new body, so that its next meeting begins with them."""
    own = {a.name: a for a in meeting.attendance if a.name and not a.deputy_for}
    for name, attendee in own.items():
        person = Person(
            body.id,
            name,
            role=attendee.role or "",
            organisation=attendee.organisation or "",
            email=attendee.email or "",
            group=attendee.group,
            initials=attendee.initials or "",
            chair=attendee.chair,
        )
        uow.people.put(person)


def _same_meeting(uow: UnitOfWork, details: MeetingDetails) -> MeetingDetails | None:
    def marks(m: MeetingDetails) -> tuple[object, ...]:
        return (m.date, m.date_as_written if m.date is None else None, m.title, m.type)

    return next((m for m in uow.meetings.of_body(details.body_id) if marks(m) == marks(details)), None)


def _when(details: MeetingDetails) -> str:
    return (
        say("of {date}", date=plain_date(details.date))
        if details.date
        else say("of “{date_as_written}”", date_as_written=details.date_as_written)
    )


def _store(uow: UnitOfWork, meeting: Meeting) -> None:
    """Keep the references that the file names, link those to the actions stored before, and give the missing ones."""
    before = uow.entries.references(meeting.id)
    given: dict[str, str | None] = dict(before)
    same = _same_actions(meeting, before)
    for _, action in same.actions():
        if action.ref:
            given.setdefault(action.ref, action.id)
    done = tuple(
        dataclasses.replace(item, entries=give_references(item.entries, item.number or str(n), given))
        for n, item in enumerate(same.items, 1)
    )
    uow.meetings.put_whole(dataclasses.replace(same, items=done))
    uow.entries.note_references(meeting.id, given)


def _same_actions(meeting: Meeting, before: dict[str, str | None]) -> Meeting:
    """An action that comes again under its reference stays the same record, so that its history stays with it."""
    free = dict(before)

    def same(entry: Entry) -> Entry:
        known = free.pop(entry.ref, None) if isinstance(entry, Action) and entry.ref else None
        return dataclasses.replace(entry, id=known) if known else entry

    items = tuple(dataclasses.replace(i, entries=tuple(same(e) for e in i.entries)) for i in meeting.items)
    return dataclasses.replace(meeting, items=items)
