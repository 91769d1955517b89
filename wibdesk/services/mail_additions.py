"""What the clerk puts right at the last look: an address that is missing or wrong, somebody who is to get it too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import ATTENDANCE, MAIL, PEOPLE, Done, changed
from wibdesk.domain.mail import MailKind, MailRecipient
from wibdesk.domain.mail_addressees import of_meeting
from wibdesk.domain.mail_addresses import address_key, checked_address
from wibdesk.domain.people import Group, Person
from wibdesk.language import say
from wibdesk.services.mail_lists import keep_recipient, recipients

if TYPE_CHECKING:
    from wibdesk.domain.mail_proposal import Addressee
    from wibdesk.store.unit_of_work import UnitOfWork


def add_somebody(uow: UnitOfWork, meeting_id: str, recipient: MailRecipient) -> Done[MailRecipient]:
    """Put somebody on the distribution list of a meeting's body.

    Where the minutes went to the members until now, the list begins with those who got them: a list of one would
    leave everybody else out. UserError where the address will not do, or is on the list already.
    """
    if recipient.gets is MailKind.MINUTES:
        _begin_list(uow, meeting_id)
    return keep_recipient(uow, recipient)


def give_address(uow: UnitOfWork, meeting_id: str, who: Addressee, address: str) -> Done[str]:
    """Give somebody an address, and return where it is kept, in words.

    It is kept on the roster where they are there, else on the distribution list, else in the attendance of this
    meeting; an owner of actions who is on none of them comes onto the roster, as in attendance.
    """
    found = checked_address(address, who.name)
    body_id = uow.meetings.get(meeting_id).body_id
    changes = changed(PEOPLE, ATTENDANCE, MAIL, meeting_id=meeting_id, body_id=body_id)
    person = next((each for each in uow.people.of_body(body_id) if each.id == who.person_id), None)
    listed = listed_as(uow, meeting_id, who)
    attended = [each for each in uow.meetings.whole(meeting_id).attendance if each.shown == who.name]
    if person is not None:
        uow.people.put(replace(person, email=found))
        return Done(say("the roster"), changes)
    if listed is not None:
        keep_recipient(uow, replace(listed, address=found))
        return Done(say("the distribution list"), changes)
    for each in attended:
        uow.attendance.put(meeting_id, replace(each, email=found))
    if not attended:
        uow.people.put(Person(body_id, who.name, email=found, group=Group.IN_ATTENDANCE))
        return Done(say("the roster, in attendance"), changes)
    return Done(say("the attendance of this meeting"), changes)


def take_off(uow: UnitOfWork, meeting_id: str, who: Addressee) -> Done[None]:
    """Take somebody off the distribution list of a meeting's body; who is not on it stays as they are."""
    listed = listed_as(uow, meeting_id, who)
    if listed is not None:
        uow.mail_lists.remove(listed.id)
    return Done(None, changed(MAIL, body_id=uow.meetings.get(meeting_id).body_id))


def listed_as(uow: UnitOfWork, meeting_id: str, who: Addressee) -> MailRecipient | None:
    """Return the line of the distribution list that somebody has; None where there is none."""
    lines = recipients(uow, uow.meetings.get(meeting_id).body_id)
    same = [each for each in lines if each.name == who.name and address_key(each.address) == address_key(who.address)]
    return next((each for each in lines if who.person_id and each.person_id == who.person_id), next(iter(same), None))


def _begin_list(uow: UnitOfWork, meeting_id: str) -> None:
    """Put who gets the minutes by the roster on the list, where the list says nothing of the minutes yet."""
    meeting = uow.meetings.whole(meeting_id)
    if any(each.gets is MailKind.MINUTES for each in recipients(uow, meeting.body.id)):
        return
    taken: set[str] = set()
    for each in of_meeting(meeting, uow.people.of_body(meeting.body.id)):
        key = address_key(each.person.address) or each.person.person_id or each.person.name
        if key not in taken:
            taken.add(key)
            person = each.person
            uow.mail_lists.put(
                MailRecipient(meeting.body.id, person.name, person.address, MailKind.MINUTES, person.person_id)
            )
