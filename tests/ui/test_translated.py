"""In a made-up language nothing on screen is left in English, and none of its longer words is cut off."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.screens.scenes import SCENES

SHORT = ("first", "settings", "search")
"""A meeting that is held, forms and lists: enough to see at once that something was forgotten."""
EVERY = sorted(set(SCENES) - set(SHORT) - {"seeds", "long-plan"})
ROOT = Path(__file__).resolve().parents[2]


def walked(folder, scene, looks):
    command = [sys.executable, "-m", "tests.screens.translated", str(folder), "--scenes", scene, "--looks", looks]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)


@pytest.mark.parametrize("scene", SHORT)
def test_the_desk_can_be_used_in_another_language(tmp_path, scene):
    found = walked(tmp_path, scene, "light")
    assert (found.stdout, found.returncode) == ("", 0), found.stderr[-2000:]


@pytest.mark.skipif(not os.environ.get("WIBDESK_LONG"), reason="walks through every screen for many minutes")
@pytest.mark.parametrize("scene", EVERY)
def test_every_screen_can_be_read_in_another_language(tmp_path, scene):
    found = walked(tmp_path, scene, "light,dark-150")
    assert (found.stdout, found.returncode) == ("", 0), found.stderr[-2000:]
