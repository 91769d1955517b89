"""A register that something is put in the place of: no desk has it open, and none gets it until that is done."""

from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Any, BinaryIO

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from wibdesk.language import say
from wibdesk.store.connection import raw
from wibdesk.store.database import WAIT_FOR_LOCK
from wibdesk.store.lock import InUseError, holder
from wibdesk.store.trouble import BUSY, LOCKED, code_of, shown

LOCK_AT, LOCK_LENGTH = 0x40000000, 512
"""The bytes beyond every register that SQLite locks instead of the file: they stand for all of it."""


def check_free(register: Path) -> None:
    """Make sure that no desk has a register open, without changing a byte; InUseError says who has."""
    if not register.exists():
        return
    address = f"{register.absolute().as_uri()}?mode=ro"
    # The driver cannot even tell of a damaged name in the schema whose bytes are no letters.
    with (
        suppress(dbapi2.Error, UnicodeDecodeError),
        closing(dbapi2.connect(address, uri=True, isolation_level=None)) as look,
    ):
        # Whatever else is wrong with it, nobody holds it.
        _wait_for_lock(look, register, "SELECT count(*) FROM sqlite_master")


def take(connection: sa.Connection, register: Path) -> None:
    """Take the register's lock for as long as the connection is open; InUseError where another desk has it."""
    raw(connection).execute("PRAGMA locking_mode = EXCLUSIVE")
    _wait_for_lock(raw(connection), register, "BEGIN IMMEDIATE")
    raw(connection).execute("ROLLBACK")


def opened_alone(register: Path, held: ExitStack) -> BinaryIO:
    """Open a register that SQLite cannot read, its lock taken until `held` ends; InUseError where another has it.

    No other opening of the file in this process may be closed meanwhile: the system would let go of the lock.
    """
    file = held.enter_context(register.open("rb+"))
    # Windows has it not, and lets nobody replace a file that another has open anyway.
    with suppress(ImportError):
        import fcntl  # noqa: PLC0415 - as said above

        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, LOCK_LENGTH, LOCK_AT)
        except BlockingIOError as error:
            raise _in_use(register) from error
    return file


def _wait_for_lock(driver: Any, register: Path, statement: str) -> None:
    driver.execute(f"PRAGMA busy_timeout = {WAIT_FOR_LOCK}")
    try:
        driver.execute(statement)
    except dbapi2.Error as error:
        if code_of(error) not in (BUSY, LOCKED):
            raise
        raise _in_use(register) from error


def _in_use(register: Path) -> InUseError:
    told = holder(register)
    who = f" {told.words}" if told else ""
    return InUseError(
        say("{path} is in use by another desk{who}: close it there first.", path=shown(register), who=who), told
    )
