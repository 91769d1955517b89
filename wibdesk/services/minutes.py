"""The minutes: save the entries of an item as they are typed, and find words in a meeting."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from wibdesk.changes import ACTIONS, ENTRIES, Done, changed
from wibdesk.domain.actions import next_reference
from wibdesk.domain.entries import Action, Entry
from wibdesk.domain.rich_text import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wibdesk.store.unit_of_work import UnitOfWork

AROUND = 40
"""Letters shown on each side of words that were found."""


@dataclass(frozen=True)
class Found:
    """A place where words stand: the entry, None for the item's own title, and the words with their surroundings."""

    item_id: str
    entry_id: str | None
    excerpt: str


def save_entries(uow: UnitOfWork, item_id: str, entries: tuple[Entry, ...]) -> Done[tuple[Entry, ...]]:
    """Store the entries of an item in this order: only changed rows are written, those gone are deleted.

    A new action gets its reference, which it keeps for ever; the entries come back with their references.
    """
    meeting_id = uow.agenda.meeting_of(item_id)
    with_refs = _referenced(uow, meeting_id, item_id, entries)
    changes = uow.entries.save_item(item_id, with_refs)
    kinds = (ENTRIES, ACTIONS) if "action" in changes else (ENTRIES,)
    return Done(with_refs, changed(*(kinds if changes else ()), meeting_id=meeting_id))


def _referenced(uow: UnitOfWork, meeting_id: str, item_id: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
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
