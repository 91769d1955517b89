"""How the disk stands towards what the desk has accepted, as the window is told it."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from wibdesk.changes import SaveStatus
from wibdesk.store.rescue.rescuer import STALLED_AFTER, Refuge

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from wibdesk.store.jobs import Job


class Standing:
    """Follows the writes from being accepted to being settled; `on_status` is told each time that it changes.

    Writes are settled in the order in which they were accepted. Every method may be called on any thread.
    """

    def __init__(self, now: Callable[[], datetime], on_status: Callable[[SaveStatus], None] | None) -> None:
        self.status = SaveStatus()
        self._now, self._on_status = now, on_status
        self._lock = threading.Lock()
        self._refuge = Refuge()
        self._accepted: deque[Job] = deque()

    def accept(self, job: Job) -> None:
        """Take note of a write that waits from now on; nobody is told yet."""
        with self._lock:
            job.at = self._now()
            self._accepted.append(job)
            self.status = self._now_waiting(self.status)

    def hear(self, event: str, detail: str | None) -> None:
        """Take note of what the saver reports."""
        with self._lock:
            self.status = self._after(event, detail)
        self.tell()

    def kept_in(self, refuge: Refuge) -> None:
        """Take note of where what waits is kept."""
        with self._lock:
            self._refuge = refuge
            before, self.status = self.status, self._now_waiting(self.status)
        if self.status != before:
            self.tell()

    def tell(self) -> None:
        """Tell how the disk stands."""
        if self._on_status is not None:
            self._on_status(self.status)

    def _after(self, event: str, detail: str | None) -> SaveStatus:
        if event == "trouble":
            return self._now_waiting(replace(self.status, trouble=detail))
        if event in ("saved", "settled"):
            self._accepted.popleft()
        return self._now_waiting(SaveStatus(self._now() if event == "saved" else self.status.saved_at))

    def _now_waiting(self, status: SaveStatus) -> SaveStatus:
        if not self._accepted:
            return SaveStatus(status.saved_at, status.trouble)
        oldest = self._accepted[0]
        return replace(
            status,
            pending=True,
            unsaved_since=oldest.at,
            stalled=monotonic() - oldest.since > STALLED_AFTER,
            waiting=len(self._accepted),
            kept=sum(job.token in self._refuge.tokens for job in self._accepted),
            rescued=self._refuge.file,
            unrescued=self._refuge.trouble,
        )
