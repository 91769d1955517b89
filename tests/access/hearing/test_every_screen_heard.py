"""Every screen that is photographed is read through AT-SPI by another program, and gone round with real keys."""

import json
import os

import pytest

from tests.access.hearing.heard_faults import faults
from tests.access.hearing.rig import Rig, lacking
from tests.screens.scenes import SCENES

SHORT = ("words", "figures", "incoming")
TRIES = 4
"""How often a screen that was still being filled is listened to."""
EVERY = [name for name, (source, _) in SCENES.items() if source != "seeds"]


@pytest.mark.parametrize("scene", EVERY if os.environ.get("WIBDESK_LONG") else SHORT)
def test_all_of_a_scene_is_heard_and_reached_by_real_keys(registers, scene):
    if missing := lacking():
        pytest.skip(f"this machine lacks {missing}")
    with Rig(registers(SCENES[scene][0]).parent, scene) as rig:
        found, screens = listened(rig)
    assert screens
    assert not found, "\n" + "\n".join(f"{at}: {fault}" for fault, at in found.items())


def listened(rig):
    """Answer what the scene asks until it is over; return each fault with the first screen that has it, and screens."""
    found, screens, tries = {}, 0, 0
    for line in rig.desk.stdout:
        asked, answer = json.loads(line), ""
        if "press" in asked:
            rig.press(asked["press"])
        elif "at" in asked:
            rig.ask("at", id=asked["at"])
        else:
            wrong, tries = list(faults(rig.ask("walk")["things"], asked)), tries + 1
            if wrong and tries < TRIES:
                answer = "?"
            else:
                found = dict.fromkeys((*asked.get("faults", ()), *wrong), asked["screen"]) | found
                screens, tries = screens + 1, 0
        rig.desk.stdin.write(answer + "\n")
        rig.desk.stdin.flush()
    assert rig.desk.wait(30) == 0, (rig.folder / "errors.txt").read_text()
    return found, screens
