"""Backups of an open register: whole, verified, between the saves, and where the clerk wants them."""

import sys
from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta
from threading import Thread

import pytest
from sqlcipher3 import dbapi2

from tests.registers import WAIT, Clerk
from tests.store.older import rows_of
from wibdesk.desk import Desk
from wibdesk.domain.backups import Reason
from wibdesk.domain.entries import Paragraph
from wibdesk.errors import LockedError, StoreError, UserError
from wibdesk.safety.backups import Backups, backups_beside
from wibdesk.safety.locked_registers import change_passphrase
from wibdesk.services import bodies, minutes
from wibdesk.store.tables import SCHEMA_NUMBER

PASSPHRASE = "correct horse battery staple"


class Clock:
    """A clock that a test sets."""

    def __init__(self):
        self.now = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(tmp_path, clock):
    desk = Desk(tmp_path / "register.wibdesk", now=clock)
    desk.opened.result(WAIT)
    yield desk
    desk.close()


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def backups(desk):
    made = Backups(desk)
    yield made
    made.close()


def save(desk, name="Norbury Board"):
    return desk.write(bodies.add_body, name).result(WAIT).value


def make(backups, reason=Reason.ASKED, **more):
    return backups.make(reason, **more).result(WAIT)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def filled(desk, letters):
    """Save so many letters of minutes."""
    clerk = Clerk.__new__(Clerk)
    clerk.desk, clerk.register = desk, desk.register
    item = clerk.item(clerk.meeting(day=date(2026, 11, 22)))
    clerk.write(item, *(Paragraph(f"{n} " + "word " * 400) for n in range(letters // 2000)))
    return item


def test_a_backup_is_one_file_with_everything_that_was_saved(desk, backups, tmp_path):
    save(desk)
    made = make(backups)
    assert names(tmp_path / "backups") == [made.path.name]
    assert made.path.name.endswith(f"_2026-11-22_180000Z_format{SCHEMA_NUMBER}_asked.wibdesk")
    assert (made.reason, made.at, made.size) == (Reason.ASKED, backups.all()[0].at, made.path.stat().st_size)
    assert backups.all() == (made,) == backups_beside(desk.register)
    desk.close()
    assert rows_of(made.path) == rows_of(desk.register)
    if sys.platform != "win32":
        assert made.path.stat().st_mode & 0o077 == 0
        assert made.path.parent.stat().st_mode & 0o077 == 0


def test_a_backup_opens_like_any_register(desk, backups):
    save(desk)
    made = make(backups)
    copy = Clerk(made.path)
    assert [b.name for b in copy.ask(bodies.bodies)] == ["Norbury Board"]
    copy.desk.close()


def test_what_is_saved_while_a_backup_is_made_is_saved_at_once_and_is_in_the_backup(desk, backups):
    filled(desk, 2_000_000)
    waiting, steps = [], []

    def progress(left, pages):
        steps.append((left, pages))
        if not waiting:
            waiting.append(desk.write(bodies.add_body, "Meanwhile"))
        elif len(steps) == 2:
            assert waiting[0].done()

    made = make(backups, progress=progress)
    assert len(steps) > 20
    assert steps[-1][0] == 0
    assert sorted(body.name for body in backups.contents(made).bodies) == ["Meanwhile", "Norbury Board"]


def test_a_save_after_the_last_step_is_not_taken_for_a_part_of_the_backup(desk, backups):
    filled(desk, 200_000)
    late = []

    def progress(left, pages):
        if left == 0:
            late.append(desk.write(bodies.add_body, "Late"))

    made = make(backups, progress=progress)
    assert late[0].result(WAIT).value.name == "Late"
    assert [body.name for body in backups.contents(made).bodies] == ["Norbury Board"]


@pytest.mark.parametrize("reason", [Reason.OPENING, Reason.DAILY])
def test_by_itself_the_desk_makes_no_second_backup_of_the_same(desk, backups, clock, reason):
    save(desk)
    first = make(backups)
    clock.now += timedelta(days=1)
    assert make(backups, reason) == first
    assert len(backups.all()) == 1
    save(desk, "Another")
    assert make(backups, reason).reason is reason
    assert len(backups.all()) == 2


@pytest.mark.parametrize("reason", [Reason.CLOSING, Reason.ASKED])
def test_a_backup_that_was_asked_for_is_made_in_any_case(desk, backups, reason):
    assert make(backups, reason).path != make(backups, reason).path
    assert len(backups.all()) == 2


def test_the_daily_backup_is_due_a_day_after_the_last(desk, backups, clock):
    assert backups.due(clock.now)
    make(backups)
    assert not backups.due(clock.now)
    assert backups.due(clock.now + timedelta(days=1))


def test_old_backups_are_thinned_and_those_of_another_register_are_left_alone(desk, backups, clock, tmp_path):
    other = Clerk(tmp_path / "register-of-another.wibdesk")
    theirs = Backups(other.desk)
    for _ in range(3):
        make(theirs, Reason.CLOSING)
    theirs.close()
    other.desk.close()
    for _ in range(6):
        make(backups, Reason.CLOSING)
        clock.now += timedelta(hours=1)
    assert len(backups.all()) == 6
    clock.now += timedelta(days=5)
    make(backups, Reason.CLOSING)
    assert [b.at.hour for b in backups.all()] == [0, 23]
    assert len(names(backups.own)) == 2 + 3


def test_a_clock_put_back_removes_no_backup(desk, backups, clock):
    for _ in range(3):
        make(backups, Reason.CLOSING)
        clock.now += timedelta(hours=1)
    clock.now -= timedelta(days=400)
    make(backups, Reason.CLOSING)
    assert len(backups.all()) == 4


def test_backups_go_into_the_folder_of_choice_and_nothing_of_them_stays_elsewhere(desk, stick):
    backups = Backups(desk, stick)
    made = make(backups)
    assert made.path.parent == stick
    assert names(stick) == [made.path.name]
    assert names(backups.own) == []
    assert backups.remark is None
    backups.close()


def test_without_the_stick_the_backup_is_made_in_our_own_folder_and_that_is_said(desk, stick):
    backups = Backups(desk, stick)
    first = make(backups)
    away = stick.rename(stick.with_name("pulled out"))
    second = make(backups)
    assert second.path.parent == backups.own
    missing = f"The folder for backups “{stick}” could not be used. It is not there."
    assert backups.remark == f"{missing} The backup is in “{backups.own}” instead."
    assert not stick.exists()
    away.rename(stick)
    third = make(backups)
    assert (third.path.parent, backups.remark) == (stick, None)
    assert set(backups.all()) == {first, second, third}
    backups.close()


def test_a_file_in_the_place_of_the_stick_is_said_too(desk, tmp_path):
    (tmp_path / "stick").write_text("no folder")
    backups = Backups(desk, tmp_path / "stick")
    assert make(backups).path.parent == backups.own
    assert "could not be used" in backups.remark
    backups.close()


def test_where_no_backup_can_be_made_the_sentence_says_why(desk, backups, tmp_path):
    (tmp_path / "backups").write_text("in the way")
    with pytest.raises(StoreError, match=r"No backup could be made: the disk does not take it\."):
        make(backups)
    save(desk)


def test_a_damaged_register_never_gets_a_backup_and_the_good_ones_stay(desk, backups, clock):
    item = filled(desk, 400_000)
    good = make(backups)
    desk.close()
    with closing(dbapi2.connect(str(desk.register))) as look:
        (page,) = look.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_item_meeting_id'").fetchone()
    with desk.register.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\0" * 4096)
    clock.now += timedelta(days=900)
    again = Desk(desk.register, now=clock)
    again.write(minutes.save_entries, item.id, (Paragraph("Typed on a damaged disk."),)).exception(WAIT)
    later = Backups(again)
    with pytest.raises(StoreError, match=r"No backup could be made. What was copied is damaged\."):
        make(later)
    assert later.all() == (good,)
    assert names(later.own) == [good.path.name]
    later.close()
    again.close()


def test_a_register_with_rows_that_belong_to_nothing_gets_no_backup(desk, backups):
    save(desk)
    desk.close()
    with closing(dbapi2.connect(str(desk.register), isolation_level=None)) as hand:
        hand.execute("INSERT INTO standing_item VALUES ('nobody', 0, 'Welcome')")
    again = Desk(desk.register)
    later = Backups(again)
    with pytest.raises(StoreError, match="rows that belong to nothing"):
        make(later)
    later.close()
    again.close()


@pytest.mark.parametrize("at", [1, 10])
def test_a_backup_that_nobody_wants_any_more_leaves_nothing(desk, backups, at):
    filled(desk, 1_000_000)
    steps = []
    with pytest.raises(UserError, match=r"It was stopped, and nothing was kept of it\."):
        make(backups, progress=lambda *step: steps.append(step), cancelled=lambda: len(steps) >= at)
    assert names(backups.own) == []
    make(backups)


def test_a_backup_can_be_stopped_while_it_is_verified(desk, backups):
    filled(desk, 1_000_000)
    copied = []
    with pytest.raises(UserError, match="It was stopped"):
        make(backups, progress=lambda left, pages: copied.append(left == 0), cancelled=lambda: any(copied))
    assert names(backups.own) == []


def test_closing_stops_a_backup_and_leaves_nothing(desk, backups):
    filled(desk, 1_000_000)
    closing_them = Thread(target=backups.close)

    def progress(left, pages):
        if closing_them.ident is None:
            closing_them.start()
            with suppress(RuntimeError):
                while True:  # until nothing more is taken on
                    backups.make(Reason.ASKED)

    making = backups.make(Reason.ASKED, progress=progress)
    with pytest.raises(UserError, match="It was stopped"):
        making.result(WAIT)
    closing_them.join(WAIT)
    assert names(backups.own) == []


def test_a_disk_that_refuses_a_save_stops_the_backup_in_words(desk, backups):
    filled(desk, 1_000_000)
    saved = []

    def fail(_connection):
        error = dbapi2.OperationalError("disk I/O error")
        error.sqlite_errorcode = 10
        raise error

    def progress(left, pages):
        if not saved:
            saved.append(desk.write(once_failing, fail))

    with pytest.raises(StoreError, match=r"No backup could be made\. .*made again later"):
        make(backups, progress=progress)
    assert names(backups.own) == []
    assert saved[0].result(WAIT).value.name == "Norbury Board 2"


def once_failing(uow, fail):
    """A verb on whose first try the disk refuses."""
    if not hasattr(fail, "failed"):
        fail.failed = True
        fail(None)
    return bodies.add_body(uow, "Norbury Board 2")


def test_what_a_backup_holds_is_told_without_changing_a_byte(desk, backups):
    clerk_item = filled(desk, 10_000)
    made = make(backups)
    before = made.path.read_bytes()
    held = backups.contents(made)
    assert [(b.name, b.meetings) for b in held.bodies] == [("Norbury Board", 1)]
    assert [(m.ref, m.body, m.date) for m in held.newest] == [("M1", "Norbury Board", date(2026, 11, 22))]
    assert (held.meetings, held.plans, held.words) == (1, 0, 5 * 401)
    assert held.saves == 4
    assert made.path.read_bytes() == before
    assert names(made.path.parent) == [made.path.name]
    assert clerk_item.title == "Front door"


def test_backups_made_before_the_wiping_of_notes_go_with_what_was_put_aside(desk, backups, clock, tmp_path):
    make(backups)
    clock.now += timedelta(days=30)
    make(backups)
    clock.now -= timedelta(days=20)
    kept = make(backups)
    damaged = tmp_path / "register.wibdesk.aside-2026-11-01_120000Z"
    damaged.write_bytes(b"notes")
    assert backups.forget_before(kept.at) == 3
    assert backups.all() == (kept,)
    assert not damaged.exists()


def test_a_backup_made_in_the_very_second_of_the_wiping_is_kept_where_it_was_made_since(desk, backups, clock):
    make(backups)
    wiped = clock()
    kept = make(backups)
    assert backups.forget_before(wiped + timedelta(milliseconds=700), keep=kept) == 1
    assert backups.all() == (kept,)


@pytest.fixture
def locked(tmp_path, clock):
    desk = Desk(tmp_path / "register.wibdesk", now=clock, secret=PASSPHRASE)
    desk.opened.result(WAIT)
    yield desk
    desk.close()


def test_the_backup_of_an_encrypted_register_is_encrypted_and_opens_with_the_same_passphrase(locked, stick):
    filled(locked, 100_000)
    backups = Backups(locked, stick)
    made = make(backups)
    assert b"word" not in made.path.read_bytes()
    assert make(backups, Reason.DAILY) == made
    assert backups.contents(made).words == 50 * 401
    assert backups.contents(made, PASSPHRASE).words == 50 * 401
    with pytest.raises(LockedError, match="passphrase"):
        backups.contents(made, "another horse battery staple")
    backups.close()
    with closing(dbapi2.connect(str(made.path))) as anybody:
        anybody.execute(f"PRAGMA key = '{PASSPHRASE}'")
        assert anybody.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_backup_under_an_earlier_passphrase_is_not_enough(locked, clock):
    save(locked)
    backups = Backups(locked)
    first = make(backups)
    backups.close()
    locked.close()
    change_passphrase(locked.register, PASSPHRASE, "another horse battery staple")
    again = Desk(locked.register, now=clock, secret="another horse battery staple")
    later = Backups(again)
    second = make(later, Reason.DAILY)
    assert second != first
    assert later.contents(second).bodies[0].name == "Norbury Board"
    with pytest.raises(LockedError):
        later.contents(first)
    assert later.contents(first, PASSPHRASE).bodies[0].name == "Norbury Board"
    later.close()
    again.close()


def test_not_a_word_of_an_encrypted_register_stands_anywhere_while_a_backup_is_made(locked, tmp_path):
    filled(locked, 100_000)
    backups = Backups(locked)
    seen = []

    def progress(left, pages):
        seen.extend(path for path in tmp_path.rglob("*") if path.is_file() and b"word word" in path.read_bytes())

    make(backups, progress=progress)
    backups.close()
    assert seen == []


def test_backups_need_the_register_open(desk, backups):
    desk.close()
    with pytest.raises(StoreError, match="closed"):
        make(backups)
