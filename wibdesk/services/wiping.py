"""Wipe the clerk's private notes of a meeting for good once its minutes are approved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import ENTRIES, MEETINGS, Done, changed
from wibdesk.domain.approval import Wiped
from wibdesk.errors import UserError
from wibdesk.language import say

if TYPE_CHECKING:
    from wibdesk.store.unit_of_work import UnitOfWork


def notes_to_wipe(uow: UnitOfWork, meeting_id: str) -> int:
    """Return how many private notes of the meeting the register holds: in its minutes, their versions and the bin."""
    uow.meetings.get(meeting_id)
    return len(uow.notes.ids(meeting_id))


def wipe_private_notes(uow: UnitOfWork, meeting_id: str) -> Done[Wiped]:
    """Delete the private notes of approved minutes wherever the register keeps them; that it was done stays on record.

    No earlier step can be undone afterwards. What the file and its copies held is gone with `Desk.compact` and when
    the backups made before are removed.
    """
    details = uow.meetings.get(meeting_id)
    if not details.status.final:
        raise UserError(say("Private notes can be wiped once the minutes are approved: approve them first."))
    found = uow.notes.ids(meeting_id)
    if not found:
        raise UserError(say("There are no private notes left to wipe in this meeting."))
    for item in uow.agenda.items(meeting_id):
        uow.entries.save_item(item.id, tuple(e for e in item.entries if e.id not in found))
    uow.notes.wipe_past(meeting_id, found)
    record = Wiped(meeting_id, uow.now, len(found))
    uow.seals.add_wipe(record)
    return Done(
        record, replace(changed(ENTRIES, MEETINGS, meeting_id=meeting_id, body_id=details.body_id), forget=True)
    )


def wipes(uow: UnitOfWork, meeting_id: str) -> tuple[Wiped, ...]:
    """Return each time that private notes of the meeting were wiped, oldest first."""
    return uow.seals.wipes(meeting_id)
