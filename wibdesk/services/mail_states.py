"""How far each message is on its way, for what sends them: every step is on the disk before the next one is taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import MAIL, Done, changed
from wibdesk.domain.mail import MailState
from wibdesk.domain.mail_sending import WAITS, wait_after
from wibdesk.language import later, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from wibdesk.changes import Changes
    from wibdesk.domain.mail import MailMessage
    from wibdesk.domain.mail_sending import Parcel
    from wibdesk.store.unit_of_work import UnitOfWork

INTERRUPTED = later(
    "The desk ended while this was being sent: it may have arrived. Ask, or look whether an answer came."
)


def due(uow: UnitOfWork, now: datetime) -> tuple[MailMessage, ...]:
    """Return the messages that wait and whose turn has come at `now` (UTC), oldest first."""
    return uow.mail.due(now)


def next_turn(uow: UnitOfWork) -> datetime | None:
    """Return when (UTC) the first message that waits is to be tried; None where none waits."""
    waiting = uow.mail.outbox((MailState.WAITING,))
    return min((line.message.next_try or line.at for line in waiting), default=None)


def parcel(uow: UnitOfWork, message_id: str) -> Parcel:
    """Return a message with its files; UserError where it is gone."""
    return uow.mail.parcel(message_id)


def begin_handing(uow: UnitOfWork, message_id: str) -> Done[datetime | None]:
    """Note that the last byte of a message goes now, and return when that is (UTC).

    None where it does not wait any more, and must not go: of two that send, only one gets a time.
    """
    old = uow.mail.message(message_id)
    if old.state is not MailState.WAITING:
        return Done(None, changed())
    uow.mail.put_message(replace(old, state=MailState.HANDING, tries=old.tries + 1, handed_at=uow.now))
    return Done(uow.now, _of(uow, message_id))


def note_sent(uow: UnitOfWork, message_id: str) -> Done[MailMessage]:
    """Note that the server took a message."""
    return _put(uow, message_id, state=MailState.SENT, trouble=None, next_try=None, settled_at=uow.now)


def note_refused(uow: UnitOfWork, message_id: str, words: str) -> Done[MailMessage]:
    """Note that a message will never be taken as it is, and why."""
    return _put(uow, message_id, state=MailState.REFUSED, trouble=words, next_try=None, settled_at=uow.now)


def note_held(uow: UnitOfWork, message_id: str, words: str, handed_at: datetime | None = None) -> Done[MailMessage]:
    """Note that nobody knows whether a message arrived: the clerk decides.

    `handed_at` (UTC) is when it was handed over where the register did not know that it was.
    """
    known = {"handed_at": handed_at} if handed_at is not None else {}
    return _put(uow, message_id, state=MailState.HELD, trouble=words, next_try=None, **known)


def put_off(uow: UnitOfWork, message_id: str, words: str, waits: Sequence[float] = WAITS) -> Done[MailMessage]:
    """Let a message wait for its next try, after a longer while each time; `waits` are seconds.

    One that is no longer waiting, nor being handed over by who calls this, stays as it is. When it was handed over
    stays too: a register from a backup is known by not knowing it.
    """
    old = uow.mail.message(message_id)
    if old.state not in (MailState.WAITING, MailState.HANDING):
        return Done(old, changed())
    # Handing a message over counted as a try already.
    tries = old.tries + (old.state is MailState.WAITING)
    again = uow.now + wait_after(tries, waits)
    return _put(uow, message_id, state=MailState.WAITING, tries=tries, trouble=words, next_try=again)


def is_interrupted(uow: UnitOfWork) -> bool:
    """Say whether a message was being handed over when a desk ended: only then is there anything to write."""
    return bool(uow.mail.outbox((MailState.HANDING,)))


def hold_interrupted(uow: UnitOfWork) -> Done[int]:
    """Hold what a desk was handing over when it ended; return how many there were. Only for who alone sends now."""
    lost = uow.mail.outbox((MailState.HANDING,))
    for line in lost:
        uow.mail.put_message(replace(line.message, state=MailState.HELD, trouble=say(INTERRUPTED)))
    return Done(len(lost), changed(MAIL) if lost else changed())


def _put(uow: UnitOfWork, message_id: str, **values: object) -> Done[MailMessage]:
    new = replace(uow.mail.message(message_id), **values)  # type: ignore[arg-type]  # the fields of the verbs above
    uow.mail.put_message(new)
    return Done(new, _of(uow, message_id))


def _of(uow: UnitOfWork, message_id: str) -> Changes:
    return changed(MAIL, meeting_id=uow.mail.meeting_of(message_id))
