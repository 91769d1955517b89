"""What was parked at the last meeting of a body, until it stands on an agenda."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from wibdesk.changes import Done
from wibdesk.domain.agenda import Item
from wibdesk.domain.meetings import Stage
from wibdesk.domain.parking import parked, parked_words
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.agenda import add_item

if TYPE_CHECKING:
    from wibdesk.store.unit_of_work import UnitOfWork


def parked_before(uow: UnitOfWork, meeting_id: str) -> tuple[str, ...]:
    """Return in plain words what was parked at the body's last meeting before this one and is not on its agenda yet.

    A meeting without a day has none before it, and one that is closed takes no more business.
    """
    details = uow.meetings.get(meeting_id)
    if details.date is None or details.stage is Stage.CLOSED:
        return ()
    earlier = [m for m in uow.meetings.of_body(details.body_id) if m.date is not None and m.date < details.date]
    last = max(earlier, key=lambda m: m.date or dt.date.min, default=None)
    if last is None:
        return ()
    there = {item.title.casefold() for item in uow.agenda.outline(meeting_id)}
    found = (parked_words(note) for _, note in parked(uow.meetings.whole(last.id)))
    return tuple(dict.fromkeys(words for words in found if words and words.casefold() not in there))


def add_parked(uow: UnitOfWork, meeting_id: str, *, after: str | None = None) -> Done[tuple[Item, ...]]:
    """Put what was parked at the last meeting on the agenda, at its end or `after` an item.

    UserError where nothing was parked that is not there already.
    """
    done: list[Done[Item]] = []
    for words in parked_before(uow, meeting_id):
        done.append(add_item(uow, meeting_id, Item(words), after=done[-1].value.id if done else after))
    if not done:
        raise UserError(say("Nothing was parked at the last meeting that is not on this agenda already."))
    return Done(tuple(each.value for each in done), done[-1].changes)
