"""The parking lot: what was set aside for later is a private note that says so, and is never in any document."""

from typing import TypeGuard

from wibdesk.domain.agenda import Item
from wibdesk.domain.entries import Entry, PrivateNote
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.rich_text import plain_text

PARKED = "Parked: "


def is_parked(entry: Entry) -> TypeGuard[PrivateNote]:
    """Say whether an entry is something that was set aside."""
    return isinstance(entry, PrivateNote) and entry.text.startswith(PARKED.rstrip())


def parked_words(entry: PrivateNote) -> str:
    """Return what was set aside, as plain words."""
    return plain_text(entry.text).removeprefix(PARKED.rstrip()).strip()


def parked(meeting: Meeting) -> list[tuple[Item, PrivateNote]]:
    """Return all that was set aside in a meeting with the items in which it came up, in order."""
    return [(item, entry) for item, entry in meeting.entries() if is_parked(entry)]
