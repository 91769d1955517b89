"""The register opens with the settings that keep its promises; its schema is the same however it came to be."""

import os
import stat

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from tests.registers import Clerk
from wibdesk.errors import StoreError
from wibdesk.store.connection import check_sqlite
from wibdesk.store.creation import create
from wibdesk.store.database import Database
from wibdesk.store.migrate import upgrade
from wibdesk.store.tables import APPLICATION_ID, HEAD_REVISION, SCHEMA_NUMBER, metadata


@pytest.fixture
def database(tmp_path):
    database = Database(tmp_path / "register.wibdesk")
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


def test_a_closed_register_is_one_file_that_opens_where_nothing_can_be_written(tmp_path):
    database = Database(tmp_path / "register.wibdesk")
    database.open()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["register.wibdesk", "register.wibdesk-wal"]
    identity = database.identity
    database.close()
    assert [p.name for p in tmp_path.iterdir()] == ["register.wibdesk"]
    reader = dbapi2.connect(f"{database.path.as_uri()}?mode=ro", uri=True)
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


def older_register(path):
    """A register of the format before the first: ours by its mark, with no tables yet."""
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.execute("CREATE TABLE older (words TEXT)")
    raw.execute("INSERT INTO older VALUES ('kept')")
    raw.close()


def test_an_older_register_is_copied_and_brought_up_to_date(tmp_path):
    path = tmp_path / "100% register.wibdesk"
    older_register(path)
    for _ in range(2):
        clerk = Clerk(path)
        clerk.body(f"Body {clerk.ask(lambda uow: len(uow.bodies.all()))}")
        clerk.desk.close()
    stored = dbapi2.connect(str(path))
    assert stored.execute("PRAGMA user_version").fetchone() == (SCHEMA_NUMBER,)
    assert stored.execute("SELECT words FROM older").fetchone() == ("kept",)
    assert stored.execute("SELECT name FROM body ORDER BY name").fetchall() == [("Body 0",), ("Body 1",)]
    stored.close()
    copy = dbapi2.connect(str(path.with_name(f"{path.name}.before-format-{SCHEMA_NUMBER}")))
    assert copy.execute("PRAGMA user_version").fetchone() == (0,)
    assert copy.execute("SELECT name FROM sqlite_master").fetchall() == [("older",)]
    copy.close()


LOOSE_ENDS = (
    "CREATE TABLE parent (id TEXT PRIMARY KEY);"
    "CREATE TABLE child (parent_id TEXT REFERENCES parent (id)); INSERT INTO child VALUES ('nobody')"
)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (LOOSE_ENDS, "belong to nothing, so it stays in its old format"),
        ("CREATE TABLE vote_name (in_the_way TEXT)", "could not be brought into the new format, so it stays"),
    ],
)
def test_a_failing_migration_leaves_the_old_register_as_it_was(tmp_path, made, words):
    path = tmp_path / "register.wibdesk"
    older_register(path)
    stored = dbapi2.connect(str(path))
    stored.executescript(made)
    before = stored.execute("SELECT sql FROM sqlite_master").fetchall()
    stored.close()
    with pytest.raises(StoreError, match=words):
        Database(path).open()
    stored = dbapi2.connect(str(path))
    assert stored.execute("SELECT sql FROM sqlite_master").fetchall() == before
    assert stored.execute("PRAGMA user_version").fetchone() == (0,)
    assert stored.execute("SELECT words FROM older").fetchone() == ("kept",)
    stored.close()
