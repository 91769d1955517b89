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
from tests.spread import LONG, spread
from tests.store.killed_migration import WRITING
from tests.store.older import REGISTERS, as_wide_as, make_older, number_of, rows_of
from wibdesk.domain.backups import Reason
from wibdesk.domain.body_files import BodyFile, FileKind
from wibdesk.errors import StoreError
from wibdesk.paths import backup_folder
from wibdesk.safety.refusals import Refusal, refusal_of
from wibdesk.services import actions, bodies, body_files, checking, house_styles, meetings, plans
from wibdesk.store.columns import metadata
from wibdesk.store.copies.backup_files import backups_in
from wibdesk.store.database import Database
from wibdesk.store.tables import HEAD_REVISION, SCHEMA_NUMBER

ROOT = Path(__file__).parents[2]
OLDER = sorted(kept.stem for kept in REGISTERS.glob("*.sql"))
FROM = OLDER if LONG else OLDER[:1]
"""Where the slow tests begin: from the first register on, every step is taken anyway."""
FAULTS = 24
"""So many statements fail in turn, beside those at the ends of the steps; all of them by WIBDESK_LONG=1."""
ADDED = {
    2: {"body_file", "export", "house_style"},
    3: {"version", "conflict", "binned", "seal", "wipe"},
    4: {"term", "phrase", "adjournment", "due_change"},
    5: {
        *("judgement", "saved_view", "milestone_change", "plan_snapshot"),
        *("mail_recipient", "mail_template", "mailing", "mail_file", "mail_message", "mail_enclosure"),
    },
    6: set(),
}
"""The tables that each format added."""


@pytest.fixture(params=OLDER)
def older(request, tmp_path):
    path = tmp_path / f"{request.param}-register.wibdesk"
    make_older(path, request.param)
    return path


def bring_up_to_date(path):
    database = Database(path)
    database.open()
    database.close()


def added_since(revision):
    return set().union(*(names for number, names in ADDED.items() if number > int(revision)))


def backups_of(path):
    return [b for b in backups_in(backup_folder(path), stem=path.stem) if b.reason is Reason.BEFORE_UPDATE]


def backup_of(path):
    (backup,) = backups_of(path)
    return backup.path


def test_a_register_of_every_earlier_version_is_kept_for_these_tests():
    assert [int(revision) for revision in OLDER] == list(range(1, int(HEAD_REVISION)))


def test_the_kept_register_has_a_row_in_every_table_of_its_time(older):
    held = rows_of(older)
    assert set(held) == set(metadata.tables) - added_since(number_of(older))
    assert all(held.values())


def test_an_earlier_register_is_brought_up_to_date_with_every_row(older):
    before, number = rows_of(older), number_of(older)
    bring_up_to_date(older)
    assert number_of(older) == SCHEMA_NUMBER
    after = rows_of(older)
    assert as_wide_as(before, after) == before
    assert {name: after[name] for name in set(after) - set(before)} == {name: [] for name in added_since(number)}
    assert (rows_of(backup_of(older)), number_of(backup_of(older))) == (before, number)
    assert stat.S_IMODE(backup_of(older).stat().st_mode) & 0o077 == 0 or sys.platform == "win32"


def test_the_backup_before_an_update_says_so_and_opens_like_any_register(older):
    number = number_of(older)
    bring_up_to_date(older)
    (backup,) = backups_of(older)
    assert (backup.format, backup.size) == (number, backup.path.stat().st_size)
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]
    bring_up_to_date(backup.path)
    assert number_of(backup.path) == SCHEMA_NUMBER


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


def test_half_a_backup_of_a_desk_that_was_killed_is_made_anew(older):
    before = rows_of(older)
    folder = backup_folder(older)
    folder.mkdir()
    half = folder / f".{older.stem}_{before['register'][0][1][:8]}.part"
    half.write_bytes(b"half")
    bring_up_to_date(older)
    assert not half.exists()
    assert rows_of(backup_of(older)) == before


def test_no_backup_no_change(older):
    before, number = rows_of(older), number_of(older)
    backup_folder(older).write_text("in the way")
    with pytest.raises(StoreError, match="stays in its old format, because no backup of it could be made"):
        bring_up_to_date(older)
    assert (number_of(older), rows_of(older)) == (number, before)


def test_a_damaged_register_stays_in_its_old_format(older):
    number = number_of(older)
    with contextlib.closing(dbapi2.connect(str(older), isolation_level=None)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_item_meeting_id'").fetchone()
    with older.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\0" * 4096)
    damaged = older.read_bytes()
    with pytest.raises(StoreError, match=r"because no backup of it could be made.*damaged"):
        bring_up_to_date(older)
    assert (number_of(older), backups_of(older), older.read_bytes()) == (number, [], damaged)


def test_a_register_with_rows_that_belong_to_nothing_stays_in_its_old_format(older):
    number = number_of(older)
    with contextlib.closing(dbapi2.connect(str(older), isolation_level=None)) as raw:
        raw.execute("DELETE FROM meeting WHERE ref = 'M1'")
    with pytest.raises(StoreError, match=r"stays in its old format.*rows that belong to nothing") as refused:
        bring_up_to_date(older)
    assert number_of(older) == number
    assert refused.value.__cause__ is not refused.value
    assert refusal_of(refused.value) is Refusal.OTHER, "whoever asks why does not ask for ever"


HARM = {
    "would lose rows of “paper”": ["DELETE FROM paper"],
    "would lose rows of “lead”": ["DROP TABLE lead"],
    "holds rows that belong to nothing": ["UPDATE paper SET item_id = 'nowhere'"],
    "would come out damaged": [
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE entry SET item_id = NULL, plan_section_id = NULL",
        "PRAGMA ignore_check_constraints = OFF",
    ],
}


@pytest.mark.parametrize("words", HARM)
def test_a_step_that_would_do_harm_is_taken_back(older, words):
    before, number = rows_of(older), number_of(older)

    def harm(connection, _cursor, statement, *_more):
        if statement.startswith("UPDATE alembic_version"):
            for ill in HARM[words]:
                connection.connection.driver_connection.execute(ill)

    with pytest.raises(StoreError, match=f"{words}.*stays in its old format"), listening("after_cursor_execute", harm):
        bring_up_to_date(older)
    assert (number_of(older), rows_of(older)) == (number, before)
    bring_up_to_date(older)
    assert number_of(older) == SCHEMA_NUMBER
    assert len(backups_of(older)) == 1


def test_a_step_that_goes_wrong_by_itself_is_taken_back_and_told(older):
    before, number = rows_of(older), number_of(older)

    def go_wrong(connection, _cursor, statement, *_more):
        if statement.startswith("UPDATE alembic_version"):
            connection.exec_driver_sql("INSERT INTO register SELECT * FROM register")

    words = "could not be brought into the new format, so it stays as it was"
    with pytest.raises(StoreError, match=words), listening("after_cursor_execute", go_wrong):
        bring_up_to_date(older)
    assert (number_of(older), rows_of(older)) == (number, before)


@contextlib.contextmanager
def listening(event, listener):
    """Have every engine tell the listener."""
    sa.event.listen(sa.Engine, event, listener)
    try:
        yield
    finally:
        sa.event.remove(sa.Engine, event, listener)


def test_a_step_that_succeeded_stays_when_the_next_one_fails(tmp_path):
    path = tmp_path / "register.wibdesk"
    make_older(path, "0001")
    before = rows_of(path)

    def fail(_connection, _cursor, statement, *_more):
        if "CREATE TABLE seal" in statement:
            raise full()

    with pytest.raises(StoreError, match="The disk is full"), listening("before_cursor_execute", fail):
        bring_up_to_date(path)
    assert number_of(path) == 2
    held = rows_of(path)
    assert as_wide_as(before, held) == before
    assert set(held) - set(before) == ADDED[2]
    bring_up_to_date(path)
    assert number_of(path) == SCHEMA_NUMBER
    assert number_of(backup_of(path)) == 1


def full():
    """What the driver raises on a full disk."""
    error = dbapi2.OperationalError("database or disk is full")
    error.sqlite_errorcode = 13
    return error


@contextlib.contextmanager
def failing(number):
    """Have the statement with this number, of those that write, fail as on a full disk; give them as they come."""
    seen = []

    def fail(_connection, _cursor, statement, *_more):
        if not statement.startswith("SELECT") and "table_" not in statement:
            seen.append(statement)
        if len(seen) == number:
            raise full()

    with listening("before_cursor_execute", fail):
        yield seen


@pytest.mark.no_cover
@pytest.mark.parametrize("revision", FROM)
def test_a_step_that_fails_anywhere_leaves_the_register_as_it_was_before_that_step(tmp_path, revision):
    whole = tmp_path / "whole.wibdesk"
    make_older(whole, revision)
    before, number = rows_of(whole), number_of(whole)
    with failing(0) as seen:
        bring_up_to_date(whole)
    ends = [n for n, statement in enumerate(seen, 1) if "user_version =" in statement]
    assert len(ends) == SCHEMA_NUMBER - number
    assert ends[-1] > len(added_since(number))
    every = range(1, ends[-1] + 1)
    at_ends = {n for n in every if {n, n - 1} & {0, *ends}}
    for fault in sorted(at_ends.union(spread(every, FAULTS))):
        path = tmp_path / f"{fault}.wibdesk"
        make_older(path, revision)
        with failing(fault), pytest.raises(StoreError, match=r"[Tt]he disk is full"):
            bring_up_to_date(path)
        assert number_of(path) == number + sum(end < fault for end in ends)
        held = rows_of(path)
        assert as_wide_as(before, held) == before
        assert set(held) - set(before) == added_since(number) - added_since(number_of(path))
        bring_up_to_date(path)
        assert number_of(path) == SCHEMA_NUMBER


def written_while_opening(path):
    """Return the statements that write, in their order, while a register is brought up to date."""
    seen = []

    def watch(connection, _record):
        connection.set_trace_callback(lambda told: seen.append(told) if told.startswith(WRITING) else None)

    database = Database(path)
    with listening("connect", watch):
        database.open()
    opened = tuple(seen)
    database.close()
    return opened


@pytest.mark.no_cover
@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("revision", FROM)
def test_a_desk_killed_while_it_brings_a_register_up_to_date_loses_nothing(tmp_path, revision):
    whole = tmp_path / "whole"
    make_older(whole, revision)
    before, seen = rows_of(whole), written_while_opening(whole)
    ends = [n for n, statement in enumerate(seen, 1) if statement.startswith("COMMIT")]
    kills = {n + more for n in ends for more in (0, 1)}.union(spread(range(1, len(seen) + 1), FAULTS))
    folder = tmp_path / "killed"
    folder.mkdir()
    last = len(seen) + 1
    command = [sys.executable, "-m", "tests.store.killed_migration", folder, revision, *sorted(kills - {last}), last]
    subprocess.run([str(word) for word in command], cwd=ROOT, check=True)
    tries = sorted(folder.iterdir(), key=lambda place: int(place.name))
    numbers = []
    for place in tries:
        path = place / "register.wibdesk"
        numbers.append(number_of(path))
        if backups_of(path):
            assert rows_of(backup_of(path)) == before
        else:
            assert numbers[-1] == int(revision)
        bring_up_to_date(path)
        held = rows_of(path)
        assert as_wide_as(before, held) == before
        assert (number_of(path), set(held) - set(before)) == (SCHEMA_NUMBER, added_since(revision))
        assert [child.suffix for child in backup_folder(path).iterdir()] == [".wibdesk"]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(int(revision), SCHEMA_NUMBER + 1))
