"""The desk follows a system that changes to dark, back, and to high contrast, while it runs; on a real bus."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ui.system_look import contrast

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[3]
SYSTEM_PYTHON = "/usr/bin/python3"


def has_bus():
    needed = ("Xvfb", "xvfb-run", "dbus-run-session")
    if not all(map(shutil.which, needed)) or not Path(SYSTEM_PYTHON).exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", "import dbus, gi"], capture_output=True, check=False).returncode == 0


@pytest.fixture
def bus(tmp_path):
    """A bus of its own with a screen, for the life of a test; its address and screen as an environment."""
    told = 'echo "$DBUS_SESSION_BUS_ADDRESS"; echo "$DISPLAY"; echo "$XAUTHORITY"; read end'
    held = subprocess.Popen(
        ["xvfb-run", "-a", "dbus-run-session", "--", "sh", "-c", told],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    names = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "XAUTHORITY")
    yield {**os.environ, **{name: held.stdout.readline().strip() for name in names}}
    held.communicate("\n", timeout=20)


def started(command, environment):
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    )


@pytest.mark.skipif(not has_bus(), reason="needs a screen, a bus and the system's Python with dbus")
def test_dark_light_and_contrast_of_the_system_are_followed_while_the_desk_runs(bus):
    plain = {name: value for name, value in bus.items() if name != "PYTHONPATH"}
    portal = started([SYSTEM_PYTHON, str(HERE / "portal.py")], plain)
    assert portal.stdout.readline() == "ready\n"
    desk = {**plain, "XDG_CURRENT_DESKTOP": "GNOME", "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    window = started([sys.executable, str(HERE / "wearer.py")], desk)

    def worn():
        return window.stdout.readline().split()

    def change(line):
        portal.stdin.write(line + "\n")
        portal.stdin.flush()
        return worn()

    assert worn()[0] == "light"
    assert change("color-scheme 1") == ["dark", "#0f1418", "#e6ebef", "1.0"]
    assert change("color-scheme 2") == ["light", "#e9edf0", "#17212b", "1.0"]
    name, ground, ink, _ = change("contrast 1")
    assert name == "high_contrast"
    assert contrast(ground, ink) > 15
    assert change("contrast 0")[0] == "light"
    for process in (window, portal):
        process.communicate("", timeout=20)
        assert process.returncode == 0
