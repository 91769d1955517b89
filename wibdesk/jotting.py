"""Small writes off the window's thread: where the caret stands is worth a file, and no key press may wait for it."""

import threading
from collections.abc import Callable


class Jotter:
    """Does the newest write of each name, one after the other, on a thread that lives as long as there is work."""

    def __init__(self) -> None:
        self._state = threading.Lock()
        self._waiting: dict[str, Callable[[], None]] = {}
        self._thread: threading.Thread | None = None

    def jot(self, name: str, write: Callable[[], None]) -> None:
        """Have a write done soon; an older one of the same name that still waits is left out."""
        with self._state:
            self._waiting[name] = write
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="jotter", daemon=True)
                self._thread.start()

    def settle(self, wait: float) -> bool:
        """Wait until all is written, for at most so many seconds; say whether it is."""
        with self._state:
            thread = self._thread
        if thread is not None:
            thread.join(wait)
        return thread is None or not thread.is_alive()

    def _work(self) -> None:
        while True:
            with self._state:
                if not self._waiting:
                    self._thread = None
                    return
                write = self._waiting.pop(next(iter(self._waiting)))
            try:
                write()
            except BaseException:
                # The next write gets a thread of its own; this one's end is told as that of any other.
                with self._state:
                    self._thread = None
                raise
