"""On every screen that is photographed all is named, no two sound the same, and keys lead everywhere, to be seen."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.access import screen, tabbing
from tests.screens.scenes import SCENES
from tests.screens.stage import LOOKS, Stage

REST = 120
"""Milliseconds that a scene rests at most: nothing is photographed."""
PLAYED = [name for name, (source, _) in SCENES.items() if source != "seeds"]


class Listened(Stage):
    """The desk on its stage, listened to and gone through by Tab where a picture would be taken."""

    def __init__(self, register):
        self.faults, self.walked, self.seen = {}, set(), set()
        super().__init__(register, LOOKS[0], register.parent)

    def rest(self, milliseconds=0):
        super().rest(min(milliseconds, REST))

    def shot(self, name):
        if self.window.place is None:
            return
        self.rest()
        self.note(name, [*screen.unnamed(self.window), *screen.twins(self.window)])
        here = QApplication.focusWidget()
        known = tuple(map(screen.where, [*screen.controls(self.window), *([here] if here else [])]))
        if known not in self.walked:
            self.walked.add(known)
            self.note(name, self.gone_round(here))

    def gone_round(self, here):
        """Return what is wrong on the way round, forwards and, where that can miss a stop, backwards."""
        forwards = tabbing.go_round(self.typist, self.seen)
        faults, reached = list(forwards.faults), list(forwards.stops)
        if forwards.whole:
            faults += screen.disordered(forwards.stops)
            backwards = tabbing.go_round(self.typist, self.seen, "Shift+Tab")
            faults += backwards.faults
            reached += backwards.stops
            faults += screen.unreached(self.window, [stop for stop in reached if isValid(stop)])
        if here is not None and isValid(here) and here.isVisible():
            here.setFocus()
            self.rest()
        return faults

    def note(self, name, faults):
        for fault in faults:
            self.faults.setdefault(fault, name)


@pytest.fixture
def stage(qapp, registers):
    """Return how to open a stage on a register of a source."""
    opened = []

    def make(source):
        opened.append(Listened(registers(source)))
        return opened[-1]

    yield make
    for each in opened:
        each.close()
        each.bench.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


@pytest.mark.parametrize("name", PLAYED)
def test_all_is_named_and_reached_by_keys_that_can_be_seen(stage, name):
    source, scene = SCENES[name]
    made = stage(source)
    scene(made)
    assert not made.faults, "\n" + "\n".join(f"{at}: {fault}" for fault, at in made.faults.items())
