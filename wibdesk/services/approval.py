"""Approved minutes: sealed with a checksum, read-only from then on, and reopened only with a reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import MEETINGS, Done, changed
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.history import keep_version

if TYPE_CHECKING:
    from wibdesk.domain.approval import Seal
    from wibdesk.domain.meetings import MeetingDetails
    from wibdesk.store.unit_of_work import UnitOfWork


def approve(uow: UnitOfWork, meeting_id: str, status: MinutesStatus = MinutesStatus.APPROVED) -> Done[MeetingDetails]:
    """Record the minutes as approved or signed: their words are sealed, and no verb changes them any more."""
    old = uow.meetings.get(meeting_id)
    if not status.final:
        raise UserError(say("Minutes are approved or signed: choose one of the two."))
    return _stored(uow, replace(old, status=status))


def reopen_approved(uow: UnitOfWork, meeting_id: str, reason: str) -> Done[MeetingDetails]:
    """Make approved minutes a draft again, to correct them; when and why stays on record.

    What they said is kept as a version of every item, for good.
    """
    old = uow.meetings.get(meeting_id)
    if not old.status.final:
        raise UserError(say("These minutes are not approved: they can be changed as they are."))
    why = " ".join(reason.split())
    if not why:
        raise UserError(say("Approved minutes are reopened only with a reason: type it."))
    if uow.seals.newest(meeting_id) is None:
        uow.seals.close(meeting_id)
    uow.seals.open(meeting_id, why)
    for item in uow.agenda.items(meeting_id):
        keep_version(uow, item.id, item.entries)
    uow.history.keep_all(meeting_id)
    return _stored(uow, replace(old, status=MinutesStatus.DRAFT))


def seal_of(uow: UnitOfWork, meeting_id: str) -> Seal | None:
    """Return the seal that is on the minutes now; None where they are not approved."""
    return next((seal for seal in uow.seals.of(meeting_id) if seal.reopened_at is None), None)


def seals(uow: UnitOfWork, meeting_id: str) -> tuple[Seal, ...]:
    """Return every seal that the minutes ever had, newest first: those broken say when and why."""
    return uow.seals.of(meeting_id)


def any_unsealed(uow: UnitOfWork) -> bool:
    """Say whether there are approved minutes without a seal, as in a register of an older desk."""
    return bool(uow.seals.bare())


def seal_older(uow: UnitOfWork) -> Done[int]:
    """Seal the approved minutes of a register of an older desk, which knew no seals; return how many there were."""
    bare = uow.seals.bare()
    for meeting_id in bare:
        uow.seals.close(meeting_id)
    return Done(len(bare), changed(*([MEETINGS] if bare else [])))


def _stored(uow: UnitOfWork, details: MeetingDetails) -> Done[MeetingDetails]:
    uow.meetings.put(details)
    return Done(details, changed(MEETINGS, meeting_id=details.id, body_id=details.body_id))
