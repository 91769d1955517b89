"""A register of an earlier version opens with every row it had, however often the disk or the process gave way."""

import contextlib
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from tests.registers import Clerk
from tests.store.older import REGISTERS, make_older, number_of, rows_of
from wibdesk.domain.body_files import BodyFile, FileKind
from wibdesk.errors import StoreError
from wibdesk.services import actions, bodies, body_files, checking, house_styles, meetings, plans
from wibdesk.store.database import Database
from wibdesk.store.tables import HEAD_REVISION, SCHEMA_NUMBER, metadata

ROOT = Path(__file__).parents[2]
OLDER = sorted(kept.stem for kept in REGISTERS.glob("*.sql"))
NEW = {"body_file", "export", "house_style"}
"""Tables that the kept registers do not have."""


@pytest.fixture(params=OLDER)
def older(request, tmp_path):
    path = tmp_path / f"{request.param}-register.wibdesk"
    make_older(path, request.param)
    return path


def bring_up_to_date(path):
    database = Database(path)
    database.open()
    database.close()


def copy_of(path):
    return path.with_name(f"{path.name}.before-format-{SCHEMA_NUMBER}")


def test_a_register_of_every_earlier_version_is_kept_for_these_tests():
    assert [int(revision) for revision in OLDER] == list(range(1, int(HEAD_REVISION)))


def test_the_kept_register_has_a_row_in_every_table_of_its_time(older):
    held = rows_of(older)
    assert set(held) == set(metadata.tables) - NEW
    assert all(held.values())


def test_an_earlier_register_is_brought_up_to_date_with_every_row(older):
    before = rows_of(older)
    bring_up_to_date(older)
    assert number_of(older) == SCHEMA_NUMBER
    after = rows_of(older)
    assert {name: after[name] for name in before} == before
    assert {name: after[name] for name in set(after) - set(before)} == {name: [] for name in NEW}
    assert (rows_of(copy_of(older)), number_of(copy_of(older))) == (before, SCHEMA_NUMBER - 1)
    assert stat.S_IMODE(copy_of(older).stat().st_mode) & 0o077 == 0 or sys.platform == "win32"


def test_the_desk_works_on_in_a_register_that_was_brought_up_to_date(older):
    clerk = Clerk(older)
    norbury = next(b for b in clerk.ask(bodies.bodies) if b.name == "Norbury Improvement Board")
    held, planned = clerk.ask(meetings.find, "M1"), clerk.ask(meetings.find, "M2")
    assert len(held.items[0].entries) == 11
    assert [row.updates[0].note for row in clerk.ask(actions.log, body_id=norbury.id)] == ["Begun"]
    assert clerk.ask(plans.find_plan, "P1").workstreams[0].activities[0].leads[0].name == "Bo Ray"
    clerk.do(body_files.keep_body_file, BodyFile(norbury.id, FileKind.LOGO, "arms.png", b"\x89PNG", "Arms"))
    clerk.do(house_styles.copy_style, {"item_numbers": "continue"}, "Norbury", body_id=norbury.id)
    after = clerk.meeting(norbury, date(2026, 9, 1))
    assert after.items[0].number == str(len(held.items) + len(planned.items) + 1)
    assert clerk.ask(checking.check) == ()
    clerk.restart()
    assert clerk.ask(body_files.body_file, norbury.id, FileKind.LOGO).data == b"\x89PNG"
    clerk.desk.close()


def test_half_a_copy_of_a_desk_that_was_killed_is_made_anew(older):
    before = rows_of(older)
    half = copy_of(older).with_name(f"{copy_of(older).name}.part")
    half.write_bytes(b"half")
    bring_up_to_date(older)
    assert not half.exists()
    assert rows_of(copy_of(older)) == before


def test_no_copy_no_change(older):
    before = rows_of(older)
    in_the_way = copy_of(older).with_name(f"{copy_of(older).name}.part")
    in_the_way.mkdir()
    with pytest.raises(StoreError, match="cannot be opened"):
        bring_up_to_date(older)
    assert (number_of(older), rows_of(older)) == (SCHEMA_NUMBER - 1, before)


@contextlib.contextmanager
def failing(number):
    """Have the statement with this number fail as on a full disk; give the statements as they come."""
    seen = []

    def fail(_connection, _cursor, statement, *_more):
        seen.append(statement)
        if len(seen) == number:
            error = dbapi2.OperationalError("database or disk is full")
            error.sqlite_errorcode = 13
            raise error

    sa.event.listen(sa.Engine, "before_cursor_execute", fail)
    yield seen
    sa.event.remove(sa.Engine, "before_cursor_execute", fail)


def test_a_step_that_fails_anywhere_leaves_the_register_as_it_was(older):
    before = rows_of(older)
    with failing(0) as seen:
        bring_up_to_date(older)
    steps = next(n for n, statement in enumerate(seen, 1) if "user_version" in statement)
    assert steps > len(NEW)
    for number in range(1, steps + 1):
        path = older.with_name(str(number))
        make_older(path, older.name.partition("-")[0])
        with failing(number), pytest.raises(StoreError, match="The disk is full"):
            bring_up_to_date(path)
        assert (number_of(path), rows_of(path)) == (SCHEMA_NUMBER - 1, before)
        bring_up_to_date(path)
        assert number_of(path) == SCHEMA_NUMBER


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("revision", OLDER)
def test_a_desk_killed_while_it_brings_a_register_up_to_date_loses_nothing(tmp_path, revision):
    command = [sys.executable, "-m", "tests.store.killed_migration", str(tmp_path), revision]
    subprocess.run(command, cwd=ROOT, check=True)
    tries = sorted(tmp_path.iterdir(), key=lambda place: int(place.name))
    make_older(tmp_path / "whole", revision)
    before = rows_of(tmp_path / "whole")
    numbers = []
    for place in tries:
        path = place / "register.wibdesk"
        numbers.append(number_of(path))
        held = rows_of(path)
        assert {name: held[name] for name in before} == before
        if copy_of(path).exists():
            assert rows_of(copy_of(path)) == before
        else:
            assert numbers[-1] == SCHEMA_NUMBER - 1
        bring_up_to_date(path)
        held = rows_of(path)
        assert {name: held[name] for name in before} == before
        assert (number_of(path), set(held) - set(before)) == (SCHEMA_NUMBER, NEW)
    assert numbers == sorted(numbers)
    assert set(numbers) == {SCHEMA_NUMBER - 1, SCHEMA_NUMBER}
