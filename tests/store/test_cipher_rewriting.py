"""A register is locked up, gets another passphrase or is unlocked for good: whole before and after, never between."""

import resource
import shutil
import stat
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.registers import WAIT
from tests.store.older import make_older
from wibdesk.errors import LockedError, StoreError, UserError
from wibdesk.safety.locked_registers import (
    change_passphrase,
    lock_up,
    needs_passphrase,
    plain_copies,
    remove_copies,
    unlock_for_good,
)
from wibdesk.store.database import HALF_DONE, Database
from wibdesk.store.encryption.cipher import Key, unlock
from wibdesk.store.encryption.rewriting import check_same, rewrite, shape_of
from wibdesk.store.encryption.unlocking import key_of_locked
from wibdesk.store.lock import InUseError
from wibdesk.store.tables import APPLICATION_ID, SCHEMA_NUMBER

ROOT = Path(__file__).parents[2]
PASSPHRASE, ANOTHER = "correct horse battery staple", "another phrase to remember"
KEYS = {
    "locking up": (None, Key(bytes(range(32)), bytes(range(7, 23)))),
    "another passphrase": (Key(bytes(range(32)), bytes(range(7, 23))), Key(bytes(range(9, 41)), bytes(range(16)))),
    "unlocking for good": (Key(bytes(range(9, 41)), bytes(range(16))), None),
}


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """A plain register with a row in every table of the first format, brought up to date."""
    path = tmp_path_factory.mktemp("built") / "register.wibdesk"
    make_older(path, "0001")
    database = Database(path)
    database.open()
    database.close()
    return path


@pytest.fixture
def register(built, tmp_path):
    """A copy of it, alone in its folder."""
    return Path(shutil.copy(built, tmp_path / "register.wibdesk"))


def opened(path, key=None):
    """The driver's connection to a register that nobody else has open."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    if key is not None:
        unlock(connection, key)
    return closing(connection)


def rows(path, key=None):
    """Every row of every table, and the marks of the file."""
    with opened(path, key) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        held = {name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in names}
        marks = [connection.execute(f"PRAGMA {mark}").fetchone()[0] for mark in ("application_id", "user_version")]
    assert marks == [APPLICATION_ID, SCHEMA_NUMBER]
    return held


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_every_row_is_there_under_each_key_and_nothing_lies_beside(register):
    before, folder = rows(register), register.parent
    assert sum(map(len, before.values())) > 50
    register.chmod(0o640)

    recovery = lock_up(register, PASSPHRASE)
    assert needs_passphrase(register)
    assert rows(register, key_of_locked(register, PASSPHRASE)) == before
    assert rows(register, key_of_locked(register, recovery)) == before

    second = change_passphrase(register, recovery, ANOTHER)
    assert second != recovery
    for old in (PASSPHRASE, recovery):
        with pytest.raises(LockedError):
            key_of_locked(register, old)
    assert rows(register, key_of_locked(register, ANOTHER)) == before

    unlock_for_good(register, ANOTHER)
    assert not needs_passphrase(register)
    assert rows(register) == before
    assert names(folder) == ["register.wibdesk"]
    assert stat.S_IMODE(register.stat().st_mode) == 0o640


@pytest.mark.parametrize(("way", "asked"), [("locking up", 2), *((way, "last") for way in KEYS)])
def test_stopped_at_any_moment_it_leaves_the_register_as_it_was(register, way, asked):
    old, new = KEYS[way]
    if old is not None:
        rewrite(register, None, old)
    before, questions = rows(register, old), []

    def counted():
        questions.append(1)
        return False

    if asked == "last":
        whole = shutil.copy(register, register.parent.parent / "counted.wibdesk")
        rewrite(Path(whole), old, new, stopped=counted)
        asked, questions = len(questions), []
    with pytest.raises(UserError, match="It was stopped, and the register is as it was"):
        rewrite(register, old, new, stopped=lambda: counted() or len(questions) >= asked)
    assert rows(register, old) == before
    assert names(register.parent) == ["register.wibdesk"]
    rewrite(register, old, new)
    assert rows(register, new) == before


def test_no_word_of_the_plain_register_is_in_the_encrypted_one(register):
    assert b"CREATE TABLE" in register.read_bytes()
    lock_up(register, PASSPHRASE)
    assert b"CREATE" not in register.read_bytes()


def test_what_a_crash_left_in_the_journal_comes_along(register):
    script = (
        "import os, sys; from pathlib import Path; from wibdesk.store.database import Database;"
        "d = Database(Path(sys.argv[1])); d.open();"
        "d.connection.exec_driver_sql('UPDATE register SET last_plan = 4711'); d.connection.commit(); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(register)], check=False, timeout=WAIT, cwd=ROOT)
    assert register.with_name(f"{register.name}-wal").stat().st_size
    lock_up(register, PASSPHRASE)
    assert names(register.parent) == ["register.wibdesk"]
    with opened(register, key_of_locked(register, PASSPHRASE)) as connection:
        assert connection.execute("SELECT last_plan FROM register").fetchone() == (4711,)


def test_a_register_of_an_earlier_format_keeps_it_and_its_plain_copies_are_known(tmp_path):
    register = tmp_path / "register.wibdesk"
    make_older(register, "0001")
    shutil.copy(register, tmp_path / "a copy by hand")
    (backups := tmp_path / "backups").mkdir(exist_ok=True)
    shutil.copy(register, backups / "of Sunday.wibdesk")
    other = tmp_path / "stick"
    other.mkdir()
    shutil.copy(register, other / "of Monday.wibdesk")
    (other / "a letter.txt").write_text("words")
    with opened(other / "a program's.db") as theirs:
        theirs.execute("CREATE TABLE register (identity TEXT)")
    lock_up(register, PASSPHRASE)
    with opened(register, key_of_locked(register, PASSPHRASE)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    found = plain_copies(register, [other, tmp_path / "absent"], secret=PASSPHRASE)
    assert set(found) == {tmp_path / "a copy by hand", other / "of Monday.wibdesk", backups / "of Sunday.wibdesk"}
    remove_copies(found)
    assert plain_copies(register, [other], secret=PASSPHRASE) == ()
    assert names(other) == ["a letter.txt", "a program's.db"]
    assert needs_passphrase(register)


def test_the_copies_of_a_plain_register_are_not_those_of_another(register, tmp_path):
    beside = Path(shutil.copy(register, tmp_path / "copy"))
    another = Database(tmp_path / "another.wibdesk")
    another.open()
    another.close()
    assert plain_copies(register) == (beside,)
    with pytest.raises(StoreError, match="cannot be removed: remove it yourself"):
        remove_copies([tmp_path])


def test_a_register_behind_a_link_is_encrypted_itself(register, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(register)
    lock_up(link, PASSPHRASE)
    assert link.is_symlink()
    assert needs_passphrase(register)


def test_a_register_that_a_desk_has_open_stays_as_it_is(register):
    database = Database(register)
    database.open()
    with pytest.raises(InUseError):
        lock_up(register, PASSPHRASE)
    database.close()
    assert not needs_passphrase(register)
    assert names(register.parent) == ["register.wibdesk"]


def test_what_cannot_be_done_is_refused_in_words(register, tmp_path):
    before = register.read_bytes()
    absent = tmp_path / "absent.wibdesk"
    refusals = [
        (UserError, "too short", lambda: lock_up(register, "too short")),
        (StoreError, "There is no register at", lambda: lock_up(absent, PASSPHRASE)),
        (StoreError, "There is no register at", lambda: unlock_for_good(absent, PASSPHRASE)),
        (StoreError, "is not encrypted", lambda: unlock_for_good(register, PASSPHRASE)),
        (StoreError, "is not encrypted", lambda: change_passphrase(register, PASSPHRASE, ANOTHER)),
    ]
    for kind, words, refused in refusals:
        with pytest.raises(kind, match=words):
            refused()
    assert register.read_bytes() == before
    recovery = lock_up(register, PASSPHRASE)
    before = register.read_bytes()
    refusals = [
        (StoreError, "is encrypted already", lambda: lock_up(register, ANOTHER)),
        (LockedError, "does not open", lambda: change_passphrase(register, ANOTHER, PASSPHRASE)),
        (UserError, "That is a recovery key", lambda: change_passphrase(register, PASSPHRASE, recovery)),
        (UserError, "too short", lambda: change_passphrase(register, PASSPHRASE, "short")),
        (LockedError, "does not open", lambda: unlock_for_good(register, ANOTHER)),
    ]
    for kind, words, refused in refusals:
        with pytest.raises(kind, match=words):
            refused()
    assert register.read_bytes() == before
    assert names(tmp_path) == ["register.wibdesk"]


@contextmanager
def no_file_over(size):
    """Let no file of this process grow over so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_without_room_leaves_the_register_as_it_was(register):
    before = rows(register)
    with no_file_over(100_000), pytest.raises(StoreError, match="stays as it was: it could not be written anew"):
        lock_up(register, PASSPHRASE)
    assert rows(register) == before
    assert names(register.parent) == ["register.wibdesk"]
    lock_up(register, PASSPHRASE)


def test_a_folder_that_takes_no_file_beside_leaves_the_register_as_it_was(register):
    before = rows(register)
    register.with_name(register.name + HALF_DONE).mkdir()
    with pytest.raises(StoreError, match=r"stays as it was\. The disk does not take"):
        lock_up(register, PASSPHRASE)
    assert rows(register) == before


def test_a_copy_that_differs_or_is_damaged_is_not_put_in_its_place(register, tmp_path):
    key = KEYS["locking up"][1]
    with opened(register) as connection:
        shape = shape_of(connection)
    rewrite(register, None, key)
    check_same(register, key, shape)
    with opened(register, key) as connection:
        connection.execute("CREATE TABLE more (words TEXT)")
        larger = shape_of(connection)
        connection.execute("INSERT INTO more VALUES ('x')")
    for wrong in (shape, larger):
        with pytest.raises(StoreError, match="did not keep what was written"):
            check_same(register, key, wrong)
    with opened(register, key) as connection:
        connection.execute("DROP TABLE more")
    content = bytearray(register.read_bytes())
    content[20 * 4096 + 50] ^= 1
    register.write_bytes(content)
    with pytest.raises(StoreError, match="did not keep what was written"):
        check_same(register, key, shape)


def test_a_half_that_a_killed_encrypting_left_goes_at_the_next_start(register):
    half = register.with_name(register.name + HALF_DONE)
    half.write_bytes(b"half of a plain register")
    database = Database(register)
    database.open()
    assert not half.exists()
    database.close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("what", KEYS)
def test_killed_at_any_step_the_old_register_or_the_new_one_stands_whole(built, tmp_path, what):
    old, new = KEYS[what]
    before = rows(built)
    register = Path(shutil.copy(built, tmp_path / "register.wibdesk"))
    if old is not None:
        rewrite(register, None, old)
    places = tmp_path / "places"
    places.mkdir()
    words = [key.secret.hex() + key.salt.hex() if key else "" for key in (old, new)]
    command = [sys.executable, "-m", "tests.store.killed_rewriting", str(places), str(register), *words]
    subprocess.run(command, check=True, timeout=WAIT * 4, cwd=ROOT)
    ends = [survived(place / "register.wibdesk", before, old, new) for place in sorted(places.iterdir(), key=number)]
    assert len(ends) > 6
    assert ends[0] == "old"
    assert ends[-1] == "new"
    assert ends == sorted(ends, reverse=True)


def number(place):
    return int(place.name)


def survived(path, before, old, new):
    """Open what a killed process left as the desk would, and say which register it is."""
    end = "old" if needs_passphrase(path) == (old is not None) and opens(path, old) else "new"
    key = old if end == "old" else new
    database = Database(path, key)
    database.open()
    database.close()
    assert rows(path, key) == before
    assert names(path.parent) == ["register.wibdesk"]
    return end


def opens(path, key):
    try:
        with opened(path, key) as connection:
            return connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    except dbapi2.DatabaseError:
        return False
