"""Bodies: set one up, change it, take it away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import AGENDA, ATTENDANCE, BIN, BODIES, FILES, MEETINGS, PEOPLE, PHRASES, TERMS, Done, changed
from wibdesk.domain.bodies import LONGEST_NAME, LONGEST_QUORUM, Body
from wibdesk.domain.quorum import read_rule
from wibdesk.errors import UserError
from wibdesk.language import counted, say
from wibdesk.services.elsewhere import together
from wibdesk.services.numbering import number_changed, rule_in
from wibdesk.services.removing import bin_body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wibdesk.domain.people import Person
    from wibdesk.store.unit_of_work import UnitOfWork


def bodies(uow: UnitOfWork) -> tuple[Body, ...]:
    """Return every body, by name."""
    return uow.bodies.all()


def body(uow: UnitOfWork, body_id: str) -> Body:
    """Return one body; UserError where it is gone."""
    return uow.bodies.get(body_id)


def add_body(
    uow: UnitOfWork,
    name: str,
    *,
    profile: str | None = None,
    house_style: str | None = None,
    quorum: str | None = None,
    members: Sequence[Person] = (),
) -> Done[Body]:
    """Set up a body with its members; their `body_id` is set here."""
    new = Body(checked_name(uow, name, None), profile, house_style, quorum=_quorum(quorum))
    uow.bodies.put(new)
    for member in members:
        uow.people.put(replace(member, body_id=new.id))
    return Done(new, changed(BODIES, PEOPLE, body_id=new.id))


def change_body(uow: UnitOfWork, body: Body, base: Body | None = None) -> Done[Body]:
    """Store a changed body; a changed profile or house style reaches its meetings that are not yet approved.

    With `base`, what the body was when the change began, what changed elsewhere since stays.
    """
    old = uow.bodies.get(body.id)
    body = together(base, body, old, old.name)
    new = replace(body, name=checked_name(uow, body.name, body.id), quorum=_quorum(body.quorum))
    uow.bodies.put(new)
    if (old.house_style, old.profile) != (new.house_style, new.profile):
        _restyle_meetings(uow, old, new)
    return Done(new, changed(BODIES, MEETINGS, AGENDA, ATTENDANCE, body_id=new.id))


def _restyle_meetings(uow: UnitOfWork, old: Body, body: Body) -> None:
    for details in uow.meetings.of_body(body.id):
        if not details.status.final:
            was = rule_in(uow, details, old)
            new = replace(details, house_style=body.house_style, profile=body.profile)
            uow.meetings.put(new)
            number_changed(uow, new, was, new.date)


def remove_body(uow: UnitOfWork, body_id: str) -> Done[Body]:
    """Put a body with its roster, files, terms and phrases into the bin; refused while it has meetings or plans."""
    body = uow.bodies.get(body_id)
    meetings, plans = len(uow.meetings.of_body(body_id)), len(uow.plans.all(body_id))
    if meetings or plans:
        held = (
            counted(meetings, "{number} meeting", "{number} meetings")
            if meetings
            else counted(plans, "{number} plan", "{number} plans")
        )
        raise UserError(
            say("“{body}” cannot be removed while it has {held}: remove them first.", body=body.name, held=held)
        )
    bin_body(uow, body)
    uow.bodies.remove(body_id)
    return Done(body, changed(BODIES, PEOPLE, FILES, BIN, TERMS, PHRASES, body_id=body_id))


def _quorum(typed: str | None) -> str | None:
    """Return the quorum fit to store: None where the profile's rule is meant."""
    words = " ".join((typed or "").split())
    if len(words) > LONGEST_QUORUM:
        raise UserError(
            say("The quorum is {number:,} letters long: type a number, as 5, or a share, as 1/3.", number=len(words))
        )
    if words and read_rule(words) is None:
        raise UserError(
            say("“{words}” is no quorum that can be reckoned: type a number, as 5, or a share, as 1/3.", words=words)
        )
    return words or None


def checked_name(uow: UnitOfWork, name: str, body_id: str | None) -> str:
    """Return the name fit to store; UserError where it is empty, too long or taken by another body."""
    wanted = " ".join(name.split())
    if not wanted:
        raise UserError(say("A body needs a name: type the name as it stands on its papers."))
    if len(wanted) > LONGEST_NAME:
        raise UserError(
            say(
                "The name of the body is {number:,} letters long: shorten it to {longest_name} letters or fewer.",
                number=len(wanted),
                longest_name=LONGEST_NAME,
            )
        )
    other = uow.bodies.by_name(wanted)
    if other is not None and other.id != body_id:
        raise UserError(
            say("There is already a body named “{other}”: open it, or choose another name.", other=other.name)
        )
    return wanted
