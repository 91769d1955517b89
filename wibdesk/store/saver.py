"""The one thread that owns the register: work queues in order, and what was accepted is never dropped.

Importing this module is cheap; the thread itself imports the database, so that a window can paint meanwhile.
"""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from wibdesk.errors import StoreError
from wibdesk.language import say
from wibdesk.store.jobs import Job, Jobs

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from wibdesk.domain.recovered import Recovered
    from wibdesk.store.encryption.cipher import Key
    from wibdesk.store.performing import Performer
    from wibdesk.store.rescue.rescuer import Rescuer
    from wibdesk.store.session import Session
    from wibdesk.store.shipped import Shipped

QUIET = 30.0
"""Seconds without work after which the journal is brought into the file."""
PAUSES = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0)
"""Seconds between tries while the disk refuses; the last one is for ever."""
READ_TRIES = 3
"""Times that a read is tried again: it can be asked for anew, while a write would be lost."""
AHEAD = 500
"""Writes that may wait before readings wait with them: each is done for the while of every reading."""


class CopyStoppedError(StoreError):
    """A copy was given up because saving, or the end of the desk, came first."""


class Saver:
    """Runs jobs one after the other on its own thread.

    `report(event, detail)` is told, on that thread: `held` and `released` (the register's lock), `saved`, `settled` (a
    write that came to nothing), `mended` (a read after trouble), and `trouble` with a sentence. `patience` is how many
    times a write is tried again while the disk refuses; None for ever. `shipped` gives the shipped house styles by
    name, `now` the time.
    `secret` is the passphrase or recovery key of an encrypted register; it is forgotten once it has given the `key`.
    `rescuer` keeps what waits in a second place; `recovered` is what it brought back from an earlier desk. With
    `reading`, a private copy of the register is opened, which goes in the end. `driver` is the DB-API module, None for
    the usual one.
    """

    def __init__(  # noqa: PLR0913 - all that a register is opened with
        self,
        path: Path,
        report: Callable[[str, str | None], None],
        rescuer: Rescuer,
        *,
        shipped: Shipped,
        now: Callable[[], datetime],
        patience: int | None = None,
        secret: str | None = None,
        reading: bool = False,
        driver: Any = None,
    ) -> None:
        self._path = path
        self._secret = secret
        self.key: Key | None = None
        self.recovered: tuple[Recovered, ...] = ()
        self.remarks: tuple[str, ...] = ()
        self._shipped = shipped
        self._now = now
        self._report = report
        self._rescuer = rescuer
        self._patience = patience
        self._reading, self._driver = reading, driver
        self._troubled = self._held = False
        self._jobs = Jobs()
        self._wake, self._again = threading.Event(), threading.Event()
        self._first: Job | None = None
        self._later: list[Job] = []
        self.opened: Future[None] = Future()
        self.opened.set_running_or_notify_cancel()
        self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
        self._thread.start()

    def submit(self, job: Job) -> Future[Any]:
        """Accept a job; from here on it cannot be cancelled or lost."""
        job.future.set_running_or_notify_cancel()
        if job.writes:
            self._rescuer.accepted(job)
        self._jobs.put(job)
        self._wake.set()
        return job.future

    def retry(self) -> None:
        """Try again now rather than after the pause."""
        self._again.set()
        self._wake.set()

    def finish(self, wait: float | None) -> bool:
        """End the thread when all its work is done; where that takes longer than `wait` seconds it goes on, False."""
        if self._thread.is_alive():
            last = self.submit(Job("pause"))
            self.retry()
            try:
                last.exception(wait)
            except TimeoutError:
                return False
            self._jobs.put(None)
            self._thread.join()
        return True

    def _run(self) -> None:
        # Imported here, on this thread: SQLAlchemy takes a good part of a start, and the window should paint first.
        from wibdesk.store.copies.reading_copy import place  # noqa: PLC0415

        try:
            with place(self._path, reading=self._reading) as path:
                performer = self._open(path)
                try:
                    self._work(performer)
                except BaseException as error:
                    # A bug, but whoever waits is told rather than left waiting for ever.
                    self._refuse_all(error)
                    raise
                finally:
                    self._rescuer.end()
                    self._release(performer.session)
        except BaseException as error:
            if self.opened.done():
                raise
            self.opened.set_exception(error)
            self._refuse_all(error)

    def _open(self, path: Path) -> Performer:
        from wibdesk.store.database import Database  # noqa: PLC0415 - as above
        from wibdesk.store.encryption.unlocking import key_for  # noqa: PLC0415 - as above
        from wibdesk.store.performing import Performer  # noqa: PLC0415 - as above
        from wibdesk.store.places import remarks  # noqa: PLC0415 - as above
        from wibdesk.store.session import Session  # noqa: PLC0415 - as above
        from wibdesk.store.unit_of_work import load_for_typing  # noqa: PLC0415 - as above

        secret, self._secret = self._secret, None
        self.remarks = remarks(self._path)
        self.key = key_for(path, secret)
        driver = {"driver": self._driver} if self._driver is not None else {}
        database = Database(path, self.key, **driver)
        database.when_held = self._hold
        session = Session(database, self._shipped, self._now)
        try:
            session.open()
            performer = Performer(session)
            self.recovered = self._rescuer.begin(path, performer)
        except BaseException:
            self._release(session)
            raise
        self.opened.set_result(None)
        with suppress(ImportError, OSError):  # no more than a start made sooner: each is loaded when it is asked for
            load_for_typing()
        return performer

    def _hold(self) -> None:
        self._held = True
        self._report("held", None)

    def _release(self, session: Session) -> None:
        if self._held:
            self._report("released", None)
        session.close()

    def _refuse_all(self, error: BaseException) -> None:
        while self._jobs.wait() and (job := self._jobs.take()) is not None:
            self._settle(job, "settled")
            job.future.set_exception(error)

    def _work(self, performer: Performer) -> None:
        unsettled = False
        while True:
            if not self._jobs.wait(QUIET if unsettled else None):
                performer.session.checkpoint()
                unsettled = False
                continue
            job = self._jobs.take()
            if job is None:
                return
            self._do(performer, job)
            if job.kind == "copy":
                self._go_on(performer)
            unsettled = True

    def _let_through(self, performer: Performer) -> None:
        """Do what waits, between two steps of a copy; what would need the file opened anew stops the copy."""
        while self._jobs.wait(0):
            job = self._jobs.take()
            if job is None:
                self._jobs.put(None)
                raise CopyStoppedError(say("The desk was closed before the copy was whole: the next start makes one."))
            if job.kind == "copy":
                self._later.append(job)
            elif not self._do(performer, job, copying=True):
                self._first = job
                raise CopyStoppedError(say("The disk refused while the copy was made: it is made again later."))

    def _go_on(self, performer: Performer) -> None:
        """Do what a copy left undone: the work that stopped it, and the copies that waited for it."""
        first, self._first = self._first, None
        later, self._later = self._later, []
        if first is not None:
            self._do(performer, first, refused=True)
        for job in later:
            self._jobs.put(job)

    def _do(self, performer: Performer, job: Job, *, copying: bool = False, refused: bool = False) -> bool:
        """Do a job and tell who waits for it; False, with nobody told, where the disk refused while copying.

        `refused` says that the disk refused it before.
        """
        # Imported by now, free of cost.
        from wibdesk.store.session import TroubleError  # noqa: PLC0415

        value: Any = None
        trouble: BaseException | None = None
        try:
            value = performer.perform(job) if copying else self._persist(performer, job, tries=int(refused))
        except TroubleError as error:
            if copying:
                return False
            trouble = error
        except BaseException as error:
            trouble = error
        if job.writes:
            self._rescuer.settled(job, performer.session.token)
        try:
            self._settle(job, "saved" if trouble is None else "settled")
        finally:
            if trouble is None:
                job.future.set_result(value)
            else:
                job.future.set_exception(trouble)
        return True

    def _settle(self, job: Job, event: str) -> None:
        if job.writes or self._troubled:
            self._report(event if job.writes else "mended", None)
        self._troubled = False

    def _persist(self, performer: Performer, job: Job, *, tries: int) -> Any:
        from wibdesk.store.session import TroubleError  # noqa: PLC0415 - imported by now, free of cost

        while True:
            try:
                if tries:
                    performer.session.mend()
                return performer.perform(job, lambda: self._let_through(performer))
            except TroubleError as error:
                tries += 1
                patience = self._patience if job.writes else READ_TRIES if job.kind == "read" else 0
                if patience is not None and tries > patience:
                    performer.session.give_up()
                    raise StoreError(str(error)) from error
                self._troubled = True
                self._rescuer.hurry()
                self._report("trouble", str(error))
                self._rest(performer, job, PAUSES[min(tries, len(PAUSES)) - 1])

    def _rest(self, performer: Performer, job: Job, seconds: float) -> None:
        """Let some time pass before the next try, and answer who only reads meanwhile."""
        until = time.monotonic() + seconds
        while not self._again.is_set() and (left := until - time.monotonic()) > 0:
            if job.kind == "write":
                self._answer(performer, job)
            self._wake.wait(left)
            self._wake.clear()
        self._again.clear()

    def _answer(self, performer: Performer, job: Job) -> None:
        """Answer the readings that wait, each as if what was accepted before it were stored.

        Where the open file cannot be read any more, or what waits cannot be foreseen, they wait on.
        """
        from wibdesk.store.session import TroubleError  # noqa: PLC0415 - imported by now, free of cost

        ahead = [job.run]
        for waiting in self._jobs.waiting():
            if waiting is None or waiting.kind in ("undo", "redo") or len(ahead) > AHEAD:
                return
            if waiting.kind == "write":
                ahead.append(waiting.run)
            elif waiting.kind == "read":
                try:
                    value = performer.session.read(waiting.run, ahead).value
                except TroubleError:
                    return
                except BaseException as error:
                    self._jobs.take_one(waiting)
                    waiting.future.set_exception(error)
                else:
                    self._jobs.take_one(waiting)
                    waiting.future.set_result(value)
