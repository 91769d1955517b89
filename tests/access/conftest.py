"""Copies of the registers that the scenes of the pictures are played on."""

import shutil

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.screens import hard
from tests.screens.stage import LOOKS, MORNING, Stage
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


@pytest.fixture
def stage(qapp, registers):
    """The desk on the demo register, worked by keys."""
    register = registers("demo")
    made = Stage(register, LOOKS[0], register.parent)
    yield made
    made.close()
    made.bench.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
