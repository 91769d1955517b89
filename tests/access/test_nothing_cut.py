"""No word of the desk is cut off in any of its looks; what names a person, a meeting or a paper may be elided."""

import os
import re

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.screens.reading import BESIDE, Seen, painted, read
from tests.screens.scenes import SCENES
from tests.screens.stage import Look, Stage
from tests.screens.translated import said_by_others

GRID = [
    Look(f"{colours}-{scale:.0%}", colours, scale)
    for colours in ("light", "dark", "high_contrast")
    for scale in (1.0, 1.5, 2.0)
]
LOW = Look("contrast-200-small", "high_contrast", 2.0, 1024, 640)  # the smallest window with the largest text
SHORT = [("kept", GRID[-1])]
EVERY = [(scene, look) for scene, (source, _) in SCENES.items() for look in (*GRID, LOW) if source != "seeds"]
PIECES = re.compile(r" · |, |  ")


class Whole(Stage):
    """The desk on its stage; where a picture would be taken, all is painted anew and looked at."""

    def __init__(self, register, look):
        self.looked, self.cut = Seen(), {}
        super().__init__(register, look, register.parent)

    def shot(self, name):
        self.rest()
        self.looked.cut.clear()  # what was painted on the way here was not at its place yet
        self.looked.now = name
        with painted(self.looked):
            self.window.grab()
            read(self.window, self.looked)
        self.cut |= self.looked.cut


def own(words, known):
    """Say whether the desk itself says all of these words."""
    return not any(part.strip().casefold() in known for part in PIECES.split(words))


@pytest.mark.parametrize(
    ("scene", "look"),
    EVERY if os.environ.get("WIBDESK_LONG") else SHORT,
    ids=lambda value: value.name if isinstance(value, Look) else value,
)
def test_every_word_of_the_desk_has_the_room_it_needs(qapp, registers, scene, look):
    source, played = SCENES[scene]
    register = registers(source)
    known = said_by_others(register, scene).text
    stage = Whole(register, look)
    try:
        played(stage)
    finally:
        stage.close()
        stage.bench.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.setStyleSheet("")
    assert {words: at for words, at in stage.cut.items() if own(words, known) and not at.startswith(BESIDE)} == {}
