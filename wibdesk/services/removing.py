"""What is removed goes into the bin first, with the words that say where it belonged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.domain.bin import BinKind, Binned
from wibdesk.domain.dates import plain_date
from wibdesk.domain.ids import new_id
from wibdesk.domain.mail import MailState
from wibdesk.language import later, say

if TYPE_CHECKING:
    from wibdesk.domain.agenda import Item
    from wibdesk.domain.bodies import Body
    from wibdesk.domain.meetings import MeetingDetails
    from wibdesk.domain.people import Person
    from wibdesk.domain.plans import Plan
    from wibdesk.store.unit_of_work import UnitOfWork

BINNED = later("Its meeting was put into the bin.")


def bin_item(uow: UnitOfWork, item: Item) -> None:
    """Keep an agenda item that is about to be removed."""
    details = uow.meetings.get(uow.agenda.meeting_of(item.id))
    where = f"{_name(uow, details.body_id)}, {meeting_words(details)}"
    thing = Binned(new_id(), BinKind.ITEM, item.title, where, uow.now, item.id, details.body_id, details.id)
    label = uow.agenda.number_for_references(item.id)
    stretches = ((a.id, n, i) for a in uow.attendance.of_meeting(details.id) for n, i in enumerate(a.intervals))
    uow.bin.keep(thing, tuple((attendee_id, n) for attendee_id, n, i in stretches if i.item == label))


def bin_meeting(uow: UnitOfWork, details: MeetingDetails) -> None:
    """Keep a meeting that is about to be removed, or replaced by another; what waits to be sent of it is taken back."""
    _take_back_mail(uow, details.id)
    title, where = meeting_words(details), _name(uow, details.body_id)
    uow.bin.keep(Binned(new_id(), BinKind.MEETING, title, where, uow.now, details.id, details.body_id, details.id))


def bin_person(uow: UnitOfWork, person: Person) -> None:
    """Keep a person who is about to be taken off the roster."""
    where = _name(uow, person.body_id)
    uow.bin.keep(Binned(new_id(), BinKind.PERSON, person.prints_as, where, uow.now, person.id, person.body_id))


def bin_body(uow: UnitOfWork, body: Body) -> None:
    """Keep a body that is about to be removed."""
    uow.bin.keep(Binned(new_id(), BinKind.BODY, body.name, "", uow.now, body.id, body.id))


def bin_plan(uow: UnitOfWork, plan: Plan) -> None:
    """Keep a plan that is about to be removed, or replaced by another."""
    uow.bin.keep(Binned(new_id(), BinKind.PLAN, plan.title, plan.body_name, uow.now, plan.id, plan.body_id))


def meeting_words(details: MeetingDetails) -> str:
    """Return what a meeting is called beside its body: `Annual meeting of 5 May 2026`, or `Away day, M3`."""
    name = details.title or details.type.words or say("Ordinary meeting")
    day = plain_date(details.date) if details.date else details.date_as_written
    return say("{name} of {day}", name=name, day=day) if day else f"{name}, {details.ref}"


def _take_back_mail(uow: UnitOfWork, meeting_id: str) -> None:
    """Stop what waits: whichever way the meeting comes back, nothing of it goes before the clerk says so again."""
    for mailing in uow.mail.of_meeting(meeting_id):
        for message in mailing.messages:
            if message.state is MailState.WAITING:
                stopped = replace(
                    message, state=MailState.CANCELLED, trouble=say(BINNED), next_try=None, settled_at=uow.now
                )
                uow.mail.put_message(stopped)


def _name(uow: UnitOfWork, body_id: str) -> str:
    return uow.bodies.get(body_id).name
