"""A register under another key: written beside, compared, then put in its place in one step.

Killed at any moment, the old file or the new one stands there whole. What the old one held may lie on in free blocks
of the disk, above all on an SSD: no program can promise to remove that.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from wibdesk.errors import StoreError, UserError
from wibdesk.language import later, say
from wibdesk.store import gate
from wibdesk.store.connection import raw
from wibdesk.store.copies.copying import INSTRUCTIONS, never
from wibdesk.store.creation import make_durable
from wibdesk.store.database import HALF_DONE, Database
from wibdesk.store.encryption.cipher import Key, read_only, unlock
from wibdesk.store.trouble import DISK_ERRORS, SENTENCES, code_of, shown

AS_IT_WAS = later("It was stopped, and the register is as it was.")


@dataclass(frozen=True)
class Shape:
    """What two copies of a register have in common: every piece of the schema, and how many rows each table has."""

    schema: tuple[tuple[Any, ...], ...]
    rows: tuple[tuple[str, int], ...]


def rewrite(path: Path, old: Key | None, new: Key | None, *, stopped: Callable[[], bool] = never) -> None:
    """Put the register at a path under another key, None for a plain file; no desk may have it open.

    Whatever is refused, by StoreError in words, leaves the register as it was; so does UserError, where `stopped()`
    says that nobody wants it any more.
    """
    # A link would be replaced by a file, and leave what it points to as it is.
    path = Path(os.path.realpath(path))
    if gate.look(path, old) is not gate.Kind.OURS:
        raise StoreError(say("There is no register at {path}: name another file.", path=shown(path)))
    part = path.with_name(path.name + HALF_DONE)
    database = Database(path, old)
    database.open(as_it_is=True)
    try:
        part.unlink(missing_ok=True)
        _write(database, part, new, stopped)
        _go_on(stopped)
        check_same(part, new, shape_of(raw(database.connection)))
        _make_whole(part, path)
        _go_on(stopped)
        _exchange(database, part)
    except DISK_ERRORS as error:
        raise _in_words(path, error) from error
    finally:
        database.close()
        with suppress(OSError):
            part.unlink(missing_ok=True)
    make_durable(path.parent)


def shape_of(connection: Any) -> Shape:
    """Return what a copy of the register that a driver's connection has open must have too."""
    schema = connection.execute("SELECT type, name, tbl_name, sql FROM main.sqlite_master ORDER BY 1, 2").fetchall()
    names = [name for kind, name, _, _ in schema if kind == "table"]
    counts = ((name, connection.execute(f'SELECT count(*) FROM main."{name}"').fetchone()[0]) for name in names)  # noqa: S608
    return Shape(tuple(schema), tuple(counts))


def check_same(part: Path, key: Key | None, shape: Shape) -> None:
    """Make sure that a copy opens with its key, is sound in every page and has the same rows; StoreError if not."""
    gate.look(part, key)
    with closing(read_only(part)) as connection:
        if key is not None:
            unlock(connection, key)
        if not _is_sound(connection, key) or shape_of(connection) != shape:
            raise StoreError(
                say("The disk did not keep what was written, so the register stays as it was: check the disk.")
            )


def _is_sound(connection: Any, key: Key | None) -> bool:
    # It tells of a page whose signature is wrong, where the other check could not go on.
    if key is not None and connection.execute("PRAGMA cipher_integrity_check").fetchall():
        return False
    answers: list[tuple[str]] = connection.execute("PRAGMA integrity_check").fetchall()
    return answers == [("ok",)]


def _go_on(stopped: Callable[[], bool]) -> None:
    if stopped():
        raise UserError(say(AS_IT_WAS))


def _write(database: Database, part: Path, key: Key | None, stopped: Callable[[], bool]) -> None:
    """Copy all rows into a file beside; the register's own lock keeps every desk out meanwhile."""
    # In this mode nothing of the register's old self stays beside it, not even in a journal.
    database.journal_mode = database.pragma("journal_mode = TRUNCATE")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = raw(database.connection)
    connection.execute("ATTACH ? AS other KEY ?", (str(part), key.literal if key is not None else ""))
    try:
        # A half of this file is thrown away; a journal in memory only keeps the connection usable where it fails.
        database.pragma("other.journal_mode = MEMORY")
        database.pragma("other.synchronous = OFF")
        connection.set_progress_handler(stopped, INSTRUCTIONS)
        try:
            connection.execute("SELECT sqlcipher_export('other')").fetchone()
        finally:  # closing the register is not to be stopped as well
            connection.set_progress_handler(None, INSTRUCTIONS)
        for mark in ("application_id", "user_version"):
            database.pragma(f"other.{mark} = {database.pragma(mark)}")
    except dbapi2.DatabaseError as error:
        _go_on(stopped)
        # The export hands on what happened in words alone, without a code.
        words = say("it could not be written anew, so make sure that the disk has room for a second one")
        raise StoreError(say("{path} stays as it was: {words}.", path=shown(database.path), words=words)) from error
    connection.execute("DETACH other")


def _make_whole(part: Path, path: Path) -> None:
    shutil.copymode(path, part)
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    make_durable(path.parent)


def _exchange(database: Database, part: Path) -> None:
    path = database.path
    if os.name == "nt":
        # Nobody can replace an open file there; elsewhere the lock is held until the other file stands.
        database.drop()
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    part.replace(path)
    # Closing would clear up what stands at the path, which is another register's by now.
    database.drop()


def _in_words(path: Path, error: Exception) -> Exception:
    code = code_of(error)
    return (
        error
        if code is None
        else StoreError(say("{path} stays as it was. {sentences}", path=shown(path), sentences=say(SENTENCES[code])))
    )
