"""A desk that is killed in the middle of saving loses nothing that it called saved."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.registers import WAIT, Clerk
from wibdesk.services import checking, meetings

CHILD = Path(__file__).with_name("child.py")
ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_killed_desk_loses_nothing_that_was_called_saved(tmp_path):
    path = tmp_path / "register.wibdesk"
    for kill_after in (1, 2, 3, 5, 8, 21):
        meeting_id, stored = killed(path, kill_after)
        assert path.with_name(f"{path.name}-wal").stat().st_size
        clerk = Clerk(path)
        text, action = clerk.ask(meetings.meeting, meeting_id).items[0].entries
        assert int(text.text.split()[0]) >= stored
        assert action.text == text.text.split()[0]
        assert action.ref == "1.1"
        assert clerk.ask(checking.check) == ()
        clerk.desk.close()


def killed(path, after):
    """Run the child until it has stored so many times, kill it, and return the last number that it called stored."""
    command = [sys.executable, "-m", "tests.store.child", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        meeting_id = child.stdout.readline().split()[1]
        for _ in range(after):
            child.stdout.readline()
        child.kill()
        rest = child.stdout.read()
        child.wait(WAIT)
    said = [int(line.split()[1]) for line in rest.splitlines() if line.startswith("stored") and line[-1].isdigit()]
    return meeting_id, max([after, *said[:-1]])
