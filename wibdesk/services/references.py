"""The references of actions: given once, never changed and never used again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.domain.actions import next_reference
from wibdesk.domain.entries import Action, Entry

if TYPE_CHECKING:
    from wibdesk.store.unit_of_work import UnitOfWork


def referenced(uow: UnitOfWork, meeting_id: str, item_id: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the entries of an item with references for its new actions, which are remembered as given."""
    if not any(isinstance(e, Action) for e in entries):
        return entries
    given = uow.entries.references(meeting_id)
    number = uow.agenda.number_for_references(item_id)
    out = give_references(entries, number, given)
    uow.entries.note_references(meeting_id, given)
    return out


def give_references(entries: tuple[Entry, ...], number: str, given: dict[str, str | None]) -> tuple[Entry, ...]:
    """Give each action without one its reference; `given` (reference to action id) is read and added to.

    An action that had a reference once and comes back without it gets the same one again.
    """
    earlier = {action_id: ref for ref, action_id in given.items() if action_id}
    out: list[Entry] = []
    for entry in entries:
        if isinstance(entry, Action):
            ref = entry.ref or earlier.get(entry.id) or next_reference(number, given)
            given.setdefault(ref, entry.id)
            out.append(entry if entry.ref else replace(entry, ref=ref))
        else:
            out.append(entry)
    return tuple(out)
