"""A run that did not close is noticed at the next start, with the time of its last save; one that closed is not."""

import json
import os
import threading
from datetime import datetime

import pytest

from wibdesk.ending import Ended, Running
from wibdesk.jotting import Jotter


@pytest.fixture
def register(tmp_path):
    """A file where a register would be."""
    path = tmp_path / "Norbury Board.wibdesk"
    path.write_bytes(b"register")
    return path


def test_a_run_that_closed_leaves_nothing_and_nothing_is_told(tmp_path, register):
    state = tmp_path / "state"
    running = Running(state, register)
    assert running.begin() is None
    running.end()
    assert list(state.iterdir()) == []
    assert Running(state, register).begin() is None


def test_a_run_that_did_not_close_is_told_with_its_end_and_its_last_save(tmp_path, register):
    state = tmp_path / "state"
    Running(state, register).begin()
    saved = datetime(2026, 10, 6, 18, 2, 6).timestamp()
    os.utime(register, (saved, saved))
    marker = next(state.iterdir())
    os.utime(marker, (saved + 5, saved + 5))
    ended = Running(state, register).begin()
    assert ended is not None
    assert ended.words == ("WIBDesk ended unexpectedly on Tue 6 Oct 2026 at 18:02. Everything up to 18:02:06 is here.")
    assert ended.trace == ""


def test_the_journal_tells_of_a_save_that_is_newer_than_the_file(tmp_path, register):
    state = tmp_path / "state"
    Running(state, register).begin()
    at = datetime(2026, 10, 6, 18, 2, 6)
    wal = register.with_name(register.name + "-wal")
    wal.write_bytes(b"journal")
    for path, seconds in ((register, 0), (wal, 40)):
        os.utime(path, (at.timestamp() + seconds,) * 2)
    ended = Running(state, register).begin()
    assert ended is not None
    assert ended.saved_at == at.replace(second=46).astimezone()


def test_a_desk_that_goes_on_says_so(tmp_path, register):
    running = Running(tmp_path / "state", register)
    running.begin()
    os.utime(running.marker, (0, 0))
    running.seen()
    assert running.marker.stat().st_mtime > 0


def test_the_trace_of_the_run_before_is_told_once(tmp_path, register):
    first = Running(tmp_path / "state", register)
    first.begin()
    first.faults.write_text("Fatal Python error: Aborted\n", "utf-8")
    second = Running(tmp_path / "state", register)
    ended = second.begin()
    assert ended is not None
    assert ended.trace == "Fatal Python error: Aborted\n"
    assert not second.faults.exists()


def test_neither_the_marker_nor_its_name_tells_of_the_register(tmp_path, register):
    running = Running(tmp_path / "state", register)
    running.begin()
    assert "Norbury" not in running.marker.name + running.marker.read_text("utf-8")
    assert json.loads(running.marker.read_text("utf-8")) == {"pid": os.getpid()}


def test_each_register_has_a_marker_of_its_own(tmp_path, register):
    Running(tmp_path / "state", register).begin()
    assert Running(tmp_path / "state", tmp_path / "other.wibdesk").begin() is None


def test_a_folder_that_cannot_be_written_is_no_hindrance(tmp_path, register):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "utf-8")
    running = Running(blocked / "state", register)
    assert running.begin() is None
    running.seen()
    running.end()


def test_a_run_without_a_save_claims_none():
    assert Ended(datetime(2026, 10, 6, 18, 2), None).words == "WIBDesk ended unexpectedly on Tue 6 Oct 2026 at 18:02."


def test_the_newest_of_what_waits_is_written_and_the_rest_left_out():
    jotter, written = Jotter(), []
    begun, go = threading.Event(), threading.Event()

    def slow():
        begun.set()
        go.wait()

    jotter.jot("slow", slow)
    begun.wait()
    for number in range(5):
        jotter.jot("place", lambda number=number: written.append(number))
    assert not jotter.settle(0)
    go.set()
    assert jotter.settle(20)
    assert written == [4]
    assert jotter.settle(0)
