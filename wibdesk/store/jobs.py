"""Work for the saver thread, and the queue in which it waits its turn."""

from __future__ import annotations

import threading
import time
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wibdesk.domain.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from wibdesk.store.database import Database
    from wibdesk.store.unit_of_work import UnitOfWork

WRITES = frozenset({"write", "undo", "redo"})
"""Kinds that change the register."""


@dataclass(eq=False)
class Job:
    """Work for the thread: `read`, `write`, `undo`, `redo`, `copy`, or `pause`, which only waits for its turn.

    `verb(uow, *args, **kwargs)` is what a read or a write does; `words` names the step for undo, None where it cannot
    be undone; `shape` makes the answer of an undo or redo of the step's words and of what it touched.
    `copy(database, between)` copies the register in steps: `between()` lets the work that waits through, and raises
    CopyStoppedError where the copy has to give way. `token` is what the register carries when the write is stored;
    `at` is when it was accepted, by the clerk's clock, and `since` by one that is never set (seconds).
    """

    kind: str
    verb: Callable[..., Any] | None = None
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    words: str | None = None
    shape: Callable[[str, Any], Any] | None = None
    copy: Callable[[Database, Callable[[], None]], Any] | None = None
    at: datetime | None = None
    token: str = field(default_factory=new_id)
    since: float = field(default_factory=time.monotonic)
    future: Future[Any] = field(default_factory=Future)

    @property
    def writes(self) -> bool:
        """Say whether it changes the register."""
        return self.kind in WRITES

    def run(self, uow: UnitOfWork) -> Any:
        """Do what a read or a write does."""
        assert self.verb is not None
        return self.verb(uow, *self.args, **self.kwargs)


class Jobs:
    """Jobs in order, for one thread that takes and many that put; None among them is the end."""

    def __init__(self) -> None:
        self._jobs: deque[Job | None] = deque()
        self._changed = threading.Condition()

    def put(self, job: Job | None) -> None:
        """Put a job behind the others."""
        with self._changed:
            self._jobs.append(job)
            self._changed.notify_all()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until a job is there; say whether one is."""
        with self._changed:
            return self._changed.wait_for(lambda: bool(self._jobs), seconds)

    def take(self) -> Job | None:
        """Take the first job; IndexError where there is none."""
        with self._changed:
            return self._jobs.popleft()

    def take_one(self, job: Job) -> None:
        """Take this job out of its turn."""
        with self._changed:
            self._jobs.remove(job)

    def waiting(self) -> tuple[Job | None, ...]:
        """Return what waits, in order."""
        with self._changed:
            return tuple(self._jobs)
