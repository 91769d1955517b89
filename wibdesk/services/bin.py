"""The bin: look what was removed, put it back where it belonged, or empty the bin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import (
    ACTIONS,
    AGENDA,
    ATTENDANCE,
    BIN,
    BODIES,
    ENTRIES,
    FILES,
    MEETINGS,
    PEOPLE,
    PHRASES,
    PLANS,
    TERMS,
    Changes,
    Done,
    changed,
)
from wibdesk.domain.bin import BinKind, Binned, is_forgotten
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.bodies import checked_name
from wibdesk.services.numbering import number_planned, put_agenda

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wibdesk.store.bin import Found
    from wibdesk.store.records import Row
    from wibdesk.store.unit_of_work import UnitOfWork

KINDS = {
    BinKind.ITEM: (AGENDA, ATTENDANCE, ENTRIES, ACTIONS),
    BinKind.PERSON: (PEOPLE, ATTENDANCE, ACTIONS),
    BinKind.MEETING: (MEETINGS, AGENDA, ATTENDANCE, ENTRIES, ACTIONS),
    BinKind.BODY: (BODIES, PEOPLE, FILES, TERMS, PHRASES),
    BinKind.PLAN: (PLANS,),
}
"""What changes when a thing of each kind comes back."""


def binned(uow: UnitOfWork, body_id: str | None = None) -> tuple[Binned, ...]:
    """Return what lies in the bin, newest first; with `body_id`, only what belonged to that body."""
    return uow.bin.all(body_id)


def put_back(uow: UnitOfWork, bin_id: str) -> Done[Binned]:
    """Put a thing back where it belonged, with all that belonged to it.

    Where something has its reference or identifier by now it comes back as another of its kind beside that. UserError
    where what it belonged to is gone itself.
    """
    thing = uow.bin.get(bin_id)
    _check_home(uow, thing)
    held = uow.bin.rows_of(bin_id)
    _, own = held[0]
    if thing.kind is BinKind.ITEM:
        _put_item(uow, thing, held, own)
    elif thing.kind is BinKind.BODY:
        checked_name(uow, own["name"], own["id"])
        uow.bin.put_rows(held)
    else:
        _make_room(uow, thing.kind, own)
        uow.bin.put_rows(held)
    uow.bin.put_links(bin_id)
    uow.bin.remove([bin_id])
    back = replace(
        thing, record_id=own["id"], meeting_id=own["id"] if thing.kind is BinKind.MEETING else thing.meeting_id
    )
    return Done(back, _changes(uow, back))


def empty_bin(uow: UnitOfWork, ids: Sequence[str]) -> Done[int]:
    """Delete these things of the bin for good; return how many there were."""
    here = {thing.id for thing in uow.bin.all()}
    uow.bin.remove(ids)
    return Done(len(here & set(ids)), replace(changed(BIN), forget=True))


def thin_bin(uow: UnitOfWork) -> Done[int]:
    """Delete for good what has lain in the bin for 90 days and holds no minutes; return how many that were."""
    old = [thing.id for thing in uow.bin.all() if is_forgotten(thing, uow.now)]
    uow.bin.remove(old)
    return Done(len(old), changed(*([BIN] if old else [])))


def _check_home(uow: UnitOfWork, thing: Binned) -> None:
    """A thing needs the record that it belonged to: where that lies in the bin too, say so."""
    if uow.bin.is_home(thing):
        return
    home = thing.meeting_id if thing.kind is BinKind.ITEM else thing.body_id
    other = next((t for t in uow.bin.all() if t.record_id == home), None)
    if other is not None:
        raise UserError(
            say(
                "“{title}” belonged to “{other_title}”, which is in the bin too: put that back first.",
                title=thing.title,
                other_title=other.title,
            )
        )
    raise UserError(
        say(
            "“{title}” cannot be put back: {belonged_to} is gone for good.",
            title=thing.title,
            belonged_to=thing.belonged_to,
        )
    )


def _put_item(uow: UnitOfWork, thing: Binned, held: Sequence[Found], own: Row) -> None:
    """Put an item between those that stood around it; its number is given as for any agenda."""
    meeting_id = own["meeting_id"]
    items = list(uow.agenda.outline(meeting_id))
    uow.bin.put_rows(held)
    new = next(i for i in uow.agenda.outline(meeting_id) if i.id == own["id"])
    items.insert(min(own["position"], len(items)), new)
    label = new.number or str(own["position"] + 1)
    here = {(a, n) for a, n, number in _open_items(uow, meeting_id) if number == label}
    named = here & set(uow.bin.named(thing.id))
    uow.agenda.put_items(meeting_id, items)
    put_agenda(uow, meeting_id, items, tuple(items))
    for attendee in uow.attendance.of_meeting(meeting_id) if named else ():
        now = uow.agenda.number_for_references(new.id)
        stretches = enumerate(attendee.intervals)
        intervals = tuple(replace(i, item=now) if (attendee.id, n) in named else i for n, i in stretches)
        uow.attendance.put(meeting_id, replace(attendee, intervals=intervals))


def _open_items(uow: UnitOfWork, meeting_id: str) -> Iterator[tuple[str, int, str | None]]:
    """Give each stretch of presence with the item that it names: attendee, which of theirs, and the item's number."""
    for attendee in uow.attendance.of_meeting(meeting_id):
        yield from ((attendee.id, n, interval.item) for n, interval in enumerate(attendee.intervals))


def _make_room(uow: UnitOfWork, kind: BinKind, own: Row) -> None:
    """A reference that something else has by now is given anew; nobody loses the place on a roster."""
    if kind is BinKind.MEETING and uow.meetings.by_ref(own["ref"]) is not None:
        own["ref"] = uow.meetings.next_ref()
    if kind is BinKind.PLAN and uow.plans.by_ref(own["ref"]) is not None:
        own["ref"] = uow.plans.next_ref()
    if kind is BinKind.PERSON:
        uow.people.make_room(own["body_id"], own["position"])


def _changes(uow: UnitOfWork, back: Binned) -> Changes:
    if back.kind is BinKind.MEETING and back.body_id is not None:
        number_planned(uow, back.body_id)
    # The numbers of planned meetings may have followed, so no one meeting is named for an item or a meeting.
    return changed(BIN, *KINDS[back.kind], body_id=back.body_id)
