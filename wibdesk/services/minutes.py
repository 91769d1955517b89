"""The minutes: save the entries of an item as they are typed, and find words in a meeting."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from wibdesk.changes import ACTIONS, CONFLICTS, ENTRIES, Done, changed
from wibdesk.domain.merging import Merged
from wibdesk.domain.rich_text import plain_text
from wibdesk.services.conflicts import bring_together
from wibdesk.services.history import keep_before
from wibdesk.services.references import referenced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wibdesk.domain.entries import Entry
    from wibdesk.store.unit_of_work import UnitOfWork

AROUND = 40
"""Letters shown on each side of words that were found."""


@dataclass(frozen=True)
class Found:
    """A place where words stand: the entry, None for the item's own title, and the words with their surroundings."""

    item_id: str
    entry_id: str | None
    excerpt: str


@dataclass(frozen=True)
class Saved(Merged):
    """What a save stored: the entries with their references, and those over which another writer differs."""


def save_entries(
    uow: UnitOfWork,
    item_id: str,
    entries: tuple[Entry, ...],
    base: tuple[Entry, ...] | None = None,
    writer: str = "",
) -> Done[Saved]:
    """Store the entries of an item in this order: only changed rows are written, those gone are deleted.

    A new action gets its reference, which it keeps for ever. `base` is what the entries began from: what another
    wrote since stays, and where both changed the same the register keeps the other's words and this writer's wait
    (`conflicts`). Hand `Saved.base` to the next save. Without `base` the entries replace whatever stands there.
    """
    meeting_id = uow.agenda.meeting_of(item_id)
    held = uow.entries.held({item_id: entries})
    before = held.entries()
    both = Merged(entries) if base is None else bring_together(uow, item_id, base, entries, before, writer)
    stored = referenced(uow, meeting_id, item_id, both.entries)
    keep_before(uow, item_id, before, stored)
    kinds = uow.entries.save_item(item_id, stored, held)
    touched = [*([ENTRIES] if kinds else []), *([ACTIONS] if "action" in kinds else [])]
    touched += [CONFLICTS] if both.conflicts else []
    return Done(Saved(stored, both.conflicts), changed(*touched, meeting_id=meeting_id))


def find_in_meeting(uow: UnitOfWork, meeting_id: str, words: str) -> tuple[Found, ...]:
    """Return every place of the meeting where the words stand, whatever the case of letters, in order."""
    wanted = " ".join(words.split()).casefold()
    if not wanted:
        return ()
    found: list[Found] = []
    for item in uow.agenda.items(meeting_id):
        found.extend(Found(item.id, None, cut) for cut in _excerpts(item.title, wanted))
        for entry in item.entries:
            found.extend(Found(item.id, entry.id, cut) for text in texts(entry) for cut in _excerpts(text, wanted))
    return tuple(found)


def texts(entry: Entry) -> Iterator[str]:
    """Give every piece of an entry's text as plain words."""
    for one in fields(entry):
        if one.name not in ("id", "level", "style", "kind"):
            yield from _words_of(getattr(entry, one.name))


def _words_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield plain_text(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _words_of(part)
    elif hasattr(value, "as_written") and value.as_written:
        yield value.as_written


def _excerpts(text: str, wanted: str) -> Iterator[str]:
    """Give each place of the words; a text whose case folding changes its length is given from its beginning."""
    folded = text.casefold()
    exact = len(folded) == len(text)
    at = folded.find(wanted)
    while at >= 0:
        start = max(at - AROUND, 0) if exact else 0
        yield text[start : at + len(wanted) + AROUND].strip()
        at = folded.find(wanted, at + len(wanted))
