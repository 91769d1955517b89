"""The Desk: cheap to make, in order, honest about what is saved, and closed without losing a word."""

import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path

import pytest

from tests.registers import NOW, WAIT, Clerk
from wibdesk.changes import BODIES, EVERYTHING, Changes, SaveStatus
from wibdesk.desk import Desk, Undone, local_now
from wibdesk.errors import StoreError, UserError
from wibdesk.services import bodies

ROOT = Path(__file__).parents[1]


@pytest.fixture
def register(tmp_path):
    return tmp_path / "register.wibdesk"


def test_neither_the_desk_nor_the_services_load_the_database():
    script = (
        "import sys, wibdesk.desk, wibdesk.services.actions, wibdesk.services.checking, wibdesk.services.meetings,"
        "wibdesk.services.people, wibdesk.services.plans, wibdesk.services.transfer, wibdesk.services.attendance;"
        "print([m for m in ('sqlalchemy', 'sqlcipher3', 'alembic', 'multiprocessing') if m in sys.modules])"
    )
    command = [sys.executable, "-c", script]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=WAIT, check=True)
    assert ran.stdout.strip() == "[]"


def test_work_may_be_handed_in_before_the_register_is_open(register):
    desk = Desk(register)
    added = desk.write(bodies.add_body, "Norbury Board")
    assert [b.name for b in desk.read(bodies.bodies).result(WAIT)] == ["Norbury Board"]
    assert added.done()
    assert desk.opened.done()
    assert desk.close()


def test_a_write_hands_out_the_record_and_what_changed(register):
    clerk = Clerk(register)
    body = clerk.body()
    assert clerk.changes.touches(BODIES)
    assert clerk.changes.body_id == body.id
    clerk.desk.close()


def test_a_refused_verb_leaves_nothing_behind(register):
    clerk = Clerk(register)

    def half(uow):
        bodies.add_body(uow, "Half")
        raise UserError("Not so.")

    def wrong(uow):
        bodies.add_body(uow, "Wrong")
        raise ZeroDivisionError

    with pytest.raises(UserError, match="Not so"):
        clerk.do(half)
    with pytest.raises(ZeroDivisionError):
        clerk.do(wrong)
    assert clerk.ask(bodies.bodies) == ()
    assert clerk.desk.status == SaveStatus()
    clerk.desk.close()


def test_the_status_tells_what_is_saved_and_what_is_waiting(register):
    heard = []
    hold, go = threading.Event(), threading.Event()
    clerk = Clerk(register, on_status=heard.append)

    def slow(uow):
        hold.set()
        go.wait(WAIT)
        return bodies.add_body(uow, "Slow")

    first = clerk.desk.write(slow)
    assert hold.wait(WAIT)
    second = clerk.desk.write(bodies.add_body, "Second")
    assert clerk.desk.status == SaveStatus(None, None, pending=True, unsaved_since=NOW, waiting=2)
    assert not clerk.desk.status.safe
    go.set()
    first.result(WAIT)
    second.result(WAIT)
    assert clerk.desk.status == SaveStatus(NOW, None, pending=False, unsaved_since=None)
    assert clerk.desk.status.safe
    assert heard[0].pending
    assert heard[-1] == clerk.desk.status
    clerk.desk.close()


def test_undo_and_redo_tell_their_words_and_what_changed(register):
    clerk = Clerk(register)
    clerk.do(bodies.add_body, "One", undo="One added")
    changes = clerk.changes
    assert clerk.desk.undo().result(WAIT) == Undone("One added", changes)
    assert clerk.ask(bodies.bodies) == ()
    assert clerk.desk.redo().result(WAIT) == Undone("One added", changes)
    clerk.desk.write(lambda uow: bodies.add_body(uow, "Two").value, undo="Two added").result(WAIT)
    assert clerk.desk.undo().result(WAIT) == Undone("Two added", Changes(EVERYTHING))
    with pytest.raises(UserError, match="nothing to redo"):
        clerk.desk.redo().result(WAIT) and clerk.desk.redo().result(WAIT)
    clerk.desk.close()


def test_closing_stores_everything_that_was_handed_in(register):
    desk = Desk(register)
    futures = [desk.write(bodies.add_body, f"Body {n:03}") for n in range(100)]
    assert desk.close()
    assert all(future.done() for future in futures)
    assert [p.name for p in register.parent.iterdir()] == [register.name]
    clerk = Clerk(register)
    assert len(clerk.ask(bodies.bodies)) == 100
    clerk.desk.close()


def test_a_closed_desk_takes_no_more_and_closes_again(register):
    desk = Desk(register)
    assert desk.close()
    assert desk.close()
    with pytest.raises(StoreError, match="The register is closed"):
        desk.write(bodies.add_body, "Late").result(WAIT)


def test_a_process_that_ends_without_closing_loses_nothing(register):
    script = (
        "import sys; from pathlib import Path; from wibdesk.desk import Desk; from wibdesk.services import bodies;"
        "d = Desk(Path(sys.argv[1])); [d.write(bodies.add_body, f'Body {n}') for n in range(50)]"
    )
    subprocess.run([sys.executable, "-c", script, str(register)], cwd=ROOT, check=True, timeout=WAIT)
    assert [p.name for p in register.parent.iterdir()] == [register.name]
    clerk = Clerk(register)
    assert len(clerk.ask(bodies.bodies)) == 50
    clerk.desk.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_in_what_listens_leaves_nobody_waiting(register):
    def deaf(status):
        if status.saved_at:
            raise ZeroDivisionError

    clerk = Clerk(register, on_status=deaf)
    assert clerk.body().name == "Norbury Board"
    with pytest.raises(ZeroDivisionError):
        clerk.ask(bodies.bodies)
    assert clerk.desk.close()


def test_the_desk_tells_the_local_time(register):
    assert local_now().tzinfo is not None
    desk = Desk(register, now=lambda: datetime(2028, 2, 29))
    assert desk.now() == datetime(2028, 2, 29)
    assert desk.register == register
    desk.close()


def everything(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_register_is_read_without_changing_a_byte(register):
    clerk = Clerk(register)
    clerk.body()
    clerk.desk.close()
    before = everything(register.parent)
    reader = Clerk(register, read_only=True)
    assert [b.name for b in reader.ask(bodies.bodies)] == ["Norbury Board"]
    with pytest.raises(UserError, match="This is a copy to read"):
        reader.body("Sutton Board")
    with pytest.raises(UserError, match="open the register itself"):
        reader.undo()
    assert reader.desk.status == SaveStatus()
    assert everything(register.parent) == before
    reader.desk.close()
    assert everything(register.parent) == before


def test_a_register_that_another_desk_left_with_its_journal_is_read_whole(tmp_path):
    register, left = tmp_path / "open" / "register.wibdesk", tmp_path / "left"
    clerk = Clerk(register)
    clerk.body()
    left.mkdir()
    for name, data in everything(register.parent).items():
        (left / name).write_bytes(data)
    clerk.desk.close()
    before = everything(left)
    assert before["register.wibdesk-wal"]
    reader = Clerk(left / register.name, read_only=True)
    assert [b.name for b in reader.ask(bodies.bodies)] == ["Norbury Board"]
    reader.desk.close()
    assert everything(left) == before


def test_a_register_that_is_not_there_cannot_be_read(register):
    desk = Desk(register, read_only=True)
    with pytest.raises(StoreError, match="There is no register at"):
        desk.opened.result(WAIT)
    assert desk.close()
    assert not register.exists()


def test_a_process_that_gives_up_the_disk_leaves_its_words_in_the_rescue_file(register, tmp_path):
    script = (
        "import sys, threading; from pathlib import Path; from wibdesk.desk import Desk;"
        "from wibdesk.services import bodies; from tests.store.disks import StallingDriver;"
        "kept, driver = threading.Event(), StallingDriver();"
        "d = Desk(Path(sys.argv[1]), rescue=(Path(sys.argv[2]),), driver=driver,"
        " on_status=lambda s: s.waiting and s.safe and kept.set());"
        "d.opened.result(); driver.stall(); d.write(bodies.add_body, 'Norbury Board');"
        "print(d.let_go(), kept.wait(60), d.close(wait=0), d.let_go())"
    )
    command = [sys.executable, "-c", script, str(register), str(tmp_path / "second")]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=WAIT, check=True)
    assert ran.stdout.split() == ["False", "True", "False", "True"]
    clerk = Clerk(register, rescue=(tmp_path / "second",))
    assert [b.name for b in clerk.ask(bodies.bodies)] == ["Norbury Board"]
    clerk.desk.close()


def test_a_register_that_cannot_be_copied_is_told_in_words(register):
    clerk = Clerk(register)
    clerk.desk.close()
    register.with_name(f"{register.name}-wal").mkdir()
    desk = Desk(register, read_only=True)
    with pytest.raises(StoreError, match="cannot be opened"):
        desk.opened.result(WAIT)
    desk.close()
