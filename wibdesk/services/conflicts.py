"""Two writers at one item: bring their words together, keep what cannot be, and settle it as the clerk chooses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import ACTIONS, CONFLICTS, ENTRIES, Done, changed
from wibdesk.domain.entries import Action, Entry
from wibdesk.domain.history import loses_words
from wibdesk.domain.ids import new_id
from wibdesk.domain.merging import Choice, Conflict, Merged, merged
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.history import keep_version
from wibdesk.services.references import referenced

if TYPE_CHECKING:
    from wibdesk.store.unit_of_work import UnitOfWork

    Entries = tuple[Entry, ...]


def conflicts(uow: UnitOfWork, item_id: str, writer: str = "") -> tuple[Conflict, ...]:
    """Return the entries of an item over which this writer and another differ, and which wait for a choice."""
    return uow.conflicts.of_item(item_id, writer, _by_id(uow.entries.of_item(item_id)))


def settle_conflict(uow: UnitOfWork, item_id: str, entry_id: str, choice: Choice, writer: str = "") -> Done[Entries]:
    """Let the writer's own words stand, the other's, or both; what does not stand is kept as a version.

    With both, the writer's own come after the other's. UserError where the conflict is settled already.
    """
    meeting_id = uow.agenda.meeting_of(item_id)
    before = uow.entries.of_item(item_id)
    found = next((c for c in conflicts(uow, item_id, writer) if c.entry_id == entry_id), None)
    if found is None:
        raise UserError(say("These two versions have been settled already: look at the item again."))
    keep_version(uow, item_id, _with(before, found, found.mine))
    keep_version(uow, item_id, before)
    stored = referenced(uow, meeting_id, item_id, _settled(before, found, choice))
    uow.entries.save_item(item_id, stored)
    uow.conflicts.remove(item_id, writer, entry_id)
    return Done(stored, changed(ENTRIES, ACTIONS, CONFLICTS, meeting_id=meeting_id))


def bring_together(uow: UnitOfWork, item_id: str, base: Entries, mine: Entries, now: Entries, writer: str) -> Merged:
    """Return what to store where a writer made `mine` of `base` while the register has `now`.

    Over what both changed the register keeps the other's words; this writer's are kept beside them until settled.
    """
    result = merged(base, mine, now)
    held = uow.conflicts.of_item(item_id, writer, _by_id(now))
    told = {c.entry_id: c for c in result.conflicts}
    for old in held:
        new = told.get(old.entry_id)
        if new is None and _still_waits(old, result.entries):
            continue
        _keep_draft(uow, item_id, old, new, now)
        if new is None:
            uow.conflicts.remove(item_id, writer, old.entry_id)
    for found in result.conflicts:
        uow.conflicts.put(item_id, writer, found, uow.now)
    return result


def _keep_draft(uow: UnitOfWork, item_id: str, old: Conflict, new: Conflict | None, now: Entries) -> None:
    """Keep words that waited as a version where they are about to be replaced by others."""
    if old.mine is None or old.mine in now:
        return
    typed = new.mine if new is not None else None
    if typed is None or loses_words([old.mine], [typed]):
        keep_version(uow, item_id, _with(now, old, old.mine))


def _still_waits(old: Conflict, entries: Entries) -> bool:
    """Say whether a conflict that a save did not meet again waits on: the other took away what this writer keeps."""
    return old.theirs is None and old.entry_id in _by_id(entries)


def _settled(before: Entries, found: Conflict, choice: Choice) -> Entries:
    if choice is not Choice.BOTH:
        return _with(before, found, found.mine if choice is Choice.MINE else found.theirs)
    if found.mine is None or found.theirs is None:
        return _with(before, found, found.stored)
    own = replace(found.mine, id=new_id())
    return _with(before, found, found.theirs, replace(own, ref=None) if isinstance(own, Action) else own)


def _with(entries: Entries, found: Conflict, *stand: Entry | None) -> Entries:
    """Return the entries with others in the place of the one in conflict; at the end where it has none."""
    new = [e for e in stand if e is not None]
    at = next((n for n, e in enumerate(entries) if e.id == found.entry_id), len(entries))
    return (*entries[:at], *new, *entries[at + 1 :])


def _by_id(entries: Entries) -> dict[str, Entry]:
    return {e.id: e for e in entries}
