"""The Desk: the only door of the screens and the command line to a register.

Making one is cheap: its saver thread imports the database and opens the file meanwhile.
"""

from __future__ import annotations

import atexit
import threading
from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from wibdesk.changes import EVERYTHING, Changes, Done, SaveStatus
from wibdesk.documents.styles import house_style
from wibdesk.errors import StoreError
from wibdesk.store.lock import forget, here, tell
from wibdesk.store.saver import Job, Saver

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from wibdesk.store.database import Database
    from wibdesk.store.door import Door, Handler
    from wibdesk.store.unit_of_work import UnitOfWork

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Undone:
    """A step that was taken back or done again: its words, and what changed."""

    words: str
    changes: Changes


def local_now() -> datetime:
    """Return the local time, with its offset."""
    return datetime.now().astimezone()


class Desk:
    """One open register. Every method may be called on any thread; futures are completed on the saver thread."""

    def __init__(
        self,
        register: Path,
        *,
        now: Callable[[], datetime] = local_now,
        on_status: Callable[[SaveStatus], None] | None = None,
        patience: int | None = None,
    ) -> None:
        """Begin to open the register: `opened` tells how that went.

        `on_status` may be called on any thread. With `patience`, a write that the disk refused so many times fails
        with StoreError instead of waiting on.
        """
        self.register = register.absolute()
        self.now = now
        self._on_status = on_status
        self._state = threading.Lock()
        self._status = SaveStatus()
        self._accepted: deque[datetime] = deque()
        self._info = here(now())
        self._door: Door | None = None
        self._closed = False
        self._saver = Saver(self.register, self._heard, shipped=house_style, now=now, patience=patience)
        self.opened: Future[None] = self._saver.opened
        atexit.register(self.close)

    @property
    def status(self) -> SaveStatus:
        """How the disk stands."""
        return self._status

    def write(
        self,
        verb: Callable[Concatenate[UnitOfWork, P], Done[T]],
        *args: Any,
        undo: str | None = None,
        **kwargs: Any,
    ) -> Future[Done[T]]:
        """Run a verb in one durable transaction; `undo` names the step, None for one that cannot be undone."""
        return self._accept(Job("write", lambda uow: verb(uow, *args, **kwargs), undo))

    def read(self, verb: Callable[Concatenate[UnitOfWork, P], T], *args: Any, **kwargs: Any) -> Future[T]:
        """Run a verb that changes nothing, after every write accepted before it."""
        return self._accept(Job("read", lambda uow: verb(uow, *args, **kwargs)))

    def copy(self, run: Callable[[Database, Callable[[], None]], T]) -> Future[T]:
        """Have the saver's thread copy the register: `run(database, between)`, calling `between()` after each step.

        Work that waits is done then. The future fails with StoreError where the copy had to give way.
        """
        return self._accept(Job("copy", copy=run))

    def undo(self) -> Future[Undone]:
        """Take the last step back; UserError where there is none, or where minutes typed since would go with it."""
        return self._accept(Job("undo", shape=_undone))

    def redo(self) -> Future[Undone]:
        """Do the last undone step again; UserError where there is none."""
        return self._accept(Job("redo", shape=_undone))

    def retry(self) -> None:
        """Try again at once to save what waits."""
        self._saver.retry()

    def serve(self, handler: Handler) -> None:
        """Take commands of the command line from now on, on a thread of their own, until the desk closes."""
        # Sockets are wanted once the first window stands.
        from wibdesk.store.door import Door  # noqa: PLC0415

        self.opened.result()
        self._door = Door(handler)
        tell(self.register, self._door.named_in(self._info))

    def close(self, *, wait: float | None = None) -> bool:
        """Store everything accepted, tidy up and let go of the register; nothing accepted is ever dropped.

        While the disk refuses it waits; with `wait`, it gives up after so many seconds, returns False, and the desk
        goes on trying in the background.
        """
        door, self._door = self._door, None
        if door is not None:
            # A command that is being carried out may still write, so the door closes before the register does.
            door.close(wait)
        with self._state:
            self._closed = True
        if not self._saver.finish(wait):
            self._closed = False
            if door is not None:
                self.serve(door.handler)
            return False
        atexit.unregister(self.close)
        return True

    def _accept(self, job: Job) -> Future[Any]:
        with self._state:
            if self._closed:
                job.future.set_exception(StoreError("The register is closed: open it again."))
                return job.future
            if job.writes:
                self._accepted.append(self.now())
                self._status = replace(self._status, pending=True, unsaved_since=self._accepted[0])
            self._saver.submit(job)
        if job.writes:
            self._tell_status()
        return job.future

    def _heard(self, event: str, detail: str | None) -> None:
        """Take note of what the saver reports, on its thread."""
        if event == "opened":
            tell(self.register, self._info)
        elif event == "closing":
            forget(self.register)
        else:
            with self._state:
                self._status = self._status_after(event, detail)
            self._tell_status()

    def _status_after(self, event: str, detail: str | None) -> SaveStatus:
        if event == "trouble":
            return replace(self._status, trouble=detail)
        if event in ("saved", "settled"):
            self._accepted.popleft()
        saved_at = self.now() if event == "saved" else self._status.saved_at
        since = self._accepted[0] if self._accepted else None
        return SaveStatus(saved_at, None, pending=since is not None, unsaved_since=since)

    def _tell_status(self) -> None:
        if self._on_status is not None:
            self._on_status(self._status)


def _undone(words: str, touched: Any) -> Undone:
    return Undone(words, touched if isinstance(touched, Changes) else Changes(EVERYTHING))
