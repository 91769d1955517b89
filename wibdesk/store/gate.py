"""The gate before a register is opened: what is not ours, newer or read-only is told in words and not touched."""

import os
import stat
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from wibdesk.errors import LockedError, StoreError
from wibdesk.language import say
from wibdesk.store.encryption.cipher import PAGE, Key, is_locked, read_only, unlock
from wibdesk.store.tables import APPLICATION_ID, SCHEMA_NUMBER
from wibdesk.store.trouble import NOTADB, opening_error, shown


class Kind(StrEnum):
    """What stands at the path."""

    ABSENT = "absent"
    EMPTY = "empty"
    OURS = "ours"


def look(path: Path, key: Key | None = None) -> Kind:
    """Say what stands at the path without changing a byte; StoreError where it is no register that can be written.

    LockedError where it is encrypted and the key is missing or another one.
    """
    try:
        return _look(path, key)
    except OSError as error:
        raise opening_error(path, error) from error


def not_encrypted(path: Path) -> StoreError:
    """Return what is said of a passphrase that is given for a plain register."""
    return StoreError(say("{path} is not encrypted: open it without a passphrase.", path=shown(path)))


def by_newer(path: Path, number: int) -> StoreError:
    """Return what is said of a file in the format of a newer desk, with this number."""
    return StoreError(
        say(
            "{path} was written by a newer WIBDesk (format {number}, this one reads up to "
            "{newest}): install the newer version to open it.",
            path=shown(path),
            number=number,
            newest=SCHEMA_NUMBER,
        )
    )


def _look(path: Path, key: Key | None) -> Kind:
    if not path.exists():
        _check_folder(path)
        return Kind.ABSENT
    if not path.is_file():
        what = say("a folder") if path.is_dir() else say("a device")
        raise StoreError(say("{path} is {what}, not a register: name a file.", path=shown(path), what=what))
    if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK):
        raise StoreError(say("{path} is read-only: make it writable, or open a copy of it.", path=shown(path)))
    _check_folder(path)
    if path.stat().st_size == 0:
        return Kind.EMPTY
    locked = is_locked(path)
    if locked and key is None:
        raise LockedError(say("{path} is locked: open it with its passphrase or its recovery key.", path=shown(path)))
    _check_marks(path, *_marks(path, key if locked else None))
    if key is not None and not locked:
        raise not_encrypted(path)
    return Kind.OURS


def _check_folder(path: Path) -> None:
    """SQLite writes its journal beside the file, so the folder has to be writable too."""
    folder = next(f for f in path.absolute().parents if f.exists())
    if not folder.is_dir():
        raise StoreError(
            say("{path} is a file, so no register can be kept below it: name another folder.", path=shown(folder))
        )
    mode = folder.stat().st_mode
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(folder, os.W_OK):
        raise StoreError(
            say(
                "The folder {path} is read-only: make it writable, or keep the register elsewhere.",
                path=shown(folder),
            )
        )


def _marks(path: Path, key: Key | None) -> tuple[int, int]:
    try:
        with closing(read_only(path)) as connection:
            if key is not None:
                unlock(connection, key)
                _check_key(path, connection)
            # Without it a register that is cut short, which is damaged but ours, would not tell its marks.
            connection.execute("PRAGMA writable_schema = ON")
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (number,) = connection.execute("PRAGMA user_version").fetchone()
    except dbapi2.DatabaseError:
        return 0, 0
    return application, number


def _check_key(path: Path, connection: Any) -> None:
    """Tell a wrong key from a damaged file: SQLCipher calls both no database, but signs every page by itself."""
    try:
        connection.execute("PRAGMA application_id")
    except dbapi2.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) != NOTADB:
            return
        unsound = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if len(unsound) < path.stat().st_size // PAGE:
            raise StoreError(
                say("{path} is damaged and cannot be read: restore it from a backup.", path=shown(path))
            ) from error
        raise LockedError(
            say(
                "That passphrase does not open {path}: try again, or type the recovery key; if neither "
                "opens it, the file may be damaged: restore a backup.",
                path=shown(path),
            )
        ) from error


def _check_marks(path: Path, application: int, number: int) -> None:
    if application != APPLICATION_ID:
        raise StoreError(say("{path} is not a WIBDesk register: choose another file.", path=shown(path)))
    if number > SCHEMA_NUMBER:
        raise by_newer(path, number)
