"""What this computer handed to a mail server, apart from the register: a register from a backup does not know it."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path


class HandedNotes:
    """A file with a line for each message handed over: its identifier and when (UTC); nothing of whom or what.

    Where it cannot be read or written the register alone is asked, as if there were no such file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def note(self, message_id: str, at: datetime) -> None:
        """Note that a message is handed over; it is on the disk then."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(f"{at.isoformat()}\t{message_id}\n")
                file.flush()
                os.fsync(file.fileno())

    def last(self) -> dict[str, datetime]:
        """Return when each message was handed over last, by its identifier."""
        found: dict[str, datetime] = {}
        with suppress(OSError):
            for line in self._path.read_text("utf-8", errors="replace").splitlines():
                at, _, message_id = line.partition("\t")
                # A line that a crash cut short says nothing.
                with suppress(ValueError):
                    found[message_id] = datetime.fromisoformat(at)
        return found
