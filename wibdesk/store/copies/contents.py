"""What a register or a backup holds, for a clerk who is to choose one: read without changing a byte."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from wibdesk.errors import LockedError, StoreError
from wibdesk.language import say
from wibdesk.store.copies.copying import Marks, marks_of
from wibdesk.store.copies.reading_copy import JOURNALS, place
from wibdesk.store.encryption.cipher import Key, is_locked, key_from, read_only, salt_of, unlock
from wibdesk.store.gate import by_newer
from wibdesk.store.tables import APPLICATION_ID, SCHEMA_NUMBER
from wibdesk.store.trouble import shown

MOST_MEETINGS = 5
"""The newest meetings that are named."""
_WORDED = (
    "SELECT text FROM paragraph",
    "SELECT text FROM subheading",
    "SELECT text FROM bullet",
    "SELECT text FROM numbered",
    "SELECT text FROM table_cell",
    "SELECT text FROM decision_part",
    "SELECT text FROM action",
    "SELECT motion FROM vote",
    "SELECT now FROM amendment",
    "SELECT text FROM private_note",
)
"""Where minutes are typed, in every format."""
_BODIES = """SELECT body.name, count(meeting.id) FROM body LEFT JOIN meeting ON meeting.body_id = body.id
GROUP BY body.id ORDER BY body.name"""
_NEWEST = """SELECT meeting.ref, body.name, meeting.date, meeting.title FROM meeting
JOIN body ON body.id = meeting.body_id ORDER BY meeting.date DESC NULLS LAST, meeting.rowid DESC LIMIT ?"""


@dataclass(frozen=True)
class BodyHeld:
    """A body with the number of its meetings."""

    name: str
    meetings: int


@dataclass(frozen=True)
class MeetingHeld:
    """A meeting by its reference, body, day and title, as far as it has these."""

    ref: str
    body: str
    date: date | None
    title: str | None


@dataclass(frozen=True)
class Contents:
    """What a clerk sees of a backup: its bodies by name, its newest meetings, and how many words of minutes.

    `saves` counts every save there ever was, `format` is the number of the register's format.
    """

    bodies: tuple[BodyHeld, ...]
    newest: tuple[MeetingHeld, ...]
    meetings: int
    plans: int
    words: int
    saves: int
    format: int
    identity: str


def key_for(path: Path, secret: str | None, known: Key | None = None) -> Key | None:
    """Return the key of a file by its passphrase or recovery key, None where it needs none; LockedError without one.

    `known` is used where it has the file's own salt, so that nobody types it again.
    """
    if not is_locked(path):
        return None
    salt = salt_of(path)
    if secret is not None:
        return key_from(secret, salt)
    if known is not None and known.salt == salt:
        return known
    raise LockedError(say("{path} is locked: its passphrase or its recovery key is needed.", path=shown(path)))


@contextmanager
def opened_to_read(path: Path, key: Key | None = None) -> Iterator[Any]:
    """Give a driver's connection on a file that is not open elsewhere, without changing a byte of it or beside it.

    Where a journal lies beside it, a copy of both is read: without the journal the last saves would be missing.
    """
    if not any(path.with_name(path.name + ending).exists() for ending in JOURNALS):
        with closing(read_only(path)) as connection:
            yield _unlocked(connection, key)
        return
    with place(path, reading=True) as copy, closing(dbapi2.connect(str(copy), isolation_level=None)) as connection:
        yield _unlocked(connection, key)


def _unlocked(connection: Any, key: Key | None) -> Any:
    if key is not None:
        unlock(connection, key)
    return connection


def marks_at(path: Path, key: Key | None = None) -> Marks:
    """Return what the register at a path says of itself; StoreError where it is none that this desk reads."""
    try:
        with opened_to_read(path, key) as connection:
            found = marks_of(connection)
    except (dbapi2.Error, TypeError) as error:
        raise unreadable(path, locked=key is not None) from error
    if found.application != APPLICATION_ID:
        raise StoreError(say("{path} is not a WIBDesk register: choose another file.", path=shown(path)))
    if found.format > SCHEMA_NUMBER:
        raise by_newer(path, found.format)
    return found


def read_contents(path: Path, key: Key | None = None) -> Contents:
    """Return what a backup holds; StoreError where it cannot be read."""
    marks = marks_at(path, key)
    try:
        with opened_to_read(path, key) as connection:
            return _contents(connection, marks)
    except dbapi2.Error as error:
        raise unreadable(path, locked=key is not None) from error


def unreadable(path: Path, *, locked: bool) -> StoreError:
    """Return what a clerk is told of a file that cannot be read: with a wrong key, a sound one looks damaged too."""
    if locked:
        return LockedError(
            say("{path} cannot be read: either the passphrase is another one, or it is damaged.", path=shown(path))
        )
    return StoreError(
        say("{path} is no register, or is damaged and cannot be read: choose another one.", path=shown(path))
    )


def _contents(connection: Any, marks: Marks) -> Contents:
    (saves,) = connection.execute("SELECT save_seq FROM register").fetchone()
    newest = connection.execute(_NEWEST, (MOST_MEETINGS,)).fetchall()
    _, meetings, plans = marks.counts
    return Contents(
        tuple(BodyHeld(name, held) for name, held in connection.execute(_BODIES)),
        tuple(MeetingHeld(ref, body, _day(day), title) for ref, body, day, title in newest),
        meetings,
        plans,
        sum(len(text.split()) for asked in _WORDED for (text,) in connection.execute(asked)),
        saves,
        marks.format,
        marks.identity,
    )


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None
