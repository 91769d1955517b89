"""A new register: made complete beside its place, then put there, so that a crash never leaves half of one."""

import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlcipher3 import dbapi2

from wibdesk.domain.ids import new_id
from wibdesk.store.columns import metadata
from wibdesk.store.connection import connect, let_go, raw
from wibdesk.store.encryption.cipher import Key
from wibdesk.store.search_index import statements as search_statements
from wibdesk.store.tables import APPLICATION_ID, HEAD_REVISION, SCHEMA_NUMBER, register


def make_register(path: Path, key: Key | None = None, *, driver: Any = dbapi2) -> None:
    """Put an empty register at a path where there is nothing, or an empty file; with a key, an encrypted one.

    Only its owner may read it, nor the folders that are made for it. One that another desk put there meanwhile stays.
    """
    _make_folders(path.absolute().parent)
    part = path.with_name(f"{path.name}.{new_id()[:8]}.new")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _fill(connect(part, key, driver=driver))
        _put_in_place(part, path)
    finally:
        for made in (part, part.with_name(f"{part.name}-journal")):
            made.unlink(missing_ok=True)
    make_durable(path.absolute().parent)


def create(connection: sa.Connection) -> None:
    """Make the tables of an empty register in one transaction."""
    with connection.begin():
        for statement in _statements():
            raw(connection).execute(statement)
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD_REVISION,))
        counters = {"save_seq": 0, "last_meeting": 0, "last_plan": 0}
        connection.execute(sa.insert(register), {"id": 1, "identity": new_id(), "save_token": "", **counters})
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_NUMBER}")


@cache
def _statements() -> tuple[str, ...]:
    """Return what makes the tables and their indexes; putting it in words takes longer than having SQLite do it."""
    said: list[str] = []
    dialect = sqlite.dialect()
    engine = sa.create_mock_engine("sqlite://", lambda ddl, *_, **__: said.append(str(ddl.compile(dialect=dialect))))
    metadata.create_all(engine, checkfirst=False)
    return (*said, *search_statements())


def _make_folders(folder: Path) -> None:
    missing = [f for f in (folder, *folder.parents) if not f.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
        make_durable(each.parent)


def _fill(connection: sa.Connection) -> None:
    try:
        raw(connection).execute("PRAGMA synchronous = EXTRA")
        create(connection)
    finally:
        let_go(connection)


def _put_in_place(part: Path, path: Path) -> None:
    if path.exists() and path.stat().st_size == 0:
        part.replace(path)
        return
    try:
        # A link, unlike a renaming, never takes the place of a register that came there meanwhile.
        os.link(part, path)
    except FileExistsError:
        return
    except OSError:
        # Some disks know no links.
        if not path.exists():
            part.rename(path)


def make_durable(folder: Path) -> None:
    """Have the disk remember the names in a folder; Windows does so by itself and opens no folder."""
    with suppress(OSError):
        held = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(held)
        finally:
            os.close(held)
