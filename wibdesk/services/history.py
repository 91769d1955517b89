"""What an agenda item said before: keep a version when a save is about to change it, and bring one back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import ACTIONS, ENTRIES, Done, changed
from wibdesk.domain.entries import Action, Entry
from wibdesk.domain.history import is_due, loses_words, thinned
from wibdesk.domain.ids import new_id
from wibdesk.services.references import referenced

if TYPE_CHECKING:
    from wibdesk.domain.history import Mark, Version
    from wibdesk.store.unit_of_work import UnitOfWork

    Entries = tuple[Entry, ...]


def versions(uow: UnitOfWork, item_id: str) -> tuple[Version, ...]:
    """Return what the item said before, newest first."""
    return uow.history.of_item(item_id)


def moments(uow: UnitOfWork, item_id: str) -> tuple[Mark, ...]:
    """Return when the versions of an item were kept, newest first, without their words: for a long list."""
    return uow.history.marks(item_id)[::-1]


def version(uow: UnitOfWork, version_id: str) -> Version:
    """Return one version; UserError where it is no longer kept."""
    return uow.history.get(version_id)


def restore_version(uow: UnitOfWork, version_id: str) -> Done[Entries]:
    """Let an item say what it said before; what stands there now is kept as a version first.

    Entries keep their ids, so actions keep their reference, history and progress. One that stands in another item by
    now comes back as a new one beside it.
    """
    found = uow.history.get(version_id)
    item_id = found.item_id
    meeting_id = uow.agenda.meeting_of(item_id)
    before = uow.entries.of_item(item_id)
    keep_version(uow, item_id, before)
    moved = uow.entries.elsewhere(item_id, [e.id for e in found.entries])
    back = tuple(_as_new(e) if e.id in moved else _as_far(uow, e, before) for e in found.entries)
    stored = referenced(uow, meeting_id, item_id, back)
    uow.entries.save_item(item_id, stored)
    return Done(stored, changed(ENTRIES, ACTIONS, meeting_id=meeting_id))


def keep_before(uow: UnitOfWork, item_id: str, before: Entries, after: Entries) -> None:
    """Keep what an item says as a version where it is about to change, and it is time or words would go."""
    if before and before != after and (is_due(uow.history.newest_at(item_id), uow.now) or loses_words(before, after)):
        keep_version(uow, item_id, before)


def keep_version(uow: UnitOfWork, item_id: str, entries: Entries) -> None:
    """Keep these words as a version of the item; old versions are thinned out."""
    if entries:
        uow.history.add(item_id, entries, uow.now)
        uow.history.remove(thinned(uow.history.marks(item_id), uow.now))


def _as_new(entry: Entry) -> Entry:
    new = replace(entry, id=new_id())
    return replace(new, ref=None) if isinstance(new, Action) else new


def _as_far(uow: UnitOfWork, entry: Entry, before: Entries) -> Entry:
    """An action comes back as far as it has got since: its progress is told by the action log, not by the minutes."""
    if not isinstance(entry, Action):
        return entry
    now = next((e for e in before if e.id == entry.id and isinstance(e, Action)), None)
    status = now.status if now is not None else uow.actions.last_status(entry.id)
    return replace(entry, status=status or entry.status)
