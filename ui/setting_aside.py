"""Lets go of the register for work that needs it closed, then opens it again in the same window."""

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject

from ui.closed_work import ClosedWork
from ui.opening_place import Notice, Way
from ui.place import Where
from wibdesk.errors import StoreError, UserError
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.app import Workbench
    from ui.opening_place import OpeningPlace
    from wibdesk.desk import Desk

PATIENCE = 10.0
"""Seconds that the disk may take to store what was typed before the register is let go of."""
COPY = later("This is a copy to read, so nothing in it can be changed: open the register itself first.")
PAGE, PLACE = "opening", "safe_keeping"
WORDS = later(
    "Everything typed is stored. The register opens again by itself when this is done; leave the window open."
)


class NotLetGoError(StoreError):
    """The disk has not taken everything that was typed, so the register stays open."""


class SettingAside(QObject):
    """Works one thing at a time: stores what was typed, closes the register, has the work done, opens it again."""

    def __init__(self, bench: "Workbench") -> None:
        super().__init__(bench)
        self.bench, self.context = bench, bench.context
        self.work: ClosedWork | None = None
        self.said: str | BaseException = ""
        bench.opening.opened.connect(self._opened)

    def begin(self, work: ClosedWork) -> None:
        """Let go of the register and have the work done on a worker."""
        if self.work is not None:
            return
        if self.bench.start.reading is not None:
            self.context.messages.tell(UserError(say(COPY)))
            return
        kept = self.bench.keep_all()
        if not kept.everything:
            self.context.messages.tell(StoreError(say("First your words must be on the disk. {kept}", kept=kept.words)))
            return
        self.work = work
        bench, desk, context = self.bench, self.context.desk, self.context
        if bench.locking.idle.timer.isActive():
            bench.locking.idle.stop()
        if context.backing_up is not None:
            context.backing_up.close()
        if context.delivering is not None:
            context.delivering.close()
        if context.getting_ready is not None:
            context.getting_ready.close()
        context.tasks.forget()
        bench.window.drop_places()
        bench.window.bar(PAGE)
        page = cast("OpeningPlace", bench.window.places[PAGE])
        page.show_notice(Notice(work.words, say(WORDS), self._ways(work, page)))
        context.tasks.run(_done, desk, work, on_done=self._done, on_error=self._failed)

    def _ways(self, work: ClosedWork, page: "OpeningPlace") -> "tuple[Way, ...]":
        """Offer to stop what can be stopped."""
        if work.stop is None:
            return ()
        stop = work.stop

        def end() -> None:
            stop()
            page.show_notice(Notice(say("Stopping"), say(WORDS)))

        return (Way("x", say("Stop it"), say("The register stays as it was, and opens again."), end),)

    def _done(self, made: Any) -> None:
        work = self.work
        if work is not None and work.onward:
            self.context.desk = None  # type: ignore[assignment]  # it is closed, and another window opens
            self.bench.move(*made)
        elif work is not None:
            self._open_again(work.after, work.done)

    def _failed(self, error: BaseException) -> None:
        work = self.work
        if isinstance(error, NotLetGoError):
            self.said = error
            self.bench.window.bar("")
            self._go_back()
            self.bench.locking.begin()
        elif work is not None:
            self._open_again(work.before, error)
        if not isinstance(error, (UserError, StoreError)):
            raise error

    def _open_again(self, secret: str | None, said: str | BaseException) -> None:
        bench, context = self.bench, self.context
        if bench.running is not None:
            bench.running.end()
        context.desk = None  # type: ignore[assignment]  # until it is open again
        context.operations = None  # type: ignore[assignment]
        self.said, bench.opening.resume = said, PLACE
        if secret is None:
            bench.opening.begin()
        else:
            bench.opening.open(secret)

    def _opened(self) -> None:
        if self.work is not None:
            # Answered after what decides on the first place, so that nothing leads away from here again.
            self.context.operations.read(_nothing, then=lambda _: self._go_back())

    def _go_back(self) -> None:
        """Go back to where the work was asked for, and say what became of it."""
        work, self.work = self.work, None
        said, self.said = self.said, ""
        if work is None:
            return
        self.bench.window.go(PLACE, Where(note=work.part))
        if isinstance(said, (UserError, StoreError)):
            self.context.messages.tell(said)
        elif isinstance(said, str):
            self.context.messages.say(said)


def _nothing(_uow: object) -> None:
    """Read nothing."""


def _done(desk: "Desk", work: ClosedWork) -> object:
    """Close the register, do the work and return what came of it; on a worker."""
    if not desk.close(wait=PATIENCE):
        raise NotLetGoError(
            say("The disk has not taken everything that was typed yet. Nothing was changed: try again.")
        )
    return work.run()
