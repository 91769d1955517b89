"""Phrases that the clerk keeps ready, with slots for what differs each time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from wibdesk.domain.ids import new_id

SLOT = re.compile(r"\{(?P<name>[^\W\d_][\w ]*)\}")
"""A slot as it is typed: `{person}`, `{date}`, or any word of the clerk's in braces."""
PEOPLE = frozenset(("person", "presenter", "chair", "member", "name"))
"""Slots that are filled with somebody's name."""
NO_TIME = datetime(1, 1, 1)
"""Before any use."""


@dataclass(frozen=True)
class Slot:
    """A place to fill in a text: its name, and where its braces begin and end, in letters from 0."""

    name: str
    start: int
    end: int

    @property
    def wants_person(self) -> bool:
        """Say whether a name goes here."""
        return self.name.casefold() in PEOPLE


@dataclass(frozen=True)
class Phrase:
    """A sentence to put in, of one body or, with `body_id` None, of every body.

    `used_at` is the UTC time of its last use, None before the first; `uses` counts them.
    """

    name: str
    text: str
    body_id: str | None = None
    used_at: datetime | None = None
    uses: int = 0
    id: str = field(default_factory=new_id)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The places to fill, in order."""
        return slots_of(self.text)


def slots_of(text: str) -> tuple[Slot, ...]:
    """Return the slots of a text, in order."""
    return tuple(Slot(found["name"], found.start(), found.end()) for found in SLOT.finditer(text))


def recents_first(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Return the phrases as they are offered: the last used first, then a body's own, then the others, by name."""
    rest = sorted(phrases, key=lambda p: (p.body_id is None, p.name.casefold(), p.id))
    return tuple(sorted(rest, key=lambda p: (p.used_at or NO_TIME).replace(tzinfo=None), reverse=True))
