"""The log and the reports of faults hold types, places and our own sentences, and never a word of the clerk's."""

import logging
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wibdesk.diagnostics import (
    LARGEST_LOG,
    REPORTS_KEPT,
    Said,
    drop_log,
    fault_of,
    keep_log,
    keep_report,
    note,
    report,
    trace_faults,
)

ROOT = Path(__file__).resolve().parent.parent
CANARIES = ("kumquat", "Bola Osei", "/home/ann/minutes")
AT = datetime(2026, 10, 6, 18, 2, 7, tzinfo=UTC)


def failed():
    """An exception with the clerk's words in it and in its cause."""
    try:
        try:
            raise KeyError("kumquat of Bola Osei")
        except KeyError as cause:
            raise OSError(28, "No space left", "/home/ann/minutes") from cause
    except OSError as error:
        return error


def held_by(text):
    return [canary for canary in CANARIES if canary in text]


@pytest.fixture
def log(tmp_path):
    """The log file of a folder that is kept while the test runs."""
    handler = keep_log(tmp_path / "state")
    yield tmp_path / "state" / "wibdesk.log"
    drop_log(handler)


def test_a_report_tells_types_places_and_versions_and_no_words():
    text = report([fault_of(failed())], at=AT, versions={"Qt": "6.11"}, said="Everything typed is saved (18:02:07).")
    for part in (
        "OSError (28)",
        "because of KeyError",
        "tests/test_diagnostics.py:",
        "in failed",
        "Qt: 6.11",
        "18:02:07",
    ):
        assert part in text
    assert held_by(text) == []


def test_faults_of_the_same_place_have_the_same_signature_and_others_another():
    assert fault_of(failed()).signature == fault_of(failed()).signature
    assert fault_of(KeyError("kumquat")).signature != fault_of(failed()).signature


def test_a_chain_that_leads_back_to_itself_ends():
    one, other = ValueError("kumquat"), TypeError("kumquat")
    one.__cause__, other.__cause__ = other, one
    assert fault_of(one).kinds == ("ValueError", "TypeError")


def test_what_python_writes_when_it_is_killed_by_a_fault_becomes_a_report_without_the_folder(tmp_path):
    code = "import faulthandler, ctypes; faulthandler.enable(open('trace', 'w')); ctypes.string_at(0)"
    ended = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False)
    assert ended.returncode != 0
    faults = trace_faults((tmp_path / "trace").read_text("utf-8"))
    assert faults[0].kinds == ("Segmentation fault",)
    assert any(frame.startswith("__init__.py:") for frame in faults[0].frames)
    text = report(faults, at=AT, versions={})
    assert str(tmp_path) not in text
    assert str(Path(sys.executable).parents[1]) not in text


def test_our_own_files_are_named_below_the_program_in_a_trace():
    trace = (
        "Fatal Python error: Aborted\n\nCurrent thread 0x00007f (most recent call first):\n"
        f'  File "{ROOT}/ui/app.py", line 12 in run\n'
    )
    assert trace_faults(trace)[0].frames == ("ui/app.py:12 in run",)


def test_an_end_without_a_trace_is_told_as_one():
    text = report(trace_faults(""), at=AT, versions={})
    assert "ended from outside, or the power failed" in text


@pytest.mark.parametrize("trace", ["kumquat\n", 'File "/home/ann/minutes/kumquat.py", line 3 in x\n', "\x00" * 50])
def test_nothing_of_a_spoilt_trace_gets_through(trace):
    assert held_by(report(trace_faults(trace), at=AT, versions={})) == []


def test_the_log_holds_our_sentences_with_ids_and_nothing_else(log):
    note(Said.OPENED, register="3f2a-77", meeting="M3", name="Bola Osei")
    text = log.read_text("utf-8")
    assert "The register was opened. register=3f2a-77 meeting=M3 name=?" in text
    assert held_by(text) == []


def test_what_anybody_else_logs_is_told_by_its_place_and_types_alone(log):
    logging.getLogger("wibdesk.settings").warning("%s: %s", "kumquat", "/home/ann/minutes", exc_info=failed())
    logging.getLogger("other.library").error("kumquat %s", "Bola Osei")
    text = log.read_text("utf-8")
    assert "wibdesk.settings:" in text
    assert "OSError (28)" in text
    assert "other.library:" in text
    assert held_by(text) == []


def test_the_log_stays_small(log):
    for _ in range(3 * LARGEST_LOG // 40):
        note(Said.REFUSED)
    sizes = [path.stat().st_size for path in log.parent.iterdir()]
    assert len(sizes) == 2
    assert max(sizes) <= LARGEST_LOG


def test_the_newest_reports_stay(tmp_path):
    kept = [keep_report(tmp_path, "report", AT.replace(minute=minute)) for minute in range(REPORTS_KEPT + 3)]
    assert sorted(tmp_path.iterdir()) == kept[3:]


def test_a_folder_that_cannot_be_written_is_no_hindrance(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "utf-8")
    assert keep_log(blocked / "state") is None
    assert keep_report(blocked / "state", "report", AT) is None
    drop_log(None)
