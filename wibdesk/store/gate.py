"""The gate before a register is opened: what is not ours, newer or read-only is told in words and not touched."""

import os
import stat
from enum import StrEnum
from pathlib import Path

from sqlcipher3 import dbapi2

from wibdesk.errors import StoreError
from wibdesk.store.tables import APPLICATION_ID, SCHEMA_NUMBER
from wibdesk.store.trouble import opening_error, shown


class Kind(StrEnum):
    """What stands at the path."""

    ABSENT = "absent"
    EMPTY = "empty"
    OURS = "ours"


def look(path: Path) -> Kind:
    """Say what stands at the path without changing a byte; StoreError where it is no register that can be written."""
    try:
        return _look(path)
    except OSError as error:
        raise opening_error(path, error) from error


def _look(path: Path) -> Kind:
    if not path.exists():
        _check_folder(path)
        return Kind.ABSENT
    if not path.is_file():
        what = "a folder" if path.is_dir() else "a device"
        raise StoreError(f"{shown(path)} is {what}, not a register: name a file.")
    if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK):
        raise StoreError(f"{shown(path)} is read-only: make it writable, or open a copy of it.")
    _check_folder(path)
    if path.stat().st_size == 0:
        return Kind.EMPTY
    _check_marks(path, *_marks(path))
    return Kind.OURS


def _check_folder(path: Path) -> None:
    """SQLite writes its journal beside the file, so the folder has to be writable too."""
    folder = next(f for f in path.absolute().parents if f.exists())
    if not folder.is_dir():
        raise StoreError(f"{shown(folder)} is a file, so no register can be kept below it: name another folder.")
    mode = folder.stat().st_mode
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(folder, os.W_OK):
        raise StoreError(f"The folder {shown(folder)} is read-only: make it writable, or keep the register elsewhere.")


def _marks(path: Path) -> tuple[int, int]:
    # As immutable, SQLite takes no lock, makes no file beside it and writes nothing, even where a journal lies there.
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        connection = dbapi2.connect(address, uri=True, isolation_level=None)
        try:
            # Without it a register that is cut short, which is damaged but ours, would not tell its marks.
            connection.execute("PRAGMA writable_schema = ON")
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (number,) = connection.execute("PRAGMA user_version").fetchone()
        finally:
            connection.close()
    except dbapi2.DatabaseError:
        return 0, 0
    return application, number


def _check_marks(path: Path, application: int, number: int) -> None:
    if application != APPLICATION_ID:
        raise StoreError(f"{shown(path)} is not a WIBDesk register: choose another file.")
    if number > SCHEMA_NUMBER:
        raise StoreError(
            f"{shown(path)} was written by a newer WIBDesk (format {number}, this one reads up to {SCHEMA_NUMBER}): "
            "install the newer version to open it."
        )
