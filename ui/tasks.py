"""Work off the GUI thread, and its results brought back to it."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from wibdesk.errors import StoreError, UserError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from ui.messages import Messages

Receiver = Callable[[Any], None]


class Tasks(QObject):
    """Delivers futures on the GUI thread; an error that nobody takes is told to the clerk or the crash hook."""

    busy_changed = Signal(int)
    arrived = Signal(object, object, object, int)

    def __init__(self, messages: "Messages", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.messages, self.busy, self.round = messages, 0, 0
        self.pool: ThreadPoolExecutor | None = None
        # Queued also when the future is done already: a receiver never runs inside the call that asked.
        self.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def then(
        self, future: "Future[Any]", on_done: Receiver | None = None, on_error: Receiver | None = None
    ) -> "Future[Any]":
        """Call `on_done(result)` or `on_error(exception)` on the GUI thread when the future is done; return it."""
        self._count(1)
        asked_in = self.round
        future.add_done_callback(lambda done: self._announce(done, on_done, on_error, asked_in))
        return future

    def forget(self) -> None:
        """Deliver nothing that was asked for until now: the places that asked are gone."""
        self.round += 1

    def run(
        self,
        function: Callable[..., Any],
        *args: Any,
        on_done: Receiver | None = None,
        on_error: Receiver | None = None,
    ) -> "Future[Any]":
        """Run a function on a worker thread (an export, a preview) and deliver its result as `then` does."""
        if self.pool is None:
            # Threads cost time that the first paint should not wait for.
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

            self.pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="wibdesk-work")
        return self.then(self.pool.submit(function, *args), on_done, on_error)

    def close(self) -> None:
        """Wait for the work under way and start no more."""
        if self.pool is not None:
            self.pool.shutdown(wait=True, cancel_futures=True)
            self.pool = None

    def _announce(
        self, done: "Future[Any]", on_done: Receiver | None, on_error: Receiver | None, asked_in: int
    ) -> None:
        # On whichever thread finished the work; the window may have closed meanwhile.
        if isValid(self):
            self.arrived.emit(done, on_done, on_error, asked_in)

    def _deliver(self, done: "Future[Any]", on_done: Receiver | None, on_error: Receiver | None, asked_in: int) -> None:
        self._count(-1)
        if done.cancelled() or asked_in != self.round:
            return
        error = done.exception()
        if error is None:
            if on_done is not None and _alive(on_done):
                on_done(done.result())
        elif on_error is not None and _alive(on_error):
            on_error(error)
        else:
            self._tell(error)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, (UserError, StoreError)):
            self.messages.tell(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def _count(self, more: int) -> None:
        self.busy += more
        self.busy_changed.emit(self.busy)


def _alive(receiver: Receiver) -> bool:
    owner = getattr(receiver, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
