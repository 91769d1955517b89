"""A desk for a clerk: opened on a folder of its own, and gone without a trace when the clerk goes home."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.clerk import Clerk, WallClock


@pytest.fixture(scope="module")
def open_desk(qapp):
    """Return how to open a desk on a folder; what is still open at the end is closed."""
    opened = []

    def make(folder, clock=None, *, register=None, size=(1280, 800)):
        opened.append(Clerk(folder, clock or WallClock(), register=register, size=size))
        return opened[-1]

    before = set(QApplication.topLevelWidgets())
    yield make
    for clerk in opened:
        clerk.go_home()
    assert not {widget for widget in QApplication.topLevelWidgets() if widget not in before}
