"""Words that nobody may read are in no byte of an encrypted register, nor of its journals, at work and after a kill."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.registers import WAIT, Clerk
from wibdesk.safety.locked_registers import lock_up
from wibdesk.services import bodies, checking

ROOT = Path(__file__).parents[2]
SECRET = "correct horse battery staple"
MARKS = {"note": "Qzpkvjnote", "exempt": "Qzxkvjland", "name": "Qznkvj Mirabel"}
FORMS = ("utf-8", "utf-16-le", "utf-16-be")


def found(folder):
    """The marks that lie in any file of a folder, each with the ending of the file."""
    seen = set()
    for path in folder.iterdir():
        content = path.read_bytes()
        seen |= {
            (word, path.name.removeprefix("register.wibdesk"))
            for word, mark in MARKS.items()
            if any(mark.encode(form) in content for form in FORMS)
        }
    return seen


def open_files(process):
    """What a process has opened on a disk; also what has no name any more, as a temporary file."""
    held = [path.readlink() for path in Path(f"/proc/{process.pid}/fd").iterdir() if int(path.name) > 2]
    return {path.name for path in held if path.is_absolute() and not str(path).startswith(("/dev", "/proc"))}


class Searched:
    """What was found at each stage of the child."""

    def __init__(self, folder, secret):
        command = [sys.executable, "-m", "tests.store.encrypted_child", str(folder / "register.wibdesk"), secret]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        with subprocess.Popen([*command, *MARKS.values()], cwd=ROOT, **pipes) as child:
            assert child.stdout.readline() == "wal\n"
            assert (folder / "register.wibdesk-wal").stat().st_size > 100_000
            self.at_work = found(folder)
            self.open = open_files(child)
            print(file=child.stdin, flush=True)
            assert child.stdout.readline() == "journal\n"
            assert (folder / "register.wibdesk-journal").stat().st_size > 5_000
            self.in_a_change = found(folder)
            self.open |= open_files(child)
            child.kill()
            child.wait(WAIT)
        self.after_a_kill = found(folder)


pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="looks into another process")


def test_no_word_is_found_in_an_encrypted_register_or_beside_it(tmp_path):
    searched = Searched(tmp_path, SECRET)
    assert searched.at_work == searched.in_a_change == searched.after_a_kill == set()
    assert {name for name in searched.open if not name.startswith("register.wibdesk")} == set()
    clerk = Clerk(tmp_path / "register.wibdesk", secret=SECRET)
    assert [b.name for b in clerk.ask(bodies.bodies)] == ["Norbury Board"]
    assert clerk.ask(checking.check) == ()
    clerk.desk.close()
    assert found(tmp_path) == set()


def test_the_search_finds_every_word_in_a_plain_register(tmp_path):
    searched = Searched(tmp_path, "")
    assert {word for word, _ in searched.at_work} == set(MARKS)
    assert {("note", "-journal"), ("exempt", "-journal")} <= searched.after_a_kill


def test_no_word_is_left_beside_a_register_that_was_locked_up(tmp_path):
    clerk = Clerk(tmp_path / "register.wibdesk")
    clerk.body(MARKS["note"])
    clerk.desk.close()
    assert found(tmp_path) == {("note", "")}
    lock_up(tmp_path / "register.wibdesk", SECRET)
    assert found(tmp_path) == set()
