"""What a write changed, so that only the screens that show it refresh."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

BODIES, PEOPLE, MEETINGS, AGENDA = "bodies", "people", "meetings", "agenda"
ATTENDANCE, ENTRIES, ACTIONS, PLANS = "attendance", "entries", "actions", "plans"
STYLES, FILES, BIN, CONFLICTS = "styles", "files", "bin", "conflicts"
EVERYTHING = frozenset(
    {BODIES, PEOPLE, MEETINGS, AGENDA, ATTENDANCE, ENTRIES, ACTIONS, PLANS, STYLES, FILES, BIN, CONFLICTS}
)
EXPORTS = "exports"
"""The record of what left the desk: no part of EVERYTHING, for no document and hardly a screen shows it."""
TERMS, PHRASES = "terms", "phrases"
"""What helps with the typing: no part of EVERYTHING either, for no document shows it."""
VIEWS = "views"
"""The kept views of the log: no document shows them."""

MAIL = "mail"
"""What leaves by e-mail, to whom, and in which words: no document shows it either."""


@dataclass(frozen=True)
class Changes:
    """Which kinds of record changed, and in which meeting or body when it was only one.

    With `forget`, no step of before can be undone any more: it would hold what had to be gone for good.
    """

    kinds: frozenset[str] = field(default_factory=frozenset)
    meeting_id: str | None = None
    body_id: str | None = None
    forget: bool = False

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
    """How the disk stands: `saved_at` is the local time of the last durable commit, `trouble` a sentence or None.

    `pending` says that something waits, `unsaved_since` since when; `stalled` that it has waited for over a second,
    with or without trouble. Of the `waiting` writes, `kept` are meanwhile in the file `rescued`; `unrescued` is a
    sentence where no folder takes that file.
    """

    saved_at: datetime | None = None
    trouble: str | None = None
    pending: bool = False
    unsaved_since: datetime | None = None
    stalled: bool = False
    waiting: int = 0
    kept: int = 0
    rescued: Path | None = None
    unrescued: str | None = None

    @property
    def safe(self) -> bool:
        """Say whether nothing is lost if the process ends now: what waits, if anything, is in the rescue file."""
        return self.kept == self.waiting
