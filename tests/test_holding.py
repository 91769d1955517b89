"""Whether a register is free is found out without changing it, and one that nobody can read is held all the same."""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.registers import Clerk
from wibdesk.safety.holding import check_free, opened_alone
from wibdesk.store.lock import InUseError

ROOT = Path(__file__).parents[1]
HOLD = """
import sys
from pathlib import Path
from wibdesk.desk import Desk
desk = Desk(Path(sys.argv[1]), secret=sys.argv[2])
desk.opened.result(60)
print("open", flush=True)
sys.stdin.readline()
desk.close()
"""
PASSPHRASE = "correct horse battery staple"


@pytest.fixture
def elsewhere(tmp_path):
    """An encrypted register that another process has open."""
    register = tmp_path / "register.wibdesk"
    Clerk(register, secret=PASSPHRASE).desk.close()
    command = [sys.executable, "-c", HOLD, str(register), PASSPHRASE]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "open\n"
        yield register
        process.communicate("\n")


def test_a_register_that_is_open_elsewhere_is_not_free_though_nobody_here_can_read_it(elsewhere):
    with pytest.raises(InUseError, match="in use by another desk on this computer"):
        check_free(elsewhere)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody replace a file that another has open")
def test_a_register_that_is_open_elsewhere_is_not_held(elsewhere):
    with ExitStack() as held, pytest.raises(InUseError, match="close it there first"):
        opened_alone(elsewhere, held)


def test_where_there_is_no_register_nobody_has_it(tmp_path):
    check_free(tmp_path / "none.wibdesk")
    assert list(tmp_path.iterdir()) == []
