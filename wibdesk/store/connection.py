"""Connections to SQLite: the driver that is the same everywhere, and real transactions."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from wibdesk.errors import StoreError
from wibdesk.language import say
from wibdesk.store.encryption.cipher import Key, unlock

OLDEST_SQLITE = (3, 51, 3)
"""Before it, a WAL could lose committed writes when it began anew."""


def check_sqlite(version: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    """Make sure that SQLite is one that keeps its promises; StoreError names the version where it is not."""
    if version < OLDEST_SQLITE:
        found, wanted = (".".join(str(n) for n in v) for v in (version, OLDEST_SQLITE))
        raise StoreError(
            say(
                "SQLite {found} can lose minutes: install WIBDesk again, with SQLite {wanted} or newer.",
                found=found,
                wanted=wanted,
            )
        )


def connect(path: Path, key: Key | None = None, *, driver: Any = dbapi2) -> sa.Connection:
    """Open a connection whose transactions begin at once, so that two writers never meet in the middle.

    `driver` is a DB-API module that opens SQLite files.
    """

    def opened() -> Any:
        connection = driver.connect(str(path), isolation_level=None)
        if key is not None:
            unlock(connection, key)
        return connection

    # Parameters are minutes: they never stand in an error's words.
    engine = sa.create_engine(
        "sqlite://", module=driver, creator=opened, poolclass=sa.pool.NullPool, hide_parameters=True
    )

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        # A commit that failed may have left its transaction open; where there is none, this does nothing.
        raw(connection).rollback()
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine.connect()


def raw(connection: sa.Connection) -> Any:
    """Return the driver's own connection, on which a statement opens no transaction."""
    return connection.connection.driver_connection


def let_go(connection: sa.Connection) -> None:
    """Close the file as it is: what is committed stays."""
    connection.invalidate()
    connection.close()
