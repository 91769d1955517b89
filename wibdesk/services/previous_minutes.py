"""The minutes of the meeting before, to read while this one approves them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wibdesk.domain.date_forms import Forms
from wibdesk.domain.entries import Action, Decision, PrivateNote
from wibdesk.domain.entry_lines import entry_lines
from wibdesk.language import say
from wibdesk.services.sittings import forms_of

if TYPE_CHECKING:
    from wibdesk.domain.entries import Entry
    from wibdesk.domain.meetings import MeetingDetails
    from wibdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class MinuteLine:
    """A line of the last minutes: where it stands (`item 3, Front door`) and its words.

    `label` is what stands beside it in the margin, such as `Agreed` or `Action 3.1`; `kind` is that of its entry.
    """

    place: str
    words: str
    kind: str = "paragraph"
    label: str = ""


@dataclass(frozen=True)
class PreviousMinutes:
    """The meeting before this one and the lines of its minutes, in order; `heads` are the items, by their place.

    An item of which nothing is minuted has a head and no line. `forms` are those of the meeting that approves them.
    """

    details: MeetingDetails
    lines: tuple[MinuteLine, ...]
    heads: tuple[tuple[str, str], ...] = ()
    forms: Forms = field(default_factory=Forms)


def previous_minutes(uow: UnitOfWork, meeting_id: str) -> PreviousMinutes | None:
    """Return the minutes of the body's meeting before this one; None where there is none or a day is not known."""
    details = uow.meetings.get(meeting_id)
    held = [m for m in uow.meetings.of_body(details.body_id) if m.date is not None and m.id != meeting_id]
    earlier = [m for m in held if details.date is not None and m.date is not None and m.date < details.date]
    if not earlier:
        return None
    last = max(earlier, key=lambda m: (m.date, m.ref))
    items = [(item, item.number or str(n)) for n, item in enumerate(uow.agenda.items(last.id), 1)]
    heads = tuple(
        (say("item {number}, {title}", number=number, title=item.title), f"{number}  {item.title}")
        for item, number in items
    )
    lines = [
        MinuteLine(place, words, entry.kind, _label(entry) if first else "")
        for (item, _number), (place, _head) in zip(items, heads, strict=True)
        for entry in item.entries
        if not isinstance(entry, PrivateNote)
        for first, words in _lines(entry)
    ]
    return PreviousMinutes(last, tuple(lines), heads, forms_of(uow, meeting_id))


def _lines(entry: Entry) -> list[tuple[bool, str]]:
    """Return the lines that say something, each with whether it is the first of its entry."""
    said = [words for words in entry_lines(entry) if words.strip()]
    return [(n == 0, words) for n, words in enumerate(said)]


def _label(entry: Entry) -> str:
    if isinstance(entry, Decision):
        return entry.marker
    if isinstance(entry, Action):
        return say("Action {ref}", ref=entry.ref) if entry.ref else say("Action")
    named = {"declaration": say("Interest"), "amendment": say("Correction"), "vote": say("Vote")}
    return named.get(entry.kind, "")
