"""Sending all that was typed to the register, and what the disk said to it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wibdesk.errors import StoreError
from wibdesk.language import say

if TYPE_CHECKING:
    from wibdesk.desk import Desk

PATIENCE = 3.0
"""Seconds that the window waits for the disk before it says that it has not answered."""


@dataclass(frozen=True)
class Kept:
    """What the disk said: `everything` is stored, the last of it `at`; what is not waits `since`, and is in `rescued`.

    Times are local. Where the desk is `broken` nothing more will be stored: the words are in the window alone.
    """

    everything: bool
    at: datetime | None = None
    since: datetime | None = None
    rescued: Path | None = None
    broken: bool = False

    @property
    def words(self) -> str:
        """A sentence for the clerk."""
        if self.everything:
            return (
                say("Everything typed is saved ({at:%H:%M:%S}).", at=self.at)
                if self.at
                else say("Everything typed is saved.")
            )
        since = (
            say("What was typed since {since:%H:%M:%S}", since=self.since) if self.since else say("What was typed last")
        )
        if self.rescued is not None:
            return say(
                "{since} is kept in a rescue file in “{parent}” and comes back at the next start.",
                since=since,
                parent=self.rescued.parent,
            )
        return say("{since} is not on the disk yet: it is still in this window.", since=since)

    @property
    def told(self) -> str:
        """The same without a path, for a report."""
        if self.everything:
            return self.words
        return (
            say("Not everything typed was saved.")
            if self.rescued is None
            else say("What was typed is in a rescue file.")
        )


def kept_by(desk: "Desk", wait: float = PATIENCE) -> Kept:
    """Wait until the disk has taken all that was sent, for at most so many seconds, and return how it stands."""
    try:
        desk.stored().result(wait)
        answered = True
    except (StoreError, TimeoutError):
        answered = False
    except Exception:
        # The saver's thread has ended by a fault of ours, which was told by itself; every answer is that fault.
        return Kept(everything=False, since=desk.status.unsaved_since, broken=True)
    status = desk.status
    if answered and not status.pending and status.trouble is None:
        return Kept(everything=True, at=status.saved_at)
    rescued = status.rescued if status.kept >= status.waiting else None
    return Kept(everything=False, since=status.unsaved_since, rescued=rescued)
