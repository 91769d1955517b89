"""Who is sent what: the people of a list or a meeting, and the owners of actions, each with the address that holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wibdesk.domain.actions import LogAction
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.mail import MailKind, MailRecipient
from wibdesk.domain.mail_addresses import address_key, checked_address
from wibdesk.domain.mail_proposal import Addressee
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.people import Group, Person
from wibdesk.errors import UserError
from wibdesk.language import later, say


@dataclass(frozen=True)
class Wanted:
    """Somebody who is to get something; `rows` are the open actions that they own, under the names `owned_as`."""

    person: Addressee
    gets: MailKind
    rows: tuple[LogAction, ...] = ()
    owned_as: tuple[str, ...] = ()


@dataclass(frozen=True)
class SortedOut:
    """Who can be sent to and who has no address, each once; `remarks` are sentences on what is odd."""

    there: tuple[Wanted, ...]
    lacking: tuple[Addressee, ...]
    remarks: tuple[str, ...]


def of_list(recipients: Iterable[MailRecipient], roster: Sequence[Person]) -> tuple[Wanted, ...]:
    """Return who is on the distribution list of a body."""
    known = {address_key(person.email) for person in roster if person.email}
    return tuple(
        Wanted(
            Addressee(
                each.name,
                each.address,
                say("Public version") if each.gets is MailKind.PUBLIC else say("Distribution list"),
                each.person_id,
                outside=each.gets is MailKind.MINUTES
                and each.person_id is None
                and bool(each.address)
                and address_key(each.address) not in known,
            ),
            each.gets,
        )
        for each in recipients
    )


def of_meeting(meeting: Meeting, roster: Sequence[Person]) -> tuple[Wanted, ...]:
    """Return members, who was or should have been in attendance, and members who were not on the meeting's list."""
    people = _Roster(roster)
    listed = [each for each in meeting.attendance if each.name and each.group is not Group.OBSERVER]
    found = [_attendee(each, people) for each in listed]
    there = {person.id for each in meeting.attendance if (person := people.of(each)) is not None}
    more = [
        _member(person)
        for person in roster
        if person.group is Group.MEMBER and person.serves_on(meeting.details.date) and person.id not in there
    ]
    return tuple(Wanted(each, MailKind.MINUTES) for each in (*found, *more))


def deputies(meeting: Meeting, roster: Sequence[Person]) -> tuple[Wanted, ...]:
    """Return who stood in for somebody at the meeting."""
    people = _Roster(roster)
    came = [a for a in meeting.attendance if a.name and a.deputy_for and a.status is Status.PRESENT]
    return tuple(Wanted(_attendee(each, people), MailKind.MINUTES) for each in came)


def owners(
    rows: Iterable[LogAction],
    meeting: Meeting,
    roster: Sequence[Person],
    linked: Mapping[tuple[str, str], str],
) -> tuple[Wanted, ...]:
    """Return each owner of these actions once, with their own; `linked` is who on the roster an owner is, where known.

    An owner is else found by name or by initials that only one person has.
    """
    found: dict[str, Wanted] = {}
    for row in rows:
        for name in dict.fromkeys(row.action.owners):
            person = _owner(name, linked.get((row.action.id, name)), meeting, roster)
            key = person.person_id or person.name.casefold()
            held = found.get(key, Wanted(person, MailKind.ACTIONS))
            mine = held.rows if row in held.rows else (*held.rows, row)
            found[key] = replace(held, rows=mine, owned_as=tuple(dict.fromkeys((*held.owned_as, name, person.name))))
    return tuple(found.values())


def sort_out(wanted: Iterable[Wanted]) -> SortedOut:
    """Return who can be sent to: an address that will not do counts as none, the same one twice as one.

    Owners that share an address get their own actions each.
    """
    there: dict[tuple[str, ...], Wanted] = {}
    lacking: dict[str, Addressee] = {}
    remarks: list[str] = []
    for each in wanted:
        person = each.person
        try:
            address = checked_address(person.address, person.name) if person.address.strip() else ""
        except UserError as error:
            address = ""
            remarks.append(str(error))
        if not address:
            lacking[person.person_id or person.name.casefold()] = replace(person, address="")
            continue
        own = person.name.casefold() if each.gets is MailKind.ACTIONS else ""
        key = (each.gets.value, address_key(address), own)
        if key not in there:
            there[key] = replace(each, person=replace(person, address=address))
        elif not _same(there[key].person, person):
            remarks.append(
                say(
                    "{person} and {other_person} have the address {address}: it gets one message.",
                    person=there[key].person.name,
                    other_person=person.name,
                    address=address,
                )
            )
        if person.outside:
            remarks.append(
                say(
                    "{person} ({address}) is on the distribution list, and not on the roster of this body.",
                    person=person.name,
                    address=address,
                )
            )
    return SortedOut(tuple(there.values()), tuple(lacking.values()), tuple(dict.fromkeys(remarks)))


def _same(one: Addressee, other: Addressee) -> bool:
    if one.person_id is not None and one.person_id == other.person_id:
        return True
    return _plain(one.name) == _plain(other.name)


class _Roster:
    """Finds who on the roster somebody on an attendance list is: by the link, else by a name that only one has."""

    def __init__(self, roster: Iterable[Person]) -> None:
        self._by_id = {person.id: person for person in roster}

    def of(self, each: Attendee) -> Person | None:
        """Return the person; None where the roster does not have them."""
        if each.person_id in self._by_id:
            return self._by_id[each.person_id]
        wanted = _plain(each.name or "")
        found = [p for p in self._by_id.values() if wanted and wanted in (_plain(p.prints_as), _plain(p.name))]
        return found[0] if len(found) == 1 else None


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _attendee(each: Attendee, people: _Roster) -> Addressee:
    person = people.of(each)
    address = (person.email if person else "") or each.email or ""
    why = (
        say("Deputy for {deputy_for}", deputy_for=say(" and ").join(each.deputy_for))
        if each.deputy_for
        else say(_WHY[each.group])
    )
    return Addressee(each.shown, address, why, person.id if person else None, deputy=bool(each.deputy_for))


def _member(person: Person) -> Addressee:
    return Addressee(person.prints_as, person.email, say(_WHY[person.group]), person.id)


_WHY = {Group.MEMBER: later("Member"), Group.IN_ATTENDANCE: later("In attendance"), Group.OBSERVER: later("Observer")}


def _owner(name: str, linked: str | None, meeting: Meeting, roster: Sequence[Person]) -> Addressee:
    """Return who owns an action: the person it is linked to, else the one of this name, else of these initials."""
    people = _Roster(roster)
    known = [_attendee(each, people) for each in meeting.attendance if each.name]
    there = {each.person_id for each in known}
    known += [_member(person) for person in roster if person.id not in there]
    wanted = _plain(name)
    by_initials = {each.name for each in meeting.attendance if (each.initials or "").casefold() == wanted and each.name}
    by_initials |= {person.prints_as for person in roster if person.short_initials.casefold() == wanted}
    by_name = {person.id for person in roster if _plain(person.name) == wanted}
    found = (
        [each for each in known if linked is not None and each.person_id == linked],
        [each for each in known if _plain(each.name) == wanted or each.person_id in by_name],
        [each for each in known if each.name in by_initials],
    )
    for some in found:
        if len({each.person_id or each.name for each in some}) == 1:
            return some[0]
    return Addressee(name, why=say("Owner"))
