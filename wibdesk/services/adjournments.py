"""Adjourn a meeting and resume it: the stretches in which it did not sit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import MEETINGS, Done, changed
from wibdesk.domain.adjournments import Adjournment
from wibdesk.domain.meetings import Stage
from wibdesk.errors import UserError
from wibdesk.language import say

if TYPE_CHECKING:
    from datetime import time

    from wibdesk.store.unit_of_work import UnitOfWork


def adjournments(uow: UnitOfWork, meeting_id: str) -> tuple[Adjournment, ...]:
    """Return the adjournments of a meeting, in order."""
    return uow.adjournments.of_meeting(meeting_id)


def adjourn(uow: UnitOfWork, meeting_id: str, at: time, item_id: str | None = None) -> Done[Adjournment]:
    """Stamp that an open meeting adjourns, and at which item; UserError where it is not sitting."""
    if uow.meetings.get(meeting_id).stage is not Stage.LIVE:
        raise UserError(say("Only a meeting that is open can be adjourned: start it first."))
    if _open(uow, meeting_id) is not None:
        raise UserError(say("The meeting is adjourned already: resume it first."))
    if item_id is not None and uow.agenda.meeting_of(item_id) != meeting_id:
        raise UserError(say("That item belongs to another meeting: choose one of this agenda."))
    return _stored(uow, Adjournment(meeting_id, at, item_id=item_id))


def resume(uow: UnitOfWork, meeting_id: str, at: time) -> Done[Adjournment]:
    """Stamp that an adjourned meeting sits again; UserError where it is not adjourned."""
    found = _open(uow, meeting_id)
    if found is None:
        raise UserError(say("The meeting is not adjourned: it goes on as it is."))
    return _stored(uow, replace(found, resumed=at))


def _open(uow: UnitOfWork, meeting_id: str) -> Adjournment | None:
    return next((each for each in uow.adjournments.of_meeting(meeting_id) if each.lasts), None)


def _stored(uow: UnitOfWork, record: Adjournment) -> Done[Adjournment]:
    uow.adjournments.put(record)
    body_id = uow.meetings.get(record.meeting_id).body_id
    return Done(record, changed(MEETINGS, meeting_id=record.meeting_id, body_id=body_id))
