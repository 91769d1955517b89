"""What safety costs: a save, a key while saving, and opening, backing up, restoring and checking a large register.

Plain against bare SQLite, encrypted against plain. `WIBDESK_LONG=1` in the environment makes the large register 1 GB.
"""

import gc
import os
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from sqlcipher3 import dbapi2

from tests.benchmarks.export import timed
from tests.benchmarks.figures import Amount, Ratio, percentile
from tests.journeys.clerk import Clerk, WallClock
from tests.journeys.resting import rest
from wibdesk.desk import Desk
from wibdesk.domain.agenda import Item
from wibdesk.domain.backups import Reason
from wibdesk.domain.entries import Paragraph
from wibdesk.safety.backups import Backups
from wibdesk.safety.locked_registers import lock_up
from wibdesk.safety.restoring import restore
from wibdesk.services import agenda, bodies, checking, meetings, minutes
from wibdesk.settings import Settings
from wibdesk.store.database import SETTINGS

PASSPHRASE = "four invented words together"
LONG = os.environ.get("WIBDESK_LONG") == "1"
LARGE = 1024 if LONG else 32
"""Megabytes of the large register."""
WORDS = "The partners agreed to count referrals on one basis before the next meeting. " * 40
KEYS = "the partners agreed and the chair moved on "
PACE = 60
"""Milliseconds between two keys of a quick typist."""
BETWEEN = 0.02
"""Seconds between two saves while a backup is made: a clerk's come every quarter of a second."""


def run(*, short: bool) -> Iterator[Ratio | Amount]:
    """Measure the small things first, then what depends on the size of the register."""
    QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory(prefix="wibdesk-safety-") as folder:
        yield from _saves(Path(folder), 30 if short else 500)
        yield from _keys(Path(folder), 40 if short else 300)
        yield from _large(Path(folder), 4 if short else LARGE, 1 if short else 5)


def _saves(folder: Path, rounds: int) -> Iterator[Ratio]:
    """Save a paragraph of an item of twenty, as autosaving does."""
    plain, locked = Desk(folder / "plain.wibdesk"), Desk(folder / "locked.wibdesk", secret=PASSPHRASE)
    makers = _saving(plain), _saving(locked), _bare_saving(folder / "bare.db")
    yield from _rows("Save of a paragraph", rounds, makers, "bare SQLite commit of one row", 10)
    plain.close()
    locked.close()


def _saving(desk: Desk) -> Callable[[], bytes]:
    body = desk.write(bodies.add_body, "Norbury Board").result().value
    item = desk.write(meetings.new_meeting, body.id, date=None).result().value.items[0]
    entries = tuple(Paragraph(f"{n} {WORDS[:300]}") for n in range(20))
    number = 0

    def save() -> bytes:
        nonlocal number
        number += 1
        changed = (*entries[:-1], Paragraph(f"{number} {WORDS[:300]}", id=entries[-1].id))
        desk.write(minutes.save_entries, item.id, changed).result()
        return b""

    return save


def _bare_saving(path: Path) -> Callable[[], bytes]:
    connection = dbapi2.connect(str(path), isolation_level=None)
    for setting in (*SETTINGS, "journal_mode = WAL"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("CREATE TABLE paragraph (id TEXT PRIMARY KEY, words TEXT)")
    number = 0

    def save() -> bytes:
        nonlocal number
        number += 1
        words = f"{number} {WORDS[:300]}"
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO paragraph VALUES ('one', ?) ON CONFLICT (id) DO UPDATE SET words = excluded.words", (words,)
        )
        connection.execute("COMMIT")
        return b""

    return save


def _keys(folder: Path, keys: int) -> Iterator[Ratio | Amount]:
    """Type in the room of a live meeting: from the key to the disk, and the key itself with saving and without."""
    clerk = _room(folder)
    ages = _key_to_durable(clerk, keys)
    yield Amount("Key to durable, median", percentile(ages, 0.5) * 1000, "ms (goal: under 1000)")
    yield Amount("Key to durable, longest", max(ages) * 1000, "ms")
    saving, without = _key_path(clerk, keys)
    clerk.go_home()
    yield Ratio("Key while saving", saving, without, "the same key with saving off", 1.1)


def _room(folder: Path) -> Clerk:
    desk = Desk(folder / "register.wibdesk")
    body = desk.write(bodies.add_body, "Norbury Board").result().value
    meeting = desk.write(meetings.new_meeting, body.id, date=None).result().value
    desk.write(meetings.start_meeting, meeting.id, desk.now().time()).result()
    entries = tuple(Paragraph(f"{n} {WORDS[:300]}") for n in range(20))
    desk.write(minutes.save_entries, meeting.items[0].id, entries).result()
    desk.close()
    Settings(folder / "settings.json").change(last_place="room", last_body=body.id, last_meeting=meeting.id)
    clerk = Clerk(folder, WallClock(), size=(1280, 800))
    clerk.at("Minutes of item 1")
    clerk.press("Ctrl+End")
    return clerk


def _key_to_durable(clerk: Clerk, keys: int) -> list[float]:
    """Return the seconds from each key until a commit that holds it survives a power cut, typing without a pause."""
    pressed: list[float] = []
    ages: list[float] = []
    sent = 0

    def heard(status) -> None:
        nonlocal sent
        if status.pending and threading.current_thread() is threading.main_thread():
            sent = len(pressed)
        elif not status.pending:
            now = time.perf_counter()
            ages.extend(now - at for at in pressed[len(ages) : sent])

    # On the thread that tells it: the window's own turn would count as the disk's.
    clerk.bench.context.events.saved.connect(heard, Qt.ConnectionType.DirectConnection)
    for n in range(keys):
        pressed.append(time.perf_counter())
        _press(KEYS[n % len(KEYS)])
        rest(PACE)
    clerk.typist.until(lambda: len(ages) == keys, "every key is on the disk")
    clerk.bench.context.events.saved.disconnect(heard)
    return ages


def _key_path(clerk: Clerk, keys: int) -> tuple[list[float], list[float]]:
    """Return the seconds of a key until all that it made due is done, with saving and without, taken in turn."""
    throttle = clerk.window.place.saving.throttle
    samples: tuple[list[float], list[float]] = ([], [])
    gc.collect()
    for n in range(keys * 2):
        off = n // 20 % 2
        throttle.blockSignals(bool(off))
        began = time.perf_counter()
        _press(KEYS[n % len(KEYS)])
        QCoreApplication.processEvents()
        samples[off].append(time.perf_counter() - began)
        rest(PACE // 4)
    throttle.blockSignals(False)
    throttle.start()
    return samples


def _press(letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(
            QApplication.focusWidget(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        )


def _large(folder: Path, megabytes: int, rounds: int) -> Iterator[Ratio | Amount]:
    """Do what takes as long as the register is large, plain and encrypted."""
    plain, locked = folder / "plain" / "large.wibdesk", folder / "locked" / "large.wibdesk"
    for path in (plain, locked):
        path.parent.mkdir()
    _fill(plain, megabytes)
    shutil.copyfile(plain, locked)
    began = time.perf_counter()
    lock_up(locked, PASSPHRASE)
    size = f"{plain.stat().st_size / 1024**2:.0f} MB"
    yield Amount(f"Encrypting a register of {size}", (time.perf_counter() - began) * 1000, "ms")
    makers = partial(_open, plain), partial(_open, locked, PASSPHRASE), partial(_peek, plain)
    yield from _rows(f"Open, read and close {size}", rounds, makers, "bare SQLite", 10)
    yield from _copies(size, plain, locked, rounds)


def _fill(register: Path, megabytes: int) -> None:
    desk = Desk(register)
    body = desk.write(bodies.add_body, "Norbury Board").result().value
    while register.stat().st_size < megabytes * 1024**2:
        meeting = desk.write(meetings.new_meeting, body.id, date=None).result().value
        for number in range(10):
            item = desk.write(agenda.add_item, meeting.id, Item(f"Item {number}")).result().value
            entries = tuple(Paragraph(f"{n} {WORDS}") for n in range(100))
            desk.write(minutes.save_entries, item.id, entries).result()
    desk.close()


def _open(register: Path, secret: str | None = None) -> bytes:
    """Open a register, a passphrase made into its key, read a meeting of it, and close it."""
    desk = Desk(register, secret=secret)
    found = desk.read(meetings.meetings).result()
    desk.read(meetings.meeting, found[0].id).result()
    desk.close()
    return b""


def _peek(register: Path) -> bytes:
    connection = dbapi2.connect(str(register))
    connection.execute("SELECT * FROM meeting").fetchall()
    connection.close()
    return b""


def _copies(size: str, plain: Path, locked: Path, rounds: int) -> Iterator[Ratio | Amount]:
    """Back up, restore and check, each against SQLite's own in one go."""
    mine, theirs = _Kept(plain, None), _Kept(locked, PASSPHRASE)
    makers = mine.back_up, theirs.back_up, mine.bare_back_up
    yield from _rows(f"Back up {size}", rounds, makers, "SQLite's own, in one go, and its check", 3)
    for kind, kept in (("plain", mine), ("encrypted", theirs)):
        words = f"Longest step of backing up {size}, for which a save has to wait, {kind}"
        yield Amount(words, kept.longest_step() * 1000, "ms (goal: under 50)")
        alone = [kept.save() for _ in kept.waits]
        for when, waits in (("while it is backed up", kept.waits), ("with no backup", alone)):
            median, longest = (1000 * wait for wait in (statistics.median(waits), max(waits)))
            yield Amount(f"Save {when}, {kind}, median of {len(waits)} (longest {longest:.0f} ms)", median, "ms")
    makers = mine.check, theirs.check, mine.bare_check
    yield from _rows(f"Check {size}", rounds, makers, "SQLite's integrity check", 3)
    mine.desk.close()
    theirs.desk.close()
    makers = mine.restore, theirs.restore, mine.bare_back_up
    yield from _rows(f"Restore {size}, the present kept", rounds, makers, "a bare copy and its check", 3)


def _rows(what: str, rounds: int, makers: Sequence[Callable[[], bytes]], bare_is: str, goal: float) -> Iterator[Ratio]:
    """Measure plain, encrypted and bare in turn."""
    plain, encrypted, bare = timed(rounds, *makers)
    yield Ratio(f"{what}, plain", plain, bare, bare_is, goal)
    yield Ratio(f"{what}, encrypted", encrypted, plain, "plain", 2)


class _Kept:
    """A large register with its desk, and what is done with all of it."""

    def __init__(self, register: Path, secret: str | None) -> None:
        self.register, self.secret = register, secret
        self.desk = Desk(register, secret=secret)
        self.backups = Backups(self.desk)
        self.waits: list[float] = []
        self.item = self.desk.read(meetings.meeting, self.desk.read(meetings.meetings).result()[0].id).result().items[0]
        self.number = 0

    def back_up(self) -> bytes:
        """Back up while somebody types: a save every so often, and how long each takes."""
        making = self.backups.make(Reason.ASKED)
        while not making.done():
            self.waits.append(self.save())
        self.made = making.result()
        return b""

    def save(self) -> float:
        """Save something else, and return the seconds until it is on the disk; then rest."""
        self.number += 1
        began = time.perf_counter()
        self.desk.write(minutes.save_entries, self.item.id, (Paragraph(f"Said {self.number}"),)).result()
        took = time.perf_counter() - began
        time.sleep(BETWEEN)
        return took

    def longest_step(self) -> float:
        """Back up while nobody types, and return the seconds between two chances for a save to go first."""
        chances: list[float] = []
        self.backups.make(Reason.ASKED, progress=lambda _left, _pages: chances.append(time.perf_counter())).result()
        return max(later - before for before, later in pairwise(chances))

    def bare_back_up(self) -> bytes:
        """Copy the last backup, which nobody has open, by SQLite's own means in one go, and check it."""
        copy = self.register.with_name("bare.db")
        copy.unlink(missing_ok=True)
        source, target = dbapi2.connect(str(self.made.path)), dbapi2.connect(str(copy))
        source.backup(target)
        target.execute("PRAGMA integrity_check").fetchall()
        source.close()
        target.close()
        return b""

    def check(self) -> bytes:
        """Look over the register, as `wibdesk check` does."""
        assert self.desk.read(checking.check).result() == ()
        return b""

    def bare_check(self) -> bytes:
        """Have SQLite look over the backup."""
        connection = dbapi2.connect(str(self.made.path))
        connection.execute("PRAGMA integrity_check").fetchall()
        connection.close()
        return b""

    def restore(self) -> bytes:
        """Put the last backup in the place of the register, which is kept."""
        restore(self.made.path, self.register, secret=self.secret)
        return b""
