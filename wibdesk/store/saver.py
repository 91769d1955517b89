"""The one thread that owns the register: work queues in order, and what was accepted is never dropped.

Importing this module is cheap; the thread itself imports the database, so that a window can paint meanwhile.
"""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wibdesk.errors import StoreError, UserError
from wibdesk.store.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from wibdesk.store.database import Database
    from wibdesk.store.house_styles import Shipped
    from wibdesk.store.session import Outcome, Session
    from wibdesk.store.undo import UndoStep
    from wibdesk.store.unit_of_work import UnitOfWork

QUIET = 30.0
"""Seconds without work after which the journal is brought into the file."""
PAUSES = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0)
"""Seconds between tries while the disk refuses; the last one is for ever."""
READ_TRIES = 3
"""Times that a read is tried again: it can be asked for anew, while a write would be lost."""


class CopyStoppedError(StoreError):
    """A copy was given up because saving, or the end of the desk, came first."""


@dataclass
class Job:
    """Work for the thread: read, write, undo, redo or copy.

    `words` names the step for undo, None where it cannot be undone; `shape` makes the answer of an undo or redo of the
    step's words and of what it touched. `copy(database, between)` copies the register in steps: `between()` lets the
    work that waits through, and raises CopyStoppedError where the copy has to give way.
    """

    kind: str
    run: Callable[[UnitOfWork], Any] | None = None
    words: str | None = None
    shape: Callable[[str, Any], Any] | None = None
    copy: Callable[[Database, Callable[[], None]], Any] | None = None
    future: Future[Any] = field(default_factory=Future)

    @property
    def writes(self) -> bool:
        """Say whether it changes the register."""
        return self.kind not in ("read", "copy")


class Saver:
    """Runs jobs one after the other on its own thread.

    `report(event, detail)` is told, on that thread: `opened`, `closing`, `saved`, `settled` (a write that came to
    nothing), `mended` (a read after trouble), and `trouble` with a sentence. `patience` is how many times a write is
    tried again while the disk refuses; None for ever. `shipped` gives the shipped house styles by name, `now` the time.
    """

    def __init__(
        self,
        path: Path,
        report: Callable[[str, str | None], None],
        *,
        shipped: Shipped,
        now: Callable[[], datetime],
        patience: int | None = None,
    ) -> None:
        self._path = path
        self._shipped = shipped
        self._now = now
        self._report = report
        self._patience = patience
        self._troubled = False
        self._jobs: queue.Queue[Job | None] = queue.Queue()
        self._wake = threading.Event()
        self._undo, self._redo = Steps(), Steps()
        self._first: Job | None = None
        self._later: list[Job] = []
        self.opened: Future[None] = Future()
        self.opened.set_running_or_notify_cancel()
        self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
        self._thread.start()

    def submit(self, job: Job) -> Future[Any]:
        """Accept a job; from here on it cannot be cancelled or lost."""
        job.future.set_running_or_notify_cancel()
        self._jobs.put(job)
        return job.future

    def retry(self) -> None:
        """Try again now rather than after the pause."""
        self._wake.set()

    def finish(self, wait: float | None) -> bool:
        """End the thread when all its work is done; where that takes longer than `wait` seconds it goes on, False."""
        if self._thread.is_alive():
            last = self.submit(Job("read", lambda uow: None))
            self._wake.set()
            try:
                last.exception(wait)
            except TimeoutError:
                return False
            self._jobs.put(None)
            self._thread.join()
        return True

    def _run(self) -> None:
        # Imported here, on this thread: SQLAlchemy takes a good part of a start, and the window should paint first.
        from wibdesk.store.database import Database  # noqa: PLC0415
        from wibdesk.store.session import Session  # noqa: PLC0415

        try:
            session = Session(Database(self._path), self._shipped, self._now)
            session.open()
        except BaseException as error:
            self.opened.set_exception(error)
            self._refuse_all(error)
            return
        self._report("opened", None)
        self.opened.set_result(None)
        try:
            self._work(session)
        except BaseException as error:
            # A bug, but whoever waits is told rather than left waiting for ever.
            self._refuse_all(error)
            raise
        finally:
            self._report("closing", None)
            session.close()

    def _refuse_all(self, error: BaseException) -> None:
        while (job := self._jobs.get()) is not None:
            self._settle(job, "settled")
            job.future.set_exception(error)

    def _work(self, session: Session) -> None:
        unsettled = False
        while True:
            try:
                job = self._jobs.get(timeout=QUIET if unsettled else None)
            except queue.Empty:
                session.checkpoint()
                unsettled = False
                continue
            if job is None:
                return
            self._do(session, job)
            if job.kind == "copy":
                self._go_on(session)
            unsettled = True

    def _let_through(self, session: Session) -> None:
        """Do what waits, between two steps of a copy; what would need the file opened anew stops the copy."""
        while True:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return
            if job is None:
                self._jobs.put(None)
                raise CopyStoppedError("The desk was closed before the copy was whole: the next start makes one.")
            if job.kind == "copy":
                self._later.append(job)
            elif not self._do(session, job, copying=True):
                self._first = job
                raise CopyStoppedError("The disk refused while the copy was made: it is made again later.")

    def _go_on(self, session: Session) -> None:
        """Do what a copy left undone: the work that stopped it, and the copies that waited for it."""
        first, self._first = self._first, None
        later, self._later = self._later, []
        if first is not None:
            self._do(session, first, refused=True)
        for job in later:
            self._jobs.put(job)

    def _do(self, session: Session, job: Job, *, copying: bool = False, refused: bool = False) -> bool:
        """Do a job and tell who waits for it; False, with nobody told, where the disk refused while copying.

        `refused` says that the disk refused it before.
        """
        # Imported by now, free of cost.
        from wibdesk.store.session import TroubleError  # noqa: PLC0415

        value: Any = None
        trouble: BaseException | None = None
        try:
            value = self._try(session, job) if copying else self._persist(session, job, tries=int(refused))
        except TroubleError as error:
            if copying:
                return False
            trouble = error
        except BaseException as error:
            trouble = error
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

    def _persist(self, session: Session, job: Job, *, tries: int) -> Any:
        from wibdesk.store.session import TroubleError  # noqa: PLC0415 - imported by now, free of cost

        while True:
            try:
                if tries:
                    session.mend()
                return self._try(session, job)
            except TroubleError as error:
                tries += 1
                patience = self._patience if job.writes else READ_TRIES if job.kind == "read" else 0
                if patience is not None and tries > patience:
                    session.give_up()
                    raise StoreError(str(error)) from error
                self._troubled = True
                self._report("trouble", str(error))
                self._wake.wait(PAUSES[min(tries, len(PAUSES)) - 1])
                self._wake.clear()

    def _try(self, session: Session, job: Job) -> Any:
        if job.kind == "read":
            assert job.run is not None
            return session.read(job.run).value
        if job.kind == "copy":
            assert job.copy is not None
            return session.copy(job.copy, lambda: self._let_through(session))
        if job.kind == "write":
            assert job.run is not None
            return self._remember(job, session.write(job.run, recording=job.words is not None))
        done, other = (self._undo, self._redo) if job.kind == "undo" else (self._redo, self._undo)
        step = self._take_back(session, job.kind, done, other)
        assert job.shape is not None
        return job.shape(step.words, step.touched)

    def _remember(self, job: Job, outcome: Outcome) -> Any:
        if job.words is not None and outcome.rows:
            from wibdesk.store.undo import UndoStep  # noqa: PLC0415 - imported by now, free of cost

            self._undo.put(UndoStep(job.words, getattr(outcome.value, "changes", None), outcome.rows))
            self._redo.clear()
        return outcome.value

    def _take_back(self, session: Session, kind: str, done: Steps, other: Steps) -> UndoStep:
        from wibdesk.store.undo import UndoStep, take_back  # noqa: PLC0415 - imported by now, free of cost

        if not done:
            raise UserError(f"There is nothing to {kind}.")
        step = done.newest
        try:
            outcome = session.write(lambda uow: take_back(uow.rows, step), recording=True)
        except UserError:
            done.drop()
            raise
        done.drop()
        other.put(UndoStep(step.words, step.touched, outcome.rows))
        return step
