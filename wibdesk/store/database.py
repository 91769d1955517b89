"""The one connection to the register: exclusive, with the settings under which nothing acknowledged is lost."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from wibdesk.errors import StoreError
from wibdesk.store import gate
from wibdesk.store.connection import check_sqlite, connect, let_go, raw
from wibdesk.store.creation import make_register
from wibdesk.store.lock import InUseError, holder
from wibdesk.store.tables import SCHEMA_NUMBER, register
from wibdesk.store.trouble import BUSY, CORRUPT, DISK_ERRORS, LOCKED, NOTADB, code_of, opening_error, shown

__all__ = ["Database", "InUseError"]

WAIT_FOR_LOCK = 1500
"""Milliseconds to wait for another desk that is just closing."""
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

    def __init__(self, path: Path) -> None:
        check_sqlite()
        self.path = path
        self.identity: str | None = None
        self.journal_mode = ""
        self._place: tuple[int, int] | None = None
        self._connection: sa.Connection | None = None

    @property
    def connection(self) -> sa.Connection:
        """The connection; StoreError while the register is not open."""
        if self._connection is None:
            raise StoreError(f"{shown(self.path)} is not open.")
        return self._connection

    def open(self) -> None:
        """Open or create the register; StoreError in words where that cannot be.

        Opened before, it is never created anew, and another register at its place is refused.
        """
        kind = gate.look(self.path)
        if self.identity is not None and kind is not gate.Kind.OURS:
            raise StoreError(f"The register is no longer at {shown(self.path)}: put it back there.")
        try:
            if kind is not gate.Kind.OURS:
                make_register(self.path)
            self._open()
        except BaseException as error:
            self.drop()
            raise self._in_words(error) from error

    def _open(self) -> None:
        self._connection = connect(self.path)
        for setting in SETTINGS:
            self.pragma(setting)
        # The first write transaction takes the lock for good, before anything of the file changes.
        with self._connection.begin():
            pass
        self._bring_up_to_date()
        # The answer tells whether it took: on a disk without it the old mode goes on, which EXTRA covers.
        self.journal_mode = str(self.pragma("journal_mode = WAL")).lower()
        self._check_identity()
        self._place = _place(self.path)

    def _bring_up_to_date(self) -> None:
        if int(self.pragma("user_version")) < SCHEMA_NUMBER:
            # Alembic takes most of a second to import, and is wanted once per new version.
            from wibdesk.store.migrate import migrate  # noqa: PLC0415

            migrate(self.connection, self.path)

    def _check_identity(self) -> None:
        with self.connection.begin():
            found = str(self.connection.execute(sa.select(register.c.identity)).scalar())
        if self.identity is not None and found != self.identity:
            raise StoreError(f"Another register lies at {shown(self.path)}: put the one that was open back there.")
        self.identity = found

    def _in_words(self, error: BaseException) -> BaseException:
        code = code_of(error)
        if isinstance(error, StoreError) or code is None:
            return error
        if code in (BUSY, LOCKED):
            told = holder(self.path)
            who = f" {told.words}" if told else ""
            return InUseError(f"{shown(self.path)} is in use by another desk{who}: close it there first.")
        if code in (CORRUPT, NOTADB):
            return StoreError(f"{shown(self.path)} is damaged and cannot be read: restore it from a copy.")
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
            raise StoreError(f"The register is no longer at {shown(self.path)}: put it back there.") from error
        if there != self._place:
            raise StoreError(f"The register at {shown(self.path)} was exchanged while it was open.")

    def checkpoint(self) -> bool:
        """Bring everything into the one file; say whether it took."""
        return self.journal_mode != "wal" or self.pragma("wal_checkpoint(TRUNCATE)") == 0

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
