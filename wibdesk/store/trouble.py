"""What the disk's errors mean, in words for the clerk."""

import errno
import os
from pathlib import Path

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from wibdesk.errors import StoreError
from wibdesk.language import later, say

FULL, READONLY, CANTOPEN, IOERR, BUSY, LOCKED, CORRUPT, NOTADB, PERM = 13, 8, 14, 10, 5, 6, 11, 26, 3
KEPT = later("What was typed is kept and is saved as soon as that is put right.")

DISK_ERRORS = (sa.exc.DBAPIError, dbapi2.Error, OSError)
"""All that a refusing disk may raise; `code_of` tells them from bugs."""

SENTENCES = {
    FULL: later("The disk is full: free some space on it."),
    READONLY: later("The register has become read-only: make the file and its folder writable again."),
    CANTOPEN: later("The register cannot be opened: check that its folder is there and writable."),
    PERM: later("The register may not be written: ask for the right to change the file."),
    IOERR: later("The disk does not take what is written: check that it is connected and has space."),
    BUSY: later("Another program is holding the register: close it there."),
    LOCKED: later("Another program is holding the register: close it there."),
    CORRUPT: later(
        "Part of the register cannot be read: leave the desk open and check the register under Safe keeping."
    ),
    NOTADB: later(
        "Part of the register cannot be read: leave the desk open and check the register under Safe keeping."
    ),
}
ERRNO_CODES = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: READONLY,
    errno.EACCES: READONLY,
    errno.EPERM: READONLY,
}


def code_of(error: BaseException) -> int | None:
    """Return SQLite's primary result code of an error; None for one that is not of the disk."""
    if isinstance(error, OSError):
        return ERRNO_CODES.get(error.errno or 0, IOERR)
    origin = error.orig if isinstance(error, sa.exc.DBAPIError) else error
    code = getattr(origin, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    return primary if primary in SENTENCES else None


def sentence(code: int) -> str:
    """Return what a clerk is told about a result code while writes wait."""
    return f"{say(SENTENCES[code])} {say(KEPT)}"


def opening_error(path: Path, error: BaseException) -> StoreError:
    """Return what a clerk is told when a register cannot be opened at all."""
    code = code_of(error)
    words = say(SENTENCES[code if code is not None else CANTOPEN])
    return StoreError(say("{path} cannot be opened. {words}", path=shown(path), words=words))


def shown(path: Path) -> str:
    """Return a path as it stands in a sentence."""
    return f"“{os.fspath(path)}”"
