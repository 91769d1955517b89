"""The register opens with the settings that keep its promises; its schema is the same however it came to be."""

import os
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from tests.store.older import make_older
from wibdesk.errors import StoreError
from wibdesk.store.columns import metadata
from wibdesk.store.connection import check_sqlite
from wibdesk.store.creation import create, make_register
from wibdesk.store.database import Database
from wibdesk.store.encryption.cipher import Key, is_locked, unlock
from wibdesk.store.migrate import upgrade
from wibdesk.store.tables import APPLICATION_ID, HEAD_REVISION, SCHEMA_NUMBER

KEY = Key(bytes(range(32)), bytes(range(16)))


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def database(request, tmp_path):
    database = Database(tmp_path / "register.wibdesk", request.param)
    database.open()
    yield database
    database.close()


@pytest.mark.parametrize(
    ("setting", "answer"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 3),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("temp_store", 2),
        ("application_id", APPLICATION_ID),
        ("user_version", SCHEMA_NUMBER),
    ],
)
def test_every_setting_took(database, setting, answer):
    assert database.pragma(setting) == answer


def test_the_sqlite_in_use_is_one_that_keeps_its_promises():
    check_sqlite(dbapi2.sqlite_version_info)
    with pytest.raises(StoreError, match=r"SQLite 3\.51\.2 can lose minutes"):
        check_sqlite((3, 51, 2))


def test_an_encrypted_register_keeps_its_key_from_what_is_freed(tmp_path):
    database = Database(tmp_path / "register.wibdesk", KEY)
    database.open()
    assert database.pragma("cipher_memory_security") == "1"
    assert database.path.read_bytes()[:16] == KEY.salt
    database.close()


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_closed_register_is_one_file_that_opens_where_nothing_can_be_written(tmp_path, key):
    database = Database(tmp_path / "register.wibdesk", key)
    database.open()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["register.wibdesk", "register.wibdesk-wal"]
    identity = database.identity
    database.close()
    assert [p.name for p in tmp_path.iterdir()] == ["register.wibdesk"]
    reader = dbapi2.connect(f"{database.path.as_uri()}?mode=ro", uri=True)
    if key is not None:
        unlock(reader, key)
    assert reader.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert reader.execute("SELECT identity FROM register").fetchone() == (identity,)
    reader.close()
    with pytest.raises(StoreError, match="is not open"):
        database.pragma("user_version")


@pytest.mark.skipif(os.name == "nt", reason="rights are kept otherwise there")
def test_a_new_register_and_its_folder_are_its_owners_alone(tmp_path):
    path = tmp_path / "new" / "folder" / "register.wibdesk"
    database = Database(path)
    database.open()
    try:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700
    finally:
        database.close()


def engine():
    return sa.create_engine("sqlite://", module=dbapi2, poolclass=sa.pool.StaticPool)


def shape(made):
    """All that SQLite says of a schema."""
    look = sa.inspect(made)
    tables = {}
    for name in look.get_table_names():
        tables[name] = {
            "columns": sorted((c["name"], str(c["type"]), c["nullable"], c["default"]) for c in look.get_columns(name)),
            "key": look.get_pk_constraint(name),
            "links": sorted(
                (k["name"], k["constrained_columns"], k["referred_table"], k["options"].get("ondelete"))
                for k in look.get_foreign_keys(name)
            ),
            "indexes": sorted((i["name"], i["column_names"], i["unique"]) for i in look.get_indexes(name)),
            "unique": sorted((u["name"], u["column_names"]) for u in look.get_unique_constraints(name)),
            "checks": sorted((c["name"], c["sqltext"]) for c in look.get_check_constraints(name)),
        }
    return tables


def test_the_migrations_lead_to_the_very_tables_of_the_code():
    migrated, made = engine(), engine()
    with migrated.begin() as connection:
        upgrade(connection)
    with made.begin() as connection:
        metadata.create_all(connection)
    found = shape(migrated)
    assert set(found.pop("alembic_version")) == {"columns", "key", "links", "indexes", "unique", "checks"}
    # The index of the search is made by statements of its own, and SQLite makes tables for it.
    index = {"searched", "search", "search_left", *(f"search_{part}" for part in ("config", "data", "docsize", "idx"))}
    assert {name for name in found if name.startswith("search")} == index
    found = {name: table for name, table in found.items() if name not in index}
    assert found == shape(made)
    assert len(found) == len(metadata.tables)
    migrated.dispose()
    made.dispose()


def test_the_last_migration_is_the_one_that_a_new_register_carries():
    migrated, made = engine(), engine()
    with migrated.begin() as connection:
        upgrade(connection)
    create(made.connect())
    for each in (migrated, made):
        with each.connect() as connection:
            found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").all()
        assert found == [(HEAD_REVISION,)]
        each.dispose()


def test_the_schema_compiles_for_postgresql_too():
    dialect = sa.dialects.postgresql.dialect()
    made = [str(sa.schema.CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables]
    assert all("CREATE TABLE" in words for words in made)


def test_an_encrypted_register_of_an_earlier_format_is_brought_up_to_date_and_its_backup_is_encrypted_too(tmp_path):
    plain, path = tmp_path / "plain.wibdesk", tmp_path / "folder" / "register.wibdesk"
    path.parent.mkdir()
    make_older(plain, "0001")
    with closing(dbapi2.connect(str(plain), isolation_level=None)) as older:
        older.execute("ATTACH ? AS other KEY ?", (str(path), KEY.literal))
        older.execute("SELECT sqlcipher_export('other')")
        older.execute(f"PRAGMA other.application_id = {APPLICATION_ID}")
        older.execute("PRAGMA other.user_version = 1")
    plain.unlink()
    database = Database(path, KEY)
    database.open()
    assert database.pragma("user_version") == SCHEMA_NUMBER
    database.close()
    kept = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(kept) == 2
    assert all(is_locked(file) for file in kept)


class Answering(dbapi2.Connection):
    """SQLite where one setting does not take, as on a disk or in a build that cannot do it."""

    deaf = ""

    def execute(self, sql, *values):
        return super().execute("PRAGMA user_version" if sql.startswith(f"PRAGMA {self.deaf} =") else sql, *values)


def driver(connect):
    """The driver with another way to open a file."""
    return SimpleNamespace(**vars(dbapi2) | {"connect": connect})


@pytest.mark.parametrize("deaf", ["locking_mode", "synchronous", "foreign_keys"])
def test_a_setting_that_does_not_take_is_told_and_nothing_is_opened(tmp_path, deaf):
    path = tmp_path / "register.wibdesk"
    make_register(path)
    kind = type("Deaf", (Answering,), {"deaf": deaf})
    database = Database(path, driver=driver(lambda *a, **k: dbapi2.connect(*a, factory=kind, **k)))
    with pytest.raises(StoreError, match=f"does not take its setting “{deaf}” for .*minutes could be lost"):
        database.open()
    with pytest.raises(StoreError, match="is not open"):
        database.pragma("user_version")


@pytest.mark.parametrize(("mode", "safe"), [("DELETE", True), ("TRUNCATE", True), ("MEMORY", False), ("OFF", False)])
def test_a_journal_that_loses_nothing_will_do_and_no_other(tmp_path, mode, safe):
    class Other(dbapi2.Connection):
        def execute(self, sql, *values):
            return super().execute(sql.replace("journal_mode = WAL", f"journal_mode = {mode}"), *values)

    path = tmp_path / "register.wibdesk"
    database = Database(path, driver=driver(lambda *a, **k: dbapi2.connect(*a, factory=Other, **k)))
    if safe:
        database.open()
        assert database.journal_mode == mode.lower()
        assert database.checkpoint()
        database.close()
    else:
        with pytest.raises(StoreError, match="does not take its setting “journal_mode”"):
            database.open()


def test_a_register_that_is_exchanged_while_it_opens_is_not_written_into_the_void(tmp_path):
    path, other = tmp_path / "register.wibdesk", tmp_path / "other.wibdesk"
    make_register(path)
    make_register(other)

    def connect(*args, **more):
        opened = dbapi2.connect(*args, **more)
        if other.exists():
            other.replace(path)
        return opened

    database = Database(path, driver=driver(connect))
    with pytest.raises(StoreError, match="was exchanged for another file just now: open it again"):
        database.open()
    database.open()
    database.check_place()
    database.close()


def test_a_plain_register_is_not_slowed_by_what_only_an_encrypted_one_needs(tmp_path):
    path = tmp_path / "register.wibdesk"
    words = f"""
from tests.registers import Clerk
from pathlib import Path
from sqlcipher3 import dbapi2
Clerk(Path({str(path)!r})).desk.close()
print(dbapi2.connect(":memory:").execute("PRAGMA cipher_memory_security").fetchone()[0])
"""
    root = Path(__file__).parents[2]
    asked = subprocess.run([sys.executable, "-c", words], cwd=root, check=True, capture_output=True, text=True)
    assert asked.stdout.split()[-1] == "0"
