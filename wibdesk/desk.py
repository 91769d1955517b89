"""The Desk: the only door of the screens and the command line to a register.

Making one is cheap: its saver thread imports the database and opens the file meanwhile.
"""

from __future__ import annotations

import atexit
import threading
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from wibdesk.changes import EVERYTHING, Changes, Done
from wibdesk.errors import StoreError, UserError
from wibdesk.language import later, say
from wibdesk.paths import own_path
from wibdesk.safety.rescuing import verb_named
from wibdesk.standing import Standing
from wibdesk.store.compacting import compact
from wibdesk.store.jobs import Job
from wibdesk.store.lock import come_forward, forget, here, tell
from wibdesk.store.rescue.rescuer import Rescuer
from wibdesk.store.saver import Saver
from wibdesk.store.shipped import Shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from wibdesk.changes import SaveStatus
    from wibdesk.domain.house_style import HouseStyle
    from wibdesk.domain.paper_words import PaperWords
    from wibdesk.domain.recovered import Recovered
    from wibdesk.store.database import Database
    from wibdesk.store.door import Door, Handler, Raised
    from wibdesk.store.encryption.cipher import Key
    from wibdesk.store.unit_of_work import UnitOfWork

__all__ = ["Desk", "Undone", "come_forward", "local_now"]

P = ParamSpec("P")
T = TypeVar("T")

READ_ONLY = later("This is a copy to read, so nothing in it can be changed: open the register itself to go on with it.")


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

    def __init__(  # noqa: PLR0913 - all that a register is opened with
        self,
        register: Path,
        *,
        now: Callable[[], datetime] = local_now,
        on_status: Callable[[SaveStatus], None] | None = None,
        patience: int | None = None,
        secret: str | None = None,
        rescue: Sequence[Path] = (),
        read_only: bool = False,
        driver: Any = None,
    ) -> None:
        """Begin to open the register: `opened` tells how that went.

        `on_status` may be called on any thread. With `patience`, a write that the disk refused so many times fails
        with StoreError instead of waiting on. `secret` is the passphrase, or the recovery key, of an encrypted
        register; where there is no register yet, an encrypted one is made. Missing or wrong, `opened` fails with
        LockedError. `rescue` are folders, best first, where what waits for a disk that refuses is kept meanwhile, and
        from where the next desk on this register brings it back. With `read_only` not a byte of the register changes,
        whoever has it open: a private copy is read, and every write is refused. `driver` is a DB-API module in place of
        the desk's own.
        """
        self.register = own_path(register)
        self.now = now
        self._state = threading.Lock()
        self._standing = Standing(now, on_status)
        self._info = here(now())
        self._door: Door | None = None
        self._closed = False
        self.read_only = read_only
        # Whoever sends mail holds it, so that no two do: what is being handed over, while it is free, was cut short.
        self.sending = threading.Lock()
        self._rescuer = Rescuer(() if read_only else rescue, self._standing.kept_in, verb_named)
        self._saver = Saver(
            self.register,
            self._heard,
            self._rescuer,
            shipped=Shipped(_style, _words),
            now=now,
            patience=patience,
            secret=secret,
            reading=read_only,
            driver=driver,
        )
        self.opened: Future[None] = self._saver.opened
        atexit.register(self.close)

    @property
    def key(self) -> Key | None:
        """What opens an encrypted register, from `opened` on; None for a plain one."""
        return self._saver.key

    @property
    def recovered(self) -> tuple[Recovered, ...]:
        """What rescue files brought back, or kept for the clerk, when the register was opened."""
        return self._saver.recovered

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the clerk should know of the place where the register lies, from `opened` on; a sentence each."""
        return self._saver.remarks

    @property
    def status(self) -> SaveStatus:
        """How the disk stands."""
        return self._standing.status

    def write(
        self,
        verb: Callable[Concatenate[UnitOfWork, P], Done[T]],
        *args: Any,
        undo: str | None = None,
        **kwargs: Any,
    ) -> Future[Done[T]]:
        """Run a verb in one durable transaction; `undo` names the step, None for one that cannot be undone."""
        return self._accept(Job("write", verb, args, kwargs, undo))

    def read(self, verb: Callable[Concatenate[UnitOfWork, P], T], *args: Any, **kwargs: Any) -> Future[T]:
        """Run a verb that changes nothing, after every write accepted before it.

        While the disk refuses those, it is answered as if they were stored, as far as the register can be read.
        """
        return self._accept(Job("read", verb, args, kwargs))

    def stored(self) -> Future[None]:
        """Return what is done when every write accepted so far is on the disk, or was refused."""
        return self._accept(Job("pause"))

    def copy(self, run: Callable[[Database, Callable[[], None]], T]) -> Future[T]:
        """Have the saver's thread copy the register: `run(database, between)`, calling `between()` after each step.

        Work that waits is done then. The future fails with StoreError where the copy had to give way.
        """
        return self._accept(Job("copy", copy=run))

    def compact(self) -> Future[None]:
        """Write the register anew without what was deleted, as after private notes were wiped."""
        return self.copy(compact)

    def fill_search(self) -> Future[float]:
        """Fill in a slice of the index for searching, a few milliseconds; give the share that is ready, 0 to 1."""
        # It brings the database with it, which the first paint does not wait for.
        from wibdesk.store.search_filling import fill_slice  # noqa: PLC0415

        return self.copy(fill_slice)

    def undo(self) -> Future[Undone]:
        """Take the last step back; UserError where there is none, or where minutes typed since would go with it."""
        return self._accept(Job("undo", shape=_undone))

    def redo(self) -> Future[Undone]:
        """Do the last undone step again; UserError where there is none."""
        return self._accept(Job("redo", shape=_undone))

    def retry(self) -> None:
        """Try again at once to save what waits."""
        self._saver.retry()

    def forget_recovered(self) -> None:
        """Take away the rescue files of what was told and not put back: the clerk has the words."""
        self._rescuer.forget([each.file for each in self.recovered if each.file is not None and not each.put_back])

    def serve(self, handler: Handler, raised: Raised | None = None) -> None:
        """Take commands of the command line from now on, on a thread of their own, until the desk closes.

        `raised` is called, on that thread, when another start asks this desk to come to the front, with
        the files that it was given. Where the system
        gives no socket the desk works on without.
        """
        # Sockets are wanted once the first window stands.
        from wibdesk.store.door import Door  # noqa: PLC0415

        self.opened.result()
        try:
            self._door = Door(handler, raised)
        except OSError:
            return
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
                self.serve(door.handler, door.raised)
            return False
        atexit.unregister(self.close)
        return True

    def let_go(self) -> bool:
        """Let the process end although the disk refuses, where all that waits is in a rescue file; say whether it may.

        The next desk on this register brings it back.
        """
        if self.status.safe:
            atexit.unregister(self.close)
        return self.status.safe

    def _accept(self, job: Job) -> Future[Any]:
        with self._state:
            if self._closed:
                job.future.set_exception(StoreError(say("The register is closed: open it again.")))
                return job.future
            if job.writes and self.read_only:
                job.future.set_exception(UserError(say(READ_ONLY)))
                return job.future
            if job.writes:
                self._standing.accept(job)
            self._saver.submit(job)
        if job.writes:
            self._standing.tell()
        return job.future

    def _heard(self, event: str, detail: str | None) -> None:
        """Take note of what the saver reports, on its thread."""
        if event not in ("held", "released"):
            self._standing.hear(event, detail)
        elif not self.read_only:
            door = self._door
            if event == "released":
                forget(self.register)
            else:
                tell(self.register, self._info if door is None else door.named_in(self._info))


# The caret does not wait for what is shipped for papers: it is loaded when it is first asked for.


def _style(name: str | None) -> HouseStyle:
    from wibdesk.documents.styles import house_style  # noqa: PLC0415 - see above

    return house_style(name)


def _words(language: str) -> PaperWords:
    from wibdesk.documents.paper_language import words_in  # noqa: PLC0415 - see above

    return words_in(language)


def _undone(words: str, touched: Any) -> Undone:
    return Undone(words, touched if isinstance(touched, Changes) else Changes(EVERYTHING))
