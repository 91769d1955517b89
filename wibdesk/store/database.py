"""The one connection to the register: exclusive, with the settings under which nothing acknowledged is lost."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from wibdesk.errors import StoreError
from wibdesk.language import say
from wibdesk.store import gate
from wibdesk.store.connection import check_sqlite, connect, let_go, raw
from wibdesk.store.creation import make_register
from wibdesk.store.encryption.cipher import Key
from wibdesk.store.lock import InUseError, holder
from wibdesk.store.tables import SCHEMA_NUMBER, register
from wibdesk.store.trouble import BUSY, CORRUPT, DISK_ERRORS, LOCKED, NOTADB, code_of, opening_error, shown

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Database", "InUseError"]

WAIT_FOR_LOCK = 1500
"""Milliseconds to wait for another desk that is just closing."""
HALF_DONE = ".other-key"
"""What the file is called beside the register into which it is written under another key."""
SAFE_JOURNALS = ("wal", "delete", "truncate", "persist")
"""With synchronous EXTRA, each of them keeps what was acknowledged."""
MUST_HOLD: dict[str, str | int] = {"locking_mode": "exclusive", "synchronous": 3, "foreign_keys": 1, "temp_store": 2}
"""What SQLite has to answer: it takes a setting that it does not know, or cannot do, without a word."""
SETTINGS = (
    f"busy_timeout = {WAIT_FOR_LOCK}",
    "locking_mode = EXCLUSIVE",
    "synchronous = EXTRA",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "journal_size_limit = 16777216",
)


class Database:
    """An open register. It belongs to one thread; `identity` tells one register from another."""

    def __init__(self, path: Path, key: Key | None = None, *, driver: Any = dbapi2) -> None:
        """`key` opens an encrypted register, `driver` is a DB-API module that opens SQLite files.

        `when_held` may be set: it is called each time that the lock is taken, before anything is written.
        """
        check_sqlite(driver.sqlite_version_info)
        self.path = path
        self.key = key
        self._driver = driver
        self.identity: str | None = None
        self.journal_mode = ""
        self._place: tuple[int, int] | None = None
        self._connection: sa.Connection | None = None
        self.when_held: Callable[[], None] | None = None

    @property
    def connection(self) -> sa.Connection:
        """The connection; StoreError while the register is not open."""
        if self._connection is None:
            raise StoreError(say("{path} is not open.", path=shown(self.path)))
        return self._connection

    def open(self, *, as_it_is: bool = False) -> None:
        """Open or create the register; StoreError in words where that cannot be.

        Opened before, it is never created anew, and another register at its place is refused. `as_it_is` leaves one of
        an earlier format in that.
        """
        kind = gate.look(self.path, self.key)
        if self.identity is not None and kind is not gate.Kind.OURS:
            raise StoreError(say("The register is no longer at {path}: put it back there.", path=shown(self.path)))
        try:
            if kind is not gate.Kind.OURS:
                make_register(self.path, self.key, driver=self._driver)
            self._open(as_it_is=as_it_is)
        except BaseException as error:
            self.drop()
            told = self._in_words(error)
            if told is error:
                raise  # not from itself: whoever looks through its causes would never come to an end
            raise told from error

    def _open(self, *, as_it_is: bool) -> None:
        place = _place(self.path)
        self._connection = connect(self.path, self.key, driver=self._driver)
        for setting in SETTINGS:
            self.pragma(setting)
        # The first write transaction takes the lock for good, before anything of the file changes.
        with self._connection.begin():
            pass
        if _place(self.path) != place:
            # What was opened lies nowhere now: a restoring or an encrypting has put another file in its place.
            raise StoreError(
                say("{path} was exchanged for another file just now: open it again.", path=shown(self.path))
            )
        if self.when_held is not None:
            self.when_held()
        self._clear()
        if not as_it_is:
            self._bring_up_to_date()
        # The answer tells whether it took: on a disk without it the old mode goes on, which EXTRA covers.
        self.journal_mode = str(self.pragma("journal_mode = WAL")).lower()
        self._check_settings()
        self._check_identity()
        self._place = place

    def _clear(self) -> None:
        """Remove what an encrypting that was killed left beside: nobody else is at work now, and it may be plain."""
        with suppress(OSError):
            self.path.with_name(self.path.name + HALF_DONE).unlink(missing_ok=True)

    def _bring_up_to_date(self) -> None:
        if int(self.pragma("user_version")) < SCHEMA_NUMBER:
            # Alembic takes most of a second to import, and is wanted once per new version.
            from wibdesk.store.migrate import migrate  # noqa: PLC0415

            migrate(self.connection, self.path, self.key)

    def _check_settings(self) -> None:
        refused = [name for name, wanted in MUST_HOLD.items() if self.pragma(name) != wanted]
        if self.journal_mode not in SAFE_JOURNALS:
            refused.append("journal_mode")
        if refused:
            raise StoreError(
                say(
                    "SQLite does not take its setting “{refused}” for {path}, without which minutes could be "
                    "lost: keep the register on another disk, or install WIBDesk again.",
                    refused=refused[0],
                    path=shown(self.path),
                )
            )

    def _check_identity(self) -> None:
        with self.connection.begin():
            found = str(self.connection.execute(sa.select(register.c.identity)).scalar())
        if self.identity is not None and found != self.identity:
            raise StoreError(
                say("Another register lies at {path}: put the one that was open back there.", path=shown(self.path))
            )
        self.identity = found

    def _in_words(self, error: BaseException) -> BaseException:
        code = code_of(error)
        if isinstance(error, StoreError) or code is None:
            return error
        if code in (BUSY, LOCKED):
            told = holder(self.path)
            if told is not None and told.pid == os.getpid() and self.identity is not None:
                # It was open before, so this is what this desk told of itself.
                told = None
            who = say("another desk {told}", told=told.words) if told else say("another desk or program")
            return InUseError(
                say("{path} is in use by {who}: close it there first.", path=shown(self.path), who=who), told
            )
        if code in (CORRUPT, NOTADB):
            return StoreError(
                say("{path} is damaged and cannot be read: restore it from a backup.", path=shown(self.path))
            )
        return opening_error(self.path, error)

    def pragma(self, words: str) -> Any:
        """Run a pragma outside any transaction and return its first answer; None where it gives none."""
        answer = raw(self.connection).execute(f"PRAGMA {words}").fetchone()
        return answer[0] if answer is not None else None

    def check_place(self) -> None:
        """Make sure that the open file is still the one at its path: SQLite would write on into a removed one."""
        try:
            there = _place(self.path)
        except OSError as error:
            raise StoreError(
                say("The register is no longer at {path}: put it back there.", path=shown(self.path))
            ) from error
        if there != self._place:
            raise StoreError(say("The register at {path} was exchanged while it was open.", path=shown(self.path)))

    def checkpoint(self) -> bool:
        """Bring everything into the one file; say whether it took."""
        return self.journal_mode != "wal" or self.pragma("wal_checkpoint(TRUNCATE)") == 0

    def shrink(self) -> None:
        """Let go of the pages that are kept in memory, 8 MB of a large register: they are read again when wanted."""
        self.pragma("shrink_memory")

    def close(self) -> None:
        """Leave a single file that opens anywhere, even where nothing may be written, and let go of it."""
        try:
            if self._connection is not None:
                self.checkpoint()
                self.pragma("journal_mode = DELETE")
        except DISK_ERRORS as error:
            if code_of(error) is None:
                raise
        finally:
            self.drop()

    def drop(self) -> None:
        """Let go of the file as it is: what is committed stays, beside it if need be."""
        connection, self._connection = self._connection, None
        if connection is not None:
            let_go(connection)


def _place(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
