"""Brings an older register up to date: a copy first, then one transaction for all steps."""

import warnings
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from wibdesk.errors import StoreError
from wibdesk.store.connection import raw
from wibdesk.store.creation import make_durable
from wibdesk.store.tables import APPLICATION_ID, SCHEMA_NUMBER
from wibdesk.store.trouble import code_of, shown


def migrate(connection: sa.Connection, path: Path) -> None:
    """Run every migration that the register lacks; on any failure it stays as it was."""
    _copy_first(connection, path)
    # Rebuilding a table under foreign keys would delete its children; the pragma works outside a transaction only.
    raw(connection).execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.begin():
            upgrade(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise StoreError(f"{shown(path)} holds rows that belong to nothing, so it stays in its old format.")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_NUMBER}")
    except sa.exc.DBAPIError as error:
        if code_of(error) is not None:
            raise
        raise StoreError(f"{shown(path)} could not be brought into the new format, so it stays as it was.") from error
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


def _copy_first(connection: sa.Connection, path: Path) -> None:
    """Keep the register as it is beside the new one; a copy made by an earlier try stays.

    The copy gets its name when it is whole, so that a desk killed meanwhile leaves no half of one.
    """
    copy = path.with_name(f"{path.name}.before-format-{SCHEMA_NUMBER}")
    if copy.exists():
        return
    part = path.with_name(f"{copy.name}.part")
    part.unlink(missing_ok=True)
    try:
        raw(connection).execute("VACUUM INTO ?", (str(part),))
        part.chmod(0o600)
        part.replace(copy)
    finally:
        part.unlink(missing_ok=True)
    make_durable(path.absolute().parent)
