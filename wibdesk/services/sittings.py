"""Adjourning and resuming as the room does it: how the minutes write the time, and a stamp taken back or put again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import MEETINGS, Done, changed

if TYPE_CHECKING:
    from wibdesk.domain.adjournments import Adjournment
    from wibdesk.domain.date_forms import Forms
    from wibdesk.store.unit_of_work import UnitOfWork


def forms_of(uow: UnitOfWork, meeting_id: str) -> Forms:
    """Return how the house style of a meeting, else that of its body, writes dates, times and words."""
    details = uow.meetings.get(meeting_id)
    style = uow.house_styles.named(details.house_style or uow.bodies.get(details.body_id).house_style)
    return replace(style.forms, words=uow.house_styles.words_of(style))


def put_stamp(uow: UnitOfWork, stamped: Adjournment) -> Done[Adjournment]:
    """Store an adjournment as it was stamped, whether it is still there or was taken back."""
    uow.adjournments.put(stamped)
    return Done(stamped, changed(MEETINGS, meeting_id=stamped.meeting_id))


def take_stamp(uow: UnitOfWork, stamped: Adjournment) -> Done[Adjournment]:
    """Take the last stamp of an adjournment back: its end, else the whole of it."""
    if stamped.lasts:
        uow.adjournments.remove(stamped.id)
    elif any(each.id == stamped.id for each in uow.adjournments.of_meeting(stamped.meeting_id)):
        uow.adjournments.put(replace(stamped, resumed=None))
    return Done(stamped, changed(MEETINGS, meeting_id=stamped.meeting_id))
