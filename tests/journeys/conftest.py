"""A desk for a clerk: opened on a folder of its own, and gone without a trace when the clerk goes home."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.clerk import Clerk, WallClock


def desks():
    """Hand out how to open a desk on a folder; what is still open at the end is closed."""
    opened = []

    def make(folder, clock=None, *, register=None, size=(1280, 800)):
        opened.append(Clerk(folder, clock or WallClock(), register=register, size=size))
        return opened[-1]

    before = set(QApplication.topLevelWidgets())
    yield make
    for clerk in opened:
        clerk.go_home()
    assert not {widget for widget in QApplication.topLevelWidgets() if widget not in before}


@pytest.fixture
def open_desk(qapp, tmp_path):
    """Return how to open a desk that is closed before the folder of the test goes."""
    yield from desks()


@pytest.fixture(scope="module")
def open_lasting_desk(qapp):
    """Return how to open a desk for all tests of a module."""
    yield from desks()
