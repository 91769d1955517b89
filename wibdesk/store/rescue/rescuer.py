"""Keeps what waits too long in a second place, on a thread of its own: the saver's may hang in the disk for ever.

Importing this module is cheap; its thread begins with the register.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from wibdesk.domain.recovered import Recovered
    from wibdesk.store.jobs import Job
    from wibdesk.store.performing import Performer
    from wibdesk.store.rescue.keeping import Keeper

Verbs = Callable[[str], "Callable[..., Any] | None"]
"""Gives the verb of a dotted name, as `wibdesk.services.people:add_person`; None where there is none."""

RESCUED_AFTER = 0.5
"""Seconds that a write may wait before it is kept in a second place too; in trouble it is at once."""
STALLED_AFTER = 1.0
"""Seconds that a write may wait before saving counts as stalled."""
PAUSE = 2.0
"""Seconds between tries while no folder takes the file."""
LAST_WAIT = 5.0
"""Seconds that a closing desk waits for its rescue file to go."""


@dataclass(frozen=True)
class Refuge:
    """Where the words that wait are kept: a file, or a sentence where no folder takes one; neither where none wait.

    `tokens` are those of the writes in the file.
    """

    file: Path | None = None
    trouble: str | None = None
    tokens: frozenset[str] = frozenset()


class Rescuer:
    """Watches the writes that wait; what waits too long goes into a rescue file, which goes when all is stored.

    `folders` are where that file may be kept, best first; `verbs` finds a verb again by its name. `report` is told, on
    the rescuer's thread, where the words are kept, and once more when a write begins to count as stalled.
    """

    def __init__(self, folders: Sequence[Path], report: Callable[[Refuge], None], verbs: Verbs) -> None:
        self._folders, self._report, self._verbs = tuple(folders), report, verbs
        self._changed = threading.Condition()
        self._waiting: dict[str, Job] = {}
        self._base = ""
        self._changes, self._kept_changes = 0, 0
        self._refuge = Refuge()
        self._hurried = self._ended = False
        self._told_of: str | None = None
        self._not_before = 0.0
        self._done_with: list[Path] = []
        self._thread: threading.Thread | None = None

    def begin(self, register: Path, performer: Performer) -> tuple[Recovered, ...]:
        """Bring back what earlier desks kept of this register, then watch; called on the saver's thread.

        TroubleError where the register does not take what was kept: that stays where it is.
        """
        # The saver's thread has imported the database by now; the window's never waits for it.
        from wibdesk.store.rescue.bringing_back import bring_back  # noqa: PLC0415
        from wibdesk.store.rescue.keeping import Keeper, Owner  # noqa: PLC0415

        told = bring_back(self._folders, register, performer, self._verbs)
        database = performer.session.database
        keeper = Keeper(self._folders, Owner(str(database.identity), register, database.key), self._verbs)
        self._base = performer.session.token
        thread = threading.Thread(target=self._watch, args=(keeper,), name="rescuer", daemon=True)
        try:
            thread.start()
        except RuntimeError:
            # Python 3.12 starts no thread once the process is ending: closing stores what waits, and nobody need watch.
            keeper.close()
            return told
        self._thread = thread
        return told

    def accepted(self, job: Job) -> None:
        """Take note of a write that waits from now on."""
        with self._changed:
            self._waiting[job.token] = job
            self._changes += 1
            self._wake()

    def settled(self, job: Job, stored: str) -> None:
        """Take note that a write waits no more; `stored` is the token of the last one that is in the register."""
        with self._changed:
            self._waiting.pop(job.token, None)
            self._base = stored
            self._changes += 1
            self._hurried = self._hurried and bool(self._waiting)
            self._wake()

    def hurry(self) -> None:
        """Keep what waits at once: the disk refuses."""
        with self._changed:
            self._hurried = True
            self._changed.notify_all()

    def forget(self, files: Sequence[Path]) -> None:
        """Take away rescue files whose words nobody wants any more."""
        with self._changed:
            self._done_with.extend(files)
            self._changed.notify_all()

    def end(self) -> None:
        """Take the rescue file away; where writes still wait, which only a bug leaves behind, it stays with them."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(LAST_WAIT)

    def _wake(self) -> None:
        """Wake the thread where it may sleep for ever, or has a file that is to change: rarely, while all is well."""
        if len(self._waiting) == 1 or self._refuge != Refuge():
            self._changed.notify_all()

    def _watch(self, keeper: Keeper) -> None:
        ended = False
        while not ended:
            with self._changed:
                while not self._ended and not self._done_with and (left := self._seconds_left()) > 0:
                    self._changed.wait(None if left == math.inf else left)
                ended, changes, base = self._ended, self._changes, self._base
                waiting, done_with = tuple(self._waiting.values()), tuple(self._done_with)
                due = ended or self._keeping_due() <= time.monotonic()
                self._done_with.clear()
                self._told_of = waiting[0].token if waiting and self._stalled(waiting[0]) else self._told_of
            keeper.forget(done_with)
            refuge = keeper.keep(base, waiting) if due else self._refuge
            with self._changed:
                self._refuge = refuge
                if due and refuge.trouble is None:
                    self._kept_changes = changes
                self._not_before = time.monotonic() + PAUSE if refuge.trouble else 0.0
            if not ended:
                self._report(refuge)
        keeper.close()

    def _seconds_left(self) -> float:
        """Return the seconds until there is something to do."""
        oldest = next(iter(self._waiting.values()), None)
        due = self._keeping_due()
        if oldest is not None and oldest.token != self._told_of:
            due = min(due, oldest.since + STALLED_AFTER)
        return due - time.monotonic()

    def _keeping_due(self) -> float:
        """Return when the file is to be brought up to date, by the clock that is never set."""
        oldest = next(iter(self._waiting.values()), None)
        if not self._folders or self._kept_changes == self._changes:
            return math.inf
        if self._refuge.file is not None or (oldest is not None and self._hurried):
            return self._not_before
        return max(self._not_before, oldest.since + RESCUED_AFTER) if oldest is not None else math.inf

    def _stalled(self, job: Job) -> bool:
        return time.monotonic() >= job.since + STALLED_AFTER
