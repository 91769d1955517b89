"""What a job does to the open register; undo and redo know the steps that were taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.steps import Steps
from wibdesk.store.undo import UndoStep, take_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from wibdesk.store.jobs import Job
    from wibdesk.store.session import Outcome, Session


class Performer:
    """Does one job after the other on a session, for the saver thread alone."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._undo, self._redo = Steps(), Steps()

    def perform(self, job: Job, let_through: Callable[[], None] | None = None) -> Any:
        """Do a job and return its value; TroubleError where the disk refuses, and then it may be done again.

        `let_through` is what a copy calls between two steps.
        """
        if job.kind == "read":
            return self.session.read(job.run).value
        if job.kind == "write":
            return self._remember(job, self.session.write(job.run, token=job.token, recording=job.words is not None))
        if job.kind == "copy":
            assert job.copy is not None
            assert let_through is not None
            return self.session.copy(job.copy, let_through)
        if job.kind == "pause":
            return None
        done, other = (self._undo, self._redo) if job.kind == "undo" else (self._redo, self._undo)
        step = self._take_back(job, done, other)
        assert job.shape is not None
        return job.shape(step.words, step.touched)

    def _remember(self, job: Job, outcome: Outcome) -> Any:
        changes = getattr(outcome.value, "changes", None)
        if getattr(changes, "forget", False):
            # What these steps hold had to be gone for good.
            self._undo.clear()
            self._redo.clear()
        elif job.words is not None and outcome.rows:
            self._undo.put(UndoStep(job.words, changes, outcome.rows))
            self._redo.clear()
        return outcome.value

    def _take_back(self, job: Job, done: Steps, other: Steps) -> UndoStep:
        if not done:
            raise UserError(say("There is nothing to {kind}.", kind=job.kind))
        step = done.newest
        try:
            outcome = self.session.write(lambda uow: take_back(uow.rows, step), token=job.token, recording=True)
        except UserError:
            done.drop()
            raise
        done.drop()
        other.put(UndoStep(step.words, step.touched, outcome.rows))
        return step
