"""A command brings back what a desk could not store before it was killed, and says so."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run
from wibdesk.safety.rescuing import rescue_folders


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_what_a_killed_desk_kept_in_a_second_place_is_brought_back_by_the_next_command(register: Path, run: Run):
    folder = rescue_folders(register)[0]
    words = [sys.executable, "-m", "tests.store.rescued_child", str(register), str(folder), "stalled"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline().startswith(b"rescued")
        desk.kill()
    done = run("list", "bodies")
    assert done.code == 0
    assert "Added meanwhile" in done.out
    told = done.err.splitlines()
    assert any(line.endswith(", brought back.") and "Norbury Board" in line for line in told)
    assert "Typed on" not in done.err
    assert run("list", "bodies").err == ""
