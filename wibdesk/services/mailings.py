"""What was sent of a meeting, and what is to be: kept as messages with files, one to each address.

How a screen uses it: `mail_proposals.propose_mailing` says who gets what; the files are made on a thread of their own
by `wibdesk.mail_papers`; `wibdesk.domain.mail_proposal.mailing_of` makes the messages; `keep_mailing` stores them.
Then `wibdesk.sending.Sending` sends what waits, or `wibdesk.delivery.drafts` opens it in the clerk's mail program.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import EXPORTS, MAIL, MEETINGS, Done, changed
from wibdesk.domain.mail import Mailing, MailState, MailWay
from wibdesk.domain.mail_checks import LIMIT_MB, checked_file, checked_message, refuse_too_large, refuse_twice
from wibdesk.domain.mail_sending import message_id
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.errors import UserError
from wibdesk.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wibdesk.domain.exports import Export
    from wibdesk.domain.mail import MailMessage
    from wibdesk.domain.mail_sending import OutboxLine
    from wibdesk.domain.meetings import MeetingDetails
    from wibdesk.store.unit_of_work import UnitOfWork


def keep_mailing(
    uow: UnitOfWork,
    mailing: Mailing,
    *,
    sender: str = "",
    limit_mb: float = LIMIT_MB,
    exports: Sequence[Export] = (),
) -> Done[Mailing]:
    """Store messages with their files: those by SMTP wait from now on, drafts and files count as given to the clerk.

    `sender` is the address that they come from, `exports` the record of the documents among the files. Everything is
    looked at before anything is stored: UserError where an address, a header line or a size will not do, or one
    address would get the same twice. Never undone: take a message back with `cancel`.
    """
    uow.meetings.get(mailing.meeting_id)
    if not mailing.messages:
        raise UserError(say("There is nobody to send this to: give somebody an address first."))
    files = {file.id: checked_file(file) for file in mailing.files}
    messages = tuple(_fresh(checked_message(message), sender) for message in mailing.messages)
    refuse_twice(messages)
    for message in messages:
        refuse_too_large(message, files, limit_mb)
    new = replace(mailing, messages=messages, files=tuple(files.values()))
    uow.mail.put(new)
    for export in exports:
        uow.exports.add(export)
    kinds = (MAIL, EXPORTS) if exports else (MAIL,)
    return Done(new, changed(*kinds, meeting_id=mailing.meeting_id))


def sent_record(uow: UnitOfWork, meeting_id: str) -> tuple[Mailing, ...]:
    """Return who was sent what of a meeting and when, or is to be: the newest mailing first, files without bytes."""
    return uow.mail.of_meeting(meeting_id)


def mailing_files(uow: UnitOfWork, mailing_id: str) -> Mailing:
    """Return one mailing with the bytes of its files; UserError where it is gone."""
    return uow.mail.get(mailing_id)


def outbox(uow: UnitOfWork) -> tuple[OutboxLine, ...]:
    """Return every message that waits, is being sent, is held or was refused, oldest first, with its meeting."""
    return uow.mail.outbox((MailState.WAITING, MailState.HANDING, MailState.HELD, MailState.REFUSED))


def cancel(uow: UnitOfWork, message_id: str) -> Done[MailMessage]:
    """Take a message back that was not sent; `wait_again` undoes it. UserError where it is too late."""
    old = uow.mail.message(message_id)
    if old.state not in (MailState.WAITING, MailState.HELD, MailState.REFUSED):
        raise UserError(
            say(
                "The message to {old} is {state}: it cannot be stopped.",
                old=old.name or old.address,
                state=old.state.words.lower(),
            )
        )
    return _settled(uow, replace(old, state=MailState.CANCELLED, next_try=None))


def wait_again(uow: UnitOfWork, message_id: str) -> Done[MailMessage]:
    """Let a message wait again that was taken back or refused, as after its address was put right elsewhere."""
    old = uow.mail.message(message_id)
    if old.state not in (MailState.CANCELLED, MailState.REFUSED):
        raise UserError(
            say(
                "The message to {old} is {state}: look at it again.",
                old=old.name or old.address,
                state=old.state.words.lower(),
            )
        )
    return _changed(uow, replace(old, state=MailState.WAITING, trouble=None, next_try=None, settled_at=None))


def hurry(uow: UnitOfWork, message_id: str) -> Done[MailMessage]:
    """Let a message that was put off be tried at once; one that is no longer waiting stays as it is."""
    old = uow.mail.message(message_id)
    if old.state is not MailState.WAITING or old.next_try is None:
        return Done(old, changed())
    return _changed(uow, replace(old, next_try=None))


def readdress(uow: UnitOfWork, message_id: str, address: str) -> Done[MailMessage]:
    """Give a message that was refused another address, and let it wait again. UserError where that will not do."""
    old = uow.mail.message(message_id)
    if old.state not in (MailState.REFUSED, MailState.WAITING):
        raise UserError(
            say(
                "The message to {old} is {state}: look at it again.",
                old=old.name or old.address,
                state=old.state.words.lower(),
            )
        )
    new = checked_message(replace(old, address=address))
    return _changed(uow, replace(new, state=MailState.WAITING, trouble=None, next_try=None, settled_at=None))


def decide_held(uow: UnitOfWork, message_id: str, *, send_again: bool) -> Done[MailMessage]:
    """Settle a message of which nobody can know whether it arrived: send it once more, or take it for sent."""
    old = uow.mail.message(message_id)
    if old.state is not MailState.HELD:
        raise UserError(
            say("The message to {old} is not held any more: look at the outbox again.", old=old.name or old.address)
        )
    if send_again:
        return _changed(uow, replace(old, state=MailState.WAITING, trouble=None, next_try=None))
    return _settled(uow, replace(old, state=MailState.SENT))


def mark_circulated(uow: UnitOfWork, meeting_id: str) -> Done[MeetingDetails]:
    """Note that draft minutes went round; minutes that are further than that stay as they are."""
    old = uow.meetings.get(meeting_id)
    new = replace(old, status=MinutesStatus.CIRCULATED) if old.status is MinutesStatus.DRAFT else old
    uow.meetings.put(new)
    return Done(new, changed(MEETINGS, meeting_id=meeting_id, body_id=new.body_id))


def _fresh(message: MailMessage, sender: str) -> MailMessage:
    """Return a message as it begins: its identifier never changes, so that a server can tell a second copy."""
    state = MailState.WAITING if message.way is MailWay.SMTP else MailState.DRAFTED
    return replace(message, state=state, message_id=message.message_id or message_id(message, sender))


def _settled(uow: UnitOfWork, message: MailMessage) -> Done[MailMessage]:
    return _changed(uow, replace(message, settled_at=uow.now))


def _changed(uow: UnitOfWork, message: MailMessage) -> Done[MailMessage]:
    uow.mail.put_message(message)
    return Done(message, changed(MAIL, meeting_id=uow.mail.meeting_of(message.id)))
