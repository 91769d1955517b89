"""The agenda: add, paste, change, move and remove items, and go from one to the next while the meeting sits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import ACTIONS, AGENDA, ATTENDANCE, BIN, ENTRIES, Changes, Done, changed
from wibdesk.domain.agenda import Item, ItemState, read_agenda
from wibdesk.domain.meetings import MinutesStatus, Stage
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.elsewhere import together
from wibdesk.services.minutes import save_entries
from wibdesk.services.numbering import put_agenda, rule_for
from wibdesk.services.removing import bin_item

if TYPE_CHECKING:
    import datetime as dt

    from wibdesk.store.unit_of_work import UnitOfWork

MOST_ITEMS = 1000
"""Items that one agenda may hold: more is a slip of the paste key."""


def add_item(uow: UnitOfWork, meeting_id: str, item: Item, *, after: str | None = None) -> Done[Item]:
    """Put an item at the end, or `after` another; it is late business once the meeting is open."""
    (placed,), changes = _insert(uow, meeting_id, (item,), after)
    if not item.entries:
        return Done(placed, changes)
    entries = save_entries(uow, item.id, item.entries).value.entries
    return Done(replace(placed, entries=entries), _with_minutes(changes))


def paste_items(uow: UnitOfWork, meeting_id: str, text: str, *, after: str | None = None) -> Done[tuple[Item, ...]]:
    """Read a plain-text agenda into items and put them at the end, or `after` another item."""
    read = read_agenda(text)
    if not read:
        raise UserError(say("No agenda items were found: paste one item a line."))
    return Done(*_insert(uow, meeting_id, read, after))


def _insert(
    uow: UnitOfWork, meeting_id: str, new: tuple[Item, ...], after: str | None
) -> tuple[tuple[Item, ...], Changes]:
    late = uow.meetings.get(meeting_id).stage is Stage.LIVE
    before = uow.agenda.outline(meeting_id)
    items = list(before)
    if len(items) + len(new) > MOST_ITEMS:
        raise UserError(say("An agenda holds at most {most_items:,} items: paste fewer lines.", most_items=MOST_ITEMS))
    if any(not item.title.strip() for item in new):
        raise UserError(say("An agenda item needs a title: type a few words."))
    at = _position(items, after) + 1 if after else len(items)
    numbers = _numbers_wanted(items)
    items[at:at] = [_numbered(replace(item, late=late or item.late), numbers) for item in new]
    placed, changes = put_agenda(uow, meeting_id, items, before)
    return placed[at : at + len(new)], changes


def _numbers_wanted(items: list[Item]) -> bool:
    return not items or any(i.number for i in items)


def _numbered(item: Item, numbers: bool) -> Item:
    """A new item joins the agenda's habit: a placeholder number where it numbers its items, none where it does not."""
    if numbers:
        return item if item.number else replace(item, number="0")
    return replace(item, number=None)


def _position(items: list[Item], item_id: str) -> int:
    for n, item in enumerate(items):
        if item.id == item_id:
            return n
    raise UserError(say("That item is no longer on the agenda: look at the agenda again."))


def change_item(uow: UnitOfWork, item: Item, base: Item | None = None) -> Done[Item]:
    """Store everything of an item but its entries; the entries given are passed over.

    With `base`, what the item was when the change began, what changed elsewhere since stays.
    """
    meeting_id = uow.agenda.meeting_of(item.id)
    old = _bare(uow.agenda.item(item.id))
    item = together(_bare(base) if base else None, _bare(item), old, old.title)
    if not item.title.strip():
        raise UserError(say("An agenda item needs a title: type a few words, or remove the item."))
    if item.part not in (1, 2):
        raise UserError(say("An item is in part 1 (open) or part 2 (exempt)."))
    other_part = old.part != item.part
    uow.agenda.put_item(item)
    changes = _touched(meeting_id)
    if other_part and rule_for(uow, uow.meetings.get(meeting_id)).exempt_suffix:
        before = uow.agenda.outline(meeting_id)
        _, changes = put_agenda(uow, meeting_id, before, before)
    return Done(uow.agenda.item(item.id), changes)


def _bare(item: Item) -> Item:
    return replace(item, entries=())


def move_item(uow: UnitOfWork, item_id: str, by: int) -> Done[tuple[Item, ...]]:
    """Move an item up (negative) or down; it stops at the ends. Returns the agenda without entries."""
    meeting_id = uow.agenda.meeting_of(item_id)
    before = uow.agenda.outline(meeting_id)
    items = list(before)
    at = _position(items, item_id)
    items.insert(min(max(at + by, 0), len(items) - 1), items.pop(at))
    return Done(*put_agenda(uow, meeting_id, items, before))


def remove_item(uow: UnitOfWork, item_id: str) -> Done[Item]:
    """Put an item with its minutes into the bin; the references of its actions are never given again."""
    meeting_id = uow.agenda.meeting_of(item_id)
    gone = uow.agenda.item(item_id)
    before = uow.agenda.outline(meeting_id)
    bin_item(uow, gone)
    uow.agenda.remove(item_id)
    _, changes = put_agenda(uow, meeting_id, uow.agenda.outline(meeting_id), before)
    return Done(gone, replace(changes, kinds=changes.kinds | {ENTRIES, ACTIONS, BIN}))


def number_items(uow: UnitOfWork, meeting_id: str) -> Done[tuple[Item, ...]]:
    """Number the items anew as the house style has it; UserError once the minutes are out."""
    if uow.meetings.get(meeting_id).status is not MinutesStatus.DRAFT:
        raise UserError(say("The minutes have been circulated, so the numbers of their items stay as they are."))
    before = uow.agenda.outline(meeting_id)
    return Done(*put_agenda(uow, meeting_id, before, before))


def open_item(uow: UnitOfWork, meeting_id: str, item_id: str, at: dt.time) -> Done[Item]:
    """Go to an item: the one open till now is done if it has entries, else later; this one's start is stamped once.

    Before the meeting starts and after it closes, going to an item leaves the record of the room as it is.
    """
    items = list(uow.agenda.outline(meeting_id))
    item = items[_position(items, item_id)]
    if uow.meetings.get(meeting_id).stage is not Stage.LIVE or item.state is ItemState.NOW:
        return Done(item, Changes())
    finish_current(uow, meeting_id)
    opened = replace(item, state=ItemState.NOW, began=item.began or at)
    uow.agenda.put_item(opened)
    return Done(opened, _touched(meeting_id))


def finish_current(uow: UnitOfWork, meeting_id: str) -> None:
    """Leave the item that is open: done if it has entries, else for later."""
    for item in uow.agenda.outline(meeting_id):
        if item.state is ItemState.NOW:
            written = uow.entries.any_in(item.id)
            uow.agenda.put_item(replace(item, state=ItemState.DONE if written else ItemState.LATER))


def _with_minutes(changes: Changes) -> Changes:
    return replace(changes, kinds=changes.kinds | {ENTRIES, ACTIONS})


def _touched(meeting_id: str) -> Changes:
    return changed(AGENDA, ATTENDANCE, meeting_id=meeting_id)
