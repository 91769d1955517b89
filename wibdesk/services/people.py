"""The roster of a body: who belongs to it, and since when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import BIN, PEOPLE, Done, changed
from wibdesk.domain.people import Person, read_members
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.elsewhere import together
from wibdesk.services.removing import bin_person

if TYPE_CHECKING:
    from datetime import date

    from wibdesk.store.unit_of_work import UnitOfWork


def roster(uow: UnitOfWork, body_id: str, *, on: date | None = None) -> tuple[Person, ...]:
    """Return the body's people in order; with `on`, only those who belong to it on that day."""
    return tuple(p for p in uow.people.of_body(body_id) if p.serves_on(on))


def person(uow: UnitOfWork, person_id: str) -> Person:
    """Return one person; UserError where they are gone."""
    return uow.people.get(person_id)


def add_person(uow: UnitOfWork, person: Person) -> Done[Person]:
    """Put a person at the end of the roster."""
    uow.bodies.get(person.body_id)
    return _stored(uow, person)


def add_members(uow: UnitOfWork, body_id: str, text: str) -> Done[tuple[Person, ...]]:
    """Put the people of pasted lines on the roster; a name that is there already is passed over."""
    uow.bodies.get(body_id)
    known = {p.name.casefold() for p in uow.people.of_body(body_id)}
    added = []
    for read in read_members(text, body_id):
        if read.name and read.name.casefold() not in known:
            known.add(read.name.casefold())
            added.append(read)
            uow.people.put(read)
    if not added:
        raise UserError(say("No new names were found: paste one person a line, as “name, role, organisation”."))
    return Done(tuple(added), changed(PEOPLE, body_id=body_id))


def change_person(uow: UnitOfWork, person: Person, base: Person | None = None) -> Done[Person]:
    """Store a changed person; meetings keep the name as it stood then.

    With `base`, what the person's row was when the change began, what changed elsewhere since stays.
    """
    old = uow.people.get(person.id)
    return _stored(uow, together(base, person, old, old.prints_as))


def remove_person(uow: UnitOfWork, person_id: str) -> Done[Person]:
    """Take a person off the roster into the bin; meetings and actions keep the name."""
    gone = uow.people.get(person_id)
    bin_person(uow, gone)
    uow.people.remove(person_id)
    return Done(gone, changed(PEOPLE, BIN, body_id=gone.body_id))


def _stored(uow: UnitOfWork, person: Person) -> Done[Person]:
    new = replace(person, name=person.name.strip())
    if not new.name:
        raise UserError(say("A person on the roster needs a name: type it, or remove the row."))
    if new.from_date and new.to_date and new.to_date < new.from_date:
        raise UserError(say("The last day of {new} is before the first: change one of the two dates.", new=new.name))
    uow.people.put(new)
    return Done(new, changed(PEOPLE, body_id=new.body_id))
