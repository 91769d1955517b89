"""Whatever the disk answers, accepted work is stored exactly once, and only then called saved."""

from functools import partial

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from wibdesk.errors import StoreError
from wibdesk.services import bodies
from wibdesk.store.connection import raw
from wibdesk.store.database import Database
from wibdesk.store.search_filling import begin_anew, fill_slice
from wibdesk.store.session import Session, TroubleError


class Disk:
    """A register whose next commits fail: before they reach the disk, or after."""

    def __init__(self, path):
        self.database = Database(path)
        self.session = Session(self.database)
        self.session.open()

    def fail_next_commit(self, *, stored: bool) -> None:
        def fail(connection):
            sa.event.remove(self.database.connection, "commit", fail)
            if stored:
                raw(connection).execute("COMMIT")
            error = dbapi2.OperationalError("disk I/O error")
            error.sqlite_errorcode = 1290
            raise error

        sa.event.listen(self.database.connection, "commit", fail)

    def write(self, name):
        return self.session.write(lambda uow: bodies.add_body(uow, name), recording=True)

    def names(self):
        return [b.name for b in self.session.read(bodies.bodies).value]


@pytest.fixture
def disk(tmp_path):
    disk = Disk(tmp_path / "register.wibdesk")
    yield disk
    disk.session.close()


@pytest.mark.parametrize("stored", [True, False])
def test_a_commit_in_doubt_is_neither_lost_nor_done_twice(disk, stored):
    disk.fail_next_commit(stored=stored)
    with pytest.raises(TroubleError, match=r"does not take what is written.*What was typed is kept"):
        disk.write("Norbury Board")
    disk.session.mend()
    outcome = disk.write("Norbury Board")
    assert disk.names() == ["Norbury Board"]
    assert outcome.value.value.name == "Norbury Board"
    assert {change.table for change in outcome.rows} == {"body", "standing_item"}


def test_a_commit_twice_in_doubt_is_still_done_once(disk):
    for _ in range(2):
        disk.fail_next_commit(stored=True)
        with pytest.raises(TroubleError):
            disk.write("Norbury Board")
        disk.session.mend()
    disk.fail_next_commit(stored=False)
    with pytest.raises(TroubleError):
        disk.write("Norbury Board")
    disk.session.mend()
    disk.write("Norbury Board")
    assert disk.names() == ["Norbury Board"]


@pytest.mark.parametrize("stored", [True, False])
def test_what_is_read_while_a_commit_is_in_doubt_holds_it_once(disk, stored):
    disk.fail_next_commit(stored=stored)
    with pytest.raises(TroubleError):
        disk.write("Norbury Board")
    ahead = [partial(bodies.add_body, name=name) for name in ("Norbury Board", "Norbury Board", "Sutton Board")]
    seen = disk.session.read(bodies.bodies, ahead).value
    assert [b.name for b in seen] == ["Norbury Board", "Sutton Board"]
    disk.session.mend()
    disk.write("Norbury Board")
    assert disk.names() == ["Norbury Board"]


def test_the_session_knows_the_last_write_that_is_stored(disk):
    assert disk.session.token == ""
    disk.session.write(lambda uow: bodies.add_body(uow, "One"), recording=False, token="one")
    assert disk.session.token == "one"
    disk.fail_next_commit(stored=False)
    with pytest.raises(TroubleError):
        disk.session.write(lambda uow: bodies.add_body(uow, "Two"), recording=False, token="two")
    assert disk.session.token == "one"
    disk.session.close()
    again = Session(Database(disk.database.path))
    again.open()
    assert again.token == "one"
    again.close()


def test_work_given_up_in_doubt_is_not_taken_for_the_next(disk):
    disk.fail_next_commit(stored=True)
    with pytest.raises(TroubleError):
        disk.write("One")
    disk.session.give_up()
    disk.session.mend()
    assert disk.write("Two").value.value.name == "Two"
    assert disk.names() == ["One", "Two"]


def test_a_slice_of_the_index_that_the_disk_refuses_keeps_nothing_else_from_being_read_or_stored(disk):
    with disk.database.connection.begin():
        begin_anew(disk.database.connection)
    for name in ("One", "Two"):
        disk.fail_next_commit(stored=False)
        with pytest.raises(TroubleError):
            disk.session.copy(fill_slice, lambda: None)
        assert name not in disk.names()
        disk.fail_next_commit(stored=False)
        with pytest.raises(TroubleError):
            disk.session.copy(fill_slice, lambda: None)
        disk.write(name)
    assert disk.names() == ["One", "Two"]
    shares = [disk.session.copy(fill_slice, lambda: None) for _ in range(30)]
    assert shares[-1] == 1


def test_every_attempt_changes_the_register_even_when_the_work_changes_nothing(disk):
    def number():
        return disk.session.read(lambda uow: uow.rows.scalar(sa.text("SELECT save_seq FROM register"))).value

    body = disk.write("One").value.value
    before = number()
    outcome = disk.session.write(lambda uow: bodies.change_body(uow, body), recording=True)
    assert outcome.rows == ()
    assert number() == before + 1


def test_a_reading_verb_that_writes_is_a_bug_and_writes_nothing(disk):
    with pytest.raises(RuntimeError, match=r"run it with Desk\.write"):
        disk.session.read(lambda uow: bodies.add_body(uow, "One"))
    body = disk.write("One").value.value
    with pytest.raises(RuntimeError):
        disk.session.read(lambda uow: uow.bodies.remove(body.id))
    assert disk.names() == ["One"]


def test_an_error_of_the_code_is_no_trouble_of_the_disk(disk):
    with pytest.raises(sa.exc.OperationalError) as caught:
        disk.session.write(lambda uow: uow.rows.scalar(sa.text("SELECT secret FROM nothing")), recording=True)
    assert not isinstance(caught.value, StoreError)


def test_a_register_that_was_exchanged_or_taken_away_is_not_written_into_thin_air(disk, tmp_path):
    path = disk.database.path
    disk.write("One")
    away = path.rename(tmp_path / "away")
    wal = path.with_name(f"{path.name}-wal")
    wal_away = wal.rename(tmp_path / "away-wal")
    with pytest.raises(TroubleError, match="no longer at"):
        disk.write("Two")
    with pytest.raises(TroubleError, match="no longer at"):
        disk.session.mend()
    other = Session(Database(path))
    other.open()
    other.close()
    with pytest.raises(TroubleError, match="Another register lies at"):
        disk.session.mend()
    path.unlink()
    away.rename(path)
    if wal_away.exists():
        wal_away.rename(wal)
    disk.session.mend()
    disk.write("Two")
    assert disk.names() == ["One", "Two"]


def test_a_register_exchanged_for_another_while_open_is_noticed(disk, tmp_path):
    path = disk.database.path
    disk.write("One")
    path.rename(tmp_path / "away")
    path.write_bytes(b"")
    with pytest.raises(TroubleError, match="was exchanged while it was open"):
        disk.write("Two")


def test_a_register_that_turned_read_only_is_told_on_mending(disk):
    disk.write("One")
    disk.database.path.chmod(0o444)
    with pytest.raises(TroubleError, match="is read-only"):
        disk.session.mend()
    disk.database.path.chmod(0o600)
    disk.session.mend()
    disk.session.checkpoint()
    assert disk.names() == ["One"]
