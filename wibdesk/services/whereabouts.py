"""Finding a thing by a few letters: an item, a meeting, somebody on a roster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wibdesk.domain.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wibdesk.domain.whereabouts import Thing
    from wibdesk.store.unit_of_work import UnitOfWork

LEAST = 2
"""Letters: one alone would find nearly everything."""


def meetings_named(uow: UnitOfWork, ids: Sequence[str]) -> tuple[Thing, ...]:
    """Return the meetings with these ids; those that are gone are left out."""
    return uow.whereabouts.meetings_named(ids)


def things(uow: UnitOfWork, typed: str, *, today: date, meeting_id: str = "", body_id: str = "") -> tuple[Thing, ...]:
    """Return items, meetings and people whose names hold every word typed, or meetings on the day typed.

    `meeting_id` and `body_id` are where the clerk is: what belongs there comes first. Fewer than LEAST letters find
    nothing.
    """
    words = typed.split()
    if len("".join(words)) < LEAST:
        return ()
    found = uow.whereabouts
    return (
        *found.items(words, meeting_id),
        *found.meetings(words, read_date(typed, near=today)),
        *found.people(words, body_id),
    )
