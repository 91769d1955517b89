"""Fills the index for searching little by little, so that an old register opens at once and no save waits for long.

While anything is left, the table `search_left` has a row for each source: up to which record it is filled, None where
it is done, and of how many. Triggers keep it true meanwhile, so that a part of an index is never wrong, only short.
"""

# ruff: noqa: S608 - the names in these queries are all our own

from collections.abc import Callable
from time import monotonic
from typing import Any

import sqlalchemy as sa

from wibdesk.store.connection import raw
from wibdesk.store.database import Database
from wibdesk.store.search_index import LEFT, being_filled, make_empty, placed
from wibdesk.store.search_sources import SOURCES, Source

SLICE = 0.004
"""Seconds after which a slice ends: with its commit, a save waits for less than 20 ms."""
BATCH = 20
"""Records that are indexed between two looks at the clock."""
PAGES_MERGED, PAGES_OF_JOURNAL = 24, 200
"""Pages of small pieces of the index that a slice puts together, and of the journal that it brings into the file."""
USUAL_JOURNAL = 1000
# Left to itself, the index puts many pieces together at once, for which a save would wait.
_WHILE_FILLING, _USUAL = {"automerge": 0, "crisismerge": 256}, {"automerge": 4, "crisismerge": 16}
NEARLY = 0.99
"""The most that is told while anything is left: what is added meanwhile counts as well."""


def begin_anew(connection: sa.Connection) -> None:
    """Make an empty index, with all that the register holds still to be filled in; in the transaction that is open."""
    make_empty(connection)
    _set(raw(connection), _WHILE_FILLING)
    run = connection.exec_driver_sql
    run(
        f"CREATE TABLE {LEFT} (source VARCHAR(20) PRIMARY KEY, after VARCHAR(32), done INTEGER NOT NULL,"
        " total INTEGER NOT NULL)"
    )
    for source in SOURCES:
        counted = f"SELECT '{source.table}', '', 0, count(DISTINCT {source.record}) FROM {source.table}"
        run(f"INSERT INTO {LEFT} {counted}")


def share_ready(connection: sa.Connection) -> float:
    """Return the share of the register that the index has, from 0 to 1."""
    if not being_filled(connection):
        return 1.0
    ((share,),) = raw(connection).execute(f"SELECT sum(done) * 1.0 / max(sum(total), 1) FROM {LEFT}").fetchall()
    return min(float(share), NEARLY)


def fill_slice(database: Database, _between: Callable[[], None]) -> float:
    """Fill in as much as a slice takes, in a transaction of its own; return the share that is ready."""
    connection = database.connection
    if not being_filled(connection):
        return 1.0
    database.pragma(f"wal_autocheckpoint = {PAGES_OF_JOURNAL}")
    try:
        with connection.begin():
            _fill_some(raw(connection), monotonic() + SLICE)
    finally:
        database.pragma(f"wal_autocheckpoint = {USUAL_JOURNAL}")
    return share_ready(connection)


def _fill_some(driver: Any, until: float) -> None:
    left = dict(driver.execute(f"SELECT source, after FROM {LEFT} WHERE after IS NOT NULL").fetchall())
    for source in SOURCES:
        after = left.get(source.table)
        while after is not None:
            after = _fill_in(driver, source, after)  # before the clock is looked at: a slice always comes further
            if monotonic() > until:
                _merge(driver)
                return
    if not _merge(driver):
        _set(driver, _USUAL)
        driver.execute(f"DROP TABLE {LEFT}")


def _merge(driver: Any) -> bool:
    """Put some small pieces of the index together; say whether there were any."""
    before = driver.total_changes
    driver.execute(f"INSERT INTO search (search, rank) VALUES ('merge', {PAGES_MERGED})")
    return int(driver.total_changes) - int(before) > 1


def _set(driver: Any, settings: dict[str, int]) -> None:
    for name, number in settings.items():
        driver.execute(f"INSERT INTO search (search, rank) VALUES ('{name}', {number})")


def _fill_in(driver: Any, source: Source, after: str) -> str | None:
    """Fill in the next records of a source, and return the last of them; None where that was all."""
    key = source.record
    few = f"SELECT DISTINCT {key} FROM {source.table} WHERE {key} > ? ORDER BY {key} LIMIT {BATCH}"
    records = [record for (record,) in driver.execute(few, (after,)).fetchall()]
    if records:
        within = f"r.{key} > ? AND r.{key} <= ?"
        driver.execute(placed(source, within), (after, records[-1]))
    last = records[-1] if len(records) == BATCH else None
    noted = f"UPDATE {LEFT} SET after = ?, done = CASE WHEN ? THEN done + ? ELSE total END WHERE source = ?"
    driver.execute(noted, (last, last is not None, len(records), source.table))
    return last
