"""Copies of the registers that the scenes of the pictures are played on."""

import shutil

import pytest

from tests.screens import hard
from tests.screens.stage import MORNING
from wibdesk import demo

BUILD = {
    "demo": lambda path: demo.build(path, today=MORNING.date()),
    "hard": lambda path: hard.build(path, day=MORNING.date()),
}


@pytest.fixture(scope="session")
def registers(tmp_path_factory):
    """Return how to get a copy of the register that a scene is played on."""
    built = {}

    def copy(source):
        folder = tmp_path_factory.mktemp("listened")
        if source != "empty":
            if source not in built:
                built[source] = tmp_path_factory.mktemp(source) / "register.wibdesk"
                BUILD[source](built[source])
            shutil.copy(built[source], folder / "register.wibdesk")
        return folder / "register.wibdesk"

    return copy
