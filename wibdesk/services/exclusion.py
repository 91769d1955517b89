"""The public leave before exempt business and come back after it: stamped in the minutes, in one step each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wibdesk.changes import ENTRIES, Done, changed
from wibdesk.domain.exclusion import exclusion, private_run, public_left, public_returned, says_already
from wibdesk.domain.house_style import in_its_words
from wibdesk.domain.paper_words import writing_in
from wibdesk.domain.previous_minutes import marker_of
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.agenda import change_item
from wibdesk.services.minutes import save_entries

if TYPE_CHECKING:
    import datetime as dt

    from wibdesk.domain.agenda import Item
    from wibdesk.domain.entries import Entry
    from wibdesk.domain.house_style import HouseStyle
    from wibdesk.domain.meetings import MeetingDetails
    from wibdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Stamped:
    """Where a stamp stands, and the item that the meeting goes on with."""

    written_in: str
    goes_on_with: str


def exclude_public(uow: UnitOfWork, meeting_id: str, item_id: str, at: dt.time) -> Done[Stamped]:
    """Resolve that the public be excluded from the items of part 2 that come next, and that they left at this time.

    It stands in the item named, or in the last open one before it where that is not open: the public may read those.
    Where no item of part 2 follows, the one named becomes such. UserError where the same is resolved already.
    """
    details, items = uow.meetings.get(meeting_id), uow.agenda.items(meeting_id)
    run = private_run(items, item_id)
    changes = changed(ENTRIES, meeting_id=meeting_id)
    if not run:
        own = next(item for item in items if item.id == item_id)
        changes = change_item(uow, replace(own, part=2)).changes
        items = uow.agenda.items(meeting_id)
        run = private_run(items, item_id)
    places = {item.id: n for n, item in enumerate(items)}
    style = _style(uow, details)
    with writing_in(uow.house_styles.words_of(style)):
        resolution = exclusion(run, in_its_words(style), marker_of(_profile(uow, details)))
        left = public_left(in_its_words(style), at)
    if any(says_already(item.entries, resolution) for item in items):
        raise UserError(say("The minutes say already that the public are excluded from this. Find it with Ctrl F."))
    own = items[places[item_id]]
    before = [item for item in items[: places[run[0].id]] if item.part == 1]
    host = own if own.part == 1 else before[-1] if before else run[0]
    _add(uow, host, resolution, left)
    return Done(Stamped(host.id, run[0].id), replace(changes, kinds=changes.kinds | {ENTRIES}))


def readmit_public(uow: UnitOfWork, meeting_id: str, item_id: str, at: dt.time) -> Done[Stamped]:
    """Minute that the public returned at this time: in this item where it is open, else in the next that is."""
    details, items = uow.meetings.get(meeting_id), uow.agenda.items(meeting_id)
    here = next(n for n, item in enumerate(items) if item.id == item_id)
    host = next((item for item in items[here:] if item.part == 1), items[here])
    style = _style(uow, details)
    with writing_in(uow.house_styles.words_of(style)):
        returned = public_returned(in_its_words(style), at)
    _add(uow, host, returned)
    return Done(Stamped(host.id, host.id), changed(ENTRIES, meeting_id=meeting_id))


def _add(uow: UnitOfWork, item: Item, *said: Entry) -> None:
    save_entries(uow, item.id, (*item.entries, *said), item.entries)


def _style(uow: UnitOfWork, details: MeetingDetails) -> HouseStyle:
    return uow.house_styles.named(details.house_style or uow.bodies.get(details.body_id).house_style)


def _profile(uow: UnitOfWork, details: MeetingDetails) -> str:
    return details.profile or uow.bodies.get(details.body_id).profile_name
