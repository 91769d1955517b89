"""The check of the register that a desk has open, made on a copy of its pages: saving goes on meanwhile."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from wibdesk.desk import Desk
from wibdesk.errors import StoreError, UserError
from wibdesk.language import say
from wibdesk.paths import backup_folder
from wibdesk.services.checking import Finding, check
from wibdesk.store.connection import connect, let_go, raw
from wibdesk.store.copies.copying import (
    INSTRUCTIONS,
    STOPPED,
    Told,
    copy_register,
    draft_of_copy,
    never,
    not_told,
    told_as,
)
from wibdesk.store.copies.reading_copy import place
from wibdesk.store.database import Database
from wibdesk.store.unit_of_work import UnitOfWork


def check_aside(desk: Desk, *, told: Told = not_told, stopped: Callable[[], bool] = never) -> tuple[Finding, ...]:
    """Return what is wrong with the register; on any thread but the saver's, which it keeps busy 50 ms at most.

    `told(left, pages)` is called on the saver's thread while the copy is made, `stopped()` on any. UserError where it
    was stopped. Where no copy can be made the register itself is checked, and saving waits for that; where saving
    itself waits, the file as it lies there is.
    """
    if desk.status.trouble is not None:
        with place(desk.register, reading=True) as lying:
            return _checked(lying, desk, stopped)
    try:
        with told_as(say("No copy could be made")), draft_of_copy(backup_folder(desk.register), "check") as part:

            def run(database: Database, between: Callable[[], None]) -> Any:
                def pause() -> None:
                    _go_on(stopped)
                    between()

                return copy_register(database.connection, part, database.key, between=pause, told=told)

            desk.copy(run).result()
            return _checked(part, desk, stopped)
    except StoreError:
        return desk.read(check).result()


def _checked(copy: Path, desk: Desk, stopped: Callable[[], bool]) -> tuple[Finding, ...]:
    """Return what is wrong with a copy; UserError where it was stopped."""
    connection = connect(copy, desk.key)
    try:
        raw(connection).set_progress_handler(stopped, INSTRUCTIONS)
        connection.begin()
        found = check(UnitOfWork(connection, now=desk.now(), writable=False))
    finally:
        # Nothing was written; of a damaged copy SQLite would refuse a commit even of that.
        connection.rollback()
        let_go(connection)
    _go_on(stopped)
    return found


def _go_on(stopped: Callable[[], bool]) -> None:
    if stopped():
        raise UserError(say(STOPPED))
