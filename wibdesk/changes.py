"""What a write changed, so that only the screens that show it refresh."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

BODIES, PEOPLE, MEETINGS, AGENDA = "bodies", "people", "meetings", "agenda"
ATTENDANCE, ENTRIES, ACTIONS, PLANS = "attendance", "entries", "actions", "plans"
STYLES, FILES = "styles", "files"
EVERYTHING = frozenset({BODIES, PEOPLE, MEETINGS, AGENDA, ATTENDANCE, ENTRIES, ACTIONS, PLANS, STYLES, FILES})
EXPORTS = "exports"
"""The record of what left the desk: no part of EVERYTHING, for no document and hardly a screen shows it."""


@dataclass(frozen=True)
class Changes:
    """Which kinds of record changed, and in which meeting or body when it was only one."""

    kinds: frozenset[str] = field(default_factory=frozenset)
    meeting_id: str | None = None
    body_id: str | None = None

    def touches(self, *kinds: str) -> bool:
        """Say whether any of these kinds changed."""
        return not self.kinds.isdisjoint(kinds)


def changed(*kinds: str, meeting_id: str | None = None, body_id: str | None = None) -> Changes:
    """Return the Changes that name these kinds."""
    return Changes(frozenset(kinds), meeting_id, body_id)


class Done(NamedTuple, Generic[T]):
    """What a writing verb returns: the record as it now is, and what changed."""

    value: T
    changes: Changes


@dataclass(frozen=True)
class SaveStatus:
    """How the disk stands: `saved_at` is the local time of the last durable commit, `trouble` a sentence or None."""

    saved_at: datetime | None = None
    trouble: str | None = None
    pending: bool = False
    unsaved_since: datetime | None = None
