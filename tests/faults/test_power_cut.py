"""A power cut under the running desk, on a real disk: nothing that was called saved is lost."""

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.registers import WAIT, Clerk
from wibdesk.services import checking, meetings

LONG = os.environ.get("WIBDESK_LONG") == "1"
CUTS = 60 if LONG else 6
ROOT = Path(__file__).parents[2]
LOSING = {
    "WAL with NORMAL": ("synchronous=NORMAL",),
    "DELETE with FULL": ("synchronous=FULL", "journal_mode=DELETE", "locking_mode=NORMAL"),
}


def saved_until_the_power_goes(disk, saves, *settings):
    """Run a clerk on the disk, cut its power after so many saves, and return the last called stored before that.

    Stopping the disk takes some milliseconds, in which it may say yes to a sync that it does not do any more: nobody
    would hear of that from a computer without power.
    """
    command = [sys.executable, "-m", "tests.faults.endless_clerk", str(disk.folder / "register.wibdesk"), *settings]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child:
        lines = [child.stdout.readline() for _ in range(saves)]
        assert all(lines), "the clerk ended before the power went"
        cut = time.monotonic_ns()
        disk.cut_power()
        child.kill()
        lines += child.stdout.read().splitlines(keepends=True)
        child.wait(WAIT)
    stored = [line.split()[1:] for line in lines if line.endswith("\n")]
    return max(int(number) for number, at in stored if int(at) < cut)


def found_after(disk, folder):
    """Open the register as the next start does, and return the last number in it."""
    clerk = Clerk(folder / "register.wibdesk")
    assert clerk.ask(checking.check) == ()
    (meeting,) = clerk.ask(meetings.meetings)
    text = clerk.ask(meetings.meeting, meeting.id).items[0].entries[0].text
    clerk.desk.close()
    number = int(text.split()[0])
    assert text.split(" ", 1)[1] == "words that were said " * (number % 90)
    return number


def lost(disk, cuts, *settings):
    """Cut the power so many times, and give how many saves each cut lost."""
    rng = Random(str(settings))
    for _ in range(cuts):
        said = saved_until_the_power_goes(disk, rng.randint(5, 400), *settings)
        disk.take_out()
        disk.power_on()
        yield said - found_after(disk, disk.folder)


def test_a_power_cut_loses_nothing_that_was_called_saved(loop_disk):
    for number, saves in enumerate(lost(loop_disk, CUTS)):
        assert saves <= 0, f"cut {number} lost {saves} saves"


@pytest.mark.skipif(not LONG, reason="a disk may be lucky a few times: told only by WIBDESK_LONG=1")
@pytest.mark.parametrize("control", LOSING)
def test_settings_known_to_lose_are_found_to_lose(control, loop_disk):
    assert any(saves > 0 for saves in lost(loop_disk, CUTS, *LOSING[control]))
