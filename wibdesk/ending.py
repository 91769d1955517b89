"""How the last run on a register ended: a marker stands in the state folder for as long as a desk runs."""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wibdesk.domain.dates import short_date
from wibdesk.language import say


@dataclass(frozen=True)
class Ended:
    """A run that did not close: `at` is when it was last seen, `saved_at` its last save, `trace` what it left behind.

    Times are local; `trace` is what Python wrote when the process was ended by a fault, empty after a power cut.
    """

    at: datetime
    saved_at: datetime | None
    trace: str = ""

    @property
    def words(self) -> str:
        """The sentences for the clerk."""
        said = say("WIBDesk ended unexpectedly on {day} at {at:%H:%M}.", day=short_date(self.at), at=self.at)
        return (
            said
            if self.saved_at is None
            else say("{said} Everything up to {saved_at:%H:%M:%S} is here.", said=said, saved_at=self.saved_at)
        )


class Running:
    """The marker of one register; made before the register is opened, `begin` once it is this desk's alone.

    Neither the marker nor its name tells which register it is of. A folder that refuses is no hindrance: then a sudden
    end is not noticed, and nothing is lost.
    """

    def __init__(self, folder: Path, register: Path) -> None:
        name = hashlib.sha256(os.path.realpath(register).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self.marker = folder / f"running-{name}.json"
        self.faults = folder / f"faults-{name}.txt"
        self._saved_at = _newest(register, register.with_name(f"{register.name}-wal"))

    def begin(self) -> Ended | None:
        """Note that a desk runs from now on; return how the run before ended if it did not close."""
        before = self._before() if self.marker.exists() else None
        with suppress(OSError):
            self.marker.parent.mkdir(parents=True, exist_ok=True)
            self.marker.write_text(json.dumps({"pid": os.getpid()}), encoding="utf-8")
            self.faults.unlink(missing_ok=True)
        return before

    def seen(self) -> None:
        """Note that the desk still runs."""
        with suppress(OSError):
            os.utime(self.marker)

    def end(self) -> None:
        """Note that the desk closed as it should: nothing of the run stays."""
        for path in (self.marker, self.faults):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _before(self) -> Ended | None:
        times = [at for at in (_newest(self.marker, self.faults), self._saved_at) if at is not None]
        return Ended(max(times), self._saved_at, _text(self.faults)) if times else None


def _newest(*paths: Path) -> datetime | None:
    found = []
    for path in paths:
        with suppress(OSError, ValueError, OverflowError):
            found.append(datetime.fromtimestamp(path.stat().st_mtime).astimezone())
    return max(found, default=None)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
