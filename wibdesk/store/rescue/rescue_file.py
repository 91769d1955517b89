"""A rescue file: what was accepted and is not known to be stored, in a small SQLite file in a second place.

It is encrypted with the register's key where that has one. Each write is a row, in order, with the token that the
register carries once it is stored: that tells one that came through from one that never did.
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from wibdesk.store.connection import connect, let_go, raw
from wibdesk.store.creation import make_durable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import sqlalchemy as sa

    from wibdesk.store.encryption.cipher import Key

ENDING = ".wibdesk-rescue"
APPLICATION_ID = 0x57494252
"""`WIBR`: what marks a SQLite file as a rescue file."""
SETTINGS = (
    "busy_timeout = 0",
    "locking_mode = EXCLUSIVE",
    "synchronous = EXTRA",
    "fullfsync = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "temp_store = MEMORY",
    # The journal held minutes too: kept beside the file, it can be overwritten with it.
    "journal_mode = PERSIST",
)
HEADING = """CREATE TABLE heading (
    identity TEXT NOT NULL, register TEXT NOT NULL, run TEXT NOT NULL, number INTEGER NOT NULL, base TEXT NOT NULL
)"""
WAITING = """CREATE TABLE waiting (
    number INTEGER PRIMARY KEY AUTOINCREMENT, token TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, verb TEXT NOT NULL,
    arguments BLOB, plain BLOB NOT NULL, words TEXT, at TEXT, why TEXT
)"""
ADD = """INSERT INTO waiting (token, kind, verb, arguments, plain, words, at, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
READ = "SELECT token, kind, verb, arguments, plain, words, at, why FROM waiting ORDER BY number"


@dataclass(frozen=True)
class Heading:
    """Whose writes these are: the register's identity and path, and the desk's run with the number of its file.

    `base` is the token of the last write that is known to be stored before them.
    """

    identity: str
    register: str
    run: str
    number: int
    base: str


@dataclass(frozen=True)
class Waiting:
    """One write: the job's kind, the verb's dotted name and its arguments as JSON (None where they are no such thing).

    `plain` is its text for the clerk, `words` names the step for undo, `at` is when it was accepted. Where `why` is a
    sentence it was refused when it was brought back, and only its text is kept.
    """

    token: str
    kind: str
    verb: str
    arguments: str | None
    plain: str
    words: str | None = None
    at: datetime | None = None
    why: str | None = None


class RescueFile:
    """One open rescue file, for one thread; every method raises what a disk raises that refuses."""

    def __init__(self, path: Path, key: Key | None = None) -> None:
        """Open the file, or make it for its owner alone."""
        self.path = path
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        self._connection = connect(path, key)
        try:
            for setting in SETTINGS:
                raw(self._connection).execute(f"PRAGMA {setting}").fetchall()
            self._place = os.stat(path)
            with self._connection.begin():
                self.empty = not self._rows("SELECT name FROM sqlite_master")
        except BaseException:
            self.close()
            raise

    def head(self, heading: Heading) -> None:
        """Begin a new file, with nothing waiting."""
        with self._connection.begin():
            self._run(HEADING)
            self._run(WAITING)
            self._run(f"PRAGMA application_id = {APPLICATION_ID}")
            values = (heading.identity, heading.register, heading.run, heading.number, heading.base)
            self._run("INSERT INTO heading VALUES (?, ?, ?, ?, ?)", values)
        self.empty = False
        make_durable(self.path.parent)

    def keep(self, base: str, new: Iterable[Waiting], gone: Iterable[str]) -> None:
        """Make durable what waits now: `new` writes behind the others, those with the tokens `gone` away."""
        if not os.path.samestat(os.stat(self.path), self._place):
            raise FileNotFoundError("The rescue file was exchanged.")
        with self._connection.begin():
            self._run("UPDATE heading SET base = ?", (base,))
            for token in gone:
                self._run("DELETE FROM waiting WHERE token = ?", (token,))
            for row in new:
                values = (row.token, row.kind, row.verb, _packed(row.arguments), _packed(row.plain), _clean(row.words))
                at = row.at.isoformat() if row.at is not None else None
                self._run(ADD, (*values, at, row.why))

    def refuse(self, token: str, why: str) -> None:
        """Keep a write as words alone, with the sentence that says why."""
        with self._connection.begin():
            self._run("UPDATE waiting SET why = ? WHERE token = ?", (why, token))

    def heading(self) -> Heading:
        """Return whose writes these are."""
        with self._connection.begin():
            ((identity, register, run, number, base),) = self._rows("SELECT * FROM heading")
        return Heading(str(identity), str(register), str(run), int(number), str(base))

    def waiting(self) -> tuple[Waiting, ...]:
        """Return the writes in order."""
        with self._connection.begin():
            rows = self._rows(READ)
        return tuple(_waiting(*row) for row in rows)

    def close(self) -> None:
        """Let go of the file as it is, once or again."""
        if not self._connection.closed:
            let_go(self._connection)

    def erase(self) -> None:
        """Overwrite the file and take it away; what a disk of flash memory keeps of it, nobody can say."""
        self.close()
        erase(self.path)

    def _run(self, statement: str, values: tuple[Any, ...] = ()) -> sa.CursorResult[Any]:
        return self._connection.exec_driver_sql(statement, values)

    def _rows(self, statement: str) -> list[Any]:
        return list(self._run(statement))


def erase(path: Path) -> None:
    """Overwrite a rescue file and what lies beside it, and take them away."""
    for each in (path.with_name(f"{path.name}-journal"), path):
        with suppress(FileNotFoundError):
            with each.open("r+b", buffering=0) as out:
                out.write(bytes(each.stat().st_size))
                os.fsync(out.fileno())
            each.unlink()
    make_durable(path.parent)


def _clean(words: str | None) -> str | None:
    """Return words without the halves of letters that SQLite does not take."""
    return None if words is None else words.encode("utf-8", "replace").decode("utf-8")


def _packed(text: str | None) -> bytes | None:
    return None if text is None else zlib.compress(text.encode("utf-8", "surrogatepass"))


def _unpacked(data: bytes | None) -> str | None:
    return None if data is None else zlib.decompress(data).decode("utf-8", "surrogatepass")


def _waiting(token: str, kind: str, verb: str, arguments: bytes | None, plain: bytes, *more: str | None) -> Waiting:
    words, at, why = more
    moment = datetime.fromisoformat(at) if at else None
    return Waiting(token, kind, verb, _unpacked(arguments), _unpacked(plain) or "", words, moment, why)
