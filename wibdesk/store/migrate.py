"""Brings an older register up to date: a backup first, then each step in a transaction of its own."""

import warnings
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from wibdesk.domain.backups import Reason
from wibdesk.errors import StoreError
from wibdesk.language import say
from wibdesk.paths import backup_folder
from wibdesk.store.connection import raw
from wibdesk.store.copies.backup_files import backups_in, draft_name, holds, put_in_place
from wibdesk.store.copies.copying import check_copy, copy_register, draft_of_copy, marks_of, told_as
from wibdesk.store.encryption.cipher import Key
from wibdesk.store.tables import APPLICATION_ID, SCHEMA_NUMBER
from wibdesk.store.trouble import code_of, shown


def migrate(connection: sa.Connection, path: Path, key: Key | None = None) -> None:
    """Run every migration that the register lacks; a step that fails leaves it as it was before that step."""
    number = marks_of(raw(connection)).format
    _back_up(connection, path, key)
    # Rebuilding a table under foreign keys would delete its children; the pragma works outside a transaction only.
    raw(connection).execute("PRAGMA foreign_keys = OFF")
    try:
        for target in range(number + 1, SCHEMA_NUMBER + 1):
            _step(connection, path, target)
    except sa.exc.DBAPIError as error:
        if code_of(error) is not None:
            raise
        raise StoreError(
            say("{path} could not be brought into the new format, so it stays as it was.", path=shown(path))
        ) from error
    finally:
        raw(connection).execute("PRAGMA foreign_keys = ON")


def upgrade(connection: sa.Connection, revision: str = "head") -> None:
    """Run the migrations up to a revision inside the transaction that is open."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    with warnings.catch_warnings():
        # Alembic's own notices about its configuration are no concern of the clerk.
        warnings.simplefilter("ignore", DeprecationWarning)
        command.upgrade(config, revision)


def revision_of(number: int) -> str:
    """Return the migration that leads to a format: they are numbered alike."""
    return f"{number:04d}"


def _step(connection: sa.Connection, path: Path, target: int) -> None:
    """Bring the register from one format to the next, whole or not at all."""
    with connection.begin():
        before = _row_counts(connection)
        upgrade(connection, revision_of(target))
        after = _row_counts(connection)
        fewer = sorted(name for name, rows in before.items() if after.get(name, 0) < rows)
        if fewer:
            raise StoreError(
                say(
                    "{path} would lose rows of “{fewer}”, so it stays in its old format.",
                    path=shown(path),
                    fewer=fewer[0],
                )
            )
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise StoreError(
                say("{path} holds rows that belong to nothing, so it stays in its old format.", path=shown(path))
            )
        if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
            raise StoreError(say("{path} would come out damaged, so it stays in its old format.", path=shown(path)))
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {target}")


def _row_counts(connection: sa.Connection) -> dict[str, int]:
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
    each = (sa.select(sa.literal(name), sa.func.count()).select_from(sa.table(name)) for name in names)
    return {str(name): int(count) for name, count in connection.execute(sa.union_all(*each))}


def _back_up(connection: sa.Connection, path: Path, key: Key | None) -> None:
    """Keep the register as it is among its backups, unless one is there, as from an earlier try."""
    folder, marks = backup_folder(path), marks_of(raw(connection))
    if any(holds(backup, marks, key) for backup in backups_in(folder, identity=marks.identity)):
        return
    words = say(
        "{path} stays in its old format, because no backup of it could be made in {folder}",
        path=shown(path),
        folder=shown(folder),
    )
    with told_as(words), draft_of_copy(folder, draft_name(path.stem, marks)) as part:
        copy_register(connection, part, key)
        check_copy(part, key, expected=marks)
        put_in_place(part, folder, path.stem, marks, datetime.now(UTC), Reason.BEFORE_UPDATE)
