"""The minutes of the meeting before, to read while this one approves them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wibdesk.domain.entries import Bullet, Decision, Numbered, Paragraph
from wibdesk.domain.rich_text import plain_text

if TYPE_CHECKING:
    from wibdesk.domain.entries import Entry
    from wibdesk.domain.meetings import MeetingDetails
    from wibdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class MinuteLine:
    """A line of the last minutes: where it stands ("item 3, Front door") and its words."""

    place: str
    words: str


@dataclass(frozen=True)
class PreviousMinutes:
    """The meeting before this one and the lines of its minutes, in order."""

    details: MeetingDetails
    lines: tuple[MinuteLine, ...]


def previous_minutes(uow: UnitOfWork, meeting_id: str) -> PreviousMinutes | None:
    """Return the minutes of the body's meeting before this one; None where there is none or a day is not known."""
    details = uow.meetings.get(meeting_id)
    held = [m for m in uow.meetings.of_body(details.body_id) if m.date is not None and m.id != meeting_id]
    earlier = [m for m in held if details.date is not None and m.date is not None and m.date < details.date]
    if not earlier:
        return None
    last = max(earlier, key=lambda m: (m.date, m.ref))
    lines = [
        MinuteLine(f"item {item.number or n}, {item.title}", words)
        for n, item in enumerate(uow.agenda.items(last.id), 1)
        for entry in item.entries
        for words in _words(entry)
    ]
    return PreviousMinutes(last, tuple(lines))


def _words(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Decision):
        return tuple(plain_text(part) for part in entry.parts if part.strip())
    if isinstance(entry, (Paragraph, Bullet, Numbered)) or entry.kind in ("subheading", "action"):
        words = plain_text(entry.text)  # type: ignore[union-attr]  # each of these has one text
        return (words,) if words.strip() else ()
    return ()
