"""Copies of an open register: made in small steps that let saves through, and looked over before they count."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from wibdesk.errors import LockedError, StoreError, UserError
from wibdesk.language import later, say
from wibdesk.store import search_index
from wibdesk.store.connection import connect, let_go, raw
from wibdesk.store.creation import make_durable
from wibdesk.store.encryption.cipher import Key
from wibdesk.store.tables import APPLICATION_ID, SCHEMA_NUMBER
from wibdesk.store.trouble import (
    BUSY,
    CANTOPEN,
    CORRUPT,
    FULL,
    IOERR,
    LOCKED,
    NOTADB,
    PERM,
    READONLY,
    code_of,
)

PAGES = 16
"""Pages of a step: 64 KB, which a disk of 2 MB a second still takes in less than 50 ms."""
CUT = 16 * 1024**2
"""Bytes by which a large file is cut at a time where it goes."""
INSTRUCTIONS = 1000
"""SQLite's own steps, each up to a page, between two questions whether to go on."""
JOURNALS = ("-wal", "-shm", "-journal")
"""What the names of the files end in that SQLite keeps beside a register."""

STOPPED = later("It was stopped, and nothing was kept of it.")

COPIED_DAMAGED = later("copied is damaged")
_REASONS = {
    FULL: later("the disk is full"),
    READONLY: later("nothing may be written there"),
    PERM: later("nothing may be written there"),
    CANTOPEN: later("its folder is not there or may not be written to"),
    IOERR: later("the disk does not take it"),
    BUSY: later("another program is holding it"),
    LOCKED: later("another program is holding it"),
    CORRUPT: later("what was to be copied is damaged"),
    NOTADB: later("what was to be copied is damaged"),
}
_COUNTS = "SELECT (SELECT count(*) FROM body), (SELECT count(*) FROM meeting), (SELECT count(*) FROM plan)"
"""Tables of every format, small enough to be counted between two saves."""

Told = Callable[[int, int], None]
"""Is told how many pages are left, and of how many."""


@dataclass(frozen=True)
class Marks:
    """What a register says of itself at one moment; `counts` are its bodies, meetings and plans."""

    identity: str
    save_token: str
    application: int
    format: int
    counts: tuple[int, ...]


def not_told(_left: int, _pages: int) -> None:
    """Pass over how far a copy is."""


def never() -> bool:
    """Say that nobody wants it stopped."""
    return False


def marks_of(connection: Any) -> Marks:
    """Return the marks of the register that a driver's connection has open."""
    identity, token = connection.execute("SELECT identity, save_token FROM register").fetchone()
    (application,), (number,) = (
        connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
    )
    return Marks(identity, token, application, number, connection.execute(_COUNTS).fetchone())


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read; FileExistsError where there is one."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


@contextmanager
def draft_of_copy(folder: Path, name: str) -> Iterator[Path]:
    """Give the path of a copy that does not count yet, in a folder that is made if need be.

    What is left there afterwards goes, as does what a desk that was killed left there before.
    """
    part = folder / f".{name}.part"
    try:
        if not folder.exists():
            folder.mkdir(mode=0o700, parents=True)
            make_durable(folder.parent)
        _clear(part)
        yield part
    finally:
        with suppress(OSError):
            _clear(part)


@contextmanager
def told_as(words: str) -> Iterator[None]:
    """Raise what a disk refuses as a StoreError that begins with these words, without a full stop, and says why."""
    try:
        yield
    except LockedError:
        raise
    except StoreError as error:
        raise StoreError(f"{words}. {error}") from error
    except (dbapi2.Error, OSError) as error:
        reason = _REASONS.get(code_of(error) or 0)
        if reason is None:
            raise
        raise StoreError(f"{words}: {say(reason)}.") from error


def copy_register(
    connection: sa.Connection,
    part: Path,
    key: Key | None = None,
    *,
    between: Callable[[], None] = lambda: None,
    told: Told = not_told,
) -> Marks:
    """Copy the register that is open, as encrypted as it is, and return what it says of itself.

    `between()` is called after each step; what it writes is in the copy too. The copy is neither on the disk for sure
    nor looked over yet: `check_copy` does both, on another thread.
    """

    def stepped(status: int, left: int, pages: int) -> None:
        told(left, pages)
        # After the last step it would write what is no longer in the copy.
        if status != dbapi2.SQLITE_DONE:
            between()

    make_private(part)
    target = connect(part, key)
    try:
        # A copy that is not whole is thrown away, so that it needs neither a journal nor to wait for the disk.
        for setting in ("synchronous = OFF", "journal_mode = OFF", f"cache_size = {PAGES}"):
            raw(target).execute(f"PRAGMA {setting}")
        raw(connection).backup(raw(target), pages=PAGES, progress=stepped)
        return marks_of(raw(connection))
    finally:
        let_go(target)


def check_copy(
    part: Path, key: Key | None = None, *, expected: Marks | None = None, stopped: Callable[[], bool] = never
) -> Marks:
    """Make sure that a copy is one whole, sound file on the disk, and return its marks.

    An index for searching that is damaged is made anew in the copy: it must not keep the minutes from being copied.
    StoreError says what is wrong with it, the errors of `told_as` where it cannot be read or written; UserError where
    `stopped()` says that nobody wants it any more.
    """
    try:
        connection = connect(part, key)
        try:
            raw(connection).set_progress_handler(stopped, INSTRUCTIONS)
            raw(connection).execute("PRAGMA synchronous = EXTRA")
            raw(connection).execute("PRAGMA journal_mode = DELETE")
            found = marks_of(raw(connection))
            _check_marks(found, expected)
            if found.format == SCHEMA_NUMBER:
                _mend_index(connection)
            _check_pages(raw(connection), encrypted=key is not None)
        finally:
            let_go(connection)
    except dbapi2.Error as error:
        if stopped():
            raise UserError(say(STOPPED)) from error
        raise
    flush(part)
    return found


def flush(path: Path) -> None:
    """Have the disk take what was written to a file; OSError where it does not."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _check_marks(found: Marks, expected: Marks | None) -> None:
    if found.application != APPLICATION_ID:
        raise StoreError(say("What was copied is no register."))
    if found.format > SCHEMA_NUMBER:
        raise StoreError(
            say(
                "A newer WIBDesk wrote it (format {format}, this one reads up to {newest}).",
                format=found.format,
                newest=SCHEMA_NUMBER,
            )
        )
    if expected not in (None, found):
        raise StoreError(say("The copy does not hold what the register holds."))


def _mend_index(connection: sa.Connection) -> None:
    """Make the index for searching anew where it is damaged; what else may be wrong is looked for afterwards."""
    try:
        answer = str(raw(connection).execute("PRAGMA integrity_check(1)").fetchone())
    except dbapi2.OperationalError as error:
        answer = str(error)
    if "fts5" in answer.lower():
        try:
            with connection.begin():
                search_index.fill(connection)
        except sa.exc.DBAPIError as error:
            raise error.orig or error from error  # what the driver says, as of everything else that is done here


def _check_pages(connection: Any, *, encrypted: bool) -> None:
    if encrypted and connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        raise StoreError(
            say(
                "What was {copied_damaged}: some of its pages are not as they were written.",
                copied_damaged=say(COPIED_DAMAGED),
            )
        )
    if not _is_sound(connection):
        raise StoreError(say("What was {copied_damaged}.", copied_damaged=say(COPIED_DAMAGED)))
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise StoreError(say("What was copied holds rows that belong to nothing."))


def _is_sound(connection: Any) -> bool:
    try:
        return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    except dbapi2.OperationalError as error:
        # An index for searching that cannot be opened stops the check of all the rest.
        if "fts5" not in str(error):
            raise
        return False


def remove_by_and_by(path: Path) -> None:
    """Remove a file that does not count any more, cut by cut: all at once, a save would wait until it is gone."""
    with suppress(OSError), path.open("rb+") as file:
        found = os.fstat(file.fileno())
        # Under another name, as programs that keep copies of folders give it, it stays whole.
        for left in range(found.st_size // CUT * CUT, 0, -CUT) if found.st_nlink == 1 else ():
            file.truncate(left)
    path.unlink(missing_ok=True)


def _clear(part: Path) -> None:
    remove_by_and_by(part)
    for ending in JOURNALS:
        part.with_name(part.name + ending).unlink(missing_ok=True)
