"""Backups of the register that a desk has open: made between its saves, verified, listed and thinned.

Importing this loads the database: a window does so after its first paint.
"""

import filecmp
import shutil
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any

from wibdesk.desk import Desk
from wibdesk.domain.backups import Backup, Reason, is_due, newest_first, thinned
from wibdesk.errors import StoreError, UserError
from wibdesk.language import say
from wibdesk.paths import backup_folder, own_path
from wibdesk.store.connection import raw
from wibdesk.store.copies.backup_files import aside_place, backups_in, draft_name, holds, put_aside, put_in_place
from wibdesk.store.copies.contents import Contents, key_for, read_contents
from wibdesk.store.copies.copying import (
    STOPPED,
    Marks,
    check_copy,
    copy_register,
    draft_of_copy,
    flush,
    make_private,
    marks_of,
    never,
    not_told,
    remove_by_and_by,
    told_as,
)
from wibdesk.store.database import Database
from wibdesk.store.trouble import shown

__all__ = ["Backups", "Contents", "backups_beside"]

FLUSHED_EVERY = 0.05
"""Seconds between two times that what was copied so far is brought to the disk."""
BY_ITSELF = (Reason.OPENING, Reason.DAILY)
"""Made only when something was saved since the last one."""


def backups_beside(register: Path) -> tuple[Backup, ...]:
    """Return the verified backups beside a register that need not be open, newest first."""
    return backups_in(backup_folder(register), stem=own_path(register).stem)


class Backups:
    """Backups in the folder of choice; without one, and where that cannot be used, in the desk's own folder.

    Every file with the name of a backup was verified before it got that name. `remark` is a sentence where the last
    one could not go into the folder of choice.
    """

    def __init__(self, desk: Desk, folder: Path | None = None) -> None:
        self._desk = desk
        self.own = backup_folder(desk.register)
        self.folder = folder or self.own
        self.remark: str | None = None
        self._closing = Event()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="backups")

    def make(
        self,
        reason: Reason,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Future[Backup]:
        """Make a backup, give it its name once it is verified, and thin the others.

        On opening and daily, the last one is returned where it holds all that was saved. `progress(left, pages)` is
        called on the saver's thread, `cancelled()` on any. The future fails with StoreError in words, and with
        UserError where it was stopped; what was there before stays.
        """
        wanted = cancelled or never
        return self._worker.submit(self._make, reason, progress or not_told, lambda: wanted() or self._closing.is_set())

    def all(self) -> tuple[Backup, ...]:
        """Return every backup of this register, newest first; it may wait for the saver."""
        return self._of(self._identity())

    def due(self, now: datetime) -> bool:
        """Say whether the daily backup is due; it may wait for the saver."""
        return is_due(self.all(), now)

    def contents(self, backup: Backup, secret: str | None = None) -> Contents:
        """Return what a backup holds; LockedError where it needs another passphrase than the register has now."""
        return read_contents(backup.path, key_for(backup.path, secret, self._desk.key))

    def keep_as_it_is(self) -> Path:
        """Keep a copy of the register, sound or not, and return its path: a backup where it is one, else put aside."""
        try:
            return self.make(Reason.ASKED).result().path
        except StoreError:
            with told_as(say("No copy could be kept")), draft_of_copy(self.own, f"{self._stem}_as_it_is") as part:
                self._copy(part, not_told, never)
                flush(part)
                return part.rename(aside_place(self._desk.register, self._desk.now().astimezone(UTC)))

    def forget_before(self, at: datetime, *, keep: Backup | None = None) -> int:
        """Remove every backup made before a moment, and every damaged register put aside; return how many went.

        Those from the future go too: nobody knows when they were made. `keep` is known to be made since: names tell
        whole seconds alone. StoreError names one that cannot be removed.
        """
        now = self._desk.now().astimezone(UTC)
        others = [backup for backup in self.all() if keep is None or backup.path != keep.path]
        old = [backup.path for backup in others if backup.at < at.astimezone(UTC) or backup.at > now]
        gone = [*old, *put_aside(self._desk.register)]
        for path in gone:
            with told_as(say("{path} cannot be removed, so what was wiped can still be read there", path=shown(path))):
                remove_by_and_by(path)
        return len(gone)

    def close(self) -> None:
        """Stop a backup that is being made, and wait until nothing is left of it."""
        self._closing.set()
        self._worker.shutdown(cancel_futures=True)

    def _make(self, reason: Reason, progress: Callable[[int, int], None], stopped: Callable[[], bool]) -> Backup:
        marks = self._marks()
        newest = next(iter(self._of(marks.identity)), None)
        if reason in BY_ITSELF and newest is not None and holds(newest, marks, self._desk.key):
            return newest
        name = draft_name(self._stem, marks)
        with told_as(say("No backup could be made")), draft_of_copy(self.own, name) as part:
            marks = self._copy(part, progress, stopped)
            check_copy(part, self._desk.key, expected=marks, stopped=stopped)
            made = self._put(part, marks, reason)
        self._thin(made.path.parent, marks.identity, name)
        return made

    def _copy(self, part: Path, progress: Callable[[int, int], None], stopped: Callable[[], bool]) -> Marks:
        def run(database: Database, between: Callable[[], None]) -> Marks:
            def pause() -> None:
                if stopped():
                    raise UserError(say(STOPPED))
                between()

            return copy_register(database.connection, part, database.key, between=pause, told=progress)

        copying = self._desk.copy(run)
        # Brought to the disk bit by bit: all at once, a save would wait for its turn meanwhile.
        while not wait([copying], FLUSHED_EVERY).done:
            with suppress(FileNotFoundError):
                flush(part)
        return copying.result()

    def _put(self, part: Path, marks: Marks, reason: Reason) -> Backup:
        """Put a verified copy where it is wanted, else into our own folder."""
        at = self._desk.now().astimezone(UTC)
        self.remark = None
        if self.folder != self.own:
            words = say("The folder for backups {path} could not be used", path=shown(self.folder))
            try:
                with told_as(words):
                    return self._put_away(part, marks, at, reason)
            except StoreError as error:
                self.remark = say("{error} The backup is in {path} instead.", error=error, path=shown(self.own))
        return put_in_place(part, self.own, self._stem, marks, at, reason)

    def _put_away(self, part: Path, marks: Marks, at: datetime, reason: Reason) -> Backup:
        # A folder that is not there is not made: where a stick is missing, it would lie on the wrong disk.
        if not self.folder.is_dir():
            raise StoreError(say("It is not there."))
        with draft_of_copy(self.folder, draft_name(self._stem, marks)) as draft:
            make_private(draft)
            shutil.copyfile(part, draft)
            flush(draft)
            if not filecmp.cmp(part, draft, shallow=False):
                raise StoreError(say("Its disk did not keep what was written."))
            return put_in_place(draft, self.folder, self._stem, marks, at, reason)

    def _thin(self, folder: Path, identity: str, name: str) -> None:
        for backup in thinned(backups_in(folder, identity=identity), self._desk.now().astimezone(UTC)):
            # Under the name of a draft it counts no more, and goes with that.
            with suppress(OSError, StoreError), draft_of_copy(folder, name) as part:
                backup.path.replace(part)

    def _of(self, identity: str) -> tuple[Backup, ...]:
        return newest_first(b for folder in {self.own, self.folder} for b in backups_in(folder, identity=identity))

    def _identity(self) -> str:
        """Return what the names of this register's backups begin with; a damaged one tells it too."""

        def look(database: Database, _between: Any) -> str:
            return str(database.identity)

        return self._desk.copy(look).result()

    def _marks(self) -> Marks:
        def look(database: Database, _between: Any) -> Marks:
            return marks_of(raw(database.connection))

        return self._desk.copy(look).result()

    @property
    def _stem(self) -> str:
        return self._desk.register.stem
