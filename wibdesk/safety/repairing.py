"""The repair of an open register: looked over, kept as it is, then what follows from the rest is made anew."""

from dataclasses import dataclass
from pathlib import Path

from wibdesk.desk import Desk
from wibdesk.safety.backups import Backups
from wibdesk.services import checking
from wibdesk.services.checking import Finding
from wibdesk.store.health import BEYOND_REPAIR

__all__ = ["BEYOND_REPAIR", "Repaired", "repair"]


@dataclass(frozen=True)
class Repaired:
    """What came of it: sentences for what was done, what is still wrong, and where the register as it was is kept."""

    done: tuple[str, ...]
    findings: tuple[Finding, ...]
    kept: Path | None = None


def repair(desk: Desk, backups: Backups) -> Repaired:
    """Repair what can be; it waits for the saver, so call it off the window's thread.

    Nothing is touched where nothing is wrong, nor where pages are damaged. StoreError where no copy can be kept.
    """
    found = desk.read(checking.check).result()
    if not found or any(finding.kind == "integrity" for finding in found):
        return Repaired((), found)
    kept = backups.keep_as_it_is()
    done = desk.write(checking.repair).result().value
    return Repaired(done, desk.read(checking.check).result() if done else found, kept)
