"""What wants chasing of a body's actions, or of all, for the first screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wibdesk.domain.nudges import Nudge, in_order

if TYPE_CHECKING:
    from datetime import date

    from wibdesk.store.unit_of_work import UnitOfWork


def nudges(uow: UnitOfWork, today: date, body_id: str = "") -> tuple[Nudge, ...]:
    """Return what wants chasing, the most pressing first; of all bodies where none is named."""
    return in_order(uow.nudges.of(today, body_id))


def carried_count(uow: UnitOfWork, meeting_id: str) -> int:
    """Return how many open actions come over into a meeting, without reading them."""
    details = uow.meetings.get(meeting_id)
    return uow.nudges.carried(details.body_id, meeting_id, details.date)
