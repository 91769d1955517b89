"""The distribution list of each body, and the words of its messages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import MAIL, Done, changed
from wibdesk.domain.mail import MailKind, MailTemplate
from wibdesk.domain.mail_addresses import address_key, checked_address, checked_line
from wibdesk.domain.mail_words import DEFAULTS, checked_template, shipped
from wibdesk.domain.paper_words import writing_in
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.elsewhere import together

if TYPE_CHECKING:
    from wibdesk.domain.mail import MailRecipient
    from wibdesk.domain.paper_words import PaperWords
    from wibdesk.store.unit_of_work import UnitOfWork


def recipients(uow: UnitOfWork, body_id: str) -> tuple[MailRecipient, ...]:
    """Return the distribution list of a body in order; whoever is on its roster has the name and address of there."""
    roster = {person.id: person for person in uow.people.of_body(body_id)}
    return tuple(
        replace(each, name=person.prints_as, address=person.email or each.address)
        if each.person_id and (person := roster.get(each.person_id))
        else each
        for each in uow.mail_lists.of_body(body_id)
    )


def keep_recipient(uow: UnitOfWork, recipient: MailRecipient, base: MailRecipient | None = None) -> Done[MailRecipient]:
    """Store a line of a distribution list, new or changed; undo takes it back.

    With `base`, what the line was when the change began, what changed elsewhere since stays. UserError where the
    address will not do, or another line gives the same to it.
    """
    if base is not None:
        recipient = together(base, recipient, uow.mail_lists.recipient(recipient.id), base.name)
    uow.bodies.get(recipient.body_id)
    if recipient.gets not in (MailKind.MINUTES, MailKind.PUBLIC):
        raise UserError(say("Somebody on the list gets the minutes or their public version: choose one of the two."))
    name = checked_line(recipient.name, say("name"))
    address = checked_address(recipient.address, name) if recipient.address.strip() else ""
    new = replace(recipient, name=name or address, address=address)
    if not (new.name or new.person_id):
        raise UserError(say("A line of the distribution list needs a name or an address: type it, or remove the line."))
    for other in recipients(uow, new.body_id):
        if other.id != new.id and other.gets is new.gets and _same(other, new):
            raise UserError(
                say("{other} is on the distribution list already: change that line instead.", other=other.name)
            )
    uow.mail_lists.put(new)
    return Done(new, changed(MAIL, body_id=new.body_id))


def remove_recipient(uow: UnitOfWork, recipient_id: str) -> Done[MailRecipient]:
    """Take a line off a distribution list; undo brings it back."""
    gone = uow.mail_lists.recipient(recipient_id)
    uow.mail_lists.remove(recipient_id)
    return Done(gone, changed(MAIL, body_id=gone.body_id))


def template(uow: UnitOfWork, kind: MailKind, body_id: str | None = None) -> MailTemplate:
    """Return the words in force: the body's own, else those for every body, else what the desk ships.

    What it ships is in the language of the body's papers; for every body, in that of the screen.
    """
    own = uow.mail_lists.template(kind, body_id) if body_id is not None else None
    held = own or uow.mail_lists.template(kind, None)
    if held is not None or body_id is None:
        return held or shipped(kind)
    with writing_in(paper_words(uow, body_id)):
        return shipped(kind)


def paper_words(uow: UnitOfWork, body_id: str) -> PaperWords:
    """Return the words of the language in which a body has its papers, and so its messages."""
    return uow.house_styles.words_of(uow.house_styles.named(uow.bodies.get(body_id).house_style))


def keep_template(uow: UnitOfWork, wanted: MailTemplate, base: MailTemplate | None = None) -> Done[MailTemplate]:
    """Store the words of a kind of message, of one body or with `body_id` None of every body; undo takes them back.

    They stand in place of those that were there. With `base`, what they were when the change began, what changed
    elsewhere since stays. UserError where a slot is none, and names those that there are.
    """
    if wanted.body_id is not None:
        uow.bodies.get(wanted.body_id)
    held = uow.mail_lists.template(wanted.kind, wanted.body_id)
    new = replace(wanted, id=held.id) if held else wanted if wanted.id not in _SHIPPED else _own(wanted)
    if base is not None and held is not None:
        new = together(replace(base, id=held.id, body_id=held.body_id), new, held, wanted.kind.words)
    new = checked_template(new)
    uow.mail_lists.put_template(new)
    return Done(new, changed(MAIL, body_id=new.body_id))


def remove_template(uow: UnitOfWork, kind: MailKind, body_id: str | None = None) -> Done[MailTemplate]:
    """Go back from a body's own words to those of every body, or with None to those that the desk ships."""
    held = uow.mail_lists.template(kind, body_id)
    if held is None:
        raise UserError(say("There are no words of its own to take away: these are in force for every body already."))
    uow.mail_lists.remove_template(held.id)
    return Done(template(uow, kind, body_id), changed(MAIL, body_id=body_id))


_SHIPPED = frozenset(each.id for each in DEFAULTS.values())


def _own(given: MailTemplate) -> MailTemplate:
    """Return words that began as shipped ones as a record of its own."""
    return MailTemplate(given.kind, given.subject, given.words, given.body_id)


def _same(one: MailRecipient, other: MailRecipient) -> bool:
    if one.person_id is not None and one.person_id == other.person_id:
        return True
    return bool(one.address) and address_key(one.address) == address_key(other.address)
