"""The index of an old register is filled in slices: the desk works on meanwhile, and a killed one goes on next time."""

import shutil
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.benchmarks.large_minutes import write_minutes
from tests.registers import Clerk
from wibdesk.desk import Desk
from wibdesk.domain.backups import Reason
from wibdesk.domain.entries import Paragraph
from wibdesk.domain.search_typed import read_query
from wibdesk.safety.backups import Backups
from wibdesk.safety.locked_registers import lock_up
from wibdesk.services import bodies, checking, meetings
from wibdesk.services.search import search
from wibdesk.store.database import Database
from wibdesk.store.search_filling import begin_anew
from wibdesk.store.search_index import fill

ROOT = Path(__file__).parents[2]
MEETINGS = 30
ROWS = "SELECT record_id, source, part, title, decided, words, people, facets, home, id >> 32 FROM searched"


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A register with the minutes of some meetings and an index that has to be filled with all of them."""
    path = tmp_path_factory.mktemp("large") / "register.wibdesk"
    database = Database(path)
    database.open()
    write_minutes(database, MEETINGS)
    with database.connection.begin():
        begin_anew(database.connection)
        database.connection.exec_driver_sql(f"UPDATE register SET last_meeting = {MEETINGS}")
    database.close()
    return path


@pytest.fixture
def clerk(large, tmp_path):
    made = Clerk(Path(shutil.copy(large, tmp_path)))
    yield made
    made.desk.close()


def filled(desk):
    """Fill all that is left; return the shares that were ready after each slice."""
    shares = [0.0]
    while shares[-1] < 1:
        shares.append(desk.fill_search().result(60))
    return shares[1:]


def rows(register):
    with closing(dbapi2.connect(str(register))) as look:
        return sorted(look.execute(ROWS).fetchall())


def test_slice_by_slice_the_index_becomes_what_it_is_when_made_at_once(clerk, large, tmp_path):
    shares = filled(clerk.desk)
    assert len(shares) > 5
    assert shares == sorted(shares)
    assert clerk.ask(checking.check) == ()
    assert clerk.desk.fill_search().result(60) == 1
    clerk.desk.close()
    once = Database(Path(shutil.copy(large, tmp_path / "once.wibdesk")))
    once.open()
    with once.connection.begin():
        fill(once.connection)
    once.close()
    assert rows(clerk.register) == rows(once.path)


def test_what_is_done_meanwhile_is_in_the_index_once(clerk):
    held, share, number = clerk.ask(meetings.meetings), 0.0, 0
    while share < 1:
        share = clerk.desk.fill_search().result(60)
        one, number = clerk.ask(meetings.meeting, held[number % MEETINGS].details.id), number + 1
        if number == 3:
            clerk.do(meetings.remove_meeting, one.id, undo="Removed")
        elif number == 5:
            clerk.undo()
        elif number == 7:
            clerk.do(bodies.change_body, one.body, undo="Changed")
        elif number < 16:
            clerk.write(one.items[0], Paragraph(f"Zebra {number}"), *one.items[0].entries[:4])
            assert number not in (1, 2) or clerk.ask(checking.check) == ()
    assert clerk.ask(checking.check) == ()
    page = clerk.ask(search, read_query("zebra ", date(2026, 9, 1)))
    assert (page.ready, len({hit.words for hit in page.hits})) == (1, page.count)


def test_a_search_says_how_much_it_knows(clerk):
    before = clerk.ask(search, read_query("", date(2026, 9, 1)))
    first = clerk.desk.fill_search().result(60)
    page = clerk.ask(search, read_query("board ", date(2026, 9, 1)))
    assert before.ready == 0
    assert 0 < page.ready == first < 1


def test_a_desk_killed_while_it_fills_goes_on_where_it_was(clerk):
    clerk.desk.close()
    command = [sys.executable, "-m", "tests.store.filling_child", str(clerk.register)]
    for enough in (0.1, 0.4):
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
            shares = list(told(child, enough))
        clerk.desk = Desk(clerk.register)
        assert clerk.ask(checking.check) == ()
        ready = clerk.ask(search, read_query("", date(2026, 9, 1))).ready
        assert shares[-1] <= ready < 1
        clerk.desk.close()
    clerk.desk = Desk(clerk.register)
    assert filled(clerk.desk)[0] > ready
    assert clerk.ask(checking.check) == ()


def told(child, enough):
    """Give the shares that a child tells of, and kill it once that is enough."""
    for line in child.stdout:
        yield float(line)
        if float(line) >= enough:
            child.kill()


def test_a_backup_and_a_compacting_take_a_part_of_an_index_as_it_is(clerk, tmp_path):
    clerk.desk.fill_search().result(60)
    backups = Backups(clerk.desk)
    backup = backups.make(Reason.ASKED).result(60)
    backups.close()
    clerk.desk.compact().result(60)
    assert clerk.ask(checking.check) == ()
    filled(clerk.desk)
    assert clerk.ask(checking.check) == ()
    check_goes_on(Clerk(Path(shutil.copy(backup.path, tmp_path / "other.wibdesk"))))


def test_a_part_of_an_index_is_encrypted_and_filled_on(clerk):
    clerk.desk.fill_search().result(60)
    clerk.desk.close()
    secret = lock_up(clerk.register, "correct horse battery")
    check_goes_on(Clerk(clerk.register, secret=secret))


def test_a_repair_makes_an_index_whole_that_was_being_filled(clerk):
    clerk.desk.fill_search().result(60)
    clerk.desk.close()
    with closing(dbapi2.connect(str(clerk.register), isolation_level=None)) as other:
        other.execute("DROP TABLE search")
    clerk.restart()
    clerk.do(checking.repair)
    assert clerk.ask(checking.check) == ()
    assert clerk.desk.fill_search().result(60) == 1


def check_goes_on(clerk):
    """Make sure that an index is there in part, and becomes whole."""
    assert clerk.ask(search, read_query("", date(2026, 9, 1))).ready < 1
    assert clerk.ask(checking.check) == ()
    filled(clerk.desk)
    assert clerk.ask(checking.check) == ()
    clerk.desk.close()
