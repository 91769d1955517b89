"""A backup takes the place of the register, and what stood there is kept, whatever happens meanwhile."""

import shutil
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.registers import NOW, WAIT, Clerk
from tests.store.older import make_older, rows_of
from wibdesk.domain.backups import Reason
from wibdesk.errors import LockedError, StoreError, UserError
from wibdesk.safety.backups import Backups, backups_beside
from wibdesk.safety.locked_registers import lock_up
from wibdesk.safety.restoring import contents, restore
from wibdesk.services import bodies, checking
from wibdesk.store.copies.backup_files import backups_in, put_aside
from wibdesk.store.lock import InUseError

ROOT = Path(__file__).parents[1]
PASSPHRASE = "correct horse battery staple"


def kept_before(register):
    return [b.path for b in backups_in(register.parent / "backups") if b.reason is Reason.BEFORE_RESTORE]


def backup_of(clerk, folder=None):
    backups = Backups(clerk.desk, folder)
    made = backups.make(Reason.ASKED).result(WAIT)
    backups.close()
    return made.path


@pytest.fixture
def register(tmp_path):
    return tmp_path / "register.wibdesk"


@pytest.fixture
def backup(register):
    """A backup with one body in it; the register has gone on to two."""
    clerk = Clerk(register)
    clerk.body("Norbury Board")
    made = backup_of(clerk)
    clerk.body("Marlbridge Council")
    clerk.desk.close()
    return made


def names_in(register, **more):
    clerk = Clerk(register, **more)
    try:
        assert clerk.ask(checking.check) == ()
        return [body.name for body in clerk.ask(bodies.bodies)]
    finally:
        clerk.desk.close()


def test_a_backup_takes_the_place_of_the_register_and_the_present_is_a_backup(register, backup):
    before, content = rows_of(register), backup.read_bytes()
    kept = restore(backup, register, now=lambda: NOW)
    assert kept_before(register) == [kept]
    assert rows_of(kept) == before
    assert backup.read_bytes() == content
    assert sorted(path.name for path in register.parent.iterdir()) == ["backups", "register.wibdesk"]
    assert names_in(register) == ["Norbury Board"]
    restore(kept, register)
    assert sorted(names_in(register)) == ["Marlbridge Council", "Norbury Board"]
    if sys.platform != "win32":
        assert register.stat().st_mode & 0o077 == 0


def test_a_register_that_is_gone_comes_back_from_its_backup(register, backup):
    register.unlink()
    assert restore(backup, register) is None
    assert names_in(register) == ["Norbury Board"]


def test_journals_that_lie_where_the_register_was_do_no_harm_to_the_backup(register, backup):
    register.unlink()
    register.with_name("register.wibdesk-wal").write_bytes(b"old")
    kept = restore(backup, register)
    assert names_in(register) == ["Norbury Board"]
    assert put_aside(register) == (kept.with_name(f"{kept.name}-wal"),)


def killed(register, name):
    """Have a desk of its own add a body and be killed, so that a journal lies beside the register."""
    words = f"""
import os, signal
from pathlib import Path
from tests.registers import Clerk
clerk = Clerk(Path({str(register)!r}))
clerk.body({name!r})
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", words], cwd=ROOT, check=False)


needs_kill = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")


@needs_kill
def test_what_a_killed_desk_left_in_the_journal_is_kept_too(register, backup):
    killed(register, "Typed last")
    assert register.with_name("register.wibdesk-wal").stat().st_size > 0
    kept = restore(backup, register)
    assert not register.with_name("register.wibdesk-wal").exists()
    assert names_in(register) == ["Norbury Board"]
    assert "Typed last" in names_in(kept)


@needs_kill
def test_a_copy_with_its_journal_is_restored_with_what_the_journal_holds(register, backup, tmp_path):
    killed(register, "Typed last")
    for ending in ("", "-wal"):
        shutil.copyfile(f"{register}{ending}", tmp_path / f"copy.wibdesk{ending}")
    assert "Typed last" in [body.name for body in contents(tmp_path / "copy.wibdesk").bodies]
    restore(tmp_path / "copy.wibdesk", register)
    assert "Typed last" in names_in(register)
    assert (tmp_path / "copy.wibdesk-wal").exists()


def damage(path):
    # Opened like this, SQLite leaves the journal where it is.
    with closing(dbapi2.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as look:
        (page,) = look.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_item_meeting_id'").fetchone()
    with path.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


DAMAGE = {
    "in an index": damage,
    "in the header": lambda path: path.write_bytes(b"\xff" * 4096 + path.read_bytes()[4096:]),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "no register at all": lambda path: path.write_text("shopping list"),
}


@pytest.mark.parametrize("where", DAMAGE)
@needs_kill
def test_a_damaged_register_is_put_aside_as_it_is_with_its_journal(register, backup, where):
    killed(register, "Typed last")
    DAMAGE[where](register)
    size = register.stat().st_size
    kept = restore(backup, register, now=lambda: datetime(2026, 11, 22, 18, 2, 3, tzinfo=UTC))
    assert kept.name == "register.wibdesk.aside-2026-11-22_180203Z"
    assert kept.stat().st_size == size
    assert any(b"Typed last" in path.read_bytes() for path in put_aside(register))
    assert kept_before(register) == []
    assert names_in(register) == ["Norbury Board"]


def test_two_damaged_registers_of_one_second_are_both_kept(register, backup):
    kept = []
    for words in ("first", "second"):
        register.write_text(words)
        kept.append(restore(backup, register, now=lambda: datetime(2026, 11, 22, 18, 2, 3, tzinfo=UTC)))
    assert [path.read_text() for path in kept] == ["first", "second"]


def test_an_empty_file_in_the_place_of_the_register_is_put_aside(register, backup):
    register.write_bytes(b"")
    kept = restore(backup, register)
    assert kept.read_bytes() == b""
    assert names_in(register) == ["Norbury Board"]


def test_where_there_is_no_room_for_a_backup_the_present_is_put_aside(register, backup, tmp_path):
    stick = backup.rename(tmp_path / backup.name)
    (tmp_path / "backups").rmdir()
    (tmp_path / "backups").write_text("in the way")
    before = register.read_bytes()
    kept = restore(stick, register)
    assert kept.read_bytes() == before
    assert names_in(register) == ["Norbury Board"]


def test_a_register_that_a_desk_has_open_is_not_touched(register, backup):
    clerk = Clerk(register)
    with pytest.raises(InUseError, match=r"in use by another desk on this computer since .*: close it there first"):
        restore(backup, register)
    assert [body.name for body in clerk.ask(bodies.bodies)] == ["Marlbridge Council", "Norbury Board"]
    clerk.desk.close()
    assert kept_before(register) == []


def test_the_backup_of_another_register_is_restored_only_when_that_is_said(register, backup, tmp_path):
    other = Clerk(tmp_path / "other" / "register.wibdesk")
    other.body("Elsewhere Council")
    theirs = backup_of(other)
    other.desk.close()
    before = rows_of(register)
    with pytest.raises(UserError, match="of another register"):
        restore(theirs, register)
    assert (rows_of(register), kept_before(register)) == (before, [])
    kept = restore(theirs, register, another=True)
    assert names_in(register) == ["Elsewhere Council"]
    assert rows_of(kept) == before


def test_a_register_is_not_its_own_backup(register, backup):
    with pytest.raises(UserError, match="the register itself"):
        restore(register, register)


@pytest.mark.parametrize("where", DAMAGE)
def test_a_damaged_backup_is_refused_and_everything_stays(register, backup, where):
    before = rows_of(register)
    DAMAGE[where](backup)
    with pytest.raises(StoreError, match=r"damaged|not a WIBDesk register"):
        restore(backup, register)
    assert (rows_of(register), kept_before(register)) == (before, [])
    assert sorted(path.name for path in register.parent.iterdir()) == ["backups", "register.wibdesk"]


def test_what_a_damaged_backup_holds_cannot_be_shown(backup):
    with closing(dbapi2.connect(str(backup))) as look:
        (page,) = look.execute("SELECT rootpage FROM sqlite_master WHERE name = 'paragraph'").fetchone()
    with backup.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    with pytest.raises(StoreError, match="damaged and cannot be read"):
        contents(backup)


def test_a_backup_that_is_not_there_is_told(register, backup):
    with pytest.raises(UserError, match="There is no backup"):
        restore(backup.with_name("nothing"), register)


def test_the_backup_of_a_newer_desk_is_refused(register, backup):
    with closing(dbapi2.connect(str(backup), isolation_level=None)) as hand:
        hand.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer WIBDesk"):
        restore(backup, register)


def test_a_register_of_a_newer_desk_is_put_aside(register, backup):
    with closing(dbapi2.connect(str(register), isolation_level=None)) as hand:
        hand.execute("PRAGMA user_version = 99")
    before = register.read_bytes()
    assert restore(backup, register).read_bytes() == before


def test_another_sqlite_file_is_no_backup(register, backup):
    with closing(dbapi2.connect(str(backup), isolation_level=None)) as hand:
        hand.execute("PRAGMA application_id = 7")
    with pytest.raises(StoreError, match="not a WIBDesk register"):
        restore(backup, register)


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_the_backup_of_an_earlier_desk_is_restored_and_brought_up_to_date(register, backup, tmp_path, revision):
    old = tmp_path / "old.wibdesk"
    make_older(old, revision)
    assert contents(old).format == int(revision)
    restore(old, register, another=True)
    assert "Norbury Improvement Board" in names_in(register)


def test_a_link_to_the_register_stays_a_link(register, backup, tmp_path):
    link = tmp_path / "elsewhere" / "link.wibdesk"
    link.parent.mkdir()
    link.symlink_to(register)
    restore(backup, link)
    assert link.is_symlink()
    assert names_in(register) == ["Norbury Board"]


def test_the_backups_of_a_desk_opened_by_a_link_lie_beside_the_register(register, backup, tmp_path):
    link = tmp_path / "elsewhere" / "link.wibdesk"
    link.parent.mkdir()
    link.symlink_to(register)
    clerk = Clerk(link)
    clerk.body("Seen by the link")
    made = backup_of(clerk)
    clerk.desk.close()
    assert made.parent == backup.parent
    assert {each.path for each in backups_beside(link)} == {each.path for each in backups_beside(register)} >= {made}
    assert list(link.parent.iterdir()) == [link]


@pytest.fixture
def locked(register):
    """The backup of an encrypted register that has gone on."""
    clerk = Clerk(register, secret=PASSPHRASE)
    clerk.body("Norbury Board")
    made = backup_of(clerk)
    clerk.body("Marlbridge Council")
    clerk.desk.close()
    return made


def test_an_encrypted_backup_is_restored_with_its_passphrase(register, locked):
    with pytest.raises(LockedError, match="passphrase"):
        restore(locked, register)
    with pytest.raises(LockedError, match="passphrase"):
        restore(locked, register, secret="another horse battery staple")
    assert kept_before(register) == []
    assert [body.name for body in contents(locked, secret=PASSPHRASE).bodies] == ["Norbury Board"]
    kept = restore(locked, register, secret=PASSPHRASE)
    assert names_in(register, secret=PASSPHRASE) == ["Norbury Board"]
    for path in (register, kept):
        assert b"Marlbridge" not in path.read_bytes()
        assert b"Norbury" not in path.read_bytes()
    assert len(names_in(kept, secret=PASSPHRASE)) == 2


def test_a_register_whose_passphrase_nobody_knows_is_put_aside(register, locked, tmp_path):
    plain = Clerk(tmp_path / "plain" / "register.wibdesk")
    plain.body("Plain Council")
    theirs = backup_of(plain)
    plain.desk.close()
    before = register.read_bytes()
    with pytest.raises(UserError, match=r"is encrypted, .* --passphrase-file, or say --another"):
        restore(theirs, register)
    assert register.read_bytes() == before
    assert put_aside(register) == ()
    with pytest.raises(UserError, match="of another register"):
        restore(theirs, register, secret=PASSPHRASE)
    assert restore(theirs, register, another=True).read_bytes() == before
    assert names_in(register) == ["Plain Council"]


@pytest.mark.parametrize("page", [1, 3])
def test_a_damaged_page_of_an_encrypted_backup_is_found(register, locked, page):
    data = bytearray(locked.read_bytes())
    data[(page - 1) * 4096 + 2000] ^= 1
    locked.write_bytes(data)
    with pytest.raises(StoreError):
        restore(locked, register, secret=PASSPHRASE)
    assert len(names_in(register, secret=PASSPHRASE)) == 2


@needs_kill
@pytest.mark.parametrize("damaged", [False, True])
def test_killed_at_any_moment_the_register_is_the_present_or_the_backup(tmp_path, damaged):
    source = tmp_path / "source"
    clerk = Clerk(source / "register.wibdesk")
    clerk.body("Norbury Board")
    backup_of(clerk)
    clerk.desk.close()
    killed(source / "register.wibdesk", "Typed last")
    if damaged:
        damage(source / "register.wibdesk")
    (tmp_path / "tries").mkdir()
    command = [sys.executable, "-m", "tests.killed_restore", str(source), str(tmp_path / "tries")]
    subprocess.run(command, cwd=ROOT, check=True)
    tries = sorted((tmp_path / "tries").iterdir(), key=lambda place: int(place.name))
    assert len(tries) > 10
    restored = [outcome(place / "register.wibdesk", damaged) for place in tries]
    assert restored == sorted(restored)
    assert set(restored) == {False, True}
    for place in tries[::6]:
        (backup,) = [b.path for b in backups_in(place / "backups") if b.reason is Reason.ASKED]
        restore(backup, place / "register.wibdesk")
        assert bodies_in(place / "register.wibdesk") == (["Norbury Board"], "ok")
        assert [path.name for path in place.iterdir() if path.name.startswith(".")] == []


def outcome(register, damaged):
    """Say whether the register is the backup by now; what was typed last must be somewhere in either case."""
    kept = [register, *kept_before(register), *put_aside(register), register.with_name(f"{register.name}-wal")]
    assert any(b"Typed last" in path.read_bytes() for path in kept if path.exists())
    restored = bodies_in(register) == (["Norbury Board"], "ok")
    if not restored and not damaged:
        assert bodies_in(register) == (["Norbury Board", "Typed last"], "ok")
    return restored


def bodies_in(register):
    with closing(dbapi2.connect(str(register))) as look:
        names = [name for (name,) in look.execute("SELECT name FROM body ORDER BY name")]
        return names, look.execute("PRAGMA integrity_check").fetchone()[0]


@pytest.mark.parametrize("unknown", [False, True])
def test_no_second_desk_gets_in_between_keeping_the_present_and_replacing_it(register, backup, unknown):
    secret = PASSPHRASE if unknown else ""
    if unknown:
        lock_up(register, PASSPHRASE)
    command = [sys.executable, "-m", "tests.restored_alone", str(backup), str(register), secret]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert len(told.splitlines()) == 1
    assert "Another program is holding the register" in told or "is in use by another desk" in told
    assert names_in(register) == ["Norbury Board"]
