"""What a write that waits says to the clerk: the words in it, what it was, and of which meeting and item."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING, Any

from wibdesk.domain.dates import plain_date
from wibdesk.domain.recovered import Recovered
from wibdesk.domain.rich_text import plain_text
from wibdesk.language import say
from wibdesk.store.tables import item, meeting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from wibdesk.store.rescue.rescue_file import Waiting
    from wibdesk.store.unit_of_work import UnitOfWork

NO_WORDS = frozenset({"id", "ref", "kind", "level", "style", "marker", "status", "house_style", "profile", "sha256"})
"""Fields that hold no words of the clerk's."""
IDENTIFIER = re.compile(r"[0-9a-f]{32}")


def texts(value: Any, name: str = "") -> Iterator[str]:
    """Give every piece of text in a value, as plain words, in order."""
    if name in NO_WORDS or name.endswith("_id") or isinstance(value, Enum):
        return
    if isinstance(value, str):
        if value.strip() and not IDENTIFIER.fullmatch(value):
            yield plain_text(value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for each in dataclasses.fields(value):
            yield from texts(getattr(value, each.name), each.name)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from texts(part, str(key))
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from texts(part)


@dataclasses.dataclass(frozen=True)
class Subject:
    """The meeting and item that a write is about, with the words that were in the item before."""

    meeting: str = ""
    meeting_id: str | None = None
    item: str = ""
    item_id: str | None = None
    held: tuple[str, ...] = ()


def what_it_was(row: Waiting, about: Subject) -> str:
    """Name a write: the minutes of an item, else by its words for undo, else by its verb (`Add person`)."""
    if row.verb.endswith("save_entries"):
        return say("Minutes of {item}", item=about.item) if about.item else say("Minutes")
    return row.words or row.verb.rpartition(":")[2].strip("_<>").replace("_", " ").capitalize() or row.kind.capitalize()


def subject(uow: UnitOfWork, arguments: Sequence[Any]) -> Subject:
    """Find the meeting and item among what a verb is given."""
    for value in arguments:
        known = value if isinstance(value, str) else getattr(value, "id", None)
        if not isinstance(known, str):
            continue
        if uow.rows.get(item, (known,)) is not None:
            return _of_item(uow, known)
        if uow.rows.get(meeting, (known,)) is not None:
            return Subject(_meeting(uow, known), known)
    return Subject()


def _of_item(uow: UnitOfWork, item_id: str) -> Subject:
    found, meeting_id = uow.agenda.item(item_id), uow.agenda.meeting_of(item_id)
    title = say("item {number}, {title}", number=found.number, title=found.title) if found.number else found.title
    return Subject(_meeting(uow, meeting_id), meeting_id, title, item_id, tuple(texts(found.entries)))


def _meeting(uow: UnitOfWork, meeting_id: str) -> str:
    details = uow.meetings.get(meeting_id)
    body = uow.bodies.get(details.body_id).name
    day = plain_date(details.date) if details.date else details.date_as_written
    return ", ".join(word for word in (body, day) if word)


def recovered(row: Waiting, about: Subject, file: Path, *, why: str | None = None) -> Recovered:
    """Say what a write brought back, or why it did not: what is new against the words that stood there before."""
    pieces = row.plain.splitlines()
    new = [piece for piece in pieces if piece not in about.held]
    count = Counter(" ".join(new).split()) - Counter(" ".join(about.held).split())
    return Recovered(
        what=what_it_was(row, about),
        at=row.at,
        words=count.total(),
        letters=sum(len(word) * times for word, times in count.items()),
        text="\n".join(new),
        meeting=about.meeting,
        meeting_id=about.meeting_id,
        item_id=about.item_id,
        why=why,
        file=file,
    )
