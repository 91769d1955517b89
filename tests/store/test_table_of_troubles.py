"""The table of troubles: what goes wrong, what the clerk is told, where the words are meanwhile, and how it ends.

In each row the words typed during the trouble are in the rescue file before it is over, or the status says that no
place takes them, and they are in the register, once and in order, after it is put right.
"""

import contextlib
import os
import re
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.registers import WAIT, Clerk
from tests.store.disks import HUGE, LONG, StallingDriver, Watch, fill, no_file_larger_than, small_disk
from wibdesk.desk import Desk
from wibdesk.domain.entries import Paragraph
from wibdesk.services import bodies, checking, meetings, minutes


class Scene:
    """A register on a disk of its own, a second place on another, and a clerk who types."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.disk, self.second = folder, folder / "disk", folder / "second"
        self.register = self.disk / "register.wibdesk"
        self.driver, self.watch = StallingDriver(), Watch()

    def write(self, number: int) -> None:
        """Type into an item, and do not wait for the disk."""
        entries = (Paragraph(f"{number} {HUGE if number == 1 else LONG}"),)
        self.waiting.append(self.clerk.desk.write(minutes.save_entries, self.meeting.items[number].id, entries))

    def texts(self) -> list[str]:
        """Return the first word of each entry in the register, or about to be in it."""
        return [e.text.split()[0] for _, e in self.clerk.whole(self.meeting).entries()]

    def open(self) -> None:
        """Open the register, and save something."""
        self.disk.mkdir(exist_ok=True)
        self.clerk = Clerk(self.register, rescue=(self.second,), on_status=self.watch, driver=self.driver)
        self.meeting = self.clerk.meeting()
        self.waiting = []
        self.write(0)
        self.waiting[0].result(WAIT)


Trouble = Callable[[Scene], AbstractContextManager[None]]


@contextlib.contextmanager
def full(scene):
    ballast = scene.disk / "ballast"
    fill(ballast)
    yield
    ballast.unlink()


@contextlib.contextmanager
def limited(scene):
    with no_file_larger_than(8192):
        yield


@contextlib.contextmanager
def away(scene):
    elsewhere = scene.disk.rename(scene.folder / "elsewhere")
    yield
    elsewhere.rename(scene.disk)


@contextlib.contextmanager
def write_protected(scene):
    """Pull the stick, and put it back write-protected."""
    elsewhere = scene.disk.rename(scene.folder / "elsewhere")
    scene.write(1)
    scene.watch.wait_for(lambda s: s.trouble)
    (elsewhere / scene.register.name).chmod(0o444)
    elsewhere.rename(scene.disk)
    scene.clerk.desk.retry()
    yield
    scene.register.chmod(0o600)


@contextlib.contextmanager
def exchanged(scene):
    """Put another register at its place."""
    elsewhere = scene.disk.rename(scene.folder / "elsewhere")
    other = Clerk(scene.register)
    other.body("Another board")
    other.desk.close()
    yield
    scene.disk.rename(scene.folder / "other")
    elsewhere.rename(scene.disk)


@contextlib.contextmanager
def held(scene):
    """Have another program, as one that looks for viruses, hold the register when a copy of it is put at its place."""
    elsewhere = scene.disk.rename(scene.folder / "elsewhere")
    scene.write(1)
    scene.watch.wait_for(lambda s: s.trouble)
    scene.disk.mkdir()
    for path in elsewhere.iterdir():
        (scene.disk / path.name).write_bytes(path.read_bytes())
    program = dbapi2.connect(str(scene.register), isolation_level=None)
    program.execute("PRAGMA locking_mode = EXCLUSIVE")
    program.execute("BEGIN EXCLUSIVE")
    scene.clerk.desk.retry()
    yield
    program.close()


@contextlib.contextmanager
def stalled(scene):
    scene.driver.stall()
    yield
    scene.driver.flow()


@dataclass(frozen=True)
class Row:
    """One trouble: how it comes and goes, what is told, whether the register can be read and the words be rescued."""

    trouble: Trouble
    told: str | None
    readable: bool = True
    rescued: bool = True
    small: bool = False


TABLE = {
    "the disk is full": Row(full, "The disk is full: free some space on it.", small=True),
    "no disk takes a larger file": Row(limited, "The disk does not take what is written: check that", rescued=False),
    "the stick is pulled": Row(away, "The register is no longer at “.*”: put it back there."),
    "the stick comes back write-protected": Row(write_protected, "is read-only: make it writable", readable=False),
    "another register lies at its place": Row(exchanged, "Another register lies at", readable=False),
    "another program holds the file": Row(held, "is in use by another desk or program: close it there", readable=False),
    "the disk stalls": Row(stalled, None, readable=False),
}


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
@pytest.mark.parametrize("name", TABLE)
def test_each_trouble_is_told_keeps_the_words_in_a_second_place_and_heals_by_itself(tmp_path, name):
    row, scene = TABLE[name], Scene(tmp_path)
    with small_disk(scene.disk) if row.small else contextlib.nullcontext():
        scene.open()
        with row.trouble(scene):
            for number in (1, 2, 3)[len(scene.waiting) - 1 :]:
                scene.write(number)
            during(scene, row)
        after(scene)


def during(scene, row):
    if row.told is not None:
        status = scene.watch.wait_for(lambda s: s.trouble and re.search(row.told, s.trouble))
        assert status.pending
    if row.rescued:
        status = scene.watch.wait_for(lambda s: s.kept == 3)
        assert status.rescued.parent == scene.second
        assert status.safe
    else:
        status = scene.watch.wait_for(lambda s: s.unrescued)
        assert "the words that wait are in memory alone" in status.unrescued
        assert not status.safe
    assert scene.watch.wait_for(lambda s: s.stalled).unsaved_since == scene.clerk.desk.now()
    if row.readable:
        assert scene.texts() == ["0", "1", "2", "3"]
    assert not any(future.done() for future in scene.waiting[1:])


def after(scene):
    scene.clerk.desk.retry()
    for future in scene.waiting:
        future.result(WAIT)
    status = scene.watch.wait_for(lambda s: not s.pending)
    assert (status.trouble, status.stalled, status.rescued) == (None, False, None)
    assert scene.texts() == ["0", "1", "2", "3"]
    scene.clerk.restart()
    assert scene.texts() == ["0", "1", "2", "3"]
    assert scene.clerk.ask(checking.check) == ()
    assert list(scene.second.iterdir()) == []
    assert [body.name for body in scene.clerk.ask(bodies.bodies)] == ["Norbury Board"]
    scene.clerk.desk.close()


@pytest.mark.skipif(os.name == "nt", reason="no such lock on this system")
def test_a_lock_that_sqlite_does_not_know_is_no_trouble(tmp_path):
    fcntl = pytest.importorskip("fcntl")
    clerk = Clerk(tmp_path / "register.wibdesk")
    meeting = clerk.meeting()
    with (tmp_path / "register.wibdesk-wal").open("rb") as journal:
        fcntl.flock(journal, fcntl.LOCK_EX)
        clerk.write(meeting.items[0], Paragraph("Typed"))
    clerk.desk.close()


def test_a_clock_that_is_set_back_and_forward_changes_neither_order_nor_what_is_known_to_be_saved(tmp_path):
    start = datetime(2026, 9, 1, 9, 30)
    steps = [timedelta(0), timedelta(days=-400), timedelta(days=3000), timedelta(hours=-1)]
    clock = {"now": start}
    watch = Watch()
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: clock["now"], on_status=watch)
    body = desk.write(bodies.add_body, "Norbury Board").result(WAIT).value
    meeting = desk.write(meetings.new_meeting, body.id, date=None).result(WAIT).value
    text = Paragraph("")
    for number, step in enumerate(steps):
        clock["now"] = start + step
        entries = (Paragraph(f"Text {number}", id=text.id),)
        desk.write(minutes.save_entries, meeting.items[0].id, entries).result(WAIT)
        assert desk.status.saved_at == clock["now"]
        assert (desk.status.pending, desk.status.stalled) == (False, False)
    desk.close()
    clerk = Clerk(tmp_path / "register.wibdesk")
    assert [e.text for _, e in clerk.whole(meeting).entries()] == ["Text 3"]
    assert clerk.ask(checking.check) == ()
    clerk.desk.close()
