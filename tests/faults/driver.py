"""The driver of the store, as SQLAlchemy wants one, over a disk that fails on purpose."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import apsw
from sqlcipher3 import dbapi2

from tests.faults.disk import Disk

KINDS = {
    apsw.SQLITE_CONSTRAINT: dbapi2.IntegrityError,
    apsw.SQLITE_MISMATCH: dbapi2.IntegrityError,
    apsw.SQLITE_CORRUPT: dbapi2.DatabaseError,
    apsw.SQLITE_NOTADB: dbapi2.DatabaseError,
    apsw.SQLITE_MISUSE: dbapi2.ProgrammingError,
}
PRAGMA = re.compile(r"PRAGMA\s+(\w+)\s*(=?)", re.IGNORECASE)
ANSWERS = {"synchronous": "SELECT 3", "locking_mode": "SELECT 'exclusive'"}
"""What a setting answers that was not taken."""


def instead(statement: str, weakened: Mapping[str, str]) -> str:
    """Return what is run in place of a statement: for a control, a setting that loses."""
    asked = PRAGMA.match(statement) if weakened else None
    name = asked[1].lower() if asked else ""
    if asked is None or name not in weakened:
        return statement
    return f"PRAGMA {name} = {weakened[name]}" if asked[2] else ANSWERS.get(name, statement)


class Driver:
    """Stands for the driver's module: opens files on a disk, and is like the real one in all else.

    `weakened` are settings of the controls: each is taken, in silence, in place of the one that the store asks for.
    """

    def __init__(self, disk: Disk, weakened: Mapping[str, str] | None = None) -> None:
        self.disk = disk
        self.weakened = weakened or {}

    def __getattr__(self, name: str) -> Any:
        return getattr(dbapi2, name)

    def connect(self, path: str, **_: Any) -> "_Connection":
        """Open a file on the disk."""
        return _Connection(self, path)


class _Connection:
    isolation_level = None

    def __init__(self, driver: Driver, path: str) -> None:
        self.driver = driver
        with _told_as_the_driver_does():
            self.apsw = apsw.Connection(path, vfs=driver.disk.vfs.name)

    @property
    def in_transaction(self) -> bool:
        return self.apsw.in_transaction

    def cursor(self) -> "_Cursor":
        return _Cursor(self)

    def execute(self, statement: str, parameters: Any = ()) -> "_Cursor":
        return self.cursor().execute(statement, parameters)

    def commit(self) -> None:
        if self.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        if self.in_transaction:
            self.execute("ROLLBACK")

    def create_function(self, name: str, number: int, function: Any, **_: Any) -> None:
        self.apsw.create_scalar_function(name, function, number)

    def close(self) -> None:
        # SQLite closes a file whatever the disk says to it.
        with suppress(apsw.Error):
            self.apsw.close(True)


class _Cursor:
    arraysize = 1

    def __init__(self, connection: _Connection) -> None:
        self.connection = connection
        self.description: tuple[Any, ...] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self._rows: Iterator[Any] = iter(())

    def execute(self, statement: str, parameters: Any = ()) -> "_Cursor":
        return self._run(lambda cursor: cursor.execute(instead(statement, self.connection.driver.weakened), parameters))

    def executemany(self, statement: str, parameters: Any) -> "_Cursor":
        return self._run(lambda cursor: cursor.executemany(statement, parameters))

    def _run(self, run: Any) -> "_Cursor":
        held = self.connection.apsw
        before = held.total_changes()
        cursor = held.cursor()
        self.description = None
        cursor.exec_trace = self._describe
        with _told_as_the_driver_does():
            self._rows = iter(list(run(cursor)))
        self.rowcount = held.total_changes() - before
        self.lastrowid = held.last_insert_rowid()
        return self

    def _describe(self, cursor: apsw.Cursor, statement: str, bindings: Any) -> bool:
        columns = cursor.get_description()
        self.description = tuple((column[0], *(None,) * 6) for column in columns) or None
        return True

    def fetchone(self) -> Any:
        return next(self._rows, None)

    def fetchmany(self, size: int = 1) -> list[Any]:
        return [row for _, row in zip(range(size), self._rows, strict=False)]

    def fetchall(self) -> list[Any]:
        return list(self._rows)

    def __iter__(self) -> Iterator[Any]:
        return self._rows

    def close(self) -> None:
        self._rows = iter(())


@contextmanager
def _told_as_the_driver_does() -> Iterator[None]:
    """Turn apsw's errors into the driver's own, with the same code."""
    try:
        yield
    except apsw.Error as error:
        code = int(getattr(error, "extendedresult", -1))
        told = KINDS.get(code & 0xFF, dbapi2.OperationalError)(str(error))
        told.sqlite_errorcode = code
        raise told from error
